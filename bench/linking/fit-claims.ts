/**
 * Fits the weights by which two statements are held to say the same (`src/linking/claims/decide.ts`) on the stories given, and says how
 * well the fit on all other stories does on each.
 *   npx tsx bench/linking/fit-claims.ts --cache FOLDER STORY.json…   (the folder that bench/linking/stories.ts filled)
 */
import { parseArgs } from 'node:util';
import { pairFeatures, veto, WEIGHTS } from '../../src/linking/claims/decide.ts';
import { storyPropositions } from '../../src/linking/index.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { readStory } from './readings.ts';
import { APPEARS, likeness, truthOf } from './truth.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cache: { type: 'string' }, threshold: { type: 'string', default: '0.65' } },
});
const NAMES = Object.keys(WEIGHTS).filter((name) => name !== 'bias') as Exclude<keyof typeof WEIGHTS, 'bias'>[];

interface Example {
  readonly x: readonly number[];
  readonly y: number;
  readonly weight: number;
}

/** A pair of which one is in no claim of the truth may be a claim that nobody wrote down. */
const UNKNOWN_WEIGHT = 0.3;

async function examplesOf(file: string): Promise<Example[]> {
  const truth = truthOf(file);
  const { reports, vectors } = await readStory(file, values.cache, createDefaultReader);
  const originals = new Set(truth.reports.filter(({ copyOf }) => copyOf === null).map(({ id }) => id));
  const rows = storyPropositions(reports, vectors).filter(({ report }) => originals.has(report));
  const claims = rows.map((row) => {
    const near = truth.claims.flatMap((claim) =>
      claim.appearances
        .filter(({ report }) => report === row.report)
        .map(({ content }) => ({ id: claim.id, like: likeness(content, row.folded) })),
    );
    const [best] = near.sort((a, b) => b.like - a.like);
    return best && best.like >= APPEARS ? best.id : null;
  });
  const examples: Example[] = [];
  rows.forEach((a, i) => {
    rows.slice(0, i).forEach((b, j) => {
      if ((claims[i] ?? claims[j]) === null || a.folded === b.folded || veto(a, b)) return;
      const features = pairFeatures(a, b);
      const known = claims[i] !== null && claims[j] !== null;
      if (!known && features.contained < 0.3) return;
      examples.push({
        x: NAMES.map((name) => features[name]),
        y: known && claims[i] === claims[j] ? 1 : 0,
        weight: known ? 1 : UNKNOWN_WEIGHT,
      });
    });
  });
  return examples;
}

/** Logistic regression by gradient descent with weight decay. */
function fitWeights(examples: readonly Example[]): number[] {
  const weights = new Array<number>(NAMES.length + 1).fill(0);
  const total = examples.reduce((sum, { weight, y }) => sum + weight * (y === 1 ? 3 : 1), 0);
  for (let round = 0; round < 4000; round += 1) {
    const slope = new Array<number>(weights.length).fill(0);
    for (const { x, y, weight } of examples) {
      let sum = weights[0] as number;
      for (let k = 0; k < x.length; k += 1) sum += (x[k] as number) * (weights[k + 1] as number);
      const error = (1 / (1 + Math.exp(-sum)) - y) * weight * (y === 1 ? 3 : 1);
      slope[0] = (slope[0] as number) + error;
      for (let k = 0; k < x.length; k += 1) slope[k + 1] = (slope[k + 1] as number) + error * (x[k] as number);
    }
    for (let k = 0; k < weights.length; k += 1)
      weights[k] = (weights[k] as number) - 2 * ((slope[k] as number) / total + (k === 0 ? 0 : 0.0005 * (weights[k] as number)));
  }
  return weights;
}

interface Right {
  readonly hits: number;
  readonly said: number;
  readonly gold: number;
}
function right(weights: readonly number[], examples: readonly Example[]): Right {
  const known = examples.filter(({ weight }) => weight === 1);
  const said = known.map(({ x, y }) => {
    const sum = x.reduce((total, value, k) => total + value * (weights[k + 1] as number), weights[0] as number);
    return { y, on: 1 / (1 + Math.exp(-sum)) >= Number(values.threshold) };
  });
  return {
    hits: said.filter(({ y, on }) => on && y === 1).length,
    said: said.filter(({ on }) => on).length,
    gold: said.filter(({ y }) => y === 1).length,
  };
}

const show = ({ hits, said, gold }: Right): string =>
  `precision ${(hits / Math.max(1, said)).toFixed(2)}, recall ${(hits / Math.max(1, gold)).toFixed(2)}`;
const add = (a: Right, b: Right): Right => ({ hits: a.hits + b.hits, said: a.said + b.said, gold: a.gold + b.gold });
const now = [WEIGHTS.bias, ...NAMES.map((name) => WEIGHTS[name])];
const all: { readonly file: string; readonly examples: readonly Example[] }[] = [];
for (const file of positionals) all.push({ file, examples: await examplesOf(file) });
let held: Right = { hits: 0, said: 0, gold: 0 };
let today: Right = held;
for (const { file, examples } of all) {
  const fitted = right(fitWeights(all.filter((row) => row.file !== file).flatMap((row) => row.examples)), examples);
  const kept = right(now, examples);
  held = add(held, fitted);
  today = add(today, kept);
  console.log(
    `${file.split('/').at(-1)?.padEnd(18)} ${examples.length} pairs: fitted on the others ${show(fitted)}; as it is ${show(kept)}`,
  );
}
console.log(`all                fitted on the others ${show(held)}; as it is ${show(today)}`);
const weights = fitWeights(all.flatMap(({ examples }) => examples));
console.log(['bias', ...NAMES].map((name, k) => `  ${name}: ${(weights[k] as number).toFixed(2)},`).join('\n'));
