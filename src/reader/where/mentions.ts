import { phrases } from '../howmany/phrases.ts';
import { at, isCapitalised, isWord, type Token } from '../howmany/tokens.ts';
import { ABBREVIATIONS } from './abbreviations.data.ts';
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts';
import { keyOf, shortKey, wordKey } from './key.ts';

/** A name that the gazetteer knows, where it stands in the text: tokens [from, to). Whether it is a place there is judged later. */
export interface Mention {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly candidates: readonly GazetteerPlace[];
  readonly abbreviation: boolean;
  /** The mention right behind this one and a comma, where it can contain this one ("Springfield, Ohio"); its number in the list. */
  readonly container: number | null;
}

const MAX_WORDS = 5;
const MAX_CANDIDATES = 30;
const SHORTS = phrases(ABBREVIATIONS.map((row) => [row.short, row] as const));
const SHORT_FIRST = new Set(ABBREVIATIONS.map(({ short }) => /^\p{L}+/u.exec(short)?.[0] ?? short));
/** Small words inside names: "Rio de Janeiro", "Newcastle upon Tyne". */
const INSIDE = new Set([
  'de',
  'da',
  'do',
  'dos',
  'del',
  'della',
  'di',
  'la',
  'le',
  'les',
  'el',
  'al',
  'of',
  'the',
  'upon',
  'on',
  'sur',
  'am',
  'and',
  'y',
  'en',
  'der',
  'den',
  'an',
  'au',
  'aux',
  'es',
  'du',
  'des',
  'e',
  'i',
  'zu',
  'im',
]);
/** "d'Ivoire", "l'Aquila": a small word and a name in one. */
const ELIDED = /^(?:d|l|dell|all|nell|sull)['’]\p{Lu}/u;

/** Whether tokens `k - 1` and `k` can stand in one name: a space, a hyphen or a stop between them and no new paragraph. */
const continues = (tokens: readonly Token[], k: number): boolean =>
  !at(tokens, k).opens && at(tokens, k).start - at(tokens, k - 1).end <= 1;

/** What was looked up for one report: names recur, and so do pairs of neighbours. */
interface Lookups {
  readonly gazetteer: Gazetteer;
  readonly candidates: Map<string, readonly GazetteerPlace[]>;
  readonly containments: Map<string, boolean>;
}

const byPopulation = (a: GazetteerPlace, b: GazetteerPlace): number =>
  Number(a.alias) - Number(b.alias) || b.population - a.population || a.index - b.index;

function candidatesOf(lookups: Lookups, key: string): readonly GazetteerPlace[] {
  const known = lookups.candidates.get(key);
  if (known) return known;
  const found = [...lookups.gazetteer.find(key)].sort(byPopulation).slice(0, MAX_CANDIDATES);
  lookups.candidates.set(key, found);
  return found;
}

/** Whether the mark at `k` can stand inside a name: the stop of "St. Louis", the hyphens of "Stratford-upon-Avon". */
function joins(tokens: readonly Token[], k: number): boolean {
  const token = at(tokens, k);
  if (token.text === '-') return token.glued && at(tokens, k + 1).glued;
  return token.text === '.' && token.glued && at(tokens, k - 1).text.length <= 3 && isCapitalised(at(tokens, k + 1));
}

/** The longest name of the gazetteer that begins at `i`. Stops as soon as no name goes on like this. */
function nameAt(lookups: Lookups, tokens: readonly Token[], i: number): Omit<Mention, 'container'> | null {
  let best: { readonly to: number; readonly key: string } | null = null;
  let key = '';
  let words = 0;
  for (let k = i; words < MAX_WORDS && (k === i || continues(tokens, k)); k += 1) {
    const token = at(tokens, k);
    if (token.kind === 'mark' && joins(tokens, k)) continue;
    const named = isCapitalised(token) || ELIDED.test(token.text);
    if (!isWord(token) || !(named || INSIDE.has(token.lower))) break;
    const word = wordKey(token.text);
    words += 1;
    const whole = words === 1 ? word : `${words === 2 ? shortKey(key) : key} ${shortKey(word)}`;
    const owner = token.lower.endsWith("'s") ? whole.slice(0, -1) : null;
    if (named) {
      // "Nairobi's" is Nairobi's, "St. John's" is itself: the name with its s only where a place is called that in the first place.
      const own = owner !== null && !candidatesOf(lookups, whole).some((place) => !place.alias) ? [owner, whole] : [whole, owner];
      const hit = own.find((name) => name !== null && name.length >= 3 && candidatesOf(lookups, name).length > 0);
      if (hit) best = { to: k + 1, key: hit };
    }
    key = whole;
    if (!lookups.gazetteer.begins(words === 1 ? shortKey(key) : key)) break;
  }
  return best && { from: i, to: best.to, key: best.key, candidates: candidatesOf(lookups, best.key), abbreviation: false };
}

/** "U.S.", "Calif.", and postal codes behind a place and a comma. */
function shortAt(lookups: Lookups, tokens: readonly Token[], i: number): Omit<Mention, 'container'> | null {
  const found = SHORT_FIRST.has(at(tokens, i).text) ? SHORTS.from(tokens, i) : null;
  if (!found) return null;
  const { row, to } = found;
  if (row.short !== row.short.toLowerCase() && at(tokens, i).text !== (/^\p{L}+/u.exec(row.short)?.[0] ?? '')) return null;
  for (let k = i + 1; k < to; k += 1) if (!at(tokens, k).glued && at(tokens, k - 1).text !== '.' && !row.short.includes(' ')) return null;
  const behindPlace = at(tokens, i - 1).text === ',' && isCapitalised(at(tokens, i - 2));
  if (row.after && !behindPlace) return null;
  const candidates = candidatesOf(lookups, keyOf(row.name)).filter((place) => place.area === row.area && !place.alias);
  if (candidates.length === 0) return null;
  return { from: i, to, key: `${row.name}|${row.area}`, candidates, abbreviation: true };
}

const contains = (outer: GazetteerPlace, inner: GazetteerPlace): boolean =>
  outer.index !== inner.index &&
  (outer.kind === 'country'
    ? outer.country === inner.country && inner.kind !== 'country'
    : (outer.kind === 'admin1' || outer.kind === 'admin2') && outer.area === inner.area && inner.kind !== 'admin1');

/** Whether some reading of `outer` holds some reading of `inner`. */
function couldContain(lookups: Lookups, outer: Omit<Mention, 'container'>, inner: Omit<Mention, 'container'>): boolean {
  const pair = `${outer.key}|${inner.key}`;
  const known = lookups.containments.get(pair);
  if (known !== undefined) return known;
  const held = outer.candidates.some((o) => inner.candidates.some((p) => contains(o, p)));
  lookups.containments.set(pair, held);
  return held;
}
export const isIn = (outer: readonly GazetteerPlace[], inner: GazetteerPlace): boolean => outer.some((place) => contains(place, inner));

/** Every name of the text that the gazetteer knows, in order; the longest wins and none overlap. */
export function mentionsIn(gazetteer: Gazetteer, tokens: readonly Token[]): readonly Mention[] {
  const lookups: Lookups = { gazetteer, candidates: new Map(), containments: new Map() };
  const found: Omit<Mention, 'container'>[] = [];
  for (let i = 0; i < tokens.length; ) {
    const mention = isCapitalised(at(tokens, i)) ? (shortAt(lookups, tokens, i) ?? nameAt(lookups, tokens, i)) : null;
    if (mention) found.push(mention);
    i = mention ? mention.to : i + 1;
  }
  return found.map((mention, k) => {
    const next = found[k + 1];
    const gap = next ? next.from - mention.to : 9;
    const comma = next && ((gap === 1 && [',', '('].includes(at(tokens, mention.to).text)) || (gap === 0 && next.abbreviation));
    const container = comma && couldContain(lookups, next, mention) ? k + 1 : null;
    return { ...mention, container };
  });
}
