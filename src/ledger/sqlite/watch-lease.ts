import { hostname } from 'node:os';
import type { WatchHolder } from '../../model/index.ts';
import type { Sql } from './prepared.ts';
import { isGone } from './writers.ts';

interface Row extends WatchHolder {
  readonly holder: string;
}

/**
 * Takes the watch of this ledger, or keeps it, until a moment; tells who has it where somebody else does. One whose time is over, or whose
 * process on this machine has ended, has it no more. Must stand in one transaction.
 */
export function holdWatch(sql: Sql, holder: string, now: string, until: string): WatchHolder | null {
  const row = sql('SELECT holder, pid, host, until FROM watch_lease').get() as Row | undefined;
  if (row && row.holder !== holder && row.until > now && !isGone(row)) return { pid: row.pid, host: row.host, until: row.until };
  sql('INSERT OR REPLACE INTO watch_lease (one, holder, pid, host, until) VALUES (1, ?, ?, ?, ?)').run(
    holder,
    process.pid,
    hostname(),
    until,
  );
  return null;
}

/** Gives the watch back, where it is still held. */
export const releaseWatch = (sql: Sql, holder: string): void => void sql('DELETE FROM watch_lease WHERE holder = ?').run(holder);
