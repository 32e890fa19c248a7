import type { Certainty, Passage } from '../../model/index.ts';
import { type Attribution, passage } from '../layers.ts';
import { type Tokens, tokenize } from '../when/index.ts';
import { factuality } from './factuality/score.ts';
import { Phrases } from './phrases.ts';
import { type Run, runsOf, spanOf } from './place.ts';
import { predicateOf } from './predicate.ts';
import { CERTAINTY_WORDS } from './words/certainty.ts';
import { CUE_WORDS, type CueWords } from './words/cues.ts';

export const cutWords = (words: string): readonly string[] => tokenize(words).lower;
const HEDGES = new Phrases(CERTAINTY_WORDS, ({ words }) => words, cutWords);
const CUES = new Phrases(CUE_WORDS, ({ words }) => words, cutWords);

/** Words that open a clause of its own: what stands behind them says nothing about the main one. */
const CLAUSE_OPENERS: ReadonlySet<string> = new Set([
  'which',
  'who',
  'whom',
  'whose',
  'where',
  'because',
  'although',
  'though',
  'while',
  'after',
  'before',
  'when',
  'but',
  'if',
  'unless',
  ';',
  ':',
]);
/** How many tokens of the content are looked at: the main clause of any sentence that a person would say. */
const CLAUSE = 60;

/** How little a level commits the source: of two levels the larger one is kept. */
const WEIGHT: Readonly<Record<Certainty['level'], number>> = { certain: 0, probable: 1, possible: 2, unlikely: 3, denied: 4, unknown: 5 };

/** The content's main clause, as a run of tokens. */
export function mainClause(tokens: Tokens, content: readonly Run[]): Run {
  const first = content[0] ?? { from: 0, to: 0 };
  const limit = Math.min(first.to, first.from + CLAUSE);
  for (let i = first.from + 1; i < limit; i++) if (CLAUSE_OPENERS.has(tokens.lower[i] as string)) return { from: first.from, to: i };
  return { from: first.from, to: limit };
}

/** What the cue's own words say, where they say anything. */
export function cueWords(tokens: Tokens, attribution: Attribution): { readonly row: CueWords; readonly words: readonly Passage[] } | null {
  let best: { readonly row: CueWords; readonly words: readonly Passage[] } | null = null;
  for (const { from, to } of runsOf(tokens, attribution.cue ?? []))
    for (const hit of CUES.all(tokens, from, Math.min(to, from + CLAUSE)))
      best ??= { row: hit.row, words: [passage(tokens.text, [spanOf(tokens, hit.from, hit.end)])] };
  return best;
}

/** How sure the source is about its content, with the words that show it: those of the content's main clause, then the cue's. */
export function certaintyOf(tokens: Tokens, attribution: Attribution): Certainty {
  const { from, to } = mainClause(tokens, runsOf(tokens, attribution.content));
  const words: Passage[] = [];
  let level: Certainty['level'] | null = null;
  for (const hit of HEDGES.all(tokens, from, to)) {
    words.push(passage(tokens.text, [spanOf(tokens, hit.from, hit.end)]));
    if (level === null || WEIGHT[hit.row.level] > WEIGHT[level]) level = hit.row.level;
  }
  const cue = cueWords(tokens, attribution);
  const fromCue = cue?.row.level ?? null;
  if (fromCue !== null && (level === null || WEIGHT[fromCue] > WEIGHT[level])) {
    level = fromCue;
    words.unshift(...(cue?.words ?? []));
  }
  const score = scoreOf(tokens, { from, to });
  return { level: level ?? 'certain', words, ...(score !== null && { score }) };
}

/** How many words beside the predicate the regressor is given: more than it looks at. */
const WINDOW = 30;

/** How sure the content's own words make a reader that it came about, −3 to 3; null where its predicate could not be told. */
function scoreOf(tokens: Tokens, clause: Run): number | null {
  const at = predicateOf(tokens, clause);
  if (at === null) return null;
  const from = Math.max(clause.from, at - WINDOW);
  const words = wordsFor(tokens, from, Math.min(tokens.count, at + WINDOW));
  return Math.round(factuality(words.list, words.placeOf(at)) * 100) / 100;
}

/** The tokens as the regressor's sets cut them: "isn't" is "is" and "n't". */
function wordsFor(
  tokens: Tokens,
  from: number,
  to: number,
): { readonly list: readonly string[]; readonly placeOf: (at: number) => number } {
  const list: string[] = [];
  const places = new Map<number, number>();
  for (let i = from; i < to; i++) {
    const word = tokens.lower[i] as string;
    const contracted = word.length > 2 && word.endsWith('n') && tokens.lower[i + 1] === "'" && tokens.lower[i + 2] === 't';
    places.set(i, list.length);
    if (contracted) {
      list.push(word.slice(0, -1), "n't");
      i += 2;
    } else list.push(word);
  }
  return { list, placeOf: (at) => places.get(at) ?? 0 };
}
