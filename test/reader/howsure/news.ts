import { readFileSync } from 'node:fs';
import { howsure } from '../../../src/reader/howsure/index.ts';
import type { Attribution } from '../../../src/reader/index.ts';
import { when } from '../../../src/reader/when/index.ts';
import { readMarks } from '../marked.ts';

/** The day on which all of the invented sentences came out: a Tuesday. */
export const PUBLISHED = '2026-03-10';

/** What a careful reader, or the room, says of one sentence. */
export const QUESTIONS = ['level', 'stance', 'basis', 'window', 'condition'] as const;
export type Question = (typeof QUESTIONS)[number];
export type Told = Readonly<Record<Question, string>>;

export interface Sentence {
  readonly marked: string;
  readonly expected: Told;
}

/** `news`: what the rules were fixed by; `news-later`: what was written afterwards. */
export const SETS = ['news', 'news-later'] as const;
export type SetName = (typeof SETS)[number];

/** The sentences of a set. */
export const sentences = (set: SetName): readonly Sentence[] =>
  readFileSync(new URL(`./${set}.tsv`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [marked = '', level = '', stance = '', basis = '', window = '', condition = ''] = line.split('\t');
      return { marked, expected: { level, stance, basis, window, condition } };
    });

/** What the room says of a marked sentence, in the table's words. */
export function told(marked: string): Told {
  const { text, source, cue, content } = readMarks(marked);
  const report = { text, published: PUBLISHED } as never;
  const attribution: Attribution = {
    source: source.length > 0 ? source : null,
    cue: cue.length > 0 ? cue : null,
    content,
    quotation: 'indirect',
    depth: 0,
    within: null,
    confidence: null,
  };
  const layers = { report, attributions: [attribution], sentences: [{ span: [0, text.length] as const, paragraph: 0 }] };
  const { times } = when().annotate(layers, undefined);
  const assessment = howsure().annotate({ ...layers, times }, undefined).assessments[0];
  if (!assessment) throw new Error(`no assessment of ${text}`);
  const { certainty, stance, basis, forecast } = assessment;
  return {
    level: certainty.level,
    stance,
    basis: [...new Set(basis.map(({ kind }) => kind))].join(', ') || '-',
    window: forecast ? (forecast.window ?? '?') : '-',
    condition: forecast?.condition ?? '-',
  };
}

/** How many sentences each question is answered rightly for, and what was answered wrongly. */
export function score(set: SetName): {
  readonly right: Readonly<Record<Question, number>>;
  readonly count: number;
  readonly wrong: readonly string[];
} {
  const right = { level: 0, stance: 0, basis: 0, window: 0, condition: 0 };
  const wrong: string[] = [];
  const all = sentences(set);
  for (const { marked, expected } of all) {
    const found = told(marked);
    for (const question of QUESTIONS)
      if (found[question] === expected[question]) right[question] += 1;
      else wrong.push(`${question}: ${expected[question]}, found ${found[question]}: ${marked}`);
  }
  return { right, count: all.length, wrong };
}
