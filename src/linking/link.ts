import type { Claim, Forecast, Relation, Source, Tally, TimelineEntry } from '../model/index.ts';
import { type ClaimDraft, findClaims } from './claims/claims.ts';
import { copyRoots, findCopies } from './copies/copies.ts';
import { findForecasts } from './forecasts/forecasts.ts';
import { byPublication, type Copy, type LinkReport } from './input.ts';
import { bodyOf, findOrigins, stanceOf } from './origins/origins.ts';
import { findRelations } from './relations/relations.ts';
import { bodyWords } from './sources/names.ts';
import { type Resolution, resolveSources } from './sources/resolve.ts';
import type { Point } from './tallies/points.ts';
import { findTallies, orderedPoints } from './tallies/tallies.ts';
import { findTimeline } from './timeline/timeline.ts';
import { shortId } from './words/normalise.ts';

export const LINKING_VERSION = '1';

/** One decision of linking, with its reason: what a person confirms, splits or joins. */
export interface Decision {
  readonly kind: 'copy' | 'source' | 'claim' | 'origin' | 'relation' | 'figure' | 'forecast';
  readonly members: readonly string[];
  readonly score: number | null;
  readonly reason: string;
}

/** Everything that linking found in one story. */
export interface StoryLinks {
  readonly version: string;
  readonly copies: readonly Copy[];
  readonly sources: readonly Source[];
  readonly statementSources: ReadonlyMap<string, { readonly sourceId: string | null; readonly chainIds: readonly string[] }>;
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
  readonly tallies: readonly Tally[];
  readonly forecasts: readonly Forecast[];
  readonly timeline: readonly TimelineEntry[];
  readonly decisions: readonly Decision[];
}

/** The outlets of the reports as sources: an outlet that states something in its own voice may be an origin. */
function outletSources(
  reports: readonly LinkReport[],
  resolution: Resolution,
): { readonly made: Source[]; readonly idOf: (outlet: string | null) => string | null } {
  const ids = new Map<string, string>();
  const made: Source[] = [];
  for (const { report } of reports) {
    if (report.outlet === null || ids.has(report.outlet)) continue;
    const known = resolution.find(report.outlet);
    const id = known ?? shortId('s', `body|${bodyWords(report.outlet).sort().join(' ')}`);
    ids.set(report.outlet, id);
    if (!known) made.push({ id, name: report.outlet, kind: 'media', aliases: [] });
  }
  return { made, idOf: (outlet) => (outlet === null ? null : (ids.get(outlet) ?? null)) };
}

/** The figures of a story before they are put into tallies: what the grouping is fitted on. */
export function storyPoints(given: readonly LinkReport[], vectors: ReadonlyMap<string, Float32Array> = new Map()): Point[] {
  const { drafts, roots, innermost } = prepare(given, vectors);
  return orderedPoints(withoutCopies(drafts, roots), innermost, vectors);
}

const withoutCopies = (drafts: readonly ClaimDraft[], roots: ReadonlyMap<string, string>): ClaimDraft[] =>
  drafts.map((draft) => ({ ...draft, appearances: draft.appearances.filter(({ report }) => !roots.has(report.id)) }));

/** Copies, sources and claims of a story: what everything else is found from. */
function prepare(given: readonly LinkReport[], vectors: ReadonlyMap<string, Float32Array>) {
  const reports = [...given].sort((a, b) => byPublication(a.report, b.report));
  const copies = findCopies(reports.map(({ report }) => report));
  const roots = copyRoots(copies);
  const resolution = resolveSources(reports, roots);
  const outlets = outletSources(reports, resolution);
  const outletRows = outlets.made.map((source) => ({ ...source, titles: [], affiliations: [] }));
  const sourceById = new Map([...resolution.sources, ...outletRows].map((source) => [source.id, source]));
  /** Who vouches in the end: the innermost of a statement's chain, or the body that this person speaks for. */
  const innermost = (statementId: string): string | null => {
    const found = resolution.statementSources.get(statementId);
    const id = found?.chainIds.at(-1) ?? found?.sourceId ?? null;
    return id === null ? null : (bodyOf({ resolution, sourceById }, id)?.to ?? id);
  };
  return { reports, copies, roots, resolution, outlets, sourceById, innermost, drafts: findClaims(reports, vectors, innermost) };
}

/**
 * Links the reports of one story. A pure function of their set: the order in which they came does not matter.
 * @param vectors statement id → its content's sentence vector (length 1); statements without one are compared by words alone.
 */
export function linkStory(given: readonly LinkReport[], vectors: ReadonlyMap<string, Float32Array> = new Map()): StoryLinks {
  const { reports, copies, roots, resolution, outlets, sourceById, innermost, drafts } = prepare(given, vectors);
  const context = { resolution, sourceById, roots, outletId: outlets.idOf };
  const claims = drafts.map(
    (draft): Claim => ({
      id: draft.id,
      proposition: draft.proposition,
      statements: draft.appearances.map(({ statement }) => ({ id: statement.id, stance: stanceOf(statement) })),
      origins: findOrigins(draft, context),
    }),
  );
  /** Names that a sentence can be searched for: proper ones, and not so short that they stand in other words. */
  const namesOf = (id: string | null): readonly string[] => {
    const source = id === null ? undefined : sourceById.get(id);
    return source ? [source.name, ...source.aliases].filter((name) => name.length > 4 && /\p{Lu}/u.test(name)) : [];
  };
  const tallies = findTallies(withoutCopies(drafts, roots), innermost, vectors);
  const relations = findRelations(drafts, tallies, vectors, innermost);
  const forecasts = findForecasts(
    drafts,
    reports.filter(({ report }) => !roots.has(report.id)),
    vectors,
    innermost,
    namesOf,
  );
  const decisions: Decision[] = [
    ...copies.map(
      (copy): Decision => ({ kind: 'copy', members: [copy.report, copy.copyOf], score: copy.containment, reason: copy.reason }),
    ),
    ...resolution.joined.map((row): Decision => ({ kind: 'source', members: [row.name, row.into], score: null, reason: row.reason })),
    ...drafts.flatMap((draft) =>
      draft.links.map(
        (link): Decision => ({ kind: 'claim', members: [link.a, link.b], score: link.decision.score, reason: link.decision.reason }),
      ),
    ),
    ...relations.map(
      (row): Decision => ({ kind: 'relation', members: [row.from, row.to], score: null, reason: `${row.type}: ${row.reason ?? ''}` }),
    ),
    ...forecasts.map((row): Decision => ({ kind: 'forecast', members: [row.claim], score: null, reason: `${row.outcome}: ${row.reason}` })),
  ];
  return {
    version: LINKING_VERSION,
    copies,
    sources: [...resolution.sources.map(({ id, name, kind, aliases }): Source => ({ id, name, kind, aliases })), ...outlets.made],
    statementSources: resolution.statementSources,
    claims,
    relations,
    tallies: tallies.map((tally): Tally => ({ ...tally, points: tally.points.map(({ claim: _, reason: __, ...point }) => point) })),
    forecasts: forecasts.map(({ reason: _, ...forecast }): Forecast => forecast),
    timeline: findTimeline(reports),
    decisions,
  };
}
