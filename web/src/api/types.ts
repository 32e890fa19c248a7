export type {
  Claim,
  Decision,
  Forecast,
  Judged,
  LedgerReport,
  LedgerStatement,
  MapPlace,
  Source,
  Statement,
  Tally,
  TallyPoint,
  TimelineEntry,
  TimelineOverview,
  WatchedRow,
} from '../../../src/model/index.ts';
export type {
  ClaimDetail,
  ClaimHead,
  DecisionDetail,
  Entry,
  JudgementRow,
  NewsDetail,
  ReportDetail,
  ReportHead,
  SourceDetail,
  TallyDetail,
} from '../../../src/server/schemas.ts';

/** One page of rows. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

/** An error as the server answers it (RFC 9457). */
export interface ProblemDetails {
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly remedy: string;
}

/** What the server tells of one input. */
export type AddEvent =
  | {
      readonly kind: 'stored';
      readonly from: string | null;
      readonly reportId: string;
      readonly title: string | null;
      readonly statements: number;
    }
  | { readonly kind: 'known'; readonly from: string | null; readonly reportId: string; readonly title: string | null }
  | { readonly kind: 'refused'; readonly from: string; readonly problem: ProblemDetails }
  | { readonly kind: 'failed'; readonly problem: ProblemDetails };

export interface Counts {
  readonly reports: number;
  readonly statements: number;
  readonly sources: number;
  readonly claims: number;
  readonly relations: number;
  readonly tallies: number;
  readonly forecasts: number;
  readonly timeline: number;
  readonly entries: number;
  readonly sample: boolean;
  readonly ledger: { readonly location: string; readonly readOnly: boolean; readonly bytes: number; readonly linking: string | null };
}
