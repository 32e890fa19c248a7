import type { SourceKind } from '../../model/index.ts';
import type { Token } from '../text/index.ts';
import { BODIES, sameHeads } from './data/bodies.data.ts';
import { ADJECTIVES, COUNTRY_OF } from './data/countries.data.ts';
import { ROLES, SPEAKS_FOR } from './data/roles.data.ts';
import { TITLES } from './data/titles.data.ts';
import { type Description, describe, namesWithin } from './describe.ts';
import { type Entity, type Gender, type Mention, settled } from './entity.ts';
import type { Name } from './names.ts';
import type { Registry } from './registry.ts';

/** What resolution looks at: the report, its names, and everybody known so far. */
export interface Scene {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly names: readonly Name[];
  readonly registry: Registry;
  /** Whether an offset lies inside somebody's quoted words. */
  readonly quoted: (offset: number) => boolean;
  /** The number of the sentence that an offset stands in; quoted ones do not count. */
  readonly sentenceAt: (offset: number) => number;
}

/** Who a phrase stands for, and the role that it gives them. `voiceOf`: an unnamed spokesperson, who is the body's voice. */
export interface Resolved {
  readonly entity: Entity;
  readonly title: string | null;
}

const PRONOUNS: Readonly<Record<string, 'he' | 'she' | 'it' | 'they'>> = {
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  she: 'she',
  her: 'she',
  hers: 'she',
  herself: 'she',
  it: 'it',
  its: 'it',
  itself: 'it',
  they: 'they',
  them: 'they',
  their: 'they',
  themselves: 'they',
};
/** Sentences back that a pronoun reaches. */
const REACH = 4;

const isPerson = (entity: Entity): boolean => entity.kind === 'person' || entity.kind === 'anonymous';
/** A name of two words or more that nothing makes a body or a place may be a person's. */
const mayBePerson = (entity: Entity): boolean =>
  isPerson(entity) ||
  (entity.kind === 'unknown' && !entity.place && entity.heads.size === 0 && entity.names.some((name) => name.includes(' ')));

function fits(entity: Entity, pronoun: 'he' | 'she' | 'it' | 'they', { voice, subject }: Mention): boolean {
  if (pronoun === 'they') return entity.plural;
  if (entity.plural) return false;
  if (pronoun === 'it')
    return !isPerson(entity) && entity.gender === 'unknown' && (subject || !(entity.kind === 'government' || entity.place));
  const gender: Gender = pronoun === 'he' ? 'male' : 'female';
  if (voice) return voice === 'unknown' || voice === gender;
  return mayBePerson(entity) && (entity.gender === 'unknown' || entity.gender === gender);
}

/** Whom a pronoun at `offset` stands for: the nearest who fits, subjects before others; null where two fit alike or none does. */
export function resolvePronoun({ registry, sentenceAt }: Scene, word: string, offset: number): Entity | null {
  const pronoun = PRONOUNS[word];
  if (!pronoun) return null;
  const here = sentenceAt(offset);
  let best: Entity | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  let voiced = false;
  for (let i = registry.recent.length - 1; i >= 0; i -= 1) {
    const entity = registry.recent[i] as Entity;
    if (entity.same) continue;
    const sure = entity.kind === 'unknown' || (pronoun !== 'it' && entity.gender === 'unknown' && entity.kind === 'anonymous') ? 0 : 0.4;
    // The last few mentions: the nearest may be a faint one.
    for (const mention of entity.mentions.slice(-4)) {
      const distance = here - sentenceAt(mention.span[0]);
      if (mention.span[1] > offset || distance > REACH || !fits(entity, pronoun, mention)) continue;
      const score = (mention.subject ? 1.5 : 0) - (mention.faint ? 1.5 : 0) + sure - distance;
      if (score > bestScore) {
        best = entity;
        bestScore = score;
        voiced = mention.voice !== null;
      }
    }
  }
  if (best && pronoun === 'it') best.thing = true;
  if (best && !voiced && pronoun !== 'it' && pronoun !== 'they') {
    if (best.gender === 'unknown') best.gender = pronoun === 'he' ? 'male' : 'female';
    if (best.kind === 'unknown') best.kind = 'person';
  }
  return best;
}

/** The country or the body that words before a noun name: "Tolmenian", "South Korea". */
const ownerWords = (description: Description, owner: Entity | null, ownerText: string | null): string[] => {
  const adjectives = description.modifiers.filter(({ capital }) => capital).map(({ text }) => text);
  return [...adjectives, ...(owner ? owner.names.slice(0, 1) : ownerText ? [ownerText] : [])];
};

/** "Tolmenia" and "Tolmenian", "China" and "Beijing": one owner in two words. */
function sameOwner(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  const country = COUNTRY_OF.get(x);
  if (country !== undefined && country === COUNTRY_OF.get(y)) return true;
  const common = Math.max(4, Math.min(x.length, y.length) - 1);
  return x === y || (x.slice(0, common) === y.slice(0, common) && Math.abs(x.length - y.length) <= 3);
}

const ownersAgree = (entity: Entity, owners: readonly string[]): boolean =>
  owners.length === 0 || entity.owners.size === 0 || owners.some((owner) => [...entity.owners].some((known) => sameOwner(owner, known)));

/** What else a description says of its head: "foreign", "defence"; these must not differ ("the foreign ministry" is not "the defence ministry"). */
const qualifiers = (description: Description): string[] =>
  description.modifiers
    .filter(({ capital, kind, lower }) => kind === 'word' && !capital && !ADJECTIVES.has(lower) && !TRIFLES.has(lower))
    .map(({ lower }) => lower);

/** The countries that words name: "the Russian minister" is not "Iraq's minister". */
const countriesIn = (text: string): Set<string> =>
  new Set(text.split(/[^\p{L}]+/u).flatMap((word) => (/^\p{Lu}/u.test(word) ? (COUNTRY_OF.get(word.toLowerCase()) ?? []) : [])));

/** Rank within an office: "deputy minister" is not "minister". */
const RANKS = /\b(?:deputy|vice|assistant|former|acting|ex)\b/iu;

/** Whether nothing that the report says of a person speaks against a description: another country, another rank. */
function agreesWith(entity: Entity, description: Description): boolean {
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

const qualified = (entity: Entity, words: readonly string[]): boolean => {
  if (words.length === 0) return true;
  const known = said(entity);
  return words.every((word) => known.includes(word.replace('defense', 'defence')));
};

/** Of several that fit, the one spoken of last if that is near; farther back, the one that the report has said most of. */
function likeliest({ sentenceAt }: Scene, entities: readonly Entity[], offset: number): Entity | null {
  const last = latest(entities);
  if (!last || entities.length === 1) return last;
  if (sentenceAt(offset) - sentenceAt(last.mentions.at(-1)?.span[0] ?? 0) <= 2) return last;
  const most = Math.max(...entities.map(({ spoken }) => spoken));
  const heavy = entities.filter(({ spoken }) => spoken === most);
  return heavy.length === 1 ? (heavy[0] as Entity) : last;
}

/** Of several that fit, the one spoken of last. */
const latest = (entities: readonly Entity[]): Entity | null =>
  entities.reduce<Entity | null>(
    (best, entity) => ((entity.mentions.at(-1)?.span[0] ?? -1) > (best?.mentions.at(-1)?.span[0] ?? -1) ? entity : best),
    null,
  );

/** The body or person that tokens [from, to) name or describe, for "the ministry’s spokesman" and "a spokesman for Aldermoor". */
export function resolveOwner(scene: Scene, [from, to]: readonly [number, number], offset: number): Entity | null {
  const first = scene.tokens[from] as Token;
  if (to - from === 1 && PRONOUNS[first.lower]) return resolvePronoun(scene, first.lower, offset);
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

/** A new entity that is known by its description alone. */
function introduce({ registry }: Scene, description: Description, owners: readonly string[], name: string): Entity {
  const entity = registry.create(kindFor(description), ROLES.get(description.head) ?? TITLES.get(description.head) ?? 'unknown');
  entity.description = name;
  entity.plural = description.plural;
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
    return { entity: resolvePronoun(scene, pronoun, offset), text: null };
  }
  const phrase = description.possessor ?? description.of;
  if (phrase) return { entity: resolveOwner(scene, phrase, offset), text: words(phrase) };
  // "the border service spokesman", "an Aldermoor spokesman"
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
  // "the mayor of Pelinac" is one person, though unnamed; "the official" is anybody.
  if (!anew && !plural && (owner.text || owner.entity)) entity.kind = 'person';
  if (owner.entity || owner.text) registry.addRole(entity, { head, text: bare, body: ofBody, place: ofBody ? null : owner.text });
  return { entity, title: null };
}

const label = (entity: Entity): string => settled(entity).names[0] ?? settled(entity).description ?? '';

function resolveThing(scene: Scene, description: Description): Resolved | null {
  const { registry } = scene;
  const { head, determiner, what, text, plural } = description;
  const owner = ownerOf(scene, description);
  const owners = ownerWords(description, owner.entity, owner.text);
  if (determiner !== 'indefinite') {
    const heads = what === 'body' ? sameHeads(head) : [head];
    const words = qualifiers(description);
    const alike = registry.withHead(heads).filter((entity) => !isPerson(entity) && ownersAgree(entity, owners) && qualified(entity, words));
    const exact = alike.filter(({ heads: own }) => own.has(head));
    const found = likeliest(scene, exact.length > 0 ? exact : alike, description.span[0]);
    if (found) {
      for (const word of owners) found.owners.add(word);
      return { entity: found, title: null };
    }
    const only =
      NAMELESS.has(head) && owners.length === 0 && determiner === 'definite'
        ? onlyUnknown(scene, description, words.length > 0 ? 2 : 3)
        : null;
    if (only) return { entity: only, title: null };
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

/** Bodies that the news names once and then calls by these nouns. */
const NAMELESS = new Set(
  'company firm group maker manufacturer operator carrier producer newspaper paper broadcaster organisation organization charity'.split(
    ' ',
  ),
);

/** "The congresswoman", where one person alone has been spoken of lately and nothing was said of what they are. */
function roleless({ registry, sentenceAt }: Scene, description: Description): Entity | null {
  if (description.determiner !== 'definite' || description.of || description.modifiers.length > 0) return null;
  const here = sentenceAt(description.span[0]);
  const gender = ROLES.get(description.head) ?? 'unknown';
  const near = registry.recent.filter(({ same, kind, names, mentions }) => {
    const last = mentions.slice(-4).findLast(({ subject }) => subject);
    return (
      !same && (kind === 'person' || kind === 'unknown') && names.length > 0 && last !== undefined && here - sentenceAt(last.span[0]) <= 2
    );
  });
  const fitting = near.filter(
    (entity) =>
      mayBePerson(entity) &&
      entity.roles.every(({ head }) => head === 'member') &&
      (entity.gender === 'unknown' || gender === 'unknown' || entity.gender === gender),
  );
  const [only] = fitting;
  if (!only || fitting.length > 1 || near.some((entity) => entity !== only && isPerson(entity))) return null;
  only.kind = 'person';
  if (only.gender === 'unknown') only.gender = gender;
  registry.addRole(only, { head: description.head, text: description.bare, body: null, place: null });
  return only;
}

/** "The company" where one name alone, of no known kind, has been spoken of lately: the nearest, if nobody else is as near. */
function onlyUnknown({ registry, sentenceAt }: Scene, description: Description, reach: number): Entity | null {
  const here = sentenceAt(description.span[0]);
  for (let back = 0; back <= reach; back += 1) {
    const near = registry.recent.filter(({ same, kind, place, thing, gender, names, mentions }) => {
      if (same || place || gender !== 'unknown' || names.length === 0 || !(kind === 'unknown' || (kind === 'company' && thing)))
        return false;
      return mentions.slice(-4).some(({ span, faint }) => !faint && span[1] <= description.span[0] && here - sentenceAt(span[0]) === back);
    });
    const subjects = near.filter(({ mentions }) =>
      mentions.slice(-4).some(({ subject, span }) => subject && here - sentenceAt(span[0]) === back),
    );
    const only = near.length === 1 ? near[0] : subjects.length === 1 && !mayBePerson(subjects[0] as Entity) ? subjects[0] : undefined;
    if (only) {
      if (only.kind === 'unknown') only.kind = kindFor(description);
      only.thing = true;
      only.called.add(description.bare.toLowerCase());
      registry.addHead(only, description.head);
      return only;
    }
    if (near.length > 0) return null;
  }
  return null;
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

/** Whom a description stands for: somebody spoken of before, or somebody new; null where it describes nobody who could speak. */
export function resolveDescription(scene: Scene, description: Description): Resolved | null {
  if (NOBODY.test(scene.text.slice(...description.span))) return null;
  const proper = properOf(scene, description);
  if (proper) return { entity: proper, title: null };
  if (description.what === 'person') return resolvePerson(scene, description);
  return resolveThing(scene, description);
}
