/**
 * What people's judgements need: which reports each bears on, reports that are set aside (rejected, and brought back by an undo),
 * which reports each source is used by, what is yet to be linked, and the machine's decisions.
 */
export const JUDGED = `
CREATE TABLE judgement_reports (report TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (report, sequence)) STRICT, WITHOUT ROWID;
CREATE INDEX judgement_reports_by_sequence ON judgement_reports (sequence);
CREATE TABLE set_aside (
  report TEXT PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, entry INTEGER NOT NULL, reading TEXT NOT NULL, reading_entry INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE source_uses (source_id TEXT NOT NULL, report TEXT NOT NULL, PRIMARY KEY (source_id, report)) STRICT, WITHOUT ROWID;
CREATE INDEX source_uses_by_report ON source_uses (report);
CREATE TABLE to_link (report TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE decisions (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, sort TEXT NOT NULL, row TEXT NOT NULL) STRICT;
CREATE INDEX decisions_by_sort ON decisions (sort);
CREATE VIRTUAL TABLE decisions_words USING fts5(
  words, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2'
);
`;
