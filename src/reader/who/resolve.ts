import type { SourceKind } from '../../model/index.ts';
import type { Token } from '../text/index.ts';
import { agreesWith, label, latest, likeliest, ownersAgree, ownerWords, qualified, qualifiers } from './agreement.ts';
import { NAMELESS, onlyUnknown, roleless } from './alone.ts';
import { bodyCalled } from './callings.ts';
import { BODIES, sameHeads } from './data/bodies.data.ts';
import { ROLES, SPEAKS_FOR } from './data/roles.data.ts';
import { TITLES } from './data/titles.data.ts';
import { type Description, describe, namesWithin } from './describe.ts';
import { type Entity, isPerson, settled } from './entity.ts';
import { isPronoun, resolvePronoun } from './pronouns.ts';
import type { Resolved, Scene } from './scene.ts';

/** The body or person that tokens [from, to) name or describe, for "the ministry’s spokesman" and "a spokesman for Brandt Foods". */
export function resolveOwner(scene: Scene, [from, to]: readonly [number, number], offset: number): Entity | null {
  const first = scene.tokens[from] as Token;
  if (to - from === 1 && isPronoun(first.lower)) return resolvePronoun(scene, first.lower, offset, 'owner');
  const [name] = namesWithin(scene.names, from, to);
  if (name && name.tokens[1] === to) return scene.registry.named(name);
  const description = describe(scene.text, scene.tokens, from, to);
  return description && description.what !== 'other' ? (resolveDescription(scene, description)?.entity ?? null) : null;
}

const KIND_BY_WHAT: Readonly<Record<Description['what'], SourceKind>> = {
  person: 'anonymous',
  body: 'agency',
  document: 'document',
  other: 'unknown',
};

function kindFor({ what, head }: Description): SourceKind {
  return what === 'body' ? (BODIES.get(head) ?? 'agency') : KIND_BY_WHAT[what];
}

/** What somebody says, under another noun: "her account", "the firm's version". */
const OWN_ACCOUNT = new Set(
  'account version telling word words count reckoning estimate figure figures view opinion story testimony position claim explanation description'.split(
    ' ',
  ),
);

/** Whose account a source phrase is, where it is one with an owner: "by her account", "the mayor's version". */
export function accountOf(scene: Scene, description: Description): Entity | null {
  if (!OWN_ACCOUNT.has(description.head) || !(description.determiner === 'its' || description.possessor)) return null;
  return ownerOf(scene, description).entity;
}

/** A new entity that is known by its description alone. */
function introduce({ registry }: Scene, description: Description, owners: readonly string[], name: string): Entity {
  // A sentence's subject that is its source too is met twice.
  const met = registry.introduced.get(description.span[0]);
  if (met && met.names.length === 0 && met.heads.has(description.head)) {
    met.description = name;
    return met;
  }
  const entity = registry.create(kindFor(description), ROLES.get(description.head) ?? TITLES.get(description.head) ?? 'unknown');
  entity.description = name;
  entity.plural = description.plural;
  registry.introduced.set(description.span[0], entity);
  registry.addHead(entity, description.head);
  for (const owner of owners) entity.owners.add(owner);
  return entity;
}

const withoutArticle = (text: string): string => text.replace(/^(?:the|this|that|these|those)\s+/iu, '');

/** Whose a description is: resolved, and in words. */
function ownerOf(scene: Scene, description: Description): { entity: Entity | null; text: string | null } {
  const { tokens, text } = scene;
  const offset = description.span[0];
  const words = ([from, to]: readonly [number, number]): string =>
    withoutArticle(text.slice((tokens[from] as Token).start, (tokens[to - 1] as Token).end));
  if (description.determiner === 'its') {
    const pronoun =
      text
        .slice(description.span[0], description.span[0] + 5)
        .toLowerCase()
        .split(/\s/)[0] ?? '';
    return { entity: resolvePronoun(scene, pronoun, offset, 'owner'), text: null };
  }
  const phrase = description.possessor ?? description.of;
  if (phrase) return { entity: resolveOwner(scene, phrase, offset), text: words(phrase) };
  // "the border service spokesman", "an Brandt Foods spokesman"
  const { modifiers } = description;
  if (description.what === 'person' && modifiers.length > 0) {
    const from = description.at;
    const to = from + modifiers.length;
    const [name] = namesWithin(scene.names, from, to);
    if (name) return { entity: scene.registry.named(name), text: name.text };
    if (BODIES.has(modifiers.at(-1)?.lower ?? '')) return { entity: resolveOwner(scene, [from, to], offset), text: words([from, to]) };
  }
  return { entity: null, text: null };
}

function resolvePerson(scene: Scene, description: Description): Resolved | null {
  const { registry } = scene;
  const { head, determiner, plural, bare } = description;
  const owner = ownerOf(scene, description);
  const ofBody = owner.entity && owner.entity.kind !== 'person' && owner.entity.kind !== 'anonymous' ? owner.entity : null;
  const owned = (entity: Entity): boolean =>
    (!owner.entity && !owner.text) ||
    entity.roles.some(
      ({ head: held, body, place }) =>
        held === head && (body ? settled(body) === (owner.entity && settled(owner.entity)) : !place || place === owner.text),
    ) ||
    (entity.description?.includes(owner.text ?? '\0') ?? false);
  const anew = determiner === 'indefinite';
  if (!anew && !plural) {
    const fitting = registry
      .withHead([head])
      .filter(
        (entity) =>
          isPerson(entity) &&
          !entity.plural &&
          owned(entity) &&
          qualified(entity, qualifiers(description)) &&
          agreesWith(entity, description),
      );
    const found = likeliest(scene, fitting, description.span[0]) ?? roleless(scene, description);
    if (found) return { entity: found, title: bare };
  }
  if (!anew && plural) {
    const found = latest(registry.withHead([head]).filter((entity) => entity.plural && owned(entity)));
    if (found) return { entity: found, title: null };
  }
  if (SPEAKS_FOR.has(head) && !plural) {
    if (ofBody) return { entity: ofBody, title: head };
    if (!anew && !owner.text) {
      const voice = latest(registry.withHead([`voice:${head}`]));
      if (voice) return { entity: voice, title: head };
    }
  }
  if (determiner === 'definite' && plural) return { entity: introduce(scene, description, [], description.text), title: null };
  const name =
    anew || plural
      ? description.text
      : owner.entity && determiner === 'its'
        ? `${bare} of ${label(owner.entity)}`
        : withoutArticle(description.text);
  const entity = introduce(scene, description, [], name);
  // "the mayor of Ostby" is one person, though unnamed; "the official" is anybody.
  if (!anew && !plural && (owner.text || owner.entity)) entity.kind = 'person';
  if (owner.entity || owner.text) registry.addRole(entity, { head, text: bare, body: ofBody, place: ofBody ? null : owner.text });
  return { entity, title: null };
}

/** What somebody's word is brought out in. */
const OWN_WORD = new Set(['statement', 'announcement', 'declaration', 'communique', 'release']);

function resolveThing(scene: Scene, description: Description): Resolved | null {
  const { registry } = scene;
  const { head, determiner, what, text, plural } = description;
  const owner = ownerOf(scene, description);
  // "According to the ministry's statement": the ministry says so.
  if (OWN_WORD.has(head) && owner.entity && owner.entity.kind !== 'document') return { entity: owner.entity, title: null };
  const owners = ownerWords(description, owner.entity, owner.text);
  if (determiner !== 'indefinite') {
    const heads = what === 'body' ? sameHeads(head) : [head];
    const words = qualifiers(description);
    const alike = registry
      .withHead(heads)
      .filter(
        (entity) => !isPerson(entity) && !(description.plural && !entity.plural) && ownersAgree(entity, owners) && qualified(entity, words),
      );
    const exact = alike.filter(({ heads: own }) => own.has(head));
    const known = likeliest(scene, exact.length > 0 ? exact : alike, description.span[0]);
    const nearer = known && exact.length === 0 && owners.length === 0 ? nearerUnknown(scene, description, known) : null;
    const found = nearer ?? known;
    if (found) {
      for (const word of owners) found.owners.add(word);
      return { entity: found, title: null };
    }
    const paper = owners.length === 0 && BODIES.get(head) === 'media' ? namedMedium(scene, description.span[0]) : null;
    if (paper) return { entity: paper, title: null };
    const only =
      NAMELESS.has(head) && owners.length === 0 && determiner === 'definite'
        ? onlyUnknown(scene, description, words.length > 0 ? 2 : 3)
        : null;
    if (only) return { entity: only, title: null };
    const called = what === 'body' && determiner !== 'its' ? bodyCalled(scene, description, owners) : null;
    if (called) return { entity: called, title: null };
  }
  const name =
    determiner === 'its' && owner.entity
      ? `${label(owner.entity)}’s ${description.bare}`
      : determiner === 'indefinite'
        ? text
        : withoutArticle(text);
  const entity = introduce(scene, description, owners, name);
  entity.plural = plural && what !== 'document';
  return { entity, title: null };
}

/** "The company" right after a name of no known kind is that one, rather than a group spoken of farther back. */
function nearerUnknown(scene: Scene, description: Description, known: Entity): Entity | null {
  if (!NAMELESS.has(description.head) || description.determiner !== 'definite' || qualifiers(description).length > 0) return null;
  const away = scene.sentenceAt(description.span[0]) - scene.sentenceAt(known.mentions.at(-1)?.span[0] ?? 0);
  return away > 0 ? onlyUnknown(scene, description, Math.min(1, away - 1)) : null;
}

/** Sentences back to which "the newspaper" may mean the one named there. */
const MEDIUM_WITHIN = 4;

/** "The newspaper": the one outlet that has been named lately. */
function namedMedium({ registry, sentenceAt }: Scene, offset: number): Entity | null {
  const here = sentenceAt(offset);
  const near = registry.recent.filter(
    ({ same, kind, names, mentions }) =>
      !same && kind === 'media' && names.length > 0 && here - sentenceAt(mentions.at(-1)?.span[0] ?? 0) <= MEDIUM_WITHIN,
  );
  return near.length === 1 ? (near[0] as Entity) : null;
}

const NOBODY = /^(?:neither|either|no|each|every|none)\b/iu;

/** "its General Staff", "Peru's Ministry of Health": a name with its owner before it. "A reading by the Orr Institute" is the institute's word. */
function properOf(scene: Scene, description: Description): Entity | null {
  const { names, registry } = scene;
  const end = description.at + description.modifiers.length + 1;
  const name = namesWithin(names, description.at, end + 8).find(({ tokens }) => tokens[0] === description.at && tokens[1] >= end);
  if (name && name.words.length > 1 && description.what === 'body') {
    const entity = registry.named(name);
    const owner = ownerOf(scene, description);
    for (const word of ownerWords({ ...description, modifiers: [] }, owner.entity, description.possessor ? owner.text : null))
      entity.owners.add(word);
    return entity;
  }
  if (description.what !== 'document' || description.determiner !== 'indefinite' || description.author === null) return null;
  const author = resolveOwner(scene, description.author, description.span[0]);
  return author && author.kind !== 'person' && author.kind !== 'anonymous' ? author : null;
}

const SOME = /^(?:one|two|three|four|five|several|some|many|both)$/;
const SOME_OF = /^(?:the|its|their|his|her|our|those|these|them)$/;

/** "One of the drivers", "two of them": somebody of several, whom nothing tells from the others. Tokens [from, to). */
export function oneOfSome(scene: Scene, from: number, to: number): Resolved | null {
  const { tokens, text, registry } = scene;
  const [first, of, whose] = [tokens[from], tokens[from + 1], tokens[from + 2]];
  if (!first || !whose || to < from + 3 || of?.lower !== 'of' || !SOME.test(first.lower) || !SOME_OF.test(whose.lower)) return null;
  const group = whose.lower === 'them' ? null : describe(text, tokens, from + 2, to);
  if (whose.lower === 'them' ? to !== from + 3 : group?.what !== 'person') return null;
  const met = registry.introduced.get(first.start);
  if (met) return { entity: met, title: null };
  const entity = registry.create('anonymous');
  entity.description = text.slice(first.start, group ? group.span[0] + group.text.length : whose.end).replace(/\s+/gu, ' ');
  entity.plural = first.lower !== 'one';
  registry.introduced.set(first.start, entity);
  return { entity, title: null };
}

/** Whom a description stands for: somebody spoken of before, or somebody new; null where it describes nobody who could speak. */
export function resolveDescription(scene: Scene, description: Description): Resolved | null {
  if (NOBODY.test(scene.text.slice(...description.span))) return null;
  const proper = properOf(scene, description);
  if (proper) return { entity: proper, title: null };
  if (description.what === 'person') return resolvePerson(scene, description);
  return resolveThing(scene, description);
}
