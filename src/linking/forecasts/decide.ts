import type { Bearings } from '../bearing/bearing.ts';
import { type Foreseen, type Option, type OutcomeFeature, optionsFor, type Verdict } from './outcomes.ts';
import type { Told } from './told.ts';

/** What the features weigh. Fitted by `bench/linking/fit-outcomes.ts`. */
export const OUTCOME_WEIGHTS: Record<OutcomeFeature, number> = {
  like: 1.5,
  meaning: 1.16,
  contained: 0.08,
  best: 0.26,
  mention: -0.12,
  beside: 0.8,
  looksBack: 0.62,
  onDue: 0.26,
  inWindow: 0.34,
  soon: 1.02,
  beforeDue: -0.3,
  foresees: -0.94,
  past: 0.58,
  ownVoice: -0.07,
  sameSource: 0.05,
  figure: 0.15,
  bringsOut: 0.32,
  bearsSettles: 2.5,
  bearsNot: -0.5,
  unasked: -0.07,
  failed: -0.41,
  against: 1.32,
  failedWords: 1,
  failedNear: 0.5,
  kept: -2.05,
  late: 1.54,
  lateReport: 0.4,
  early: -0.2,
  short: 1.5,
  reached: -1.59,
  tooSoon: 1.27,
  notBefore: -1.53,
  putOff: 1.44,
  willNot: 0.55,
  negativeLead: -0.58,
  bearsFailed: 1.71,
  open: 1.42,
  passed: -0.05,
  noDue: 1,
  conditional: 0.59,
  bearsFaint: 0,
  retells: 0,
  thin: 0,
  earlyFaint: 0,
  onTime: 0,
  besideFaint: 0,
  putOffOther: 0,
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
