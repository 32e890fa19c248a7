// Reads prepared reports by the rules alone, for the scorer, and says how fast.
//   npx tsx bench/reading/rules.ts IN.jsonl OUT.jsonl
import { readFileSync, writeFileSync } from 'node:fs';
import { createReader } from '../../src/reader/reader.ts';
import { saidByRules } from '../../src/reader/said/rules/index.ts';
import { sentences } from '../../src/reader/text/index.ts';

const [input, output] = process.argv.slice(2);
if (!input || !output) throw new Error('usage: rules.ts IN.jsonl OUT.jsonl');
const bare = { from: null, url: null, title: null, outlet: null, byline: null, published: null, language: 'en', sha256: '' };
const reports = readFileSync(input, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as { readonly id: string; readonly text: string })
  .map(({ id, text }) => ({ ...bare, id, text }));
const characters = reports.reduce((sum, { text }) => sum + text.length, 0);
const started = performance.now();
const readings = await createReader([sentences(), saidByRules()]).readMany(reports);
const seconds = (performance.now() - started) / 1000;
writeFileSync(output, readings.map((reading) => `${JSON.stringify(reading)}\n`).join(''));
console.log(`${reports.length} reports, ${(characters / 1000).toFixed(0)} thousand characters in ${seconds.toFixed(2)} s`);
