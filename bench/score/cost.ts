/**
 * What the rooms of rules cost: processor time a report of 900 words, warm, over the reports of a JSON Lines file:
 *   node --import tsx bench/score/cost.ts REPORTS.jsonl
 */
import { readFileSync } from 'node:fs';
import { quantitiesIn } from '../../src/reader/howmany/index.ts';
import { findTimes } from '../../src/reader/when/index.ts';
import { placesOf, shippedModels } from '../../src/reader/where/index.ts';
import { shippedGazetteer } from '../../src/reader/where/load.ts';

interface Row {
  readonly text: string;
  readonly published?: string | null;
}

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: cost.ts REPORTS.jsonl');
  process.exit(2);
}
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Row);
const words = rows.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
const gazetteer = shippedGazetteer();
const rooms: Readonly<Record<string, (row: Row) => unknown>> = {
  when: ({ text, published = null }) => findTimes({ text, published }),
  howmany: ({ text }) => quantitiesIn(text),
  where: ({ text }) => placesOf(gazetteer, shippedModels, text, null),
};
const TURNS = 3;
for (const [room, read] of Object.entries(rooms)) {
  for (const row of rows) read(row);
  const started = process.cpuUsage();
  for (let turn = 0; turn < TURNS; turn++) for (const row of rows) read(row);
  const { user, system } = process.cpuUsage(started);
  console.log(`${room.padEnd(8)} ${((900 * (user + system)) / 1000 / TURNS / words).toFixed(2)} ms a report of 900 words (${words} words)`);
}
