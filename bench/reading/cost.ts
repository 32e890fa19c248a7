// What reading costs: processor seconds a report, in one process, of the encoder alone and of the whole step.
//   npx tsx bench/reading/cost.ts IN.jsonl [MODEL_FOLDER]
// Processor time, not the clock's: other programs on the machine slow the clock more than this.
import { readFileSync } from 'node:fs';
import { modelFolder, openNetworks } from '../../src/reader/encoder/index.ts';
import { windowsOf } from '../../src/reader/encoder/windows.ts';
import { wordsOf } from '../../src/reader/encoder/words.ts';
import { readText } from '../../src/reader/said/neural/index.ts';

const [input, folder = modelFolder()] = process.argv.slice(2);
if (!input) throw new Error('usage: cost.ts IN.jsonl [MODEL_FOLDER]');
const texts = readFileSync(input, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text);

const timed = async (name: string, act: () => Promise<unknown>, count: number): Promise<void> => {
  const before = process.cpuUsage();
  const began = performance.now();
  await act();
  const { user, system } = process.cpuUsage(before);
  const clock = (performance.now() - began) / 1000;
  console.log(`${name}: ${((user + system) / 1e6 / count).toFixed(4)} processor seconds each, ${(clock / count).toFixed(4)} by the clock`);
};

const before = performance.now();
const networks = await openNetworks(folder);
console.log(`loaded in ${Math.round(performance.now() - before)} ms`);
const windows = texts.flatMap((text) => {
  const words = wordsOf(text);
  return windowsOf(
    words,
    words.map((word) => networks.pieces(word.text)),
    networks.manifest.window,
  );
});
console.log(`${texts.length} reports, ${windows.length} windows`);
await timed(
  'encoder alone, a report',
  async () => {
    for (const window of windows) await networks.encode(window);
  },
  texts.length,
);
for (const depth of [0, 2]) {
  await timed(
    `statements to depth ${depth}, a report`,
    async () => {
      for (const text of texts) await readText(networks, text, { threshold: networks.manifest.settings.threshold, depth });
    },
    texts.length,
  );
}
await networks.close();
