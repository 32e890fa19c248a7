import { KINDS, PAIR_FEATURES, PAIR_WEIGHTS, relatedPairs, storyClaims } from '../../src/linking/index.ts';
import { answersOf, type LinkedFrom } from './readings.ts';
import { APPEARS, type Example, fitLogistic, likeness, type Truth } from './truth.ts';

export type Kind = (typeof KINDS)[number];

/** A pair of claims; its weight is 1 where both are in the truth. */
export interface RelationExample {
  readonly later: string;
  readonly x: readonly number[];
  readonly weight: number;
  /** How the truth says that the later claim bears on the earlier one. */
  readonly kind: Kind | null;
  /** The pair again as it is without the network. */
  readonly again: boolean;
}

/** Relations in the truth that are no siding. */
export const bearing = (truth: Truth): Truth['relations'] => truth.relations.filter(({ type }) => type !== 'endorses');

/** A pair of which one is in no claim of the truth may be a relation that nobody wrote down. */
const UNKNOWN_WEIGHT = 0.5;

/** Each pair that the network was asked about is learnt from unasked as well: the words have to do where there is no network. */
const UNASKED_SHARE = 0.3;

/** Which claim of a story holds most statements of each claim of the truth, as the scorer maps them. */
export function claimsOf(truth: Truth, claims: ReturnType<typeof storyClaims>['claims']): ReadonlyMap<string, string> {
  const placed = claims.flatMap((claim) => claim.appearances.map((one) => ({ ...one, claim: claim.id })));
  return new Map(
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
}

/** Every later claim beside the earlier ones that it may bear on, and how the truth says that it does. */
export async function relationExamples(truth: Truth, linked: LinkedFrom): Promise<readonly RelationExample[]> {
  const bearings = await answersOf(linked);
  const story = storyClaims(linked.reports, linked.vectors, bearings);
  const mapped = claimsOf(truth, story.claims);
  const known = new Set(mapped.values());
  const gold = new Map(bearing(truth).map(({ from, to, type }) => [`${mapped.get(from)}|${mapped.get(to)}`, type as Kind] as const));
  const exampleOf = ({ later, earlier, x }: ReturnType<typeof relatedPairs>[number], again: boolean): RelationExample => ({
    later: later.id,
    x: PAIR_FEATURES.map((name) => x[name]),
    kind: gold.get(`${later.id}|${earlier.id}`) ?? null,
    again,
    weight: (again ? UNASKED_SHARE : 1) * (known.has(later.id) && known.has(earlier.id) ? 1 : UNKNOWN_WEIGHT),
  });
  const unasked = relatedPairs(story);
  return relatedPairs(story, bearings).flatMap((pair, i) => [
    exampleOf(pair, false),
    ...(pair.x.unasked === 0 ? [exampleOf(unasked[i] as typeof pair, true)] : []),
  ]);
}

const DECAY = 4;
/** The weights of one kind: whether a pair bears so, against all that do not. */
const fitKind = (examples: readonly RelationExample[], kind: Kind, decay: number, from?: readonly number[]): number[] =>
  fitLogistic(
    examples.map((example): Example => ({ ...example, y: example.kind === kind ? 1 : 0 })),
    decay,
    from,
  );

export type KindWeights = Readonly<Record<Kind, readonly number[]>>;

/** The weights of every kind, in the order of the features, the constant's first. */
export const fitRelations = (examples: readonly RelationExample[], decay = DECAY, from?: KindWeights): KindWeights =>
  Object.fromEntries(KINDS.map((kind) => [kind, fitKind(examples, kind, decay, from?.[kind])])) as Record<Kind, number[]>;

/** Sets the weights of linking, as the fits of relations give them. */
export function setRelationWeights(fitted: KindWeights): void {
  for (const kind of KINDS)
    Object.assign(PAIR_WEIGHTS[kind], Object.fromEntries(['bias', ...PAIR_FEATURES].map((name, k) => [name, fitted[kind][k]])));
}
