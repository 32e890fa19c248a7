import type { Bearing } from '../bearing/bearing.ts';
import { cosine, type Proposition, salience, sameCounted, sameFigure, sharedPhrases, sharedWeight } from './features.ts';

/** The features of a pair, each 0 to 1: what `docs/linking.md` shows beside a decision. */
export interface PairFeatures {
  /** Shared weight over joint weight of the words. */
  readonly jaccard: number;
  /** Shared weight over the shorter one's. */
  readonly contained: number;
  /** Cosine of the sentence vectors; the jaccard's stand-in where there are none. */
  readonly meaning: number;
  /** Cosine of what stands around both, each with its neighbours; the meaning where that is not known, the jaccard without vectors. */
  readonly around: number;
  /** Words side by side that both hold, of the one's that has fewer. */
  readonly phrases: number;
  /** 1 over the words of the shorter one: what few words share tells little. */
  readonly short: number;
  /** Salience of the most telling figure that both give. */
  readonly figure: number;
  /** 1 where one gives a figure and the other none. */
  readonly figureMissing: number;
  /** 1 where both give figures and none is the same. */
  readonly figuresDiffer: number;
  /** 1 where they share a figure and each gives one that the other does not. */
  readonly figuresExtra: number;
  /** 1 where what both foresee is due at one time. */
  readonly dueAgrees: number;
  /** 1 where one foresees and the other does not. */
  readonly oneForesees: number;
  /** 1 where both stand in one report, which seldom says a thing twice. */
  readonly sameReport: number;
  /** 1 where both name a time and none is the same. */
  readonly timesDiffer: number;
  /** 1 where both name the same day, month or window. */
  readonly timesAgree: number;
  /** 1 where both go back to the same source. */
  readonly sameSource: number;
  /** 1 where one speaks of "such a" thing and both stand in one report. */
  readonly anaphora: number;
  /** What the network says: that they tell the same, that one changes or speaks against the other, that they bear on nothing. */
  readonly bearsSame: number;
  readonly bearsOtherwise: number;
  readonly bearsNot: number;
  /** 1 where the network was not asked. */
  readonly unasked: number;
}

export interface PairDecision {
  readonly same: boolean;
  readonly score: number;
  readonly features: PairFeatures;
  readonly reason: string;
}

/** Weights of the pair decision: `bench/linking/fit-claims.ts` fits them; the score is the logistic of their sum. */
export const WEIGHTS = {
  bias: -4.38,
  jaccard: 1.04,
  contained: 0.34,
  meaning: 2.45,
  around: 2.64,
  phrases: 1.36,
  short: 1.03,
  figure: 4.65,
  figureMissing: -1.13,
  figuresDiffer: -3.21,
  figuresExtra: -4.95,
  dueAgrees: -0.05,
  oneForesees: -1.1,
  sameReport: -0.81,
  timesDiffer: -0.39,
  timesAgree: 1.58,
  sameSource: 1.45,
  anaphora: 2.88,
  bearsSame: 2.99,
  bearsOtherwise: 1.05,
  bearsNot: -0.14,
  unasked: 0.63,
} as const;

const FEATURE_NAMES = Object.keys(WEIGHTS).filter((name) => name !== 'bias') as (keyof PairFeatures)[];

/** From this score on two statements are held to say the same. */
export const SAME_THRESHOLD = 0.6;

/** Days by which the ends of two windows may differ and still be one: "within a week" and "by Saturday". */
const DUE_SLACK = 4;
/** Days since 1970 of the last day of an EDTF day, month or year. NaN where it is none: then nothing is held against it. */
const dayNumber = (edtf: string | null): number => {
  if (edtf === null) return Number.NaN;
  const [year = Number.NaN, month, day] = edtf.split('-').map(Number);
  const end = day === undefined ? Date.UTC(year, month ?? 12, 0) : Date.UTC(year, (month ?? 1) - 1, day);
  return end / 86_400_000;
};

const heard = (bearing: Bearing | null): Pick<PairFeatures, 'bearsSame' | 'bearsOtherwise' | 'bearsNot' | 'unasked'> => ({
  bearsSame: bearing?.same ?? 0,
  bearsOtherwise: bearing ? bearing.contradicts + bearing.denies + bearing.updates + bearing.corrects + bearing.failed : 0,
  bearsNot: bearing ? bearing.near + bearing.apart : 0,
  unasked: bearing ? 0 : 1,
});

export function pairFeatures(a: Proposition, b: Proposition, bearing: Bearing | null = null): PairFeatures {
  const shared = sharedWeight(a, b);
  const jaccard = shared / Math.max(1e-9, a.weight + b.weight - shared);
  const contained = shared / Math.max(1e-9, Math.min(a.weight, b.weight));
  const cos = cosine(a.vector, b.vector);
  const meaning = cos === null ? Math.sqrt(jaccard) : Math.max(0, cos);
  const common = a.figures.flatMap((figure) =>
    b.figures.filter((other) => sameFigure(figure, other)).map((other) => salience(figure) * (sameCounted(figure, other) ? 1 : 0.5)),
  );
  const figures = a.figures.length > 0 && b.figures.length > 0;
  const lacks = (one: Proposition, other: Proposition): boolean =>
    one.figures.some((figure) => !other.figures.some((theirs) => sameFigure(figure, theirs)));
  const bothDue = a.due !== null && b.due !== null;
  return {
    figuresDiffer: figures && common.length === 0 ? 1 : 0,
    figuresExtra: common.length > 0 && lacks(a, b) && lacks(b, a) ? 1 : 0,
    dueAgrees: bothDue && Math.abs(dayNumber(a.due) - dayNumber(b.due)) <= DUE_SLACK ? 1 : 0,
    oneForesees: a.foresees !== b.foresees ? 1 : 0,
    sameReport: a.report === b.report ? 1 : 0,
    jaccard,
    contained: Math.min(a.stems.size, b.stems.size) < 3 ? contained * 0.5 : contained,
    meaning,
    around: Math.max(0, cosine(a.around, b.around) ?? cos ?? jaccard),
    phrases: sharedPhrases(a, b),
    short: 1 / Math.max(1, Math.min(a.stems.size, b.stems.size)),
    figure: Math.max(0, ...common),
    figureMissing: (a.figures.length === 0) !== (b.figures.length === 0) && !a.anaphoric && !b.anaphoric ? 1 : 0,
    timesDiffer: a.times.length > 0 && b.times.length > 0 && !a.times.some((time) => b.times.includes(time)) ? 1 : 0,
    timesAgree: a.times.some((time) => time.length > 4 && b.times.includes(time)) ? 1 : 0,
    sameSource: a.source !== null && a.source === b.source ? 1 : 0,
    ...heard(bearing),
    anaphora: (a.anaphoric || b.anaphoric) && a.report === b.report ? 1 : 0,
  };
}

/**
 * Why two statements cannot be one claim whatever their words, or null: they differ in polarity, count the same thing differently,
 * or one is about what somebody said.
 * A figure that one of them leaves out is no contradiction.
 */
export function veto(a: Proposition, b: Proposition): string | null {
  if (a.folded === b.folded) return null;
  if (
    a.due &&
    b.due &&
    Math.abs(dayNumber(a.due) - dayNumber(b.due)) > DUE_SLACK &&
    !a.timeWords.some((words) => b.timeWords.includes(words))
  )
    return 'what they foresee is due at other times';
  if (a.negative !== b.negative) return 'one denies what the other says';
  if (a.callsRight !== b.callsRight) return 'one says that somebody is right';
  const countedAlike = a.figures.some((figure) => b.figures.some((other) => sameCounted(figure, other)));
  const agree = a.figures.some((figure) => b.figures.some((other) => sameFigure(figure, other) && sameCounted(figure, other)));
  if (countedAlike && !agree) return 'their figures differ';
  return null;
}

const share = (value: number): string => value.toFixed(2);

/** Whether two statements say the same, how sure that is, and why. Pure: the same pair always gets the same answer. */
export function decidePair(a: Proposition, b: Proposition, bearing: Bearing | null = null): PairDecision {
  const features = pairFeatures(a, b, bearing);
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
