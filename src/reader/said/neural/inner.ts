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

/** Whether a cue says that somebody says or thinks: a verb or noun of the tables, or "according to"; no purpose ("troops to support …"). */
const speaks = (cue: readonly string[]): boolean =>
  cue[0] !== 'to' && cue.some((word) => VERB_FORMS.has(word) || NOUNS.has(word) || word === 'according');

/**
 * Whether what was found in another's content is somebody's statement. The network was shown outermost statements alone, so that it reads
 * contents with less judgement: within them only a named voice with a cue of speech or thought is kept.
 */
export function vouchesWithin(words: readonly Word[], { source, cue }: Claim): boolean {
  return source !== null && lowered(words, source).some((word) => !THE_SPEAKER.has(word)) && speaks(lowered(words, cue));
}
