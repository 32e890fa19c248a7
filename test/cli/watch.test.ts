import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { jsonLines, run, temporaryFolder } from './support/run.ts';

const folder = temporaryFolder();
const ledger = join(folder, 'desk.db');
const inbox = join(folder, 'inbox');

it('watches a folder for one round, lists it, shows how its report came, and forgets it', { timeout: 120_000 }, async () => {
  mkdirSync(inbox);
  writeFileSync(join(inbox, 'note.txt'), 'The mayor said on Monday that the bridge is closed until Friday.');
  const round = await run(['watch', inbox, '--once', '--settle', '0', '--ledger', ledger, '--json']);
  expect([round.status, round.err]).toEqual([0, '']);
  const added = jsonLines(round.out).find(({ kind }) => kind === 'added') as { event: { kind: string; reportId: string } };
  expect(added.event.kind).toBe('stored');

  const listed = await run(['watch', '--list', '--ledger', ledger, '--json']);
  expect(jsonLines(listed.out)).toMatchObject([{ place: inbox, kind: 'folder', items: 1, lastError: null }]);
  expect((await run(['watch', '--list', '--ledger', ledger])).out).toContain('folder, 1 file');

  const evidence = await run(['show', added.event.reportId, '--evidence', '--ledger', ledger]);
  expect(evidence.out).toMatch(/SHA-256 +[0-9a-f]{64}/);
  expect(evidence.out).toContain(join(inbox, 'note.txt'));
  const custody = await run(['show', added.event.reportId, '--evidence', '--json', '--ledger', ledger]);
  expect(JSON.parse(custody.out)).toMatchObject({ report: added.event.reportId, mediaType: 'text/plain' });

  expect((await run(['watch', '--forget', inbox, '--ledger', ledger])).status).toBe(0);
  const again = await run(['watch', '--forget', inbox, '--ledger', ledger]);
  expect([again.status, again.err]).toEqual([1, expect.stringContaining('LEDGER_ROW_NOT_FOUND')]);
  const nothing = await run(['watch', '--once', '--ledger', ledger]);
  expect([nothing.status, nothing.err]).toEqual([2, expect.stringContaining('CLI_NO_INPUT')]);
});

it('refuses a report that is not there, and a place that is none', async () => {
  const missing = await run(['show', 'rnone', '--ledger', ledger]);
  expect([missing.status, missing.err]).toEqual([1, expect.stringContaining('LEDGER_ROW_NOT_FOUND')]);
  const place = await run(['watch', join(folder, 'nowhere'), '--once', '--ledger', ledger]);
  expect([place.status, place.err]).toEqual([1, expect.stringContaining('INTAKE_NOT_FOUND')]);
});
