/**
 * Finds the quantities that MeasEval marks (spans in science texts; it gives no numbers), by overlap:
 *   node --import tsx bench/score/measeval.ts FOLDER    (with text/*.txt and tsv/*.tsv)
 * MeasEval marks measured quantities alone, so what we find beside them (other counts, figures in citations) costs precision here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { quantitiesIn } from '../../src/reader/howmany/index.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: measeval.ts FOLDER');
  process.exit(2);
}
let [both, found, marked, exact] = [0, 0, 0, 0];
for (const file of readdirSync(join(folder, 'tsv')).filter((name) => name.endsWith('.tsv'))) {
  const gold = readFileSync(join(folder, 'tsv', file), 'utf8')
    .split('\n')
    .map((line) => line.split('\t'))
    .filter((cells) => cells[2] === 'Quantity')
    .map((cells) => [Number(cells[3]), Number(cells[4])] as const);
  const left = quantitiesIn(readFileSync(join(folder, 'text', file.replace(/tsv$/, 'txt')), 'utf8')).map(({ spans }) => spans[0] ?? [0, 0]);
  marked += gold.length;
  found += left.length;
  for (const [start, end] of gold) {
    const k = left.findIndex((span) => span[0] < end && start < span[1]);
    if (k < 0) continue;
    const [span = [0, 0]] = left.splice(k, 1);
    both += 1;
    if (span[0] === start && span[1] === end) exact += 1;
  }
}
const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1);
console.log(
  `found  P ${percent(both, found)}  R ${percent(both, marked)}  F1 ${percent(2 * both, found + marked)}   (${found} found, ${marked} marked, ${exact} to the letter)`,
);
