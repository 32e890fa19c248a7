import { isNumberWord } from './atoms.ts';
import type { Figure } from './figures.ts';
import { isPlural } from './sight.ts';
import { at, isCapitalised, isWord, type Token } from './tokens.ts';
import { FUNCTION_WORDS, VERBS } from './words.data.ts';

/** What a figure counts. `to` is the token after the words that belong to the figure's own span. */
export interface Counted {
  readonly unit: string | null;
  readonly counted: string | null;
  readonly to: number;
}

const MAX_PHRASE = 7;
const MORE = new Set(['more', 'other', 'others', 'additional', 'further', 'such', 'new', 'different']);
const CONTAINERS = new Set(
  'containers crates boxes truckloads lorryloads shiploads wagons rounds pieces units doses bottles bags packs packets sets loads worth trucks barrels cartons pallets tins sacks vials tubes rolls sheets slices drums cases'.split(
    ' ',
  ),
);

const words = (tokens: readonly Token[], from: number, to: number, text: string): string | null =>
  to > from ? text.slice(at(tokens, from).start, at(tokens, to - 1).end).replace(/\s+/g, ' ') : null;

const ends = (tokens: readonly Token[], i: number): boolean => {
  const token = at(tokens, i);
  return (
    token.kind === 'end' ||
    token.opens ||
    (!isWord(token) && !(token.text === '-' && token.glued && at(tokens, i + 1).glued)) ||
    FUNCTION_WORDS.has(token.lower)
  );
};

/**
 * The noun phrase that begins at `i`: its end and its head. The head is the first plural (or the last of several in a row);
 * for one thing, the last word before the phrase ends. Null where neither stands there.
 */
function nounPhrase(tokens: readonly Token[], i: number, singular: boolean): { readonly head: number; readonly to: number } | null {
  for (let k = i; k < i + MAX_PHRASE; k += 1) {
    if (ends(tokens, k)) return singular && k > i ? { head: k - 1, to: k } : null;
    if (VERBS.has(at(tokens, k).lower) && !(k === i && isPlural(at(tokens, k + 1))))
      return singular && k > i ? { head: k - 1, to: k } : null;
    if (!isPlural(at(tokens, k)) || at(tokens, k + 1).text === '-' || (singular && !ends(tokens, k + 1))) continue;
    let head = k;
    while (head < k + 2 && !ends(tokens, head + 1) && isPlural(at(tokens, head + 1)) && !VERBS.has(at(tokens, head + 1).lower)) head += 1;
    return { head, to: head + 1 };
  }
  return null;
}

/** The end of a run of nouns after "of" or "in": "artillery shells, missiles". */
function runEnd(tokens: readonly Token[], i: number): number {
  let k = i;
  while (k < i + MAX_PHRASE && !ends(tokens, k) && !VERBS.has(at(tokens, k).lower) && !(k > i && /ed$/.test(at(tokens, k).lower))) k += 1;
  return k;
}

const ARTICLES = new Set(['the', 'its', 'their', 'his', 'her', 'those', 'these', 'all', 'our']);

/** Over "the", "its" and numbers: "of the 20 hostages". */
function overArticles(tokens: readonly Token[], i: number): number {
  let k = i;
  while (k < i + 3 && (ARTICLES.has(at(tokens, k).lower) || at(tokens, k).kind === 'digits' || isNumberWord(at(tokens, k).lower))) k += 1;
  return k;
}

/** "$5 billion in aid", "20 percent of voters", "30 tonnes of flour": what a measured figure measures. */
function measured(tokens: readonly Token[], figure: Figure, text: string): Counted {
  const unit = figure.unit?.unit ?? null;
  const old = at(tokens, figure.to).text === '-' ? figure.to + 1 : figure.to;
  if (unit === 'years' && at(tokens, old).lower === 'old') return { unit, counted: 'age', to: old + 1 };
  if (unit === 'years' && at(tokens, figure.from - 1).lower === 'aged') return { unit, counted: 'age', to: figure.to };
  let link = figure.to;
  if (at(tokens, link).text === "'" || at(tokens, link).text === '’') link += 1;
  if (at(tokens, link).lower === 'worth') link += 1;
  const linked = at(tokens, link).lower;
  if (linked === 'of' || (linked === 'in' && figure.unit?.kind === 'money')) {
    const from = overArticles(tokens, link + 1);
    const to = runEnd(tokens, from);
    const place = linked === 'in' && isCapitalised(at(tokens, from));
    return { unit, counted: place || isMonthYear(at(tokens, from)) ? null : words(tokens, from, to, text), to: figure.to };
  }
  if (figure.hyphened || figure.unit?.kind === 'money') {
    const phrase = nounPhrase(tokens, figure.to, true);
    if (phrase && figure.hyphened) return { unit, counted: words(tokens, figure.to, phrase.to, text), to: figure.to };
  }
  return { unit, counted: null, to: figure.to };
}

const isMonthYear = (token: Token): boolean => token.kind === 'digits';

/** "the death toll rose to 35", "the number of refugees reached 500": what stands before a figure that nothing follows. */
function subjectBefore(tokens: readonly Token[], figure: Figure, text: string): string | null {
  for (let k = figure.from - 1; k > figure.from - 14 && k >= 0; k -= 1) {
    const token = at(tokens, k);
    if (['.', ';', '!', '?'].includes(token.text)) return null;
    if (token.lower === 'toll')
      return words(tokens, at(tokens, k - 1).lower === 'death' || at(tokens, k - 1).lower === 'injury' ? k - 1 : k, k + 1, text);
    if (token.lower === 'number' && at(tokens, k + 1).lower === 'of') {
      const from = overArticles(tokens, k + 2);
      return words(tokens, from, runEnd(tokens, from), text);
    }
    if (token.opens) return null;
  }
  return null;
}

/** A bare age in apposition: "Lee, 55, said". */
function isAge(tokens: readonly Token[], figure: Figure): boolean {
  if (figure.unit || figure.low !== figure.high || !Number.isInteger(figure.low) || figure.low < 1 || figure.low > 120) return false;
  if (at(tokens, figure.from - 1).lower === 'aged' || at(tokens, figure.from - 1).lower === 'age') return true;
  const commas = at(tokens, figure.from - 1).text === ',' && [',', '.', ')'].includes(at(tokens, figure.to).text);
  return commas && figure.to === figure.from + 1 && isCapitalised(at(tokens, figure.from - 2)) && at(tokens, figure.from).kind === 'digits';
}

/** What a figure counts, from the words behind it, else from the subject before it. */
export function countedBy(tokens: readonly Token[], figure: Figure, text: string): Counted {
  if (figure.unit) return measured(tokens, figure, text);
  if (isAge(tokens, figure)) return { unit: 'years', counted: 'age', to: figure.to };
  const singular = figure.high === 1 && figure.low === 1;
  let from = figure.to;
  if (at(tokens, from).text === '-' && at(tokens, from).glued) from += 1;
  if (at(tokens, from).lower === 'of') from = overArticles(tokens, from + 1);
  else if (figure.atom.numeral.form === 'part') from = overArticles(tokens, from);
  if (MORE.has(at(tokens, from).lower)) from += 1;
  const phrase = nounPhrase(tokens, from, singular || figure.atom.numeral.form === 'part');
  if (!phrase) return { unit: null, counted: subjectBefore(tokens, figure, text), to: figure.to };
  const unit = at(tokens, phrase.head).text;
  let link = phrase.to;
  const possessed =
    (at(tokens, link).text === "'" || at(tokens, link).text === '’') && at(tokens, link).glued && at(tokens, link + 1).lower === 'worth';
  if (possessed) link += 2;
  if (at(tokens, link).lower !== 'of') return { unit, counted: words(tokens, from, phrase.to, text), to: link };
  const thing = overArticles(tokens, link + 1);
  const thingEnd = runEnd(tokens, thing);
  if (thingEnd === thing) return { unit, counted: words(tokens, from, phrase.to, text), to: link };
  const content = possessed || CONTAINERS.has(at(tokens, phrase.head).lower);
  return { unit, counted: words(tokens, content ? thing : from, thingEnd, text), to: link };
}
