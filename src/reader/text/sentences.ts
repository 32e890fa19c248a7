import type { Span } from '../../model/index.ts';
import type { Sentence } from '../layers.ts';
import { AFTER_A_NAME, BEFORE_A_NAME, SENTENCE_OPENERS } from './abbreviations.ts';
import { paragraphsOf } from './paragraphs.ts';

const STOP = /[.!?…。！？]/gu;
const CLOSER = /["'”’»)\]]/u;
const SPACE = /\s/u;
const STARTS = /[\p{Lu}\p{Lt}\p{Lo}\p{N}"'“‘`«([„—–•*-]/u;
const WORD_PART = /[\p{L}\p{M}\p{N}.’'-]/u;
/** No abbreviation is longer: looking back further would cost more than it tells. */
const LONGEST_ABBREVIATION = 8;

function wordBefore(text: string, at: number, from: number): string {
  let start = at;
  while (start > from && at - start < LONGEST_ABBREVIATION && WORD_PART.test(text[start - 1] as string)) start -= 1;
  return text.slice(start, at);
}

function wordAfter(text: string, at: number, to: number): string {
  let end = at;
  while (end < to && end - at < 24 && /[\p{L}\p{M}'’]/u.test(text[end] as string)) end += 1;
  return text.slice(at, end);
}

/** Whether the full stop at `at` belongs to an abbreviation, given where the next word starts. */
function abbreviates(text: string, at: number, next: number, [from, to]: Span): boolean {
  const before = wordBefore(text, at, from);
  const lower = before.toLowerCase();
  if (BEFORE_A_NAME.has(lower)) return lower !== 'no' || /\p{N}/u.test(text[next] ?? '');
  const following = wordAfter(text, next, to);
  const opens = SENTENCE_OPENERS.has(following.toLowerCase());
  if (/^\p{Lu}$/u.test(before)) return !opens || following === 'I';
  if (AFTER_A_NAME.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(before)) return !opens && /^\p{Lu}/u.test(following);
  return false;
}

/** Sentences of one paragraph. The stop, and the marks that close over it, belong to the sentence. */
function sentencesIn(text: string, [from, to]: Span): Span[] {
  const spans: Span[] = [];
  let start = from;
  STOP.lastIndex = from;
  for (let match = STOP.exec(text); match && match.index < to; match = STOP.exec(text)) {
    let end = match.index + 1;
    while (end < to && /[.!?…。！？]/u.test(text[end] as string)) end += 1;
    const stops = text.slice(match.index, end);
    let closed = end;
    while (closed < to && CLOSER.test(text[closed] as string)) closed += 1;
    STOP.lastIndex = closed;
    if (closed >= to) break;
    const wide = /[。！？]/u.test(stops);
    if (!wide && !SPACE.test(text[closed] as string)) continue;
    let next = closed;
    while (next < to && SPACE.test(text[next] as string)) next += 1;
    if (!wide && !STARTS.test(text.slice(next, next + 2))) continue;
    if (/^\p{Ll}/u.test(text.slice(next, next + 2))) continue;
    // A closing mark is followed by a space; one that follows a space opens the next sentence.
    if (stops === '.' && closed === end && abbreviates(text, match.index, next, [start, to])) continue;
    spans.push([start, closed]);
    start = next;
    STOP.lastIndex = next;
  }
  if (start < to) spans.push([start, to]);
  return spans;
}

/** Sentences of a text in reading order, each with its paragraph. Spans hold no white space at their ends and never overlap. */
export function sentencesOf(text: string): Sentence[] {
  return paragraphsOf(text).flatMap((paragraph, i) => sentencesIn(text, paragraph).map((span) => ({ span, paragraph: i })));
}
