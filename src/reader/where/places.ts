import type { Place } from '../../model/index.ts';
import { phrases } from '../howmany/phrases.ts';
import { at, isCapitalised, type Token } from '../howmany/tokens.ts';
import { type Analysis, analyse, type Models } from './analyse.ts';
import type { Gazetteer, GazetteerPlace, PlaceKind } from './gazetteer.ts';
import type { Mention } from './mentions.ts';
import { GOVERNMENT_BODIES, GOVERNMENT_VERBS, PLACE_PREPOSITIONS, RELATIONS, TOLD_VERBS } from './words.data.ts';

/** A name is taken for a place from this chance on. */
const PLACE_FROM = 0.45;
/** A reading is named only where it is at least this likely; else the place stays unclear. */
const CLEAR_FROM = 0.3;

const CLASSES: Readonly<Record<PlaceKind, NonNullable<Place['class']>>> = {
  country: 'country',
  admin1: 'area',
  admin2: 'area',
  capital: 'city',
  seat: 'city',
  city: 'city',
  hamlet: 'city',
  quarter: 'quarter',
  continent: 'continent',
  region: 'region',
  water: 'water',
  landmark: 'landmark',
};

const RELATED = phrases(RELATIONS.map(({ words }) => [words, words] as const));
const ADVERBS = new Set([
  'also',
  'has',
  'had',
  'have',
  'later',
  'again',
  'repeatedly',
  'already',
  'swiftly',
  'strongly',
  'angrily',
  'immediately',
  'quickly',
  'formally',
  'officially',
  'publicly',
  'then',
  'now',
  'still',
  'never',
]);

/**
 * "Seoul slammed the plan": a country or its capital as the subject of what only a government does. "Moscow accused Kiev": a capital that is
 * accused, urged, told. "The Kabul government".
 */
function isGovernment(tokens: readonly Token[], mention: Mention, place: GazetteerPlace | null): boolean {
  if (!place || (place.kind !== 'country' && place.kind !== 'capital')) return false;
  const before = at(tokens, mention.from - 1);
  if (before.lower === 'the' && GOVERNMENT_BODIES.has(at(tokens, mention.to).lower)) return true;
  if (place.kind === 'capital' && TOLD_VERBS.has(before.lower) && !at(tokens, mention.from).opens) return true;
  if (PLACE_PREPOSITIONS.has(at(tokens, mention.from - 1).lower)) return false;
  if (at(tokens, mention.to - 1).lower.endsWith("'s")) return false;
  if (!at(tokens, mention.from).opens && at(tokens, mention.from - 1).text === ',' && isCapitalised(at(tokens, mention.from - 2)))
    return false;
  // "Seoul and Tokyo condemned": what the second does the first does too.
  let verb = mention.to;
  if (at(tokens, verb).lower === 'and' && isCapitalised(at(tokens, verb + 1))) verb += 2;
  while (verb < mention.to + 4 && isCapitalised(at(tokens, verb)) && verb > mention.to) verb += 1;
  const first = verb;
  while (verb < first + 2 && ADVERBS.has(at(tokens, verb).lower)) verb += 1;
  return GOVERNMENT_VERBS.has(at(tokens, verb).lower) && !at(tokens, verb).opens;
}

/** "near", "north of", "between Izium" with "and Slaviansk": what keeps the report from meaning the town itself. */
function relationOf(text: string, tokens: readonly Token[], analysis: Analysis, i: number): string | null {
  const mention = analysis.mentions[i] as Mention;
  if (at(tokens, mention.from).opens) return null;
  const article = at(tokens, mention.from - 1).lower === 'the' ? mention.from - 1 : mention.from;
  const found = RELATED.upTo(tokens, article);
  if (found) return found.row;
  const [before, after] = [analysis.mentions[i - 1], analysis.mentions[i + 1]];
  const joined = (a: Mention | undefined, b: Mention | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    b.from - a.to === 1 &&
    at(tokens, a.to).lower === 'and' &&
    at(tokens, a.from - 1).lower === 'between';
  const words = (m: Mention): string => text.slice(at(tokens, m.from).start, at(tokens, m.to - 1).end);
  if (after && joined(mention, after)) return `between, and ${words(after)}`;
  return before && joined(before, mention) ? `between, and ${words(before)}` : null;
}

/** The contract's places of an analysed report. */
function rows(text: string, analysis: Analysis): readonly Place[] {
  const { tokens, mentions, sure, resolved, groupOf } = analysis;
  return mentions.flatMap((mention, i): Place[] => {
    if ((sure[i] ?? 0) < PLACE_FROM) return [];
    const { group, chances } = resolved[groupOf[i] as number] as (typeof resolved)[number];
    const k = chances.indexOf(Math.max(...chances));
    const place = (chances[k] ?? 0) >= CLEAR_FROM ? (group.candidates[k] ?? null) : null;
    const start = at(tokens, mention.from).start;
    const last = at(tokens, mention.to - 1);
    const end = last.lower.endsWith("'s") ? last.end - 2 : last.end;
    const relation = relationOf(text, tokens, analysis, i);
    return [
      {
        spans: [[start, end]],
        text: text.slice(start, end),
        name: place?.name ?? null,
        country: place?.country || null,
        admin1: place && place.kind !== 'country' ? place.admin1 : null,
        lat: place?.lat ?? null,
        lon: place?.lon ?? null,
        geonames: place?.geonames ?? null,
        as: isGovernment(tokens, mention, place) ? 'government' : 'place',
        ...(relation && { relation }),
        class: place && CLASSES[place.kind],
        score: Math.round((sure[i] ?? 0) * (chances[k] ?? 0) * 100) / 100,
      },
    ];
  });
}

/** Every place of a text. Pure and linear in the text's length (its names apart, of which each has at most 30 readings). */
export const placesOf = (gazetteer: Gazetteer, models: Models, text: string, outlet: string | null): readonly Place[] =>
  rows(text, analyse(gazetteer, models, text, outlet));
