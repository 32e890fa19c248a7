/**
 * First how many of the invented sentences of `test/reader/howsure` are read rightly, question by question; then, given a folder,
 * how well `howsure` agrees with people on how sure a text sounds of an event: Pearson's r over the labelled events of each set.
 *   node --import tsx bench/score/howsure.ts [CERTAINTY-FOLDER] [--part dev] [--errors N]
 * CERTAINTY-FOLDER holds {UW,MEANTIME,UDS_IH2}/{train,dev}.jsonl: {"text": tokens parted by blanks, "targets": [{"span1", "label"}]}.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { factuality, type Readers } from '../../src/reader/howsure/factuality/score.ts';
import { SETS as NEWS_SETS, QUESTIONS, score as scoreNews } from '../../test/reader/howsure/news.ts';
import { pearson } from './pearson.ts';

const SETS: readonly (readonly [string, Readers])[] = [
  ['UW', 'news'],
  ['MEANTIME', 'news'],
  ['UDS_IH2', 'web'],
];
const args = process.argv.slice(2);
const option = (name: string, otherwise: string): string => {
  const at = args.indexOf(name);
  return at < 0 ? otherwise : (args.splice(at, 2)[1] ?? otherwise);
};
const part = option('--part', 'dev');
const errors = Number(option('--errors', '0'));
for (const set of NEWS_SETS) {
  const { right, count, wrong } = scoreNews(set);
  console.log(`${set.padEnd(12)} ${QUESTIONS.map((question) => `${question} ${right[question]}/${count}`).join(', ')}`);
  for (const line of wrong.slice(0, errors)) console.error(`  ${line}`);
}
const [folder] = args;
if (!folder) process.exit(0);
interface Row {
  readonly text: string;
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[];
}
for (const [set, readers] of SETS) {
  const rows = readFileSync(join(folder, set, `${part}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
  const judged = rows.flatMap(({ text, targets }) => {
    const words = text.toLowerCase().split(' ');
    return targets.map(({ span1: [at], label }) => ({ label, ours: factuality(words, at, readers), words, at }));
  });
  const r = pearson(
    judged.map(({ ours }) => ours),
    judged.map(({ label }) => label),
  );
  console.log(`${set.padEnd(10)} r ${r.toFixed(3)}   (${judged.length} events)`);
  for (const { label, ours, words, at } of [...judged]
    .sort((a, b) => Math.abs(b.ours - b.label) - Math.abs(a.ours - a.label))
    .slice(0, errors))
    console.error(
      `  people ${label.toFixed(1)} ours ${ours.toFixed(1)}: ${words.slice(Math.max(0, at - 12), at).join(' ')} [${words[at]}] ${words.slice(at + 1, at + 6).join(' ')}`,
    );
}
