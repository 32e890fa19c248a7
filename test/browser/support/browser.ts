import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, type Page, chromium as playwright } from 'playwright-core';
import { build } from 'vite';

/** Chromium from npm, with nothing that would make it call home. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Built {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** The page built from the source as it stands, into a folder of its own. */
export async function buildPage(): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), 'accordingto-page-'));
  await build({ root: 'web', configFile: 'web/vite.config.ts', logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

export const startBrowser = async (): Promise<Browser> =>
  playwright.launch({ executablePath: await chromium.executablePath(), headless: true, args: ARGUMENTS });

export interface Watched {
  readonly page: Page;
  /** Everything that went wrong or that should never happen: script errors, refused resources, dialogs, requests to elsewhere. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

/** A page that notes whatever it should not do. Requests to anywhere but `base` are noted and cut off. */
export async function watch(browser: Browser, base: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 900 }, ...options });
  const complaints: string[] = [];
  await context.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith(base) || url.startsWith('data:') || url.startsWith('blob:')) return route.continue();
    complaints.push(`asked for ${url}`);
    return route.abort();
  });
  context.setDefaultTimeout(8_000);
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('popup', (popup) => complaints.push(`popup: ${popup.url()}`));
  return { page, complaints, close: () => context.close() };
}

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong on the page, by rule and place: WCAG 2.2 AA and below, or only the rules that are named. */
export async function axe(page: Page, rules?: string[]): Promise<string[]> {
  const builder = new AxeBuilder({ page });
  const { violations } = await (rules ? builder.withRules(rules) : builder.withTags(STANDARDS)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
  );
}
