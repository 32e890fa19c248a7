import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLedger } from '../../src/ledger/index.ts';
import type { Ledger } from '../../src/ledger/port.ts';
import { createReader } from '../../src/reader/reader.ts';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { createDesk } from '../../src/work/index.ts';
import { linkNew } from '../../src/work/linking/index.ts';
import { storyReports } from '../server/support/story.ts';
import { axe, type Built, buildPage, startBrowser, watch } from './support/browser.ts';

let built: Built;
let browser: Browser;
let folder: string;
let ledger: Ledger;
let server: RunningServer;

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPage(), startBrowser()]);
  folder = await mkdtemp(join(tmpdir(), 'accordingto-judging-'));
  ledger = await openLedger(join(folder, 'desk.db'), { create: true });
  await ledger.addMany(storyReports());
  const link = (of: Ledger): Promise<void> => linkNew(of, null);
  await link(ledger);
  const intake = () => async function* () {};
  const desk = createDesk({ intake, reader: createReader([]), ledger, link });
  server = await startServer({ ledger, desk, version: '0.0.0-test', webFolder: built.folder }, 0);
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await ledger?.close();
  await built?.remove();
  await rm(folder, { recursive: true, force: true });
});

it('lets a person answer by one key what the machine is unsure of, and take it back', async () => {
  const { page, complaints, close } = await watch(browser, server.url);
  await page.goto('/review');
  await page.locator('.question').waitFor();
  expect(await axe(page)).toEqual([]);
  await page.getByPlaceholder('your name').fill('Ana');
  await page.getByPlaceholder('your name').blur();
  await page.keyboard.press('y');
  await page.locator('.review-past li').waitFor();
  const [entry] = (await ledger.entries({ filters: { kind: 'judgement' } })).rows;
  expect(entry?.body).toMatchObject({ verdict: 'confirm', by: 'Ana' });
  await page.keyboard.press('u');
  await page.locator('.review-past').waitFor({ state: 'detached' });
  expect((await ledger.judgement(entry?.sequence ?? 0))?.undone).toBe(true);
  expect(complaints).toEqual([]);
  await close();
});

it('puts a person’s words in place of the machine’s, which stay beside, and takes a rejection back', async () => {
  const [claim] = (await ledger.page('claims', { limit: 1 })).rows;
  const { page, close } = await watch(browser, server.url);
  await page.goto(`/claims/${claim?.id}`);
  await page.getByPlaceholder('your name').fill('Ana');
  await page.getByPlaceholder('in other words').fill('The wall leaks');
  await page.getByRole('button', { name: 'Correct' }).click();
  await page.getByRole('heading', { name: 'The wall leaks' }).waitFor();
  expect(await page.locator('.judged').textContent()).toContain(claim?.proposition);
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Reject' }).click();
  await page.locator('.failed').waitFor();
  expect(await ledger.row('claims', claim?.id ?? '')).toBeNull();
  await page.getByText('Ana rejected').waitFor();
  await page.getByRole('button', { name: 'undo' }).last().click();
  await page.getByRole('heading', { name: 'The wall leaks' }).waitFor();
  await close();
});

it('corrects a statement beside its words', async () => {
  const [statement] = (await ledger.page('statements', { limit: 1 })).rows;
  const { page, complaints, close } = await watch(browser, server.url);
  await page.goto(`/reports/${statement?.report}`);
  await page.locator('.judge-here summary').first().click();
  const judge = page.locator('.judge-here .judge').first();
  await judge.getByPlaceholder('your name').fill('Ana');
  expect(await axe(page)).toEqual([]);
  await judge.getByLabel('what to correct').selectOption('certainty');
  await judge.locator('input[name=value]').fill('possible');
  await judge.getByRole('button', { name: 'Correct' }).click();
  await page.locator('.note .judged').first().waitFor();
  expect(complaints).toEqual([]);
  await close();
});
