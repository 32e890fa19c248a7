// Reads prepared reports with the neural step alone, for the scorer, and says how fast.
//   npx tsx bench/reading/read.ts IN.jsonl OUT.jsonl [--folder MODEL_FOLDER] [--workers N] [--threshold T] [--depth D]
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Report } from '../../src/model/index.ts';
import { createReader } from '../../src/reader/reader.ts';
import { saidByModel } from '../../src/reader/said/neural/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { folder: { type: 'string' }, workers: { type: 'string' }, threshold: { type: 'string' }, depth: { type: 'string' } },
});
const [input, output] = positionals;
if (!input || !output) throw new Error('usage: read.ts IN.jsonl OUT.jsonl [--folder F] [--workers N] [--threshold T] [--depth D]');
const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

const bare = { from: null, url: null, title: null, outlet: null, byline: null, published: null, language: 'en', sha256: '' };
const reports = readFileSync(input, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => ({ ...bare, ...(JSON.parse(line) as { id: string; text: string }) }) as Report);
const began = performance.now();
const step = saidByModel({
  folder: values.folder,
  workers: number(values.workers),
  threshold: number(values.threshold),
  depth: number(values.depth),
});
const reader = createReader([step]);
const [first, ...rest] = reports;
if (first) await reader.read(first);
const loaded = performance.now();
const readings = await reader.readMany(first ? [first, ...rest] : []);
const seconds = (performance.now() - loaded) / 1000;
writeFileSync(output, `${readings.map((reading) => JSON.stringify(reading)).join('\n')}\n`);
console.error(
  JSON.stringify({
    reader: reader.version,
    firstReport: `${Math.round(loaded - began)} ms with loading`,
    reports: reports.length,
    perSecond: Number((reports.length / seconds).toFixed(2)),
    statements: readings.reduce((sum, { statements }) => sum + statements.length, 0),
    outermost: readings.reduce((sum, { statements }) => sum + statements.filter(({ depth }) => depth === 0).length, 0),
    memory: `${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB`,
  }),
);
await reader.close();
