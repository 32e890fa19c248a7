import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Spans = readonly (readonly [number, number])[];
interface Marked {
  readonly id: string;
  readonly claims: readonly (readonly [source: Spans, cue: Spans, content: Spans])[];
}
interface SmallStory {
  readonly reports: readonly { readonly text: readonly (readonly [string, string, string])[] }[];
}

const lines = (file: string): string[] => readFileSync(file, 'utf8').trim().split('\n');

/** Two sentences a paragraph; twin of `text_of` in training/said/said.py. */
const paragraphsOf = (sentences: readonly string[]): string =>
  sentences.reduce((text, sentence, i) => `${text}${i === 0 ? '' : i % 2 === 0 ? '\n\n' : ' '}${sentence}`, '');

const stories = new Map<string, SmallStory[]>();
function textOf(id: string): string | undefined {
  const [, file = '', story, report] = /^(.+)-(\d+)\.r(\d+)$/.exec(id) ?? [];
  const known = stories.get(file) ?? lines(`training/bearing/stories/${file}.jsonl`).map((line) => JSON.parse(line) as SmallStory);
  stories.set(file, known);
  const found = known[Number(story) - 1]?.reports[Number(report) - 1];
  return found && paragraphsOf(found.text.map(([, , sentence]) => sentence.replace(/[[\]]/g, '')));
}

/** What is wrong with one statement's spans. */
function wrongIn(text: string, [source, cue, content]: Marked['claims'][number]): string[] {
  const words = (spans: Spans): string => spans.map(([from, to]) => text.slice(from, to)).join(' ');
  const all = [...source, ...cue, ...content];
  const outside = all.filter(([from, to]) => from < 0 || to > text.length || from >= to || /^\s|\s$/.test(text.slice(from, to)));
  const split = all.filter(
    ([from, to]) => /[\p{L}\p{N}]{2}/u.test(text.slice(from - 1, from + 1)) || /[\p{L}\p{N}]{2}/u.test(text.slice(to - 1, to + 1)),
  );
  const met = cue.filter(([from, to]) => content.some(([a, b]) => from < b && a < to));
  return [
    ...outside.map(() => `outside: ${words(all)}`),
    ...split.map((span) => `within a word: ${words([span])}`),
    ...met.map(() => `the cue within the content: ${words(cue)}`),
    ...(cue.length === 0 || content.length === 0 ? [`no cue or content: ${words(all)}`] : []),
  ];
}

describe('statements marked in the small stories', () => {
  const marked = lines('training/said/claims.jsonl').map((line) => JSON.parse(line) as Marked);

  it('are of every report, and lie in its words', () => {
    expect(new Set(marked.map(({ id }) => id)).size).toBe(6800);
    const wrong = marked.flatMap(({ id, claims }) => {
      const text = textOf(id);
      return text === undefined ? [`no report ${id}`] : claims.flatMap((claim) => wrongIn(text, claim).map((what) => `${id}: ${what}`));
    });
    expect(wrong).toEqual([]);
  });
});
