/**
 * Who is who, held against coreference over whole texts (OntoGUM's CoNLL-U with `Entity=` in MISC).
 *
 *   npx tsx bench/coref.ts FOLDER-OF-CONLLU [--genre news]
 *
 * The reader looks only at names, sources and subjects, so its recall over all coreference is low by design; what counts is whether
 * the mentions that it holds for one are one. A mention counts where its last word is the last word of the gold mention's head noun phrase:
 * spans are compared by their end and by overlap.
 *
 * links      pairs of neighbouring mentions of one of our entities, both of which the gold marks: how many it holds for one (precision),
 *            and how many of the gold's neighbouring pairs we hold for one (recall)
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createReader } from '../src/reader/reader.ts';
import { saidByRules } from '../src/reader/said/rules/index.ts';
import { sentences } from '../src/reader/text/index.ts';
import { who } from '../src/reader/who/index.ts';
import { bareOf, goldAt, readGold } from './gold-coref.ts';

const [folder] = process.argv.slice(2);
const genre = process.argv.includes('--genre') ? process.argv[process.argv.indexOf('--genre') + 1] : null;
if (!folder) {
  console.error('usage: npx tsx bench/coref.ts FOLDER-OF-CONLLU [--genre news]');
  process.exit(2);
}
const reader = createReader([sentences(), saidByRules(), who()]);
const links = { right: 0, ours: 0, gold: 0, found: 0 };
let documents = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.conllu') && (!genre || name.includes(`_${genre}_`)))) {
  const gold = readGold(join(folder, file));
  documents += 1;
  const reading = await reader.read(bareOf(file, gold.text));
  const ourAt = new Map<number, number>();
  reading.entities.forEach(({ mentions }, entity) => {
    const marked = mentions.flatMap(([start, end]) => {
      const id = goldAt(gold, start, end);
      ourAt.set(end, entity);
      return id === null ? [] : [id];
    });
    for (let i = 1; i < marked.length; i += 1) {
      links.ours += 1;
      if (marked[i] === marked[i - 1]) links.right += 1;
    }
  });
  const byId = new Map<string, number[]>();
  for (const { id, end } of gold.mentions) byId.set(id, [...(byId.get(id) ?? []), end]);
  for (const ends of byId.values()) {
    ends.sort((a, b) => a - b);
    for (let i = 1; i < ends.length; i += 1) {
      links.gold += 1;
      const [a, b] = [ourAt.get(ends[i - 1] as number), ourAt.get(ends[i] as number)];
      if (a !== undefined && a === b) links.found += 1;
    }
  }
}
const precision = links.right / Math.max(1, links.ours);
const recall = links.found / Math.max(1, links.gold);
const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
console.log(
  `${documents} documents: links P ${(100 * precision).toFixed(1)} (${links.ours})  R ${(100 * recall).toFixed(1)} (${links.gold})  F1 ${(100 * f1).toFixed(1)}`,
);
