import type { Decision, Forecast, Relation, Tally, TimelineEntry } from '../../model/index.ts';
import { canonicalJson, sha256 } from '../canonical/canonical.ts';
import type { Linking, LinkingDelta, LinkingUpserts, StatementLink } from '../port.ts';
import { padded, sortDate } from './normal.ts';

/** A linking as JSON keeps it: the map as an object. */
export type StoredUpserts = Omit<LinkingUpserts, 'statementSources'> & {
  readonly statementSources?: Readonly<Record<string, StatementLink>>;
};
export interface StoredDelta {
  readonly version: string;
  readonly upserts: StoredUpserts;
  readonly removals: LinkingDelta['removals'];
}

/** The kinds of row that only linking makes, whole rows kept by id. */
export const LINKED_KINDS = ['relations', 'tallies', 'forecasts', 'timeline', 'decisions'] as const;
export type LinkedKind = (typeof LINKED_KINDS)[number];

/** One row as its table keeps it: `words` is what a search looks through, `facets` what a filter does. */
export interface LinkedDraft {
  readonly id: string;
  readonly sort: string;
  readonly words: string;
  readonly facets: readonly (readonly [field: string, value: string])[];
  readonly row: object;
}

const idFrom = (letter: string, value: unknown): string => `${letter}${sha256(canonicalJson(value)).slice(0, 16)}`;

/** The ids that the ledger gives rows which linking leaves without one: from what makes the row that row. */
export const relationId = (row: Relation): string => row.id ?? idFrom('x', [row.from, row.to, row.type]);
export const forecastId = (row: Forecast): string => row.id ?? idFrom('f', [row.claim, row.sourceId, row.window]);
export const timelineId = (row: TimelineEntry): string => row.id ?? idFrom('e', [row.when, row.what, row.where, row.report, row.statement]);

/** Each value once, nothing for null. */
const facetsOf = (values: Readonly<Record<string, readonly (string | null)[]>>): LinkedDraft['facets'] =>
  Object.entries(values).flatMap(([field, all]) => [...new Set(all)].flatMap((value) => (value === null ? [] : [[field, value] as const])));

function relationDraft(row: Relation): LinkedDraft {
  const id = relationId(row);
  const facets = facetsOf({ claim: [row.from, row.to], type: [row.type] });
  return { id, sort: `${row.from} ${row.to} ${row.type} ${id}`, words: row.reason ?? '', facets, row: { ...row, id } };
}

/** Tallies with the newest figure first. */
function tallyDraft(row: Tally): LinkedDraft {
  const last =
    row.points
      .map(({ asOf }) => sortDate(asOf) ?? '')
      .sort()
      .at(-1) ?? '';
  const facets = facetsOf({
    report: row.points.map((point) => point.report),
    source: row.points.map((point) => point.sourceId),
    status: row.points.map((point) => point.status),
    unit: [row.unit],
  });
  return { id: row.id, sort: `${last} ${row.id}`, words: `${row.question} ${row.unit ?? ''}`, facets, row };
}

/** A docket: what is still open first, what is due soonest on top. */
function forecastDraft(row: Forecast): LinkedDraft {
  const id = forecastId(row);
  const [start = '', end] = (row.window ?? '').split('/');
  const due = sortDate(end ?? start) ?? '9999';
  const facets = facetsOf({ claim: [row.claim], source: [row.sourceId], outcome: [row.outcome] });
  const sort = `${row.outcome === 'pending' ? 0 : 1} ${due} ${id}`;
  return { id, sort, words: row.condition ?? '', facets, row: { ...row, id } };
}

/** A row's place on the map as one text, so that rows are counted by place from the index alone; null where it has none. */
const pointOf = ({ where, country = null, lat, lon, geonames = null }: TimelineEntry): string | null =>
  where === null || lat == null || lon == null ? null : JSON.stringify([where, country, lat, lon, geonames]);

/** In order of when it is said to have happened. */
function timelineDraft(row: TimelineEntry): LinkedDraft {
  const id = timelineId(row);
  const at = pointOf(row);
  const facets = facetsOf({
    report: [row.report],
    where: [row.where],
    statement: [row.statement],
    when: [row.when],
    country: [row.country ?? null],
    geonames: [row.geonames == null ? null : String(row.geonames)],
    at: [at],
    placed: [String(at !== null)],
  });
  return { id, sort: `${sortDate(row.when) ?? '9999'} ${id}`, words: `${row.what} ${row.where ?? ''}`, facets, row: { ...row, id } };
}

/** The least sure first, the most used of equals on top; what people have looked at is behind everything. Read downwards. */
function decisionDraft(row: Decision): LinkedDraft {
  const facets = facetsOf({ report: [row.report], kind: [row.kind], member: row.members, judged: [String(row.judged !== undefined)] });
  const doubt = row.judged ? 0 : Math.round(row.doubt * 10);
  return { id: row.id, sort: `${padded(doubt, 2)} ${padded(row.uses, 6)} ${row.id}`, words: row.reason, facets, row };
}

/** How each kind's row is kept. */
export const LINKED_DRAFTS: Readonly<Record<LinkedKind, (row: never) => LinkedDraft>> = {
  relations: relationDraft,
  tallies: tallyDraft,
  forecasts: forecastDraft,
  timeline: timelineDraft,
  decisions: decisionDraft,
};

/** Every row of linking in the shape that its entry keeps. */
export function storedUpserts({ statementSources, ...rest }: LinkingUpserts): StoredUpserts {
  return { ...rest, ...(statementSources && { statementSources: Object.fromEntries(statementSources) }) };
}

/** How many rows of each kind: what the log's entry says at a glance. */
export function countsOf(upserts: LinkingUpserts, removals: LinkingDelta['removals'] = {}): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [kind, rows] of Object.entries(upserts)) counts[kind] = rows instanceof Map ? rows.size : (rows as readonly unknown[]).length;
  for (const [kind, ids] of Object.entries(removals)) counts[`${kind}Removed`] = ids.length;
  return counts;
}

export const upsertsOf = ({ version: _, ...upserts }: Linking): LinkingUpserts => upserts;
