import { sql } from 'kysely';
import type { Claim, LedgerReport, LedgerStatement } from '../../model/index.ts';
import type { RowKind, RowTypes } from '../port.ts';
import type { ClaimRow } from './apply/claims.ts';
import { build, type Reads } from './query.ts';

/** How many of a claim's statements come with it. */
export interface RowOptions {
  readonly appearances: number;
}

type ByKey = ReadonlyMap<number, object>;
type Fetch = (reads: Reads, keys: readonly number[], options: RowOptions) => ByKey;

/** The rows under keys, in one query however many there are. */
const among = (keys: readonly number[]) => sql<boolean>`t.key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))`;

const fetchReports: Fetch = (reads, keys) => {
  const rows = reads.all(
    build
      .selectFrom('reports as t')
      .innerJoin('report_rows as r', 'r.key', 't.key')
      .select(['t.key', 't.copy_of', 't.copy_kind', 'r.row'])
      .where(among(keys)),
  );
  return new Map(
    rows.map(({ key, row, copy_of, copy_kind }) => [
      key,
      { ...(JSON.parse(row) as object), copyOf: copy_of, copyKind: copy_kind as LedgerReport['copyKind'] },
    ]),
  );
};

const fetchStatements: Fetch = (reads, keys) => {
  const rows = reads.all(
    build
      .selectFrom('statements as t')
      .innerJoin('statement_rows as r', 'r.key', 't.key')
      .select(['t.key', 't.report', 't.source_id', 't.chain_ids', 'r.row'])
      .where(among(keys)),
  );
  return new Map(
    rows.map(({ key, report, source_id, chain_ids, row }) => [
      key,
      { ...(JSON.parse(row) as object), report, sourceId: source_id, chainIds: JSON.parse(chain_ids) } as LedgerStatement,
    ]),
  );
};

const fetchClaims: Fetch = (reads, keys, { appearances }) => {
  const rows = reads.all(build.selectFrom('claims as t').select(['t.key', 't.id', 't.row']).where(among(keys)));
  return new Map(
    rows.map(({ key, id, row }): [number, Claim] => {
      const statements = reads.all(
        build.selectFrom('claim_statements').select(['statement', 'stance']).where('claim', '=', id).orderBy('position').limit(appearances),
      ) as readonly { readonly statement: string; readonly stance: Claim['statements'][number]['stance'] }[];
      const claim = JSON.parse(row) as ClaimRow;
      return [key, { ...claim, statements: statements.map(({ statement, stance }) => ({ id: statement, stance })) }];
    }),
  );
};

const fetchWhole =
  (table: 'sources' | 'relations' | 'tallies' | 'forecasts' | 'timeline' | 'decisions'): Fetch =>
  (reads, keys) => {
    const rows = reads.all(
      build
        .selectFrom(`${table as 'sources'} as t`)
        .select(['t.key', 't.row'])
        .where(among(keys)),
    );
    return new Map(rows.map(({ key, row }) => [key, JSON.parse(row) as object]));
  };

const FETCH: Readonly<Record<RowKind, Fetch>> = {
  reports: fetchReports,
  statements: fetchStatements,
  sources: fetchWhole('sources'),
  claims: fetchClaims,
  relations: fetchWhole('relations'),
  tallies: fetchWhole('tallies'),
  forecasts: fetchWhole('forecasts'),
  timeline: fetchWhole('timeline'),
  decisions: fetchWhole('decisions'),
};

/** Whole rows, in the order of their keys as given. */
export function rowsOf<Kind extends RowKind>(
  reads: Reads,
  kind: Kind,
  keys: readonly number[],
  options: RowOptions,
): readonly RowTypes[Kind][] {
  const found = FETCH[kind](reads, keys, options);
  return keys.flatMap((key) => (found.get(key) as RowTypes[Kind] | undefined) ?? []);
}
