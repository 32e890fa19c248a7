import { cosine, type Proposition, salience, sameBounds, sameCounted, sharedWeight } from './features.ts';

/** The features of a pair, each 0 to 1: what `docs/linking.md` shows beside a decision. */
export interface PairFeatures {
  /** Shared weight over joint weight of the words. */
  readonly jaccard: number;
  /** Shared weight over the shorter one's. */
  readonly contained: number;
  /** Cosine of the sentence vectors; the jaccard's stand-in where there are none. */
  readonly meaning: number;
  /** Salience of the most telling figure that both give. */
  readonly figure: number;
  /** 1 where one gives a figure and the other none. */
  readonly figureMissing: number;
  /** 1 where both name a time and none is the same. */
  readonly timesDiffer: number;
  /** 1 where both name the same day, month or window. */
  readonly timesAgree: number;
  /** 1 where both go back to the same source. */
  readonly sameSource: number;
  /** 1 where one speaks of "such a" thing and both stand in one report. */
  readonly anaphora: number;
}

export interface PairDecision {
  readonly same: boolean;
  readonly score: number;
  readonly features: PairFeatures;
  readonly reason: string;
}

/** Weights of the pair decision: `scripts/linking/fit.ts` fits them; the score is the logistic of their sum. */
export const WEIGHTS = {
  bias: -5.66,
  jaccard: 1.8,
  contained: 3.26,
  meaning: 3.88,
  figure: 5.74,
  figureMissing: -1.92,
  timesDiffer: -0.47,
  timesAgree: 0.17,
  sameSource: 1.94,
  anaphora: 1.34,
} as const;

const FEATURE_NAMES = [
  'jaccard',
  'contained',
  'meaning',
  'figure',
  'figureMissing',
  'timesDiffer',
] as const satisfies readonly (keyof PairFeatures)[];

/** From this score on two statements are held to say the same. */
export const SAME_THRESHOLD = 0.3;

export function pairFeatures(a: Proposition, b: Proposition): PairFeatures {
  const shared = sharedWeight(a, b);
  const jaccard = shared / Math.max(1e-9, a.weight + b.weight - shared);
  const contained = shared / Math.max(1e-9, Math.min(a.weight, b.weight));
  const cos = cosine(a.vector, b.vector);
  const common = a.figures.flatMap((figure) =>
    b.figures.filter((other) => sameBounds(figure, other)).map((other) => salience(figure) * (sameCounted(figure, other) ? 1 : 0.5)),
  );
  return {
    jaccard,
    contained: Math.min(a.stems.size, b.stems.size) < 3 ? contained * 0.5 : contained,
    meaning: cos === null ? Math.sqrt(jaccard) : Math.max(0, cos),
    figure: Math.max(0, ...common),
    figureMissing: (a.figures.length === 0) !== (b.figures.length === 0) && !a.anaphoric && !b.anaphoric ? 1 : 0,
    timesDiffer: a.times.length > 0 && b.times.length > 0 && !a.times.some((time) => b.times.includes(time)) ? 1 : 0,
    timesAgree: a.times.some((time) => time.length > 4 && b.times.includes(time)) ? 1 : 0,
    sameSource: a.source !== null && a.source === b.source ? 1 : 0,
    anaphora: (a.anaphoric || b.anaphoric) && a.report === b.report ? 1 : 0,
  };
}

/** Days by which the ends of two windows may differ and still be one: "within a week" and "by Saturday". */
const DUE_SLACK = 4;
/** Days since 1970 of the last day of an EDTF day, month or year. NaN where it is none: then nothing is held against it. */
const dayNumber = (edtf: string): number => {
  const [year = Number.NaN, month, day] = edtf.split('-').map(Number);
  const end = day === undefined ? Date.UTC(year, month ?? 12, 0) : Date.UTC(year, (month ?? 1) - 1, day);
  return end / 86_400_000;
};

/**
 * Why two statements cannot be one claim whatever their words, or null: they differ in polarity, or count the same thing differently.
 * A figure that one of them leaves out is no contradiction.
 */
export function veto(a: Proposition, b: Proposition): string | null {
  if (a.folded === b.folded) return null;
  if (a.due && b.due && Math.abs(dayNumber(a.due) - dayNumber(b.due)) > DUE_SLACK) return 'what they foresee is due at other times';
  if (a.negative !== b.negative) return 'one denies what the other says';
  const countedAlike = a.figures.some((figure) => b.figures.some((other) => sameCounted(figure, other)));
  const agree = a.figures.some((figure) => b.figures.some((other) => sameBounds(figure, other) && sameCounted(figure, other)));
  if (countedAlike && !agree) return 'their figures differ';
  return null;
}

const share = (value: number): string => value.toFixed(2);

/** Whether two statements say the same, how sure that is, and why. Pure: the same pair always gets the same answer. */
export function decidePair(a: Proposition, b: Proposition): PairDecision {
  const features = pairFeatures(a, b);
  if (a.folded === b.folded && a.stems.size > 0) return { same: true, score: 1, features, reason: 'the same words' };
  const reason = veto(a, b);
  if (reason) return { same: false, score: 0, features, reason };
  let sum: number = WEIGHTS.bias;
  for (const name of FEATURE_NAMES) sum += WEIGHTS[name] * features[name];
  const score = 1 / (1 + Math.exp(-sum));
  const figure = features.figure > 0 ? ', the same figure' : '';
  return {
    same: score >= SAME_THRESHOLD,
    score,
    features,
    reason: `words shared ${share(features.jaccard)}, meaning ${share(features.meaning)}${figure}`,
  };
}
