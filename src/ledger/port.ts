import type {
  Citations,
  Claim,
  Custody,
  Decision,
  Forecast,
  Judgement,
  LedgerExport,
  LedgerReport,
  LedgerStatement,
  Look,
  Reading,
  ReceivedReport,
  Relation,
  Report,
  Ruling,
  Source,
  Statement,
  Tally,
  TimelineEntry,
  TimelineOverview,
  Version,
  Warning,
  WatchedItem,
  WatchedPlace,
  WatchedRow,
  WatchHolder,
} from '../model/index.ts';

/**
 * Which rows: words to find (every word must occur, the last may be unfinished, "quoted words" stand together), an opaque cursor,
 * at most 500 rows (50 where nothing is said), and filters by field (docs/ledger.md lists them by kind).
 */
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
  readonly decisions: Decision;
}
export type RowKind = keyof RowTypes;

/** Who a statement's source is, and through whom its content came. */
export interface StatementLink {
  readonly sourceId: string | null;
  readonly chainIds: readonly string[];
}

/** By what a report is found by others of its story: the names and words it is known by, and its day (days since 1970; null where undated). */
export interface StoryMark {
  readonly id: string;
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly day: number | null;
}

/** How near two reports must be: days apart at most, names shared at least; `far` asks for more where they are further apart. */
export interface Nearness {
  readonly days: number;
  readonly fewest: number;
  readonly far?: { readonly days: number; readonly fewest: number };
}

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
  readonly statementSources: ReadonlyMap<string, StatementLink>;
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
  readonly tallies: readonly Tally[];
  readonly forecasts: readonly Forecast[];
  readonly timeline: readonly TimelineEntry[];
  readonly decisions?: readonly Decision[];
  /** Which sources each linked report uses, its outlet among them: a source that none uses any longer is gone. */
  readonly uses?: readonly { readonly report: string; readonly sources: readonly string[] }[];
  /** By what each linked report is found again. A report without one counts as not linked yet. */
  readonly marks?: readonly StoryMark[];
}

/** The rows of linking that a delta puts in place of the ones with the same ids. A relation's id is `relationId`'s, and so on. */
export type LinkingUpserts = Partial<Omit<Linking, 'version'>>;

/** Every row of linking that hangs on some reports: what a new linking of them is held against. */
export interface LinkedRows extends Required<Omit<Linking, 'version' | 'marks'>> {
  /** Of the sources above, those that other reports use too. */
  readonly usedElsewhere: ReadonlySet<string>;
}

/** What a new report changed in the linking: only the rows that are new, different or gone. */
export interface LinkingDelta {
  readonly version: string;
  readonly upserts: LinkingUpserts;
  /** Ids of rows that are gone. `copies` and `statementSources`: reports and statements that go back to being unlinked. */
  readonly removals: Readonly<
    Partial<
      Record<
        'copies' | 'sources' | 'statementSources' | 'claims' | 'relations' | 'tallies' | 'forecasts' | 'timeline' | 'decisions' | 'marks',
        readonly string[]
      >
    >
  >;
}

/** A judgement as the log holds it: `sequence` is what an `undo` names as its target. */
export interface JudgementRow {
  readonly sequence: number;
  readonly at: string;
  readonly undone: boolean;
  readonly judgement: Judgement;
}

/** Where the ledger is and what state it is in. */
export interface About {
  readonly location: string;
  readonly schema: number;
  readonly readOnly: boolean;
  readonly bytes: number;
  /** The newest entry's place and hash: who keeps them elsewhere can prove later that nothing before was changed. */
  readonly head: { readonly sequence: number; readonly hash: string };
  /** The version of the linking that the rows rest on; null where none has run. */
  readonly linking: string | null;
}

/** What is watched: places and what was found in them. Working state, not part of the log. */
export interface Watching {
  readonly places: () => Promise<readonly WatchedPlace[]>;
  /** The places with how much was found in each: what the page shows. */
  readonly rows: () => Promise<readonly WatchedRow[]>;
  readonly item: (place: string, item: string) => Promise<WatchedItem | null>;
  /** Items of a place whose time has come, the longest due first. */
  readonly due: (place: string, now: string, limit: number) => Promise<readonly WatchedItem[]>;
  /** When the next place or item is due. */
  readonly next: () => Promise<string | null>;
  /** Keeps a place (or none) and items in one transaction. */
  readonly put: (place: WatchedPlace | null, items: readonly WatchedItem[]) => Promise<void>;
  /** Forgets a place and its items; false where it was not watched. Reports that came from it stay. */
  readonly forget: (place: string) => Promise<boolean>;
  /** Takes the right to watch, or keeps it, until a moment; who has it where that is somebody else. */
  readonly hold: (holder: string, now: string, until: string) => Promise<WatchHolder | null>;
  readonly release: (holder: string) => Promise<void>;
}

/** The port of this room. Every backend passes the one suite that is written against it. */
export interface Ledger {
  readonly add: (received: ReceivedReport, reading: Reading) => Promise<AddOutcome>;
  /** Many at once in one transaction, far faster than one by one: all are stored or none. The outcomes stand in the order given. */
  readonly addMany: (items: readonly { readonly received: ReceivedReport; readonly reading: Reading }[]) => Promise<readonly AddOutcome[]>;
  /** A newer reading of a report that is here: supersedes the rows of the earlier one, which stays in the log. */
  readonly reread: (reading: Reading) => Promise<AddOutcome>;
  /** Whether these bytes are here already, before they are read. */
  readonly reportIdOf: (sha256: string) => Promise<string | null>;
  readonly page: <Kind extends RowKind>(kind: Kind, query?: Query) => Promise<Page<RowTypes[Kind]>>;
  readonly row: <Kind extends RowKind>(kind: Kind, id: string) => Promise<RowTypes[Kind] | null>;
  /** What a map and a brush are drawn from: rows of the timeline counted by place and by date. Takes the timeline's words and filters. */
  readonly overview: (query?: Pick<Query, 'q' | 'filters'>) => Promise<TimelineOverview>;
  /** Whom a source cites and who cites it; of a source in thousands of reports, from some of them. */
  readonly citations: (sourceId: string) => Promise<Citations>;
  /** A report's whole reading as it was stored, with the warnings raised. */
  readonly reading: (reportId: string) => Promise<(Reading & { readonly warnings: readonly Warning[] }) | null>;
  readonly raw: (reportId: string) => Promise<{ readonly bytes: Uint8Array; readonly mediaType: string } | null>;
  /** When, from where, by which versions and with which headers a report came, and what was chosen from it. */
  readonly custody: (reportId: string) => Promise<Custody | null>;
  /** Everything that an address gave, oldest first: its reports, and later looks that brought none. Empty for what is no address. */
  readonly versions: (address: string | null) => Promise<readonly Version[]>;
  /** Notes a later look at an address that brought no new report. */
  readonly look: (look: Look, by: string) => Promise<Entry>;
  /** What is watched: working state beside the log, which no hash covers. */
  readonly watching: Watching;
  /** Replaces the whole linking. */
  readonly link: (linking: Linking) => Promise<void>;
  /** Changes the linking by the rows named. */
  readonly linkDelta: (delta: LinkingDelta) => Promise<void>;
  /**
   * Ids of the reports that are to be linked (anew), in order: new ones, ones read anew, and those that a judgement bears on;
   * a report that was set aside is among them until its story was linked without it.
   */
  readonly unmarked: (most?: number) => Promise<readonly string[]>;
  /** A report as linking takes it: as people corrected it, without statements that they rejected; null where it was set aside. */
  readonly toLink: (reportId: string) => Promise<{ readonly report: Report; readonly statements: readonly Statement[] } | null>;
  readonly linkedTo: (reports: readonly string[]) => Promise<LinkedRows>;
  /** The judgements that stand and bear on these reports, or on sources, oldest first. */
  readonly rulingsOn: (reports: readonly string[]) => Promise<readonly Ruling[]>;
  /** The linked reports near a mark, in order of id. */
  readonly marksNear: (mark: StoryMark, nearness: Nearness, known?: Pick<ReadonlySet<string>, 'has'>) => Promise<readonly StoryMark[]>;
  readonly judge: (judgement: Judgement) => Promise<Entry>;
  /** One judgement by its place in the log; null where that is no judgement. */
  readonly judgement: (sequence: number) => Promise<JudgementRow | null>;
  /** What people decided about one thing, oldest first. */
  readonly judgementsOn: (target: string) => Promise<readonly JudgementRow[]>;
  /** The log, newest first; filters `kind`, `by`, `order` (`newest` or `oldest`). */
  readonly entries: (query?: Query) => Promise<Page<Entry>>;
  readonly counts: () => Promise<Readonly<Record<RowKind | 'entries', number>>>;
  readonly exportAll: () => Promise<LedgerExport>;
  /** Every row of a kind, whole, a few hundred in memory at a time: reports by when they were published, everything else by id. */
  readonly each: <Kind extends RowKind>(kind: Kind) => AsyncIterable<RowTypes[Kind]>;
  /** Every report with its reading as people corrected it, in order of id: what linking walks over. */
  readonly eachReading: () => AsyncIterable<{ readonly report: Report; readonly reading: Reading }>;
  readonly about: () => Promise<About>;
  /**
   * Checks every entry and every kept byte and, where those hold, every derived row (as long as a rebuild takes; `derived: false`
   * leaves it out). Yields what does not hold, naming the entry.
   */
  readonly verify: (options?: { readonly derived?: boolean }) => AsyncIterable<VerifyFinding>;
  /** Derives every table again from the log. */
  readonly rebuild: () => Promise<void>;
  readonly close: () => Promise<void>;
}
