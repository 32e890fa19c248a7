import type { Bearings } from '../bearing/bearing.ts';
import { type Foreseen, type Option, type OutcomeFeature, optionsFor, type Verdict } from './outcomes.ts';
import type { Told } from './told.ts';

/** What the features weigh. Fitted by `bench/linking/fit-outcomes.ts`. */
export const OUTCOME_WEIGHTS: Record<OutcomeFeature, number> = {
  like: 1.42,
  meaning: 1.26,
  contained: 0.09,
  best: 0.07,
  mention: 0.11,
  beside: 0.52,
  looksBack: 0.97,
  onDue: 0.05,
  inWindow: 0.23,
  soon: 0.64,
  beforeDue: 0.08,
  foresees: -0.64,
  past: 0.41,
  ownVoice: 0.01,
  sameSource: 0.21,
  figure: 0.03,
  bringsOut: 0.25,
  bearsSettles: 2.65,
  bearsNot: -0.43,
  unasked: -0.06,
  failed: -0.45,
  against: 1.25,
  failedWords: 1.19,
  failedNear: 0.35,
  kept: -2.01,
  late: 1.23,
  lateReport: 0.47,
  early: 0.08,
  short: 1.51,
  reached: -1.51,
  tooSoon: 1.39,
  notBefore: -1.5,
  putOff: 1.82,
  willNot: 1.09,
  negativeLead: -0.29,
  bearsFailed: 1.77,
  open: 1.17,
  passed: -0.16,
  noDue: 0.56,
  conditional: 0.27,
  bearsFaint: -1.09,
  retells: -0.97,
  thin: -0.1,
  earlyFaint: -0.54,
  onTime: -1.14,
  besideFaint: -0.96,
  putOffOther: 0.5,
};

const scoreOf = ({ x }: Option): number =>
  Object.entries(x).reduce((sum, [name, value]) => sum + value * OUTCOME_WEIGHTS[name as OutcomeFeature], 0);

const quote = (text: string): string => `“${text.replace(/\s+/g, ' ').trim().slice(0, 140)}”`;

/** What became of a forecast: the likeliest of all that the story tells, if it is likelier than that nobody has told yet. */
export function decideOutcome(foreseen: Foreseen, all: readonly Told[], bearings: Bearings): Verdict {
  const options = optionsFor(foreseen, all, bearings);
  const best = options.reduce((top, option) => (scoreOf(option) > scoreOf(top) ? option : top));
  if (!best.by) return { outcome: 'pending', resolvedBy: null, reason: 'no later statement tells what became of it' };
  return { outcome: best.outcome, resolvedBy: best.by.placed.statement.id, reason: quote(best.by.placed.statement.content.text) };
}
