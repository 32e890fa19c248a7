import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import { MIGRATIONS } from '../../src/ledger/sqlite/migrations/index.ts';
import { startAdding } from './child.ts';
import { temporaryFolder } from './folder.ts';
import { made } from './made.ts';
import { collected } from './suite.ts';

const code = (expected: string) => expect.objectContaining({ problem: expect.objectContaining({ code: expected }) });

describe('opening a ledger', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let path: string;

  beforeEach(() => {
    folder = temporaryFolder();
    path = join(folder.path, 'ledger.db');
  });
  afterEach(() => folder[Symbol.dispose]());

  const withReports = async (count: number) => {
    const ledger = await openLedger(path, { create: true });
    await ledger.addMany(Array.from({ length: count }, (_, i) => made(i)));
    await ledger.close();
  };

  it('refuses what is not there and makes nothing', async () => {
    await expect(openLedger(path)).rejects.toEqual(code('LEDGER_NOT_FOUND'));
    await expect(openLedger(path, { readOnly: true })).rejects.toEqual(code('LEDGER_NOT_FOUND'));
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ['text', (at: string) => writeFileSync(at, 'The spy agency said …\n'.repeat(500))],
    ['a folder', (at: string) => mkdirSync(at)],
    [
      "another program's database",
      (at: string) => {
        const other = new Database(at);
        other.exec('CREATE TABLE log (words TEXT)');
        other.close();
      },
    ],
  ])('refuses %s and leaves it as it was', async (_what, make) => {
    make(path);
    const before = statSync(path).isFile() ? readFileSync(path) : null;
    await expect(openLedger(path, { create: true })).rejects.toEqual(code('LEDGER_NOT_A_LEDGER'));
    await expect(openLedger(path, { readOnly: true })).rejects.toEqual(code('LEDGER_NOT_A_LEDGER'));
    if (before) expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('refuses an empty file unless it may become a ledger', async () => {
    writeFileSync(path, '');
    await expect(openLedger(path)).rejects.toEqual(code('LEDGER_NOT_A_LEDGER'));
    await withReports(1);
    const ledger = await openLedger(path);
    expect((await ledger.counts()).reports).toBe(1);
    await ledger.close();
  });

  it('refuses a ledger of a newer version', async () => {
    await withReports(1);
    const file = new Database(path);
    file.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    file.close();
    await expect(openLedger(path)).rejects.toEqual(code('LEDGER_NEWER'));
    await expect(openLedger(path, { readOnly: true })).rejects.toEqual(code('LEDGER_NEWER'));
  });

  it('derives the rows again where an earlier version derived them', async () => {
    await withReports(3);
    const file = new Database(path);
    file.exec("UPDATE head SET derivation = 0; UPDATE report_rows SET row = '{}'");
    file.close();
    const ledger = await openLedger(path);
    expect((await ledger.page('reports')).rows.map(({ givenId }) => givenId).sort()).toEqual(['given-0', 'given-1', 'given-2']);
    await ledger.close();
  });

  it('changes nothing when opened for reading', async () => {
    await withReports(2);
    const ledger = await openLedger(path, { readOnly: true });
    const { received, reading } = made(5);
    await expect(ledger.add(received, reading)).rejects.toEqual(code('LEDGER_READ_ONLY'));
    await expect(ledger.rebuild()).rejects.toEqual(code('LEDGER_READ_ONLY'));
    expect((await ledger.counts()).reports).toBe(2);
    await ledger.close();
  });

  // Root may write anywhere, so that a process of nobody's is asked.
  it.runIf(process.getuid?.() === 0)('reads, and refuses to write, in a read-only folder', async () => {
    await withReports(2);
    chmodSync(folder.path, 0o555);
    const script = `
      const { openLedger } = await import(${JSON.stringify(new URL('../../src/ledger/index.ts', import.meta.url).href)});
      process.setgid(65534); process.setuid(65534);
      const told = async (options, path) => {
        try {
          const ledger = await openLedger(path, options);
          const { reports } = await ledger.counts();
          await ledger.close();
          return reports;
        } catch (error) {
          return error.problem?.code ?? String(error);
        }
      };
      const path = ${JSON.stringify(path)};
      console.log(JSON.stringify([
        await told({ readOnly: true }, path), await told({}, path), await told({ create: true }, path + '-new'),
        await told({ create: true }, ${JSON.stringify(join(folder.path, 'new', 'ledger.db'))}),
      ]));
    `;
    chownSync(path, 65534, 65534);
    chmodSync(path, 0o444);
    const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { encoding: 'utf8' });
    chmodSync(folder.path, 0o755);
    expect([run.stderr.replace(/^.*npm warn.*$/gm, '').trim(), JSON.parse(run.stdout || 'null')]).toEqual([
      '',
      [2, 'LEDGER_READ_ONLY', 'LEDGER_READ_ONLY', 'LEDGER_READ_ONLY'],
    ]);
  });

  it('lets a second writer wait, and tells it who writes when it has waited enough', async () => {
    const [one, two] = [await openLedger(path, { create: true }), await openLedger(path, { waitMilliseconds: 50 })];
    const { received, reading } = made(0);
    await one.add(received, reading);
    const holder = new Database(path);
    holder.exec('BEGIN IMMEDIATE');
    const other = made(1);
    const refused = two.add(other.received, other.reading);
    await expect(refused).rejects.toEqual(code('LEDGER_BUSY'));
    await expect(refused).rejects.toThrow(`process ${process.pid} on `);
    const waiting = one.add(other.received, other.reading);
    setTimeout(() => holder.exec('ROLLBACK'), 100);
    expect((await waiting).status).toBe('stored');
    expect((await two.add(other.received, other.reading)).status).toBe('known');
    holder.close();
    await one.close();
    await two.close();
  });

  it('waits to be opened while another program holds the whole file, and says so when it has waited enough', async () => {
    const holder = new Database(path);
    holder.exec('BEGIN EXCLUSIVE');
    await expect(openLedger(path, { create: true, waitMilliseconds: 50 })).rejects.toEqual(code('LEDGER_BUSY'));
    setTimeout(() => holder.exec('ROLLBACK'), 100);
    const ledger = await openLedger(path, { create: true });
    expect((await ledger.counts()).reports).toBe(0);
    holder.close();
    await ledger.close();
  });

  it('lets two processes write to one ledger at once', { timeout: 60_000 }, async () => {
    const [one, two] = [startAdding(path, 40), startAdding(path, 60, 3)];
    expect([(await one.ended).status, (await two.ended).status]).toEqual([0, 0]);
    const ledger = await openLedger(path, { readOnly: true });
    expect((await ledger.counts()).reports).toBe(60);
    expect(await collected(ledger.verify())).toEqual([]);
    await ledger.close();
  });

  // A limit on the size of files answers a write as a full disk does: not at all.
  it('stores nothing by half on a full disk, and goes on when there is room', { timeout: 60_000 }, async () => {
    const { lines, status } = await startAdding(path, 400, 4, "trap '' XFSZ; ulimit -f 1500;").ended;
    expect([status, lines.at(-1)]).toEqual([1, 'LEDGER_DISK_FULL']);
    const ledger = await openLedger(path);
    const { reports } = await ledger.counts();
    expect([reports, reports % 4]).toEqual([Number(lines.at(-2)), 0]);
    expect(reports).toBeGreaterThan(0);
    expect(await collected(ledger.verify())).toEqual([]);
    await ledger.close();
    expect((await startAdding(path, 400, 4).ended).status).toBe(0);
  });
});
