import { type Foreseen, type Option, type OutcomeFeature, optionsFor, type Told, type Verdict } from './outcomes.ts';

/** What the features weigh. Fitted by `bench/linking/fit-outcomes.ts`. */
export const OUTCOME_WEIGHTS: Record<OutcomeFeature, number> = {
  like: 1.41,
  meaning: 1.29,
  contained: -0.09,
  best: 0.12,
  mention: -0.2,
  beside: 0.16,
  looksBack: 0.82,
  onDue: 0.35,
  inWindow: 0.41,
  soon: 0.63,
  beforeDue: -0.52,
  foresees: -0.62,
  past: 0.29,
  ownVoice: 0.43,
  sameSource: 0.02,
  figure: 0.07,
  bringsOut: 0.1,
  failed: -0.32,
  against: 1.49,
  failedWords: 1.47,
  failedNear: 0.24,
  kept: -2.01,
  late: 1.09,
  lateReport: 0.26,
  early: -0.27,
  short: 1.49,
  reached: -1.51,
  tooSoon: 1.41,
  notBefore: -1.52,
  putOff: 1.78,
  willNot: 0.24,
  negativeLead: -0.23,
  open: 1.61,
  passed: -0.21,
  noDue: 0.58,
  conditional: 0.27,
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
