import type { Reading, Span, Statement } from '../../model/index.ts';
import { SENTENCE_ENDS } from '../words/sentence.ts';
import { standsAlone } from './cuts.ts';
import { attributed, OWN } from './maintained.ts';

/** What begins no clause that stands by itself. */
const SUBORDINATE =
  /^(?:when|while|whereas|after|before|although|though|if|as|since|because|once|until|unless|whether|where|who|what|which|how|why|despite|asked|shown|told|for|and|but|or|nor|that|even|so|to)\b/i;
/** A head that only tells when ("three months before part of it fell in") or of whom ("pressed by a deputy") is no clause of its own. */
const NO_CLAUSE = /^(?:(?:\S+\s){1,4}(?:after|before|since|when)\b|\p{Lu}\p{Ll}+(?:ed|ing)\s)/u;
/** With a preposition before, a word in "-ed" may be no verb: "in a declaration filed with the court". */
const PREPOSITION = /^(?:in|on|at|by|from|with|under|for|to|of|among|between)\b/i;
const SURE_VERB = /\b(?:is|are|was|were|has|had|have|will|would|there|he|she|it|they|we|nobody)\b/i;
/** Words by which somebody is quoted: whom the reader did not read is not made up for here. */
const QUOTES = /["“”]|\b(?:sa(?:id|ys?)|told|tells|asked|asks|according|wrote|writes|added|adds|quoted?|cit(?:ed|es|ing))\b/i;
/** A clause goes on with these about what stands before it: the head is the outlet's own. */
const RELATIVE = /^(?:who|which|whose|whom|where|when|because|after|while|although|though)\b/i;
/** What a head is told with: "a week before her minister had said that it would". */
const HANGS_ON = /^,.*\b(?:before|after|since|when|because|while|until|although|though|despite|which|where|than)\b/;
/** Words of a head, at least, and its characters, at most. */
const FEWEST_WORDS = 5;
const LONGEST = 400;

interface Taken {
  readonly span: Span;
  readonly by: Statement;
  /** Whether somebody is named here, or his cue stands here, and not what he says. */
  readonly who: boolean;
}

/** Every stretch of a report that the reader read as somebody's words, name or cue. */
function takenIn(statements: readonly Statement[]): Taken[] {
  const rows = statements.flatMap((by): Taken[] => [
    ...by.content.spans.map((span): Taken => ({ span, by, who: false })),
    ...[...(by.source?.spans ?? []), ...(by.cue?.spans ?? [])].map((span): Taken => ({ span, by, who: true })),
  ]);
  return rows.sort((a, b) => a.span[0] - b.span[0] || Number(b.who) - Number(a.who));
}

/** The sentences of a text. */
function sentencesOf(text: string): Span[] {
  let from = 0;
  const found: Span[] = [];
  for (const match of text.matchAll(new RegExp(SENTENCE_ENDS, 'g'))) {
    found.push([from, match.index]);
    from = match.index + match[0].length;
  }
  return [...found, [from, text.length]];
}

/** The clause with which a sentence begins before a comma or a colon, where it states something by itself and nobody is quoted in it. */
function headIn(text: string, start: number, end: number): Span | null {
  const words = text.slice(start, Math.min(end, start + LONGEST));
  const last = /^(?<head>.+)[,:—–](?<rest>[^,:—–]*)$/su.exec(words);
  const { head, rest = '' } = last?.groups ?? {};
  if (!head || (rest.trim() !== '' && standsAlone(rest)) || head.split(/\s+/).length < FEWEST_WORDS) return null;
  const clause = /^[^,:;]*/.exec(head)?.[0] ?? '';
  const alone = standsAlone(clause) && !NO_CLAUSE.test(clause) && (!PREPOSITION.test(clause) || SURE_VERB.test(clause));
  return alone && !SUBORDINATE.test(head) && !QUOTES.test(head) && !/\n/.test(head) ? [start, start + head.length] : null;
}

/**
 * Sentences whose beginning nobody's statement holds, though an attribution stands in the rest: "The ice brought it down, he is convinced, and …"
 * is his where he is named right behind it; "The city lodged its complaint on Monday, a week before its mayor had said that it would" is the outlet's own.
 */
export function headsOf({ report, statements, unattributed = [], quantities, times, places }: Reading): Statement[] {
  const { text } = report;
  const taken = takenIn([...statements, ...unattributed]);
  let next = 0;
  let reach = 0;
  return sentencesOf(text).flatMap(([start, end]): Statement[] => {
    const before = reach;
    let first: Taken | undefined;
    while (next < taken.length && (taken[next] as Taken).span[0] < end) {
      if (!first && (taken[next] as Taken).span[1] > start) first = taken[next];
      reach = Math.max(reach, (taken[next] as Taken).span[1]);
      next += 1;
    }
    if (!first || before > start || first.span[0] <= start) return [];
    const head = headIn(text, start, first.span[0]);
    if (!head) return [];
    const named = first.who && first.by.voice !== 'outlet' && !RELATIVE.test(text.slice(first.span[0]));
    const between = text.slice(head[1], first.span[0]);
    if (named && between.trim() !== ',' && !HANGS_ON.test(between)) return [];
    const his = named && between.trim() === ',';
    const all = { ...first.by, quantities, times, places };
    const made = attributed(all, text, his ? first.by : { source: null, chain: [] }, head);
    const id = `${report.id}:${head[0]}-${head[1]}.${his ? 'head' : 'own'}`;
    return [his ? { ...made, id, quotation: 'indirect' as const, depth: 0, within: null, forecast: null } : { ...made, ...OWN, id }];
  });
}
