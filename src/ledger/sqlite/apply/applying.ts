import type { Sql } from '../prepared.ts';
import type { SourceBook } from './sources.ts';

/** Where an entry's changes go, and what it keeps beside the log. */
export interface Applying {
  readonly sql: Sql;
  readonly book: SourceBook;
  /** A blob's JSON by its hash. */
  readonly load: (hash: string) => unknown;
}
