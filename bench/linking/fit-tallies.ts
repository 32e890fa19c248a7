/**
 * Fits the weights by which two figures are held to count one thing (`src/linking/tallies/same.ts`) on the stories given, each as it is
 * read and as its truth has it, and says how well the fit on all other stories does on each.
 *   npx tsx bench/linking/fit-tallies.ts --cache FOLDER [--write] STORY.json…   (the folder that bench/linking/stories.ts filled)
 */
import { parseArgs } from 'node:util';
import { COUNT_FEATURES } from '../../src/linking/tallies/same.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { givenStory } from './given.ts';
import { countExamples, fitTallies } from './pairs-tallies.ts';
import { readStory } from './readings.ts';
import { type Example, truthOf } from './truth.ts';
import { writeWeights } from './written.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cache: { type: 'string', default: '/tmp/link/cache' }, write: { type: 'boolean', default: false } },
});

const right = (weights: readonly number[], examples: readonly Example[]): { p: number; r: number } => {
  const said = examples.map(({ x, y }) => ({ y, on: [1, ...x].reduce((sum, value, k) => sum + value * (weights[k] as number), 0) > 0 }));
  const hits = said.filter(({ y, on }) => on && y === 1).length;
  return { p: hits / Math.max(1, said.filter(({ on }) => on).length), r: hits / Math.max(1, said.filter(({ y }) => y === 1).length) };
};

const all: { readonly file: string; readonly examples: readonly Example[] }[] = [];
for (const file of positionals) {
  const truth = truthOf(file);
  const read = countExamples(truth, await readStory(file, values.cache, createDefaultReader));
  all.push({ file, examples: [...read, ...countExamples(truth, await givenStory(file, values.cache, createDefaultReader))] });
}
const fitted = (rows: typeof all): number[] => fitTallies(rows.flatMap(({ examples }) => examples));
for (const { file, examples } of all) {
  const { p, r } = right(fitted(all.filter((row) => row.file !== file)), examples);
  console.log(`${file.split('/').at(-1)?.padEnd(18)} ${examples.length} pairs, precision ${p.toFixed(2)}, recall ${r.toFixed(2)}`);
}
const weights = fitted(all);
console.log(['bias', ...COUNT_FEATURES].map((name, k) => `  ${name}: ${(weights[k] as number).toFixed(2)},`).join('\n'));
if (values.write)
  writeWeights(
    'src/linking/tallies/same.ts',
    "export const COUNT_WEIGHTS: Readonly<Record<CountFeature | 'bias', number>> = {",
    Object.fromEntries(['bias', ...COUNT_FEATURES].map((name, k) => [name, weights[k] as number])),
  );
