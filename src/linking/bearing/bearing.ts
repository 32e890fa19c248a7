import type { Statement } from '../../model/index.ts';

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

/** A statement as it is held beside another: who is said to say it, and the words. */
export interface Saying {
  /** Empty where the report tells it in its own voice. */
  readonly who: string;
  readonly says: string;
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

export const sayingOf = ({ source, content }: Pick<Statement, 'source' | 'content'>): Saying => ({
  who: (source?.text ?? '').slice(0, MOST_WHO),
  says: content.text.slice(0, MOST_SAYS),
});

/** One key for two statements of these words, whichever reports they stand in. */
export const pairKey = ({ earlier, later }: SayingPair): string => [earlier.who, earlier.says, later.who, later.says].join('\u0000');

/** The answers as linking looks them up. */
export function bearingsFrom(answers: ReadonlyMap<string, Bearing>): Bearings {
  return (pair) => answers.get(pairKey(pair)) ?? null;
}
