/**
 * What one more report costs to link as the archive grows, and how right linking is there, on a generated archive with planted truth.
 *   node --import tsx bench/linking/cost.ts [--common 300] [--networks] [--out docs/linking-cost] [10000 …]   (reports; 1000 and 10000 where none are named)
 * With --out the table and its plot are written too, as Markdown and SVG. With --common the unrelated reports share names (generate.ts).
 * Statements are given rather than read. They are compared by their words alone, so that linking and the ledger are measured and no model; with
 * --networks the sentence encoder and the network of bearings are asked as they are by `add`, in one process.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { openLedger } from '../../src/ledger/index.ts';
import type { Ledger } from '../../src/ledger/port.ts';
import type { LinkReport } from '../../src/linking/index.ts';
import type { Reading, ReceivedReport } from '../../src/model/index.ts';
import { createNetworks, linkNew, relink } from '../../src/work/linking/index.ts';
import { type Archive, generateArchive } from './generate.ts';

const EVENT = 6;
const BATCH = 200;

interface Item {
  readonly received: ReceivedReport;
  readonly reading: Reading;
}

function itemOf({ report, statements }: LinkReport): Item {
  const raw = Buffer.from(JSON.stringify(report));
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const whole = { ...report, sha256 };
  return {
    received: { kind: 'report', report: whole, idGiven: true, raw, mediaType: 'application/json', headers: {}, evidence: [], warnings: [] },
    reading: { report: whole, statements, times: [], places: [], quantities: [], entities: [], warnings: [] },
  };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const worst = (values: readonly number[]): number => Math.max(...values);

/** What linking got right of a part of the archive: counts that add up over parts. */
interface Right {
  readonly copies: { readonly both: number; readonly ours: number; readonly theirs: number };
  readonly claims: { readonly both: number; readonly ours: number; readonly theirs: number };
}

/** Planted copies that are found, and pairs of planted statements of one event that stand under one claim, rightly or wrongly. */
async function rightIn(ledger: Ledger, { reports, truth }: Archive): Promise<Right> {
  const idOf = new Map<string, string>();
  for (const report of reports) idOf.set(report.report.id, (await ledger.reportIdOf(itemOf(report).received.report.sha256)) ?? '');
  const copies = { both: 0, ours: 0, theirs: truth.copies.size };
  const claimOf = new Map<string, string>();
  for (const [given, id] of idOf) {
    const row = await ledger.row('reports', id);
    if (!row) throw new Error(`${given} is not in the ledger`);
    if (row.copyOf) copies.ours += 1;
    if (row.copyOf && idOf.get(truth.copies.get(given) ?? '') === row.copyOf) copies.both += 1;
    for (const claim of (await ledger.page('claims', { filters: { report: id }, limit: 500 })).rows)
      for (const { id: statement } of claim.statements) {
        const [report = '', place = ''] = statement.split(':');
        if (report === id) claimOf.set(`${given}:${place}`, claim.id);
      }
  }
  const claims = { both: 0, ours: 0, theirs: 0 };
  const byEvent = new Map<string, string[]>();
  for (const id of truth.claims.keys()) {
    const event = truth.events.get(id.split(':')[0] as string) as string;
    const list = byEvent.get(event);
    if (list) list.push(id);
    else byEvent.set(event, [id]);
  }
  for (const ids of byEvent.values())
    for (const [i, a] of ids.entries())
      for (const b of ids.slice(0, i)) {
        const gold = truth.claims.get(a) === truth.claims.get(b);
        const got = claimOf.get(a) === claimOf.get(b);
        if (gold) claims.theirs += 1;
        if (got) claims.ours += 1;
        if (gold && got) claims.both += 1;
      }
  return { copies, claims };
}

/** Parts of the archive that are compared with the truth at most, evenly spread: they are generated again, so that no truth is kept. */
const MOST_COMPARED = 100;

/** F1 of copies and of claims' pairs, over the parts compared. */
async function accuracy(ledger: Ledger, size: number, common: number, more: Archive): Promise<{ copies: number; claims: number }> {
  const every = Math.max(1, Math.ceil(size / PART / MOST_COMPARED));
  const found: Right[] = [await rightIn(ledger, more)];
  let number = 0;
  for (const part of archive(size, common)) if (number++ % every === 0) found.push(await rightIn(ledger, part));
  const f1 = (kind: keyof Right): number => {
    const sum = (of: keyof Right[typeof kind]): number => found.reduce((total, row) => total + row[kind][of], 0);
    return (2 * sum('both')) / Math.max(1, sum('ours') + sum('theirs'));
  };
  return { copies: f1('copies'), claims: f1('claims') };
}

interface Cost {
  readonly reports: number;
  readonly whole: number;
  readonly median: number;
  readonly busy: number;
  readonly worst: number;
  readonly resident: number;
  readonly disk: number;
  readonly copies: number;
  readonly claims: number;
}

/** Reports of one part of an archive: parts are generated one after another, so that the archive is never in memory. */
const PART = 600;
const DAYS_APART = 37;

/** The archive, part by part, half events and half noise; every part has seeds, and so names, of its own. */
function* archive(size: number, common: number): Generator<Archive> {
  for (let made = 0; made < size; made += PART) {
    const part = Math.min(PART, size - made);
    const events = Math.max(1, Math.floor(part / 2 / EVENT));
    const seed = 5 + made * 13;
    yield generateArchive({ seed, events, noise: part - events * EVENT, firstDay: ((made / PART) * DAYS_APART) % 700, common });
  }
}

/** Processor time of this process so far, in milliseconds: what a loaded machine does not stretch. */
const busyNow = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

async function measure(size: number, common: number, asked: boolean): Promise<Cost> {
  const networks = asked ? await createNetworks('models') : null;
  const folder = mkdtempSync(join(tmpdir(), 'accordingto-cost-'));
  const path = join(folder, 'cost.db');
  const ledger = await openLedger(path, { create: true });
  let most = 0;
  const watching = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 200);
  let count = 0;
  for (const { reports } of archive(size, common)) {
    for (let at = 0; at < reports.length; at += BATCH) await ledger.addMany(reports.slice(at, at + BATCH).map(itemOf));
    count += reports.length;
  }
  const whole = performance.now();
  await relink(ledger, networks);
  const wholeSeconds = (performance.now() - whole) / 1000;
  const more = generateArchive({ seed: 6, events: 5, noise: 10, common });
  const times: number[] = [];
  const busy: number[] = [];
  for (const report of more.reports) {
    const { received, reading } = itemOf(report);
    await ledger.add(received, reading);
    const [start, busyStart] = [performance.now(), busyNow()];
    await linkNew(ledger, networks);
    times.push(performance.now() - start);
    busy.push(busyNow() - busyStart);
  }
  most = Math.max(most, process.memoryUsage().rss);
  clearInterval(watching);
  const { copies, claims } = await accuracy(ledger, size, common, more);
  const cost = {
    reports: count,
    whole: wholeSeconds,
    median: median(times),
    busy: median(busy),
    worst: worst(times),
    resident: most / 2 ** 20,
    disk: statSync(path).size / 2 ** 20,
    copies,
    claims,
  };
  await ledger.close();
  await networks?.close();
  rmSync(folder, { recursive: true, force: true });
  return cost;
}

const HEADING = `| reports | all at once, s | one more, median ms | of it processor, ms | worst ms | most memory, MiB | ledger, MiB | copies F1 | claims pair F1 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |`;
const line = ({ reports, whole, median: middle, busy, worst: most, resident, disk, copies, claims }: Cost): string =>
  `| ${reports.toLocaleString('en')} | ${whole.toFixed(1)} | ${middle.toFixed(1)} | ${busy.toFixed(1)} | ${most.toFixed(1)} | ${resident.toFixed(0)} | ${disk.toFixed(0)} | ${(100 * copies).toFixed(1)} | ${(100 * claims).toFixed(1)} |`;

/** Median cost over the number of reports, which goes up by powers of ten. */
function plot(costs: readonly Cost[]): string {
  const [width, height, edge] = [560, 300, 50];
  const most = Math.max(50, ...costs.map(({ median: middle }) => middle)) * 1.1;
  const x = (reports: number): number => edge + ((Math.log10(reports) - 2.5) / 4) * (width - 2 * edge);
  const y = (ms: number): number => height - edge - (ms / most) * (height - 2 * edge);
  const marks = costs.map(({ reports, median: middle }) => [x(reports), y(middle), `${middle.toFixed(0)} ms`] as const);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
<text x="${edge}" y="24">Linking one more report, median milliseconds, by reports in the ledger</text>
<line x1="${edge}" x2="${width - edge}" y1="${y(0)}" y2="${y(0)}" stroke="#222"/>
<line x1="${edge}" x2="${width - edge}" y1="${y(50)}" y2="${y(50)}" stroke="#a33" stroke-dasharray="4 3"/>
<text x="${width - edge}" y="${y(50) - 5}" text-anchor="end" fill="#a33">50 ms</text>
${[3, 4, 5, 6].map((power) => `<text x="${x(10 ** power)}" y="${y(0) + 18}" text-anchor="middle">${(10 ** power).toLocaleString('en')}</text>`).join('\n')}
<polyline fill="none" stroke="#222" points="${marks.map(([a, b]) => `${a},${b}`).join(' ')}"/>
${marks.map(([a, b, words]) => `<circle cx="${a}" cy="${b}" r="4"/><text x="${a}" y="${b - 10}" text-anchor="middle">${words}</text>`).join('\n')}
</svg>
`;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, common: { type: 'string', default: '0' }, networks: { type: 'boolean', default: false } },
});
const common = Number(values.common);
const sizes = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000];
console.log(HEADING);
const costs: Cost[] = [];
for (const size of sizes) {
  const cost = await measure(size, common, values.networks);
  costs.push(cost);
  console.log(line(cost));
}
if (values.out) {
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`;
  const asked = `${common > 0 ? `--common ${common} ` : ''}${values.networks ? '--networks ' : ''}--out ${values.out} ${sizes.join(' ')}`;
  writeFileSync(`${values.out}.svg`, plot(costs));
  writeFileSync(
    `${values.out}.md`,
    `# What one more report costs to link

\`node --import tsx bench/linking/cost.ts ${asked}\` (${machine})

![Median cost of one more report](${basename(values.out)}.svg)

${HEADING}
${costs.map(line).join('\n')}
`,
  );
}
