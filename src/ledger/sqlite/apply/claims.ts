import type { Claim, ClaimSummary } from '../../../model/index.ts';
import type { Sql } from '../prepared.ts';

/** A claim's row without its statements, which stand in a table of their own: there can be fifty thousand. */
export type ClaimRow = Omit<Claim, 'statements'> & { readonly summary: ClaimSummary };

const EMPTY: ClaimSummary = { statements: 0, reports: 0, outlets: 0, firstSaid: null, lastSaid: null, contradicted: false };

/** Puts a claim in place of the one with its id. `refreshClaims` completes it once relations and links are in. */
export function putClaim(sql: Sql, { statements, ...claim }: Claim): void {
  removeClaim(sql, claim.id);
  const row: ClaimRow = { ...claim, summary: EMPTY };
  const { lastInsertRowid: key } = sql('INSERT INTO claims (id, sort, row) VALUES (?, ?, ?)').run(claim.id, claim.id, JSON.stringify(row));
  sql('INSERT INTO claims_words (rowid, words) VALUES (?, ?)').run(key, claim.proposition);
  statements.forEach(({ id, stance }, position) => {
    sql('INSERT INTO claim_statements (claim, position, statement, stance) VALUES (?, ?, ?, ?)').run(claim.id, position, id, stance);
  });
}

export function removeClaim(sql: Sql, id: string): void {
  const kept = sql('SELECT key FROM claims WHERE id = ?').get(id) as { readonly key: number } | undefined;
  if (!kept) return;
  sql("DELETE FROM facets WHERE kind = 'claims' AND key = ?").run(kept.key);
  sql('DELETE FROM claims_words WHERE rowid = ?').run(kept.key);
  sql('DELETE FROM claim_statements WHERE claim = ?').run(id);
  sql('DELETE FROM claims WHERE key = ?').run(kept.key);
}

/** The claims that a statement stands in. */
export function claimsWith(sql: Sql, statement: string): readonly string[] {
  const rows = sql('SELECT DISTINCT claim FROM claim_statements WHERE statement = ?').all(statement);
  return (rows as { readonly claim: string }[]).map(({ claim }) => claim);
}

const APPEARANCES = `FROM claim_statements c JOIN statements s ON s.id = c.statement JOIN reports r ON r.id = s.report`;

/** What a claim can be filtered by that its statements know: each a query of distinct values. */
const FACETS: readonly (readonly [field: string, query: string])[] = [
  ['source', `SELECT DISTINCT s.source_id AS value ${APPEARANCES} WHERE c.claim = ?`],
  ['outlet', `SELECT DISTINCT r.outlet AS value ${APPEARANCES} WHERE c.claim = ?`],
  ['report', `SELECT DISTINCT s.report AS value ${APPEARANCES} WHERE c.claim = ?`],
  ['certainty', `SELECT DISTINCT s.certainty AS value ${APPEARANCES} WHERE c.claim = ?`],
  ['stance', `SELECT DISTINCT c.stance AS value ${APPEARANCES} WHERE c.claim = ?`],
  ['country', `SELECT DISTINCT p.country AS value ${APPEARANCES} JOIN statement_places p ON p.statement = s.key WHERE c.claim = ?`],
  ['place', `SELECT DISTINCT p.name AS value ${APPEARANCES} JOIN statement_places p ON p.statement = s.key WHERE c.claim = ?`],
];

function isContradicted(sql: Sql, id: string): boolean {
  const found = sql(
    `SELECT 1 FROM facets f JOIN facets t ON t.kind = 'relations' AND t.key = f.key AND t.field = 'type' AND t.value IN ('contradicts', 'denies')
     WHERE f.kind = 'relations' AND f.field = 'claim' AND f.value = ? LIMIT 1`,
  ).get(id);
  return found !== undefined;
}

function summaryOf(sql: Sql, id: string): ClaimSummary {
  const counted = sql(
    `SELECT count(*) AS statements, count(DISTINCT s.report) AS reports, count(DISTINCT r.outlet) AS outlets,
       min(s.said) AS firstSaid, max(s.said) AS lastSaid ${APPEARANCES} WHERE c.claim = ?`,
  ).get(id) as Omit<ClaimSummary, 'contradicted'>;
  return { ...counted, contradicted: isContradicted(sql, id) };
}

/** Completes claims by their statements and relations: summary, order (the latest said first, read downwards), filters. */
export function refreshClaims(sql: Sql, ids: Iterable<string>): void {
  for (const id of ids) {
    const kept = sql('SELECT key, row FROM claims WHERE id = ?').get(id) as { readonly key: number; readonly row: string } | undefined;
    if (!kept) continue;
    const claim = JSON.parse(kept.row) as ClaimRow;
    const summary = summaryOf(sql, id);
    sql('UPDATE claims SET sort = ?, row = ? WHERE key = ?').run(
      `${summary.lastSaid ?? ''} ${id}`,
      JSON.stringify({ ...claim, summary }),
      kept.key,
    );
    sql("DELETE FROM facets WHERE kind = 'claims' AND key = ?").run(kept.key);
    const facet = (field: string, value: string): void => {
      sql("INSERT OR IGNORE INTO facets (kind, field, value, key) VALUES ('claims', ?, ?, ?)").run(field, value, kept.key);
    };
    for (const [field, query] of FACETS) {
      for (const { value } of sql(query).all(id) as { readonly value: string | null }[]) if (value !== null) facet(field, value);
    }
    for (const { sourceId } of claim.origins) facet('origin', sourceId);
    facet('origins', String(claim.origins.length));
    facet('contradicted', String(summary.contradicted));
  }
}
