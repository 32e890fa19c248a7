/**
 * Reads what `prepare.mjs places` wrote and prints one JSON line a report, as `accordingto read --json` would, with the places alone:
 *   node --import tsx bench/score/where.ts OUT.in.jsonl > OUT.read.jsonl
 * LGL and TR-News are what the shipped weights were learned from: for an honest score on them see scripts/gazetteer/train.ts (held-out folds).
 */
import { readFileSync } from 'node:fs';
import { placesOf, shippedModels } from '../../src/reader/where/index.ts';
import { shippedGazetteer } from '../../src/reader/where/load.ts';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: where.ts REPORTS.jsonl');
  process.exit(2);
}
const gazetteer = shippedGazetteer();
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const { id, text, outlet = null } = JSON.parse(line) as { id: string; text: string; outlet?: string | null };
  console.log(JSON.stringify({ report: { id, text }, statements: [], places: placesOf(gazetteer, shippedModels, text, outlet) }));
}
