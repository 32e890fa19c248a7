import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../server/support/server.ts';
import { storyReports } from '../server/support/story.ts';
import { axe, type Built, buildPage, startBrowser, type Watched, watch } from './support/browser.ts';

let built: Built;
let browser: Browser;
let full: TestServer;
let empty: TestServer;
const wire = storyReports()[0]?.received.report.id ?? '';

beforeAll(async () => {
  [built, browser] = await Promise.all([buildPage(), startBrowser()]);
  full = await startTestServer({ webFolder: built.folder });
  empty = await startTestServer({ webFolder: built.folder, empty: true, sample: () => [] });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await Promise.all([full?.stop(), empty?.stop()]);
  await built?.remove();
});

async function visit(server: TestServer, path: string, use: (watched: Watched) => Promise<void>, options = {}): Promise<void> {
  const watched = await watch(browser, server.url, options);
  try {
    await watched.page.goto(path);
    await watched.page.locator('h1').first().waitFor();
    await use(watched);
    expect(watched.complaints).toEqual([]);
  } finally {
    await watched.close();
  }
}

const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['start', '/'],
  ['reports', '/reports'],
  ['report', `/reports/${wire}`],
  ['statements', '/statements'],
  ['sources', '/sources'],
  ['source', '/sources/s-ines-valcourt'],
  ['claims', '/claims'],
  ['claim', '/claims/c-forty'],
  ['figures', '/tallies'],
  ['figure', '/tallies/t-leak'],
  ['forecasts', '/forecasts'],
  ['timeline', '/timeline'],
  ['map', '/map'],
  ['review', '/review'],
  ['ledger', '/ledger'],
  ['no such page', '/nowhere'],
];

describe.each(PAGES)('the page %s', (_, path) => {
  it('is without fault for axe and the console, by day and by night, and fits 390 pixels', async () => {
    await visit(full, path, async ({ page }) => {
      expect(await axe(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await axe(page, ['color-contrast'])).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    });
  });
});

describe('an empty ledger', () => {
  it.each(['/', '/reports', '/statements', '/sources', '/ledger'])('says so on %s, and what to do', async (path) => {
    await visit(empty, path, async ({ page }) => {
      expect(await axe(page, ['color-contrast', 'label', 'heading-order'])).toEqual([]);
      expect(await page.locator('main').textContent()).toMatch(/paste|no .* yet|goes by|nothing was written/i);
    });
  });
});

describe('the report page', () => {
  it('ties each note to its words, and draws what stands inside', async () => {
    await visit(full, `/reports/${wire}`, async ({ page }) => {
      expect(await page.locator('.note').count()).toBe(9);
      expect(await page.locator('.note .note').count()).toBe(2);
      const inner = page.locator('.said.depth-1').first();
      expect(await inner.textContent()).toContain('the seepage had risen');
      expect(await inner.evaluate((node) => node.parentElement?.closest('.said')?.className)).toContain('depth-0');
      await page.locator('#note-1').hover();
      const lit = await page.locator('.said.lit').allTextContents();
      expect(lit.join('')).toBe('We do not expect the wall to failbut we will not ask anyone to sleep under it tonight');
      await page.locator('.said', { hasText: 'painted over' }).hover();
      expect(await page.locator('.note.lit').textContent()).toContain('two people who worked on the repairs');
    });
  });

  it('keeps notes beside their words without overlap', async () => {
    await visit(full, `/reports/${wire}`, async ({ page }) => {
      const boxes = await page.locator('.note.outer').evaluateAll((notes) => notes.map((note) => note.getBoundingClientRect().toJSON()));
      const sorted = boxes.sort((a, b) => a.top - b.top);
      for (const [i, box] of sorted.entries()) if (i > 0) expect(box.top).toBeGreaterThanOrEqual(sorted[i - 1].bottom);
      expect(await page.locator('.leaders path').count()).toBe(sorted.length);
    });
  });

  it('says what a word was taken for, under the pointer and in focus', async () => {
    await visit(full, `/reports/${wire}`, async ({ page }) => {
      await page.locator('.mark.when', { hasText: 'Monday' }).first().hover();
      expect(await page.locator('.taken-for').textContent()).toMatch(/^Mon 14 Apr 2025a date, by rule: /);
      await page.locator('.mark.many', { hasText: 'at least 40' }).first().focus();
      expect(await page.locator('.taken-for').textContent()).toBe('at least 40 · litres a seconda figure, by rule');
      await page.locator('.by').first().hover();
      expect(await page.locator('.taken-for').textContent()).toMatch(
        /^the source: .+(read by the network, \d+ % sure of it|read by rule)$/,
      );
    });
  });

  it('draws dates along a line and places on a map, tied to their words', async () => {
    await visit(full, `/reports/${wire}`, async ({ page }) => {
      const date = page.locator('.when-strip .dates a', { hasText: 'Mon 14 Apr 2025' }).first();
      await date.focus();
      expect(await page.locator('.mark.when.tied').first().textContent()).toContain('Monday');
      await date.press('Enter');
      expect(await page.evaluate(() => location.hash)).toMatch(/^#taken-\d+$/);
      const shown = await page.locator('.world-map .point').count();
      if (shown > 0) await page.locator('.world-map .land').waitFor();
      await page.getByRole('checkbox', { name: 'when' }).uncheck();
      expect(await page.locator('.when-strip').count()).toBe(0);
    });
  });

  it('shows how sure the reader is as the style of the line beside a note', async () => {
    await visit(full, `/reports/${wire}`, async ({ page }) => {
      const styles = await page.locator('.note.outer').evaluateAll((notes) => notes.map((note) => getComputedStyle(note).borderLeftStyle));
      expect(new Set(styles).size).toBeGreaterThan(1);
    });
  });

  it('holds its state in the address: switches, confidence, one source; back goes back', async () => {
    await visit(full, `/reports/${wire}`, async ({ page }) => {
      await page.getByRole('checkbox', { name: 'when' }).uncheck();
      await page.getByRole('button', { name: /Piet Oskarsen/ }).click();
      expect(page.url()).toContain('hide=when');
      expect(page.url()).toContain('source=s-piet-oskarsen');
      expect(await page.locator('.note').count()).toBe(1);
      await page.reload();
      await page.locator('.note').first().waitFor();
      expect(await page.locator('.note').count()).toBe(1);
      expect(await page.getByRole('checkbox', { name: 'when' }).isChecked()).toBe(false);
      await page.goBack();
      await expect.poll(() => page.locator('.note').count()).toBe(9);
      await page.goto(`/reports/${wire}?min=0.9`);
      await page.getByText('4 statements left out').waitFor();
    });
  });

  it('says on whose word the report stands, the outlet and nobody named included', async () => {
    await visit(full, `/reports/${wire}`, async ({ page }) => {
      const words = await page.locator('.shares li').allTextContents();
      expect(words.join('\n')).toContain('Ines Valcourt');
      expect(words.join('\n')).toContain("the outlet's own voice");
      const parts = words.map((line) => Number(/(\d+)%/.exec(line)?.[1]));
      expect(parts.reduce((a, b) => a + b, 0)).toBeGreaterThan(95);
    });
  });
});

describe('by keyboard alone', () => {
  it('searches, steps through what is found, opens the words, and comes back', async () => {
    await visit(full, '/statements', async ({ page }) => {
      await page.locator('.statement-row').first().waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('seep');
      await expect.poll(() => page.url()).toContain('q=seep');
      await expect.poll(() => page.locator('.statement-row').count()).toBe(5);
      expect(await page.locator('mark').first().textContent()).toMatch(/seep/i);
      await page.keyboard.press('Escape');
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      await page.keyboard.press('o');
      await page.locator('.note.lit').waitFor();
      expect(page.url()).toContain(`/reports/`);
      expect(await page.locator('.note.lit').textContent()).toContain('Orrin Water Board');
      await page.goBack();
      await page.locator('.statement-row').first().waitFor();
      expect(page.url()).toContain('q=seep');
    });
  });

  it('walks the notes with j and k, and goes to their words and back', async () => {
    await visit(full, `/reports/${wire}`, async ({ page }) => {
      const focused = () => page.evaluate(() => document.activeElement?.id);
      await page.locator('.note').first().waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('j');
      expect(await focused()).toBe('note-1');
      await page.keyboard.press('o');
      expect(await focused()).toBe('words-1');
      expect(page.url()).toContain('s=');
      await page.keyboard.press('Enter');
      expect(await focused()).toBe('note-1');
    });
  });

  it('lists the keys and closes the list', async () => {
    await visit(full, '/reports', async ({ page }) => {
      await page.locator('.row-link').first().waitFor();
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor();
      expect(await axe(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    });
  });
});

describe('a drawing', () => {
  it('can be kept as SVG and PNG, with its look in the file', async () => {
    await visit(full, '/tallies/t-leak', async ({ page }) => {
      const kept = async (name: string) => {
        const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
        return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
      };
      const svg = await kept('SVG');
      expect(svg.name).toBe('t-leak.svg');
      expect(svg.bytes.toString()).toContain('Ines Valcourt');
      expect(svg.bytes.toString()).not.toContain('var(');
      const png = await kept('PNG');
      expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
      expect(png.bytes.byteLength).toBeGreaterThan(5000);
    });
  });

  it('of who really says so is kept too, and prints with its table', async () => {
    await visit(full, '/claims/c-forty', async ({ page }) => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'SVG' }).click()]);
      expect(download.suggestedFilename()).toBe('c-forty.svg');
      const svg = await readFile(await download.path(), 'utf8');
      expect(svg).toContain('vouches independently');
      expect(svg).not.toContain('var(');
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.paths tbody tr').first().isVisible()).toBe(true);
    });
  });
});

describe('judging', () => {
  it('is signed, kept in the ledger, shown, and undone', async () => {
    await visit(full, '/claims/c-days', async ({ page }) => {
      const confirm = page.getByRole('button', { name: 'Confirm' });
      expect(await confirm.isDisabled()).toBe(true);
      await page.getByPlaceholder('your name').fill('Rosa');
      await confirm.click();
      await page.locator('.judge li', { hasText: 'Rosa confirmed' }).waitFor();
      await page.getByRole('button', { name: 'undo' }).click();
      await page.locator('.judge li.undone').waitFor();
    });
    expect((await full.ledger.entries()).rows.map(({ kind }) => kind).slice(0, 2)).toEqual(['judgement', 'judgement']);
  });
});

describe('faults', () => {
  it('shows a coded refusal with what to do, and a server that is gone', async () => {
    const watched = await watch(browser, full.url);
    await watched.page.goto('/reports/none');
    await watched.page.getByText('LEDGER_ROW_NOT_FOUND').waitFor();
    await watched.page.route('**/api/**', (route) => route.abort());
    await watched.page.goto('/sources');
    await watched.page.getByText('Start it again with accordingto start').waitFor();
    await watched.close();
  });

  it('verifies the ledger line by line', async () => {
    await visit(empty, '/ledger', async ({ page }) => {
      await page.getByRole('button', { name: 'Verify' }).click();
      await page.getByText('All 0 entries hold.').waitFor();
    });
  });
});
