// Writes the corpus as files, to try other programs on: npx tsx test/hostile/write.ts FOLDER
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORPUS } from './corpus.ts';

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('usage: npx tsx test/hostile/write.ts FOLDER');
mkdirSync(folder, { recursive: true });
for (const [i, { name, make }] of CORPUS.entries()) {
  writeFileSync(join(folder, `${String(i + 1).padStart(3, '0')}-${name.replace(/[^a-z0-9]+/gi, '-').slice(0, 60)}`), make());
}
console.log(`${CORPUS.length} files in ${folder}`);
