import { IRREGULAR_PASTS } from '../../model/pasts.ts';

const AUXILIARIES = 'is|are|was|were|has|had|have|will|would|can|cannot|could|may|might|must|should|shall|did|does|do';
/** Presents that news is full of and that are seldom nouns. */
const PRESENT =
  'says|tells|owes|owns|takes|gives|makes|comes|goes|knows|keeps|holds|reads|runs|speaks|brings|becomes|begins|belongs|remains|seems|appears|depends|exists';
/** The same of many, where no "to" stands before: "nine wells contain solvent". */
const PRESENT_OF_MANY = '(?<!\\bto )(?:contain|maintain|believe|insist|deny|think|know|say|seem|remain|belong|depend|exist|stand)(?= )';
/** After a pronoun, a word in "-s" or, for "they", a bare one is a verb: "he wants out", "they think so". */
const AFTER_PRONOUN =
  '\\b(?:he|she|it|that|this|everyone|everybody|nobody|no one|someone)\\s(?:\\p{Ll}+ly\\s|also\\s|still\\s|now\\s|never\\s|always\\s)?\\p{Ll}{2,}s\\b|\\b(?:I|we|you|they)\\s(?:\\p{Ll}+ly\\s|also\\s|still\\s|now\\s|never\\s|always\\s|all\\s|both\\s)?(?!(?:at|in|on|of|for|to|from|with|by|as|and|or|but|who|whom|whose|which|that|the|a|an|all|both|alone|too|there|here)\\b)\\p{Ll}{3,}\\b';

/** A word by which a stretch of text is a clause rather than a list's item. */
const FINITE = new RegExp(
  `\\b(?:${AUXILIARIES}|${IRREGULAR_PASTS.join('|')}|${PRESENT}|${PRESENT_OF_MANY}|puts?|died|lied|tied|owed|used|\\w+n['’]t|\\p{Ll}{3,}ed)\\b|['’](?:s|re|ve|ll|d|m)\\b|${AFTER_PRONOUN}`,
  'iu',
);

/** Whether a stretch of text has a finite verb, as far as words without a parser tell. */
export const hasFiniteVerb = (text: string): boolean => FINITE.test(text);
