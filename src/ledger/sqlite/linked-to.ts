import type { Claim, Decision, Forecast, Relation, Source, Tally, TimelineEntry } from '../../model/index.ts';
import type { LinkedRows, StatementLink } from '../port.ts';
import type { ClaimRow } from './apply/claims.ts';
import type { Sql } from './prepared.ts';

type CopyRow = LinkedRows['copies'][number];

/**
 * Every row of linking that hangs on some reports, as it was handed in: what a new linking of them is held against.
 * CROSS JOIN holds SQLite to the order written: from the few ids asked for into the index, never from the whole table to the ids.
 */
export function linkedTo(sql: Sql, reports: readonly string[]): LinkedRows {
  const listed = JSON.stringify(reports);
  const claims = claimsOf(sql, reports);
  const claimIds = JSON.stringify(claims.map(({ id }) => id));
  const rowsBy = <Row>(kind: string, field: string, values: string): Row[] =>
    (
      sql(
        `SELECT t.row FROM ${kind} t WHERE t.key IN (
           SELECT f.key FROM json_each(?) w CROSS JOIN facets f ON f.kind = '${kind}' AND f.field = '${field}' AND f.value = w.value)`,
      ).all(values) as { readonly row: string }[]
    ).map(({ row }) => JSON.parse(row) as Row);
  const sourceIds = (
    sql('SELECT DISTINCT u.source_id AS id FROM json_each(?) w CROSS JOIN source_uses u ON u.report = w.value').all(listed) as {
      readonly id: string;
    }[]
  ).map(({ id }) => id);
  return {
    copies: sql(
      `SELECT r.id AS report, r.copy_of AS copyOf, r.copy_kind AS copyKind FROM json_each(?) w CROSS JOIN reports r ON r.id = w.value
       WHERE r.copy_of IS NOT NULL`,
    ).all(listed) as CopyRow[],
    sources: (
      sql('SELECT s.row FROM json_each(?) w CROSS JOIN linked_sources s ON s.id = w.value').all(JSON.stringify(sourceIds)) as {
        readonly row: string;
      }[]
    ).map(({ row }) => JSON.parse(row) as Source),
    usedElsewhere: usedElsewhere(sql, sourceIds, new Set(reports)),
    uses: usesOf(sql, listed),
    statementSources: linksOf(sql, listed),
    claims,
    relations: rowsBy<Relation>('relations', 'claim', claimIds),
    tallies: rowsBy<Tally>('tallies', 'report', listed),
    forecasts: rowsBy<Forecast>('forecasts', 'claim', claimIds),
    timeline: rowsBy<TimelineEntry>('timeline', 'report', listed),
    decisions: rowsBy<Decision>('decisions', 'report', listed),
  };
}

function claimsOf(sql: Sql, reports: readonly string[]): Claim[] {
  const ids = new Set<string>();
  // By range and not by report, so that claims of a report that was set aside are found.
  const held = sql('SELECT DISTINCT claim FROM claim_statements WHERE statement >= ? AND statement < ?');
  for (const report of reports) for (const row of held.all(`${report}:`, `${report};`)) ids.add((row as { readonly claim: string }).claim);
  return [...ids].sort().flatMap((id): Claim[] => {
    const kept = sql('SELECT row FROM claims WHERE id = ?').get(id) as { readonly row: string } | undefined;
    if (!kept) return [];
    const { summary: _, ...row } = JSON.parse(kept.row) as ClaimRow;
    const statements = sql('SELECT statement AS id, stance FROM claim_statements WHERE claim = ? ORDER BY position').all(id);
    return [{ ...row, statements: statements as Claim['statements'] }];
  });
}

/** Those of some sources that a report beyond these uses: the first few uses of each tell, however many there are. */
function usedElsewhere(sql: Sql, sources: readonly string[], reports: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const uses = sql('SELECT report FROM source_uses WHERE source_id = ? LIMIT ?');
  for (const id of sources) {
    const some = uses.all(id, reports.size + 1) as { readonly report: string }[];
    if (some.some(({ report }) => !reports.has(report))) found.add(id);
  }
  return found;
}

function usesOf(sql: Sql, listed: string): { readonly report: string; readonly sources: readonly string[] }[] {
  const rows = sql(
    'SELECT u.report, u.source_id AS id FROM json_each(?) w CROSS JOIN source_uses u ON u.report = w.value ORDER BY u.report, u.source_id',
  ).all(listed) as { readonly report: string; readonly id: string }[];
  const found = new Map<string, string[]>();
  for (const { report, id } of rows) found.set(report, [...(found.get(report) ?? []), id]);
  return [...found].map(([report, sources]) => ({ report, sources }));
}

function linksOf(sql: Sql, listed: string): ReadonlyMap<string, StatementLink> {
  const rows = sql(
    `SELECT s.id, s.source_id, s.chain_ids FROM json_each(?) w CROSS JOIN statements s ON s.report = w.value WHERE s.linked = 1`,
  ).all(listed) as { readonly id: string; readonly source_id: string | null; readonly chain_ids: string }[];
  return new Map(rows.map(({ id, source_id, chain_ids }) => [id, { sourceId: source_id, chainIds: JSON.parse(chain_ids) as string[] }]));
}
