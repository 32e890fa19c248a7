import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/index.ts';
import { createReader, type Reader } from '../../src/reader/reader.ts';
import { saidByModel } from '../../src/reader/said/neural/index.ts';
import { turnsOf } from '../../src/reader/said/neural/transcript.ts';

const report = (text: string): Report => ({
  ...{ id: 'r', from: null, url: null, title: null, outlet: null, byline: null, published: null, language: 'en', sha256: '' },
  text,
});
const HEARING = [
  'CHAIR: When did you learn of the leak?',
  'PELL: On Monday. My staff told me that the dam had cracked.',
  'CHAIR: And the county?',
  'PELL: The county said nothing. (LAUGHTER)',
].join('\n\n');

describe('what is a transcript', () => {
  const labels = (text: string): (string | null)[] => turnsOf(text).map(({ speaker }) => speaker && text.slice(...speaker));
  it.each([
    ['names in capitals', HEARING, ['CHAIR', 'PELL', 'CHAIR', 'PELL']],
    ['names', 'Ann Pell: Yes.\nDana Reed: No.\nAnn Pell: Well.', ['Ann Pell', 'Dana Reed', 'Ann Pell']],
    ['questions and answers', 'Q. Did you see it?\nA. Yes.\nQ. When?\nA. In May.', [null, null, null, null]],
    ['with a title and a part', 'MS. REED (via telephone): Yes.\nQUESTION: Why?\nMS. REED: Well.', ['MS. REED', null, 'MS. REED']],
    ['an advisory', 'WHO: The mayor\nWHAT: A speech\nWHEN: Monday\nWHERE: Northport', []],
    ['headlines', 'Police: Two hurt\nMinister: Dam is safe\nPolice: Road open', []],
    ['news of the minute', 'BREAKING: Bridge closed\nUPDATE: Two hurt\nBREAKING: Bridge open', []],
    ['times', '10:42: The bridge opens.\n11:05: Snow falls.\n12:00: Noon.', []],
    ['prose', 'The mayor said: We will see.\n\nIt was late: nobody came.\n\nThe end: none.', []],
    ['one speaker once', 'SMITH: We have to close it.\n\nThe bridge is old.\n\nJONES: I disagree.', []],
  ])('%s', (_, text, expected) => expect(labels(text)).toEqual(expected));
  it('takes time in the text’s length', () => {
    const time = (count: number): number => {
      const text = 'PELL: Yes. (NO) [x\nREED: No: (a) '.repeat(count);
      const before = process.cpuUsage();
      for (let i = 0; i < 3; i += 1) turnsOf(text);
      return process.cpuUsage(before).user;
    };
    /** One run may meet the collector of garbage or a busy neighbour: the least of five meets neither. */
    const least = (count: number): number => Math.min(...Array.from({ length: 5 }, () => time(count)));
    time(500);
    expect(least(8000)).toBeLessThan(4 * 4 * Math.max(least(2000), 500));
  });
});

describe('a transcript read', () => {
  let reader: Reader;
  beforeAll(() => {
    reader = createReader([saidByModel({ workers: 1 })]);
  });
  afterAll(() => reader.close());

  it('gives turns to their speakers, leaves questions, keeps what stands within, and says so', async () => {
    const { statements, warnings } = await reader.read(report(HEARING));
    const rows = statements.map(({ source, cue, content, depth }) => [depth, source?.text, cue?.text, content.text]);
    expect(rows).toEqual([
      [0, 'PELL', ':', 'On Monday. My staff told me that the dam had cracked'],
      [1, 'My staff', 'told', expect.stringMatching(/that the dam had cracked$/)],
      [0, 'PELL', ':', 'The county said nothing'],
    ]);
    expect(statements[0]?.confidence).toBeNull();
    expect(warnings.map(({ code }) => code)).toEqual(['READER_TRANSCRIPT']);
  });
});
