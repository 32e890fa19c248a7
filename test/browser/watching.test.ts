import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIntake } from '../../src/intake/index.ts';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import type { WatchedPlace } from '../../src/model/index.ts';
import { createReader } from '../../src/reader/reader.ts';
import { createDesk } from '../../src/work/index.ts';
import { page as html, PARAGRAPHS, serve } from '../intake/helpers.ts';
import { temporaryFolder } from '../ledger/folder.ts';
import { collected } from '../ledger/suite.ts';
import { startTestServer, type TestServer } from '../server/support/server.ts';
import { axe, type Built, buildPage, startBrowser, watch } from './support/browser.ts';

// What is watched, and the versions of an address, over a ledger on disk.

const folder = temporaryFolder();
let built: Built;
let browser: Browser;
let ledger: Ledger;
let server: TestServer;
let report = '';

const PLACE: WatchedPlace = {
  place: 'https://courier.example/feed.xml',
  kind: 'feed',
  since: '2024-10-14T08:00:00Z',
  lastTry: '2024-10-15T08:00:00Z',
  lastSuccess: '2024-10-15T07:45:00Z',
  nextTry: '2024-10-15T08:02:00Z',
  lastError: { at: '2024-10-15T08:00:00Z', code: 'INTAKE_HTTP_STATUS', message: 'https://courier.example/feed.xml answered 503.' },
  failures: 2,
  etag: null,
  lastModified: null,
};

/** The same address with two texts, one after the other, and then nothing. */
async function giveVersions(): Promise<void> {
  let visit = 0;
  const site = await serve((request, response) => {
    if (request.url !== '/story' || visit > 1) response.writeHead(404).end();
    else {
      const first = PARAGRAPHS[0]?.replace('Tuesday', visit === 0 ? 'Tuesday' : 'Wednesday') ?? '';
      visit += 1;
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(html('', [first, ...PARAGRAPHS.slice(1)].map((words) => `<p>${words}</p>`).join('')));
    }
  });
  const intake = () => createIntake({ allowPrivate: ['127.0.0.1/32'] });
  const desk = createDesk({ intake, reader: createReader([]), ledger });
  for (let look = 0; look < 3; look += 1) {
    const [event] = await collected(desk.add([{ kind: 'address', url: `${site.url}/story` }]));
    if (event?.kind === 'stored') report = event.reportId;
  }
  await site.stop();
}

beforeAll(async () => {
  ledger = await openLedger(join(folder.path, 'desk.db'), { create: true });
  await ledger.watching.put(PLACE, []);
  await ledger.watching.put({ ...PLACE, place: '/srv/inbox', kind: 'folder', lastError: null, failures: 0 }, []);
  await giveVersions();
  [built, browser] = await Promise.all([buildPage(), startBrowser()]);
  server = await startTestServer({ webFolder: built.folder, ledger, empty: true });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await ledger?.close();
  await built?.remove();
  folder[Symbol.dispose]();
});

async function visit(path: string, use: (page: Page) => Promise<void>): Promise<void> {
  const watched = await watch(browser, server.url);
  try {
    await watched.page.goto(path);
    await watched.page.locator('h1').first().waitFor();
    await use(watched.page);
    if (process.env.SCREENSHOTS)
      await watched.page.screenshot({ path: join(process.env.SCREENSHOTS, `${path.split('/')[1]}.png`), fullPage: true });
    expect(watched.complaints).toEqual([]);
  } finally {
    await watched.close();
  }
}

describe('what is watched', () => {
  it('shows each place with last success, next try and last error, without fault for axe, and fits 390 pixels', async () => {
    await visit('/watching', async (page) => {
      await page.getByRole('row').nth(2).waitFor();
      const rows = await page.getByRole('row').allTextContents();
      expect(rows[1]).toMatch(/inbox.*folder.*0 files.*none/);
      expect(rows[2]).toMatch(/feed\.xml.*feed.*15 Oct 2024 07:45 UTC.*15 Oct 2024 08:02 UTC.*answered 503.*2 in a row/);
      expect(await axe(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axe(page, ['color-contrast'])).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      await page.setViewportSize({ width: 1280, height: 900 });
    });
  });

  it('is there as JSON and CSV', async () => {
    const { rows } = await (await fetch(new URL('/api/watching', server.url))).json();
    expect(rows.map(({ place }: { place: string }) => place)).toEqual(['/srv/inbox', PLACE.place]);
    const csv = await (await fetch(new URL('/api/watching.csv', server.url))).text();
    expect(csv.split('\r\n')[2]).toContain('INTAKE_HTTP_STATUS');
  });
});

describe('the versions of an address', () => {
  it('stand on the report page, with what changed, without fault for axe', async () => {
    await visit(`/reports/${report}`, async (page) => {
      await page.getByText('Its address gave 2 texts in 3 looks and is gone now').click();
      await page.getByText('What was cut, what was added').click();
      expect(await page.locator('.changed ol').textContent()).toMatch(/another text.*this text.*gone/);
      await page.locator('ins').waitFor();
      expect(await page.locator('del').textContent()).toContain('on Tuesday');
      expect(await page.locator('ins').textContent()).toContain('on Wednesday');
      expect(await axe(page)).toEqual([]);
    });
  });

  it('and how it came, as data', async () => {
    const custody = await (await fetch(new URL(`/api/reports/${report}/custody`, server.url))).json();
    expect(custody).toMatchObject({ report, mediaType: 'text/html', headers: { 'content-type': 'text/html' } });
    const missing = await fetch(new URL('/api/reports/none/custody', server.url));
    expect([missing.status, (await missing.json()).code]).toEqual([404, 'LEDGER_ROW_NOT_FOUND']);
    expect((await (await fetch(new URL(`/api/reports/${report}/versions`, server.url))).json()).rows).toHaveLength(3);
  });
});
