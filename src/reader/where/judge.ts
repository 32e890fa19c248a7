import { at, isCapitalised, isWord, opensSentence, type Token } from '../howmany/tokens.ts';
import type { Gazetteer, GazetteerPlace } from './gazetteer.ts';
import type { Feature } from './linear.ts';
import type { Mention } from './mentions.ts';
import type { Resolved } from './resolve.ts';
import { ALSO_GIVEN, NAME_TAILS, TITLES } from './words.data.ts';

/** What the whole report tells about its names, counted once. */
export interface ReportNames {
  /** Keys that stand somewhere behind a title or a given name: persons' names in this report. */
  readonly persons: ReadonlySet<string>;
  /** Keys that stand somewhere behind "in", "near", "from" and the like. */
  readonly placed: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, number>;
}

const LOCATING = new Set(['in', 'near', 'from', 'at', 'around', 'outside', 'across', 'throughout', 'to', 'into']);

const isTitle = (token: Token): boolean => isCapitalised(token) && TITLES.has(token.lower);
/** A capital within a sentence, so that it says something. */
const isName = (tokens: readonly Token[], k: number): boolean => isCapitalised(at(tokens, k)) && !opensSentence(tokens, k);
/** The word before token `i`, over the stop of an abbreviation ("Gov. Washington"). */
const wordBefore = (tokens: readonly Token[], i: number): number =>
  at(tokens, i - 1).text === '.' && at(tokens, i - 2).text.length <= 5 && !at(tokens, i).opens ? i - 2 : i - 1;

/** Whether a title or a person's given name stands right before token `from`. */
export function behindPerson(gazetteer: Gazetteer, tokens: readonly Token[], from: number): boolean {
  if (at(tokens, from).opens) return false;
  const before = at(tokens, wordBefore(tokens, from));
  if (!isCapitalised(before)) return false;
  return isTitle(before) || (wordBefore(tokens, from) === from - 1 ? gazetteer.given.has(before.lower) : before.text.length === 1);
}

/** "Paris Hilton": a place that is also a given name, with another name right behind it, and nothing that puts it on a map. */
export function isGivenTo(tokens: readonly Token[], mention: Mention): boolean {
  const next = at(tokens, mention.to);
  if (mention.to !== mention.from + 1 || !ALSO_GIVEN.has(mention.key) || !isCapitalised(next) || next.opens || isTitle(next)) return false;
  return !LOCATING.has(at(tokens, mention.from - 1).lower) && !NAME_TAILS.has(next.lower);
}

/** Counts the report's evidence on its names. */
export function reportNames(gazetteer: Gazetteer, tokens: readonly Token[], mentions: readonly Mention[]): ReportNames {
  const persons = new Set<string>();
  const placed = new Set<string>();
  const counts = new Map<string, number>();
  for (const { key, from } of mentions) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (behindPerson(gazetteer, tokens, from)) persons.add(key);
    if (LOCATING.has(at(tokens, from - 1).lower)) placed.add(key);
  }
  return { persons, placed, counts };
}

/** A neighbouring word as a feature: lower-case words as they are, capitals, digits and marks by kind. */
function shape(tokens: readonly Token[], k: number): string {
  const token = at(tokens, k);
  if (token.kind === 'end') return 'END';
  if (token.kind === 'digits') return 'DIGITS';
  if (token.kind === 'mark') return token.text;
  if (isTitle(token)) return 'TITLE';
  if (NAME_TAILS.has(token.lower) && isCapitalised(token)) return `TAIL:${token.lower}`;
  return isName(tokens, k) ? 'CAPITAL' : token.lower.slice(0, 20);
}

/** People from which on a city is known the world over. */
const KNOWN_FROM = 400_000;
/** How many times larger than any other reading a place must be for its name to mean it without more. */
const FAR_LARGER = 8;

/** A name that the world knows for one place: a country's, or that of a large city that dwarfs its namesakes. */
export function isKnown(candidates: readonly GazetteerPlace[]): boolean {
  const before = KNOWN.get(candidates);
  if (before !== undefined) return before;
  const known = dwarfs(candidates);
  KNOWN.set(candidates, known);
  return known;
}
/** A name recurs in a report with the same list of readings: it is asked once. */
const KNOWN = new WeakMap<readonly GazetteerPlace[], boolean>();

function dwarfs(candidates: readonly GazetteerPlace[]): boolean {
  const sizeOf = (place: GazetteerPlace): number => (place.kind === 'country' ? 1e9 : place.population);
  const largest = candidates.reduce((best, place) => (sizeOf(place) > sizeOf(best) ? place : best), candidates[0] as GazetteerPlace);
  if (sizeOf(largest) < KNOWN_FROM && largest.kind !== 'capital') return false;
  return candidates.every(
    (place) => place === largest || place.area === largest.area || sizeOf(place) * FAR_LARGER < sizeOf(largest) || place.alias,
  );
}

/** What speaks for a mention being a place where it stands. */
export function mentionFeatures(
  gazetteer: Gazetteer,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  i: number,
  names: ReportNames,
): readonly Feature[] {
  const mention = mentions[i] as Mention;
  const { from, to, key, candidates } = mention;
  const first = at(tokens, from);
  const single = to === from + 1;
  const best = candidates[0];
  const out: Feature[] = [['bias', 1]];
  const put = (name: string, on: boolean, value = 1): void => {
    if (on) out.push([name, value]);
  };
  const known = isKnown(candidates);
  const size = Math.log10(Math.max(...candidates.map((p) => (p.alias ? 0 : p.population))) + 1);
  put('size', true, size);
  put(`many:${Math.min(4, Math.floor(Math.log2(candidates.length)))}`, true);
  for (const kind of new Set(candidates.filter((p) => !p.alias).map((p) => p.kind))) put(`kind:${kind}`, true);
  put(
    'alias only',
    candidates.every((p) => p.alias),
  );
  put('abbreviation', mention.abbreviation);
  put('single', single);
  put('ordinary', single && gazetteer.ordinary.has(first.lower));
  put('given', single && gazetteer.given.has(first.lower));
  const capitals = single && first.text.length > 3 && first.text === first.text.toUpperCase();
  put('capitals', capitals);
  put('opens', opensSentence(tokens, from));
  put('opens ordinary', opensSentence(tokens, from) && gazetteer.ordinary.has(first.lower));
  put('paragraph', first.opens);
  const before = shape(tokens, from - 1);
  const after = shape(tokens, to);
  put(`-1:${before}`, !first.opens);
  put(`-2:${shape(tokens, from - 2)}`, !first.opens && !at(tokens, from - 1).opens);
  put(`+1:${after}`, !at(tokens, to).opens);
  put(`+2:${shape(tokens, to + 1)}`, !at(tokens, to).opens && !at(tokens, to + 1).opens);
  // "Smith said" is a person, "in Geneva said" and "Israel said" are not: what stands behind means another thing then.
  const placed = !first.opens && LOCATING.has(at(tokens, from - 1).lower);
  put(`placed +1:${after}`, placed && !at(tokens, to).opens);
  put('known', known);
  put(`known +1:${after}`, known && !at(tokens, to).opens);
  put(`known -1:${before}`, known && !first.opens);
  put('known opens', known && (first.opens || opensSentence(tokens, from)));
  put('known given', known && single && gazetteer.given.has(first.lower));
  put(`large +1:${after}`, (size >= 5.5 || best?.kind === 'country') && !at(tokens, to).opens);
  put('end', at(tokens, to).opens);
  put('glued before', first.glued && !first.opens);
  put('glued after', at(tokens, to).glued && isWord(at(tokens, to)));
  put('possessive', at(tokens, to - 1).lower.endsWith("'s"));
  put('behind person', behindPerson(gazetteer, tokens, from));
  put('person elsewhere', names.persons.has(key));
  put('placed elsewhere', names.placed.has(key));
  put('often', (names.counts.get(key) ?? 0) > 2);
  put('container', mention.container !== null);
  put('container of', mentions[i - 1]?.container === i);
  put('tail of', at(tokens, from - 1).lower === 'of' && isCapitalised(at(tokens, from - 2)));
  put(`tail of:${at(tokens, from - 2).lower}`, at(tokens, from - 1).lower === 'of' && isCapitalised(at(tokens, from - 2)));
  put('name after name', single && isName(tokens, from - 1) && !at(tokens, from).opens);
  put('name before name', isCapitalised(at(tokens, to)) && !at(tokens, to).opens);
  put('given before name', single && gazetteer.given.has(first.lower) && isCapitalised(at(tokens, to)) && !at(tokens, to).opens);
  put('wide', best?.kind === 'country' || best?.kind === 'admin1' || best?.kind === 'continent');
  return out;
}

/** What a mention's readings look like among the report's others: more that speaks for it. */
export function resolvedFeatures({ chances, support, group }: Resolved): readonly Feature[] {
  const k = chances.indexOf(Math.max(...chances));
  const place = group.candidates[k];
  return [
    ['near', support[k]?.near ?? 0],
    ['lognear', Math.log((support[k]?.near ?? 0) + 0.01)],
    ['area', support[k]?.area ?? 0],
    ['country', support[k]?.country ?? 0],
    [`picked:${place?.kind}`, 1],
    ['picked size', Math.log10((place?.population ?? 0) + 1)],
    ['chance', chances[k] ?? 0],
  ];
}
