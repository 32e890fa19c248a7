import type { Cue } from './cues.ts';
import { looksLikeVerb } from './lexicon.ts';
import type { Element } from './segments.ts';
import { ADVERBS, DAY_WORDS, DETERMINERS, FINITE, looksPast, OBJECT_PRONOUNS, OPENS_A_NOUN_PHRASE, PREPOSITIONS } from './words.ts';

/** What follows a verb of speech: where its content begins, how it is joined on, and the words that the cue takes with it. */
export interface Complement {
  readonly kind: 'quote' | 'clause' | 'bare' | 'thing' | 'to' | 'none';
  readonly from: number;
  /** Past who was told, and when and where. */
  readonly after: number;
  /** Where the cue ends: past a preposition that belongs to it ("called for"). */
  readonly cueEnd: number;
}

const CLAUSE_WORDS = new Set('that whether how why what if when where who which'.split(' '));
/** How many words may stand between the verb and its "that". */
const REACH = 14;

const isBreak = (element: Element | undefined): boolean => !element || /^[.;?!…—–]$/u.test(element.text);

/** Steps over who was told: "reporters", "the paper", "Meridian News", "a crowd of supporters". */
function overAddressee(elements: readonly Element[], from: number): number {
  const first = elements[from];
  if (first?.kind !== 'word') return from;
  if (OBJECT_PRONOUNS.has(first.lower)) return from + 1;
  let at = from;
  if (DETERMINERS.has(first.lower)) at += 1;
  const named = elements[at]?.capital === true;
  while (at < elements.length && at - from < 8) {
    const here = elements[at] as Element;
    if (here.kind !== 'word' || CLAUSE_WORDS.has(here.lower)) break;
    if (PREPOSITIONS.has(here.lower)) break;
    if (at > from && OPENS_A_NOUN_PHRASE.has(here.lower) && !/^(?:'s|two|three|four|five)$/.test(here.lower)) break;
    if (at > from && named && !here.capital && here.lower !== "'s" && here.lower !== 'and') {
      // "Meridian News reporters": one plain noun may close a name.
      return elements[at + 1] && OPENS_A_NOUN_PHRASE.has(elements[at + 1]?.lower ?? '') ? at + 1 : at;
    }
    if (at > from && !named && here.capital && !DETERMINERS.has(elements[at - 1]?.lower ?? '')) break;
    at += 1;
    if (!named && !DETERMINERS.has(first.lower) && /s$/.test(here.lower)) break;
  }
  return at;
}

/** Steps over when and where it was said: "on Tuesday", "in a statement", "at a news conference in Ostby". */
function overOccasion(elements: readonly Element[], from: number): number {
  let at = from;
  for (;;) {
    const here = elements[at];
    if (!here) return at;
    const next = elements[at + 1];
    if (here.kind === 'word' && (DAY_WORDS.has(here.lower) || ADVERBS.has(here.lower))) {
      at += 1;
      while (elements[at]?.kind === 'number' || (DAY_WORDS.has(elements[at]?.lower ?? '') && at - from < 6)) at += 1;
      continue;
    }
    if (!PREPOSITIONS.has(here.lower) || !next || here.lower === 'of') return at;
    const timely = DAY_WORDS.has(next.lower) || next.lower === 'a' || next.lower === 'an' || next.lower === 'the' || next.lower === 'his';
    if (!timely && !next.capital) return at;
    // A phrase of a preposition, its article and what is not yet a new noun phrase.
    let end = at + 2;
    while (end < elements.length && end - at < 9) {
      const word = elements[end] as Element;
      if (word.kind === 'sign' || word.kind === 'quote' || CLAUSE_WORDS.has(word.lower) || PREPOSITIONS.has(word.lower)) break;
      if (OPENS_A_NOUN_PHRASE.has(word.lower) || (word.capital && !next.capital && !DAY_WORDS.has(word.lower))) break;
      end += 1;
    }
    at = end;
  }
}

/** The first "that" or its like before the clause could end, or -1. */
function clauseWord(elements: readonly Element[], from: number): number {
  for (let i = from; i < elements.length && i - from < REACH; i += 1) {
    const here = elements[i] as Element;
    if (here.kind === 'quote' || isBreak(here) || here.text === ':') return -1;
    if (here.lower === 'that' || here.lower === 'whether') return i;
    if (i > from && (FINITE.has(here.lower) || (!here.capital && (looksPast(here.lower) || looksLikeVerb(here.lower))))) return -1;
  }
  return -1;
}

const opensThing = (element: Element | undefined): boolean =>
  element !== undefined &&
  (element.kind === 'quote' ||
    element.kind === 'number' ||
    element.capital ||
    OPENS_A_NOUN_PHRASE.has(element.lower) ||
    (element.kind === 'word' && !PREPOSITIONS.has(element.lower) && !ADVERBS.has(element.lower)));

/** Whether a clause begins here: a finite verb follows before any comma, and near. */
function holdsFinite(elements: readonly Element[], from: number): boolean {
  for (let i = from + 1; i < elements.length && i - from < 9; i += 1) {
    const { lower, kind } = elements[i] as Element;
    if (kind === 'sign' || kind === 'quote' || CLAUSE_WORDS.has(lower)) return false;
    if (FINITE.has(lower)) return true;
  }
  return false;
}

/** Whether a quotation opens like a sentence of its own. */
const opensSentence = (element: Element | undefined): boolean =>
  element?.kind === 'quote' && /^["“‘'«„]+[\p{Lu}\p{N}…[(]/u.test(element.text.slice(0, 4)) && element.text.split(/\s+/u, 4).length >= 3;

/** What follows the verb of `cue`. */
export function complementOf(elements: readonly Element[], cue: Cue): Complement {
  const { takes } = cue.form;
  const verb = cue.verb;
  const told = takes.has('told') ? overAddressee(elements, verb + 1) : verb + 1;
  const after = overOccasion(elements, told);
  const none: Complement = { kind: 'none', from: verb + 1, cueEnd: verb + 1, after };
  const next = elements[verb + 1];
  if (cue.inverted || !next) return none;
  if (cue.form.row.lemma === 'go') return { ...none, cueEnd: verb + 2 };
  if (takes.has('clause-out') && next.lower === 'out') return { kind: 'clause', from: verb + 2, cueEnd: verb + 2, after };
  if (takes.has('to-thing')) return next.lower === 'to' ? { kind: 'thing', from: verb + 2, cueEnd: verb + 2, after } : none;
  if (next.lower !== 'to' && PREPOSITIONS.has(next.lower) && takes.has(next.lower) && opensThing(elements[verb + 2]))
    return { kind: 'thing', from: verb + 2, cueEnd: verb + 2, after };
  if (next.lower === 'to' && takes.has('to') && elements[verb + 2]?.kind === 'word')
    return { kind: 'to', from: verb + 1, cueEnd: verb + 1, after };
  if (takes.has('about') && !takes.has('clause')) return none;
  if (next.lower === 'as' && takes.has('thing-as')) return none;
  if (CLAUSE_WORDS.has(next.lower) && (takes.has('clause') || takes.has('bare')))
    return { kind: 'clause', from: verb + 1, cueEnd: verb + 1, after };
  const at = after;
  const here = elements[at];
  if (takes.has('quote')) {
    if (opensSentence(here)) return { kind: 'quote', from: at, cueEnd: verb + 1, after };
    if (here && /^[,:]$/.test(here.text) && elements[at + 1]?.kind === 'quote')
      return { kind: 'quote', from: at + 1, cueEnd: verb + 1, after };
  }
  if (takes.has('clause') || takes.has('bare')) {
    if (here && CLAUSE_WORDS.has(here.lower)) return { kind: 'clause', from: at, cueEnd: verb + 1, after };
    if (here && opensThing(here) && here.kind !== 'quote' && holdsFinite(elements, at))
      return { kind: 'bare', from: at, cueEnd: verb + 1, after };
    const far = takes.has('told') || PREPOSITIONS.has(next.lower) || ADVERBS.has(next.lower) || DAY_WORDS.has(next.lower);
    const that = far ? clauseWord(elements, verb + 1) : -1;
    if (that >= 0) return { kind: 'clause', from: that, cueEnd: verb + 1, after };
  }
  if (here?.text === ':' && takes.has('quote')) return elements[at + 1] ? { kind: 'bare', from: at + 1, cueEnd: verb + 1, after } : none;
  if (here?.text === ',') {
    // "reported, citing two officials, that the deal was off"
    const close = elements.findIndex(({ text }, i) => i > at && i < at + REACH && text === ',');
    const that = close > 0 && elements[close + 1]?.lower === 'that' && (takes.has('clause') || takes.has('bare'));
    return that ? { kind: 'clause', from: close + 1, cueEnd: verb + 1, after } : none;
  }
  if (isBreak(here)) return none;
  if (takes.has('bare') && (opensThing(here) || here?.kind === 'quote')) return { kind: 'bare', from: at, cueEnd: verb + 1, after };
  if (takes.has('thing') && opensThing(next) && !(next.lower === 'about' && elements[verb + 2]?.kind !== 'number'))
    return { kind: 'thing', from: verb + 1, cueEnd: verb + 1, after };
  if (takes.has('thing-as') && elements.slice(verb + 1, verb + 12).some(({ lower }) => lower === 'as'))
    return { kind: 'thing', from: verb + 1, cueEnd: verb + 1, after };
  if (here?.kind === 'quote') return { kind: 'thing', from: at, cueEnd: verb + 1, after };
  return none;
}
