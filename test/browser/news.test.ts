import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import type { Linking } from '../../src/ledger/port.ts';
import { startTestServer, type TestServer } from '../server/support/server.ts';
import { storyLinking, storyReports } from '../server/support/story.ts';
import { axe, type Built, buildPage, startBrowser, watch } from './support/browser.ts';

let folder: string;
let built: Built;
let browser: Browser;
let ledger: Ledger;
let server: TestServer;
const reports = storyReports();

/** The story's linking as it stood when only its first reports were there. */
function upTo(known: number): Linking {
  const ids = new Set(reports.slice(0, known).map(({ received }) => received.report.id));
  const linking = storyLinking(reports);
  const has = (report: string): boolean => ids.has(report);
  const claims = linking.claims
    .map((claim) => ({ ...claim, statements: claim.statements.filter(({ id }) => has(id.slice(0, id.lastIndexOf(':')))) }))
    .filter(({ statements }) => statements.length > 0);
  const here = new Set(claims.map(({ id }) => id));
  return {
    ...linking,
    copies: linking.copies.filter(({ report }) => has(report)),
    claims,
    relations: linking.relations.filter(({ from, to }) => here.has(from) && here.has(to)),
    tallies: linking.tallies.map((tally) => ({ ...tally, points: tally.points.filter(({ report }) => has(report)) })),
    forecasts: linking.forecasts.filter(({ claim }) => here.has(claim)),
    statementSources: new Map([...linking.statementSources].filter(([id]) => has(id.slice(0, id.lastIndexOf(':'))))),
  };
}

const add = async (index: number): Promise<void> => {
  const { received, reading } = reports[index] as (typeof reports)[0];
  await ledger.add(received, reading);
  await ledger.link(upTo(index + 1));
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accordingto-news-'));
  [built, browser, ledger] = await Promise.all([buildPage(), startBrowser(), openLedger(join(folder, 'news.db'), { create: true })]);
  server = await startTestServer({ webFolder: built.folder, ledger, empty: true });
  await add(0);
  await add(1);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await ledger?.close();
  await built?.remove();
  await rm(folder, { recursive: true });
});

it('shows what is new since all was marked as seen, in this browser alone, and by an address for others', async () => {
  const watched = await watch(browser, server.url);
  const { page } = watched;
  await page.goto('/');
  await page.getByText('Newest reports').waitFor();
  await page.getByRole('button', { name: 'Mark all as seen' }).click();
  await page.getByText('Nothing new since then').waitFor();
  expect(await page.getByRole('button', { name: 'Mark all as seen' }).count()).toBe(0);
  const { entries } = await ledger.counts();

  await add(2);
  await page.reload();
  await page.getByText('since you marked all as seen').waitFor();
  await page.getByRole('heading', { name: /New reports/ }).waitFor();
  const words = (await page.locator('.news').textContent()) ?? '';
  expect(words).toMatch(/Claims first seen 1.*The leak is between 25 and 30 litres a second/);
  expect(words).toMatch(/Figures that moved 1.*at least 40 → 25 to 30, corrected/);
  expect(words).toMatch(/New reports 1/);
  expect(words).toContain('Forecasts due 1');
  expect(await axe(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await axe(page, ['color-contrast'])).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);

  // Marking by keyboard alone: j to the first row works, and the button is reached and pressed.
  await page.getByRole('button', { name: 'Mark all as seen' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Nothing new since then').waitFor();
  expect(watched.complaints).toEqual([]);
  await watched.close();

  const colleague = await watch(browser, server.url);
  await colleague.page.goto(`/?since=${entries}`);
  await colleague.page.getByText(`since entry ${entries} of the ledger`).waitFor();
  await colleague.page.getByRole('heading', { name: /Claims first seen/ }).waitFor();
  await colleague.page.goto(`/claims?since=${entries}`);
  await colleague.page.getByText('The leak is between').waitFor();
  expect(await colleague.page.locator('.row-link').count()).toBe(1);
  expect(colleague.complaints).toEqual([]);
  await colleague.close();
}, 60_000);

it('is an answer of the API; what is asked wrongly is refused', async () => {
  const get = async (path: string) => (await fetch(new URL(path, server.url))).json();
  const all = await get('/api/news?since=0&today=2025-01-01');
  expect(all).toMatchObject({ since: 0, reports: { count: 3, more: false }, claims: { count: 4 }, due: { count: 0 } });
  expect(all.contradictions.count).toBe(0);
  expect((await get('/api/news?since=0&today=2025-04-14')).due.count).toBe(1);
  expect(await get(`/api/news?since=${all.until}`)).toMatchObject({ reports: { count: 0 }, claims: { count: 0 }, moved: { count: 0 } });
  for (const bad of ['', '?since=-1', '?since=x', '?since=1&today=soon', '?since=1&colour=red'])
    expect((await get(`/api/news${bad}`)).code).toBe('SERVER_BAD_REQUEST');
});
