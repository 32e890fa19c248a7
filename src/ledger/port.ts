import type {
  Claim,
  Forecast,
  Judgement,
  LedgerExport,
  LedgerReport,
  LedgerStatement,
  Reading,
  ReceivedReport,
  Relation,
  Report,
  Source,
  Tally,
  TimelineEntry,
  Warning,
} from '../model/index.ts';

/** Which rows: words to find, an opaque cursor, at most 500 rows, and filters by field. */
export interface Query {
  readonly q?: string;
  readonly limit?: number;
  readonly cursor?: string;
  readonly filters?: Readonly<Record<string, string>>;
}

/** One page of rows; `next` is the cursor of the page after, or null. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

export interface AddOutcome {
  readonly status: 'stored' | 'known';
  readonly reportId: string;
}

/** One line of the append-only log. `hash` = SHA-256 over the canonical JSON of everything before it and this body. */
export interface Entry {
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly kind: string;
  readonly body: unknown;
  readonly previous: string;
  readonly hash: string;
}

export interface VerifyFinding {
  readonly sequence: number | null;
  readonly what: 'entry' | 'report' | 'raw' | 'derived';
  readonly id: string;
  readonly message: string;
}

export interface RowTypes {
  readonly reports: LedgerReport;
  readonly statements: LedgerStatement;
  readonly sources: Source;
  readonly claims: Claim;
  readonly relations: Relation;
  readonly tallies: Tally;
  readonly forecasts: Forecast;
  readonly timeline: TimelineEntry;
}
export type RowKind = keyof RowTypes;

/** What linking found, as the ledger keeps it: replaces what an earlier linking of the same reports wrote. */
export interface Linking {
  readonly version: string;
  readonly copies: readonly {
    readonly report: string;
    readonly copyOf: string;
    readonly copyKind: NonNullable<LedgerReport['copyKind']>;
  }[];
  readonly sources: readonly Source[];
  /** statement id → its source's id and its chain's ids. */
  readonly statementSources: ReadonlyMap<string, { readonly sourceId: string | null; readonly chainIds: readonly string[] }>;
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
  readonly tallies: readonly Tally[];
  readonly forecasts: readonly Forecast[];
  readonly timeline: readonly TimelineEntry[];
}

/** The port of this room. Every backend passes the one suite that is written against it. */
export interface Ledger {
  readonly add: (received: ReceivedReport, reading: Reading) => Promise<AddOutcome>;
  /** Whether these bytes are here already, before they are read. */
  readonly reportIdOf: (sha256: string) => Promise<string | null>;
  readonly page: <Kind extends RowKind>(kind: Kind, query?: Query) => Promise<Page<RowTypes[Kind]>>;
  readonly row: <Kind extends RowKind>(kind: Kind, id: string) => Promise<RowTypes[Kind] | null>;
  /** A report's whole reading as it was stored, with the warnings raised. */
  readonly reading: (reportId: string) => Promise<(Reading & { readonly warnings: readonly Warning[] }) | null>;
  readonly raw: (reportId: string) => Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | null>;
  readonly link: (linking: Linking) => Promise<void>;
  readonly judge: (judgement: Judgement) => Promise<Entry>;
  readonly entries: (query?: Query) => Promise<Page<Entry>>;
  readonly counts: () => Promise<Readonly<Record<RowKind | 'entries', number>>>;
  readonly exportAll: () => Promise<LedgerExport>;
  /** Every report with its reading, in order of id: what linking walks over. */
  readonly eachReading: () => AsyncIterable<{ readonly report: Report; readonly reading: Reading }>;
  readonly verify: () => AsyncIterable<VerifyFinding>;
  readonly rebuild: () => Promise<void>;
  readonly close: () => Promise<void>;
}
