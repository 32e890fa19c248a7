import type { Ledger } from '../../../ledger/port.ts';
import type { Decision, Forecast, LedgerReport, Origin } from '../../../model/index.ts';
import type { Grouping } from './regroup.ts';

export interface ClaimNow {
  readonly id: string;
  readonly proposition: string;
  readonly origins: readonly Origin[];
}

/** What linking had found at one time, as far as it is held against another time. */
export interface Snapshot {
  readonly version: string | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly claims: ReadonlyMap<string, ClaimNow>;
  /** Statement → its claim. */
  readonly claimOf: Grouping;
  /** Source → its name; every name that it goes by → the source. */
  readonly sources: ReadonlyMap<string, string>;
  readonly sourceOf: Grouping;
  readonly copies: ReadonlyMap<string, { readonly of: string; readonly kind: LedgerReport['copyKind'] }>;
  /** By a statement of the forecast's claim and its window, since a claim's id hangs on what else is in it. */
  readonly forecasts: ReadonlyMap<string, Pick<Forecast, 'claim' | 'outcome'>>;
  /** A figure, by the statement that gives it → its tally. */
  readonly tallyOf: Grouping;
  readonly questions: ReadonlyMap<string, string>;
  readonly decisions: readonly Reasoned[];
}

/** One decision, as far as it tells why. */
export interface Reasoned {
  readonly kind: Decision['kind'];
  readonly members: readonly string[];
  readonly reason: string;
}

const COUNTED = ['sources', 'claims', 'relations', 'tallies', 'forecasts', 'timeline', 'decisions'] as const;
/** Decisions whose reason may be told. The reader's doubt of a statement is none of linking's. */
const TOLD: ReadonlySet<Decision['kind']> = new Set(['copy', 'source', 'claim', 'forecast']);

/** Looks at everything that linking found. A few hundred bytes a statement stay in memory until the two are held against each other. */
export async function snapshotOf(ledger: Ledger): Promise<Snapshot> {
  const numbers = await ledger.counts();
  const claims = new Map<string, ClaimNow>();
  const claimOf = new Map<string, string>();
  const first = new Map<string, string>();
  for await (const { id, proposition, origins, statements } of ledger.each('claims')) {
    claims.set(id, { id, proposition, origins });
    for (const statement of statements) claimOf.set(statement.id, id);
    first.set(id, statements.map((statement) => statement.id).sort()[0] ?? id);
  }
  const sources = new Map<string, string>();
  const sourceOf = new Map<string, string>();
  for await (const { id, name, aliases } of ledger.each('sources')) {
    sources.set(id, name);
    // "the company" is many sources' name in as many stories: only a name that leads to one source tells anything.
    for (const known of new Set([name, ...aliases])) sourceOf.set(known, sourceOf.has(known) ? '' : id);
  }
  const copies = new Map<string, { of: string; kind: LedgerReport['copyKind'] }>();
  for await (const { id, copyOf, copyKind } of ledger.each('reports')) if (copyOf !== null) copies.set(id, { of: copyOf, kind: copyKind });
  const forecasts = new Map<string, Pick<Forecast, 'claim' | 'outcome'>>();
  for await (const { claim, window, outcome } of ledger.each('forecasts'))
    forecasts.set(`${first.get(claim)} ${window}`, { claim, outcome });
  const tallyOf = new Map<string, string>();
  const questions = new Map<string, string>();
  for await (const { id, question, points } of ledger.each('tallies')) {
    questions.set(id, question);
    for (const { statement, report, low, high } of points) tallyOf.set(`${statement ?? report} ${low} ${high}`, id);
  }
  const decisions: Reasoned[] = [];
  for await (const { kind, members, reason } of ledger.each('decisions')) if (TOLD.has(kind)) decisions.push({ kind, members, reason });
  return {
    version: (await ledger.about()).linking,
    counts: Object.fromEntries(COUNTED.map((kind) => [kind, numbers[kind]])),
    claims,
    claimOf,
    sources,
    sourceOf: new Map([...sourceOf].filter(([, id]) => id !== '')),
    copies,
    forecasts,
    tallyOf,
    questions,
    decisions,
  };
}
