import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generateArchive } from '../../../bench/linking/generate.ts';
import { openLedger } from '../../ledger/index.ts';
import type { Ledger } from '../../ledger/port.ts';
import type { LinkReport } from '../../linking/index.ts';
import type { Judgement, LedgerExport } from '../../model/index.ts';
import { linkNew, relink } from '../linking/index.ts';
import { judge } from './index.ts';

let folder: string;
let opened: Ledger[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accordingto-judging-'));
});
afterEach(async () => {
  for (const ledger of opened) await ledger.close();
  opened = [];
  await rm(folder, { recursive: true, force: true });
});

const hashOf = (report: LinkReport['report']): string => createHash('sha256').update(JSON.stringify(report)).digest('hex');
/** The id that the ledger gives a report. */
const idOf = ({ report }: LinkReport): string => `r${hashOf(report).slice(0, 16)}`;

async function add(ledger: Ledger, { report, statements }: LinkReport): Promise<void> {
  const whole = { ...report, sha256: hashOf(report) };
  await ledger.add(
    {
      kind: 'report',
      report: whole,
      idGiven: true,
      raw: Buffer.from(JSON.stringify(report)),
      mediaType: 'application/json',
      headers: {},
      evidence: [],
      warnings: [],
    },
    { report: whole, statements, times: [], places: [], quantities: [], entities: [], warnings: [] },
  );
}

const link = (ledger: Ledger): Promise<void> => linkNew(ledger, null);

async function ledgerOf(name: string, reports: readonly LinkReport[]): Promise<Ledger> {
  const ledger = await openLedger(join(folder, `${name}.db`), { create: true });
  opened.push(ledger);
  for (const report of reports) await add(ledger, report);
  await relink(ledger, null);
  return ledger;
}

const say = (ledger: Ledger, judgement: Judgement): Promise<{ readonly sequence: number }> => judge(ledger, judgement, link);
const undo = (ledger: Ledger, { sequence }: { readonly sequence: number }) =>
  say(ledger, { verdict: 'undo', target: String(sequence), by: 'Ana' });

/** That a rebuild makes the same tables again, and that linking everything anew keeps to what was decided. */
async function holds(ledger: Ledger): Promise<LedgerExport> {
  const tables = await ledger.exportAll();
  for await (const finding of ledger.verify()) expect(finding).toBeNull();
  await relink(ledger, null);
  expect(await ledger.exportAll()).toEqual(tables);
  return tables;
}

const claimWith = async (ledger: Ledger, statement: string) =>
  (await ledger.page('claims', { limit: 500 })).rows.find(({ statements }) => statements.some(({ id }) => id === statement));

const { reports } = generateArchive({ seed: 3, events: 2, noise: 4 });
const [first, second] = reports as [LinkReport, LinkReport];

/** The statement of a report that speaks of the bridge, which another report's says in other words. */
const bridges = reports
  .slice(0, 6)
  .flatMap((row) =>
    row.statements.filter(({ content }) => content.text.includes('bridge')).map(({ id }) => `${idOf(row)}${id.slice(id.indexOf(':'))}`),
  );

describe('a rejected report', () => {
  it('leaves the tables of never having added it, and an undo restores them exactly', async () => {
    for (const at of [0, 3]) {
      const ledger = await ledgerOf(`with${at}`, reports);
      const before = await ledger.exportAll();
      const without = await ledgerOf(
        `without${at}`,
        reports.filter((_, i) => i !== at),
      );
      const rejection = await say(ledger, { verdict: 'reject', target: idOf(reports[at] as LinkReport), by: 'Ana' });
      expect(await ledger.exportAll()).toEqual(await without.exportAll());
      await holds(ledger);
      await undo(ledger, rejection);
      expect(await ledger.exportAll()).toEqual(before);
      await holds(ledger);
    }
  });

  it('does not come back by being added again', async () => {
    const ledger = await ledgerOf('again', reports.slice(0, 6));
    await say(ledger, { verdict: 'reject', target: idOf(first), by: 'Ana' });
    await add(ledger, first);
    await link(ledger);
    expect(await ledger.row('reports', idOf(first))).toBeNull();
  });
});

describe('claims', () => {
  it('stay split and joined in every later linking', async () => {
    const ledger = await ledgerOf('split', reports.slice(0, 5));
    const before = await ledger.exportAll();
    const [a = '', , b = ''] = bridges;
    const claim = await claimWith(ledger, a);
    expect(await claimWith(ledger, b)).toEqual(claim);
    const split = await say(ledger, { verdict: 'split', target: b, from: claim?.id ?? '', by: 'Ana' });
    expect((await claimWith(ledger, b))?.id).not.toBe((await claimWith(ledger, a))?.id);
    await add(ledger, reports[5] as LinkReport);
    await link(ledger);
    expect((await claimWith(ledger, b))?.id).not.toBe((await claimWith(ledger, a))?.id);
    await holds(ledger);
    await say(ledger, { verdict: 'reject', target: idOf(reports[5] as LinkReport), by: 'Ana' });
    const apart = (await claimWith(ledger, b))?.id ?? '';
    // The later judgement prevails over the earlier.
    await say(ledger, { verdict: 'join', target: apart, with: (await claimWith(ledger, a))?.id ?? '', by: 'Bo' });
    expect((await claimWith(ledger, b))?.id).toBe((await claimWith(ledger, a))?.id);
    await holds(ledger);
    await undo(ledger, split);
    expect((await ledger.exportAll()).claims.map(({ id }) => id)).toEqual(before.claims.map(({ id }) => id));
  });

  it('that are rejected are gone until that is undone; words of a person stand for the machine’s', async () => {
    const ledger = await ledgerOf('claims', reports.slice(0, 6));
    const before = await ledger.exportAll();
    const claim = (await claimWith(ledger, bridges[0] ?? ''))?.id ?? '';
    const rejected = await say(ledger, { verdict: 'reject', target: claim, by: 'Ana' });
    expect(await ledger.row('claims', claim)).toBeNull();
    await holds(ledger);
    await undo(ledger, rejected);
    expect(await ledger.exportAll()).toEqual(before);
    await say(ledger, { verdict: 'correct', target: claim, field: 'proposition', value: 'The bridge is gone', by: 'Ana' });
    const row = await ledger.row('claims', claim);
    expect(row?.proposition).toBe('The bridge is gone');
    expect(row?.judged?.corrections?.[0]).toMatchObject({ by: 'Ana', machine: before.claims.find(({ id }) => id === claim)?.proposition });
    await holds(ledger);
  });

  it('show the later of two judgements and say that they differ', async () => {
    const ledger = await ledgerOf('conflict', reports.slice(0, 6));
    const claim = (await claimWith(ledger, bridges[0] ?? ''))?.id ?? '';
    await say(ledger, { verdict: 'reject', target: claim, by: 'Ana' });
    const bos = await ledger.judge({ verdict: 'confirm', target: claim, kind: 'claim', members: [bridges[0] ?? ''], by: 'Bo' });
    await link(ledger);
    expect((await ledger.row('claims', claim))?.judged).toMatchObject({
      verdict: 'confirmed',
      by: 'Bo',
      conflicts: [{ by: 'Ana', said: 'reject' }],
    });
    await undo(ledger, bos);
    expect(await ledger.row('claims', claim)).toBeNull();
  });
});

describe('a statement', () => {
  it('that is rejected vouches for nothing and stays to be seen', async () => {
    const ledger = await ledgerOf('statement', reports.slice(0, 6));
    const before = await ledger.exportAll();
    const toll = before.tallies[0]?.points[0]?.statement ?? '';
    const rejected = await say(ledger, { verdict: 'reject', target: toll, by: 'Ana', note: 'misread' });
    const after = await holds(ledger);
    expect(JSON.stringify([after.claims, after.tallies, after.timeline])).not.toContain(`"${toll}"`);
    expect(after.statements.find(({ id }) => id === toll)?.judged).toMatchObject({ verdict: 'rejected', by: 'Ana' });
    await undo(ledger, rejected);
    expect(await ledger.exportAll()).toEqual(before);
  });

  it('that is corrected changes what hangs on it; the machine’s stands beside', async () => {
    const ledger = await ledgerOf('corrected', reports.slice(0, 6));
    const before = await ledger.exportAll();
    const point = before.tallies[0]?.points[0];
    const target = point?.statement ?? '';
    const figure = await say(ledger, { verdict: 'correct', target, field: 'figure', value: '4000..4500', by: 'Ana' });
    await say(ledger, { verdict: 'correct', target, field: 'source', value: 'The Harbour Union', by: 'Ana' });
    await say(ledger, { verdict: 'correct', target, field: 'certainty', value: 'possible', by: 'Ana' });
    const after = await holds(ledger);
    expect(after.tallies.flatMap(({ points }) => points).find(({ statement }) => statement === target)).toMatchObject({
      low: 4000,
      high: 4500,
    });
    const row = after.statements.find(({ id }) => id === target);
    expect(row?.certainty.level).toBe('possible');
    expect(after.sources.find(({ id }) => id === row?.sourceId)?.name).toBe('The Harbour Union');
    expect(row?.judged?.corrections?.map(({ field, machine }) => [field, machine])).toEqual([
      ['figure', { low: point?.low, high: point?.high, approximate: false }],
      ['source', before.statements.find(({ id }) => id === target)?.source?.name],
      ['certainty', 'unknown'],
    ]);
    await undo(ledger, figure);
    expect((await ledger.exportAll()).tallies.flatMap(({ points }) => points).find(({ statement }) => statement === target)?.low).toBe(
      point?.low,
    );
  });
});

describe('sources', () => {
  it('stay joined and told apart, and an undo restores them', async () => {
    const ledger = await ledgerOf('sources', reports);
    const before = await ledger.exportAll();
    const [a, b] = before.sources.filter(({ kind }) => kind === 'agency');
    const joined = await say(ledger, { verdict: 'join', target: a?.id ?? '', with: b?.id ?? '', by: 'Ana' });
    const after = await holds(ledger);
    expect(after.sources.some(({ id }) => id === a?.id)).toBe(false);
    const both = after.sources.find(({ id }) => id === b?.id);
    expect([both?.name, ...(both?.aliases ?? [])]).toEqual(expect.arrayContaining([a?.name, b?.name]));
    expect(after.statements.some(({ sourceId }) => sourceId === a?.id)).toBe(false);
    await undo(ledger, joined);
    expect(await ledger.exportAll()).toEqual(before);
    const [mine, other] = before.statements.filter(({ source }) => source?.name?.endsWith('Rescue Directorate'));
    expect(mine?.sourceId).toBe(other?.sourceId);
    await say(ledger, { verdict: 'split', target: mine?.id ?? '', from: mine?.sourceId ?? '', by: 'Ana' });
    const split = await holds(ledger);
    const now = (id: string | undefined) => split.statements.find((row) => row.id === id)?.sourceId;
    expect(now(mine?.id)).not.toBe(mine?.sourceId);
    expect(now(other?.id)).toBe(mine?.sourceId);
  });

  it('bear the rating that people gave, and linking is not run for it', async () => {
    const ledger = await ledgerOf('rated', reports.slice(0, 6));
    const { sources } = await ledger.exportAll();
    await ledger.judge({ verdict: 'rate', target: sources[0]?.id ?? '', kind: 'source', rating: 'C', by: 'Ana' });
    expect(await ledger.unmarked()).toEqual([]);
    expect((await ledger.row('sources', sources[0]?.id ?? ''))?.judged).toMatchObject({ rating: 'C', by: 'Ana' });
  });
});

describe('a forecast', () => {
  it('keeps the outcome that a person gave it', async () => {
    const foreseen: LinkReport = {
      ...first,
      statements: first.statements.map((row) => ({ ...row, forecast: { window: '2024-05-01/2024-05-31', condition: null } })),
    };
    const ledger = await ledgerOf('forecast', [foreseen]);
    const { forecasts } = await ledger.exportAll();
    const target = forecasts[0]?.id ?? '';
    expect(forecasts[0]?.outcome).toBe('pending');
    await say(ledger, { verdict: 'resolve', target, outcome: 'failed', by: 'Ana' });
    await say(ledger, { verdict: 'resolve', target: forecasts[0]?.claim ?? '', outcome: 'fulfilled', by: 'Bo' });
    const after = await holds(ledger);
    expect(after.forecasts.find(({ id }) => id === target)).toMatchObject({
      outcome: 'fulfilled',
      judged: { by: 'Bo', outcome: { value: 'fulfilled', machine: 'pending' }, conflicts: [{ by: 'Ana', said: 'failed' }] },
    });
  });
});

describe('a decision', () => {
  it('that is turned down is undone; one that is confirmed is not asked about again', async () => {
    const ledger = await ledgerOf('decisions', reports.slice(0, 6));
    const { rows } = await ledger.page('decisions', { filters: { kind: 'copy' } });
    const [copy] = rows;
    await say(ledger, { verdict: 'reject', target: copy?.id ?? '', by: 'Ana' });
    expect((await ledger.row('reports', copy?.members[0] ?? ''))?.copyOf).not.toBe(copy?.members[1]);
    const unsure = (await ledger.page('decisions', { filters: { kind: 'claim', judged: 'false' } })).rows[0];
    await say(ledger, { verdict: 'confirm', target: unsure?.id ?? '', by: 'Ana' });
    expect((await ledger.row('decisions', unsure?.id ?? ''))?.judged).toMatchObject({ verdict: 'confirmed', by: 'Ana' });
    await holds(ledger);
  });
});

describe('what cannot be judged', () => {
  it('is refused by its code', async () => {
    const ledger = await ledgerOf('refused', reports.slice(0, 6));
    const { claims, sources } = await ledger.exportAll();
    const statement = bridges[0] ?? '';
    const cases: readonly [Judgement, string][] = [
      [{ verdict: 'confirm', target: 'nothing', by: 'Ana' }, 'JUDGE_NOT_FOUND'],
      [{ verdict: 'rate', target: claims[0]?.id ?? '', rating: 'A', by: 'Ana' }, 'JUDGE_NOT_SO'],
      [{ verdict: 'join', target: claims[0]?.id ?? '', with: sources[0]?.id ?? '', by: 'Ana' }, 'JUDGE_NOT_SO'],
      [{ verdict: 'correct', target: statement, field: 'colour', value: 'red', by: 'Ana' }, 'JUDGE_FIELD'],
      [{ verdict: 'correct', target: statement, field: 'figure', value: 'many', by: 'Ana' }, 'JUDGE_VALUE'],
      [{ verdict: 'correct', target: idOf(second), field: 'published', value: 'yesterday', by: 'Ana' }, 'JUDGE_VALUE'],
      [{ verdict: 'undo', target: '1', by: 'Ana' }, 'JUDGE_NOT_UNDOABLE'],
    ];
    for (const [judgement, code] of cases) await expect(judge(ledger, judgement)).rejects.toMatchObject({ problem: { code } });
  });
});
