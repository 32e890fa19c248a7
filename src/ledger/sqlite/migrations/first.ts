/** One table of rows that linking makes. */
const linkedTable = (name: string): string => `
CREATE TABLE ${name} (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sort TEXT NOT NULL, row TEXT NOT NULL) STRICT;
CREATE INDEX ${name}_by_sort ON ${name} (sort);
`;

/** A search index that keeps no copy of the words. */
const wordsTable = (name: string, columns: string): string => `
CREATE VIRTUAL TABLE ${name}_words USING fts5(
  ${columns}, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2'
);
`;

/** The truth, and `writers`, which says who has the file open. A blob's `sum` is of its bytes as they lie, its `hash` of what they unpack to. */
const TRUTH = `
CREATE TABLE log (
  sequence INTEGER PRIMARY KEY, at TEXT NOT NULL, "by" TEXT NOT NULL, kind TEXT NOT NULL,
  body TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
CREATE INDEX log_by_kind ON log (kind, sequence);

CREATE TABLE blobs (
  key INTEGER PRIMARY KEY, hash TEXT NOT NULL UNIQUE, encoding TEXT NOT NULL, size INTEGER NOT NULL, bytes BLOB NOT NULL, sum TEXT NOT NULL
) STRICT;

CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), sequence INTEGER NOT NULL, hash TEXT NOT NULL, derivation INTEGER NOT NULL) STRICT;
CREATE TABLE writers (pid INTEGER NOT NULL, host TEXT NOT NULL, since TEXT NOT NULL, PRIMARY KEY (pid, host)) STRICT;
`;

/** What is derived from the truth and can be made again. Rows stand as JSON beside narrow tables, so that filters read little. */
const DERIVED = `
CREATE TABLE reports (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL UNIQUE, sort TEXT NOT NULL, day TEXT,
  outlet TEXT, language TEXT, copy_of TEXT, copy_kind TEXT, reading TEXT NOT NULL, entry INTEGER NOT NULL
) STRICT;
CREATE INDEX reports_by_sort ON reports (sort);
CREATE TABLE report_rows (key INTEGER PRIMARY KEY, row TEXT NOT NULL) STRICT;

CREATE TABLE statements (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, report TEXT NOT NULL, sort TEXT NOT NULL, said TEXT,
  source_id TEXT, chain_ids TEXT NOT NULL, linked INTEGER NOT NULL, voice TEXT, kind TEXT, certainty TEXT NOT NULL,
  quotation TEXT NOT NULL, bases TEXT NOT NULL, has_figure INTEGER NOT NULL, confidence REAL
) STRICT;
CREATE INDEX statements_by_sort ON statements (sort);
CREATE INDEX statements_by_report ON statements (report, sort);
CREATE INDEX statements_by_source ON statements (source_id, sort);
CREATE TABLE statement_rows (key INTEGER PRIMARY KEY, row TEXT NOT NULL) STRICT;
CREATE TABLE statement_places (
  statement INTEGER NOT NULL, name TEXT NOT NULL, country TEXT, geonames INTEGER
) STRICT;
CREATE INDEX statement_places_by_statement ON statement_places (statement);
CREATE INDEX statement_places_by_name ON statement_places (name, statement);
CREATE INDEX statement_places_by_country ON statement_places (country, statement);

CREATE TABLE mentions (
  source_id TEXT NOT NULL, own INTEGER NOT NULL, name TEXT NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL, uses INTEGER NOT NULL,
  PRIMARY KEY (source_id, own, name, text, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE linked_sources (id TEXT PRIMARY KEY, row TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE sources (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sort TEXT NOT NULL, kind TEXT NOT NULL, row TEXT NOT NULL) STRICT;
CREATE INDEX sources_by_sort ON sources (sort);

CREATE TABLE claims (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sort TEXT NOT NULL, row TEXT NOT NULL) STRICT;
CREATE INDEX claims_by_sort ON claims (sort);
CREATE TABLE claim_statements (
  claim TEXT NOT NULL, position INTEGER NOT NULL, statement TEXT NOT NULL, stance TEXT NOT NULL, PRIMARY KEY (claim, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_statements_by_statement ON claim_statements (statement);

${['relations', 'tallies', 'forecasts', 'timeline'].map(linkedTable).join('')}
CREATE TABLE facets (
  kind TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (kind, field, value, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX facets_by_row ON facets (kind, key);

CREATE TABLE judgements (
  sequence INTEGER PRIMARY KEY, target TEXT NOT NULL, verdict TEXT NOT NULL, "by" TEXT NOT NULL, undone INTEGER NOT NULL
) STRICT;
CREATE INDEX judgements_by_target ON judgements (target, sequence);

${wordsTable('reports', 'title, text')}
${wordsTable('statements', 'content, source')}
${['sources', 'claims', 'tallies', 'forecasts', 'timeline', 'relations'].map((name) => wordsTable(name, 'words')).join('')}
`;

const VIEWS = `
-- The same rows for a person with a query of their own (Datasette, the sqlite3 shell).
CREATE VIEW tally_points AS
  SELECT t.id AS tally, p.value ->> 'report' AS report, p.value ->> 'statement' AS statement, p.value ->> 'sourceId' AS source_id,
    p.value ->> 'low' AS low, p.value ->> 'high' AS high, p.value ->> 'asOf' AS as_of, p.value ->> 'status' AS status
  FROM tallies t, json_each(t.row, '$.points') p;
CREATE VIEW origins AS
  SELECT c.id AS claim, o.value ->> 'sourceId' AS source_id, o.value ->> 'reason' AS reason
  FROM claims c, json_each(c.row, '$.origins') o;
CREATE VIEW statement_sources AS
  SELECT id AS statement, source_id, linked FROM statements WHERE source_id IS NOT NULL;
`;

/** The first schema. */
export const FIRST = `${TRUTH}${DERIVED}${VIEWS}
INSERT INTO head VALUES (1, 0, '${'0'.repeat(64)}', 0);
`;
