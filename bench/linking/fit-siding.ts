/**
 * Fits the weights by which it is told which claim another sides with (`src/linking/relations/siding.ts`) on the stories given, each as it is
 * read and as its truth has it, and says how well a fit without it does (`--folds` parts, each left out once). Stories of `--learn` are never measured on.
 *   npx tsx bench/linking/fit-siding.ts --cache FOLDER [--folds N] [--learn FOLDER [--weigh N]] [--write] STORY.json…   (the folder that bench/linking/stories.ts filled)
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { SIDING_FEATURES } from '../../src/linking/index.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { chancesOf } from '../softmax.ts';
import { fitSiding, type SidingExample, sidingExamples } from './choices-siding.ts';
import { FOLD_OPTIONS, foldsOf, inTurn, lighter, storiesIn } from './folds.ts';
import { givenStory } from './given.ts';
import { readStory } from './readings.ts';
import { truthOf } from './truth.ts';
import { writeWeights } from './written.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { ...FOLD_OPTIONS, cache: { type: 'string' }, write: { type: 'boolean', default: false } },
});

interface Story {
  readonly file: string;
  readonly read: readonly SidingExample[];
  readonly given: readonly SidingExample[];
  readonly gold: number;
}
const storyOf = async (file: string): Promise<Story> => {
  const truth = truthOf(file);
  return {
    file,
    read: await sidingExamples(truth, await readStory(file, values.cache, createDefaultReader)),
    given: await sidingExamples(truth, await givenStory(file, values.cache, createDefaultReader)),
    gold: truth.relations.filter(({ type }) => type === 'endorses').length,
  };
};
const stories = await inTurn(positionals, storyOf);
const learned = await inTurn(storiesIn(values.learn), storyOf);
const taught = lighter(
  learned.flatMap(({ read, given }) => [...read, ...given]),
  Number(values.weigh),
);

const fitted = (rows: readonly Story[]): number[] => fitSiding([...rows.flatMap(({ read, given }) => [...read, ...given]), ...taught]);
const bestOf = (weights: readonly number[], { options }: SidingExample): number => {
  const found = chancesOf(weights, options);
  return found.indexOf(Math.max(...found));
};
const total = { read: [0, 0, 0], given: [0, 0, 0] };
function measure(story: Story, weights: readonly number[]): void {
  for (const mode of ['read', 'given'] as const) {
    const said = story[mode].filter((one) => bestOf(weights, one) < one.options.length - 1);
    const hits = said.filter((one) => one.endorses && one.right.includes(bestOf(weights, one)));
    total[mode] = [hits.length, said.length, story.gold].map((value, k) => value + (total[mode][k] as number));
  }
  console.log(
    `${basename(story.file).padEnd(18)} found to side: ${story.read.length} read, ${story.given.length} given; in the truth ${story.gold}`,
  );
}
for (const { left, others } of foldsOf(stories, Number(values.folds))) {
  const weights = fitted(others);
  for (const story of left) measure(story, weights);
}
for (const mode of ['read', 'given'] as const) {
  const [hits = 0, said = 0, gold = 0] = total[mode];
  console.log(`all ${mode}, held out: ${hits} of ${said} said are right, of ${gold} in the truth`);
}
const weights = fitted(stories);
console.log(SIDING_FEATURES.map((name, k) => `  ${name}: ${(weights[k] as number).toFixed(2)},`).join('\n'));
if (values.write)
  writeWeights(
    'src/linking/relations/siding.ts',
    'export const SIDING_WEIGHTS: Readonly<Record<SidingFeature, number>> = {',
    Object.fromEntries(SIDING_FEATURES.map((name, k) => [name, weights[k] as number])),
  );
