import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import type { TimelineEntry } from '../../src/model/index.ts';
import { startTestServer, type TestServer } from '../server/support/server.ts';
import { storyLinking, storyReports } from '../server/support/story.ts';
import { axe, type Built, buildPage, startBrowser, type Watched, watch } from './support/browser.ts';

const HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>\u202e';

let folder: string;
let built: Built;
let browser: Browser;
let ledger: Ledger;
let server: TestServer;

/** Rows of three places, vague and exact, and one whose words are hostile. */
function rows(report: string): TimelineEntry[] {
  const at = (when: string, where: string, country: string, lat: number, lon: number, geonames: number): TimelineEntry => ({
    when,
    what: `something happened in ${where}`,
    where,
    country,
    lat,
    lon,
    geonames,
    report,
    statement: null,
  });
  return [
    at('2025-04-14', 'Hallin', 'CH', 46.9, 9.1, 1),
    at('2025-04-15', 'Hallin', 'CH', 46.9, 9.1, 1),
    at('2025-03', 'Vesper', 'AT', 47.1, 10.2, 2),
    at('2025-05-20/..', HOSTILE, 'IT', 45.5, 9.2, 3),
    { when: '2025-04-16', what: `nowhere ${HOSTILE}`, where: null, report, statement: null },
  ];
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accordingto-map-'));
  [built, browser, ledger] = await Promise.all([buildPage(), startBrowser(), openLedger(join(folder, 'map.db'), { create: true })]);
  server = await startTestServer({ webFolder: built.folder, ledger });
  const reports = storyReports();
  await ledger.link({ ...storyLinking(reports), timeline: rows(reports[0]?.received.report.id ?? '') });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await ledger?.close();
  await built?.remove();
  await rm(folder, { recursive: true });
});

async function visit(path: string, use: (watched: Watched) => Promise<void>): Promise<void> {
  const watched = await watch(browser, server.url);
  try {
    await watched.page.goto(path);
    await watched.page.locator('.world-map .land').waitFor({ state: 'attached' });
    await use(watched);
    expect(watched.complaints).toEqual([]);
  } finally {
    await watched.close();
  }
}

describe('the map', () => {
  it('is without fault for axe, open and as a table, and shows hostile names as text', async () => {
    await visit('/map', async ({ page }) => {
      await page.getByText('The map as a table').click();
      expect(await axe(page)).toEqual([]);
      expect(await page.locator('.places-table tbody tr').count()).toBe(3);
      expect(await page.locator('.places-table').textContent()).toContain(HOSTILE);
      expect(await page.locator('[role=status]').last().textContent()).toContain('1 row without a place');
      expect(await page.locator('.happened').count()).toBe(4);
    });
  });

  it('takes a place by keyboard; the address holds it, back takes it away', async () => {
    await visit('/map', async ({ page }) => {
      await page.locator('.world-map a', { hasText: 'Hallin' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => page.url()).toContain('geonames=1');
      await expect.poll(() => page.locator('.happened').count()).toBe(2);
      await page.getByRole('link', { name: 'by time' }).click();
      await expect.poll(() => page.url()).toContain('/timeline?geonames=1');
      await expect.poll(() => page.locator('.happened').count()).toBe(2);
      await page.goBack();
      await page.goBack();
      await expect.poll(() => page.locator('.happened').count()).toBe(4);
    });
  });

  it('takes a stretch of time by the arrow keys and by hand, and a press alone gives it back', async () => {
    await visit('/map', async ({ page }) => {
      const from = page.getByRole('slider', { name: 'from' });
      await from.focus();
      const before = await from.getAttribute('aria-valuetext');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => page.url()).toMatch(/from=2025-\d\d-\d\d/);
      expect(await from.getAttribute('aria-valuetext')).not.toBe(before);
      const box = await page.locator('.brush svg').first().boundingBox();
      if (!box) throw new Error('no brush');
      await page.mouse.move(box.x + box.width * 0.4, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.7, box.y + 20, { steps: 4 });
      await page.mouse.up();
      await expect.poll(() => page.url()).toMatch(/from=.*to=/);
      await expect.poll(() => page.locator('.happened').count()).toBeLessThan(4);
      const chosen = page.url();
      await page.reload();
      await page.locator('.brush').waitFor();
      expect(page.url()).toBe(chosen);
      await page.mouse.click(box.x + box.width * 0.2, box.y + 20);
      await expect.poll(() => page.url()).not.toMatch(/from=/);
    });
  });

  it('is kept as SVG, and its rows and places as JSON and CSV', async () => {
    await visit('/map?country=ch', async ({ page }) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.told').getByRole('button', { name: 'SVG' }).click(),
      ]);
      expect(await readFile(await download.path(), 'utf8')).toContain('Hallin');
      const overview = await (await fetch(new URL('/api/map?country=CH&from=2025-04-15', server.url))).json();
      expect(overview).toMatchObject({ rows: 1, placed: 1, places: [{ name: 'Hallin', country: 'CH', rows: 1 }], placesLeftOut: 0 });
      expect(overview.dates).toHaveLength(2);
      const csv = await (await fetch(new URL('/api/map.csv', server.url))).text();
      expect(csv.split('\r\n')[1]).toBe('Hallin,CH,46.9,9.1,1,2');
      expect((await fetch(new URL('/api/map?colour=red', server.url))).status).toBe(400);
    });
  });
});
