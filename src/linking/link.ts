import type { Claim, Decision, Forecast, Relation, Ruling, Source, Tally, TimelineEntry } from '../model/index.ts';
import { type Bearings, type SayingPair, UNASKED } from './bearing/bearing.ts';
import { type ClaimDraft, compareStatements, findClaims, placedIn, propositionsOf } from './claims/claims.ts';
import { askedOf as askedSame } from './claims/cluster.ts';
import type { Proposition } from './claims/features.ts';
import { stanceOf } from './claims/stance.ts';
import { copyRoots, findCopies } from './copies/copies.ts';
import { findRetold } from './copies/retold.ts';
import { decisionsOf } from './decisions.ts';
import { type Asked, askedIn, findForecasts } from './forecasts/forecasts.ts';
import { askedAbout } from './forecasts/outcomes.ts';
import { byPublication, type Copy, type LinkReport } from './input.ts';
import { type Constraints, compile, judgeClaims, judgeCopies, judgeForecasts, judgeRelations, judgeSources } from './judgements/index.ts';
import { bodyOf, findOrigins } from './origins/origins.ts';
import { askedFor, comparedIn, findRelations } from './relations/relations.ts';
import { bodyWords } from './sources/names.ts';
import { type Resolution, resolveSources, withoutShared } from './sources/resolve.ts';
import type { Point } from './tallies/points.ts';
import { findTallies, orderedPoints } from './tallies/tallies.ts';
import { findTimeline } from './timeline/timeline.ts';
import { shortId } from './words/normalise.ts';

export const LINKING_VERSION = '12';

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
  /** Which sources each report uses, its outlet among them. */
  readonly uses: readonly { readonly report: string; readonly sources: readonly string[] }[];
}

/** The outlets of the reports as sources: an outlet that states something in its own voice may be an origin. */
function outletSources(
  reports: readonly LinkReport[],
  resolution: Resolution,
  { sameSource }: Constraints,
): { readonly made: Source[]; readonly idOf: (outlet: string | null) => string | null } {
  const ids = new Map<string, string>();
  const made: Source[] = [];
  for (const { report } of reports) {
    if (report.outlet === null || ids.has(report.outlet)) continue;
    const known = resolution.find(report.outlet);
    const own = shortId('s', `body|${bodyWords(report.outlet).sort().join(' ')}`);
    const id = known ?? sameSource.get(own) ?? own;
    ids.set(report.outlet, id);
    if (!known && !resolution.sources.some((source) => source.id === id))
      made.push({ id, name: report.outlet, kind: 'media', aliases: [] });
  }
  return { made, idOf: (outlet) => (outlet === null ? null : (ids.get(outlet) ?? null)) };
}

/** Which sources each report uses: those that its statements go back to or came through, and its outlet. */
function usesOf(
  reports: readonly LinkReport[],
  { statementSources }: Resolution,
  outletId: (outlet: string | null) => string | null,
): StoryLinks['uses'] {
  return reports.map(({ report, statements }) => {
    const links = statements.flatMap(({ id }) => statementSources.get(id) ?? []);
    const ids = [outletId(report.outlet), ...links.flatMap(({ sourceId, chainIds }) => [sourceId, ...chainIds])];
    return { report: report.id, sources: [...new Set(ids)].filter((id) => id !== null).sort() };
  });
}

/** The figures of a story before they are put into tallies: what the grouping is fitted on. */
export function storyPoints(
  given: readonly LinkReport[],
  vectors: ReadonlyMap<string, Float32Array> = new Map(),
  bearings: Bearings = UNASKED,
): Point[] {
  const { drafts, roots, innermost } = claimed(prepare(given, vectors, compile([])), bearings);
  return orderedPoints(withoutCopies(drafts, roots), innermost, vectors);
}

/** The claims of a story with what relations are found from: what their pairs are fitted on. */
export function storyClaims(given: readonly LinkReport[], vectors: ReadonlyMap<string, Float32Array>, bearings: Bearings = UNASKED) {
  return figured(claimed(prepare(given, vectors, compile([])), bearings), vectors).told;
}

/** The forecasts of a story before it is decided what became of them: what that decision is fitted on. */
export function storyForecasts(
  given: readonly LinkReport[],
  vectors: ReadonlyMap<string, Float32Array>,
  bearings: Bearings = UNASKED,
): Asked[] {
  const { drafts, reports, roots, innermost, namesOf } = claimed(prepare(given, vectors, compile([])), bearings);
  return askedIn(drafts, withoutCopied(reports, roots), vectors, innermost, namesOf);
}

/** The statements of a story as claims compare them: what the pair decision is fitted on. */
export function storyPropositions(given: readonly LinkReport[], vectors: ReadonlyMap<string, Float32Array>): Proposition[] {
  const { reports, innermost } = prepare(given, vectors, compile([]));
  return propositionsOf(placedIn(reports), vectors, innermost);
}

const withoutCopied = (reports: readonly LinkReport[], roots: ReadonlyMap<string, string>): LinkReport[] =>
  reports.filter(({ report }) => !roots.has(report.id));

const withoutCopies = (drafts: readonly ClaimDraft[], roots: ReadonlyMap<string, string>): ClaimDraft[] =>
  drafts.map((draft) => ({ ...draft, appearances: draft.appearances.filter(({ report }) => !roots.has(report.id)) }));

/** Copies and sources of a story, and its statements beside each other: everything that is found before its claims. */
function prepare(given: readonly LinkReport[], vectors: ReadonlyMap<string, Float32Array>, constraints: Constraints) {
  const reports = [...given].sort((a, b) => byPublication(a.report, b.report));
  const shared = findCopies(reports.map(({ report }) => report));
  const copies = judgeCopies(
    [...shared, ...findRetold(reports, vectors, shared)],
    new Set(reports.map(({ report }) => report.id)),
    constraints,
  );
  const roots = copyRoots(copies);
  const resolution = judgeSources(resolveSources(reports, roots), reports, constraints);
  const outlets = outletSources(reports, resolution, constraints);
  const outletRows = outlets.made.map((source) => ({ ...source, titles: [], affiliations: [], serves: [] }));
  const sourceById = new Map([...resolution.sources, ...outletRows].map((source) => [source.id, source]));
  /** Who vouches in the end: the innermost of a statement's chain, or the body that this person speaks for. */
  const innermost = (statementId: string): string | null => {
    const found = resolution.statementSources.get(statementId);
    const id = found?.chainIds.at(-1) ?? found?.sourceId ?? null;
    return id === null ? null : (bodyOf({ resolution, sourceById }, id)?.to ?? id);
  };
  /** Every name of whoever a statement goes back to or came through. */
  const calledOf = (statementId: string): readonly string[] => {
    const found = resolution.statementSources.get(statementId);
    const ids = new Set([found?.sourceId ?? null, ...(found?.chainIds ?? []), innermost(statementId)]);
    return [...ids].flatMap((id) => (id === null ? [] : (sourceById.get(id) ?? []))).flatMap(({ name, aliases }) => [name, ...aliases]);
  };
  /** Of these, names that a sentence can be searched for: proper ones, and not so short that they stand in other words. */
  const namesOf = (statementId: string): readonly string[] =>
    calledOf(statementId).filter((name) => name.length > 4 && /\p{Lu}/u.test(name));
  const compared = compareStatements(reports, vectors, innermost);
  return { reports, copies, roots, resolution, outlets, sourceById, innermost, namesOf, calledOf, compared, constraints };
}

/** And its claims, by what the network answered of its statements. */
function claimed(prepared: ReturnType<typeof prepare>, bearings: Bearings) {
  const { claims: drafts, judged } = judgeClaims(findClaims(prepared.compared, bearings), prepared.constraints);
  return { ...prepared, drafts, judged };
}

type Claimed = ReturnType<typeof claimed>;

/** Origins, tallies and forecasts of the claims, and the claims beside each other, before the network has judged any two statements. */
function figured(
  { reports, roots, resolution, outlets, sourceById, innermost, namesOf, calledOf, drafts }: Claimed,
  vectors: ReadonlyMap<string, Float32Array>,
) {
  const context = { resolution, sourceById, roots, outletId: outlets.idOf };
  const traced = new Map(drafts.map((draft) => [draft.id, findOrigins(draft, context)]));
  const claimOf = new Map(drafts.flatMap((draft) => draft.appearances.map(({ statement }) => [statement.id, draft.id] as const)));
  const claimWith = (statement: string): string | undefined => claimOf.get(statement);
  /** Whose figure it is: who vouches for the claim in the end, where only one way leads there. */
  const figureSource = (statement: string): string | null => {
    const id = innermost(statement);
    return id === null ? null : (traced.get(claimOf.get(statement) ?? '')?.endOf(id) ?? id);
  };
  const points = orderedPoints(withoutCopies(drafts, roots), figureSource, vectors);
  const tallies = findTallies(points);
  const told = { claims: drafts, tallies, points, vectors, sourceOf: innermost, namesOf, calledOf };
  const foreseen = askedIn(drafts, withoutCopied(reports, roots), vectors, innermost, namesOf);
  return { told, compared: comparedIn(told), foreseen, traced, claimWith };
}

/**
 * Links the reports of one story, step by step: hands out the pairs of statements of which it helps to know how the one bears on the other, and
 * goes on with the answers; first those that may say the same, then, of the claims that this gives, those that may bear on one another.
 * @param vectors statement id → its content's sentence vector (length 1); statements without one are compared by words alone.
 * @param rulings what people decided and nobody undid, oldest first: it stands above what is found here.
 */
export function* linkSteps(
  given: readonly LinkReport[],
  vectors: ReadonlyMap<string, Float32Array> = new Map(),
  rulings: readonly Ruling[] = [],
): Generator<readonly SayingPair[], StoryLinks, Bearings> {
  const prepared = prepare(given, vectors, compile(rulings));
  const same = yield askedSame(prepared.compared.compared);
  const withClaims = claimed(prepared, same);
  const begun = figured(withClaims, vectors);
  const bearings = yield [...askedFor(begun.told, begun.compared), ...begun.foreseen.flatMap((one) => askedAbout(one.foreseen, one.all))];
  return finishStory(withClaims, begun, bearings);
}

/** Takes a story's steps with answers from `judge`, which may take its time. */
export async function linkJudged(
  steps: ReturnType<typeof linkSteps>,
  judge: (asked: readonly SayingPair[]) => Promise<Bearings>,
): Promise<StoryLinks> {
  let step = steps.next();
  while (!step.done) step = steps.next(await judge(step.value));
  return step.value;
}

/**
 * Links the reports of one story. A pure function of their set: the order in which they came does not matter.
 * @param bearings what the network answered of two statements (`linkSteps` names those that it is to be asked); without it words and figures decide.
 */
export function linkStory(
  given: readonly LinkReport[],
  vectors: ReadonlyMap<string, Float32Array> = new Map(),
  rulings: readonly Ruling[] = [],
  bearings: Bearings = UNASKED,
): StoryLinks {
  const steps = linkSteps(given, vectors, rulings);
  let step = steps.next();
  while (!step.done) step = steps.next(bearings);
  return step.value;
}

function finishStory(prepared: Claimed, begun: ReturnType<typeof figured>, bearings: Bearings): StoryLinks {
  const { reports, copies, resolution, outlets, drafts, judged, constraints } = prepared;
  const { told, compared, foreseen, traced, claimWith } = begun;
  const { tallies } = told;
  const forecasts = judgeForecasts(findForecasts(foreseen, bearings), constraints, claimWith);
  const claims = drafts.map(
    (draft): Claim => ({
      id: draft.id,
      proposition: draft.proposition,
      statements: draft.appearances.map(({ statement }) => ({ id: statement.id, stance: stanceOf(statement) })),
      origins: (traced.get(draft.id)?.origins ?? []).filter(({ sourceId }) => !constraints.rejectedSources.has(sourceId)),
      ...(judged.has(draft.id) && { judged: judged.get(draft.id) }),
    }),
  );
  const listed = [...resolution.sources.map(({ id, name, kind, aliases }): Source => ({ id, name, kind, aliases })), ...outlets.made];
  const relations = judgeRelations(findRelations(told, compared, bearings), constraints, claimWith);
  const decided = { version: LINKING_VERSION, reports, copies, resolution, claims: drafts, relations, forecasts };
  return {
    version: LINKING_VERSION,
    copies,
    sources: listed.map(withoutShared(listed)),
    statementSources: resolution.statementSources,
    claims,
    relations,
    tallies: tallies.map((tally): Tally => ({ ...tally, points: tally.points.map(({ claim: _, reason: __, ...point }) => point) })),
    forecasts: forecasts.map(({ reason: _, ...forecast }): Forecast => forecast),
    timeline: findTimeline(reports),
    decisions: decisionsOf({ ...decided, looked: constraints.decisions }),
    uses: usesOf(reports, resolution, outlets.idOf),
  };
}
