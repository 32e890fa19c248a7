import type { Spans } from '../../model/index.ts';
import { type Asked, type Candidate, choose, type Pronoun } from './antecedents.ts';
import { type Entity, type Gender, isBare, isPerson, type Mention, mayBePerson } from './entity.ts';
import type { Scene } from './scene.ts';

const PRONOUNS: Readonly<Record<string, Pronoun>> = {
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
/** Mentions of one entity that are looked at, the nearest first: the very nearest may be a faint one. */
const LOOKED_AT = 6;

/** "Brandt told reporters": a name of one word that nothing makes a body may be a person's where it acts. */
const loneName = (entity: Entity): boolean =>
  entity.kind === 'unknown' && !entity.place && !entity.thing && isBare(entity) && entity.names.length > 0;

/** Bodies that are "it" and "they" alike: "the police said they had …". */
const COLLECTIVE = ['police', 'crew', 'family', 'staff', 'jury', 'team', 'couple'];
const isCollective = ({ heads }: Entity): boolean => COLLECTIVE.some((head) => heads.has(head));

/** Whether a pronoun can stand for an entity at all, as it was spoken of there. */
function fits(entity: Entity, pronoun: Pronoun, { voice, subject }: Mention): boolean {
  if (pronoun === 'they') return entity.plural || isCollective(entity);
  if (entity.plural) return false;
  if (pronoun === 'it') return !isPerson(entity) && entity.gender === 'unknown';
  const gender: Gender = pronoun === 'he' ? 'male' : 'female';
  if (voice) return voice === 'unknown' || voice === gender;
  const human = mayBePerson(entity) || (subject && loneName(entity));
  return human && (entity.gender === 'unknown' || entity.gender === gender);
}

/** Everybody whom a pronoun could stand for, with where they were spoken of, the latest first. */
function candidatesFor({ registry, sentenceAt }: Scene, { pronoun, offset, place, content }: Asked): Candidate[] {
  const here = sentenceAt(offset);
  const found: Candidate[] = [];
  for (let i = registry.recent.length - 1; i >= 0; i -= 1) {
    const entity = registry.recent[i] as Entity;
    if (entity.same) continue;
    const mentions = entity.mentions
      .slice(-LOOKED_AT)
      .filter((mention) => mention.span[1] <= offset && here - sentenceAt(mention.span[0]) <= REACH && fits(entity, pronoun, mention));
    // "Ina Orr, its director": whose director she is, is not she.
    const self = place === 'owner' && mentions.some(({ span }) => span[0] === content[0]?.[0]);
    if (mentions.length > 0 && !self) found.push({ entity, mentions });
  }
  return found;
}

/** Whom a pronoun stands for; null where that cannot be told. */
export function resolvePronoun(
  scene: Scene,
  word: string,
  offset: number,
  place: Asked['place'] = 'subject',
  content: Spans = [],
  holder: Entity | null = null,
): Entity | null {
  const pronoun = PRONOUNS[word];
  if (!pronoun) return null;
  const asked: Asked = { pronoun, offset, place, content, holder };
  const candidates = candidatesFor(scene, asked);
  const best = scene.teacher ? scene.teacher(asked, candidates, scene) : choose(scene, asked, candidates);
  if (!best) return null;
  const { entity, mentions } = best;
  if (pronoun === 'it') entity.thing = true;
  if (pronoun === 'he' || pronoun === 'she') {
    const voiced = mentions.at(-1)?.voice !== null && !isPerson(entity);
    if (!voiced) {
      if (entity.gender === 'unknown') entity.gender = pronoun === 'he' ? 'male' : 'female';
      if (entity.kind === 'unknown') entity.kind = 'person';
    }
  }
  return entity;
}

/** Whether a lower-cased word is a pronoun that can be resolved. */
export const isPronoun = (word: string): boolean => PRONOUNS[word] !== undefined;
