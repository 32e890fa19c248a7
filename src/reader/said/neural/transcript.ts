import type { Run } from '../../encoder/windows.ts';
import type { Word } from '../../encoder/words.ts';
import type { Claim } from './claims.ts';

/** One speaker's turn of a transcript, in UTF-16 units: the name, the mark after it, and what is said in the same paragraph. */
export interface Turn {
  /** Null for "Q" and "A", which name nobody. */
  readonly speaker: readonly [start: number, end: number] | null;
  readonly mark: number;
  readonly end: number;
}

const NAME_WORD = "\\p{Lu}[\\p{L}.'’-]*";
const LABEL = new RegExp(
  `^[ \\t]*(?:(?<asker>Q|A|QUESTION|ANSWER)(?=[.:])|(?<name>${NAME_WORD}(?: ${NAME_WORD}){0,3}))(?: \\([^()\\n]{1,40}\\))?(?<mark>[.:])[ \\t]+\\S`,
  'u',
);
/** What stands before a colon in capitals and is nobody. */
const NOBODY = new Set(
  (
    'BREAKING UPDATE UPDATED LIVE NOTE CORRECTION CLARIFICATION PHOTO PHOTOS VIDEO AUDIO WATCH READ MORE SOURCE SOURCES RELATED OPINION ANALYSIS ' +
    'EXCLUSIVE DEVELOPING WHO WHAT WHEN WHERE WHY HOW DATE TIME PLACE SUBJECT TO FROM RE CC ALERT SCORE RESULT RESULTS FACT MYTH CLAIM VERDICT PROS CONS'
  ).split(' '),
);
const [LEAST_TURNS, LEAST_SHARE] = [3, 1 / 3];
/** Longer texts are looked at up to here: a transcript shows at once. */
const SAMPLE = 20_000;

interface Line {
  readonly at: number;
  readonly text: string;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let at = 0; at <= text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    if (end > at) lines.push({ at, text: text.slice(at, end) });
    at = end + 1;
  }
  return lines;
}

/** The label of a line: whom it names; null where it has none. */
function labelOf({ at, text }: Line): { readonly turn: Turn; readonly label: string } | null {
  const match = LABEL.exec(text);
  if (!match?.groups) return null;
  const { asker, name = '', mark = '' } = match.groups;
  // "Police:" begins a headline: a name in small letters is two words at least.
  if (!asker && (mark !== ':' || NOBODY.has(name) || (!name.includes(' ') && name !== name.toUpperCase()) || name.length < 2)) return null;
  const start = at + (text.length - text.trimStart().length);
  const label = asker ?? name;
  const markAt = at + text.indexOf(mark, start - at + label.length);
  return { label, turn: { speaker: asker ? null : [start, start + label.length], mark: markAt, end: at + text.trimEnd().length } };
}

/** The turns of a transcript; none where the text is no transcript: few labels, or no speaker who comes twice. */
export function turnsOf(text: string): Turn[] {
  if (!text.slice(0, SAMPLE).includes(':') && !/^[QA]\./m.test(text.slice(0, SAMPLE))) return [];
  const lines = linesOf(text);
  const found = lines.flatMap((line) => labelOf(line) ?? []);
  const names = new Set(found.map(({ label }) => label));
  if (found.length < LEAST_TURNS || names.size === found.length || names.size < 2 || found.length < lines.length * LEAST_SHARE) return [];
  return found.map(({ turn }) => turn);
}

const LETTER = /[\p{L}\p{N}]/u;
const OPEN = new Set(['(', '[']);

/** The words that stand in [start, end) of the text, given words in order. */
function runOf(words: readonly Word[], start: number, end: number): Run {
  const first = (offset: number): number => {
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle] as Word).start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return [first(start), first(end)];
}

/** What a turn says, without a stage direction at its end; null for a question, which vouches for nothing. */
function saidIn(words: readonly Word[], [start, until]: Run): Run | null {
  let end = until;
  const lastOpen = words.slice(start, end).findLastIndex(({ text }) => OPEN.has(text));
  if (lastOpen >= 0 && /[)\]]/.test((words[end - 1] as Word).text)) end = start + lastOpen;
  if ((words[end - 1] as Word | undefined)?.text === '?') return null;
  while (end > start && /^[.!,;:]$/.test((words[end - 1] as Word).text)) end -= 1;
  return words.slice(start, end).some(({ text }) => LETTER.test(text)) ? [start, end] : null;
}

/**
 * A transcript's turns given to their speakers, by rule: the mark after the name is the cue. What the network found at those marks goes; what it
 * found within a turn stays.
 */
export function withTurns(words: readonly Word[], claims: readonly Claim[], turns: readonly Turn[]): Claim[] {
  if (turns.length === 0) return [...claims];
  const marks = new Set(turns.map(({ mark }) => mark));
  const atMark = ({ cue }: Claim): boolean => cue[1] === cue[0] + 1 && marks.has((words[cue[0]] as Word).start);
  const ofTurns = turns.flatMap(({ speaker, mark, end }): Claim[] => {
    const content = saidIn(words, runOf(words, mark + 1, end));
    if (!speaker || !content) return [];
    const cue = runOf(words, mark, mark + 1);
    return [{ cue, source: runOf(words, ...speaker), content: [content], confidence: 1, byRule: true }];
  });
  return [...ofTurns, ...claims.filter((claim) => !atMark(claim))];
}
