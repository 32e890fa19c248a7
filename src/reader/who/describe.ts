import type { Span } from '../../model/index.ts';
import type { Token } from '../text/index.ts';
import { BODIES, DOCUMENTS } from './data/bodies.data.ts';
import { PLURAL_PEOPLE, ROLES } from './data/roles.data.ts';
import { TITLES } from './data/titles.data.ts';
import type { Name } from './names.ts';

/** A noun phrase that is no name: "the ministry's spokesman", "two officials with knowledge of the talks". */
export interface Description {
  readonly span: Span;
  /** Without relative clause and apposition, with its article. */
  readonly text: string;
  /** Without article or possessor: "chief executive of Brandt Foods". */
  readonly bare: string;
  readonly head: string;
  readonly what: 'person' | 'body' | 'document' | 'other';
  readonly determiner: 'definite' | 'indefinite' | 'its' | 'possessor';
  readonly plural: boolean;
  /** What stands before the head, without articles: indices into the tokens. */
  readonly modifiers: readonly Token[];
  /** The index of the first of them. */
  readonly at: number;
  /** "the ministry" of "the ministry's spokesman": indices [from, to) into the tokens. */
  readonly possessor: readonly [number, number] | null;
  /** "the port office" of "a spokeswoman for the port office": indices [from, to). */
  readonly of: readonly [number, number] | null;
  readonly preposition: string | null;
  /** "by the Orr Institute": indices [from, to). */
  readonly author: readonly [number, number] | null;
}

const DEFINITE = new Set('the this that these those both such'.split(' '));
const INDEFINITE = new Set(
  'a an one another some several many most few two three four five six seven eight nine ten dozens hundreds thousands other any unnamed anonymous no each every all'.split(
    ' ',
  ),
);
const ITS = new Set('its his her their our my your'.split(' '));
const AFTER_HEAD = new Set(
  'of for in at from with to on by about near inside who which that whose whom familiar close involved speaking based working now quoted cited there'.split(
    ' ',
  ),
);
const OWNER = new Set('of for at from in'.split(' '));
const RELATIVE = new Set('who which that whose whom'.split(' '));

/** The singular of a plural head, where a table knows it. */
export function singular(word: string): string {
  if (ROLES.has(word) || BODIES.has(word) || DOCUMENTS.has(word)) return word;
  const candidates = [word.replace(/ies$/, 'y'), word.replace(/men$/, 'man'), word.replace(/(s|x|ch|sh)es$/, '$1'), word.replace(/s$/, '')];
  return candidates.find((form) => ROLES.has(form) || BODIES.has(form) || DOCUMENTS.has(form)) ?? word;
}

const kindOfHead = (head: string): Description['what'] => {
  const one = singular(head);
  if (ROLES.has(one) || PLURAL_PEOPLE.has(head) || TITLES.has(one)) return 'person';
  if (BODIES.has(one)) return 'body';
  if (DOCUMENTS.has(head) || DOCUMENTS.has(one)) return 'document';
  return 'other';
};

const PARTICIPLE = /^(?:seen|written|sent|shown|made|held|given|taken|drawn|known|told|found|kept|met|cut|sold|built|run|read|led)$/;

/** Where the words before the first post-modifier end. */
function headEnd(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from + 1; i < to; i += 1) {
    const { lower, kind, text } = tokens[i] as Token;
    // "The supporters' trust": whose it is, and its head is yet to come.
    const owns = /^['’]$/.test(text) && (tokens[i - 1] as Token).lower.endsWith('s') && tokens[i + 1]?.kind === 'word' && i + 1 < to;
    if (kind === 'sign' && text !== '-' && text !== '&' && !owns) return i;
    if (AFTER_HEAD.has(lower)) return i;
    if (
      i > from + 1 &&
      (/(?:ed|ing)$/.test(lower) || PARTICIPLE.test(lower)) &&
      !(tokens[i] as Token).capital &&
      kindOfHead((tokens[i - 1] as Token).lower) !== 'other'
    )
      return i;
  }
  return to;
}

/** The last possessive mark in tokens (from, to), or -1. */
function possessiveBefore(tokens: readonly Token[], from: number, to: number): number {
  for (let i = to - 1; i > from; i -= 1) {
    const { lower, text } = tokens[i] as Token;
    if (lower === "'s" || ((text === '’' || text === "'") && /s$/.test(tokens[i - 1]?.lower ?? ''))) return i;
  }
  return -1;
}

const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** The first relative, comma or day in tokens [from, to), or -1. */
function asideAfter(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i += 1) {
    const { lower, text } = tokens[i] as Token;
    if (RELATIVE.has(lower) || text === ',' || (/^(?:on|last|early|late)$/.test(lower) && DAY.test(tokens[i + 1]?.lower ?? ''))) return i;
  }
  return -1;
}

/** More characters than these are no description: a text of one endless word would be copied for each source in it. */
const LONGEST = 1000;

/** Reads tokens [from, to) as a description; null where no noun can be told. */
export function describe(text: string, tokens: readonly Token[], from: number, to: number): Description | null {
  const first = tokens[from];
  if (!first || to <= from) return null;
  const end = headEnd(tokens, from, to);
  const mark = possessiveBefore(tokens, from, end);
  const start =
    mark > 0
      ? mark + 1
      : from + (DEFINITE.has(first.lower) || INDEFINITE.has(first.lower) || ITS.has(first.lower) || first.kind === 'number' ? 1 : 0);
  const headToken = tokens[end - 1];
  if (!headToken || end - 1 < start || headToken.kind !== 'word' || headToken.end - first.start > LONGEST) return null;
  const next = tokens[end];
  const owner = next !== undefined && OWNER.has(next.lower) ? ownerEnd(tokens, end + 1, to) : null;
  const author = next?.lower === 'by' ? ownerEnd(tokens, end + 1, to) : null;
  const head = headToken.lower;
  const plural = (singular(head) !== head && /s$|men$/.test(head)) || PLURAL_PEOPLE.has(head);
  const relative = asideAfter(tokens, end, to);
  // "on whose word": the preposition goes with its relative.
  const stop = relative < 0 ? to : AFTER_HEAD.has(tokens[relative - 1]?.lower ?? '') && relative - 1 > end ? relative - 1 : relative;
  return {
    span: [first.start, (tokens[to - 1] as Token).end],
    text: text.slice(first.start, (tokens[stop - 1] as Token).end).replace(/\s+/gu, ' '),
    bare: text.slice((tokens[start] as Token).start, (tokens[stop - 1] as Token).end).replace(/\s+/gu, ' '),
    head: singular(head),
    what: kindOfHead(head),
    determiner: mark > 0 ? 'possessor' : ITS.has(first.lower) ? 'its' : DEFINITE.has(first.lower) ? 'definite' : 'indefinite',
    plural,
    modifiers: tokens.slice(start, end - 1),
    at: start,
    possessor: mark > 0 ? [from, mark] : null,
    of: owner === null ? null : [end + 1, owner],
    preposition: owner === null ? null : (next as Token).lower,
    author: author === null ? null : [end + 1, author],
  };
}

/** Where the owner's phrase ends: before a comma, a relative clause or a second preposition that is not "of". */
function ownerEnd(tokens: readonly Token[], from: number, to: number): number | null {
  let at = from;
  while (at < to) {
    const { lower, kind, text } = tokens[at] as Token;
    if (RELATIVE.has(lower) || (kind === 'sign' && text !== '-' && text !== '&')) break;
    if (at > from && OWNER.has(lower) && lower !== 'of') break;
    at += 1;
  }
  return at > from ? at : null;
}

/** The names that lie within tokens [from, to). `names` are in order. */
export function namesWithin(names: readonly Name[], from: number, to: number): Name[] {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle] as Name).tokens[0] < from) low = middle + 1;
    else high = middle;
  }
  const found: Name[] = [];
  for (let i = low; i < names.length && (names[i] as Name).tokens[1] <= to; i += 1) found.push(names[i] as Name);
  return found;
}
