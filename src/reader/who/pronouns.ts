import type { Entity, Gender, Mention } from './entity.ts';
import type { Scene } from './scene.ts';

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

export const isPerson = (entity: Entity): boolean => entity.kind === 'person' || entity.kind === 'anonymous';
/** A name of two words or more that nothing makes a body or a place may be a person's. */
export const mayBePerson = (entity: Entity): boolean =>
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

/** What the ending of a first name that nothing else tells of adds: "Berta" is rather she, "Ignacio" rather he. Never enough to reach a sentence farther. */
function endingFits({ gender, names }: Entity, pronoun: 'he' | 'she' | 'it' | 'they'): number {
  if (gender !== 'unknown' || (pronoun !== 'he' && pronoun !== 'she')) return 0;
  const full = names.find((name) => name.includes(' '));
  const ending = /^\p{L}{2,}?([ao])\s/u.exec(full ?? '')?.[1];
  if (!ending) return 0;
  return (ending === 'a') === (pronoun === 'she') ? 0.4 : -0.4;
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
    const sure =
      pronoun === 'it' && !entity.thing && mayBePerson(entity)
        ? -0.6
        : entity.kind === 'unknown' || (pronoun !== 'it' && entity.gender === 'unknown' && entity.kind === 'anonymous')
          ? 0
          : 0.4;
    // The last few mentions: the nearest may be a faint one.
    for (const mention of entity.mentions.slice(-4)) {
      const distance = here - sentenceAt(mention.span[0]);
      if (mention.span[1] > offset || distance > REACH || !fits(entity, pronoun, mention)) continue;
      const score = endingFits(entity, pronoun) + (mention.subject ? 1.5 : 0) - (mention.faint ? 1.5 : 0) + sure - distance;
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

/** Whether a lower-cased word is a pronoun that can be resolved. */
export const isPronoun = (word: string): boolean => PRONOUNS[word] !== undefined;
