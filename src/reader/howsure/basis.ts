import type { Basis } from '../../model/index.ts';
import { type Attribution, passage } from '../layers.ts';
import type { Tokens } from '../when/index.ts';
import { cutWords } from './certainty.ts';
import { Phrases } from './phrases.ts';
import { type Run, runsOf, spanOf } from './place.ts';
import { BASIS_WORDS } from './words/basis.ts';

const BASES = new Phrases(BASIS_WORDS, ({ words }) => words, cutWords);
/** Within how many tokens of a content's start "I saw" speaks of what the content tells. */
const OPENING = 3;
/** How many tokens of a passage are looked at. */
const REACH = 40;
/** Words that lead to a basis: without one, "documents" in a content are only what it is about. */
const LEADS: ReadonlySet<string> = new Set(['citing', 'cited', 'cites', 'quoting', 'quoted', 'pointing', 'pointed', 'based']);

/** What the source says it rests on: named in its cue, in the source itself, or, after a word like "citing", in their sentence or the content. */
export function basisOf(tokens: Tokens, attribution: Attribution): readonly Basis[] {
  const found: Basis[] = [];
  const seen = new Set<number>();
  const inCue = runsOf(tokens, attribution.cue ?? []);
  /** "The paper reports", "the film documents": the cue's own verb names no basis. */
  const isVerb = (at: number, end: number): boolean =>
    attribution.source !== null && end === at + 1 && inCue.some(({ from }) => from === at);
  const take = (run: Run, needsLead: boolean): void => {
    for (const hit of BASES.all(tokens, run.from, Math.min(run.to, run.from + REACH))) {
      const own = hit.row.alone && (hit.row.kind !== 'saw' || hit.from - run.from < OPENING);
      const counts = !needsLead || own || led(tokens, hit.from) || shows(tokens, hit.end);
      if (seen.has(hit.from) || !counts || isVerb(hit.from, hit.end) || inName(tokens, hit.from, hit.end)) continue;
      seen.add(hit.from);
      found.push({ kind: hit.row.kind, ...passage(tokens.text, [spanOf(tokens, hit.from, hit.end)]) });
    }
  };
  const content = runsOf(tokens, attribution.content);
  for (const run of [...inCue, ...runsOf(tokens, attribution.source ?? [])]) take(run, false);
  // What stands around an inner statement's cue belongs to the outer one.
  if (attribution.depth === 0) for (const run of inCue) for (const beside of aroundCue(tokens, run, content)) take(beside, true);
  for (const run of content) take(run, true);
  return found.sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0));
}

/** The cue's sentence on either side, up to the content. */
function aroundCue(tokens: Tokens, cue: Run, content: readonly Run[]): readonly Run[] {
  const barred = (i: number): boolean =>
    content.some(({ from, to }) => from <= i && i < to) || SENTENCE_ENDS.has(tokens.lower[i] as string);
  let from = cue.from;
  while (from > 0 && cue.from - from < REACH && !barred(from - 1)) from--;
  let to = cue.to;
  while (to < tokens.count && to - cue.to < REACH && !barred(to)) to++;
  return [
    { from, to: cue.from },
    { from: cue.to, to },
  ];
}
const SENTENCE_ENDS: ReadonlySet<string> = new Set(['.', '!', '?', '\n\n']);

/** Whether one of the three words before leads to a basis ("citing leaked documents"). */
const led = (tokens: Tokens, at: number): boolean => [1, 2, 3].some((back) => LEADS.has(tokens.lower[at - back] ?? ''));

/** Whether what is named is said to show something: "intercepted calls showed", "video verified by its staff shows". */
function shows(tokens: Tokens, end: number): boolean {
  for (let i = end; i < end + SHOWN_WITHIN && i < tokens.count; i++) {
    const word = tokens.lower[i] as string;
    if (SHOWS.has(word)) return tokens.lower[i - 1] !== 'to';
    if (SENTENCE_ENDS.has(word) || word === ',') return false;
  }
  return false;
}
const SHOWN_WITHIN = 5;
const SHOWS: ReadonlySet<string> = new Set(
  'show shows showed shown indicate indicates indicated suggest suggests suggested reveal reveals revealed confirm confirms confirmed prove proves proved'.split(
    ' ',
  ),
);

/** "National Intelligence Service" rests on nothing: a word with a capital beside another belongs to a name. */
function inName(tokens: Tokens, from: number, end: number): boolean {
  const capital = (i: number): boolean => /^\p{Lu}/u.test(tokens.text.slice(tokens.start[i] ?? 0, (tokens.start[i] ?? 0) + 2));
  return end < tokens.count && capital(end - 1) && (capital(end) || (from > 0 && capital(from - 1)));
}
