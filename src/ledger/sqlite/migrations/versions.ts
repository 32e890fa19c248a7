/**
 * Reports by the address that they were had from, later looks at an address, and what is watched. The watch tables are working
 * state and no truth: when to look again and with which validators. Without them everything would only be looked at once more.
 */
export const VERSIONS = `
ALTER TABLE reports ADD COLUMN address TEXT;
CREATE INDEX reports_by_address ON reports (address, key);

CREATE TABLE looks (
  sequence INTEGER PRIMARY KEY, address TEXT NOT NULL, outcome TEXT NOT NULL, report TEXT NOT NULL, sha256 TEXT
) STRICT;
CREATE INDEX looks_by_address ON looks (address, sequence);

CREATE TABLE watched_places (
  place TEXT PRIMARY KEY, kind TEXT NOT NULL, next_try TEXT NOT NULL, row TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE watched_items (
  place TEXT NOT NULL, item TEXT NOT NULL, next_try TEXT, row TEXT NOT NULL, PRIMARY KEY (place, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX watched_items_by_next ON watched_items (next_try) WHERE next_try IS NOT NULL;
`;
