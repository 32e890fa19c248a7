import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvCell } from '../../src/server/csv/csv.ts';
import { createTurns } from '../../src/server/turns.ts';
import { startTestServer } from './support/server.ts';

describe('starting and stopping', () => {
  it('takes the next free port when its own is taken', async () => {
    const first = await startTestServer({ empty: true });
    const second = await startTestServer({ empty: true, port: first.port });
    try {
      expect(second.port).toBeGreaterThan(first.port);
      expect((await fetch(new URL('/api/health', second.url))).status).toBe(200);
    } finally {
      await Promise.all([first.stop(), second.stop()]);
    }
  });

  it('lets what is under way end when it is stopped, and stops once', async () => {
    const server = await startTestServer({ empty: true });
    const answer = fetch(new URL('/api/reports', server.url), {
      method: 'POST',
      body: JSON.stringify({ text: 'The last word.' }),
      headers: { 'content-type': 'application/json' },
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await Promise.all([server.stop(), server.stop()]);
    expect((await answer).status).toBe(201);
    await expect(fetch(server.url)).rejects.toThrow();
  });
});

describe("the page's files", () => {
  it('are served by name, cached by content, and answer every address of the page', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'accordingto-web-'));
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<meta property="csp-nonce" content="__NONCE__">');
    await writeFile(join(folder, 'assets', 'page-1.js'), 'export {}');
    await writeFile(join(folder, '..', 'secret.js'), 'secret');
    const server = await startTestServer({ empty: true, webFolder: folder });
    const get = (path: string, headers = {}) => fetch(new URL(path, server.url), { headers });
    try {
      const page = await get('/reports/r1:2-3.own?x=1');
      const [, nonce] = /content="([\w-]+)"/.exec(await page.text()) ?? [];
      expect(page.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      expect(await (await get('/')).text()).not.toContain(nonce);
      const script = await get('/assets/page-1.js');
      expect(script.headers.get('content-type')).toContain('text/javascript');
      expect(script.headers.get('cache-control')).toContain('immutable');
      expect((await get('/assets/page-1.js', { 'if-none-match': script.headers.get('etag') })).status).toBe(304);
      for (const path of ['/assets/gone.js', '/assets/..%2f..%2fsecret.js', '/favicon.ico']) expect((await get(path)).status).toBe(404);
    } finally {
      await server.stop();
      await rm(folder, { recursive: true });
      await rm(join(folder, '..', 'secret.js'));
    }
  });
});

describe('a CSV cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+44', "'+44"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['＝1', "'＝1"],
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['a,b', '"a,b"'],
    ['two\nlines', '"two\nlines"'],
    [-2, '-2'],
    [null, ''],
    [true, 'true'],
    ['plain', 'plain'],
  ])('of %j is %j', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });
});

describe('turns', () => {
  it('take one task at a time, in order, and go on after a failure', async () => {
    const inTurn = createTurns();
    const seen: string[] = [];
    const task =
      (name: string, fails = false) =>
      async () => {
        seen.push(`${name} begins`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        seen.push(`${name} ends`);
        if (fails) throw new Error(name);
      };
    const results = await Promise.allSettled([inTurn(task('a')), inTurn(task('b', true)), inTurn(task('c'))]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });
});
