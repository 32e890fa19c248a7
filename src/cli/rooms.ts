import { join } from 'node:path';
import type { Intake, IntakeOptions } from '../intake/index.ts';
import type { Ledger } from '../ledger/port.ts';
import type { Reader } from '../reader/reader.ts';
import { createDesk, type Desk } from '../work/index.ts';
import { packageRoot } from './package-root.ts';

// Rooms are loaded when a command needs them: `--help` must not wait for a database driver or a model.

/** What the command line adds to the options of intake and reader. */
export interface ReadingFlags {
  /** Networks (CIDR) that addresses may lead to although they are private. */
  readonly allowPrivate?: readonly string[];
  /** Keep less sure statements too. */
  readonly recall?: boolean;
  /** Read other languages than English as well. */
  readonly force?: boolean;
}

const intakeRoom = async ({ allowPrivate }: ReadingFlags): Promise<(options: IntakeOptions) => Intake> => {
  const { createIntake } = await import('../intake/index.ts');
  return (options) => createIntake({ ...options, allowPrivate });
};

const readerRoom = async ({ recall, force }: ReadingFlags): Promise<Reader> =>
  (await import('../reader/index.ts')).createDefaultReader({ recall, force });

/** Runs `use` with the reader alone, and closes it however that ends. */
export async function withReader<T>(flags: ReadingFlags, use: (reader: Reader) => Promise<T>): Promise<T> {
  const reader = await readerRoom(flags);
  try {
    return await use(reader);
  } finally {
    await reader.close();
  }
}

/** Runs `use` with a desk that reads without a ledger, and closes its rooms however that ends. */
export async function withReadingDesk<T>(flags: ReadingFlags, use: (desk: Desk) => Promise<T>): Promise<T> {
  const reader = await readerRoom(flags);
  try {
    return await use(createDesk({ intake: await intakeRoom(flags), reader }));
  } finally {
    await reader.close();
  }
}

/** Runs `use` with the ledger at `path`, and closes it however that ends. */
export async function withLedger<T>(path: string, options: { create?: boolean; readOnly?: boolean }, use: (ledger: Ledger) => Promise<T>) {
  const { openLedger } = await import('../ledger/index.ts');
  const ledger = await openLedger(path, options);
  try {
    return await use(ledger);
  } finally {
    await ledger.close();
  }
}

/** Runs `use` with a desk over an open ledger that links what it adds; the ledger stays open. */
export async function withDesk<T>(ledger: Ledger, flags: ReadingFlags, use: (desk: Desk) => Promise<T>): Promise<T> {
  const reader = await readerRoom(flags);
  const linking = (await import('../work/linking/index.ts')).createLink(join(packageRoot, 'models'));
  try {
    return await use(createDesk({ intake: await intakeRoom(flags), reader, ledger, link: linking.link }));
  } finally {
    await linking.close();
    await reader.close();
  }
}
