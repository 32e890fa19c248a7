import type { Relation } from '../../model/index.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import { type Proposition, proposition, topicLikeness } from '../claims/features.ts';
import type { TallyDraft } from '../tallies/tallies.ts';

const TYPE = { revised: 'updates', corrected: 'corrects', retracted: 'corrects', conflicting: 'contradicts' } as const;

/** Relations that the figures show: each revised, corrected or conflicting point against the one before it. */
function fromTallies(tallies: readonly TallyDraft[]): Relation[] {
  return tallies.flatMap((tally) =>
    tally.points.flatMap((point, i): Relation[] => {
      if (point.status === 'first') return [];
      const earlier = tally.points.slice(0, i).filter((other) => other.claim !== point.claim);
      const own = earlier.filter((other) => other.sourceId === point.sourceId);
      const others = earlier.filter((other) => other.sourceId !== point.sourceId);
      const before =
        point.status === 'conflicting'
          ? (others.filter((other) => other.report !== point.report).at(-1) ?? others.at(-1))
          : (own.at(-1) ?? others.at(-1));
      return before ? [{ from: point.claim, to: before.claim, type: TYPE[point.status], reason: `${tally.question} ${point.reason}` }] : [];
    }),
  );
}

const TOPIC = 0.5;

/** A claim whose words deny ("no soldier has set foot") against those that affirm the like, by other sources. */
function fromNegation(claims: readonly ClaimDraft[], vectors: ReadonlyMap<string, Float32Array>): Relation[] {
  const leads = claims.map((claim) => {
    const { statement, report } = claim.appearances[0] as ClaimDraft['appearances'][number];
    return proposition(statement, { report: report.id, source: null, vector: vectors.get(statement.id) ?? null });
  });
  const holders = new Map<string, number[]>();
  leads.forEach((lead, i) => {
    for (const [word, weight] of lead.stems) if (weight >= 0.9) holders.set(word, [...(holders.get(word) ?? []), i]);
  });
  return leads.flatMap((lead, i): Relation[] => {
    if (!lead.negative) return [];
    const near = new Set([...lead.stems.keys()].flatMap((word) => (holders.get(word) ?? []).slice(0, 100)));
    return [...near]
      .sort((a, b) => a - b)
      .flatMap((j): Relation[] => {
        const other = leads[j] as Proposition;
        if (other.negative || i === j || topicLikeness(lead, other) < TOPIC) return [];
        return [
          {
            from: (claims[i] as ClaimDraft).id,
            to: (claims[j] as ClaimDraft).id,
            type: 'denies',
            reason: 'its words deny what the other says',
          },
        ];
      });
  });
}

/** How claims stand to each other, with the reason; each pair and type once. A contradiction is a record: nothing is outvoted. */
export function findRelations(
  claims: readonly ClaimDraft[],
  tallies: readonly TallyDraft[],
  vectors: ReadonlyMap<string, Float32Array>,
): Relation[] {
  const seen = new Map<string, Relation>();
  for (const relation of [...fromTallies(tallies), ...fromNegation(claims, vectors)]) {
    const key = `${relation.from}|${relation.to}|${relation.type}`;
    if (!seen.has(key)) seen.set(key, relation);
  }
  return [...seen].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, relation]) => relation);
}
