import type { Quantity } from '../../model/index.ts';
import type { LinkReport } from '../input.ts';
import { madeReport, madeStatement } from '../made.ts';

/** A made-up figure for tests: its sentence, whose it is, its own words, its value and what is counted. */
export type Row = readonly [text: string, source: string, words: string, value: number, counted: string | null];

/** A report of one figure, published on that day of January, with words before its sentence. */
export function reportWith(day: number, before: string, [sentence, source, words, value, counted]: Row): LinkReport {
  const from = before.length;
  const at = from + sentence.indexOf(words);
  const quantity = { spans: [[at, at + words.length]], text: words, low: value, high: value, approximate: false, unit: null, counted };
  const statement = madeStatement(sentence, {
    id: `r${day}:0`,
    source: { spans: [], text: source, name: source, kind: 'agency' },
    cue: { spans: [], text: 'said' },
    content: { spans: [[from, from + sentence.length]], text: sentence },
    stance: 'asserts',
    quantities: [quantity as unknown as Quantity],
  });
  return {
    report: madeReport(`r${day}`, `${before}${sentence}, ${source} said.`, {
      published: `2025-01-${String(day).padStart(2, '0')}T12:00:00Z`,
    }),
    statements: [statement],
  };
}

/** A report of one statement with two figures, each by its words and value. */
export function reportOfTwo(text: string, ...figures: readonly (readonly [words: string, value: number])[]): LinkReport {
  const quantities = figures.map(([words, value]) => {
    const at = text.indexOf(words);
    const counted = words.split(' ')[1] ?? null;
    return { spans: [[at, at + words.length]], text: words, low: value, high: value, approximate: false, unit: null, counted };
  });
  const statement = madeStatement(text, {
    id: 'r1:0',
    source: { spans: [], text: 'City Hall', name: 'City Hall', kind: 'agency' },
    cue: { spans: [], text: 'said' },
    content: { spans: [[0, text.length]], text },
    stance: 'asserts',
    quantities: quantities as unknown as Quantity[],
  });
  return { report: madeReport('r1', text, { published: '2025-01-01T12:00:00Z' }), statements: [statement] };
}

/** A report of one figure and nothing else. */
export const reportOf = (day: number, row: Row): LinkReport => reportWith(day, '', row);
