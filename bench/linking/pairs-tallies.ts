import { storyPoints } from '../../src/linking/index.ts';
import { countFeatures, countsOther } from '../../src/linking/tallies/same.ts';
import type { LinkedFrom } from './readings.ts';
import { type Example, fitLogistic, type Truth } from './truth.ts';

/** A pair of which one is in no tally of the truth may be one that nobody wrote down; pairs that count one thing are few. */
const UNKNOWN_WEIGHT = 0.4;
const SAME_WEIGHT = 1.5;
const DECAY = 2;

/** Every pair of figures of one measure, and whether the truth has both in one tally. */
export function countExamples(truth: Truth, { reports, vectors }: LinkedFrom): Example[] {
  const points = storyPoints(reports, vectors);
  const tallyOf = points.map(({ placed, quantity }) => {
    const fits = truth.tallies.filter((tally) =>
      tally.points.some((row) => row.report === placed.report.id && row.low === quantity.low && row.high === quantity.high),
    );
    return fits.length === 1 ? (fits[0]?.id as string) : null;
  });
  const examples: Example[] = [];
  points.forEach((a, i) => {
    points.slice(0, i).forEach((b, j) => {
      if (a.measure !== b.measure || (tallyOf[i] === null && tallyOf[j] === null) || countsOther(a, b)) return;
      if (a.quantity.low === b.quantity.low && a.quantity.high === b.quantity.high && tallyOf[i] !== tallyOf[j]) return;
      const y = tallyOf[i] === tallyOf[j] ? 1 : 0;
      const known = tallyOf[i] !== null && tallyOf[j] !== null;
      examples.push({ x: countFeatures(a, b), y, weight: (known ? 1 : UNKNOWN_WEIGHT) * (y === 1 ? SAME_WEIGHT : 1) });
    });
  });
  return examples;
}

export const fitTallies = (examples: readonly Example[]): number[] => fitLogistic(examples, DECAY);
