// What reading costs, room by room: processor seconds a report in one process, and as a share of the bare encoder's.
//   npx tsx bench/reading/cost.ts IN.jsonl [MODEL_FOLDER]
// Processor time, not the clock's: other programs on the machine slow the clock more than this.
import { readFileSync } from 'node:fs';
import type { Report } from '../../src/model/index.ts';
import { assemble } from '../../src/reader/assemble.ts';
import { modelFolder, openNetworks } from '../../src/reader/encoder/index.ts';
import { windowsOf } from '../../src/reader/encoder/windows.ts';
import { wordsOf } from '../../src/reader/encoder/words.ts';
import { defaultSteps } from '../../src/reader/index.ts';
import type { Attribution, Layers } from '../../src/reader/layers.ts';
import { readText } from '../../src/reader/said/neural/index.ts';

const [input, folder = modelFolder()] = process.argv.slice(2);
if (!input) throw new Error('usage: cost.ts IN.jsonl [MODEL_FOLDER]');
const bare = { from: null, url: null, title: null, outlet: null, byline: null, published: null, language: null, sha256: '' };
const reports = readFileSync(input, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => ({ ...bare, ...(JSON.parse(line) as { id: string; text: string }) }) as Report);

let encoder = 0;
const timed = async <T>(name: string, act: () => Promise<T> | T): Promise<T> => {
  const before = process.cpuUsage();
  const result = await act();
  const { user, system } = process.cpuUsage(before);
  const each = (user + system) / 1e6 / reports.length;
  encoder ||= each;
  console.log(
    `${name.padEnd(36)} ${(1000 * each).toFixed(2).padStart(8)} ms a report ${(each / encoder).toFixed(3).padStart(7)} of the encoder`,
  );
  return result;
};

const before = performance.now();
const networks = await openNetworks(folder);
console.log(`networks loaded in ${Math.round(performance.now() - before)} ms`);
const windows = reports.flatMap(({ text }) => {
  const words = wordsOf(text);
  return windowsOf(
    words,
    words.map((word) => networks.pieces(word.text)),
    networks.manifest.window,
  );
});
console.log(`${reports.length} reports, ${windows.length} windows`);
await timed('encoder alone', async () => {
  for (const window of windows) await networks.encode(window);
});
let read: Attribution[][] = [];
for (const depth of [0, 2]) {
  read = await timed(`statements to depth ${depth}`, async () => {
    const found: Attribution[][] = [];
    for (const { text } of reports) found.push(await readText(networks, text, { threshold: networks.manifest.settings.threshold, depth }));
    return found;
  });
}
await networks.close();

// The rooms of rules, once as they come (loading what they load), once warm.
for (const turn of ['first', 'warm']) {
  let drafts: (Partial<Layers> & { report: Report })[] = reports.map((report, i) => ({ report, attributions: read[i] }));
  for (const step of defaultSteps().filter(({ name }) => name !== 'said')) {
    drafts = await timed(`${step.name}, ${turn}`, () => drafts.map((draft) => ({ ...draft, ...step.annotate(draft, undefined) })));
  }
  const readings = await timed(`assembled, ${turn}`, () => drafts.map((draft) => assemble(draft, [])));
  await timed(`written as JSON, ${turn}`, () => readings.map((reading) => JSON.stringify(reading)));
}
