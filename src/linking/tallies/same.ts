import { cosine, sharedWeight, topicLikeness } from '../claims/features.ts';
import { fold } from '../words/normalise.ts';
import type { Point } from './points.ts';
import { countedClass, differInKind, mayBePeople, ofPeople } from './scopes.ts';

/** What two figures of one measure are compared by, each 0 to 1: the docs explain them. */
export const COUNT_FEATURES = [
  'topic',
  'meaning',
  'around',
  'clause',
  'noun',
  'nounsDiffer',
  'kindsDiffer',
  'part',
  'people',
  'scope',
  'scopesDiffer',
  'clauseScope',
  'size',
  'sameSource',
  'oneVoice',
  'equal',
  'saidAlike',
  'sideBySide',
  'inherits',
  'oneStatement',
  'bare',
  'percent',
  'money',
  'extent',
] as const;
export type CountFeature = (typeof COUNT_FEATURES)[number];

/** Fitted by `bench/linking/fit-tallies.ts`. */
export const COUNT_WEIGHTS: Readonly<Record<CountFeature | 'bias', number>> = {
  bias: -1.15,
  topic: 0.7,
  meaning: 0.84,
  around: 1.49,
  clause: 0.63,
  noun: 0.36,
  nounsDiffer: 0.43,
  kindsDiffer: -1.16,
  part: -0.18,
  people: -0.16,
  scope: -0.37,
  scopesDiffer: -0.1,
  clauseScope: 1.09,
  size: -3.88,
  sameSource: 0.69,
  oneVoice: -2.15,
  equal: 2.4,
  saidAlike: 0.3,
  sideBySide: 0.01,
  inherits: -0.11,
  oneStatement: -2.05,
  bare: -0.54,
  percent: -0.26,
  money: 0.49,
  extent: 0.56,
};

const NO_NOUN = new Set(['number', 'total', 'figur']);
const nounsOf = ({ counted }: Point): string[] => counted.filter((word) => !NO_NOUN.has(word));

const sizeOf = ({ quantity }: Point): number => Math.abs(quantity.low ?? quantity.high ?? 0);

/** How many times larger one figure is than the other: 0 for the like, 1 from thirtyfold on. */
export const sizeGap = (a: Point, b: Point): number => Math.min(1, Math.abs(Math.log10((sizeOf(a) + 1) / (sizeOf(b) + 1))) / 1.5);

const overlap = (a: readonly string[], b: readonly string[]): number =>
  a.filter((word) => b.includes(word)).length / Math.max(1, Math.min(a.length, b.length));

/** How many of the nouns that two figures count are the same, of the one's that has fewer. */
export const sharedNouns = (a: Point, b: Point): number => overlap(nounsOf(a), nounsOf(b));

export function countFeatures(a: Point, b: Point): number[] {
  const [first, second] = [nounsOf(a), nounsOf(b)];
  const noun = overlap(countedClass(first), countedClass(second));
  const named = first.length > 0 && second.length > 0;
  const sameScope = a.scope !== null && a.scope.id === b.scope?.id;
  const flag = (value: boolean): number => (value ? 1 : 0);
  const values: Record<CountFeature, number> = {
    topic: topicLikeness(a.context, b.context),
    meaning: Math.max(0, cosine(a.context.vector, b.context.vector) ?? 0),
    around: Math.max(0, cosine(a.context.around, b.context.around) ?? 0),
    clause: sharedWeight(a.context, b.context) / Math.max(1e-9, Math.min(a.context.weight, b.context.weight)),
    noun,
    nounsDiffer: flag(named && noun === 0),
    kindsDiffer: flag(differInKind(first, second)),
    part: flag(a.part !== b.part),
    people: flag(named && mayBePeople(first) && mayBePeople(second)),
    scope: flag(sameScope),
    scopesDiffer: flag((a.scope?.id ?? null) !== (b.scope?.id ?? null)),
    clauseScope: flag(sameScope && a.scope?.clause !== null),
    size: sizeGap(a, b),
    sideBySide: flag(a.source !== null && b.source !== null && a.source !== b.source && a.placed.report.id === b.placed.report.id),
    sameSource: flag(a.source !== null && a.source === b.source),
    oneVoice: flag(a.source !== null && a.source === b.source && a.placed.report.id === b.placed.report.id && !sameBounds(a, b)),
    equal: sameBounds(a, b) ? Math.min(1, Math.log10(sizeOf(a) + 1) / 3.5) : 0,
    saidAlike: overlap(a.said, b.said),
    inherits: flag(a.inherits?.quantity === b.quantity || b.inherits?.quantity === a.quantity),
    oneStatement: flag(a.placed.statement.id === b.placed.statement.id),
    bare: flag(a.measure === 'count' && (first.length === 0 || second.length === 0)),
    percent: flag(a.measure === '%'),
    money: flag(a.measure.startsWith('money:')),
    extent: flag(a.measure.startsWith('extent:')),
  };
  return COUNT_FEATURES.map((name) => values[name]);
}

/** Earlier figures that one is said to take the place of: a small number alone could be of anything, unless whoever gives both is the same. */
const DISTINCT = 20;
export const takesPlaceOf = (a: Point, b: Point): boolean => {
  const amount = b.quantity.low ?? b.quantity.high ?? 0;
  if (!a.formers.includes(amount)) return false;
  return (
    amount >= DISTINCT || sharedNouns(a, b) > 0 || (a.source !== null && a.source === b.source) || a.placed.report.id === b.placed.report.id
  );
};

const sameBounds = (a: Point, b: Point): boolean => a.quantity.low === b.quantity.low && a.quantity.high === b.quantity.high;

/** "Keshian soldiers", "Vaal's fallen": whose they are that are counted, by an adjective of a country or people or its name. */
const WHOSE = /\b\p{Lu}\p{Ll}{2,}(?:(?:i|an|ese|ish)s?(?![\p{L}])|(?=[’']s\b))/gu;
/** So many letters of a country's name its adjective shares: "Karvia", "Karvian". */
const SHARED_LETTERS = 5;
const whose = ({ quantity }: Point): readonly string[] =>
  ((quantity.counted ?? '').match(WHOSE) ?? []).map((word) => fold(word).slice(0, SHARED_LETTERS));
const ofOthers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((word) => b.includes(word));

/** Whether two figures surely count different things: the dead and the injured, one army's and the other's, hectares and people. */
export function countsOther(a: Point, b: Point): boolean {
  if (ofOthers(whose(a), whose(b))) return true;
  if (a.scope !== null && b.scope !== null) return a.scope.id !== b.scope.id;
  const [first, second] = [nounsOf(a), nounsOf(b)];
  if (a.measure !== 'count') return false;
  // Two dead and eight howitzers: what is counted without a scope, and can be no people, is none of theirs.
  if (a.scope && ofPeople(a.scope) && second.length > 0 && !mayBePeople(second)) return true;
  if (b.scope && ofPeople(b.scope) && first.length > 0 && !mayBePeople(first)) return true;
  if (first.length === 0 || second.length === 0) return false;
  return mayBePeople(first) !== mayBePeople(second) && overlap(first, second) === 0;
}

/** How sure it is, 0 to 1, that two figures of one measure count one thing. */
export function countScore(a: Point, b: Point): number {
  const sum = countFeatures(a, b).reduce(
    (total, value, i) => total + value * COUNT_WEIGHTS[COUNT_FEATURES[i] as CountFeature],
    COUNT_WEIGHTS.bias,
  );
  return 1 / (1 + Math.exp(-sum));
}
