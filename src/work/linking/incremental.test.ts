import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateArchive } from '../../../bench/linking/generate.ts';
import { openLedger } from '../../ledger/index.ts';
import type { Ledger } from '../../ledger/port.ts';
import type { LinkReport } from '../../linking/index.ts';
import type { ReceivedReport } from '../../model/index.ts';
import { linkNew } from './incremental.ts';
import { relink } from './relink.ts';

let folder: string;
let opened: Ledger[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accordingto-linking-'));
});
afterEach(async () => {
  for (const ledger of opened) await ledger.close();
  opened = [];
  await rm(folder, { recursive: true, force: true });
});

async function ledgerNamed(name: string): Promise<Ledger> {
  const ledger = await openLedger(join(folder, `${name}.db`), { create: true });
  opened.push(ledger);
  return ledger;
}

async function add(ledger: Ledger, { report, statements }: LinkReport): Promise<void> {
  const raw = Buffer.from(JSON.stringify(report));
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const received: ReceivedReport = {
    kind: 'report',
    report: { ...report, sha256 },
    idGiven: true,
    raw,
    mediaType: 'application/json',
    headers: {},
    evidence: [],
    warnings: [],
  };
  await ledger.add(received, {
    report: { ...report, sha256 },
    statements,
    times: [],
    places: [],
    quantities: [],
    entities: [],
    warnings: [],
  });
}

const reversed = <Row>(rows: readonly Row[]): Row[] => [...rows].reverse();

describe('linkNew', () => {
  const { reports } = generateArchive({ seed: 11, events: 4, noise: 12 });

  it('gives the export of linking all at once, one report at a time, in either order', async () => {
    const whole = await ledgerNamed('whole');
    for (const report of reports) await add(whole, report);
    await relink(whole, null);
    const expected = await whole.exportAll();
    expect(expected.claims.length).toBeGreaterThan(10);
    for (const order of [reports, reversed(reports)]) {
      const ledger = await ledgerNamed(order === reports ? 'forward' : 'backward');
      for (const report of order) {
        await add(ledger, report);
        await linkNew(ledger, null);
      }
      expect(await ledger.exportAll()).toEqual(expected);
    }
  });

  it.each([1, 7])('gives it where many wait and %i at a time are held in memory', async (most) => {
    const whole = await ledgerNamed(`whole-${most}`);
    const parts = await ledgerNamed(`parts-${most}`);
    for (const report of reports) {
      await add(whole, report);
      await add(parts, report);
    }
    await relink(whole, null);
    await linkNew(parts, null, most);
    expect(await parts.unmarked()).toEqual([]);
    expect(await parts.exportAll()).toEqual(await whole.exportAll());
  });

  it('leaves tables that a rebuild gives again', async () => {
    const ledger = await ledgerNamed('rebuilt');
    for (const report of reports) {
      await add(ledger, report);
      await linkNew(ledger, null);
    }
    const before = await ledger.exportAll();
    const near = await ledger.marksNear({ id: '', names: ['none'], words: [], day: null }, { days: 1, fewest: 1 });
    expect(near).toEqual([]);
    await ledger.rebuild();
    expect(await ledger.exportAll()).toEqual(before);
    expect(await ledger.unmarked()).toEqual([]);
    for await (const finding of ledger.verify()) expect(finding).toBeNull();
  });

  it('links nothing anew where nothing is new', async () => {
    const ledger = await ledgerNamed('still');
    for (const report of reports.slice(0, 3)) await add(ledger, report);
    await linkNew(ledger, null);
    const { entries } = await ledger.counts();
    await linkNew(ledger, null);
    expect((await ledger.counts()).entries).toBe(entries);
  });
});
