import type { Basis, Span } from '../../model/index.ts';
import { type Attribution, passage } from '../layers.ts';
import type { Tokens } from '../when/index.ts';
import { cutWords } from './certainty.ts';
import { Phrases } from './phrases.ts';
import { type Run, runsOf, spanOf } from './place.ts';
import { BASIS_WORDS } from './words/basis.ts';

const BASES = new Phrases(BASIS_WORDS, ({ words }) => words, cutWords);
/** How many tokens of a passage are looked at. */
const REACH = 40;
/** Words that lead to a basis inside a content: without one, "documents" are only what the content is about. */
const LEADS: ReadonlySet<string> = new Set(['citing', 'cited', 'quoting', 'based']);

/** What the source says it rests on: named in its cue, in the source itself, or between them. */
export function basisOf(tokens: Tokens, attribution: Attribution): readonly Basis[] {
  const found: Basis[] = [];
  const seen = new Set<number>();
  const take = (run: Run, needsLead: boolean): void => {
    for (const hit of BASES.all(tokens, run.from, Math.min(run.to, run.from + REACH))) {
      if (seen.has(hit.from) || (needsLead && !led(tokens, hit.from))) continue;
      seen.add(hit.from);
      const span: Span = spanOf(tokens, hit.from, hit.end);
      found.push({ kind: hit.row.kind, ...passage(tokens.text, [span]) });
    }
  };
  for (const run of runsOf(tokens, attribution.cue ?? [])) take(run, false);
  for (const run of runsOf(tokens, attribution.source ?? [])) take(run, false);
  for (const run of runsOf(tokens, attribution.content)) take(run, true);
  return found;
}

/** Whether one of the three words before leads to a basis ("citing leaked documents"). */
const led = (tokens: Tokens, at: number): boolean => [1, 2, 3].some((back) => LEADS.has(tokens.lower[at - back] ?? ''));
