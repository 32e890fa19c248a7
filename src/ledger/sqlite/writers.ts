import { hostname } from 'node:os';
import type Database from 'better-sqlite3';

interface Writer {
  readonly pid: number;
  readonly host: string;
  readonly since: string;
}

/** Whether a process of this machine still runs. A process of another user's counts as running. */
function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whether a process has ended; of another machine's nobody can tell. */
export const isGone = ({ pid, host }: Pick<Writer, 'pid' | 'host'>): boolean => host === hostname() && !runs(pid);

const all = (database: Database.Database): readonly Writer[] => database.prepare<[], Writer>('SELECT pid, host, since FROM writers').all();

/** Notes that this process writes here, and forgets those that ended without a word. Must be a transaction of its own. */
export function noteWriter(database: Database.Database, since: string): void {
  for (const { pid, host } of all(database).filter(isGone)) {
    database.prepare('DELETE FROM writers WHERE pid = ? AND host = ?').run(pid, host);
  }
  database.prepare('INSERT OR REPLACE INTO writers (pid, host, since) VALUES (?, ?, ?)').run(process.pid, hostname(), since);
}

export function forgetWriter(database: Database.Database): void {
  database.prepare('DELETE FROM writers WHERE pid = ? AND host = ?').run(process.pid, hostname());
}

/** Who may be writing, in words. */
export function whoWrites(database: Database.Database): string {
  if (!database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'writers'").get()) return 'another program';
  const running = all(database).filter((writer) => !isGone(writer));
  const others = running.filter(({ pid, host }) => pid !== process.pid || host !== hostname());
  const named = (others.length > 0 ? others : running).map(({ pid, host, since }) => `process ${pid} on ${host} (since ${since})`);
  return named.length > 0 ? named.join(' or ') : 'another program';
}
