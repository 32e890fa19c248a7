import type { Ledger, RowKind, RowTypes } from '../../ledger/port.ts';
import type { NewsDetail } from '../schemas.ts';
import { headOf, rowsById } from './lookup.ts';
import { claimHead } from './report.ts';

/** Rows of each kind that come along, and up to how many are counted. */
const FEW = 6;
const COUNTED = 200;
/** A forecast is news some days before it is due. */
const AHEAD_DAYS = 7;
const DAY = 86_400_000;

interface Counted<Row> {
  readonly rows: readonly Row[];
  readonly count: number;
  /** There are more than were counted. */
  readonly more: boolean;
}

async function counted<Kind extends RowKind>(
  ledger: Ledger,
  kind: Kind,
  filters: Readonly<Record<string, string>>,
): Promise<Counted<RowTypes[Kind]>> {
  const { rows, next } = await ledger.page(kind, { filters, limit: COUNTED });
  return { rows: rows.slice(0, FEW), count: rows.length, more: next !== null };
}

const shown = <From, To>({ rows, count, more }: Counted<From>, as: (row: From) => To): Counted<To> => ({ rows: rows.map(as), count, more });

const inDays = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** Relations that are a contradiction, newest claims first: each with both its claims. */
async function contradictions(ledger: Ledger, since: string): Promise<NewsDetail['contradictions']> {
  const types = ['contradicts', 'denies'] as const;
  const [contradicts, denies] = await Promise.all(types.map((type) => counted(ledger, 'relations', { type, since })));
  const rows = [...(contradicts?.rows ?? []), ...(denies?.rows ?? [])].slice(0, FEW);
  const claims = await rowsById(
    ledger,
    'claims',
    rows.flatMap(({ from, to }) => [from, to]),
  );
  const propositions = new Map(claims.map(({ id, proposition }) => [id, proposition]));
  return {
    rows: rows.map(({ from, to, type, reason }) => ({
      from: { id: from, proposition: propositions.get(from) ?? '' },
      to: { id: to, proposition: propositions.get(to) ?? '' },
      type,
      ...(reason !== undefined && { reason }),
    })),
    count: (contradicts?.count ?? 0) + (denies?.count ?? 0),
    more: Boolean(contradicts?.more || denies?.more),
  };
}

/** What is new for who has seen the log up to `since`. */
export async function newsSince(ledger: Ledger, sequence: number, today: string): Promise<NewsDetail> {
  const since = String(sequence);
  const [{ entries }, reports, claims, denied, moved, settled, due, contradicted] = await Promise.all([
    ledger.counts(),
    counted(ledger, 'reports', { since }),
    counted(ledger, 'claims', { since }),
    counted(ledger, 'claims', { deniedSince: since }),
    counted(ledger, 'tallies', { movedSince: since }),
    counted(ledger, 'forecasts', { settledSince: since }),
    counted(ledger, 'forecasts', { outcome: 'pending', dueTo: inDays(today, AHEAD_DAYS) }),
    contradictions(ledger, since),
  ]);
  return {
    since: sequence,
    until: entries,
    reports: shown(reports, headOf),
    claims: shown(claims, claimHead),
    denied: shown(denied, claimHead),
    moved,
    contradictions: contradicted,
    due,
    settled,
  };
}
