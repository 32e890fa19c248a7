import { phrases } from '../howmany/phrases.ts';
import { at, isCapitalised, isWord, type Token } from '../howmany/tokens.ts';
import { ABBREVIATIONS } from './abbreviations.data.ts';
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts';
import { keyOf } from './key.ts';

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
const MAX_CANDIDATES = 60;
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
]);

/** Whether tokens `k - 1` and `k` can stand in one name: a space, a hyphen or a stop between them and no new paragraph. */
const continues = (tokens: readonly Token[], k: number): boolean =>
  !at(tokens, k).opens && at(tokens, k).start - at(tokens, k - 1).end <= 1;

/** The ends of the names that could begin at `i`, longest last. */
function ends(tokens: readonly Token[], i: number): readonly number[] {
  const out = [i + 1];
  let words = 1;
  for (let k = i + 1; words < MAX_WORDS && continues(tokens, k); k += 1) {
    const token = at(tokens, k);
    if (token.kind === 'mark') {
      // "St. Louis", "Stratford-upon-Avon"; a stop after a longer word ends the sentence.
      if (token.text === '-' && token.glued && at(tokens, k + 1).glued) continue;
      if (token.text === '.' && token.glued && at(tokens, k - 1).text.length <= 3 && isCapitalised(at(tokens, k + 1))) continue;
      break;
    }
    if (!isWord(token)) break;
    words += 1;
    if (isCapitalised(token)) out.push(k + 1);
    else if (!INSIDE.has(token.lower)) break;
  }
  return out;
}

const name = (text: string, tokens: readonly Token[], from: number, to: number): string =>
  text.slice(at(tokens, from).start, at(tokens, to - 1).end);

const byPopulation = (a: GazetteerPlace, b: GazetteerPlace): number =>
  Number(a.alias) - Number(b.alias) || b.population - a.population || a.index - b.index;

function nameAt(gazetteer: Gazetteer, text: string, tokens: readonly Token[], i: number): Omit<Mention, 'container'> | null {
  const stops = ends(tokens, i);
  for (let k = stops.length - 1; k >= 0; k -= 1) {
    const to = stops[k] as number;
    const possessive = at(tokens, to - 1).lower.endsWith("'s");
    const words = name(text, tokens, i, to);
    const key = keyOf(possessive ? words.slice(0, -2) : words);
    if (key.length < 3 || !gazetteer.has(key)) continue;
    const candidates = gazetteer.find(key);
    return { from: i, to, key, candidates: [...candidates].sort(byPopulation).slice(0, MAX_CANDIDATES), abbreviation: false };
  }
  return null;
}

/** "U.S.", "Calif.", and postal codes behind a place and a comma. */
function shortAt(gazetteer: Gazetteer, tokens: readonly Token[], i: number): Omit<Mention, 'container'> | null {
  const found = SHORT_FIRST.has(at(tokens, i).text) ? SHORTS.from(tokens, i) : null;
  if (!found) return null;
  const { row, to } = found;
  if (row.short !== row.short.toLowerCase() && at(tokens, i).text !== (/^\p{L}+/u.exec(row.short)?.[0] ?? '')) return null;
  for (let k = i + 1; k < to; k += 1) if (!at(tokens, k).glued && !row.short.includes(' ')) return null;
  const behindPlace = at(tokens, i - 1).text === ',' && isCapitalised(at(tokens, i - 2));
  if (row.after && !behindPlace) return null;
  const candidates = gazetteer.find(keyOf(row.name)).filter((place) => place.area === row.area && !place.alias);
  if (candidates.length === 0) return null;
  return { from: i, to, key: `${row.name}|${row.area}`, candidates, abbreviation: true };
}

const contains = (outer: GazetteerPlace, inner: GazetteerPlace): boolean =>
  outer.index !== inner.index &&
  (outer.kind === 'country'
    ? outer.country === inner.country && inner.kind !== 'country'
    : (outer.kind === 'admin1' || outer.kind === 'admin2') && outer.area === inner.area && inner.kind !== 'admin1');

/** Whether some reading of `outer` holds some reading of `inner`. */
export const couldContain = (outer: Mention, inner: Mention): boolean =>
  outer.candidates.some((o) => inner.candidates.some((p) => contains(o, p)));
export const isIn = (outer: readonly GazetteerPlace[], inner: GazetteerPlace): boolean => outer.some((place) => contains(place, inner));

/** Every name of the text that the gazetteer knows, in order; the longest wins and none overlap. */
export function mentionsIn(gazetteer: Gazetteer, text: string, tokens: readonly Token[]): readonly Mention[] {
  const found: Omit<Mention, 'container'>[] = [];
  for (let i = 0; i < tokens.length; ) {
    const mention = isCapitalised(at(tokens, i)) ? (shortAt(gazetteer, tokens, i) ?? nameAt(gazetteer, text, tokens, i)) : null;
    if (mention) found.push(mention);
    i = mention ? mention.to : i + 1;
  }
  return found.map((mention, k) => {
    const next = found[k + 1];
    const gap = next ? next.from - mention.to : 9;
    const comma = next && ((gap === 1 && [',', '('].includes(at(tokens, mention.to).text)) || (gap === 0 && next.abbreviation));
    const container = comma && couldContain({ ...next, container: null }, { ...mention, container: null }) ? k + 1 : null;
    return { ...mention, container };
  });
}
