import type { Report } from '../../src/model/index.ts';
import { assemble } from '../../src/reader/assemble.ts';
import { windowsOf } from '../../src/reader/encoder/windows.ts';
import { wordsOf } from '../../src/reader/encoder/words.ts';
import { defaultSteps } from '../../src/reader/index.ts';
import type { Attribution, Layers } from '../../src/reader/layers.ts';
import { turnsOf } from '../../src/reader/said/neural/transcript.ts';

/** Texts that no reporter wrote, each one unit over and over. */
export const KINDS: Readonly<Record<string, string>> = {
  digits: '1234567890',
  numbers: '12 ',
  'the day before': 'the day before ',
  capitals: 'A',
  Capitals: 'Aa ',
  May: 'May ',
  brackets: '([{',
  quotes: '"“‘',
  'one line': 'abcdefghij',
  labels: 'PELL: x?\n',
  news: 'The mayor of Northport said on Monday that 12 people died in London. ',
};
const bare = {
  id: 'r',
  from: null,
  url: null,
  title: null,
  outlet: null,
  byline: null,
  published: '2016-10-05',
  language: 'en',
  sha256: '',
};

const seconds = (act: () => unknown): number => {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
};

/** A statement every two thousand characters: what stands between source and content is looked at by several rooms. */
function attributionsIn(text: string): Attribution[] {
  const every = 2000;
  return Array.from({ length: Math.floor(text.length / every) }, (_, i) => ({
    source: [[i * every, i * every + 10]],
    cue: [[i * every + 10, i * every + 15]],
    content: [[i * every + 15, i * every + 300]],
    ...{ quotation: 'indirect', depth: 0, within: null, confidence: null },
  }));
}

/** Processor seconds that each room of rules takes for a text. */
export function costs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const report: Report = { ...bare, text };
  found.set(
    'words',
    seconds(() => {
      const words = wordsOf(text);
      windowsOf(
        words,
        words.map(() => [1]),
        256,
      );
      turnsOf(text);
    }),
  );
  let draft: Partial<Layers> & { report: Report } = { report, attributions: attributionsIn(text) };
  for (const step of defaultSteps().filter(({ name }) => name !== 'said' && name !== 'saidWhen')) {
    found.set(
      step.name,
      seconds(() => {
        draft = { ...draft, ...step.annotate({ saidWhen: [], ...draft }, undefined) };
      }),
    );
  }
  found.set(
    'assembled',
    seconds(() => assemble(draft, [])),
  );
  return found;
}

/** A text of one kind, of so many characters. */
export const longText = (unit: string, size: number): string => unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
