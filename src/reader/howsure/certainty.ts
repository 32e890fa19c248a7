import type { Certainty, Passage, Statement } from '../../model/index.ts';
import { type Attribution, passage } from '../layers.ts';
import { type Tokens, tokenize } from '../when/index.ts';
import { CLAUSE, isMonthMay, isQuestion, mainClause } from './clause.ts';
import { factuality, together } from './factuality/score.ts';
import { Phrases } from './phrases.ts';
import { type Run, runsOf, spanOf } from './place.ts';
import { predicateOf } from './predicate.ts';
import { CERTAINTY_WORDS, type CertaintyWords } from './words/certainty.ts';
import { CUE_WORDS, type CueWords, NEGATORS, negated } from './words/cues.ts';
import { BE, BEFORE_A_NOUN, BETWEEN } from './words/verbs.ts';

export const cutWords = (words: string): readonly string[] => tokenize(words).lower;
const HEDGES = new Phrases(CERTAINTY_WORDS, ({ words }) => words, cutWords);
const CUES = new Phrases(CUE_WORDS, ({ words }) => words, cutWords);

/** How little a level commits the source: of two levels the larger one is kept. */
const WEIGHT: Readonly<Record<Certainty['level'], number>> = { certain: 0, probable: 1, possible: 2, unlikely: 3, denied: 4, unknown: 5 };

/** What a cue's own words say. */
export interface CueSaid {
  readonly row: CueWords;
  readonly level: Certainty['level'] | null;
  readonly stance: NonNullable<Statement['stance']>;
  readonly words: readonly Passage[];
}

/** What the cue's own words say, where they say anything: its first word that is no bare handing on ("citing images, said" asserts). */
export function cueWords(tokens: Tokens, attribution: Attribution): CueSaid | null {
  let best: CueSaid | null = null;
  for (const { from, to } of runsOf(tokens, attribution.cue ?? []))
    for (const hit of CUES.all(tokens, from, Math.min(to, from + CLAUSE))) {
      if (best && (best.level !== null || best.stance === 'denies')) return best;
      const said = { row: hit.row, ...(turned(tokens, hit.from) ? negated(hit.row) : hit.row) };
      const found = { ...said, words: [passage(tokens.text, [spanOf(tokens, hit.from, hit.end)])] };
      if (!best || found.level !== null || best.stance === 'reports') best = found;
    }
  return best;
}

/** Whether one of the three words before turns a cue's word round. */
const turned = (tokens: Tokens, at: number): boolean =>
  [1, 2, 3].some((back) => NEGATORS.has(tokens.lower[at - back] ?? '') && (back === 1 || BETWEEN_CUE.has(tokens.lower[at - 1] ?? '')));
const BETWEEN_CUE: ReadonlySet<string> = new Set(['yet', 'ever', 'publicly', 'explicitly', 'directly', 'been', 'to', 'be', 'even']);

/** How sure the source is about its content, with the words that show it: those of the content's main clause, then the cue's. */
export function certaintyOf(tokens: Tokens, attribution: Attribution): Certainty {
  const content = runsOf(tokens, attribution.content);
  const { from, to } = mainClause(tokens, content);
  const cue = cueWords(tokens, attribution);
  const words: Passage[] = [];
  let level: Certainty['level'] | null = isQuestion(tokens, content) ? 'unknown' : null;
  for (const hit of HEDGES.all(tokens, from, to)) {
    const { row } = hit;
    if (row.level === null || !stands(tokens, hit, from) || (row.words === 'whether' && cue?.level)) continue;
    words.push(passage(tokens.text, [spanOf(tokens, hit.from, hit.end)]));
    if (level === null || WEIGHT[row.level] > WEIGHT[level]) level = row.level;
  }
  if (cue && cue.level !== null && (level === null || WEIGHT[cue.level] > WEIGHT[level])) {
    level = cue.level;
    words.unshift(...cue.words);
  }
  const score = scoreOf(tokens, { from, to }, attribution);
  return { level: level ?? 'certain', words, ...(score !== null && { score }) };
}

/** Whether a row's word stands where it counts. */
function stands(
  tokens: Tokens,
  { row, from, end }: { readonly row: CertaintyWords; readonly from: number; readonly end: number },
  begin: number,
): boolean {
  switch (row.where) {
    case 'modal':
      return !isMonthMay(tokens, from);
    case 'first':
      return from === begin || (from === begin + 1 && !/\p{L}/u.test(tokens.lower[begin] ?? ''));
    case 'after be':
      return isAfterBe(tokens, from);
    case 'not before a noun':
      return !(BEFORE_A_NOUN.has(tokens.lower[from - 1] ?? '') || from === begin) || !isPlainWord(tokens, end) || isThere(tokens, from);
    default:
      return true;
  }
}

/** Whether a form of "be" stands before, with at most two little words or adverbs between. */
function isAfterBe(tokens: Tokens, at: number): boolean {
  for (let back = 1; back <= 3; back++) {
    const word = tokens.lower[at - back] ?? '';
    if (BE.has(word)) return true;
    if (!BETWEEN.has(word) && !word.endsWith('ly')) return false;
  }
  return false;
}

/** A word that may be the noun behind an adjective. */
const isPlainWord = (tokens: Tokens, at: number): boolean => /^\p{L}/u.test(tokens.lower[at] ?? '') && !NO_NOUN.has(tokens.lower[at] ?? '');
const NO_NOUN: ReadonlySet<string> = new Set([
  'that',
  'to',
  'for',
  'if',
  'and',
  'or',
  'but',
  'in',
  'by',
  'on',
  'at',
  'when',
  'because',
  'given',
]);

/** "there was a possible link" says that one was possible. */
const isThere = (tokens: Tokens, at: number): boolean => [2, 3, 4].some((back) => tokens.lower[at - back] === 'there');

/** How many words beside the predicate the regressor is given: more than it looks at. */
const WINDOW = 30;

/**
 * How sure the content's own words make a reader that it came about, −3 to 3; null where its predicate could not be told. The regression over
 * words and the encoder's own head err in different places: where both speak, `together` weighs them.
 */
function scoreOf(tokens: Tokens, clause: Run, { events = [] }: Attribution): number | null {
  const at = predicateOf(tokens, clause);
  if (at === null) return null;
  const from = Math.max(clause.from, at - WINDOW);
  const words = wordsFor(tokens, from, Math.min(tokens.count, at + WINDOW));
  const byWords = factuality(words.list, words.placeOf(at));
  const [start] = spanOf(tokens, at, at + 1);
  const heard = events.find(([place]) => place === start);
  return Math.round((heard ? together(byWords, heard[1]) : byWords) * 100) / 100;
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
