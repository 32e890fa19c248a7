import type { Word } from '../../encoder/words.ts';
import { isSpeechVerb } from '../rules/cues.ts';
import { type Claim, nested, wordsOf } from './claims.ts';

/** A content shorter than this holds no statement of its own. */
const LEAST_WORDS = 7;
/** The first look is told to see no cue inside a content, so that even a faint one is a hint. */
const LEAST_CHANCE = 0.001;
const isThat = (word: Word | undefined): boolean => word?.text.toLowerCase() === 'that';
const MARKS = new Set(['"', '“', '”', '«', '»', '„', ',', '.']);

/**
 * The contents of claims as a text of their own, a paragraph each, and where each of its words stands in the whole. Contents without
 * a verb of speech in which the first look saw nothing like a cue are left out: reading them again would find next to nothing.
 */
export function innerText(
  words: readonly Word[],
  claims: readonly Claim[],
  cueChances: readonly number[],
): { words: Word[]; places: number[] } {
  const inner: Word[] = [];
  const places: number[] = [];
  claims.forEach((claim, paragraph) => {
    const content = [...wordsOf(claim.content)].sort((a, b) => a - b);
    while (content.length > 0 && MARKS.has((words[content[0] as number] as Word).text)) content.shift();
    if (isThat(words[content[0] ?? -1])) content.shift();
    const hinted = content.some((i) => (cueChances[i] ?? 0) >= LEAST_CHANCE || isSpeechVerb((words[i] as Word).text.toLowerCase()));
    if (content.length < LEAST_WORDS || !hinted) return;
    // What is wholly quoted is plain text once the quotation is taken off.
    const quoted = content.filter((i) => (words[i] as Word).quoted).length > content.length / 2;
    for (const i of content) {
      const word = words[i] as Word;
      inner.push({ ...word, paragraph, quoted: quoted ? 0 : word.quoted });
      places.push(i);
    }
  });
  return { words: inner, places };
}

/** A claim with its place among the others: which one it stands in (the innermost), and how deep. */
export interface Placed {
  readonly claim: Claim;
  readonly within: number | null;
  readonly depth: number;
}

const sameContent = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => a.size === b.size && [...a].every((word) => b.has(word));

/** Claims in reading order, each told which it stands in. A claim found twice stands once. */
export function placed(claims: readonly Claim[]): Placed[] {
  const rows = claims.map((claim) => ({ claim, cue: claim.cue, words: wordsOf(claim.content) }));
  const once = rows.filter(
    (row, i) =>
      !rows
        .slice(0, i)
        .some((other) => other.cue[0] < row.cue[1] && row.cue[0] < other.cue[1] && other.words.size > 0 && row.words.size > 0),
  );
  once.sort((a, b) => a.cue[0] - b.cue[0] || b.words.size - a.words.size);
  const parents = once.map((row) => {
    let best = -1;
    once.forEach((other, j) => {
      if (other === row || sameContent(row.words, other.words) || !nested(row, other)) return;
      if (best < 0 || other.words.size < (once[best] as typeof row).words.size) best = j;
    });
    return best < 0 ? null : best;
  });
  const depthOf = (i: number): number => {
    const parent = parents[i];
    return parent === null || parent === undefined ? 0 : 1 + depthOf(parent);
  };
  return once.map(({ claim }, i) => ({ claim, within: parents[i] ?? null, depth: depthOf(i) }));
}
