// Times the ledger and watches its memory: adding, the first view of each page, search, filters.
//   node --expose-gc --import tsx bench/ledger/run.ts [--reports 10000] [--statements 10] [--out docs/ledger-bench]
// Reports are invented (test/ledger/made.ts, seeded) and made outside the measured time. Writes OUT.md and OUT.svg with --out.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Ledger, openLedger, type Query, type RowKind } from '../../src/ledger/index.ts';
import { made, madeLinking } from '../../test/ledger/made.ts';
import { type Memory, memoryNow, type Spread, timed } from './measure.ts';
import { memoryPlot } from './plot.ts';

const { values } = parseArgs({
  options: { reports: { type: 'string', default: '10000' }, statements: { type: 'string', default: '10' }, out: { type: 'string' } },
});
const HOW_MANY = Number(values.reports);
const STATEMENTS = Number(values.statements);
const BATCH = 20;
const TIMES = 30;
/** A linking is made of at most so many reports: what is timed is the page, not the making. */
const LINKED = 10_000;

interface Adding {
  readonly perSecond: number;
  /** Processor time a report in milliseconds: what adding costs however many others want the processor. */
  readonly processor: number;
  readonly memory: readonly Memory[];
}

async function addAll(ledger: Ledger): Promise<Adding> {
  const marks = new Set([1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000, HOW_MANY]);
  const memory: Memory[] = [];
  let spent = 0;
  let processor = 0;
  for (let i = 0; i < HOW_MANY; i += BATCH) {
    const some = Array.from({ length: Math.min(BATCH, HOW_MANY - i) }, (_, k) => made(i + k, STATEMENTS));
    const from = performance.now();
    const before = process.cpuUsage();
    await ledger.addMany(some);
    const { user, system } = process.cpuUsage(before);
    processor += (user + system) / 1000;
    spent += performance.now() - from;
    const done = i + some.length;
    if (marks.has(done)) memory.push(memoryNow(done));
  }
  return { perSecond: HOW_MANY / (spent / 1000), processor: processor / HOW_MANY, memory };
}

/** One report a transaction, as the page adds them. */
async function addOneByOne(ledger: Ledger): Promise<Spread> {
  const some = Array.from({ length: 200 }, (_, k) => made(HOW_MANY + k, STATEMENTS));
  return timed(some.length, async (run) => {
    const { received, reading } = some[run] as (typeof some)[number];
    await ledger.add(received, reading);
  });
}

async function link(ledger: Ledger): Promise<number> {
  const readings: { report: { id: string }; statements: readonly unknown[] }[] = [];
  for await (const { report, reading } of ledger.eachReading()) {
    readings.push({ report, statements: reading.statements });
    if (readings.length >= LINKED) break;
  }
  const linking = madeLinking(readings as unknown as Parameters<typeof madeLinking>[0]);
  const from = performance.now();
  await ledger.link(linking);
  return performance.now() - from;
}

const VIEWS: readonly (readonly [name: string, kind: RowKind, query: Query])[] = [
  ...(['reports', 'statements', 'sources', 'claims', 'tallies', 'forecasts', 'timeline'] as const).map((kind): [string, RowKind, Query] => [
    `first page of ${kind}`,
    kind,
    {},
  ]),
  ['500 statements', 'statements', { limit: 500 }],
  ['search: a common word', 'statements', { q: 'bridge' }],
  ['search: two words', 'statements', { q: 'bridge convoy' }],
  ['search: a phrase', 'statements', { q: '"bridge convoy grain"' }],
  ['search: two letters, unfinished', 'statements', { q: 'br' }],
  ['search: a seldom word', 'statements', { q: '977 ' }],
  ['search: no such word', 'statements', { q: 'zeppelin' }],
  ['search reports', 'reports', { q: 'harbour' }],
  ['search sources', 'sources', { q: 'ka' }],
  ['filter: certainty', 'statements', { filters: { certainty: 'denied' } }],
  ['filter: place', 'statements', { filters: { place: 'Lima' } }],
  ['filter: country and certainty', 'statements', { filters: { country: 'PE', certainty: 'possible' } }],
  ['filter: dates', 'statements', { filters: { from: '2024-03', to: '2024-03' } }],
  ['filter: words in the source', 'statements', { filters: { source: 'officers' } }],
  ['filter: basis, figure, confidence', 'statements', { filters: { basis: 'imagery', hasFigure: 'true', minConfidence: '0.9' } }],
  ['filter and search', 'statements', { q: 'convoy', filters: { country: 'NG', quotation: 'direct' } }],
  ['filter: nothing meets it', 'statements', { filters: { country: 'PE', certainty: 'unlikely' } }],
  ['claims: contradicted', 'claims', { filters: { contradicted: 'true' } }],
  ['claims: one origin', 'claims', { filters: { singleOrigin: 'true' } }],
  ['claims: search', 'claims', { q: 'convoy' }],
];

async function views(ledger: Ledger): Promise<readonly (readonly [string, Spread])[]> {
  const rows: (readonly [string, Spread])[] = [];
  for (const [name, kind, query] of VIEWS) rows.push([name, await timed(TIMES, () => ledger.page(kind, query))]);
  const [report] = (await ledger.page('reports', { limit: 1 })).rows;
  const [source] = (await ledger.page('sources', { limit: 1 })).rows;
  const byReport: Query = { limit: 500, filters: { report: report?.id ?? '', voice: 'any' } };
  rows.push(["a report's statements", await timed(TIMES, () => ledger.page('statements', byReport))]);
  rows.push([
    "the most quoted source's statements",
    await timed(TIMES, () => ledger.page('statements', { filters: { sourceId: source?.id ?? '' } })),
  ]);
  let cursor: string | undefined;
  rows.push([
    'page after page of statements',
    await timed(TIMES, async () => {
      cursor = (await ledger.page('statements', { cursor })).next ?? undefined;
    }),
  ]);
  rows.push(['the counts', await timed(TIMES, () => ledger.counts())]);
  rows.push(['the newest entries', await timed(TIMES, () => ledger.entries())]);
  return rows;
}

const folder = mkdtempSync(join(tmpdir(), 'accordingto-bench-'));
const path = join(folder, 'ledger.db');
try {
  const load = loadavg()[0] ?? 0;
  const ledger = await openLedger(path, { create: true });
  const { perSecond, processor, memory } = await addAll(ledger);
  const single = await addOneByOne(ledger);
  const linkMilliseconds = await link(ledger);
  const { statements, claims } = await ledger.counts();
  const rows = await views(ledger);
  const from = performance.now();
  let findings = 0;
  for await (const _ of ledger.verify({ derived: false })) findings += 1;
  const verified = performance.now() - from;
  await ledger.close();

  const number = (value: number): string => value.toFixed(value < 10 ? 1 : 0);
  const lines = [
    `${HOW_MANY} reports, ${statements} statements by sources, ${claims} claims; the file: ${number(statSync(path).size / 2 ** 20)} MiB.`,
    `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model.trim()}); load average ${number(load)} at the start, ${number(loadavg()[0] ?? 0)} at the end.`,
    '',
    `Adding, ${BATCH} a transaction: ${number(perSecond)} reports a second (${number(processor)} ms of processor time each). One a transaction: median ${number(single.median)} ms, p95 ${number(single.p95)} ms.`,
    `Putting a whole linking in place: ${number(linkMilliseconds / 1000)} s. Verifying the log and the kept bytes: ${number(verified / 1000)} s, ${findings} findings.`,
    '',
    '| view | median ms | p95 ms | most ms |',
    '| --- | --: | --: | --: |',
    ...rows.map(([name, { median, p95, most }]) => `| ${name} | ${number(median)} | ${number(p95)} | ${number(most)} |`),
    '',
    '| reports stored | heap MiB | resident MiB |',
    '| --: | --: | --: |',
    ...memory.map(({ reports, heap, resident }) => `| ${reports} | ${number(heap)} | ${number(resident)} |`),
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (values.out) {
    const title = '# The ledger: times and memory';
    const command = '`node --expose-gc --import tsx bench/ledger/run.ts --out docs/ledger-bench` writes this page and its picture.';
    const picture = `![Memory while reports are added](${basename(values.out)}.svg)`;
    writeFileSync(`${values.out}.md`, `${[title, '', command, '', ...lines, picture].join('\n')}\n`);
    writeFileSync(`${values.out}.svg`, memoryPlot(memory));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
