/**
 * Fits the weights by which two figures are held to count one thing (`src/linking/tallies/same.ts`) on the stories given, and says how
 * well the fit on all other stories does on each.
 *   npx tsx bench/linking/fit-tallies.ts --cache FOLDER STORY.json…   (the folder that bench/linking/stories.ts filled)
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { storyPoints } from '../../src/linking/index.ts';
import { COUNT_FEATURES, countFeatures } from '../../src/linking/tallies/same.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { readStory } from './readings.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { cache: { type: 'string', default: '/tmp/link/cache' } } });

interface Example {
  readonly x: readonly number[];
  readonly y: number;
}
interface Truth {
  readonly story: string;
  readonly tallies: readonly {
    readonly id: string;
    readonly points: readonly { report: string; low: number | null; high: number | null }[];
  }[];
}

const examplesOf = async (file: string): Promise<Example[]> => {
  const truth = JSON.parse(readFileSync(file, 'utf8')) as Truth;
  const { reports, vectors } = await readStory(file, values.cache, createDefaultReader);
  const points = storyPoints(reports, vectors);
  const tallyOf = points.map(({ placed, quantity }) => {
    const fits = truth.tallies.filter((tally) =>
      tally.points.some((row) => row.report === placed.report.id && row.low === quantity.low && row.high === quantity.high),
    );
    return fits.length === 1 ? (fits[0]?.id as string) : null;
  });
  const examples: Example[] = [];
  points.forEach((a, i) => {
    points.slice(0, i).forEach((b, j) => {
      if (a.measure !== b.measure || (tallyOf[i] === null && tallyOf[j] === null)) return;
      if (a.quantity.low === b.quantity.low && a.quantity.high === b.quantity.high && tallyOf[i] !== tallyOf[j]) return;
      examples.push({ x: countFeatures(a, b), y: tallyOf[i] === tallyOf[j] ? 1 : 0 });
    });
  });
  return examples;
};

/** Logistic regression by gradient descent, with a little weight decay; the rarer class weighs a little more. */
function fitWeights(examples: readonly Example[]): number[] {
  const width = COUNT_FEATURES.length + 1;
  const weights = new Array<number>(width).fill(0);
  const positives = examples.filter(({ y }) => y === 1).length;
  const share = positives / Math.max(1, examples.length);
  for (let round = 0; round < 3000; round += 1) {
    const slope = new Array<number>(width).fill(0);
    for (const { x, y } of examples) {
      const row = [1, ...x];
      const sum = row.reduce((total, value, k) => total + value * (weights[k] as number), 0);
      const error = (1 / (1 + Math.exp(-sum)) - y) * (y === 1 ? Math.sqrt((1 - share) / share) : 1);
      row.forEach((value, k) => {
        slope[k] = (slope[k] as number) + error * value;
      });
    }
    for (let k = 0; k < width; k += 1)
      weights[k] = (weights[k] as number) - 0.8 * ((slope[k] as number) / examples.length + (k === 0 ? 0 : 0.003 * (weights[k] as number)));
  }
  return weights;
}

const right = (weights: readonly number[], examples: readonly Example[]): { p: number; r: number } => {
  const said = examples.map(({ x, y }) => ({ y, on: [1, ...x].reduce((sum, value, k) => sum + value * (weights[k] as number), 0) > 0 }));
  const hits = said.filter(({ y, on }) => on && y === 1).length;
  return { p: hits / Math.max(1, said.filter(({ on }) => on).length), r: hits / Math.max(1, said.filter(({ y }) => y === 1).length) };
};

const all: { readonly file: string; readonly examples: readonly Example[] }[] = [];
for (const file of positionals) all.push({ file, examples: await examplesOf(file) });
for (const { file, examples } of all) {
  const others = all.filter((row) => row.file !== file).flatMap((row) => row.examples);
  const { p, r } = right(fitWeights(others), examples);
  console.log(`${file.split('/').at(-1)?.padEnd(18)} ${examples.length} pairs, precision ${p.toFixed(2)}, recall ${r.toFixed(2)}`);
}
const weights = fitWeights(all.flatMap(({ examples }) => examples));
console.log(['bias', ...COUNT_FEATURES].map((name, k) => `  ${name}: ${(weights[k] as number).toFixed(2)},`).join('\n'));
