import type Database from 'better-sqlite3';
import { AccordingtoError } from '../../model/index.ts';
import { asLedgerError, isBusy } from './failure.ts';
import { whoWrites } from './writers.ts';

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Runs one change at a time, each in a transaction of its own; while another process writes, it waits.
 */
export interface Transactions {
  /**
   * @throws AccordingtoError LEDGER_BUSY (with who holds it), LEDGER_DISK_FULL, LEDGER_READ_ONLY, LEDGER_DAMAGED: nothing was changed.
   */
  readonly run: <Result>(work: () => Result) => Promise<Result>;
}

/** Who writes, as the ledger's own table says; where the whole file is held that cannot be read either. */
function holderOf(database: Database.Database): string {
  try {
    return whoWrites(database);
  } catch (error) {
    if (isBusy(error)) return 'another program';
    throw error;
  }
}

/**
 * Asks again and again for what another connection holds, without holding up what else this process does.
 * @throws AccordingtoError LEDGER_BUSY, with who writes, after `waitMilliseconds`.
 */
export async function patiently<Result>(
  database: Database.Database,
  path: string,
  waitMilliseconds: number,
  ask: () => Result,
): Promise<Result> {
  const until = Date.now() + waitMilliseconds;
  for (let pause = 5; ; pause = Math.min(pause * 2, 200)) {
    try {
      return ask();
    } catch (error) {
      if (!isBusy(error)) throw asLedgerError(error, path);
      if (Date.now() >= until) throw new AccordingtoError('LEDGER_BUSY', { path, holder: holderOf(database) }, { cause: error });
    }
    await sleep(pause);
  }
}

export function transactionsOn(database: Database.Database, path: string, waitMilliseconds: number): Transactions {
  let last: Promise<unknown> = Promise.resolve();

  const once = async <Result>(work: () => Result): Promise<Result> => {
    await patiently(database, path, waitMilliseconds, () => database.exec('BEGIN IMMEDIATE'));
    try {
      const result = work();
      database.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk can have rolled the transaction back already.
      if (database.inTransaction) database.exec('ROLLBACK');
      throw asLedgerError(error, path);
    }
  };

  const run = <Result>(work: () => Result): Promise<Result> => {
    const turn = last.then(() => once(work));
    last = turn.catch(() => undefined);
    return turn;
  };
  return { run };
}
