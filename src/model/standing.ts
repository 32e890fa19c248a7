import type { Correction, Judged, Judgement, Ruling } from './judgement.ts';

/** What a judgement settles: two that settle the same question of one target answer each other. */
export function questionOf(judgement: Judgement): string {
  switch (judgement.verdict) {
    case 'confirm':
    case 'reject':
      return 'verdict';
    case 'correct':
      return `correct ${judgement.field}`;
    case 'join':
    case 'split':
      return `with ${judgement.verdict === 'join' ? judgement.with : judgement.from}`;
    default:
      return judgement.verdict;
  }
}

/** A judgement's answer in a word or two. */
export function answerOf(judgement: Judgement): string {
  switch (judgement.verdict) {
    case 'correct':
      return `${judgement.field}: ${JSON.stringify(judgement.value)}`;
    case 'rate':
      return judgement.rating;
    case 'resolve':
      return judgement.outcome;
    default:
      return judgement.verdict;
  }
}

export interface Settled {
  /** The latest answer to each question. */
  readonly shown: ReadonlyMap<string, Ruling>;
  /** Earlier answers of other people that differ from the one shown. Who changes their own mind contradicts nobody. */
  readonly conflicts: readonly Ruling[];
}

/** What stands of the judgements on one thing, given oldest first: the later is shown, others who disagree are named. */
export function settle(rulings: readonly Ruling[]): Settled {
  const shown = new Map<string, Ruling>();
  for (const ruling of rulings) shown.set(questionOf(ruling.judgement), ruling);
  const conflicts = rulings.filter((ruling) => {
    const latest = shown.get(questionOf(ruling.judgement)) as Ruling;
    return latest !== ruling && latest.judgement.by !== ruling.judgement.by && answerOf(latest.judgement) !== answerOf(ruling.judgement);
  });
  return { shown, conflicts };
}

/** What a row shows of the judgements on it; undefined where there are none. */
export function judgedOf(rulings: readonly Ruling[], machine: (field: string) => unknown = () => null): Judged | undefined {
  if (rulings.length === 0) return undefined;
  const { shown, conflicts } = settle(rulings);
  const verdict = shown.get('verdict');
  const rating = shown.get('rate');
  const corrections = [...shown.values()].flatMap(({ judgement, at, sequence }): Correction[] =>
    judgement.verdict === 'correct'
      ? [{ field: judgement.field, value: judgement.value, machine: machine(judgement.field), by: judgement.by, at, sequence }]
      : [],
  );
  const lead = verdict ?? rating;
  return {
    ...(verdict && { verdict: verdict.judgement.verdict === 'confirm' ? ('confirmed' as const) : ('rejected' as const) }),
    ...(rating?.judgement.verdict === 'rate' && { rating: rating.judgement.rating }),
    ...(lead && { by: lead.judgement.by, at: lead.at, sequence: lead.sequence }),
    ...(corrections.length > 0 && { corrections }),
    ...(conflicts.length > 0 && {
      conflicts: conflicts.map(({ sequence, judgement }) => ({ sequence, by: judgement.by, said: answerOf(judgement) })),
    }),
  };
}
