/**
 * Turns the marked sentences of test/reader/howmany (news.tsv, styles.tsv, later.tsv) into what score.mjs takes:
 *   node --import tsx bench/normalise/marked.ts FILE OUT      -> OUT.in.jsonl, OUT.gold.jsonl
 */
import { readFileSync, writeFileSync } from 'node:fs';

const [file, out] = process.argv.slice(2);
if (!file || !out) {
  console.error('usage: marked.ts FILE OUT');
  process.exit(2);
}
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line, i) => {
    const [text = '', cell = ''] = line.split('\t');
    const quantities = cell
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => {
        const [bound, value, ...unit] = part.split(' ');
        return { bound, value, unit: unit.join(' ') };
      });
    return { id: String(i), text, quantities };
  });
const lines = (list: readonly unknown[]): string => `${list.map((row) => JSON.stringify(row)).join('\n')}\n`;
writeFileSync(`${out}.in.jsonl`, lines(rows.map(({ id, text }) => ({ id, text }))));
writeFileSync(`${out}.gold.jsonl`, lines(rows));
console.log(`${rows.length} sentences`);
