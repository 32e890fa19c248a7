/**
 * Fits the weights by which two statements are held to say the same (`src/linking/claims/decide.ts`) on the stories given, each as it is
 * read and as its truth has it, and says how well a fit without it does (`--folds` parts, each left out once). Stories of `--learn` are never measured on.
 *   npx tsx bench/linking/fit-claims.ts --cache FOLDER [--folds N] [--learn FOLDER [--weigh N]] [--write] STORY.json…   (the folder that bench/linking/stories.ts filled)
 */
import { parseArgs } from 'node:util';
import { SAME_THRESHOLD, WEIGHTS } from '../../src/linking/claims/decide.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { FOLD_OPTIONS, foldsOf, inTurn, lighter, storiesIn } from './folds.ts';
import { givenStory } from './given.ts';
import { CLAIM_FEATURES, claimExamples, fitClaims } from './pairs-claims.ts';
import { readStory } from './readings.ts';
import { type Example, truthOf } from './truth.ts';
import { writeWeights } from './written.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...FOLD_OPTIONS,
    cache: { type: 'string' },
    threshold: { type: 'string', default: `${SAME_THRESHOLD}` },
    write: { type: 'boolean', default: false },
  },
});
const NAMES = CLAIM_FEATURES;

interface Right {
  readonly hits: number;
  readonly said: number;
  readonly gold: number;
}
function right(weights: readonly number[], examples: readonly Example[]): Right {
  const known = examples.filter(({ weight }) => weight >= 1);
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
interface Story {
  readonly file: string;
  readonly examples: readonly Example[];
}
const storyOf = async (file: string): Promise<Story> => {
  const truth = truthOf(file);
  const read = await claimExamples(truth, await readStory(file, values.cache, createDefaultReader));
  return { file, examples: [...read, ...(await claimExamples(truth, await givenStory(file, values.cache, createDefaultReader)))] };
};
const all = await inTurn(positionals, storyOf);
const learned = await inTurn(storiesIn(values.learn), storyOf);
const taught = lighter(
  learned.flatMap(({ examples }) => examples),
  Number(values.weigh),
);
const weightsOf = (rows: readonly Story[]): number[] => fitClaims([...rows.flatMap(({ examples }) => examples), ...taught]);
let held: Right = { hits: 0, said: 0, gold: 0 };
let today: Right = held;
for (const { left, others } of foldsOf(all, Number(values.folds))) {
  const weights = weightsOf(others);
  for (const { file, examples } of left) {
    const [fitted, kept] = [right(weights, examples), right(now, examples)];
    held = add(held, fitted);
    today = add(today, kept);
    console.log(
      `${file.split('/').at(-1)?.padEnd(18)} ${examples.length} pairs: fitted on the others ${show(fitted)}; as it is ${show(kept)}`,
    );
  }
}
console.log(`all                fitted on the others ${show(held)}; as it is ${show(today)}`);
const weights = weightsOf(all);
console.log(['bias', ...NAMES].map((name, k) => `  ${name}: ${(weights[k] as number).toFixed(2)},`).join('\n'));
if (values.write)
  writeWeights(
    'src/linking/claims/decide.ts',
    'export const WEIGHTS = {',
    Object.fromEntries(['bias', ...NAMES].map((name, k) => [name, weights[k] as number])),
  );
