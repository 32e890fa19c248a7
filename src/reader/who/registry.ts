import type { SourceKind, Span } from '../../model/index.ts';
import { countryOf } from './data/countries.data.ts';
import { LONG_FORM } from './data/titles.data.ts';
import { type Entity, type Gender, type Mention, type Role, settled, wordsOfName } from './entity.ts';
import type { Name } from './names.ts';

const initials = (words: readonly string[]): string =>
  words
    .filter((word) => !['of', 'the', 'for', 'and', 'de', 'la'].includes(word))
    .map((word) => word[0])
    .join('');

const isAcronym = (text: string): boolean => /^\p{Lu}[\p{Lu}\p{N}.]{1,7}$/u.test(text);
const letters = (text: string): string => text.toLowerCase().replaceAll('.', '');

/** "Jews Against Trump" is nobody's first and last name. */
const isNoPart = (word: string): boolean => /^(?:against|for|of|the|and|in)$/.test(word);

/** Whether two persons' names can be one person's. */
function samePerson(a: readonly string[], b: readonly string[]): boolean {
  if (a.at(-1) !== b.at(-1) || a.some(isNoPart) || b.some(isNoPart)) return false;
  if (a.length === 1 || b.length === 1) return true;
  const [first = '', other = ''] = [a[0], b[0]];
  return first === other || (first.length === 1 && other.startsWith(first)) || (other.length === 1 && first.startsWith(other));
}

const genders = (a: Gender, b: Gender): boolean => a === 'unknown' || b === 'unknown' || a === b;

/** Everybody and everything of one report, found again by name. */
export class Registry {
  readonly entities: Entity[] = [];
  /** Those spoken of last, the latest at the end. */
  readonly recent: Entity[] = [];
  /** Those known by a description, by the offset of the phrase that brought them in. */
  readonly introduced = new Map<number, Entity>();
  private readonly byHead = new Map<string, Entity[]>();
  private readonly byLastWord = new Map<string, Entity[]>();
  private readonly byFirstWord = new Map<string, Entity[]>();
  private readonly byInitials = new Map<string, Entity[]>();

  create(kind: SourceKind, gender: Gender = 'unknown'): Entity {
    const entity: Entity = {
      order: this.entities.length,
      kind,
      names: [],
      description: null,
      heads: new Set(),
      roles: [],
      gender,
      title: null,
      plural: false,
      mentions: [],
      spoken: 0,
      owners: new Set(),
      place: false,
      thing: false,
      called: new Set(),
      same: null,
    };
    this.entities.push(entity);
    return entity;
  }

  /** Notes where an entity is spoken of. Called in reading order, so that the last mention is the nearest one before. */
  mention(
    entity: Entity,
    span: Span,
    { subject = false, faint = false, voice = null, source = false, pronoun = false }: Partial<Mention> = {},
  ): void {
    const known = settled(entity);
    const { mentions } = known;
    const near = mentions.slice(-3).findIndex((mention) => mention.span[0] === span[0] && mention.span[1] === span[1]);
    const at = near < 0 ? -1 : mentions.length - Math.min(3, mentions.length) + near;
    const before = at < 0 ? null : (mentions[at] as Mention);
    const mention: Mention = {
      span,
      subject: subject || (before?.subject ?? false),
      faint: faint && (before?.faint ?? true),
      voice: voice ?? before?.voice ?? null,
      source: source || (before?.source ?? false),
      pronoun: pronoun || (before?.pronoun ?? false),
    };
    if (mention.subject && !before?.subject) known.spoken += 1;
    if (at < 0) mentions.push(mention);
    else mentions[at] = mention;
    const place = this.recent.lastIndexOf(known);
    if (place >= 0) this.recent.splice(place, 1);
    this.recent.push(known);
    if (this.recent.length > MOST_RECENT) this.recent.shift();
  }

  /** The entity of a name: the one it is known to belong to, or a new one. */
  named(name: Name): Entity {
    const found = this.find(name) ?? this.create(name.kind, name.gender);
    this.addName(found, name.text);
    if (found.kind === 'unknown') found.kind = name.kind;
    if (found.gender === 'unknown') found.gender = name.gender;
    if (name.head) this.addHead(found, name.head);
    if (name.asPlace) found.place = true;
    if (name.acronym) {
      this.addName(found, name.acronym);
      if (found.kind === 'unknown') found.kind = 'agency';
    }
    const title = name.title?.toLowerCase().split(/\s+/).at(-1)?.replace(/\.$/, '');
    if (title && !HONORIFICS.has(title)) {
      this.addHead(found, LONG_FORM.get(title) ?? title);
      found.title ??= name.title;
    }
    return found;
  }

  addName(entity: Entity, text: string): void {
    if (entity.names.includes(text) || entity.names.length >= MOST_NAMES) return;
    entity.names.push(text);
    const words = wordsOfName(text);
    const push = (map: Map<string, Entity[]>, key: string | undefined): void => {
      if (key) map.set(key, [...(map.get(key) ?? []).filter((other) => other !== entity).slice(-MOST_ALIKE), entity]);
    };
    push(this.byLastWord, words.at(-1));
    push(this.byFirstWord, words[0]);
    if (isAcronym(text)) push(this.byInitials, letters(text));
    if (words.length > 1) push(this.byInitials, initials(words));
  }

  /** The one entity that a name can mean; null where none or more than one can. */
  find({ words, text, title, gender, kind }: Name): Entity | null {
    const key = wordsOfName(text).join(' ');
    const country = countryOf(key);
    const of = (map: Map<string, Entity[]>, word: string | undefined): Entity[] => [...new Set((map.get(word ?? '') ?? []).map(settled))];
    const exact = of(this.byLastWord, wordsOfName(text).at(-1)).filter((entity) =>
      entity.names.some((name) => wordsOfName(name).join(' ') === key),
    );
    if (exact.length > 0) return exact.filter((entity) => genders(entity.gender, gender)).at(-1) ?? null;
    if (country) return null;
    const persons = of(this.byLastWord, wordsOfName(text).at(-1)).filter(
      (entity) =>
        (entity.kind === 'person' || entity.kind === 'unknown') &&
        (kind === 'person' || kind === 'unknown') &&
        genders(entity.gender, gender) &&
        entity.names.some((name) => samePerson(wordsOfName(name), wordsOfName(text))),
    );
    if (persons.length > 0) return persons.length === 1 ? (persons[0] as Entity) : null;
    if (title) return null;
    if (isAcronym(text)) {
      const spelled = of(this.byInitials, letters(text)).filter((entity) => entity.kind !== 'person');
      if (spelled.length === 1) return spelled[0] as Entity;
    }
    // "Brandt" for "Brandt Foods": the first word of a body's name, where no other name begins with it.
    const begun = of(this.byFirstWord, words[0]).filter((entity) => entity.kind !== 'person' && entity.kind !== 'government');
    if (words.length === 1 && !isAcronym(text) && begun.length === 1 && begun[0]?.names.every((name) => wordsOfName(name)[0] === words[0]))
      return begun[0];
    return null;
  }

  /** Holds one entity for another: the first keeps its place, and takes what the second had. */
  merge(into: Entity, from: Entity): void {
    const [to, old] = [settled(into), settled(from)];
    if (to === old) return;
    for (const name of old.names) this.addName(to, name);
    for (const head of old.heads) this.addHead(to, head);
    for (const words of old.called) to.called.add(words);
    to.thing ||= old.thing;
    for (const owner of old.owners) to.owners.add(owner);
    to.roles.push(...old.roles);
    for (const mention of old.mentions) to.mentions.push(mention);
    to.spoken += old.spoken;
    if (to.gender === 'unknown') to.gender = old.gender;
    if (to.kind === 'unknown') to.kind = old.kind;
    old.same = to;
  }

  addHead(entity: Entity, head: string): void {
    entity.heads.add(head);
    const known = (this.byHead.get(head) ?? []).filter((other) => other !== entity);
    this.byHead.set(head, [...known.slice(-MOST_ALIKE), entity]);
  }

  /** Those that may be called by one of these nouns, and have been spoken of. */
  withHead(heads: Iterable<string>): Entity[] {
    return [...new Set([...heads].flatMap((head) => (this.byHead.get(head) ?? []).map(settled)))].filter(
      ({ mentions }) => mentions.length > 0,
    );
  }

  addRole(entity: Entity, role: Role): void {
    const { roles } = settled(entity);
    this.addHead(entity, role.head);
    const known = roles.find(({ text, body }) => text === role.text && body === role.body);
    if (!known && roles.length < MOST_NAMES) roles.push(role);
  }
}

/** Forms of address: they say nothing of what somebody does. */
const HONORIFICS = new Set(['mr', 'mrs', 'ms', 'miss', 'sir', 'dame', 'lady', 'lord', 'mx', 'father', 'brother', 'sister']);

/** Nobody is called by more names, or has more roles, in one report. */
const MOST_NAMES = 16;

/** More names that end alike than this are noise (a text of one word over and over). */
const MOST_ALIKE = 8;

/** Nobody farther back is meant by a pronoun. */
const MOST_RECENT = 40;
