import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { modelFolder, openNetworks } from '../../src/reader/encoder/index.ts';
import { readText } from '../../src/reader/said/neural/read.ts';
import { startBrowser } from './support/browser.ts';

const TEXT =
  'The mayor of Northport said on Monday that the bridge will be closed for three weeks.\n\n“We have seen this before,” said Anna Keller, ' +
  'the harbour master. “And we will see it again.”\n\nEngineers warned that the dam could fail, according to a report that the county has not denied.';

let folder: string;
let browser: Browser;
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accordingto-web-'));
  const entry = join(import.meta.dirname, 'support', 'reading-page.ts');
  const lib = { entry, formats: ['iife' as const], name: 'page', fileName: () => 'page.js' };
  await build({ configFile: false, logLevel: 'error', build: { lib, outDir: folder, emptyOutDir: true, minify: false } });
  await writeFile(join(folder, 'index.html'), '<!doctype html><meta charset="utf-8"><title>reads</title><script src="/page.js"></script>');
  const runtime = dirname(createRequire(import.meta.url).resolve('onnxruntime-web'));
  const folders: Record<string, string> = { '/runtime': runtime, '/model': modelFolder(), '/': folder };
  const types: Record<string, string> = { html: 'text/html', js: 'text/javascript', wasm: 'application/wasm' };
  server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url as string);
    const file = join(folders[dirname(path)] ?? folder, basename(path));
    response.setHeader('content-type', types[file.split('.').at(-1) as string] ?? 'application/octet-stream');
    createReadStream(file)
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await startBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await new Promise((resolve) => server?.close(resolve));
  await rm(folder, { recursive: true });
});

it('a browser finds the statements that Node finds, with nothing from elsewhere', { timeout: 120_000 }, async () => {
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const page = await (await browser.newContext()).newPage();
  const elsewhere: string[] = [];
  page.on('request', (request) => request.url().startsWith(base) || /^(blob|data):/.test(request.url()) || elsewhere.push(request.url()));
  await page.goto(base);
  const read = (text: string): unknown => (globalThis as unknown as { readInBrowser: (text: string) => unknown }).readInBrowser(text);
  const found = await page.evaluate(read, TEXT);

  const node = await openNetworks();
  const wanted = await readText(node, TEXT, { threshold: node.manifest.settings.threshold, depth: 2 });
  await node.close();
  expect(wanted.length).toBeGreaterThan(2);
  expect(found).toEqual(wanted.map(({ source, cue, content }) => [source, cue, content]));
  expect(elsewhere).toEqual([]);
});
