/**
 * What one more report costs to link as the archive grows, and how right linking is there, on a generated archive with planted truth.
 *   node --expose-gc --import tsx bench/linking/cost.ts [10000 …]     (reports; 1000 and 10000 where none are named)
 * Statements are given rather than read and compared by their words alone, so that linking and the ledger are measured and no model.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../../src/ledger/index.ts';
import type { Ledger } from '../../src/ledger/port.ts';
import type { LinkReport } from '../../src/linking/index.ts';
import type { Reading, ReceivedReport } from '../../src/model/index.ts';
import { linkNew, relink } from '../../src/work/linking/index.ts';
import { type ArchiveTruth, generateArchive } from './generate.ts';

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

/** Pairs of planted statements of one event that stand under one claim, rightly or wrongly. */
async function accuracy(ledger: Ledger, truth: ArchiveTruth, events: ReadonlySet<string>): Promise<{ copies: number; claims: number }> {
  const given = new Map<string, string>();
  let right = 0;
  let found = 0;
  for await (const row of ledger.each('reports')) {
    if (row.givenId) given.set(row.id, row.givenId);
  }
  for await (const row of ledger.each('reports')) {
    if (!row.copyOf) continue;
    found += 1;
    if (truth.copies.get(given.get(row.id) ?? '') === given.get(row.copyOf)) right += 1;
  }
  const claimOf = new Map<string, string>();
  for await (const claim of ledger.each('claims'))
    for (const { id } of claim.statements) {
      const [report = '', place = ''] = id.split(':');
      claimOf.set(`${given.get(report)}:${place}`, claim.id);
    }
  let [both, ours, theirs] = [0, 0, 0];
  const byEvent = new Map<string, string[]>();
  for (const id of truth.claims.keys()) {
    const event = truth.events.get(id.split(':')[0] as string) as string;
    if (!events.has(event)) continue;
    const list = byEvent.get(event);
    if (list) list.push(id);
    else byEvent.set(event, [id]);
  }
  for (const ids of byEvent.values())
    for (const [i, a] of ids.entries())
      for (const b of ids.slice(0, i)) {
        const gold = truth.claims.get(a) === truth.claims.get(b);
        const got = claimOf.get(a) === claimOf.get(b);
        if (gold) theirs += 1;
        if (got) ours += 1;
        if (gold && got) both += 1;
      }
  return { copies: (2 * right) / Math.max(1, found + truth.copies.size), claims: (2 * both) / Math.max(1, ours + theirs) };
}

async function measure(size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'accordingto-cost-'));
  const ledger = await openLedger(join(folder, 'cost.db'), { create: true });
  const { reports, truth } = generateArchive({ seed: 5, events: Math.floor(size / 2 / EVENT), noise: Math.floor(size / 2) });
  for (let at = 0; at < reports.length; at += BATCH) await ledger.addMany(reports.slice(at, at + BATCH).map(itemOf));
  const whole = performance.now();
  await relink(ledger, null);
  const wholeSeconds = (performance.now() - whole) / 1000;
  const { reports: more } = generateArchive({ seed: 6, events: 5, noise: 10 });
  const times: number[] = [];
  for (const report of more) {
    const { received, reading } = itemOf(report);
    await ledger.add(received, reading);
    const start = performance.now();
    await linkNew(ledger, null);
    times.push(performance.now() - start);
  }
  const { copies, claims } = await accuracy(ledger, truth, new Set(truth.events.values()));
  globalThis.gc?.();
  const resident = process.memoryUsage().rss / 2 ** 20;
  console.log(
    `| ${reports.length.toLocaleString('en')} | ${wholeSeconds.toFixed(1)} | ${median(times).toFixed(1)} | ${worst(times).toFixed(1)} | ${resident.toFixed(0)} | ${(100 * copies).toFixed(1)} | ${(100 * claims).toFixed(1)} |`,
  );
  await ledger.close();
  rmSync(folder, { recursive: true, force: true });
}

console.log('| reports | all at once, s | one more, median ms | one more, worst ms | resident MiB | copies F1 | claims pair F1 |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
const sizes = process.argv.slice(2).map(Number);
for (const size of sizes.length > 0 ? sizes : [1000, 10_000]) await measure(size);
