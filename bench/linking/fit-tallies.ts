/**
 * Fits the weights by which two figures are held to count one thing (`src/linking/tallies/same.ts`) on the stories given, each as it is
 * read and as its truth has it, and says how well the fit on all other stories does on each.
 *   npx tsx bench/linking/fit-tallies.ts --cache FOLDER STORY.json…   (the folder that bench/linking/stories.ts filled)
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { storyPoints } from '../../src/linking/index.ts';
import { COUNT_FEATURES, countFeatures, countsOther } from '../../src/linking/tallies/same.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { givenStory } from './given.ts';
import { type LinkedFrom, readStory } from './readings.ts';
import { fitLogistic } from './truth.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { cache: { type: 'string', default: '/tmp/link/cache' } } });

interface Example {
  readonly x: readonly number[];
  readonly y: number;
  readonly weight: number;
}
/** A pair of which one is in no tally of the truth may be one that nobody wrote down; pairs that count one thing are few. */
const UNKNOWN_WEIGHT = 0.4;
const SAME_WEIGHT = 1.5;
const DECAY = 2;
interface Truth {
  readonly story: string;
  readonly tallies: readonly {
    readonly id: string;
    readonly points: readonly { report: string; low: number | null; high: number | null }[];
  }[];
}

function examplesOf(truth: Truth, { reports, vectors }: LinkedFrom): Example[] {
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
      if (a.measure !== b.measure || (tallyOf[i] === null && tallyOf[j] === null) || countsOther(a, b)) return;
      if (a.quantity.low === b.quantity.low && a.quantity.high === b.quantity.high && tallyOf[i] !== tallyOf[j]) return;
      const y = tallyOf[i] === tallyOf[j] ? 1 : 0;
      const known = tallyOf[i] !== null && tallyOf[j] !== null;
      examples.push({ x: countFeatures(a, b), y, weight: (known ? 1 : UNKNOWN_WEIGHT) * (y === 1 ? SAME_WEIGHT : 1) });
    });
  });
  return examples;
}

const right = (weights: readonly number[], examples: readonly Example[]): { p: number; r: number } => {
  const said = examples.map(({ x, y }) => ({ y, on: [1, ...x].reduce((sum, value, k) => sum + value * (weights[k] as number), 0) > 0 }));
  const hits = said.filter(({ y, on }) => on && y === 1).length;
  return { p: hits / Math.max(1, said.filter(({ on }) => on).length), r: hits / Math.max(1, said.filter(({ y }) => y === 1).length) };
};

const all: { readonly file: string; readonly examples: readonly Example[] }[] = [];
for (const file of positionals) {
  const truth = JSON.parse(readFileSync(file, 'utf8')) as Truth;
  const read = examplesOf(truth, await readStory(file, values.cache, createDefaultReader));
  all.push({ file, examples: [...read, ...examplesOf(truth, await givenStory(file, values.cache, createDefaultReader))] });
}
const fitted = (rows: typeof all): number[] =>
  fitLogistic(
    rows.flatMap(({ examples }) => examples),
    DECAY,
  );
for (const { file, examples } of all) {
  const { p, r } = right(fitted(all.filter((row) => row.file !== file)), examples);
  console.log(`${file.split('/').at(-1)?.padEnd(18)} ${examples.length} pairs, precision ${p.toFixed(2)}, recall ${r.toFixed(2)}`);
}
const weights = fitted(all);
console.log(['bias', ...COUNT_FEATURES].map((name, k) => `  ${name}: ${(weights[k] as number).toFixed(2)},`).join('\n'));
