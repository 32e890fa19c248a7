import { BREAK, surface, type Tokens } from '../when/index.ts';
import type { Run } from './place.ts';
import { AUXILIARIES, MAY_STAND_ALONE } from './words/verbs.ts';

/** Words that open a clause of its own: what stands behind them says nothing about the main one. */
const OPENERS: ReadonlySet<string> = new Set([
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
  'what',
  'how',
  'why',
  ';',
  ':',
]);
/** Openers of a clause that may also stand before the main one: "if the rains fail, prices will rise". */
const FRONTED: ReadonlySet<string> = new Set([
  'if',
  'unless',
  'when',
  'once',
  'because',
  'although',
  'though',
  'while',
  'after',
  'before',
  'until',
  'as',
  'provided',
  'should',
]);
/** Of those that end a clause, the ones that more often stand before a time than before a clause. */
const TIMELY: ReadonlySet<string> = new Set(['after', 'before']);
const SUBJECTS: ReadonlySet<string> = new Set(['the', 'he', 'she', 'it', 'they', 'we', 'i', 'you', 'his', 'her', 'its', 'their']);
/** Words before which "that" belongs to what is said: "it was likely that could …" is not written. */
const SAYS_THAT: ReadonlySet<string> = new Set(['is', 'was', 'be', 'likely', 'possible', 'unlikely', 'certain', 'sure', 'clear', ',']);
/** How many tokens of a content are looked at: the main clause of any sentence that a person would say. */
export const CLAUSE = 60;

const word = (tokens: Tokens, i: number): string => tokens.lower[i] ?? BREAK;

/** "a drone that could carry a bomb": a "that" right before an auxiliary opens a clause of its own. */
const isRelative = (tokens: Tokens, i: number): boolean =>
  word(tokens, i) === 'that' && AUXILIARIES.has(word(tokens, i + 1)) && !SAYS_THAT.has(word(tokens, i - 1));

/** Whether a clause of its own opens at a token. "before" and "after" do only where a subject follows: "before winter" is a time. */
function opens(tokens: Tokens, i: number): boolean {
  const here = word(tokens, i);
  if (!OPENERS.has(here)) return isRelative(tokens, i);
  if (word(tokens, i - 1) === 'as') return false; // "looks as if"
  return !TIMELY.has(here) || SUBJECTS.has(word(tokens, i + 1));
}

/** "May" with a capital is the month (or somebody) and no modal verb; so is "in may". */
export const isMonthMay = (tokens: Tokens, at: number): boolean =>
  word(tokens, at) === 'may' && (surface(tokens, at) === 'May' || MONTHLY.has(word(tokens, at - 1)));
const MONTHLY: ReadonlySet<string> = new Set(['in', 'since', 'by', 'last', 'next', 'of', 'until', 'early', 'late', 'mid']);

/** Where the main clause begins: behind a clause that stands before it and its comma. */
function mainStart(tokens: Tokens, from: number, limit: number): number {
  let first = from;
  while (first < limit && (word(tokens, first) === 'that' || MAY_STAND_ALONE.has(word(tokens, first)))) first++;
  if (!FRONTED.has(word(tokens, first))) return from;
  for (let i = first + 1; i < limit; i++) if (word(tokens, i) === ',') return i + 1;
  return from;
}

/** Whether a sentence ends with a token: not the stop of "Mr." or "U.S.", before which no word in small letters stands. */
export function endsSentence(tokens: Tokens, i: number): boolean {
  const here = word(tokens, i);
  if (here === '!' || here === '?' || here === BREAK) return true;
  return here === '.' && i > 0 && /^(?:[\p{Ll}\d]|\p{Lu}\p{Ll}{3})/u.test(surface(tokens, i - 1)) && !/^\d/.test(word(tokens, i + 1));
}

/** The first sentence of a run, its stop left out. */
export function firstSentence(tokens: Tokens, { from, to }: Run): Run {
  for (let i = from; i < to; i++) if (endsSentence(tokens, i)) return { from, to: i };
  return { from, to };
}

/** The content's main clause, as a run of tokens: of a content of several sentences, the first one's. */
export function mainClause(tokens: Tokens, content: readonly Run[]): Run {
  const { from, to } = firstSentence(tokens, content[0] ?? { from: 0, to: 0 });
  const limit = Math.min(to, from + CLAUSE);
  const start = mainStart(tokens, from, limit);
  for (let i = start + 1; i < limit; i++) if (opens(tokens, i)) return { from: start, to: i };
  return { from: start, to: limit };
}

/** Whether the content asks: its last token, behind a closing mark or not, is a question mark. */
export function isQuestion(tokens: Tokens, content: readonly Run[]): boolean {
  const last = content.at(-1);
  if (!last) return false;
  let at = last.to - 1;
  while (at > last.from && /["”’'»)]/.test(word(tokens, at))) at--;
  return word(tokens, at) === '?';
}
