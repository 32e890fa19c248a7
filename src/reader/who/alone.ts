import { BODIES } from './data/bodies.data.ts';
import { ROLES } from './data/roles.data.ts';
import type { Description } from './describe.ts';
import { type Entity, isPerson, mayBePerson } from './entity.ts';
import type { Scene } from './scene.ts';

/** Bodies that the news names once and then calls by these nouns. */
export const NAMELESS = new Set(
  'company firm group maker manufacturer operator carrier producer newspaper paper broadcaster organisation organization charity'.split(
    ' ',
  ),
);

/** "The congresswoman", where one person alone has been spoken of lately and nothing was said of what they are. */
export function roleless({ registry, sentenceAt }: Scene, description: Description): Entity | null {
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
export function onlyUnknown({ registry, sentenceAt }: Scene, description: Description, reach: number): Entity | null {
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
      if (only.kind === 'unknown') only.kind = BODIES.get(description.head) ?? 'company';
      only.thing = true;
      only.called.add(description.bare.toLowerCase());
      registry.addHead(only, description.head);
      return only;
    }
    if (near.length > 0) return null;
  }
  return null;
}
