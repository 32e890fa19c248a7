import type { Ledger, Query, RowKind, RowTypes } from '../../ledger/port.ts';
import type { LedgerReport, Source } from '../../model/index.ts';
import type { ReportHead } from '../schemas.ts';

/** A report without its text. */
export const headOf = ({ id, title, outlet, published, copyOf, copyKind }: LedgerReport): ReportHead => ({
  id,
  title,
  outlet,
  published,
  copyOf,
  copyKind,
});

const distinct = (ids: readonly (string | null | undefined)[]): string[] => [
  ...new Set(ids.filter((id): id is string => id !== null && id !== undefined)),
];

/** The rows of a kind with these ids, each once, in the order of their first mention; ids that the ledger lacks are left out. */
export async function rowsById<Kind extends RowKind>(
  ledger: Ledger,
  kind: Kind,
  ids: readonly (string | null | undefined)[],
): Promise<readonly RowTypes[Kind][]> {
  const rows = await Promise.all(distinct(ids).map((id) => ledger.row(kind, id)));
  return rows.filter((row) => row !== null) as RowTypes[Kind][];
}

/** The heads of the reports with these ids. */
export const headsById = async (ledger: Ledger, ids: readonly (string | null | undefined)[]): Promise<readonly ReportHead[]> =>
  (await rowsById(ledger, 'reports', ids)).map(headOf);

/** The sources that these statements or figures name, chains included. */
export const sourcesNamed = (
  ledger: Ledger,
  rows: readonly { readonly sourceId: string | null; readonly chainIds?: readonly string[] }[],
): Promise<readonly Source[]> =>
  rowsById(
    ledger,
    'sources',
    rows.flatMap(({ sourceId, chainIds }) => [sourceId, ...(chainIds ?? [])]),
  );

/** Rows over as many pages as it takes, up to `most`. */
export async function upTo<Kind extends RowKind>(ledger: Ledger, kind: Kind, query: Query, most: number): Promise<RowTypes[Kind][]> {
  const rows: RowTypes[Kind][] = [];
  let cursor: string | null | undefined;
  do {
    const page = await ledger.page(kind, { ...query, limit: Math.min(500, most - rows.length), ...(cursor && { cursor }) });
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor && rows.length < most);
  return rows;
}
