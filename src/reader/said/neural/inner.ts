import type { Run } from '../../encoder/windows.ts';
import type { Word } from '../../encoder/words.ts';
import { VERB_FORMS } from '../rules/lexicon.ts';
import { NOUNS } from '../rules/nouns.ts';
import type { Claim } from './claims.ts';

/** Words that alone name nobody but the one who is speaking already: "we cannot confirm …" in what an official says is the official's. */
const THE_SPEAKER = new Set(
  'i we me us my our ours mine myself ourselves the a an this that these those there it its such what which who whom'.split(' '),
);

const lowered = (words: readonly Word[], [start, end]: Run): string[] => words.slice(start, end).map(({ text }) => text.toLowerCase());

/** Whether a word says that somebody says or thinks: a verb or noun of the tables, or "according". */
const speaking = (word: string): boolean => VERB_FORMS.has(word) || NOUNS.has(word) || word === 'according';

/** Whether a cue does; no purpose ("troops to support …"). */
const speaks = (cue: readonly string[]): boolean => cue[0] !== 'to' && cue.some(speaking);

/** Words of the tables that are part of a cue less than one time in seven (PolNeAR's training part): "state" is a country far more often. */
const SELDOM = new Set(
  (
    'state states tweet post email emails points report going go gone find finding order speaking request proved hearing hear advocates ' +
    'charge thanks continuing brand protest protests appearing'
  ).split(' '),
);
const HELPS = new Set(
  "do does did have has had would will can could should must may might to not n't don't didn't just also always really still never 've ’ve 'm ’m 'd ’d 'll ’ll am are was were been being".split(
    ' ',
  ),
);
const MOST_HELP = 4;

/** Whether the verb at `at` is the speaker's own: "I would also say". */
function ofSpeaker(words: readonly string[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && at - before <= MOST_HELP && HELPS.has(words[before] as string)) before -= 1;
  return words[before] === 'i' || words[before] === 'we';
}

/** Whether a content, in lower case, has a word that could be the cue of a statement within it that `vouchesWithin` would keep. */
export const mayHoldAnother = (content: readonly string[]): boolean =>
  content.some((word, i) => speaking(word) && !SELDOM.has(word) && !ofSpeaker(content, i));

/**
 * Whether what was found in another's content is somebody's statement. The network was shown outermost statements alone, so that it reads
 * contents with less judgement: within them only a named voice with a cue of speech or thought is kept.
 */
export function vouchesWithin(words: readonly Word[], { source, cue }: Claim): boolean {
  return source !== null && lowered(words, source).some((word) => !THE_SPEAKER.has(word)) && speaks(lowered(words, cue));
}
