import { z } from 'zod';
import { Judged } from './judgement.ts';
import { Report } from './report.ts';
import { SourceKind, STANCES, Statement } from './statement.ts';

export const COPY_KINDS = ['verbatim', 'trimmed', 'rewritten'] as const;

/** A report as the ledger keeps it. `id` is derived from the bytes; `givenId` is the one its JSON line came with. */
export const LedgerReport = Report.unwrap()
  .extend({
    givenId: z.string().nullable().optional(),
    copyOf: z.string().nullable(),
    copyKind: z.enum(COPY_KINDS).nullable(),
    judged: Judged.optional(),
  })
  .readonly();
export type LedgerReport = z.infer<typeof LedgerReport>;

/** One source as one entity across reports. */
export const Source = z
  .object({ id: z.string(), name: z.string(), kind: SourceKind, aliases: z.array(z.string()).readonly(), judged: Judged.optional() })
  .readonly();
export type Source = z.infer<typeof Source>;

/** Whom a source cites and who cites it, as the chains of its statements have it. */
export interface Citations {
  readonly cites: readonly { readonly sourceId: string; readonly statements: number }[];
  readonly citedBy: readonly { readonly sourceId: string; readonly statements: number }[];
  /** Outlets that carry its words. */
  readonly outlets: readonly { readonly outlet: string; readonly statements: number }[];
  /** How many reports were looked at; `partial` where it is in more. */
  readonly reports: number;
  readonly partial: boolean;
}

export const LedgerStatement = Statement.unwrap()
  .extend({ report: z.string(), sourceId: z.string().nullable(), chainIds: z.array(z.string()).readonly(), judged: Judged.optional() })
  .readonly();
export type LedgerStatement = z.infer<typeof LedgerStatement>;

export const ClaimStatement = z.object({ id: z.string(), stance: z.enum(STANCES) }).readonly();
export const Origin = z.object({ sourceId: z.string(), reason: z.string() }).readonly();
export type Origin = z.infer<typeof Origin>;

/** What a list of claims shows of each. The ledger fills it in from the claim's statements; days are as they were said (EDTF). */
export const ClaimSummary = z
  .object({
    statements: z.number().int(),
    reports: z.number().int(),
    outlets: z.number().int(),
    firstSaid: z.string().nullable(),
    lastSaid: z.string().nullable(),
    contradicted: z.boolean(),
  })
  .readonly();
export type ClaimSummary = z.infer<typeof ClaimSummary>;

/**
 * One proposition, stated by any number of statements in any number of reports. A page of claims carries at most the first hundred
 * of each claim's statements: `summary.statements` says how many there are.
 */
export const Claim = z
  .object({
    id: z.string(),
    proposition: z.string(),
    statements: z.array(ClaimStatement).readonly(),
    origins: z.array(Origin).readonly(),
    summary: ClaimSummary.optional(),
    judged: Judged.optional(),
  })
  .readonly();
export type Claim = z.infer<typeof Claim>;

/** The ledger's own id of a row that linking gives none. */
const rowId = z.string().optional();

export const RELATION_TYPES = ['contradicts', 'updates', 'corrects', 'endorses', 'denies'] as const;
export const Relation = z
  .object({ id: rowId, from: z.string(), to: z.string(), type: z.enum(RELATION_TYPES), reason: z.string().optional() })
  .readonly();
export type Relation = z.infer<typeof Relation>;

export const POINT_STATUSES = ['first', 'revised', 'corrected', 'conflicting', 'retracted'] as const;
export const TallyPoint = z
  .object({
    report: z.string(),
    statement: z.string().nullable(),
    sourceId: z.string().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    approximate: z.boolean(),
    asOf: z.string().nullable(),
    status: z.enum(POINT_STATUSES),
  })
  .readonly();
export type TallyPoint = z.infer<typeof TallyPoint>;

/** One counted thing about one event, and every figure given for it. */
export const Tally = z
  .object({ id: z.string(), question: z.string(), unit: z.string().nullable(), points: z.array(TallyPoint).readonly() })
  .readonly();
export type Tally = z.infer<typeof Tally>;

export const OUTCOMES = ['fulfilled', 'failed', 'pending'] as const;
export const Forecast = z
  .object({
    id: rowId,
    claim: z.string(),
    sourceId: z.string().nullable(),
    window: z.string().nullable(),
    condition: z.string().nullable().optional(),
    outcome: z.enum(OUTCOMES),
    resolvedBy: z.string().nullable(),
    judged: Judged.optional(),
  })
  .readonly();
export type Forecast = z.infer<typeof Forecast>;

export const TimelineEntry = z
  .object({
    id: rowId,
    when: z.string(),
    what: z.string(),
    where: z.string().nullable(),
    report: z.string(),
    statement: z.string().nullable(),
    /** Where on the globe `where` is, as the reader resolved it: absent for what has no place, or was linked before it was kept. */
    country: z.string().nullable().optional(),
    lat: z.number().nullable().optional(),
    lon: z.number().nullable().optional(),
    geonames: z.number().nullable().optional(),
  })
  .readonly();
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** A place on the map, with how many rows of the timeline stand there. */
export const MapPlace = z
  .object({
    name: z.string(),
    country: z.string().nullable(),
    lat: z.number(),
    lon: z.number(),
    geonames: z.number().nullable(),
    rows: z.number().int(),
  })
  .readonly();
export type MapPlace = z.infer<typeof MapPlace>;

/** Many rows of the timeline at a glance: what a map and a brush are drawn from. */
export const TimelineOverview = z
  .object({
    rows: z.number().int(),
    /** Of these, how many are put on the map. */
    placed: z.number().int(),
    /** The places with the most rows first; `placesLeftOut` says how many more there are. */
    places: z.array(MapPlace).readonly(),
    placesLeftOut: z.number().int(),
    /** Dates (EDTF) with their rows, whatever stretch of time was asked for: what the brush is set against. The most frequent, where there are too many. */
    dates: z.array(z.object({ when: z.string(), rows: z.number().int() }).readonly()).readonly(),
    datesLeftOut: z.number().int(),
  })
  .readonly();
export type TimelineOverview = z.infer<typeof TimelineOverview>;

export const DECISION_KINDS = ['statement', 'copy', 'source', 'claim', 'relation', 'forecast'] as const;
/** One decision that the machine made, with its reason: what a person confirms or turns down. */
export const Decision = z
  .object({
    id: z.string(),
    kind: z.enum(DECISION_KINDS),
    /** What it is about: statements, reports, names of sources or claims, by kind. */
    members: z.array(z.string()).readonly(),
    score: z.number().nullable(),
    /** How unsure the machine is, 0 to 1. */
    doubt: z.number(),
    /** Reports that hang on it. */
    uses: z.number().int(),
    reason: z.string(),
    version: z.string(),
    /** A report of the story that it was made in. */
    report: z.string(),
    judged: Judged.optional(),
  })
  .readonly();
export type Decision = z.infer<typeof Decision>;

/** `accordingto export --format json`. */
export const LedgerExport = z
  .object({
    reports: z.array(LedgerReport).readonly(),
    sources: z.array(Source).readonly(),
    statements: z.array(LedgerStatement).readonly(),
    claims: z.array(Claim).readonly(),
    relations: z.array(Relation).readonly(),
    tallies: z.array(Tally).readonly(),
    forecasts: z.array(Forecast).readonly(),
    timeline: z.array(TimelineEntry).readonly(),
    decisions: z.array(Decision).readonly(),
  })
  .readonly();
export type LedgerExport = z.infer<typeof LedgerExport>;
