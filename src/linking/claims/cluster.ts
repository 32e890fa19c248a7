import type { Bearings, SayingPair } from '../bearing/bearing.ts';
import { byPublication } from '../input.ts';
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
const MEAN_THRESHOLD = 0.45;

/** Two statements as the network is asked: the one that came out later second. */
export function sayingsOf(a: Proposition, b: Proposition): SayingPair {
  const reportOf = ({ report, published }: Proposition) => ({ id: report, published });
  const order = byPublication(reportOf(a), reportOf(b)) || (a.id <= b.id ? -1 : 1);
  return order < 0 ? { earlier: a.saying, later: b.saying } : { earlier: b.saying, later: a.saying };
}

/** Mean pair score between two clusters, or 0 when any compared pair has a veto. */
function agreement(propositions: readonly Proposition[], a: readonly number[], b: readonly number[], bearings: Bearings): number {
  let sum = 0;
  let count = 0;
  for (const i of a.slice(0, MOST_COMPARED)) {
    for (const j of b.slice(0, MOST_COMPARED)) {
      const [first, second] = [propositions[i] as Proposition, propositions[j] as Proposition];
      if (veto(first, second)) return 0;
      sum += decidePair(first, second, bearings(sayingsOf(first, second))).score;
      count += 1;
    }
  }
  return sum / Math.max(1, count);
}

/** Statements beside those that may say the same, before the network is asked. */
export interface ComparedPropositions {
  readonly propositions: readonly Proposition[];
  /** Of all that have the same words the first, by index, and the others by it. */
  readonly first: readonly number[];
  readonly twins: ReadonlyMap<number, readonly number[]>;
  readonly distinct: readonly Proposition[];
  /** Pairs of distinct ones, by index, as they are decided unasked. */
  readonly pairs: readonly { readonly i: number; readonly j: number; readonly decision: PairDecision }[];
}

/** Sort the propositions by id first: then the order of arrival does not matter. */
export function comparePropositions(propositions: readonly Proposition[]): ComparedPropositions {
  const { first, twins } = twinsAmong(propositions);
  const distinct = first.map((i) => propositions[i] as Proposition);
  const pairs = candidatePairs(distinct).map(([i, j]) => ({
    i,
    j,
    decision: decidePair(distinct[i] as Proposition, distinct[j] as Proposition),
  }));
  return { propositions, first, twins, distinct, pairs };
}

/** Unasked scores between which the network is asked: outside nothing that it says would change the decision. */
const DOUBTFUL = { least: 0.1, most: 0.95 };
/** Statements that each is asked about beside, the likest. */
const MOST_ASKED = 2;

/** Pairs that the network is to judge before claims are made. */
export function askedOf({ distinct, pairs }: ComparedPropositions): SayingPair[] {
  const asked = new Map<number, number>();
  const doubtful = pairs.filter(({ decision: { score } }) => score >= DOUBTFUL.least && score <= DOUBTFUL.most);
  return doubtful
    .sort((a, b) => b.decision.score - a.decision.score || a.i - b.i || a.j - b.j)
    .flatMap(({ i, j }) => {
      const [before, after] = [asked.get(i) ?? 0, asked.get(j) ?? 0];
      if (Math.min(before, after) >= MOST_ASKED) return [];
      asked.set(i, before + 1).set(j, after + 1);
      return [sayingsOf(distinct[i] as Proposition, distinct[j] as Proposition)];
    });
}

/**
 * Groups statements that say the same, best pairs first, joining groups only where their members agree on the whole
 * (agglomerative, average linkage over candidate pairs).
 */
export function clusterPropositions({ propositions, first, twins, distinct, pairs }: ComparedPropositions, bearings: Bearings): Cluster[] {
  return clusterDistinct(distinct, pairs, bearings).map(({ members, links }) => {
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
function clusterDistinct(propositions: readonly Proposition[], pairs: ComparedPropositions['pairs'], bearings: Bearings): Cluster[] {
  const scored = pairs
    .map(({ i, j, decision }) => {
      const [a, b] = [propositions[i] as Proposition, propositions[j] as Proposition];
      const bearing = bearings(sayingsOf(a, b));
      return { i, j, decision: bearing ? decidePair(a, b, bearing) : decision };
    })
    .filter(({ decision }) => decision.same)
    .sort((a, b) => b.decision.score - a.decision.score || a.i - b.i || a.j - b.j);
  const members = propositions.map((_, i) => [i]);
  const links: ClaimLink[][] = propositions.map(() => []);
  const home = propositions.map((_, i) => i);
  for (const { i, j, decision } of scored) {
    const [a, b] = [home[i] as number, home[j] as number].sort((x, y) => x - y) as [number, number];
    if (a === b) continue;
    if (decision.score < 1 && agreement(propositions, members[a] as number[], members[b] as number[], bearings) < MEAN_THRESHOLD) continue;
    const link = { a: (propositions[i] as Proposition).id, b: (propositions[j] as Proposition).id, decision };
    members[a] = [...(members[a] as number[]), ...(members[b] as number[])].sort((x, y) => x - y);
    links[a] = [...(links[a] as ClaimLink[]), ...(links[b] as ClaimLink[]), link];
    for (const member of members[b] as number[]) home[member] = a;
    members[b] = [];
  }
  return members.flatMap((group, i) => (group.length > 0 ? [{ members: group, links: links[i] as ClaimLink[] }] : []));
}
