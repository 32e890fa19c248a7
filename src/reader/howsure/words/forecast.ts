/** Words that make a content one about what is to come. */
export interface ForecastWords {
  readonly words: string;
  readonly example: string;
}

const rows = (forms: string, example: (form: string) => string): readonly ForecastWords[] =>
  forms.split(', ').map((words) => ({ words, example: example(words) }));

export const FORECAST_WORDS: readonly ForecastWords[] = [
  ...rows(
    "will, shall, 'll, won't, would, is going to, are going to, is expected to, are expected to, is likely to, are likely to, is unlikely to, are unlikely to, is due to, are due to, is set to, are set to, is to, are to, is scheduled to, are scheduled to, is about to, are about to",
    (form) => `the troops ${form} leave`,
  ),
  ...rows(
    'plans to, plan to, intends to, intend to, is planning to, are planning to, is preparing to, are preparing to, aims to, hopes to, expects to, is poised to',
    (form) => `the army ${form} leave`,
  ),
];

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
