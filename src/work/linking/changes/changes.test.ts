import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyLinking, storyReports } from '../../../../test/server/support/story.ts';
import { openLedger } from '../../../ledger/index.ts';
import type { Ledger, Linking } from '../../../ledger/port.ts';
import type { Decision } from '../../../model/index.ts';
import { changesBetween, snapshotOf } from './index.ts';
import { regrouped } from './regroup.ts';

let folder: string;
let ledger: Ledger;
const reports = storyReports();
const old = storyLinking(reports);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accordingto-changes-'));
  ledger = await openLedger(join(folder, 'test.db'), { create: true });
  for (const { received, reading } of reports) await ledger.add(received, reading);
});
afterAll(async () => {
  await ledger.close();
  await rm(folder, { recursive: true });
});

async function between(one: Linking, other: Linking) {
  await ledger.link(one);
  const before = await snapshotOf(ledger);
  await ledger.link(other);
  return changesBetween(before, await snapshotOf(ledger));
}

const decision = (kind: Decision['kind'], members: readonly string[], reason: string): Decision => ({
  id: `d-${kind}-${members.join('-')}`,
  kind,
  members,
  score: 0.5,
  doubt: 0.5,
  uses: 1,
  reason,
  version: 'next@2',
  report: reports[0]?.received.report.id ?? '',
});
const claim = (id: string) => {
  const found = old.claims.find((row) => row.id === id);
  if (!found) throw new Error(id);
  return found;
};

describe('what a new linking changed', () => {
  it('is nothing where it came to the same', async () => {
    expect(await between(old, old)).toEqual([]);
  });

  it('names claims that were joined, and split again, with the reason of the decision between them', async () => {
    const [forty, thirty] = [claim('c-forty'), claim('c-thirty')];
    const joined = { ...forty, id: 'c-leak', statements: [...forty.statements, ...thirty.statements] };
    const pair = [forty.statements[0]?.id ?? '', thirty.statements[0]?.id ?? ''];
    const next: Linking = {
      ...old,
      claims: [...old.claims.filter(({ id }) => id !== 'c-forty' && id !== 'c-thirty'), joined],
      relations: [],
      decisions: [decision('claim', pair, 'they count one leak')],
    };
    const [change, ...more] = await between(old, next);
    expect(more).toEqual([]);
    expect(change).toMatchObject({
      what: 'claim',
      change: 'joined',
      before: [{ id: 'c-forty' }, { id: 'c-thirty', words: thirty.proposition }],
      after: [{ id: 'c-leak' }],
      reasons: ['they count one leak'],
    });
    expect(await between(next, old)).toMatchObject([
      { change: 'split', before: [{ id: 'c-leak' }], reasons: ['no longer: they count one leak'] },
    ]);
  });

  it('names other origins with both reasons, copies found and given up, and outcomes', async () => {
    const seeping = claim('c-seeping');
    const origin = { sourceId: 's-ines-valcourt', reason: 'She measured it herself.' };
    const [copy] = old.copies;
    const [forecast] = old.forecasts;
    if (!copy || !forecast) throw new Error('the story has neither copy nor forecast');
    const next: Linking = {
      ...old,
      claims: old.claims.map((row) => (row === seeping ? { ...row, origins: [origin] } : row)),
      copies: old.copies.slice(1),
      forecasts: [{ ...forecast, outcome: 'failed' }],
      decisions: [decision('forecast', [forecast.claim], 'failed: the wall stood')],
    };
    const changes = await between({ ...old, decisions: [decision('copy', [copy.report, copy.copyOf], 'holds 96 % of it')] }, next);
    expect(changes).toMatchObject([
      {
        what: 'claim',
        change: 'origins',
        reasons: ['now: She measured it herself.', expect.stringMatching(/^no longer: The board says so/)],
      },
      { what: 'copy', change: 'given up', after: [], reasons: ['no longer: holds 96 % of it'] },
      {
        what: 'forecast',
        change: 'outcome',
        before: [{ words: 'pending' }],
        after: [{ words: 'failed' }],
        reasons: ['failed: the wall stood'],
      },
    ]);
  });
});

describe('regrouping', () => {
  it('looks only at what is on both sides', () => {
    const before = new Map([
      ['a', '1'],
      ['b', '1'],
      ['gone', '2'],
    ]);
    const after = new Map([
      ['a', 'x'],
      ['b', 'x'],
      ['new', 'x'],
    ]);
    expect(regrouped(before, after)).toEqual({ joined: new Map(), split: new Map(), same: new Map([['1', 'x']]) });
  });
});
