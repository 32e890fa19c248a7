/**
 * Reads what `prepare.mjs quantities` wrote and prints one JSON line a report, as `accordingto read --json` would, with the quantities alone:
 *   node --import tsx bench/score/howmany.ts OUT.in.jsonl > OUT.read.jsonl
 */
import { readFileSync } from 'node:fs';
import { quantitiesIn } from '../../src/reader/howmany/index.ts';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: howmany.ts REPORTS.jsonl');
  process.exit(2);
}
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const { id, text } = JSON.parse(line) as { id: string; text: string };
  console.log(JSON.stringify({ report: { id, text }, statements: [], quantities: quantitiesIn(text) }));
}
