import type { Proposition } from '../claims/features.ts';
import type { Placed } from '../input.ts';
import { sentenceOf } from '../words/sentence.ts';

/** A statement as forecasts are held against it: what its own sentence shows is found once. */
export interface Told {
  readonly placed: Placed;
  readonly words: Proposition;
  /** The statement's whole sentence or so. */
  readonly sentence: string;
  /** The single day in its words, or null. */
  readonly day: string | null;
  readonly shown: Shown;
}

/** Words of a statement or of its sentence that tell of an outcome. */
interface Shown {
  /** The words of failure in the content, and those of its whole sentence. */
  readonly failed: readonly string[];
  readonly failedNear: readonly string[];
  /** What is still to come: "is still due". */
  readonly ahead: boolean;
  readonly kept: boolean;
  readonly looksBack: boolean;
  /** The content itself looks back, and not only its sentence. */
  readonly looksBackItself: boolean;
  readonly willNot: boolean;
  readonly past: boolean;
}

/** Words by which a report says that what was foreseen did not come. Plain negation is told by polarity. */
const FAILED =
  /\b(?:failed|fails|missed|abandon\w*|delay\w*|slip(?:s|ped)|postpon\w*|cancel\w*|(?:is|are|was|were) still(?! (?:due|to|alive|expected|planned|set|scheduled)\b)|still (?:has|have|had|not|no|without|is|are|was|were|lacks?|lies|stands?|awaits?|waits?|waiting)|put off|withdr\w+|out of time|instead|later than|gave up|broke|overdue|in vain|shelved|scrapped|dropped|without|nothing|nobody|no one|someone else|too (?:high|low|early|late)|went on|goes on|well above|well below)\b/gi;
const KEPT =
  /\b(?:(?:a|one|two|three|four|five) (?:day|week|month)s? (?:early|earlier|ahead)|on time|as (?:promised|announced|planned|predicted|expected|foreseen|foretold|scheduled)|ahead of (?:time|schedule)|kept (?:its|his|her|their) (?:word|promise)|in time|was right|came true|sooner than|before (?:the|its|his|her|their) (?:period|deadline|term|time|month|week|day) (?:ran out|was (?:out|up|over)|expired|ended|passed))\b/i;
/** What was planned and did not come: "was to have opened", "should have been back", "came and went", "two days later than". */
const UNDONE =
  /\b(?:(?:was|were) (?:\w+ )?to have (?:\w+ly )?\w+|should have (?:been|gone|come|\w{2,}ed)|came and went|has yet to|have yet to|had yet to|not (?:one|a single)|(?:day|week|month|hour)s? (?:later than|after the (?:date|day|deadline|term)|behind|late|overdue)|(?:was|were|proved|been) wrong|confound\w*|belied)\b/gi;
/** What is still to come. */
const AHEAD = /\b(?:will|would|shall|(?:is|are|was|were|remains?) (?:still )?(?:due|to be|expected|scheduled|planned))\b/i;
/** Words by which a later sentence looks back at what its subject had promised or foreseen. */
const LOOKS_BACK =
  /\b(?:had (?:\w+ ){0,2}(?:promised|said|predicted|expected|forecast|planned|announced|hoped|pledged|foreseen|foretold|ruled out|insisted|threatened|vowed|warned)|earlier (?:date|promise|forecast|deadline|target)|(?:its|his|her|their) (?:own )?(?:deadline|term|forecast|promise|prediction|target)|predicted earlier|(?:it|he|she|they) (?:promised|threatened)|(?:was|were) (?:\w+ )?to have \w+|(?:was|were) (?:supposed|due|meant|scheduled|expected) to|(?:it|he|she|they|itself|himself|herself|themselves) had set\b|had set (?:itself|himself|herself|themselves)|had (?:\w+ )?(?:undertaken|sworn|named|given its word|led \w+ to expect)|came and went|promised for|than (?:forecast|promised|expected|planned|announced))\b/i;
const WILL_NOT = /\b(?:will|would|shall) (?:not|no longer|never)\b|\bwon[’']t\b|\bno longer\b/i;
const PAST = /\b(?:has|have|had|was|were|did|went|came|began|won|lost|said|fell|rose|met|\w{3,}ed)\b/i;
/** "Whether Sunday could be kept", "no statement": questions and scraps tell of no event. */
const NO_EVENT = /^(?:that\s)?(?:whether|if|when|how|why)\b|^\S+(?:\s\S+)?$/i;
/** Whether a statement tells of anything that may have come about. */
export const tellsOfEvent = ({ statement }: Placed): boolean => !NO_EVENT.test(statement.content.text.trim());

export const publishedDay = ({ report }: Placed): string => report.published?.slice(0, 10) ?? '';

/** The single day in a statement's words, or null. */
function dayOf({ statement }: Placed): string | null {
  const days = statement.times.flatMap(({ edtf }) => (edtf && /^\d{4}-\d\d-\d\d(?:T|$)/.test(edtf) ? [edtf.slice(0, 10)] : []));
  return days.length === 1 ? (days[0] as string) : null;
}

/** What is only meant to be ("had undertaken to withdraw its guns") has not happened; what somebody "had to abandon" has. */
const MEANT = /(?<!\b(?:had|has|have|forced|obliged|decided|chose) )\b(?:to|would|will|shall) $/i;
/** Characters before a word that tell whether it is only meant. */
const BEFORE = 16;

/** Words of failure in a text, but those of what is only meant to be. */
const failuresIn = (text: string): string[] => [
  ...[...text.matchAll(FAILED)]
    .filter(({ index }) => !MEANT.test(text.slice(Math.max(0, index - BEFORE), index)))
    .map(([word]) => word.toLowerCase()),
  ...(text.match(UNDONE) ?? []).map((word) => word.toLowerCase()),
];

/** A statement with what its words and its sentence show. */
export function told(placed: Placed, words: Proposition): Told {
  const sentence = sentenceOf(placed);
  const { text } = placed.statement.content;
  const shown: Shown = {
    failed: failuresIn(text),
    failedNear: failuresIn(sentence),
    ahead: AHEAD.test(text),
    kept: KEPT.test(sentence),
    looksBack: LOOKS_BACK.test(sentence),
    looksBackItself: LOOKS_BACK.test(text),
    willNot: WILL_NOT.test(text),
    past: PAST.test(text),
  };
  return { placed, words, sentence, day: dayOf(placed), shown };
}
