import { access, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { packageRoot } from '../package-root.ts';

/** `absent`: not there and not needed yet; `missing`: accordingto does not work without it. */
export interface Finding {
  readonly name: string;
  readonly state: 'fine' | 'absent' | 'missing';
  readonly detail: string;
}
export type Check = (options: { readonly ledger: string }) => Promise<Finding>;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0] as string;

/** The store's native part, which npm compiles where it finds no ready one. */
const database: Check = async () => {
  const name = 'database';
  try {
    const { default: Database } = await import('better-sqlite3');
    const memory = new Database(':memory:');
    const version = memory.prepare('select sqlite_version()').pluck().get();
    memory.close();
    return { name, state: 'fine', detail: `SQLite ${version}` };
  } catch (error) {
    return { name, state: 'missing', detail: messageOf(error) };
  }
};

/** What runs the neural reader; without it the reader goes by rules alone. */
const inference: Check = async () => {
  const name = 'inference';
  try {
    createRequire(import.meta.url)('onnxruntime-node');
    return { name, state: 'fine', detail: 'onnxruntime-node' };
  } catch (error) {
    return { name, state: 'absent', detail: `${messageOf(error)}; reports are read by rules alone` };
  }
};

const models: Check = async () => {
  const name = 'models';
  const folder = join(packageRoot, 'models');
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  return files.length > 0
    ? { name, state: 'fine', detail: `${files.length} files in ${folder}` }
    : { name, state: 'absent', detail: `none in ${folder}; reports are read by rules alone` };
};

const page: Check = async () => {
  const name = 'page';
  const file = join(packageRoot, 'dist', 'web', 'index.html');
  return access(file).then(
    () => ({ name, state: 'fine', detail: file }),
    () => ({ name, state: 'absent', detail: `${file} is not built; npm run build makes it` }),
  );
};

const reader: Check = async () => {
  const name = 'reader';
  try {
    const opened = await (await import('../../reader/index.ts')).createDefaultReader();
    await opened.close();
    return { name, state: 'fine', detail: opened.version };
  } catch (error) {
    return { name, state: 'missing', detail: messageOf(error) };
  }
};

const ledger: Check = async (options) => {
  const name = 'ledger';
  const path = resolve(options.ledger);
  const found = await stat(path).catch(() => null);
  return found
    ? { name, state: 'fine', detail: `${path}, ${found.size.toLocaleString('en')} bytes` }
    : { name, state: 'absent', detail: `${path}; accordingto add makes it` };
};

/** What doctor looks at, in order. */
export const CHECKS: readonly Check[] = [database, inference, models, reader, page, ledger];
