import Database from 'better-sqlite3';
import { AccordingtoError, type ErrorCode } from '../../model/index.ts';

/** What SQLite's answers mean to a person. The first row whose code begins the error's code is taken. */
const MEANINGS: readonly (readonly [prefix: string, code: ErrorCode, reason: string])[] = [
  ['SQLITE_NOTADB', 'LEDGER_NOT_A_LEDGER', 'it is no SQLite file'],
  ['SQLITE_CORRUPT', 'LEDGER_DAMAGED', 'a page of the file does not hold together'],
  ['SQLITE_FULL', 'LEDGER_DISK_FULL', 'the disk is full'],
  ['SQLITE_IOERR_WRITE', 'LEDGER_DISK_FULL', 'the disk did not take the write'],
  ['SQLITE_IOERR_FSYNC', 'LEDGER_DISK_FULL', 'the disk did not take the write'],
  ['SQLITE_IOERR_TRUNCATE', 'LEDGER_DISK_FULL', 'the disk did not take the write'],
  ['SQLITE_IOERR_SHMSIZE', 'LEDGER_DISK_FULL', 'there is no room for the shared index beside it'],
  ['SQLITE_IOERR', 'LEDGER_DAMAGED', 'the file cannot be read whole'],
  ['SQLITE_READONLY', 'LEDGER_READ_ONLY', 'the file or its folder is read-only'],
  ['SQLITE_CANTOPEN', 'LEDGER_READ_ONLY', 'the file cannot be opened'],
  ['SQLITE_PERM', 'LEDGER_READ_ONLY', 'permission denied'],
  ['SQLITE_AUTH', 'LEDGER_READ_ONLY', 'permission denied'],
];

/** Whether another connection holds what this one wants. */
export const isBusy = (error: unknown): boolean => error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

/** The error as our catalogue has it; what is none of SQLite's own is handed back unchanged. */
export function asLedgerError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const found = MEANINGS.find(([prefix]) => error.code.startsWith(prefix));
  return found ? new AccordingtoError(found[1], { path, reason: found[2] }, { cause: error }) : error;
}

/** Runs `work`, SQLite's errors turned into ours. */
export function guarded<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asLedgerError(error, path);
  }
}
