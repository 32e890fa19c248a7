import { SIDES_WITH_NONE, SIDING_FEATURES, sidingIn, storyClaims } from '../../src/linking/index.ts';
import { type Choice, fitChoices } from '../softmax.ts';
import { claimsOf } from './pairs-relations.ts';
import { answersOf, type LinkedFrom } from './readings.ts';
import type { Truth } from './truth.ts';

/** A claim that sides with another, and which of the options is the one that the truth has: none, where it has no such relation. */
export interface SidingExample extends Choice {
  /** Whether the truth says that it endorses a claim. */
  readonly endorses: boolean;
}

/** A claim that is not in the truth may side with something that nobody wrote down. */
const UNKNOWN_WEIGHT = 0.3;
const DECAY = 2;
const PRIOR: Partial<Record<(typeof SIDING_FEATURES)[number], number>> = {
  named: 2,
  called: 1,
  topic: 1,
  centred: 1,
  shares: 1,
  figure: 2,
  counts: 0.5,
  uncounted: -0.5,
  renewed: 1,
  warned: 0.5,
  foreseen: -0.5,
  near: 0.5,
  sameSource: -2,
  denies: -1,
  none: 2,
  bearsEndorses: 3,
  bearsNot: -0.5,
};

/** Every claim of a story that sides with another, with what it may mean and what it does. */
export async function sidingExamples(truth: Truth, linked: LinkedFrom): Promise<SidingExample[]> {
  const bearings = await answersOf(linked);
  const told = storyClaims(linked.reports, linked.vectors, bearings);
  const mapped = claimsOf(truth, told.claims);
  const known = new Set(mapped.values());
  const gold = truth.relations.filter(({ type }) => type === 'endorses').map(({ from, to }) => `${mapped.get(from)}|${mapped.get(to)}`);
  return sidingIn(told, bearings).flatMap(({ later, options }): SidingExample[] => {
    const right = options.flatMap(({ earlier }, i) => (gold.includes(`${later.id}|${earlier.id}`) ? [i] : []));
    const endorses = truth.relations.some(({ from, type }) => type === 'endorses' && mapped.get(from) === later.id);
    // What it endorses was not read, or not told before: that teaches nothing.
    if (endorses && right.length === 0) return [];
    const rows = [...options.map(({ x }) => x), SIDES_WITH_NONE].map((x) => SIDING_FEATURES.map((name) => x[name]));
    return [
      { options: rows, right: right.length > 0 ? right : [options.length], weight: known.has(later.id) ? 1 : UNKNOWN_WEIGHT, endorses },
    ];
  });
}

export const fitSiding = (choices: readonly Choice[], decay = DECAY): number[] =>
  fitChoices(
    choices,
    decay,
    SIDING_FEATURES.map((name) => PRIOR[name] ?? 0),
  );
