import { ADJECTIVES, countryOf } from './data/countries.data.ts';
import type { Description } from './describe.ts';
import { type Entity, settled } from './entity.ts';
import type { Scene } from './scene.ts';

/** What an entity is called before the whole report has been read. */
export const label = (entity: Entity): string => settled(entity).names[0] ?? settled(entity).description ?? '';

/** The country or the body that words before a noun name: "Ostrian", "South Korea". */
export const ownerWords = (description: Description, owner: Entity | null, ownerText: string | null): string[] => {
  const adjectives = description.modifiers.filter(({ capital }) => capital).map(({ text }) => text);
  return [...adjectives, ...(owner && owner.names.length > 0 ? owner.names.slice(0, 1) : ownerText ? [ownerText] : [])];
};

/** "Ostria" and "Ostrian", "China" and "Beijing": one owner in two words. */
function sameOwner(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  const country = countryOf(x);
  if (country !== undefined && country === countryOf(y)) return true;
  const common = Math.max(4, Math.min(x.length, y.length) - 1);
  return x === y || (x.slice(0, common) === y.slice(0, common) && Math.abs(x.length - y.length) <= 3);
}

export const ownersAgree = (entity: Entity, owners: readonly string[]): boolean =>
  owners.length === 0 || entity.owners.size === 0 || owners.some((owner) => [...entity.owners].some((known) => sameOwner(owner, known)));

/** What else a description says of its head: "foreign", "defence"; these must not differ ("the foreign ministry" is not "the defence ministry"). */
export const qualifiers = (description: Description): string[] =>
  description.modifiers
    .filter(({ capital, kind, lower }) => kind === 'word' && !capital && !ADJECTIVES.has(lower) && !TRIFLES.has(lower))
    .map(({ lower }) => lower);

/** The countries that words name: "the Russian minister" is not "Iraq's minister". */
const countriesIn = (text: string): Set<string> =>
  new Set(text.split(/[^\p{L}]+/u).flatMap((word) => (/^\p{Lu}/u.test(word) ? (countryOf(word) ?? []) : [])));

/** Rank within an office: "deputy minister" is not "minister". */
const RANKS = /\b(?:deputy|vice|assistant|former|acting|ex)\b/iu;

/** Whether nothing that the report says of a person speaks against a description: another country, another rank. */
export function agreesWith(entity: Entity, description: Description): boolean {
  const known = [
    entity.description ?? '',
    ...entity.roles.flatMap(({ text, place, body }) => [text, place ?? '', body ? label(body) : '']),
  ].join(' ');
  const [theirs, ours] = [countriesIn(known), countriesIn(description.text)];
  if (ours.size > 0 && known.trim() !== '' && ![...ours].some((country) => theirs.has(country))) return false;
  const roles = entity.roles.filter(({ head }) => head === description.head).map(({ text }) => text);
  return roles.length === 0 || RANKS.test(description.text) || roles.some((text) => !RANKS.test(text));
}

const TRIFLES = new Set('same own other new former late state local country city very unnamed senior'.split(' '));

const said = (entity: Entity): string =>
  [...entity.names, ...entity.called, entity.description ?? '', ...entity.roles.map(({ text }) => text)]
    .join(' ')
    .toLowerCase()
    .replaceAll('defense', 'defence');

export const qualified = (entity: Entity, words: readonly string[]): boolean => {
  if (words.length === 0) return true;
  const known = said(entity);
  return words.every((word) => known.includes(word.replace('defense', 'defence')));
};

/** Of several that fit, the one spoken of last if that is near; farther back, the one that the report has said most of. */
export function likeliest({ sentenceAt }: Scene, entities: readonly Entity[], offset: number): Entity | null {
  const last = latest(entities);
  if (!last || entities.length === 1) return last;
  if (sentenceAt(offset) - sentenceAt(last.mentions.at(-1)?.span[0] ?? 0) <= 2) return last;
  const most = Math.max(...entities.map(({ spoken }) => spoken));
  const heavy = entities.filter(({ spoken }) => spoken === most);
  return heavy.length === 1 ? (heavy[0] as Entity) : last;
}

/** Of several that fit, the one spoken of last. */
export const latest = (entities: readonly Entity[]): Entity | null =>
  entities.reduce<Entity | null>(
    (best, entity) => ((entity.mentions.at(-1)?.span[0] ?? -1) > (best?.mentions.at(-1)?.span[0] ?? -1) ? entity : best),
    null,
  );
