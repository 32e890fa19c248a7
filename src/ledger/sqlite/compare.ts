import type Database from 'better-sqlite3';
import type { VerifyFinding } from '../port.ts';
import { preparing, type Sql } from './prepared.ts';
import { rebuildIn } from './rebuild.ts';
import { DERIVED_TABLES, SEARCHED_TABLES } from './tables.ts';

/** How a derived row is named to a person, and what of it must be the same. Row numbers go by the order of writing and may differ. */
const COMPARED: readonly (readonly [table: string, id: string, rows: string])[] = [
  [
    'reports',
    'id',
    'SELECT id, sha256, sort, day, outlet, language, copy_of, copy_kind, reading, address, row FROM :reports JOIN :report_rows USING (key)',
  ],
  [
    'statements',
    'id',
    `SELECT id, report, sort, said, source_id, chain_ids, linked, voice, kind, certainty, quotation, bases, has_figure, confidence, row
     FROM :statements JOIN :statement_rows USING (key)`,
  ],
  ['places', 'id', 'SELECT id, name, country, geonames FROM :statement_places p JOIN :statements s ON s.key = p.statement'],
  ['mentions', 'source_id', 'SELECT * FROM :mentions'],
  ['sources', 'id', 'SELECT id, sort, kind, row FROM :sources'],
  ['linked sources', 'id', 'SELECT id, row FROM :linked_sources'],
  ['claims', 'id', 'SELECT id, sort, row FROM :claims'],
  ['appearances', 'claim', 'SELECT * FROM :claim_statements'],
  ['relations', 'id', 'SELECT id, sort, row FROM :relations'],
  ['tallies', 'id', 'SELECT id, sort, row FROM :tallies'],
  ['forecasts', 'id', 'SELECT id, sort, row FROM :forecasts'],
  ['timeline', 'id', 'SELECT id, sort, row FROM :timeline'],
  ['decisions', 'id', 'SELECT id, sort, row FROM :decisions'],
  ...['claims', 'relations', 'tallies', 'forecasts', 'timeline', 'decisions'].map((kind): readonly [string, string, string] => [
    `filters of ${kind}`,
    'id',
    `SELECT id, field, value FROM :facets f JOIN :${kind} t ON t.key = f.key WHERE f.kind = '${kind}'`,
  ]),
  ['story marks', 'report', 'SELECT * FROM :story_marks'],
  ['story names', 'report', 'SELECT * FROM :story_names'],
  ['judgements', 'sequence', 'SELECT * FROM :judgements'],
  ['looks', 'sequence', 'SELECT * FROM :looks'],
  ['judged reports', 'report', 'SELECT * FROM :judgement_reports'],
  ['reports set aside', 'report', 'SELECT * FROM :set_aside'],
  ['uses of sources', 'source_id', 'SELECT * FROM :source_uses'],
  ['reports to link', 'report', 'SELECT * FROM :to_link'],
];

/** A table with many wrong rows is told by its first ones. */
const TOLD = 20;

/**
 * Derives every table a second time, into temporary tables beside the ledger's own, and yields the rows that differ. The
 * temporary tables have the same names: SQLite looks there first, so that the code that rebuilds a ledger is the code that runs.
 */
export function* compareDerived(database: Database.Database): Generator<VerifyFinding> {
  shadow(database);
  rebuildIn(database);
  const sql = preparing(database);
  for (const [table, id, rows] of COMPARED) yield* differences(sql, table, id, rows);
}

/** Temporary tables and search indexes of the same names and columns as the derived ones. */
function shadow(database: Database.Database): void {
  const wanted = new Set<string>([...DERIVED_TABLES, ...SEARCHED_TABLES.map((name) => `${name}_words`), 'head']);
  const schema = database.prepare<[], { readonly name: string; readonly table: string; readonly type: string; readonly sql: string }>(
    'SELECT name, tbl_name AS "table", type, sql FROM main.sqlite_schema WHERE sql IS NOT NULL',
  );
  for (const { table, type, sql } of schema.all()) {
    if (!wanted.has(table) || (type !== 'table' && type !== 'index')) continue;
    database.exec(sql.replace(/^CREATE (VIRTUAL TABLE|TABLE|INDEX) /, 'CREATE $1 temp.'));
  }
}

function* differences(sql: Sql, table: string, id: string, rows: string): Generator<VerifyFinding> {
  const kept = rows.replace(/:(\w+)/g, 'main.$1');
  const derived = rows.replace(/:(\w+)/g, 'temp.$1');
  const between = `SELECT DISTINCT ${id} AS id FROM (SELECT * FROM (${kept} EXCEPT ${derived}) UNION ALL SELECT * FROM (${derived} EXCEPT ${kept}))`;
  for (const { id: differs } of sql(`${between} LIMIT ${TOLD}`).all() as { readonly id: string | number }[]) {
    yield {
      sequence: null,
      what: 'derived',
      id: String(differs),
      message: `${table}: what is kept for ${differs} is not what the log says; rebuild it`,
    };
  }
}
