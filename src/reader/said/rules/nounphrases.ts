import { looksFinite, looksLikeVerb } from './lexicon.ts';
import type { Element } from './segments.ts';
import {
  ADVERBS,
  AUXILIARIES,
  DAY_WORDS,
  DETERMINERS,
  FINITE,
  isAdverb,
  isParticiple,
  looksPast,
  OPENERS,
  OPENS_A_NOUN_PHRASE,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from './words.ts';

/** Indices [from, to) into a segment's elements. */
export type Stretch = readonly [number, number];

/** No source is described in more words: what is longer has run away from its noun. */
const LONGEST = 40;

const isComma = (element: Element | undefined): boolean => element?.text === ',';
const isDash = (element: Element | undefined): boolean => /^[—–]$/u.test(element?.text ?? '') || element?.text === '-';
const isStop = (element: Element | undefined): boolean => element !== undefined && /^[;:.?!…]$/u.test(element.text);

/** Where the verb's own words begin: auxiliaries and adverbs before it belong to the cue. */
export function verbGroupStart(elements: readonly Element[], verb: number): number {
  let at = verb;
  while (at > 0) {
    const before = elements[at - 1] as Element;
    const clitic = before.lower === "'s" && !isHave(elements, at - 1, verb);
    if (clitic || (!AUXILIARIES.has(before.lower) && (before.capital || !isAdverb(before.lower)))) break;
    at -= 1;
  }
  return at;
}

/** "he ’s said": the short form of "has" after a pronoun; after a noun it is a possessive. */
const isHave = (elements: readonly Element[], at: number, _verb: number): boolean => SUBJECT_PRONOUNS.has(elements[at - 1]?.lower ?? '');

/** Whether a stretch holds a finite verb, as far as that can be told from closed classes and endings. */
export const holdsVerb = (elements: readonly Element[], [from, to]: Stretch): boolean => {
  for (let i = from; i < to; i += 1) {
    const { lower, capital } = elements[i] as Element;
    if (FINITE.has(lower) || (!capital && i > from && (looksPast(lower) || looksFinite(lower)))) return true;
  }
  return false;
};

/** Drops what stands before the subject itself: "But", "Earlier", "On Tuesday", "In a statement". */
function trimOpening(elements: readonly Element[], [from, to]: Stretch): Stretch | null {
  let at = from;
  const demonstrative = from === 0 && to === 2 && elements[0]?.lower === 'that';
  while (at < to && !demonstrative && (OPENERS.has(elements[at]?.lower ?? '') || isComma(elements[at]) || elements[at]?.kind === 'quote'))
    at += 1;
  if (at >= to) return null;
  const first = elements[at] as Element;
  if (!PREPOSITIONS.has(first.lower) || first.lower === 'about' || first.lower === 'over') return [at, to];
  // "In a statement the ministry": a determiner or a name after a plain noun opens the subject.
  for (let i = at + 2; i < to; i += 1) {
    const before = elements[i - 1] as Element;
    const here = elements[i] as Element;
    if (PREPOSITIONS.has(before.lower) || DETERMINERS.has(before.lower) || before.lower === 'and' || before.capital || isComma(before)) {
      if (!DAY_WORDS.has(before.lower)) continue;
    }
    if (before.kind === 'number' && !here.capital && !OPENS_A_NOUN_PHRASE.has(here.lower)) continue;
    if ((OPENS_A_NOUN_PHRASE.has(here.lower) && here.lower !== 'one') || (here.capital && !DAY_WORDS.has(here.lower))) return [i, to];
  }
  return null;
}

/** Whether a stretch can be a noun phrase: it opens like one, and holds more than signs. */
export function plausible(elements: readonly Element[], [from, to]: Stretch): boolean {
  if (from === 0 && to === 2 && elements[0]?.lower === 'that') return true;
  const first = elements[from];
  if (!first || to - from > LONGEST || to <= from) return false;
  if (first.kind === 'sign' || first.kind === 'quote') return false;
  if (first.capital && DAY_WORDS.has(first.lower) && !['may', 'march', 'august'].includes(first.lower)) return false;
  if (SUBORDINATORS.has(first.lower) || PREPOSITIONS.has(first.lower)) return false;
  if (FINITE.has(first.lower) || AUXILIARIES.has(first.lower)) return false;
  if (from === 0 && to === 1 && isParticiple(first.lower)) return false;
  if (first.kind === 'number' || first.capital || OPENS_A_NOUN_PHRASE.has(first.lower)) return true;
  // A bare plural ("officials", "aid workers", "people"): its last word before any "of" or "in" ends like one.
  let head = from;
  while (
    head + 1 < to &&
    !PREPOSITIONS.has(elements[head + 1]?.lower ?? '') &&
    !isComma(elements[head + 1]) &&
    elements[head + 1]?.lower !== 'who'
  )
    head += 1;
  // "former mayor Joss Orr": a role, then a name.
  if (head > from && elements[head]?.capital && !isParticiple(first.lower) && !looksFinite(first.lower))
    return !holdsVerb(elements, [from, head]);
  const noun = elements[head]?.lower ?? '';
  return /(?:[^s]s|people|police|men|women|media|staff)$/.test(noun) && !isParticiple(first.lower) && !looksLikeVerb(first.lower);
}

/** The opening of a clause: where the stretch that ends before `to` may begin at the earliest. */
function clauseStart(elements: readonly Element[], to: number, earliest: number): number {
  const floor = Math.max(earliest, to - LONGEST);
  let depth = 0;
  for (let i = to - 1; i >= floor; i -= 1) {
    const here = elements[i] as Element;
    if (here.text === ')') depth += 1;
    else if (here.text === '(') {
      if (depth === 0) return i + 1;
      depth -= 1;
    }
    if (depth > 0) continue;
    if (isComma(here) || isStop(here) || isDash(here) || here.kind === 'quote') return i + 1;
    if (here.lower === 'which' && PREPOSITIONS.has(elements[i - 1]?.lower ?? '')) return i + 1;
    if (SUBORDINATORS.has(here.lower) && !(here.lower === 'that' && !closesThat(elements, i)) && here.lower !== 'how') return i + 1;
    if ((here.lower === 'and' || here.lower === 'but' || here.lower === 'or') && holdsVerb(elements, [floor, i])) return i + 1;
    if (looksFinite(here.lower) && !here.capital && i < to - 1 && !DETERMINERS.has(elements[i - 1]?.lower ?? '')) {
      const next = elements[i + 1] as Element;
      if (OPENS_A_NOUN_PHRASE.has(next.lower) || next.capital) return i + 1;
    }
  }
  return floor;
}

/** "said that the ministry": "that" after a verb or noun of speech opens a clause; after another noun it belongs to the phrase. */
const closesThat = (elements: readonly Element[], at: number): boolean => {
  if (looksLikeVerb(elements[at - 1]?.lower ?? '')) return true;
  for (let i = at - 2; i >= Math.max(0, at - 4); i -= 1) if (looksFinite(elements[i]?.lower ?? '')) return true;
  return at === 0 || isComma(elements[at - 1]);
};

/** An insertion between commas before the verb: "Marta Orr, the mayor, said"; its opening comma, or -1. */
function insertion(elements: readonly Element[], comma: number, floor: number): number {
  for (let i = comma - 1; i > floor && comma - i <= LONGEST; i -= 1) {
    const here = elements[i] as Element;
    if (isStop(here) || here.kind === 'quote') return -1;
    if (!isComma(here)) continue;
    // A list or an age between commas: look on for the comma that opens the whole.
    const piece = elements.slice(i + 1, comma);
    if (piece.length === 1 && piece[0]?.kind === 'number') return i;
    const first = piece[0];
    if (first && (first.lower === 'and' || first.lower === 'or')) continue;
    return i;
  }
  return -1;
}

const isAge = (elements: readonly Element[], from: number, to: number): boolean => {
  const next = elements[to];
  return (
    to - from === 1 &&
    /^\d{1,3}$/.test(elements[from]?.text ?? '') &&
    (next === undefined || next.kind !== 'word' || looksLikeVerb(next.lower))
  );
};

/**
 * The noun phrase that ends before `to` and is the subject of what follows, with its apposition ("Marta Orr, 54, the mayor of Ostby,");
 * null where nothing there can be one.
 */
export function subjectBefore(elements: readonly Element[], to: number, floor = 0): Stretch | null {
  let end = to;
  while (end > floor && ADVERBS.has(elements[end - 1]?.lower ?? '')) end -= 1;
  const last = elements[end - 1];
  if (!last || end <= floor) return null;
  if (SUBJECT_PRONOUNS.has(last.lower) && last.lower !== 'who' && last.lower !== 'which') return [end - 1, end];
  if (last.lower === 'who' || last.lower === 'which') return [end - 1, end];
  if (isComma(last)) {
    const opening = insertion(elements, end - 1, floor);
    if (opening < 0) return null;
    const head = phraseEndingAt(elements, opening, floor);
    if (!head) return null;
    const first = elements[opening + 1] as Element;
    const aside = PREPOSITIONS.has(first.lower) || ADVERBS.has(first.lower) || isParticiple(first.lower) || OPENERS.has(first.lower);
    return aside ? head : [head[0], end - 1];
  }
  const phrase = phraseEndingAt(elements, end, floor);
  return phrase && withoutDay(elements, phrase);
}

/** "The ministry on Saturday night" without the time at its end. */
function withoutDay(elements: readonly Element[], [from, to]: Stretch): Stretch {
  let at = to;
  while (at > from + 1 && (DAY_WORDS.has(elements[at - 1]?.lower ?? '') || (at < to && elements[at - 1]?.kind === 'number'))) at -= 1;
  if (at === to) return [from, to];
  if (at > from + 1 && /^(?:on|in|at|late|early|since)$/.test(elements[at - 1]?.lower ?? '')) at -= 1;
  else if (elements[at]?.capital !== true) return [from, to];
  if (elements[at - 1]?.lower === 'on' && at > from + 1) at -= 1;
  return at > from ? [from, at] : [from, to];
}

/** The phrase that ends exactly at `end`; an age in commas ("Joss Orr, 41") is stepped over. */
function phraseEndingAt(elements: readonly Element[], end: number, floor: number): Stretch | null {
  if (end - 2 > floor && isComma(elements[end - 2]) && isAge(elements, end - 1, end)) {
    const named = phraseEndingAt(elements, end - 2, floor);
    return named && [named[0], end];
  }
  const trimmed = trimOpening(elements, [clauseStart(elements, end, floor), end]);
  return trimmed && plausible(elements, trimmed) && !endsBadly(elements[end - 1] as Element) ? trimmed : null;
}

const endsBadly = ({ lower, kind }: Element): boolean =>
  kind === 'quote' || lower === 'and' || lower === 'the' || lower === 'a' || PREPOSITIONS.has(lower) || FINITE.has(lower);

const ROLE_WORDS =
  /^(?:president|chairman|chairwoman|director|head|founder|professor|spokesman|spokeswoman|leader|chief|former|co-founder|author|editor|minister|deputy|senior|executive|vice|mayor|governor|secretary)$/;

/** Whether what follows a comma describes who stands before it: "Marta Orr, the mayor of Ostby"; not "the report, the ministry said". */
function isApposition(elements: readonly Element[], comma: number): boolean {
  const next = elements[comma + 1];
  if (!next) return false;
  if (isAge(elements, comma + 1, comma + 2) || next.lower === 'who' || next.lower === 'whose') return true;
  if (next.capital && isComma(elements[comma + 2])) return true;
  if (next.capital && elements[comma - 1]?.capital === false && closesName(elements, comma + 1)) return true;
  if (!/^(?:a|an|the|his|her|its|their|one)$/.test(next.lower) && !ROLE_WORDS.test(next.lower)) return false;
  for (let i = comma + 2; i < elements.length && i - comma < LONGEST; i += 1) {
    const here = elements[i] as Element;
    if (isComma(here) || isStop(here) || isDash(here) || here.lower === 'who' || here.lower === 'which' || here.lower === 'that') break;
    if (FINITE.has(here.lower) || (looksLikeVerb(here.lower) && (looksFinite(here.lower) || elements[i + 1]?.lower === 'that')))
      return false;
  }
  return true;
}

/** "the spokesman, Col. Joss Orr,": nothing but a name up to the next mark. */
function closesName(elements: readonly Element[], from: number): boolean {
  let at = from;
  while (at - from < 6 && elements[at]?.kind === 'word' && elements[at]?.capital) at += 1;
  return at - from >= 2 && (elements[at] === undefined || isComma(elements[at]) || isStop(elements[at]));
}

const STOPS_A_SOURCE = new Set('that because while when if after before as until unless although though'.split(' '));

/**
 * The noun phrase that begins at `from`, with its apposition, for "…, said Marta Orr, the mayor of Ostby, on Tuesday" and "according to …".
 * It ends before a comma that opens no apposition, before a day, before a clause.
 */
export function phraseFrom(elements: readonly Element[], from: number, initial = false): Stretch | null {
  const ceiling = elements.length;
  let at = from;
  let relative = false;
  const first = elements[from];
  if (first && SUBJECT_PRONOUNS.has(first.lower)) return [from, from + 1];
  for (; at < ceiling && at - from <= LONGEST; at += 1) {
    const here = elements[at] as Element;
    if (isStop(here) || isDash(here) || here.kind === 'quote' || (STOPS_A_SOURCE.has(here.lower) && !(initial && here.lower === 'that')))
      break;
    if (here.lower === 'who' || here.lower === 'which' || here.lower === 'that') relative = true;
    if (FINITE.has(here.lower) && !relative) break;
    if (isComma(here)) {
      const apposed = isApposition(elements, at);
      if (!apposed || at === from) break;
      continue;
    }
    if (
      at > from &&
      !(initial && relative) &&
      (here.lower === 'in' || here.lower === 'on' || here.lower === 'during' || here.lower === 'at') &&
      isOccasion(elements, at)
    )
      break;
    if (at > from && DAY_WORDS.has(here.lower) && here.capital) break;
    if (at > from && (here.lower === 'and' || here.lower === 'but') && SUBJECT_PRONOUNS.has(elements[at + 1]?.lower ?? '')) break;
    if (at > from && isParticiple(here.lower) && !here.capital && opensComplement(elements[at + 1])) break;
  }
  while (at > from && isComma(elements[at - 1])) at -= 1;
  const stretch: Stretch = [from, at];
  const simple = initial && at === from + 1 && elements[from]?.kind === 'word' && !PREPOSITIONS.has(elements[from]?.lower ?? '');
  return at > from && (simple || plausible(elements, stretch)) ? stretch : null;
}

/** Whether a participle before it has an object or a clause: "saying that", not "a reading by". */
const opensComplement = (next: Element | undefined): boolean =>
  next !== undefined && (next.kind === 'quote' || next.lower === 'that' || OPENS_A_NOUN_PHRASE.has(next.lower) || next.capital);

/** "in a statement", "on Tuesday", "during a visit", "at a briefing": when and where it was said. */
const isOccasion = (elements: readonly Element[], at: number): boolean => {
  const next = elements[at + 1];
  if (!next) return false;
  if (DAY_WORDS.has(next.lower)) return true;
  return (next.lower === 'a' || next.lower === 'an') && elements[at]?.lower !== 'of';
};
