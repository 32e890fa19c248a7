/**
 * First how many of the invented sentences of `test/reader/howsure` are read rightly, question by question; then, given a folder,
 * how well `howsure` agrees with people on how sure a text sounds of an event: Pearson's r over the labelled events of each set.
 *   node --import tsx bench/score/howsure.ts [CERTAINTY-FOLDER] [--part dev] [--errors N] [--model]
 * With --model also what the encoder's own head says, and both together, as the reader has it; without, the words alone.
 * CERTAINTY-FOLDER holds {UW,MEANTIME,UDS_IH2}/{train,dev}.jsonl: {"text": tokens parted by blanks, "targets": [{"span1", "label"}]}.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelFolder, openNetworks } from '../../src/reader/encoder/index.ts';
import { factuality, type Readers, together } from '../../src/reader/howsure/factuality/score.ts';
import { SETS as NEWS_SETS, QUESTIONS, score as scoreNews } from '../../test/reader/howsure/news.ts';
import { heard } from './events.ts';
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
const flag = args.indexOf('--model');
const withModel = flag >= 0;
if (withModel) args.splice(flag, 1);
const [folder] = args;
if (!folder) process.exit(0);
interface Judged {
  readonly label: number;
  readonly byWords: number;
  readonly byEncoder: number;
  readonly words: readonly string[];
  readonly at: number;
}
const ours = ({ byWords, byEncoder }: Judged): number => (withModel ? together(byWords, byEncoder) : byWords);
interface Row {
  readonly text: string;
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[];
}
const networks = withModel ? await openNetworks(modelFolder()) : null;
for (const [number, [set, readers]] of SETS.entries()) {
  const rows = readFileSync(join(folder, set, `${part}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
  const judged: Judged[] = [];
  for (const { text, targets } of rows) {
    const tokens = text.split(' ');
    const words = tokens.map((token) => token.toLowerCase());
    const encoder = networks ? await heard(networks, tokens, number) : [];
    for (const {
      span1: [at],
      label,
    } of targets) {
      const byWords = factuality(words, at, readers);
      judged.push({ label, byWords, byEncoder: encoder[at] ?? byWords, words, at });
    }
  }
  const r = (of: (event: Judged) => number): string =>
    pearson(
      judged.map(of),
      judged.map(({ label }) => label),
    ).toFixed(3);
  const more = networks ? `, encoder ${r(({ byEncoder }) => byEncoder)}, together ${r(ours)}` : '';
  console.log(`${set.padEnd(10)} words ${r(({ byWords }) => byWords)}${more}   (${judged.length} events)`);
  const far = (event: Judged): number => Math.abs(ours(event) - event.label);
  for (const event of [...judged].sort((a, b) => far(b) - far(a)).slice(0, errors)) {
    const { label, words, at } = event;
    console.error(
      `  people ${label.toFixed(1)} ours ${ours(event).toFixed(1)}: ${words.slice(Math.max(0, at - 12), at).join(' ')} [${words[at]}] ${words.slice(at + 1, at + 6).join(' ')}`,
    );
  }
}
await networks?.close();
