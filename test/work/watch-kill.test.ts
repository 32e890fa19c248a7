import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import { PARAGRAPHS, page, serve } from '../intake/helpers.ts';
import { temporaryFolder } from '../ledger/folder.ts';
import { collected } from '../ledger/suite.ts';

/** How often the watch is killed: a few times here, thirty by `KILLS=30 npx vitest run test/work/watch-kill.test.ts`. */
const KILLS = Number(process.env.KILLS ?? 2);
const ARTICLES = 30;
const WATCHING = fileURLToPath(new URL('watching.ts', import.meta.url));

const folder = temporaryFolder();
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  site = await serve((request, response) => {
    const { url = '' } = request;
    if (url === '/feed') {
      const items = Array.from({ length: ARTICLES }, (_, i) => `<item><link>${site.url}/${i}</link></item>`).join('');
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.writeHead(200, { etag: '"1"' }).end(`<rss><channel>${items}</channel></rss>`);
    } else if (/^\/\d+$/.test(url)) {
      const words = [`Article number ${url.slice(1)}.`, ...PARAGRAPHS].map((text) => `<p>${text}</p>`).join('');
      // As pages do, each visit brings other bytes around the same words.
      response.writeHead(200, { 'content-type': 'text/html' }).end(page(`<meta name="token" content="${Math.random()}">`, words));
    } else response.writeHead(404).end();
  });
});
afterAll(async () => {
  await site.stop();
  folder[Symbol.dispose]();
});

it(`a watch killed ${KILLS} times loses nothing and doubles nothing`, { timeout: 120_000 + KILLS * 60_000 }, async () => {
  const path = join(folder.path, 'desk.db');
  let told = 0;
  for (let kill = 0; kill <= KILLS; kill += 1) {
    const child = spawn(process.execPath, ['--import', 'tsx', WATCHING, path, `${site.url}/feed`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // Somewhere in this run's share of the articles; the last run is left to end.
    const until = kill < KILLS ? 1 + Math.floor(((kill + Math.random()) * ARTICLES) / (KILLS + 1)) - told : Number.POSITIVE_INFINITY;
    let lines = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      lines += text.split('\n').filter((line) => line === 'added').length;
      if (lines >= until) child.kill('SIGKILL');
    });
    const [status] = (await once(child, 'close')) as [number | null];
    if (kill === KILLS) expect(status).toBe(0);
    told += lines;
  }
  const ledger = await openLedger(path);
  const reports = await collected(ledger.each('reports'));
  expect(new Set(reports.map(({ url }) => url)).size).toBe(ARTICLES);
  expect(reports).toHaveLength(ARTICLES);
  expect(await collected(ledger.verify())).toEqual([]);
  expect((await ledger.watching.rows())[0]).toMatchObject({ items: ARTICLES, failing: 0 });
  await ledger.close();
});
