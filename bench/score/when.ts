/**
 * Reads what `prepare.mjs times` wrote and prints one JSON line a report, as `accordingto read --json` would, with the dates alone:
 *   node --import tsx bench/score/when.ts OUT.in.jsonl > OUT.read.jsonl
 */
import { readFileSync } from 'node:fs';
import { findTimes } from '../../src/reader/when/index.ts';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: when.ts REPORTS.jsonl');
  process.exit(2);
}
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const { id, text, published = null } = JSON.parse(line) as { id: string; text: string; published?: string | null };
  const { times, warnings } = findTimes({ text, published });
  console.log(JSON.stringify({ report: { id, text, published }, statements: [], times, warnings }));
}
