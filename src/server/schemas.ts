import { z } from '@hono/zod-openapi';
import {
  Claim,
  Decision,
  Entity,
  Forecast,
  Judgement,
  LedgerReport,
  LedgerStatement,
  Place,
  Quantity,
  RELATION_TYPES,
  Relation,
  Source,
  SourceKind,
  Tally,
  TallyPoint,
  Time,
  TimelineEntry,
  Version,
  Warning,
} from '../model/index.ts';
import type { ListedKind } from './routes/filters.ts';

/** Enough of a report to name it beside something else. */
export const ReportHead = LedgerReport.unwrap()
  .pick({ id: true, title: true, outlet: true, published: true, copyOf: true, copyKind: true })
  .readonly();
export type ReportHead = z.infer<typeof ReportHead>;

/** How far a statement's claim is known: what the page shows as "also said in 11 reports · 2 origins". */
export const ClaimHead = z
  .object({ id: z.string(), proposition: z.string(), statements: z.array(z.string()).readonly(), reports: z.number(), origins: z.number() })
  .readonly();
export type ClaimHead = z.infer<typeof ClaimHead>;

/** A report with everything that was found in it. */
export const ReportDetail = LedgerReport.unwrap()
  .extend({
    statements: z.array(LedgerStatement).readonly(),
    /** Sentences in the outlet's own voice. */
    unattributed: z.array(LedgerStatement).readonly(),
    times: z.array(Time).readonly(),
    places: z.array(Place).readonly(),
    quantities: z.array(Quantity).readonly(),
    entities: z.array(Entity).readonly(),
    warnings: z.array(Warning).readonly(),
    reader: z.string().nullable(),
    sources: z.array(Source).readonly(),
    copies: z.array(ReportHead).readonly(),
    original: ReportHead.nullable(),
    claims: z.array(ClaimHead).readonly(),
    /** Everything that its address gave, oldest first; empty where it came with none. */
    versions: z.array(Version).readonly(),
    /** What the original was: its media type and size, for the link that keeps it. */
    raw: z.object({ mediaType: z.string(), bytes: z.number() }).nullable(),
  })
  .readonly();
export type ReportDetail = z.infer<typeof ReportDetail>;

/** A statement with the report that it stands in. */
export const StatementDetail = LedgerStatement.unwrap()
  .extend({ inReport: ReportHead.nullable(), bySource: Source.nullable(), claims: z.array(ClaimHead).readonly() })
  .readonly();
export type StatementDetail = z.infer<typeof StatementDetail>;

const cited = z.object({ sourceId: z.string(), name: z.string(), kind: SourceKind, statements: z.number().int() }).readonly();

/** How a source stands by what the ledger holds; people's rating stands apart, and neither is made from the other. */
export const SourceStanding = z
  .object({
    /** Whose words it passes on, and who passes on its own, with how many statements. */
    cites: z.array(cited).readonly(),
    citedBy: z.array(cited).readonly(),
    /** Outlets that carry its words. */
    outlets: z.array(z.object({ outlet: z.string(), statements: z.number().int() }).readonly()).readonly(),
    /** How many reports that rests on; `partial`: it is in more. */
    lookedAt: z.object({ reports: z.number().int(), partial: z.boolean() }).readonly(),
    /** Figures that it gave and then changed. */
    revised: z
      .array(
        z
          .object({
            tally: z.string(),
            question: z.string(),
            unit: z.string().nullable(),
            before: TallyPoint.nullable(),
            after: TallyPoint,
          })
          .readonly(),
      )
      .readonly(),
    /** What became of its forecasts, counted up to 500 each. */
    record: z.object({ kept: z.number().int(), failed: z.number().int(), pending: z.number().int() }).readonly(),
    /** A to F, as people rated it; null where nobody did. */
    rating: z.string().nullable(),
  })
  .readonly();
export type SourceStanding = z.infer<typeof SourceStanding>;

/** A source with the first of its statements, newest report first; `next` is the cursor for /api/statements?sourceId=…. */
export const SourceDetail = Source.unwrap()
  .extend({
    statements: z.array(LedgerStatement).readonly(),
    next: z.string().nullable(),
    reports: z.array(ReportHead).readonly(),
    forecasts: z.array(Forecast).readonly(),
    tallies: z.array(Tally).readonly(),
    standing: SourceStanding,
  })
  .readonly();
export type SourceDetail = z.infer<typeof SourceDetail>;

/** A claim with its appearances (the first 200), the reports and sources that they name, and its relations. */
export const ClaimDetail = Claim.unwrap()
  .extend({
    appearances: z.array(LedgerStatement).readonly(),
    appearancesLeftOut: z.number(),
    reports: z.array(ReportHead).readonly(),
    sources: z.array(Source).readonly(),
    relations: z
      .array(
        Relation.unwrap()
          .extend({ other: z.object({ id: z.string(), proposition: z.string() }).nullable() })
          .readonly(),
      )
      .readonly(),
    forecasts: z.array(Forecast).readonly(),
  })
  .readonly();
export type ClaimDetail = z.infer<typeof ClaimDetail>;

/** A tally with the statements, reports and sources that its points name. */
export const TallyDetail = Tally.unwrap()
  .extend({ statements: z.array(LedgerStatement).readonly(), reports: z.array(ReportHead).readonly(), sources: z.array(Source).readonly() })
  .readonly();
export type TallyDetail = z.infer<typeof TallyDetail>;

/** A forecast with the claim that it is about and the words that settled it. */
export const ForecastDetail = Forecast.unwrap()
  .extend({ about: Claim.nullable(), bySource: Source.nullable(), settledBy: LedgerStatement.nullable() })
  .readonly();
export type ForecastDetail = z.infer<typeof ForecastDetail>;

/** A decision with the rows that it is about. */
export const DecisionDetail = Decision.unwrap()
  .extend({
    statements: z.array(LedgerStatement).readonly(),
    reports: z.array(ReportHead).readonly(),
    claims: z.array(ClaimHead).readonly(),
    sources: z.array(Source).readonly(),
  })
  .readonly();
export type DecisionDetail = z.infer<typeof DecisionDetail>;

/** The first rows of a list, and how many there are; `more`: more than were counted. */
const countedRows = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row).readonly(), count: z.number().int(), more: z.boolean() }).readonly();

const named = z.object({ id: z.string(), proposition: z.string() }).readonly();

/** What is new since an entry of the log. `until` is where the log stands now: what to ask with the next time. */
export const NewsDetail = z
  .object({
    since: z.number().int(),
    until: z.number().int(),
    reports: countedRows(ReportHead),
    /** Claims first seen since. */
    claims: countedRows(ClaimHead),
    /** Claims that a report since denies, new ones and old. */
    denied: countedRows(ClaimHead),
    /** Tallies with a figure since that was not the first. */
    moved: countedRows(Tally),
    /** Relations of which one side was first seen since. */
    contradictions: countedRows(
      z.object({ from: named, to: named, type: z.enum(RELATION_TYPES), reason: z.string().optional() }).readonly(),
    ),
    /** Open forecasts whose time has come, or comes within a week, whenever they were seen. */
    due: countedRows(Forecast),
    settled: countedRows(Forecast),
  })
  .readonly();
export type NewsDetail = z.infer<typeof NewsDetail>;

/** One line of the log. */
export const EntrySchema = z.object({
  sequence: z.number(),
  at: z.string(),
  by: z.string(),
  kind: z.string(),
  body: z.unknown(),
  previous: z.string(),
  hash: z.string(),
});
export type Entry = z.infer<typeof EntrySchema>;

/** What a person decided, as the log holds it; `sequence` is what an undo names as its target. */
export const JudgementRow = z.object({ sequence: z.number(), at: z.string(), undone: z.boolean(), judgement: Judgement });
export type JudgementRow = z.infer<typeof JudgementRow>;

/** What is posted to add one report: exactly one of text, html and url. */
export const NewReport = z
  .strictObject({
    text: z.string().optional().describe('plain text, kept as it stands'),
    html: z.string().optional().describe('a page; its article is taken'),
    url: z.string().max(4096).optional().describe('an http(s) address to fetch'),
    published: z.string().max(64).nullish(),
    title: z.string().max(2000).nullish(),
    outlet: z.string().max(500).nullish(),
    byline: z.string().max(500).nullish(),
    name: z.string().max(500).nullish().describe('what it is called, for `from`'),
  })
  .refine((body) => [body.text, body.html, body.url].filter((value) => value !== undefined && value !== null).length === 1, {
    message: 'give exactly one of text, html and url',
  });
export type NewReport = z.infer<typeof NewReport>;

export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  remedy: z.string(),
});

/** Each table's row. */
export const ROW_SCHEMAS: Readonly<Record<ListedKind, z.ZodType>> = {
  reports: LedgerReport,
  statements: LedgerStatement,
  sources: Source,
  claims: Claim,
  tallies: Tally,
  forecasts: Forecast,
  timeline: TimelineEntry,
  decisions: Decision,
};

/** Each table's row with what hangs on it. A timeline row hangs on its report. */
export const DETAIL_SCHEMAS: Readonly<Record<ListedKind, z.ZodType>> = {
  reports: ReportDetail,
  statements: StatementDetail,
  sources: SourceDetail,
  claims: ClaimDetail,
  tallies: TallyDetail,
  forecasts: ForecastDetail,
  timeline: TimelineEntry,
  decisions: DecisionDetail,
};
