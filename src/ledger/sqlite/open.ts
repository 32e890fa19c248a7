import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { AccordingtoError } from '../../model/index.ts';
import { asLedgerError, guarded } from './failure.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { patiently, type Transactions, transactionsOn } from './transaction.ts';

/** Marks the file as a ledger: "acto" in ASCII, where SQLite's header keeps what a file is. */
const APPLICATION_ID = 0x6163746f;

export interface Connections {
  readonly path: string;
  /** Reads; sees only what has been committed. */
  readonly reader: Database.Database;
  /** Null where the ledger was opened for reading. */
  readonly writer: Database.Database | null;
  readonly transactions: Transactions | null;
}

const pragma = (database: Database.Database, name: string): number => database.pragma(name, { simple: true }) as number;

/** @throws AccordingtoError LEDGER_NOT_A_LEDGER or LEDGER_NEWER. An empty file passes: it can become a ledger. */
function check(database: Database.Database, path: string): { readonly empty: boolean; readonly schema: number } {
  const schema = pragma(database, 'user_version');
  const tables = database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get();
  if (pragma(database, 'application_id') !== APPLICATION_ID) {
    if (tables !== undefined) throw new AccordingtoError('LEDGER_NOT_A_LEDGER', { path });
    return { empty: true, schema: 0 };
  }
  if (schema > MIGRATIONS.length) throw new AccordingtoError('LEDGER_NEWER', { path, found: schema, known: MIGRATIONS.length });
  return { empty: false, schema };
}

/** Brings the file to the newest schema, one transaction for all of it: a writer killed here leaves the old one. */
async function migrate(database: Database.Database, path: string, transactions: Transactions, waitMilliseconds: number): Promise<void> {
  const { schema: now } = await patiently(database, path, waitMilliseconds, () => check(database, path));
  if (now === MIGRATIONS.length) return;
  await transactions.run(() => {
    const { schema } = check(database, path);
    for (const { sql } of MIGRATIONS.slice(schema)) database.exec(sql);
    if (MIGRATIONS.slice(schema).some(({ rebuild }) => rebuild)) database.exec('UPDATE head SET derivation = 0');
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${MIGRATIONS.length}`);
  });
}

/** Settings of every connection: sixteen MiB of pages in memory whatever the ledger's size, and sorting in memory. */
function tune(database: Database.Database): void {
  database.pragma('temp_store = MEMORY');
  database.pragma('foreign_keys = OFF');
}

export interface OpenSettings {
  readonly create: boolean;
  readonly waitMilliseconds: number;
}

function makeFolder(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOSPC') throw new AccordingtoError('LEDGER_DISK_FULL', { path, reason: 'the disk is full' }, { cause: error });
    throw new AccordingtoError('LEDGER_READ_ONLY', { path, reason: `its folder cannot be made (${code})` }, { cause: error });
  }
}

function checkFile(path: string, create: boolean): void {
  if (!existsSync(path)) {
    if (!create) throw new AccordingtoError('LEDGER_NOT_FOUND', { path });
    makeFolder(path);
  } else if (!statSync(path).isFile()) throw new AccordingtoError('LEDGER_NOT_A_LEDGER', { path });
}

/** Opens for writing, and makes the ledger where `create` says so. */
export async function openForWriting(given: string, { create, waitMilliseconds }: OpenSettings): Promise<Connections> {
  const path = resolve(given);
  checkFile(path, create);
  const writer = guarded(path, () => new Database(path, { timeout: 0 }));
  try {
    // Another process that makes the ledger or turns on its log holds the whole file for a moment.
    const { empty } = await patiently(writer, path, waitMilliseconds, () => check(writer, path));
    if (empty && !create) throw new AccordingtoError('LEDGER_NOT_A_LEDGER', { path });
    tune(writer);
    const transactions = transactionsOn(writer, path, waitMilliseconds);
    await turnOnWal(writer, path, waitMilliseconds);
    // Every commit is on the disk before it is answered for: a power cut loses nothing that was said to be stored.
    writer.pragma('synchronous = FULL');
    await migrate(writer, path, transactions, waitMilliseconds);
    return { path, reader: connectReader(path), writer, transactions };
  } catch (error) {
    writer.close();
    throw asLedgerError(error, path);
  }
}

/** Readers go on while somebody writes. The change wants the file alone for a moment, which a reader may hold. */
async function turnOnWal(writer: Database.Database, path: string, waitMilliseconds: number): Promise<void> {
  await patiently(writer, path, waitMilliseconds, () => {
    if (writer.pragma('journal_mode', { simple: true }) !== 'wal') writer.pragma('journal_mode = WAL');
  });
}

function connectReader(path: string): Database.Database {
  const reader = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 });
  tune(reader);
  return reader;
}

/** Opens for reading; nothing on the disk changes. Works in a read-only folder too where the last writer closed the ledger. */
export function openForReading(given: string): Connections {
  const path = resolve(given);
  checkFile(path, false);
  const reader = readerOf(path);
  try {
    const { empty, schema } = guarded(path, () => check(reader, path));
    if (empty) throw new AccordingtoError('LEDGER_NOT_A_LEDGER', { path });
    if (schema < MIGRATIONS.length) {
      throw new AccordingtoError('LEDGER_READ_ONLY', { path, reason: 'it comes from an older accordingto and must be brought up to date' });
    }
    return { path, reader, writer: null, transactions: null };
  } catch (error) {
    reader.close();
    throw error;
  }
}

/** A connection for reading and nothing else, with nothing remembered from before. */
export function readerOf(path: string): Database.Database {
  let reader: Database.Database | undefined;
  try {
    reader = connectReader(path);
    reader.prepare('SELECT 1 FROM sqlite_schema').get();
    return reader;
  } catch (error) {
    reader?.close();
    const code = error instanceof Database.SqliteError ? error.code : '';
    if (!code.startsWith('SQLITE_CANTOPEN') && !code.startsWith('SQLITE_READONLY')) throw asLedgerError(error, path);
    const reason = existsSync(`${path}-wal`)
      ? 'its last writer did not close it, and what that writer left cannot be gathered in a read-only folder'
      : 'permission denied';
    throw new AccordingtoError('LEDGER_READ_ONLY', { path, reason }, { cause: error });
  }
}

/**
 * Closes a ledger that was open for writing. The last to leave gathers everything into the one file and marks it as plain, so
 * that it can be read from a folder where nothing can be written beside it; while others have it open, it stays as it is.
 */
export function closeWriter(writer: Database.Database): void {
  try {
    writer.pragma('journal_mode = DELETE');
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    // Others have it open, or the disk is full: the log beside the file is kept and gathered next time.
  }
  writer.close();
}
