import { type Day, weekdayOf } from './calendar.ts';
import type { Candidate } from './candidate.ts';
import table from './direction.json' with { type: 'json' };
import { logOdds, type Weights, weightsOf } from './logistic.ts';
import { BREAK, isDigits, type Tokens } from './tokens.ts';
import {
  ARRANGED_VERBS,
  BE_WORDS,
  MAY_WORDS,
  MOVED_BEFORE,
  MOVED_TO,
  MOVED_WORDS,
  MOVES,
  NO_PAST,
  NO_VERBS,
  NOUN_LEADS,
  PAST_AUXILIARIES,
  PAST_WORDS,
  PLAN_WORDS,
  SAY_WORDS,
  WILL_WORDS,
} from './words/tense.ts';

/**
 * Which way a weekday or a bare month points: a logistic regression over the words of its clause, verbs first
 * ("arrived Friday", "will meet Friday"). Trained by `bench/train/when.ts`; the weights are in `direction.json`.
 */
const WEIGHTS = weightsOf(table);

/** How many tokens on either side are looked at. */
const BEFORE = 14;
const AFTER = 8;

const isEnd = (tokens: Tokens, i: number): boolean => {
  const word = tokens.lower[i];
  if (word === undefined || word === BREAK || word === '!' || word === '?' || word === ';') return true;
  // A full stop ends a sentence unless it belongs to an abbreviation.
  return word === '.' && (tokens.lower[i - 1]?.length ?? 0) > 3 && !isDigits(tokens.lower[i - 1]);
};

/**
 * What the direction is told from: names of features that are all 1. Kinds of words rather than the words themselves wherever a kind is
 * known, so that a verb not seen in training counts as its kind does.
 */
export function directionFeatures(tokens: Tokens, { from, to, meaning }: Candidate, published: Day | null = null): readonly string[] {
  const features = new Set<string>(['bias', `base ${meaning.base.is}`]);
  const before = tokens.lower[from - 1] ?? '';
  // "Wednesday" on a Thursday is yesterday before it is in six days.
  if (published && meaning.base.is === 'weekday') features.add(`back ${(weekdayOf(published) - meaning.base.weekday + 7) % 7}`);
  features.add(`before ${before}`);
  features.add(`before ${tokens.lower[from - 2] ?? ''} ${before}`);
  if (tokens.lower[from - 3] === 'as' && before === 'as') features.add('as soon as');
  // "set for Friday", "due by Friday": what leads up to the day weighs more than any verb after it.
  const lead = kindAt(tokens, from - 2);
  if (lead !== null) features.add(`lead ${lead} ${before}`);
  if (tokens.lower[to] === "'") features.add(`possessive ${before}`);
  const kinds: string[] = [];
  for (let i = from - 1; i >= from - BEFORE && i >= 0 && !isEnd(tokens, i); i--) {
    const kind = kindAt(tokens, i);
    if (kind === null) continue;
    if (kinds.length === 0) features.add(`${from - i <= 4 ? 'near' : 'far'} ${kind}`);
    if (kinds.length < 3 && kind !== kinds.at(-1)) kinds.push(kind);
    features.add(`clause ${kind}`);
  }
  features.add(`verbs ${kinds.slice(0, 2).join(' ')}`);
  let later: string | null = null;
  for (let i = to; i < to + AFTER && !isEnd(tokens, i); i++) later ??= kindAt(tokens, i);
  features.add(`next ${tokens.lower[to] ?? ''}`);
  features.add(`later ${later}`);
  features.add(`around ${kinds[0]} ${later}`);
  return [...features];
}

/** The log-odds that the expression speaks of what is to come. */
export const futureOdds = (tokens: Tokens, candidate: Candidate, published: Day | null, weights: Weights = WEIGHTS): number =>
  logOdds(weights, directionFeatures(tokens, candidate, published)) + (isMovedTo(tokens, candidate.from) ? MOVED : 0);

/** What "put back to" adds to the odds: it is said before the new date comes, and too rare in the sets to be learned from them. */
const MOVED = 3;
/** Tokens between the verb and "to": "has been postponed by a week to Friday". */
const MOVED_REACH = 5;

/** Whether an expression is the date to which something is moved: "has been put back to the end of September". */
function isMovedTo(tokens: Tokens, from: number): boolean {
  if (!MOVED_TO.has(tokens.lower[from - 1] ?? '')) return false;
  for (let i = from - 2; i >= from - 1 - MOVED_REACH && i >= 0 && !isEnd(tokens, i); i--) {
    const word = tokens.lower[i] as string;
    if (MOVED_WORDS.has(word)) return true;
    if (MOVED_BEFORE.has(word)) return [1, 2, 3].some((step) => MOVES.has(tokens.lower[i - step] ?? ''));
  }
  return false;
}

/** The kind of verb or time word at a token, or null: told once a token, since every date near it asks. */
function kindAt(tokens: Tokens, i: number): string | null {
  let kinds = KINDS.get(tokens);
  if (!kinds) {
    kinds = [];
    KINDS.set(tokens, kinds);
  }
  const known = kinds[i];
  if (known !== undefined) return known;
  const kind = kindOf(tokens, i);
  kinds[i] = kind;
  return kind;
}
const KINDS = new WeakMap<Tokens, (string | null)[]>();

function kindOf(tokens: Tokens, i: number): string | null {
  const word = tokens.lower[i];
  if (word === undefined) return null;
  const before = tokens.lower[i - 1];
  if (before === 'to' && word === 'have') return 'past';
  if (isArranged(word, before)) return 'arranged';
  if (WILL_WORDS.has(word)) return 'will';
  // "Could not be reached Thursday" is what happened; "could be closed Thursday" is not.
  if (word === 'couldn' || (word === 'could' && tokens.lower[i + 1] === 'not')) return 'could not';
  if (MAY_WORDS.has(word)) return 'may';
  if (PLAN_WORDS.has(word)) return before !== undefined && PAST_AUXILIARIES.has(before) ? 'plan past' : 'plan';
  if (SAY_WORDS.has(word)) return 'say';
  if (PAST_WORDS.has(word)) return 'past';
  if (before === 'to' && PAST_AUXILIARIES.has(tokens.lower[i - 2] ?? '') && !NO_VERBS.has(word)) return 'was to do';
  if (before === 'to' && /^[a-z]{2,}$/.test(word) && !NO_VERBS.has(word)) return 'to do';
  if (word.length > 4 && word.endsWith('ed') && !NO_PAST.has(word)) return before !== undefined && BE_WORDS.has(before) ? 'done' : 'past';
  if (BE_WORDS.has(word)) return 'is';
  return null;
}

/** A verb of arrangement in the present: "returns", or "return" behind a plural or "who"; no noun ("the return"), no infinitive. */
function isArranged(word: string, before: string | undefined): boolean {
  if (before === undefined || !/^\p{L}/u.test(before) || NOUN_LEADS.has(before))
    return before === ',' && ARRANGED_VERBS.has(singular(word)) && word.endsWith('s');
  if (ARRANGED_VERBS.has(word))
    return (before.endsWith('s') && !BE_WORDS.has(before)) || before === 'who' || before === 'they' || before === 'we';
  return word.endsWith('s') && !before.endsWith('s') && ARRANGED_VERBS.has(singular(word));
}

/** "flies" to "fly", "reaches" to "reach", "goes" to "go", "takes" to "take". */
const singular = (word: string): string =>
  word.endsWith('ies') ? `${word.slice(0, -3)}y` : /(sh|ch|ss|go)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
