import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import { standingOf } from '../../src/server/details/source.ts';
import { storyLinking, storyReports } from '../server/support/story.ts';

let folder: string;
let ledger: Ledger;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accordingto-citations-'));
  ledger = await openLedger(join(folder, 'test.db'), { create: true });
  const reports = storyReports();
  for (const { received, reading } of reports) await ledger.add(received, reading);
  await ledger.link(storyLinking(reports));
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true });
});

it('tells whom a source cites and who cites it, by the place in the chain', async () => {
  const { rows } = await ledger.page('statements', { filters: { voice: 'any' }, limit: 500 });
  const chained = rows.find(({ chainIds }) => chainIds.length > 1);
  const [outer = '', inner = ''] = chained?.chainIds ?? [];
  expect([outer, inner]).not.toContain('');
  const ids = (list: readonly { readonly sourceId: string }[]): string[] => list.map(({ sourceId }) => sourceId);
  expect(ids((await ledger.citations(outer)).cites)).toContain(inner);
  expect(ids((await ledger.citations(inner)).citedBy)).toContain(outer);
  expect(ids((await ledger.citations(inner)).cites)).not.toContain(outer);
  expect(await ledger.citations('none')).toEqual({ cites: [], citedBy: [], outlets: [], reports: 0, partial: false });
});

it('tells the figures that it changed, what became of its forecasts, and how people rate it, apart', async () => {
  const row = await ledger.row('sources', 's-ines-valcourt');
  if (!row) throw new Error('the story has no engineer');
  const tallies = (await ledger.page('tallies', { filters: { source: row.id } })).rows;
  const before = await standingOf(ledger, row, tallies);
  expect(before.revised).toMatchObject([{ tally: 't-leak', before: null, after: { low: 40, status: 'revised' } }]);
  expect(before.rating).toBeNull();
  await ledger.judge({ verdict: 'rate', target: row.id, kind: 'source', by: 'Rosa', rating: 'B' });
  const rated = await ledger.row('sources', row.id);
  if (!rated) throw new Error('gone');
  expect(await standingOf(ledger, rated, tallies)).toEqual({ ...before, rating: 'B' });
  const mayor = await ledger.row('sources', 's-piet-oskarsen');
  expect(mayor && (await standingOf(ledger, mayor, [])).record).toEqual({ kept: 0, failed: 0, pending: 1 });
});
