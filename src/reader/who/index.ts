import type { Entity as EntityRow, Spans, StatementSource } from '../../model/index.ts';
import { type Attributed, type Attribution, passage } from '../layers.ts';
import type { Step } from '../step.ts';
import { afterDateline } from '../text/index.ts';
import { carriers, chainOf } from './chain.ts';
import { countryOf } from './data/countries.data.ts';
import { nameOf, settled } from './entity.ts';
import { type People, peopleOf } from './people.ts';
import type { Resolved } from './scene.ts';

/** What somebody is and where they belong, by the words of the report. */
function standing(found: Resolved): { title: string | null; affiliation: string | null } {
  const entity = settled(found.entity);
  const role = entity.roles.find(({ body }) => body !== null) ?? entity.roles[0];
  const titled = entity.roles.find(({ text }) => text !== '');
  const body = role?.body ? nameOf(settled(role.body)) : (role?.place ?? null);
  const [owner] = entity.owners;
  return {
    title: found.title ?? (titled?.text || entity.title),
    affiliation: body ?? (owner ? (countryOf(owner) ?? owner) : null),
  };
}

function sourceOf(text: string, attribution: Attribution, found: Resolved | null): StatementSource | null {
  if (!attribution.source) return null;
  const words = passage(text, pastDateline(text, attribution.source));
  if (!found) return { ...words, name: null, kind: 'unknown' };
  const entity = settled(found.entity);
  return { ...words, name: nameOf(entity), kind: entity.kind, ...standing(found) };
}

/** "OSTBY — Elin Varga": without where the report is from. */
function pastDateline(text: string, spans: Spans): Spans {
  const [first, ...rest] = spans;
  if (!first || first[0] >= DATELINE) return spans;
  const begins = afterDateline(text);
  return first[0] < begins && begins < first[1] ? [[begins, first[1]], ...rest] : spans;
}

/** No dateline is longer. */
const DATELINE = 90;

/** Entities worth a row: named ones, and those who are a source. */
function entityRows({ registry, sources }: People): EntityRow[] {
  const speaking = new Set(sources.flatMap((found) => (found ? [settled(found.entity)] : [])));
  return registry.entities.flatMap((entity): EntityRow[] => {
    if (entity.same || (entity.names.length === 0 && !speaking.has(entity))) return [];
    const name = nameOf(entity);
    const mentions = entity.mentions.map(({ span }) => span).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    return name && mentions.length > 0 ? [{ name, kind: entity.kind, mentions }] : [];
  });
}

/** Adds `entities` and `attributed`: who each source is over the whole report, and through whom its words came. By rules. */
export const who = (): Step<'sentences' | 'attributions', 'entities' | 'attributed'> => ({
  name: 'who',
  version: '6',
  needs: ['sentences', 'attributions'],
  adds: ['entities', 'attributed'],
  annotate: ({ report, sentences, attributions }) => {
    const people = peopleOf(report, sentences, attributions);
    const first = carriers(report);
    const attributed = attributions.map(
      (attribution, i): Attributed => ({
        source: sourceOf(report.text, attribution, people.sources[i] ?? null),
        chain: [...first, ...chainOf(report, people, attributions, i)],
      }),
    );
    return { entities: entityRows(people), attributed };
  },
});
