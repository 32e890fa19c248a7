/**
 * For `training/certainty.py`, which tells whether the encoder's states would make a better `certainty.score` than words alone:
 *   npx tsx bench/train/certainty-states.ts CERTAINTY-FOLDER OUT-FOLDER
 * Reads the sentences with the released encoder, 40 a text, a paragraph each, and writes for every part of every set the state of each
 * labelled event's word (`SET.PART.f32`) and its label, sentence and features (`SET.PART.json`). Some minutes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Networks, openNetworks } from '../../src/reader/encoder/index.ts';
import { windowsOf } from '../../src/reader/encoder/windows.ts';
import { wordsOf } from '../../src/reader/encoder/words.ts';
import { factFeatures } from '../../src/reader/howsure/factuality/features.ts';

const SETS = ['UW', 'MEANTIME', 'UDS_IH2'] as const;
const PARTS = ['train', 'dev'] as const;
const TOGETHER = 40;
/** Tokens as the sets cut them that stand without a blank before or behind. */
const NO_BLANK_BEFORE = new Set([',', '.', ';', ':', '?', '!', ')', "'s", "n't", "'re", "'ve", "'ll", "'d", "'m", '%', "''", "'"]);
const NO_BLANK_AFTER = new Set(['(', '``', '$']);
const SHOWN: Readonly<Record<string, string>> = { '``': '"', "''": '"', '-LRB-': '(', '-RRB-': ')' };

interface Row {
  readonly text: string;
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[];
}

/** A sentence as it is written, and where each of its tokens begins in it. */
function written(tokens: readonly string[]): { readonly text: string; readonly starts: readonly number[] } {
  let text = '';
  const starts = tokens.map((token, i) => {
    if (i > 0 && !NO_BLANK_BEFORE.has(token) && !NO_BLANK_AFTER.has(tokens[i - 1] as string)) text += ' ';
    const start = text.length;
    text += SHOWN[token] ?? token;
    return start;
  });
  return { text, starts };
}

/** The state of the word at each of some places of a text. */
async function statesAt(networks: Networks, text: string, places: readonly number[]): Promise<Float32Array[]> {
  const words = wordsOf(text);
  const pieces = words.map((word) => networks.pieces(word.text));
  const states: Float32Array[] = [];
  for (const window of windowsOf(words, pieces, networks.manifest.window)) {
    const { words: rows } = await networks.encode(window);
    for (let i = 0; i < window.firsts.length; i++) states.push(rows.data.slice(i * rows.width, (i + 1) * rows.width));
  }
  let at = 0;
  return places.map((place) => {
    while (at < words.length - 1 && (words[at]?.end ?? 0) <= place) at++;
    return states[at] as Float32Array;
  });
}

const [folder, out] = process.argv.slice(2);
if (!folder || !out) {
  console.error('usage: certainty-states.ts CERTAINTY-FOLDER OUT-FOLDER');
  process.exit(2);
}
mkdirSync(out, { recursive: true });
const networks = await openNetworks();
for (const set of SETS)
  for (const part of PARTS) {
    const rows = readFileSync(join(folder, set, `${part}.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean);
    const states: Float32Array[] = [];
    const events: { readonly label: number; readonly sentence: number; readonly features: readonly string[] }[] = [];
    for (let first = 0; first < rows.length; first += TOGETHER) {
      let text = '';
      const places: number[] = [];
      for (const [i, line] of rows.slice(first, first + TOGETHER).entries()) {
        const { text: tokens, targets } = JSON.parse(line) as Row;
        const sentence = written(tokens.split(' '));
        const lower = tokens.toLowerCase().split(' ');
        for (const { span1, label } of [...targets].sort((a, b) => a.span1[0] - b.span1[0])) {
          places.push(text.length + (sentence.starts[span1[0]] ?? 0));
          events.push({ label, sentence: first + i, features: factFeatures(lower, span1[0]) });
        }
        text += `${sentence.text}\n\n`;
      }
      states.push(...(await statesAt(networks, text, places)));
    }
    writeFileSync(join(out, `${set}.${part}.f32`), Buffer.concat(states.map((state) => Buffer.from(state.buffer))));
    writeFileSync(join(out, `${set}.${part}.json`), JSON.stringify(events));
    console.log(`${set} ${part}: ${events.length} events`);
  }
await networks.close();
