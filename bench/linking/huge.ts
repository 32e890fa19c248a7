/**
 * One claim stated so many times by one source: what its pages cost, and what one more report of that source costs to link.
 *   node --import tsx bench/linking/huge.ts [50000 …]   (statements; 50,000 where no number is named)
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../../src/ledger/index.ts';
import type { Ledger } from '../../src/ledger/port.ts';
import type { Statement } from '../../src/model/index.ts';
import { detail } from '../../src/server/details/index.ts';
import { linkNew } from '../../src/work/linking/index.ts';
import { generateArchive } from './generate.ts';

const EACH = 50;
const BATCH = 50;

const [one] = generateArchive({ seed: 1, events: 1, noise: 0 }).reports;
const [statement] = one?.statements ?? [];
if (!one || !statement) throw new Error('an archive without a statement');

function item(i: number) {
  const raw = Buffer.from(`report ${i}`);
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const id = `r${sha256.slice(0, 16)}`;
  const report = { ...(one as NonNullable<typeof one>).report, id, sha256, outlet: `Outlet ${i % 40}`, text: `${i}` };
  const statements = Array.from({ length: EACH }, (_, j) => ({
    ...(statement as NonNullable<typeof statement>),
    id: `${id}:${j}-${j + 9}`,
  }));
  return {
    received: { kind: 'report' as const, report, idGiven: false, raw, mediaType: 'text/plain', headers: {}, evidence: [], warnings: [] },
    reading: { report, statements, times: [], places: [], quantities: [], entities: [], warnings: [] },
  };
}

async function fill(ledger: Ledger, reports: number): Promise<void> {
  const ids: string[] = [];
  for (let at = 0; at < reports; at += BATCH) {
    const items = Array.from({ length: Math.min(BATCH, reports - at) }, (_, i) => item(at + i));
    await ledger.addMany(items);
    for (const { reading } of items) ids.push(...reading.statements.map(({ id }) => id));
  }
  await ledger.link({
    version: 'huge',
    copies: [],
    sources: [{ id: 's-one', name: 'One Source', kind: 'agency', aliases: [] }],
    statementSources: new Map(ids.map((id) => [id, { sourceId: 's-one', chainIds: ['s-one'] }])),
    claims: [
      {
        id: 'c-huge',
        proposition: 'The bridge is shut.',
        statements: ids.map((id) => ({ id, stance: 'asserts' })),
        origins: [{ sourceId: 's-one', reason: 'It says so.' }],
      },
    ],
    relations: [],
    tallies: [],
    forecasts: [],
    timeline: [],
    uses: [...new Set(ids.map((id) => id.slice(0, id.lastIndexOf(':'))))].map((report) => ({ report, sources: ['s-one'] })),
    marks: [...new Set(ids.map((id) => id.slice(0, id.lastIndexOf(':'))))].map((id) => ({ id, names: [], words: [], day: null })),
  });
}

const busyNow = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds of processor time, the middle of five. */
async function cost(work: () => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    const start = busyNow();
    await work();
    times.push(busyNow() - start);
  }
  return (times.sort((a, b) => a - b)[2] ?? 0).toFixed(1);
}

console.log(
  '| statements | claims, a page | the claim | its statements, a page in the middle | the source | one more report of it | resident MiB |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const size of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [50_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'accordingto-huge-'));
  const ledger = await openLedger(join(folder, 'huge.db'), { create: true });
  await fill(ledger, Math.ceil(size / EACH));
  let middle: string | null = null;
  for (let i = 0; i < 20; i += 1)
    middle = (await ledger.page('statements', { filters: { claim: 'c-huge' }, limit: 500, ...(middle === null ? {} : { cursor: middle }) }))
      .next;
  const pages = await cost(() => ledger.page('claims', { limit: 100 }));
  const claim = await cost(() => detail(ledger, 'claims', 'c-huge'));
  const inside = await cost(() =>
    ledger.page('statements', { filters: { claim: 'c-huge' }, limit: 100, ...(middle === null ? {} : { cursor: middle }) }),
  );
  const source = await cost(() => detail(ledger, 'sources', 's-one'));
  // Other reports that the same source speaks in: each a story of its own, whose source is used by all the others too.
  let more = 0;
  const added = await cost(async () => {
    const [other] = generateArchive({ seed: 100 + more, events: 0, noise: 1 }).reports;
    more += 1;
    if (!other) return;
    const statements = other.statements.map(
      (row): Statement => ({
        ...row,
        source: { spans: [[0, 1]], text: 'One Source', name: 'One Source', kind: 'agency' },
        chain: [{ name: 'One Source', kind: 'agency', role: 'speaker' }],
      }),
    );
    const raw = Buffer.from(`more ${more}`);
    const report = { ...other.report, sha256: createHash('sha256').update(raw).digest('hex') };
    const received = {
      kind: 'report' as const,
      report,
      idGiven: false,
      raw,
      mediaType: 'text/plain',
      headers: {},
      evidence: [],
      warnings: [],
    };
    await ledger.add(received, { report, statements, times: [], places: [], quantities: [], entities: [], warnings: [] });
    await linkNew(ledger, null);
  });
  const resident = (process.memoryUsage().rss / 2 ** 20).toFixed(0);
  console.log(`| ${size.toLocaleString('en')} | ${pages} ms | ${claim} ms | ${inside} ms | ${source} ms | ${added} ms | ${resident} |`);
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`processor time, median of five; load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`);
