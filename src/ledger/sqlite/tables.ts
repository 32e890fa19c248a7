/** The tables as Kysely types its queries by: src/ledger/sqlite/migrations says what each is for. */
interface RowTable {
  readonly key: number;
  readonly id: string;
  readonly sort: string;
  readonly row: string;
}

interface JsonTable {
  readonly key: number;
  readonly row: string;
}

export interface Tables {
  readonly log: {
    readonly sequence: number;
    readonly at: string;
    readonly by: string;
    readonly kind: string;
    readonly body: string;
    readonly previous: string;
    readonly hash: string;
  };
  readonly reports: Omit<RowTable, 'row'> & {
    readonly sha256: string;
    readonly day: string | null;
    readonly outlet: string | null;
    readonly language: string | null;
    readonly copy_of: string | null;
    readonly copy_kind: string | null;
    readonly reading: string;
    readonly entry: number;
  };
  readonly report_rows: JsonTable;
  readonly statements: Omit<RowTable, 'row'> & {
    readonly report: string;
    readonly said: string | null;
    readonly source_id: string | null;
    readonly chain_ids: string;
    readonly linked: number;
    readonly voice: string | null;
    readonly kind: string | null;
    readonly certainty: string;
    readonly quotation: string;
    readonly bases: string;
    readonly has_figure: number;
    readonly confidence: number | null;
  };
  readonly statement_rows: JsonTable;
  readonly sources: RowTable & { readonly kind: string };
  readonly claims: RowTable;
  readonly claim_statements: { readonly claim: string; readonly position: number; readonly statement: string; readonly stance: string };
  readonly relations: RowTable;
  readonly tallies: RowTable;
  readonly forecasts: RowTable;
  readonly timeline: RowTable;
  readonly decisions: RowTable;
}

/** The tables that are derived, in an order that a dump can walk. Search indexes are named by their rows' table. */
export const DERIVED_TABLES = [
  'reports',
  'report_rows',
  'statements',
  'statement_rows',
  'statement_places',
  'mentions',
  'linked_sources',
  'sources',
  'claims',
  'claim_statements',
  'relations',
  'tallies',
  'forecasts',
  'timeline',
  'decisions',
  'facets',
  'story_marks',
  'story_names',
  'to_link',
  'source_uses',
  'judgements',
  'looks',
  'judgement_reports',
  'set_aside',
] as const;

export const SEARCHED_TABLES = [
  'reports',
  'statements',
  'sources',
  'claims',
  'tallies',
  'forecasts',
  'timeline',
  'relations',
  'decisions',
] as const;
