/**
 * Which names of the gazetteer are ordinary English words: writes scripts/gazetteer/ordinary-words.txt.
 *   node --import tsx scripts/gazetteer/ordinary.ts TEXT-FILE…    (any English text; ours: PolNeAR's and GUM's, read as text)
 * A word is ordinary where it stands in small letters at least three times; only words that are also names of places are kept.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadGazetteer } from '../../src/reader/where/load.ts';

const files = process.argv.slice(2);
const gazetteer = loadGazetteer(new URL('../../models/gazetteer/gazetteer.bin.gz', import.meta.url));
const counts = new Map<string, number>();
for (const file of files)
  for (const [word] of readFileSync(file, 'utf8').matchAll(/(?<![\p{L}\p{N}])\p{Ll}{3,20}(?![\p{L}\p{N}])/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
const words = [...counts].filter(([word, count]) => count >= 3 && gazetteer.has(word)).map(([word]) => word);
writeFileSync(
  join(import.meta.dirname, 'ordinary-words.txt'),
  `# Names of places that are ordinary English words: made by ordinary.ts.\n${words.sort().join('\n')}\n`,
);
console.log(`${words.length} words`);
