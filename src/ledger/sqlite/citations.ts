import type { Citations } from '../../model/index.ts';
import type { Sql } from './prepared.ts';

/** Reports looked at of a source's: beyond, what it cites is known well enough, and a source of a million statements must not be walked. */
const MOST_REPORTS = 2000;
/** Names of each list. */
const MOST_NAMED = 50;

interface ChainRow {
  readonly chain: string;
  readonly outlet: string | null;
  readonly statements: number;
}

/** The most first, ties by name. */
const ranked = (counts: ReadonlyMap<string, number>): { readonly name: string; readonly statements: number }[] =>
  [...counts]
    .map(([name, statements]) => ({ name, statements }))
    .sort((a, b) => b.statements - a.statements || (a.name < b.name ? -1 : 1))
    .slice(0, MOST_NAMED);

/**
 * Whom a source cites and who cites it, as the chains of its statements have it (outermost first): who stands before it passed on its words,
 * who stands after it is whose words it passed on.
 */
export function citationsOf(sql: Sql, id: string): Citations {
  const rows = sql(
    `SELECT s.chain_ids AS chain, r.outlet, count(*) AS statements
     FROM (SELECT report FROM source_uses WHERE source_id = ? LIMIT ?) u
     CROSS JOIN reports r ON r.id = u.report CROSS JOIN statements s ON s.report = u.report
     WHERE s.source_id = ? OR instr(s.chain_ids, ?) > 0 GROUP BY s.chain_ids, r.outlet`,
  ).all(id, MOST_REPORTS, id, JSON.stringify(id)) as ChainRow[];
  const { uses } = sql('SELECT count(*) AS uses FROM (SELECT 1 FROM source_uses WHERE source_id = ? LIMIT ?)').get(
    id,
    MOST_REPORTS + 1,
  ) as {
    readonly uses: number;
  };
  const cites = new Map<string, number>();
  const citedBy = new Map<string, number>();
  const outlets = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string, by: number): unknown => counts.set(name, (counts.get(name) ?? 0) + by);
  for (const { chain, outlet, statements } of rows) {
    const ids = JSON.parse(chain) as string[];
    const at = ids.indexOf(id);
    for (const [place, other] of ids.entries()) if (other !== id && at >= 0) count(place < at ? citedBy : cites, other, statements);
    if (outlet !== null) count(outlets, outlet, statements);
  }
  return {
    cites: ranked(cites).map(({ name, statements }) => ({ sourceId: name, statements })),
    citedBy: ranked(citedBy).map(({ name, statements }) => ({ sourceId: name, statements })),
    outlets: ranked(outlets).map(({ name, statements }) => ({ outlet: name, statements })),
    reports: Math.min(uses, MOST_REPORTS),
    partial: uses > MOST_REPORTS,
  };
}
