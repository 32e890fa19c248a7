/** How much text is looked at; a language shows in less. */
const SAMPLE = 4000;
const ENOUGH = 40;

type Detect = (text: string) => { readonly language: string; readonly isReliable: () => boolean };
let detector: Promise<Detect> | null = null;

const load = (): Promise<Detect> => {
  detector ??= import('eld/small').then(({ eld }) => eld.detect);
  return detector;
};

/** The language of a text (ISO 639-1) by its letter sequences; null where it is too short or cannot be told for certain. */
export async function languageOf(text: string): Promise<string | null> {
  const sample = text.slice(0, SAMPLE);
  if (sample.length < ENOUGH) return null;
  const found = (await load())(sample);
  return found.language && found.isReliable() ? found.language : null;
}

/** Languages that their letters hardly tell apart. */
const ALIKE: readonly (readonly string[])[] = [
  ['id', 'ms'],
  ['bs', 'hr', 'sr', 'sh', 'cnr'],
  ['no', 'nb', 'nn', 'da'],
  ['gl', 'pt'],
  ['cs', 'sk'],
];

/** Of languages that are hardly told apart by their letters, the one that a label names; else what the words told. */
export function namedAlike(told: string, labels: readonly string[]): string {
  const group = ALIKE.find((one) => one.includes(told));
  const named = labels.map((label) => (label.toLowerCase().split(/[-_]/)[0] ?? '').trim()).find((label) => group?.includes(label));
  return named ?? told;
}
