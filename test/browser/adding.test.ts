import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIntake } from '../../src/intake/index.ts';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { createDesk } from '../../src/work/index.ts';
import { axe, type Built, buildPage, startBrowser, watch } from './support/browser.ts';

// The real rooms, from the box on the page to the ledger on disk.

let built: Built;
let browser: Browser;
let server: RunningServer;
let ledger: Ledger;
let folder: string;

beforeAll(async () => {
  [built, browser, folder] = await Promise.all([buildPage(), startBrowser(), mkdtemp(join(tmpdir(), 'accordingto-adding-'))]);
  ledger = await openLedger(join(folder, 'test.db'), { create: true });
  const desk = createDesk({ intake: createIntake, reader: createDefaultReader(), ledger });
  server = await startServer({ ledger, desk, version: '0.0.0-test', webFolder: built.folder }, 0);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await ledger?.close();
  await built?.remove();
  await rm(folder, { recursive: true });
});

const REPORT = `The bridge at Ellmarsh will stay closed until May, the county engineer, Ruta Amsel, said on Tuesday.

“We found cracks in two of the bearings,” Ms Amsel told reporters.`;

/** Tries to run whatever way it is shown; `hit` would be asked for, `alert` would open, `window.ran` would be set. */
const HOSTILE = `<script>window.ran=1;alert(1)</script><img src="https://elsewhere.example/hit.png" onerror="window.ran=1">`;

describe('adding on the page', () => {
  it('is done by keyboard alone: paste, read, open, step to the words', async () => {
    const { page, complaints, close } = await watch(browser, server.url);
    await page.goto('/');
    const box = page.getByLabel('Paste a report, drop files, or give addresses and feeds');
    await box.waitFor();
    while (!(await box.evaluate((node) => node === document.activeElement))) await page.keyboard.press('Tab');
    await page.keyboard.insertText(REPORT);
    await page.keyboard.press('Control+Enter');
    await page.locator('.job', { hasText: '1 stored' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.note').first().waitFor();
    expect(await page.locator('main').textContent()).toContain('Ruta Amsel');
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    expect(await page.locator('.said.lit').first().textContent()).toContain('bridge at Ellmarsh');
    expect(complaints).toEqual([]);
    await close();
  });

  it('takes files, tells of each report in them, and of each refusal what to do', async () => {
    const { page, complaints, close } = await watch(browser, server.url);
    await page.goto('/');
    const lines = [
      { id: 'a', text: 'The mayor said the road is open.', title: 'Road' },
      { id: 'b', text: 'The mayor said the road is closed.', title: 'Road again' },
    ];
    await page.locator('input[type=file]').setInputFiles([
      {
        name: 'two.jsonl',
        mimeType: 'application/x-ndjson',
        buffer: Buffer.from(`${lines.map((line) => JSON.stringify(line)).join('\n')}\nnot json\n`),
      },
      { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
    ]);
    await page.locator('.job', { hasText: '2 stored · 1 refused' }).waitFor();
    await page.locator('.job', { hasText: 'empty.txt' }).getByText('INTAKE_EMPTY').waitFor();
    expect(await page.locator('.refused').count()).toBe(2);
    expect(complaints).toEqual([]);
    await close();
  });

  it('shows hostile words as words: nothing runs, nothing is asked for elsewhere', async () => {
    const { page, complaints, close } = await watch(browser, server.url);
    await page.goto('/');
    const row = {
      text: `${HOSTILE} The mayor said “${HOSTILE}” on Tuesday.`,
      title: HOSTILE,
      outlet: HOSTILE,
      byline: HOSTILE,
      url: 'javascript:window.ran=1',
    };
    await page.locator('input[type=file]').setInputFiles([
      {
        name: `${HOSTILE.replaceAll('/', '∕')}.jsonl`,
        mimeType: 'text/plain',
        buffer: Buffer.from(JSON.stringify({ id: HOSTILE, ...row })),
      },
      {
        name: 'page.html',
        mimeType: 'text/html',
        buffer: Buffer.from(
          `<title>${HOSTILE}</title><article><h1>x</h1><p>${'The mayor said the road is open. '.repeat(9)}${HOSTILE}</p></article>`,
        ),
      },
    ]);
    await page.locator('.job', { hasText: '.jsonl' }).getByText('1 stored').waitFor();
    await page
      .locator('.job', { hasText: 'page.html' })
      .getByText(/stored|refused/)
      .waitFor();
    await page.getByLabel(/Add reports/).fill(`${HOSTILE} said the mayor.`);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page
      .locator('.job')
      .nth(2)
      .getByText(/1 stored/)
      .waitFor();

    for (const path of ['/', '/reports', '/statements', '/statements?q=%3Cscript%3E', '/sources', '/ledger']) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
    }
    const { rows } = (await (await fetch(new URL('/api/reports', server.url))).json()) as { rows: { id: string; url: string | null }[] };
    for (const { id } of rows) {
      await page.goto(`/reports/${encodeURIComponent(id)}`);
      await page.locator('.report').waitFor();
      for (const mark of (await page.locator('.mark').all()).slice(0, 4)) await mark.hover();
    }
    const hostile = rows.find(({ url }) => url?.startsWith('javascript:'));
    if (hostile) {
      await page.goto(`/reports/${hostile.id}`);
      expect(await page.locator('h1').textContent()).toBe(HOSTILE);
    }
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0);
    expect(await page.locator('main script, main img').count()).toBe(0);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(complaints).toEqual([]);
    await close();
  });
});
