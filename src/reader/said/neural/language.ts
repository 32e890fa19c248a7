/** Words that no English news text does without. */
const COMMON = new Set(
  'the of and to in a that is was for on with as at by from it he she they his her has have had be been are were not but who will would said this'.split(
    ' ',
  ),
);
const LETTERS = /\p{L}+/gu;
const SAMPLE = 4000;
/** Below this many words nothing can be told, and the text is read as it is. */
const LEAST_WORDS = 12;
const CLEARLY_ENGLISH = 0.2;

const LATIN = /\p{Script=Latin}/u;
const LETTER = /\p{L}/gu;
/** Fewer letters than this are a name. */
const LEAST_LETTERS = 8;
/** Another language that the detector cannot name. */
const UNNAMED = 'und';

/** Whether most of a text's letters are of another script than English is written in. */
function inAnotherScript(sample: string): boolean {
  const letters = sample.match(LETTER) ?? [];
  return letters.length >= LEAST_LETTERS && letters.filter((letter) => LATIN.test(letter)).length * 2 < letters.length;
}

/** The text's language where it is plainly not English (ISO 639-1), else null: `und` where its script shows that it is not and nothing tells which it is. */
export async function foreign(text: string, told: string | null): Promise<string | null> {
  if (told) return told.toLowerCase().startsWith('en') ? null : told;
  const sample = text.slice(0, SAMPLE);
  if (inAnotherScript(sample)) {
    const { eld } = await import('eld/small');
    const found = eld.detect(sample).language;
    return found && found !== 'en' ? found : UNNAMED;
  }
  const words = sample.toLowerCase().match(LETTERS) ?? [];
  if (words.length < LEAST_WORDS) return null;
  const share = words.filter((word) => COMMON.has(word)).length / words.length;
  if (share >= CLEARLY_ENGLISH) return null;
  const { eld } = await import('eld/small');
  const found = eld.detect(sample);
  return found.language && found.language !== 'en' && found.isReliable() ? found.language : null;
}
