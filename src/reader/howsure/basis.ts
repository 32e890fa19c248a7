import type { Basis } from '../../model/index.ts';
import { type Attribution, passage } from '../layers.ts';
import type { Tokens } from '../when/index.ts';
import { cutWords } from './certainty.ts';
import { Phrases } from './phrases.ts';
import { type Run, runsOf, spanOf } from './place.ts';
import { BASIS_WORDS } from './words/basis.ts';

const BASES = new Phrases(BASIS_WORDS, ({ words }) => words, cutWords);
/** How many tokens of a passage are looked at. */
const REACH = 40;
/** Words that lead to a basis: without one, "documents" in a content are only what it is about. */
const LEADS: ReadonlySet<string> = new Set(['citing', 'cited', 'cites', 'quoting', 'based']);

/** What the source says it rests on: named in its cue, in the source itself, or, after a word like "citing", in their sentence or the content. */
export function basisOf(tokens: Tokens, attribution: Attribution): readonly Basis[] {
  const found: Basis[] = [];
  const seen = new Set<number>();
  const take = (run: Run, needsLead: boolean): void => {
    for (const hit of BASES.all(tokens, run.from, Math.min(run.to, run.from + REACH))) {
      if (seen.has(hit.from) || (needsLead && !hit.row.alone && !led(tokens, hit.from)) || inName(tokens, hit.from, hit.end)) continue;
      seen.add(hit.from);
      found.push({ kind: hit.row.kind, ...passage(tokens.text, [spanOf(tokens, hit.from, hit.end)]) });
    }
  };
  const cue = runsOf(tokens, attribution.cue ?? []);
  const content = runsOf(tokens, attribution.content);
  for (const run of [...cue, ...runsOf(tokens, attribution.source ?? [])]) take(run, false);
  for (const run of cue) for (const beside of aroundCue(tokens, run, content)) take(beside, true);
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

/** "National Intelligence Service" rests on nothing: a word with a capital beside another belongs to a name. */
function inName(tokens: Tokens, from: number, end: number): boolean {
  const capital = (i: number): boolean => /^\p{Lu}/u.test(tokens.text.slice(tokens.start[i] ?? 0, (tokens.start[i] ?? 0) + 2));
  return end < tokens.count && capital(end - 1) && (capital(end) || (from > 0 && capital(from - 1)));
}
