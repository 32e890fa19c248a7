/** Words that make a content one about what is to come. */
export interface ForecastWords {
  readonly words: string;
  readonly example: string;
}

const rows = (forms: string, example: (form: string) => string): readonly ForecastWords[] =>
  forms.split(', ').map((words) => ({ words, example: example(words) }));

const both = (phrases: string): string =>
  phrases
    .split(', ')
    .flatMap((phrase) => ['is', 'are', 'was', 'were'].map((be) => `${be} ${phrase}`))
    .join(', ');

export const FORECAST_WORDS: readonly ForecastWords[] = [
  ...rows("will, shall, 'll, won't, would", (form) => `the troops ${form} leave`),
  ...rows('is to, are to, is about to, are about to, is poised to, are poised to', (form) => `the troops ${form} leave`),
  ...rows(
    both(
      'going to, expected to, not expected to, likely to, unlikely to, due to, set to, scheduled to, planning to, preparing to, forecast to, predicted to, projected to',
    ),
    (form) => `the troops ${form} leave`,
  ),
  ...rows(
    'plans to, plan to, intends to, intend to, aims to, hopes to, expects to, vows to, has vowed to, have vowed to, has promised to, have promised to, has pledged to, have pledged to',
    (form) => `the army ${form} leave`,
  ),
];

/** Words behind "would" that make it tell of a habit. */
export const HABITS: ReadonlySet<string> = new Set(['often', 'always', 'sometimes', 'usually', 'regularly', 'frequently']);

/** Modal verbs that tell of what is to come where a time ahead stands beside them. */
export const MODALS_AHEAD: ReadonlySet<string> = new Set(['may', 'might', 'could', 'can', 'should']);

/** Words that open a condition; it runs to the end of its clause. */
export const CONDITION_WORDS: readonly string[] = [
  'if',
  'unless',
  'as soon as',
  'as long as',
  'provided that',
  'provided',
  'on condition that',
  'once',
  'only if',
  'even if',
  'in case',
  'in the event of',
  'in the event that',
  'assuming',
  'until',
  'when',
];
