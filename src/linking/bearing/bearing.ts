import type { Statement } from '../../model/index.ts';
import type { Placed } from '../input.ts';

/** How a later statement may bear on an earlier one, in the order of the network's answer (`models/bearing`). */
export const BEARINGS = [
  'same',
  'contradicts',
  'denies',
  'endorses',
  'updates',
  'corrects',
  'fulfilled',
  'failed',
  'near',
  'apart',
] as const;
export type BearingName = (typeof BEARINGS)[number];

/** The chance of each, which sum to 1. */
export type Bearing = Readonly<Record<BearingName, number>>;

/** A statement as it is held beside another: who is said to say it, the words, and what stands before them in the report. */
export interface Saying {
  /** Empty where the report tells it in its own voice. */
  readonly who: string;
  readonly says: string;
  /** "It" and "the road" are what was spoken of before. */
  readonly before: string;
}

/** Two statements that the network is asked about. */
export interface SayingPair {
  readonly earlier: Saying;
  readonly later: Saying;
}

/** What the network answered of two statements; null where it was not asked, or where there is none. */
export type Bearings = (pair: SayingPair) => Bearing | null;

export const UNASKED: Bearings = () => null;

/** Characters of a source that are read, who it is stands at the front, and of the words: answers are kept by both, which a report may make endless. */
const MOST_WHO = 80;
const MOST_SAYS = 1000;
/** Characters before the words that are read with them; twin of `training/bearing/pairs.py`. */
const BEFORE = 160;

/** The last whole words of what stands before an offset. */
export function beforeOf(text: string, at: number): string {
  // Twice as many, as blanks are drawn together.
  const found = text
    .slice(Math.max(0, at - 2 * BEFORE), at)
    .replace(/\s+/g, ' ')
    .trim();
  return found.length <= BEFORE ? found : found.slice(-BEFORE).replace(/^\S*\s/, '');
}

export const sayingOf = ({ source, content }: Pick<Statement, 'source' | 'content'>, before: string): Saying => ({
  who: (source?.text ?? '').slice(0, MOST_WHO),
  says: content.text.slice(0, MOST_SAYS),
  before,
});

/** What stands before a statement in its report. */
export const beforeIn = ({ statement, report }: Placed): string => beforeOf(report.text, statement.content.spans[0]?.[0] ?? 0);

/** A statement of a report as it is held beside another. */
export const sayingIn = (placed: Placed): Saying => sayingOf(placed.statement, beforeIn(placed));

/** One key for two statements of these words, whichever reports they stand in. */
export const pairKey = ({ earlier, later }: SayingPair): string =>
  [earlier.who, earlier.says, earlier.before, later.who, later.says, later.before].join('\u0000');

/** The answers as linking looks them up. */
export function bearingsFrom(answers: ReadonlyMap<string, Bearing>): Bearings {
  return (pair) => answers.get(pairKey(pair)) ?? null;
}
