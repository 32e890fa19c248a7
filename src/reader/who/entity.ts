import type { SourceKind, Span } from '../../model/index.ts';

export type Gender = 'male' | 'female' | 'unknown';

/** What somebody is, as the report words it: "the ministry's spokesman". */
export interface Role {
  readonly head: string;
  /** Without its article or possessor: "spokesman", "mayor of Pelinac". */
  readonly text: string;
  /** Whom they belong to, where that is a body that the report names. */
  readonly body: Entity | null;
  /** The same in words, where it is a place or cannot be told. */
  readonly place: string | null;
}

export interface Mention {
  readonly span: Span;
  readonly subject: boolean;
  /** "it", "who": shows where it stands but not what it is called. */
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
  plural: boolean;
  readonly mentions: Mention[];
  /** Whose it is, in the report's words: "Tolmenian", "South Korea". */
  readonly owners: Set<string>;
  /** Spoken of as a place ("in Orlat"): as a source it is a government. */
  place: boolean;
  /** The entity that this one turned out to be. */
  same: Entity | null;
}

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
    .filter(Boolean);

/** The one name of an entity over the report: its fullest proper name, or the words it was described with; null where it has neither. */
export function nameOf(entity: Entity): string | null {
  const { names, description } = settled(entity);
  const [best] = [...names].sort((a, b) => wordsOfName(b).length - wordsOfName(a).length || b.length - a.length);
  return best ?? description;
}
