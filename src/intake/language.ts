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
