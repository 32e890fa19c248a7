import { type Foreseen, type Option, type OutcomeFeature, optionsFor, type Verdict } from './outcomes.ts';
import type { Told } from './told.ts';

/** What the features weigh. Fitted by `bench/linking/fit-outcomes.ts`. */
export const OUTCOME_WEIGHTS: Record<OutcomeFeature, number> = {
  like: 1.4,
  meaning: 1.29,
  contained: -0.1,
  best: 0.11,
  mention: -0.22,
  beside: 0.16,
  looksBack: 0.82,
  onDue: 0.33,
  inWindow: 0.39,
  soon: 0.65,
  beforeDue: -0.53,
  foresees: -0.63,
  past: 0.28,
  ownVoice: 0.42,
  sameSource: 0.03,
  figure: 0.07,
  bringsOut: 0.13,
  failed: -0.32,
  against: 1.5,
  failedWords: 1.47,
  failedNear: 0.24,
  kept: -2.01,
  late: 1.09,
  lateReport: 0.24,
  early: -0.28,
  short: 1.49,
  reached: -1.51,
  tooSoon: 1.41,
  notBefore: -1.53,
  putOff: 1.75,
  willNot: 0.24,
  negativeLead: -0.24,
  open: 1.63,
  passed: -0.25,
  noDue: 0.64,
  conditional: 0.26,
};

const scoreOf = ({ x }: Option): number =>
  Object.entries(x).reduce((sum, [name, value]) => sum + value * OUTCOME_WEIGHTS[name as OutcomeFeature], 0);

const quote = (text: string): string => `“${text.replace(/\s+/g, ' ').trim().slice(0, 140)}”`;

/** What became of a forecast: the likeliest of all that the story tells, if it is likelier than that nobody has told yet. */
export function decideOutcome(foreseen: Foreseen, all: readonly Told[]): Verdict {
  const options = optionsFor(foreseen, all);
  const best = options.reduce((top, option) => (scoreOf(option) > scoreOf(top) ? option : top));
  if (!best.by) return { outcome: 'pending', resolvedBy: null, reason: 'no later statement tells what became of it' };
  return { outcome: best.outcome, resolvedBy: best.by.placed.statement.id, reason: quote(best.by.placed.statement.content.text) };
}
