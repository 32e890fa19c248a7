import type { Word } from '../../encoder/words.ts';
import { isSpeechVerb } from '../rules/cues.ts';
import { type Claim, nested, wordsOf } from './claims.ts';
import { mayHoldAnother } from './inner.ts';

/** A content shorter than this holds no statement of its own. */
const LEAST_WORDS = 7;
/** The first look is told to see no cue inside a content, so that even a faint one is a hint. */
const LEAST_CHANCE = 0.001;
const isThat = (word: Word | undefined): boolean => word?.text.toLowerCase() === 'that';
const JOINS = new Set(['and', 'but', 'or']);
const MARKS = new Set(['"', '“', '”', '«', '»', '„', ',', '.']);

/** A content's words; of one that says "that … and that …", each clause by itself: whoever speaks in the one does not speak in the other. */
function clausesOf(words: readonly Word[], { content }: Claim): number[][] {
  const all = [...wordsOf(content)].sort((a, b) => a - b);
  while (all.length > 0 && MARKS.has((words[all[0] as number] as Word).text)) all.shift();
  if (!isThat(words[all[0] ?? -1])) return [all];
  const clauses: number[][] = [[]];
  all.slice(1).forEach((word, i, rest) => {
    if (isThat(words[word]) && JOINS.has(words[rest[i - 1] ?? -1]?.text.toLowerCase() ?? '')) {
      const before = clauses.at(-1) as number[];
      while (
        before.length > 0 &&
        (JOINS.has((words[before.at(-1) as number] as Word).text.toLowerCase()) || MARKS.has((words[before.at(-1) as number] as Word).text))
      )
        before.pop();
      clauses.push([]);
    } else (clauses.at(-1) as number[]).push(word);
  });
  return clauses;
}

/**
 * The contents of claims as a text of their own, a paragraph each, and where each of its words stands in the whole. Contents without
 * a verb of speech in which the first look saw nothing like a cue are left out, and those without a word that could be the cue of another's
 * statement: reading them again would find next to nothing.
 */
export function innerText(
  words: readonly Word[],
  claims: readonly Claim[],
  cueChances: readonly number[],
): { words: Word[]; places: number[] } {
  const inner: Word[] = [];
  const places: number[] = [];
  const contents = claims.flatMap((claim) => clausesOf(words, claim));
  contents.forEach((content, paragraph) => {
    if (content.length < LEAST_WORDS) return;
    const lowered = content.map((i) => (words[i] as Word).text.toLowerCase());
    const hinted = content.some((word, i) => (cueChances[word] ?? 0) >= LEAST_CHANCE || isSpeechVerb(lowered[i] as string));
    if (!hinted || !mayHoldAnother(lowered)) return;
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

/** A claim reaches no further from its cue than its scope, which is at most 256 words long. */
const REACH = 512;

interface Row {
  readonly claim: Claim;
  readonly cue: Claim['cue'];
  readonly words: Set<number>;
}

/** Looks rows up by where their cue stands, so that a long text stays linear. */
function nearby(rows: readonly Row[]): (row: Row) => Row[] {
  const shelves = new Map<number, Row[]>();
  const shelf = ({ cue }: Row): number => Math.floor(cue[0] / REACH);
  for (const row of rows) shelves.set(shelf(row), [...(shelves.get(shelf(row)) ?? []), row]);
  return (row) => [-1, 0, 1].flatMap((by) => shelves.get(shelf(row) + by) ?? []);
}

/**
 * Claims in reading order, each told which it stands in. Of claims whose cues overlap the first given stands: outer readings come first.
 * A claim that stands in another is kept where `vouches` says so.
 */
export function placed(claims: readonly Claim[], vouches: (claim: Claim) => boolean = () => true): Placed[] {
  const rows = claims.map((claim): Row => ({ claim, cue: claim.cue, words: wordsOf(claim.content) }));
  const rank = new Map(rows.map((row, i) => [row, i]));
  const near = nearby(rows);
  const overlap = (a: Row, b: Row): boolean => a.cue[0] < b.cue[1] && b.cue[0] < a.cue[1];
  const earlier = (a: Row, b: Row): boolean => (rank.get(a) as number) < (rank.get(b) as number);
  const inner = (row: Row): boolean =>
    near(row).some((other) => other !== row && !sameContent(row.words, other.words) && nested(row, other));
  const once = rows.filter(
    (row) => !near(row).some((other) => earlier(other, row) && overlap(other, row)) && (vouches(row.claim) || !inner(row)),
  );
  once.sort((a, b) => a.cue[0] - b.cue[0] || b.words.size - a.words.size);
  const place = new Map(once.map((row, i) => [row, i]));
  const parents = new Map(
    once.map((row) => {
      const around = near(row).filter(
        (other) => place.has(other) && other !== row && !sameContent(row.words, other.words) && nested(row, other),
      );
      return [row, around.reduce<Row | null>((best, other) => (!best || other.words.size < best.words.size ? other : best), null)];
    }),
  );
  const depthOf = (row: Row): number => {
    const parent = parents.get(row);
    return parent ? 1 + depthOf(parent) : 0;
  };
  return once.map((row) => {
    const parent = parents.get(row);
    return { claim: row.claim, within: parent ? (place.get(parent) as number) : null, depth: depthOf(row) };
  });
}
