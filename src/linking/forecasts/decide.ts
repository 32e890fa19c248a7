import type { Bearings } from '../bearing/bearing.ts';
import { type Foreseen, type Option, type OutcomeFeature, optionsFor, type Verdict } from './outcomes.ts';
import type { Told } from './told.ts';

/** What the features weigh. Fitted by `bench/linking/fit-outcomes.ts`. */
export const OUTCOME_WEIGHTS: Record<OutcomeFeature, number> = {
  like: 1.14,
  meaning: 0.95,
  contained: 0.03,
  best: 0.03,
  mention: -0.12,
  beside: 0.18,
  looksBack: 1.17,
  onDue: 0.1,
  inWindow: 1.2,
  soon: 1.2,
  beforeDue: -0.71,
  foresees: -0.46,
  past: 0.27,
  ownVoice: 0.33,
  sameSource: -0.02,
  figure: -0.06,
  bringsOut: 0.32,
  bearsSettles: 2.88,
  bearsNot: -0.42,
  unasked: -0.02,
  failed: 0.31,
  against: 0.82,
  failedWords: 0.59,
  failedNear: 0.32,
  kept: -2.01,
  late: 1.34,
  lateReport: 0.33,
  early: -0.15,
  short: 1.16,
  reached: -1.5,
  tooSoon: 1.47,
  notBefore: -1.53,
  putOff: 1.58,
  willNot: 0.93,
  negativeLead: 0.17,
  bearsFailed: 1.56,
  open: 1.69,
  passed: -0.86,
  noDue: 0.46,
  conditional: 0.56,
  bearsFaint: -0.48,
  retells: -0.83,
  thin: -0.23,
  earlyFaint: -0.93,
  onTime: -1.13,
  besideFaint: -1.04,
  putOffOther: 0.7,
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
