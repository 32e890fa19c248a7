import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const execute = promisify(execFile);
/** An empty folder, with nothing in its environment that points back here. */
const folder = mkdtempSync(join(tmpdir(), 'accordingto-package-'));
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('npm_') && name !== 'NODE_ENV'));
const inFolder = { cwd: folder, env: { ...env, INIT_CWD: folder }, maxBuffer: 64 * 1024 * 1024 };
const running: ChildProcess[] = [];

const npx = (...words: string[]) => execute('npx', ['--no-install', 'accordingto', ...words], inFolder);

/** Packs what npm would publish, and installs it without what is only needed to build. */
beforeAll(async () => {
  const { stdout } = await execute('npm', ['pack', '--json', '--pack-destination', folder], { maxBuffer: 64 * 1024 * 1024 });
  const [{ filename }] = JSON.parse(stdout) as [{ filename: string }];
  writeFileSync(join(folder, 'package.json'), '{ "name": "empty", "version": "1.0.0", "private": true }');
  await execute('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', join(folder, filename)], inFolder);
}, 400_000);

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

const STORY =
  'SARN, March 10 – The bridge at Sarn will stay closed, the mayor, Hanne Brisk, said on Tuesday.\n\n“It is not safe,” she said.';

describe('the packed package, installed in an empty folder', () => {
  it('brings none of what it is built with', () => {
    const names = readdirSync(join(folder, 'node_modules'));
    for (const name of ['typescript', 'vite', 'react', 'vitest', 'tsx']) expect(names).not.toContain(name);
    expect(existsSync(join(folder, 'node_modules', 'accordingto', 'src'))).toBe(false);
  });

  it('reads standard input', async () => {
    writeFileSync(join(folder, 'story.txt'), STORY);
    const { stdout } = await execute(
      'sh',
      ['-c', 'npx --no-install accordingto read - --json --published 2026-03-10 < story.txt'],
      inFolder,
    );
    const reading = JSON.parse(stdout) as {
      report: { text: string };
      statements: { source: { text: string } | null; content: { text: string } }[];
    };
    expect(reading.report.text).toBe(STORY);
    expect(reading.statements.some(({ content }) => content.text.includes('It is not safe'))).toBe(true);
  });

  it('adds, and says what it has', async () => {
    cpSync('examples/sample.jsonl', join(folder, 'reports.jsonl'));
    const added = await npx('add', '--jsonl', 'reports.jsonl', 'story.txt');
    expect(added.stderr).toContain('7 reports stored');
    const { stdout } = await npx('export', '--format', 'json');
    expect((JSON.parse(stdout) as { reports: unknown[] }).reports).toHaveLength(7);
    expect((await npx('verify')).stderr).toContain('Whole');
  }, 60_000);

  it('finds its own parts', async () => {
    const { stdout } = await npx('doctor', '--json');
    const { findings } = JSON.parse(stdout) as { findings: { name: string; state: string; detail: string }[] };
    expect(findings.filter(({ state }) => state !== 'fine')).toEqual([]);
  });

  it('starts, answers, and stops at SIGTERM', async () => {
    const server = spawn('node_modules/.bin/accordingto', ['start', '--port', '0', '--no-open'], inFolder);
    running.push(server);
    const address = await new Promise<string>((resolve, reject) => {
      server.stdout?.once('data', (chunk) => resolve(String(chunk).trimEnd()));
      server.once('exit', (code) => reject(new Error(`start ended with ${code}`)));
    });
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const health = (await (await fetch(`${address}/api/health`)).json()) as { status: string };
    expect(health.status).toBe('ok');
    const page = await fetch(address);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    const { rows } = (await (await fetch(`${address}/api/reports`)).json()) as { rows: unknown[] };
    expect(rows).toHaveLength(7);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
  }, 60_000);
});
