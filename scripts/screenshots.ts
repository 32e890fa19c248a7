// npm run screenshots: writes docs/pictures/report-{light,dark}.png from the built package and its sample story.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

/** The sample's report with a chain, a denial and two figures that differ. */
const OUTLET = 'The Lindholt Post';
const PICTURES = 'docs/pictures';
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];

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
  const { rows } = (await (await fetch(`${address}/api/reports`)).json()) as { rows: { id: string; outlet: string }[] };
  const report = rows.find(({ outlet }) => outlet === OUTLET);
  if (!report) throw new Error(`the sample has no report of ${OUTLET}`);
  mkdirSync(PICTURES, { recursive: true });
  const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ARGUMENTS });
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 860 }, deviceScaleFactor: 1.5 });
    await page.goto(`${address}/reports/${report.id}`, { waitUntil: 'networkidle' });
    await page.screenshot({ path: join(PICTURES, `report-${colorScheme}.png`) });
    await page.close();
  }
  await browser.close();
} finally {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  if (server.kill('SIGTERM')) await ended;
  rmSync(folder, { recursive: true, force: true });
}
