import { ownersAgree, qualifiers } from './agreement.ts';
import { CALLINGS } from './data/callings.data.ts';
import { countryOf } from './data/countries.data.ts';
import type { Description } from './describe.ts';
import { type Entity, isPerson, settled, wordsOfName } from './entity.ts';
import type { Scene } from './scene.ts';

/** "The spy agency" is the National Intelligence Service where the report names one such body and no other: `data/callings.data.ts` has the words. */

const ROWS = CALLINGS.map(({ names, called }) => ({
  names: names.split('|').map((words) => words.split(' ')),
  called: new Set(called.split('|')),
}));
type Row = (typeof ROWS)[number];

/** Sentences back to which a body described may be the one now named for the first time. */
const NAMED_WITHIN = 6;

const holds = (words: readonly string[], run: readonly string[]): boolean =>
  words.some((_, at) => run.every((word, i) => words[at + i] === word));

const isNamedSo = ({ names }: Row, entity: Entity): boolean =>
  entity.names.some((name) => {
    const words = wordsOfName(name);
    return words.length > 1 && names.some((run) => holds(words, run));
  });

const isBody = (entity: Entity): boolean => !isPerson(entity) && entity.kind !== 'document' && entity.kind !== 'media' && !entity.plural;

/** The countries that stand in an entity's own names: Japan in "Bank of Japan". */
const homes = (entity: Entity): string[] =>
  entity.names.flatMap((name) => wordsOfName(name).filter((word) => countryOf(word) !== undefined));

const ofRow = ({ registry }: Scene, row: Row): Entity[] => [
  ...new Set(registry.recent.map(settled).filter((entity) => entity.names.length > 0 && isBody(entity) && isNamedSo(row, entity))),
];

/** The one named body that a description calls by its kind; null where none or more than one could be meant. */
export function bodyCalled(scene: Scene, description: Description, owners: readonly string[]): Entity | null {
  if (description.plural) return null;
  const phrase = [...qualifiers(description), description.head].join(' ');
  const row = ROWS.find(({ called }) => called.has(phrase));
  if (!row) return null;
  const [only, other] = ofRow(scene, row);
  if (!only || other) return null;
  if (owners.length > 0) {
    const home = homes(only);
    const known =
      only.owners.size > 0 ? ownersAgree(only, owners) : home.length > 0 && ownersAgree({ ...only, owners: new Set(home) }, owners);
    if (!known) return null;
  }
  only.called.add(phrase);
  // "The agency" after "the weather agency" is the same body.
  scene.registry.addHead(only, description.head);
  return only;
}

/** The body that was only described so far ("South Korea's spy agency") and is now named; null where none or more than one could be. */
export function describedBefore({ registry, sentenceAt, ...scene }: Scene, entity: Entity, offset: number): Entity | null {
  if (!isBody(entity) || entity.mentions.length > 1) return null;
  const rows = ROWS.filter((row) => isNamedSo(row, entity));
  if (rows.length === 0) return null;
  const here = sentenceAt(offset);
  const isCalledSo = ({ description, owners }: Entity, row: Row): boolean => {
    const said = description?.toLowerCase() ?? '';
    const phrase = [...row.called].some((words) => said === words || said.endsWith(` ${words}`));
    const home = homes(entity);
    return (
      phrase &&
      (owners.size === 0 ||
        (home.length === 0 && entity.owners.size === 0) ||
        ownersAgree({ ...entity, owners: new Set([...entity.owners, ...home]) }, [...owners]))
    );
  };
  for (const row of rows) {
    if (ofRow({ registry, sentenceAt, ...scene }, row).some((other) => other !== settled(entity))) continue;
    const found = registry.recent.filter((other) => {
      const last = other.mentions.at(-1);
      const unnamed = !other.same && other.names.length === 0 && isBody(other) && last !== undefined;
      return unnamed && here - sentenceAt(last.span[0]) <= NAMED_WITHIN && isCalledSo(other, row);
    });
    if (found.length === 1) return found[0] as Entity;
  }
  return null;
}
