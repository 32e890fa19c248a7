import type { Meaning } from './meaning.ts';
import { adjoins, isDigits, type Tokens } from './tokens.ts';

/** What a class of words gives where it matches: the token after it, and its value. */
export interface Hit<Value = unknown> {
  readonly end: number;
  readonly value: Value;
}

/** A named class of words (`{month}`): what it may begin with, and its one best match at a token. */
export interface WordClass<Value = unknown> {
  /** Words that it may begin with; `digits` for a number in digits. */
  readonly first: { readonly words: readonly string[]; readonly digits: boolean };
  readonly match: (tokens: Tokens, at: number) => Hit<Value> | undefined;
}

/** The captured values of one match, by class name or alias. */
export interface Captures {
  readonly get: <Value>(name: string) => Value;
  readonly maybe: <Value>(name: string) => Value | undefined;
}

/** A row of a rule table. `pattern`: words, `(a|b)`, `(a|b):name`, `{class}`, `{class:name}`, each with `?` where it may be missing. */
export interface Rule {
  readonly name: string;
  readonly pattern: string;
  readonly make: (captures: Captures) => Meaning | undefined;
  /** No hyphen may follow: "a day" is no duration in "a day-long meeting". */
  readonly closed?: boolean;
  /** No number may follow: "the year" is no date in "the year 99999". */
  readonly unnumbered?: boolean;
  /** No part of a whole: "a quarter of the vote", "three-quarters of them" are no times. */
  readonly unlessPart?: boolean;
  /** One of these words must follow, outside the span. */
  readonly before?: readonly string[];
  /** None of these words may follow: "three days later than planned" is no date. */
  readonly never?: readonly string[];
  /** Read on a report published on Wednesday 2024-10-16; the test runs it. `[]` mark the span. */
  readonly example: readonly [text: string, value: string];
}

interface Element {
  readonly optional: boolean;
  /** The words that it may begin with. */
  readonly words: ReadonlySet<string>;
  /** It may begin with digits. */
  readonly digits: boolean;
  readonly wordClass?: WordClass;
  readonly name?: string;
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly elements: readonly Element[];
}

const ELEMENT = /^(?:\{(\w+)(?::(\w+))?\}|\(([a-z0-9'|/-]+)\)(?::(\w+))?|(.+?)(?::(\w+))?)(\?)?$/;

/** Compiles a rule's pattern. Throws where it names no known class: a fault of ours, found by the first test. */
export function compile(rule: Rule, classes: ReadonlyMap<string, WordClass>): CompiledRule {
  const elements = rule.pattern.split(' ').map((part): Element => {
    const [, className, alias, either, eitherName, word, wordName, mark] = ELEMENT.exec(part) ?? [];
    const optional = mark === '?';
    if (className) {
      const wordClass = classes.get(className);
      if (!wordClass) throw new Error(`rule ${rule.name} names the unknown class ${className}`);
      const { words, digits } = wordClass.first;
      return { optional, words: new Set(words), digits, wordClass: remembering(wordClass), name: alias ?? className };
    }
    return { optional, words: new Set(either ? either.split('|') : [word ?? part]), digits: false, name: eitherName ?? wordName };
  });
  return { rule, elements };
}

/**
 * A class that keeps its last answer: many rules begin with the same class and ask it at the same token in turn. One wrapper a class, whoever
 * compiles with it.
 */
function remembering(wordClass: WordClass): WordClass {
  const known = REMEMBERING.get(wordClass);
  if (known) return known;
  let asked: Tokens | undefined;
  let askedAt = -1;
  let answer: Hit | undefined;
  const wrapper: WordClass = {
    first: wordClass.first,
    match: (tokens, at) => {
      if (tokens === asked && at === askedAt) return answer;
      answer = wordClass.match(tokens, at);
      asked = tokens;
      askedAt = at;
      return answer;
    },
  };
  REMEMBERING.set(wordClass, wrapper);
  return wrapper;
}
const REMEMBERING = new WeakMap<WordClass, WordClass>();

/** Every rule's match at token `at`; optional elements are tried present, then missing. Bounded by the pattern's length. */
export function matchRule({ rule, elements }: CompiledRule, tokens: Tokens, at: number): Hit<Meaning> | undefined {
  if (!mayMatch(elements, tokens, at)) return undefined;
  const captured: Captured = {};
  const matched = matchFrom(elements, 0, tokens, at, captured);
  // A comma before a year that is not there belongs to the sentence.
  const end = tokens.lower[matched - 1] === ',' ? matched - 1 : matched;
  if (end <= at || (rule.closed && tokens.lower[end] === '-' && adjoins(tokens, end) && adjoins(tokens, end + 1))) return undefined;
  if (rule.unnumbered && isDigits(tokens.lower[end])) return undefined;
  if (rule.unlessPart && isPart(tokens, end)) return undefined;
  if (rule.before && !rule.before.includes(tokens.lower[end] ?? '')) return undefined;
  if (rule.never?.includes(tokens.lower[end] ?? '')) return undefined;
  const meaning = rule.make({
    get: <Value>(name: string) => captured[name] as Value,
    maybe: <Value>(name: string) => captured[name] as Value | undefined,
  });
  return meaning && { end, value: meaning };
}

/** "quarter of", "quarters of a": not "three quarters of growth". */
function isPart(tokens: Tokens, end: number): boolean {
  const unit = tokens.lower[end - 1];
  return tokens.lower[end] === 'of' && (unit === 'quarter' || (unit === 'quarters' && PART_WHOLES.test(tokens.lower[end + 1] ?? '')));
}
const PART_WHOLES = /^(the|a|an|its|their|his|her|our|all|those|these|them|us|it|that|this|\d.*)$/;

/** Whether the first two elements can stand here at all: most rules end at the second word, and this asks without trying. */
function mayMatch([head, second]: readonly Element[], tokens: Tokens, at: number): boolean {
  if (!head || head.optional) return true;
  const hit = matchElement(head, tokens, at);
  return hit !== undefined && (!second || second.optional || mayBegin(second, tokens.lower[hit.end]));
}
const mayBegin = ({ words, digits }: Element, word: string | undefined): boolean =>
  word !== undefined && (words.has(word) || (digits && isDigits(word)));

type Captured = Record<string, unknown>;

/** The token after the match of the elements from `index` on, or -1; values are captured on the way back from a match. */
function matchFrom(elements: readonly Element[], index: number, tokens: Tokens, token: number, captured: Captured): number {
  const element = elements[index];
  if (!element) return token;
  const hit = matchElement(element, tokens, token);
  const end = hit ? matchFrom(elements, index + 1, tokens, hit.end, captured) : -1;
  if (hit && end >= 0) {
    if (element.name) captured[element.name] = hit.value;
    return end;
  }
  return element.optional ? matchFrom(elements, index + 1, tokens, token, captured) : -1;
}

function matchElement(element: Element, tokens: Tokens, at: number): Hit | undefined {
  if (at >= tokens.count) return undefined;
  if (element.wordClass) return element.wordClass.match(tokens, at);
  const word = tokens.lower[at] as string;
  return element.words.has(word) ? { end: at + 1, value: word } : undefined;
}

/** A rule and its place among the others, which decides between matches of one length. */
interface Ranked {
  readonly compiled: CompiledRule;
  readonly rank: number;
}

/** The rules that one word may begin: those that its next word must suit as well, by that word, and the others. */
interface Shelf {
  readonly bySecond: Map<string, Ranked[]>;
  readonly bySecondDigits: Ranked[];
  readonly others: Ranked[];
}
const emptyShelf = (): Shelf => ({ bySecond: new Map(), bySecondDigits: [], others: [] });
const NONE: readonly Ranked[] = [];

function put(shelf: Shelf, ranked: Ranked): void {
  const [head, second] = ranked.compiled.elements;
  // Of a head that is one word, the second element stands at the very next one.
  if (!head || head.wordClass || head.optional || !second || second.optional) {
    shelf.others.push(ranked);
    return;
  }
  for (const word of second.words) if (!isDigits(word) || !second.digits) added(shelf.bySecond, word, ranked);
  if (second.digits) shelf.bySecondDigits.push(ranked);
}

function added<Key>(map: Map<Key, Ranked[]>, key: Key, ranked: Ranked): void {
  const row = map.get(key);
  if (row) row.push(ranked);
  else map.set(key, [ranked]);
}

/** Rules by the words that they may begin with, and by the word after, so that most tokens try none. */
export class RuleIndex {
  private readonly byWord = new Map<string, Shelf>();
  private readonly byDigits: Ranked[] = [];

  constructor(readonly rules: readonly CompiledRule[]) {
    for (const [rank, compiled] of rules.entries()) {
      const { words, digits } = firstOf(compiled);
      for (const word of words) {
        const shelf = this.byWord.get(word) ?? emptyShelf();
        this.byWord.set(word, shelf);
        put(shelf, { compiled, rank });
      }
      if (digits) this.byDigits.push({ compiled, rank });
    }
  }

  /** What a match may begin with: the rules as one class of words. */
  get first(): { readonly words: readonly string[]; readonly digits: boolean } {
    return { words: [...this.byWord.keys()], digits: this.byDigits.length > 0 };
  }

  /** The longest match at a token; of several, the one whose rule stands first. */
  best(tokens: Tokens, at: number): { readonly end: number; readonly meaning: Meaning; readonly rule: string } | undefined {
    const word = tokens.lower[at];
    if (isDigits(word)) return longest(tokens, at, [this.byDigits]);
    const shelf = this.byWord.get(word ?? '');
    if (!shelf) return undefined;
    const next = tokens.lower[at + 1];
    return longest(tokens, at, [
      shelf.others,
      (next !== undefined && shelf.bySecond.get(next)) || NONE,
      isDigits(next) ? shelf.bySecondDigits : NONE,
    ]);
  }
}

/** The longest match of some rules, the first in rank among equals. */
function longest(
  tokens: Tokens,
  at: number,
  rows: readonly (readonly Ranked[])[],
): { readonly end: number; readonly meaning: Meaning; readonly rule: string } | undefined {
  let best: { end: number; meaning: Meaning; rule: string; rank: number } | undefined;
  for (const row of rows) {
    for (const { compiled, rank } of row) {
      const hit = matchRule(compiled, tokens, at);
      if (!hit || hit.end < (best?.end ?? at + 1) || (best && hit.end === best.end && rank > best.rank)) continue;
      best = { end: hit.end, meaning: hit.value, rule: compiled.rule.name, rank };
    }
  }
  return best;
}

function firstOf({ elements }: CompiledRule): { readonly words: ReadonlySet<string>; readonly digits: boolean } {
  const words = new Set<string>();
  let digits = false;
  for (const element of elements) {
    for (const word of element.words)
      if (isDigits(word)) digits = true;
      else words.add(word);
    digits ||= element.digits;
    if (!element.optional) break;
  }
  return { words, digits };
}
