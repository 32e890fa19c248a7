import type Database from 'better-sqlite3';
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { preparing } from './prepared.ts';
import type { Tables } from './tables.ts';

/** Builds queries and runs none: running is `Reads`', at once and in one transaction where several belong together. */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** Runs what `build` built. */
export interface Reads {
  readonly all: <Row>(query: Compilable<Row>) => readonly Row[];
  readonly first: <Row>(query: Compilable<Row>) => Row | undefined;
  /** Several reads of one moment: what another process commits in between is not seen. */
  readonly together: <Result>(work: () => Result) => Result;
}

export function readsOn(database: Database.Database): Reads {
  const sql = preparing(database);
  return {
    all: <Row>(query: Compilable<Row>) => {
      const { sql: text, parameters } = query.compile();
      return sql(text).all(...parameters) as Row[];
    },
    first: <Row>(query: Compilable<Row>) => {
      const { sql: text, parameters } = query.compile();
      return sql(text).get(...parameters) as Row | undefined;
    },
    together: (work) => database.transaction(work)(),
  };
}
