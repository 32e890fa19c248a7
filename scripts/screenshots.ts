// npm run screenshots: writes docs/pictures/*.png from the built package and its sample story: a report, and each decision of linking.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

/** The sample's report with a chain, a denial and two figures that differ. */
const OUTLET = 'The Lindholt Post';
const PICTURES = 'docs/pictures';
/** A decision's picture shows the top of its page: pixels. */
const HEIGHT = 620;
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

interface Row {
  readonly id: string;
  readonly outlet?: string;
  readonly points?: readonly { readonly status: string }[];
  readonly summary?: { readonly statements: number; readonly reports: number };
  readonly aliases?: readonly string[];
}

/** The row that shows most of something. */
const richest = (rows: readonly Row[], measure: (row: Row) => number): string =>
  [...rows].sort((a, b) => measure(b) - measure(a) || a.id.localeCompare(b.id))[0]?.id ?? '';

/** Rows of a list of the server. */
const rowsOf = async (address: string, list: string): Promise<readonly Row[]> =>
  ((await (await fetch(`${address}/api/${list}`)).json()) as { rows: readonly Row[] }).rows;

/** The decisions of linking, each where a person sees it: name, page, what of the page. */
const decisionsOf = async (address: string): Promise<readonly (readonly [string, string, string])[]> => {
  const claims = await rowsOf(address, 'claims');
  const tallies = await rowsOf(address, 'tallies');
  const sources = await rowsOf(address, 'sources');
  const claim = richest(claims, ({ summary }) => 10 * (summary?.reports ?? 0) + (summary?.statements ?? 0));
  const tally = richest(tallies, ({ points }) => (points?.length ?? 0) + new Set(points?.map(({ status }) => status)).size);
  const source = richest(sources, ({ aliases }) => aliases?.length ?? 0);
  return [
    ['claim', `/claims/${claim}`, 'main'],
    ['tally', `/tallies/${tally}`, 'main'],
    ['source', `/sources/${source}`, 'main'],
    ['forecasts', '/forecasts', 'main'],
    ['timeline', '/timeline', 'main'],
    ['decisions', '/review', 'main'],
  ];
};

const folder = mkdtempSync(join(tmpdir(), 'accordingto-screenshots-'));
const server = spawn(process.execPath, [
  'dist/cli/main.mjs',
  'start',
  '--sample',
  '--port',
  '0',
  '--no-open',
  '--ledger',
  join(folder, 'sample.db'),
]);

try {
  const address = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (chunk) => resolve(String(chunk).trimEnd()));
    server.once('exit', (code) => reject(new Error(`start ended with ${code}: run npm run build first`)));
  });
  const report = (await rowsOf(address, 'reports')).find(({ outlet }) => outlet === OUTLET);
  if (!report) throw new Error(`the sample has no report of ${OUTLET}`);
  mkdirSync(PICTURES, { recursive: true });
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ARGUMENTS });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1.5 });
    await page.goto(`${address}/reports/${report.id}`, { waitUntil: 'networkidle' });
    await page.screenshot({ path: join(PICTURES, `report-${colorScheme}.png`) });
    await page.close();
  }
  for (const [name, path, selector] of await decisionsOf(address)) {
    const page = await browser.newPage({ colorScheme: 'light', viewport: { width: 1280, height: HEIGHT } });
    await page.goto(`${address}${path}`, { waitUntil: 'networkidle' });
    const box = await page.locator(selector).first().boundingBox();
    const clip = { x: box?.x ?? 0, y: box?.y ?? 0, width: box?.width ?? 1280, height: Math.min(box?.height ?? HEIGHT, HEIGHT) };
    await page.screenshot({ path: join(PICTURES, `linking-${name}.png`), clip });
    await page.close();
  }
  await browser.close();
} finally {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  if (server.kill('SIGTERM')) await ended;
  rmSync(folder, { recursive: true, force: true });
}
