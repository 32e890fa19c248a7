import { candidatePairs } from '../../src/linking/claims/candidates.ts';
import { sayingsOf } from '../../src/linking/claims/cluster.ts';
import { pairFeatures, veto, WEIGHTS } from '../../src/linking/claims/decide.ts';
import type { Proposition } from '../../src/linking/claims/features.ts';
import { storyPropositions } from '../../src/linking/index.ts';
import { answersOf, type LinkedFrom } from './readings.ts';
import { APPEARS, type Example, fitLogistic, likeness, type Truth } from './truth.ts';

export const CLAIM_FEATURES = Object.keys(WEIGHTS).filter((name) => name !== 'bias') as Exclude<keyof typeof WEIGHTS, 'bias'>[];

/** A pair of which one is in no claim of the truth may be a claim that nobody wrote down. */
const UNKNOWN_WEIGHT = 0.3;
/** Pairs that say the same are few: each weighs so much. */
const SAME_WEIGHT = 2;
const DECAY = 1;
/** Cosine from which on a pair is learnt from though no telling word is shared. */
const LIKE = 0.45;

/** Each pair that the network was asked about is learnt from unasked as well: the words have to do where there is no network. */
const UNASKED_SHARE = 0.3;
const unaskedOf = (a: Proposition, b: Proposition): number[] => {
  const features = pairFeatures(a, b);
  return CLAIM_FEATURES.map((name) => features[name]);
};

/** Every pair of statements that claims are decided on, and whether the truth has both under one claim. */
export async function claimExamples(truth: Truth, linked: LinkedFrom): Promise<Example[]> {
  const { reports, vectors } = linked;
  const bearings = await answersOf(linked);
  const originals = new Set(truth.reports.filter(({ copyOf }) => copyOf === null).map(({ id }) => id));
  const rows = storyPropositions(reports, vectors).filter(({ report }) => originals.has(report));
  const text = new Map(reports.flatMap(({ statements }) => statements.map(({ id, content }) => [id, content.text] as const)));
  const claims = rows.map((row) => {
    const near = truth.claims.flatMap((claim) =>
      claim.appearances
        .filter(({ report }) => report === row.report)
        .map(({ content }) => ({ id: claim.id, like: likeness(content, text.get(row.id) ?? row.folded) })),
    );
    const [best] = near.sort((a, b) => b.like - a.like);
    return best && best.like >= APPEARS ? best.id : null;
  });
  const compared = new Set(candidatePairs(rows).map(([a, b]) => `${a}|${b}`));
  const examples: Example[] = [];
  rows.forEach((a, i) => {
    rows.slice(0, i).forEach((b, j) => {
      if ((claims[i] ?? claims[j]) === null || a.folded === b.folded || veto(a, b)) return;
      const bearing = bearings(sayingsOf(a, b));
      const features = pairFeatures(a, b, bearing);
      if (!compared.has(`${j}|${i}`) && features.meaning < LIKE) return;
      const known = claims[i] !== null && claims[j] !== null;
      if (!known && features.contained < 0.3) return;
      const y = known && claims[i] === claims[j] ? 1 : 0;
      const weight = (known ? 1 : UNKNOWN_WEIGHT) * (y === 1 ? SAME_WEIGHT : 1);
      examples.push({ x: CLAIM_FEATURES.map((name) => features[name]), y, weight });
      if (bearing) examples.push({ x: unaskedOf(a, b), y, weight: UNASKED_SHARE * weight });
    });
  });
  return examples;
}

export const fitClaims = (examples: readonly Example[]): number[] => fitLogistic(examples, DECAY);
