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
  readonly failed: boolean;
  readonly failedNear: boolean;
  readonly kept: boolean;
  readonly looksBack: boolean;
  readonly willNot: boolean;
  readonly past: boolean;
}

/** Words by which a report says that what was foreseen did not come. Plain negation is told by polarity. */
const FAILED =
  /\b(?:failed|fails|missed|abandon\w*|delay\w*|slip(?:s|ped)|postpon\w*|cancel\w*|still|put off|withdr\w+|out of time|instead|later than|gave up|broke|overdue|in vain|shelved|scrapped|dropped|without|nothing|nobody|no one|someone else|too (?:high|low|early|late)|went on|goes on|well above|well below)\b/i;
const KEPT =
  /\b(?:(?:a|one|two|three|four|five) (?:day|week|month)s? (?:early|earlier|ahead)|on time|as (?:promised|announced|planned|predicted|expected|foreseen|foretold|scheduled)|ahead of (?:time|schedule)|kept (?:its|his|her|their) (?:word|promise)|in time|was right|came true)\b/i;
/** Words by which a later sentence looks back at what its subject had promised or foreseen. */
const LOOKS_BACK =
  /\b(?:had (?:\w+ ){0,2}(?:promised|said|predicted|expected|forecast|planned|announced|hoped|pledged|foreseen|foretold|ruled out|insisted|threatened|vowed|warned)|earlier (?:date|promise|forecast|deadline|target)|(?:its|his|her|their) (?:own )?(?:deadline|forecast|promise|prediction|target)|predicted earlier|(?:it|he|she|they) (?:promised|threatened)|promised for|than (?:forecast|promised|expected|planned|announced))\b/i;
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

/** A statement with what its words and its sentence show. */
export function told(placed: Placed, words: Proposition): Told {
  const sentence = sentenceOf(placed);
  const { text } = placed.statement.content;
  const shown: Shown = {
    failed: FAILED.test(text),
    failedNear: FAILED.test(sentence),
    kept: KEPT.test(sentence),
    looksBack: LOOKS_BACK.test(sentence),
    willNot: WILL_NOT.test(text),
    past: PAST.test(text),
  };
  return { placed, words, sentence, day: dayOf(placed), shown };
}
