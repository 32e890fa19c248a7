import type { LinkedRows, LinkingDelta, StatementLink, StoryMark } from '../../ledger/port.ts';
import type { StoryLinks } from '../../linking/index.ts';
import type { Forecast, Relation, TimelineEntry } from '../../model/index.ts';
import { joinSources, joinStories } from './stories.ts';

type Row = object & { readonly id?: string | undefined };

/** Rows that the ledger gives ids are told apart by what makes each the row that it is. */
const relationKey = ({ from, to, type }: Relation): string => `${from}|${to}|${type}`;
const forecastKey = ({ claim, sourceId, window }: Forecast): string => `${claim}|${sourceId}|${window}`;
const timelineKey = ({ when, what, where, report, statement }: TimelineEntry): string =>
  JSON.stringify([when, what, where, report, statement]);

/** A row's JSON with its fields in order and without what the ledger adds. */
function plain(row: object): string {
  const { id: _, ...rest } = row as Row;
  return JSON.stringify(rest, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** The rows that are new or differ from what is kept, and the ids of those that are gone. */
function changes<Kind extends Row>(before: readonly Kind[], after: readonly Kind[], keyOf: (row: Kind) => string) {
  const kept = new Map(before.map((row) => [keyOf(row), row]));
  const upserts = after.filter((row) => {
    const old = kept.get(keyOf(row));
    return !old || plain(old) !== plain(row);
  });
  const now = new Set(after.map(keyOf));
  const removals = before.filter((row) => !now.has(keyOf(row))).flatMap(({ id }) => (id === undefined ? [] : [id]));
  return { upserts, removals: removals.sort() };
}

const sameLink = (a: StatementLink | undefined, b: StatementLink): boolean =>
  a !== undefined && a.sourceId === b.sourceId && a.chainIds.join(' ') === b.chainIds.join(' ');

/**
 * What a new linking of some stories changes in the ledger: the rows that are new, different or gone, and no others, so that a large
 * story costs what changes in it.
 * @param gone reports of these stories that were set aside.
 */
export function deltaOf(
  before: LinkedRows,
  reports: readonly string[],
  gone: readonly string[],
  stories: readonly StoryLinks[],
  marks: readonly StoryMark[],
): LinkingDelta {
  const { version, ...after } = joinStories(stories);
  const byId = ({ id }: Row): string => id ?? '';
  const claims = changes(before.claims, after.claims, byId);
  const tallies = changes(before.tallies, after.tallies, byId);
  const relations = changes(before.relations, after.relations, relationKey);
  const forecasts = changes(before.forecasts, after.forecasts, forecastKey);
  const timeline = changes(before.timeline, after.timeline, timelineKey);
  const decisions = changes(before.decisions, after.decisions ?? [], byId);
  const sources = changesOfSources(before, after.sources);
  const copyOf = new Map(before.copies.map((copy) => [copy.report, copy]));
  const copies = after.copies.filter((copy) => {
    const old = copyOf.get(copy.report);
    return old?.copyOf !== copy.copyOf || old.copyKind !== copy.copyKind;
  });
  const isCopy = new Set(after.copies.map(({ report }) => report));
  const links = [...after.statementSources].filter(([id, link]) => !sameLink(before.statementSources.get(id), link));
  const usesBefore = new Map(before.uses.map(({ report, sources: ids }) => [report, ids.join(' ')]));
  const uses = (after.uses ?? []).filter(({ report, sources: ids }) => usesBefore.get(report) !== ids.join(' '));
  return {
    version,
    upserts: {
      copies,
      sources: sources.upserts,
      statementSources: new Map(links),
      claims: claims.upserts,
      relations: relations.upserts,
      tallies: tallies.upserts,
      forecasts: forecasts.upserts,
      timeline: timeline.upserts,
      decisions: decisions.upserts,
      uses: [...uses, ...gone.map((report) => ({ report, sources: [] }))],
      marks,
    },
    removals: {
      claims: claims.removals,
      tallies: tallies.removals,
      relations: relations.removals,
      forecasts: forecasts.removals,
      timeline: timeline.removals,
      decisions: decisions.removals,
      sources: sources.removals,
      statementSources: [...before.statementSources.keys()].filter((id) => !after.statementSources.has(id)).sort(),
      copies: reports.filter((report) => copyOf.has(report) && !isCopy.has(report)),
      marks: gone,
    },
  };
}

/** A source that other stories use too keeps what they call it; one that nobody uses any longer is gone. */
function changesOfSources(before: LinkedRows, after: Parameters<typeof joinSources>[0]) {
  const rows = [...after];
  const shared = before.sources.filter(({ id }) => before.usedElsewhere.has(id));
  const known = new Set(rows.map(({ id }) => id));
  const { upserts, removals } = changes(
    before.sources,
    joinSources([...shared.filter(({ id }) => known.has(id)), ...rows]),
    ({ id }) => id,
  );
  return { upserts, removals: removals.filter((id) => !before.usedElsewhere.has(id)) };
}
