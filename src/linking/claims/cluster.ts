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
  const { first, twins } = twinsAmong(propositions);
  return clusterDistinct(first.map((i) => propositions[i] as Proposition)).map(({ members, links }) => {
    const all = members.flatMap((at) => {
      const i = first[at] as number;
      return [i, ...(twins.get(i) ?? [])];
    });
    return {
      members: all.sort((a, b) => a - b),
      links: [...links, ...members.flatMap((at) => linksOf(propositions, first[at] as number, twins))],
    };
  });
}

/** Statements of the same words are one claim whatever else: a wire carried by thousands is looked for, and compared, once. */
function twinsAmong(propositions: readonly Proposition[]) {
  const byWords = new Map<string, number>();
  const first: number[] = [];
  const twins = new Map<number, number[]>();
  propositions.forEach(({ folded, stems }, i) => {
    const known = stems.size > 0 ? byWords.get(folded) : undefined;
    if (known === undefined) {
      first.push(i);
      if (stems.size > 0) byWords.set(folded, i);
      return;
    }
    const others = twins.get(known);
    if (others) others.push(i);
    else twins.set(known, [i]);
  });
  return { first, twins };
}

function linksOf(propositions: readonly Proposition[], first: number, twins: ReadonlyMap<number, readonly number[]>): ClaimLink[] {
  const a = propositions[first] as Proposition;
  return (twins.get(first) ?? []).map((i) => {
    const b = propositions[i] as Proposition;
    return { a: a.id, b: b.id, decision: decidePair(a, b) };
  });
}

/** The same for statements of which no two have the same words. */
function clusterDistinct(propositions: readonly Proposition[]): Cluster[] {
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
