import type Database from 'better-sqlite3';

/** A statement as better-sqlite3 prepares it, whatever it takes and gives. */
export type Prepared = Database.Statement<unknown[], unknown>;

/** Prepares each text once. */
export type Sql = (text: string) => Prepared;

/** So many are kept: filters can be combined in more ways than are worth keeping. */
const MOST = 256;

export function preparing(database: Database.Database): Sql {
  const known = new Map<string, Prepared>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const prepared = database.prepare<unknown[], unknown>(text);
    if (known.size >= MOST) known.delete(known.keys().next().value as string);
    known.set(text, prepared);
    return prepared;
  };
}
