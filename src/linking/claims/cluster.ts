import { candidatePairs } from './candidates.ts';
import { decidePair, type PairDecision, veto } from './decide.ts';
import type { Proposition } from './features.ts';

/** One joining of two statements into a claim, with its reason. */
export interface ClaimLink {
  readonly a: string;
  readonly b: string;
  readonly decision: PairDecision;
}

export interface Cluster {
  /** Indices into the propositions given. */
  readonly members: readonly number[];
  readonly links: readonly ClaimLink[];
}

/** Members compared before two clusters are joined: enough to catch a conflict, bounded for a claim of thousands. */
const MOST_COMPARED = 12;
/** Two clusters are joined when their members agree on the whole, not by one chance likeness alone. */
const MEAN_THRESHOLD = 0.35;

/** Mean pair score between two clusters, or 0 when any compared pair has a veto. */
function agreement(propositions: readonly Proposition[], a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  let count = 0;
  for (const i of a.slice(0, MOST_COMPARED)) {
    for (const j of b.slice(0, MOST_COMPARED)) {
      const [first, second] = [propositions[i] as Proposition, propositions[j] as Proposition];
      if (veto(first, second)) return 0;
      sum += decidePair(first, second).score;
      count += 1;
    }
  }
  return sum / Math.max(1, count);
}

/**
 * Groups statements that say the same, best pairs first, joining groups only where their members agree on the whole
 * (agglomerative, average linkage over candidate pairs). Sort the propositions by id first: then the order of arrival does not matter.
 */
export function clusterPropositions(propositions: readonly Proposition[]): Cluster[] {
  const scored = candidatePairs(propositions)
    .map(([i, j]) => ({ i, j, decision: decidePair(propositions[i] as Proposition, propositions[j] as Proposition) }))
    .filter(({ decision }) => decision.same)
    .sort((a, b) => b.decision.score - a.decision.score || a.i - b.i || a.j - b.j);
  const members = propositions.map((_, i) => [i]);
  const links: ClaimLink[][] = propositions.map(() => []);
  const home = propositions.map((_, i) => i);
  for (const { i, j, decision } of scored) {
    const [a, b] = [home[i] as number, home[j] as number].sort((x, y) => x - y) as [number, number];
    if (a === b) continue;
    if (decision.score < 1 && agreement(propositions, members[a] as number[], members[b] as number[]) < MEAN_THRESHOLD) continue;
    const link = { a: (propositions[i] as Proposition).id, b: (propositions[j] as Proposition).id, decision };
    members[a] = [...(members[a] as number[]), ...(members[b] as number[])].sort((x, y) => x - y);
    links[a] = [...(links[a] as ClaimLink[]), ...(links[b] as ClaimLink[]), link];
    for (const member of members[b] as number[]) home[member] = a;
    members[b] = [];
  }
  return members.flatMap((group, i) => (group.length > 0 ? [{ members: group, links: links[i] as ClaimLink[] }] : []));
}
