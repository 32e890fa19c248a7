import { PAIR_FEATURES, relatedPairs, storyClaims } from '../../src/linking/index.ts';
import type { LinkedFrom } from './readings.ts';
import { APPEARS, type Example, fitLogistic, likeness, type Truth } from './truth.ts';

/** A pair of claims; its weight is 1 where both are in the truth. */
export interface RelationExample extends Example {
  readonly later: string;
}

/** Relations in the truth that are no siding. */
export const bearing = (truth: Truth): Truth['relations'] => truth.relations.filter(({ type }) => type !== 'endorses');

/** A pair of which one is in no claim of the truth may be a relation that nobody wrote down. */
const UNKNOWN_WEIGHT = 0.5;

/** Every later claim beside the earlier ones that it may bear on, and whether the truth says that it does. */
export function relationExamples(truth: Truth, { reports, vectors }: LinkedFrom): readonly RelationExample[] {
  const story = storyClaims(reports, vectors);
  const placed = story.claims.flatMap((claim) => claim.appearances.map((one) => ({ ...one, claim: claim.id })));
  const mapped = new Map(
    truth.claims.flatMap(({ id, appearances }) => {
      const votes = new Map<string, number>();
      for (const { report, content } of appearances) {
        const [best] = placed
          .filter((one) => one.report.id === report)
          .map((one) => ({ claim: one.claim, like: likeness(content, one.statement.content.text) }))
          .sort((a, b) => b.like - a.like);
        if (best && best.like >= APPEARS) votes.set(best.claim, (votes.get(best.claim) ?? 0) + 1);
      }
      const [top] = [...votes].sort((a, b) => b[1] - a[1]);
      return top ? [[id, top[0]] as const] : [];
    }),
  );
  const known = new Set(mapped.values());
  const gold = new Set(bearing(truth).map(({ from, to }) => `${mapped.get(from)}|${mapped.get(to)}`));
  return relatedPairs(story).map(({ later, earlier, x }) => ({
    later: later.id,
    x: PAIR_FEATURES.map((name) => x[name]),
    y: gold.has(`${later.id}|${earlier.id}`) ? 1 : 0,
    weight: known.has(later.id) && known.has(earlier.id) ? 1 : UNKNOWN_WEIGHT,
  }));
}

const DECAY = 3;
export const fitRelations = (examples: readonly Example[], decay = DECAY): number[] => fitLogistic(examples, decay);
