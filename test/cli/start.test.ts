import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { run, temporaryFolder } from './support/run.ts';

const folder = temporaryFolder();

/** Runs `start`, asks it something once it answers, and stops it as SIGTERM does. */
async function started<T>(argv: readonly string[], ask: (address: string) => Promise<T>) {
  const abort = new AbortController();
  let answer: Promise<T> | undefined;
  const onOut = (text: string): void => {
    answer ??= ask(text.trimEnd()).finally(() => abort.abort());
  };
  const outcome = await run(['start', '--no-open', ...argv], { abort, onOut });
  return { ...outcome, answer: await answer };
}

it('prints the address alone, answers there, and ends with 0', async () => {
  const path = join(folder, 'sample.db');
  const { status, out, answer } = await started(['--port', '0', '--sample', '--ledger', path], async (address) => {
    const reports = (await (await fetch(`${address}/api/reports`)).json()) as { rows: unknown[] };
    return reports.rows.length;
  });
  expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
  expect([status, answer]).toEqual([0, 6]);
  expect(existsSync(`${path}-wal`)).toBe(false);
});

it('takes the next port where its own is taken, and says so', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  const { status, out, err } = await started(['--port', String(port), '--ledger', join(folder, 'two.db')], async () => undefined);
  other.close();
  const [, taken] = /:(\d+)\n$/.exec(out) ?? [];
  expect(status).toBe(0);
  expect(Number(taken)).toBeGreaterThan(port);
  expect(err).toContain(`Port ${port} is taken; this is ${taken}.`);
});

it('refuses a ledger that is none, and serves nothing', async () => {
  const { status, out, err } = await run(['start', '--no-open', '--port', '0', '--ledger', 'README.md']);
  expect([status, out]).toEqual([1, '']);
  expect(err).toContain('LEDGER_NOT_A_LEDGER');
});
