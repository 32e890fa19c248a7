import type { SourceKind, Span } from '../../model/index.ts';
import { countryOf, governmentOf } from './data/countries.data.ts';

export type Gender = 'male' | 'female' | 'unknown';

/** What somebody is, as the report words it: "the ministry's spokesman". */
export interface Role {
  readonly head: string;
  /** Without its article or possessor: "spokesman", "mayor of Ostby". */
  readonly text: string;
  /** Whom they belong to, where that is a body that the report names. */
  readonly body: Entity | null;
  /** The same in words, where it is a place or cannot be told. */
  readonly place: string | null;
}

export interface Mention {
  readonly span: Span;
  readonly subject: boolean;
  /** Only brushed: a possessive ("Peru's faults"), or inside somebody's quoted words. */
  readonly faint: boolean;
  /** The gender of an unnamed spokesperson who is heard here for a body: "he" then means that voice. */
  readonly voice: Gender | null;
  /** As the source of a statement. */
  readonly source: boolean;
  /** By a pronoun. */
  readonly pronoun: boolean;
}

/** Somebody or something, while the report is being read. Written to by this room alone. */
export interface Entity {
  readonly order: number;
  kind: SourceKind;
  /** Proper names as they stand in the text; empty for one who is only described. */
  readonly names: string[];
  /** The words that it was first described with, where it has no name. */
  description: string | null;
  /** Nouns that it may be called by: "ministry", "company", "colonel". */
  readonly heads: Set<string>;
  readonly roles: Role[];
  gender: Gender;
  /** The office or rank before its name: "Foreign Minister", "Col.". */
  title: string | null;
  plural: boolean;
  readonly mentions: Mention[];
  /** How often it was the subject or the source. */
  spoken: number;
  /** Whose it is, in the report's words: "Ostrian", "South Korea". */
  readonly owners: Set<string>;
  /** Spoken of as a place ("in Varn"): as a source it is a government. */
  place: boolean;
  /** Was "it" or "which": no person. */
  thing: boolean;
  /** Other words it was called by ("brewing group"), lower-cased. */
  readonly called: Set<string>;
  /** The entity that this one turned out to be. */
  same: Entity | null;
}

export const isPerson = (entity: Entity): boolean => entity.kind === 'person' || entity.kind === 'anonymous';
/** A name of two words or more that nothing makes a body or a place may be a person's. */
export const mayBePerson = (entity: Entity): boolean =>
  isPerson(entity) || (entity.kind === 'unknown' && !entity.place && isBare(entity) && entity.names.some((name) => name.includes(' ')));

/** Whether nothing is known of what an entity is, but for whose it is ("Halden's Roux"). */
export const isBare = ({ heads }: Entity): boolean => heads.size === 0 || (heads.size === 1 && heads.has('member'));

/** The entity that stands for this one after all merges. */
export function settled(entity: Entity): Entity {
  let at = entity;
  while (at.same) at = at.same;
  return at;
}

/** The words of a name, lower-cased, without marks. */
export const wordsOfName = (name: string): string[] =>
  name
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/[^\p{L}\p{M}\p{N}']+/u)
    .filter((word) => word !== '' && word !== 'jr' && word !== 'sr');

/** The one name of an entity as the report has it: its fullest proper name, or the words it was described with. */
function reportedName(entity: Entity): string | null {
  const { names, description } = settled(entity);
  // A dateline shouts ("OSTBY"): the same name in small letters is the better one.
  const shouted = (name: string): number => (/^\p{Lu}{5,}$/u.test(name) ? 1 : 0);
  const [best] = [...names].sort((a, b) => wordsOfName(b).length - wordsOfName(a).length || shouted(a) - shouted(b) || b.length - a.length);
  return best ?? description;
}

/** The canonical name of an entity over the report; a government is named for its country. Null where it has neither name nor description. */
export function nameOf(entity: Entity): string | null {
  const name = reportedName(entity);
  const country = name && settled(entity).kind === 'government' ? countryOf(name) : undefined;
  return country ? governmentOf(country) : name;
}

export const bareName = (name: string): string => name.replace(/^the\s+/iu, '').toLowerCase();
