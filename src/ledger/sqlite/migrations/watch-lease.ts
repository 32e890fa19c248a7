/** Who watches at present, so that a second watch of the same ledger does not ask for everything once more. Working state, as all of watching is. */
export const WATCH_LEASE = `
CREATE TABLE watch_lease (
  one INTEGER PRIMARY KEY CHECK (one = 1), holder TEXT NOT NULL, pid INTEGER NOT NULL, host TEXT NOT NULL, until TEXT NOT NULL
) STRICT;
`;
