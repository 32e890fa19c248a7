import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyScores, ratesOf, scoreReport } from '../../src/cli/compare/score.ts';
import { run, temporaryFolder } from './support/run.ts';

const TEXT = 'The mayor said on Monday that the bridge will be closed for three weeks.';

describe('the scores', () => {
  const claim = (source: [number, number][], content: [number, number][]) => ({ source, cue: [] as [number, number][], content });
  it('count a claim whose content and source agree by half of their words', () => {
    const scores = emptyScores();
    scoreReport(scores, 'a b c d e f', [claim([[0, 1]], [[4, 11]])], [claim([[0, 1]], [[4, 9]])]);
    expect(ratesOf(scores.tallies.claim).f1).toBe(1);
    expect(ratesOf(scores.tallies['exact.content']).f1).toBe(0);
  });
  it('tell a right content with a wrong source', () => {
    const scores = emptyScores();
    scoreReport(scores, 'a b c d e f', [claim([[0, 1]], [[4, 11]])], [claim([[2, 3]], [[4, 11]])]);
    expect(ratesOf(scores.tallies.content).f1).toBe(1);
    expect(ratesOf(scores.tallies.claim).f1).toBe(0);
    expect(scores.misattributed).toEqual({ wrong: 1, of: 1 });
  });
  it('are nothing, and not NaN, for nothing', () => {
    expect(ratesOf(emptyScores().tallies.claim)).toEqual({ precision: 0, recall: 0, f1: 0 });
  });
});

describe('compare', () => {
  it('agrees wholly with what the reader printed', async () => {
    const folder = temporaryFolder();
    const [input, labelled] = [join(folder, 'in.jsonl'), join(folder, 'labelled.jsonl')];
    writeFileSync(input, `${JSON.stringify({ id: 'a', text: TEXT })}\n`);
    writeFileSync(labelled, (await run(['read', '--jsonl', input, '--json'])).out);
    const { status, out } = await run(['compare', labelled, '--json']);
    expect(status).toBe(0);
    expect(JSON.parse(out).claim).toMatchObject({ right: 1, found: 1, wanted: 1, f1: 1 });
  });
  it('says which line is not labelled, and that a file is not there', async () => {
    const file = join(temporaryFolder(), 'x.jsonl');
    writeFileSync(file, '{"id": "a"}\n');
    expect(await run(['compare', file])).toMatchObject({ status: 1, err: expect.stringContaining('CLI_NOT_LABELLED') });
    expect(await run(['compare', `${file}.none`])).toMatchObject({ status: 1, err: expect.stringContaining('INTAKE_NOT_FOUND') });
  });
});
