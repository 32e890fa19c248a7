/**
 * Fits the weights by which it is told what became of a forecast (`src/linking/forecasts/decide.ts`) on the stories given, each as it is read
 * and as its truth has it, and says how well a fit without it does (`--folds` parts, each left out once). Stories of `--learn` are never measured on.
 *   npx tsx bench/linking/fit-outcomes.ts --cache FOLDER [--decay N] [--errors] [--folds N] [--learn FOLDER [--weigh N]] [--write] STORY.json…   (the folder that bench/linking/stories.ts filled)
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { OUTCOME_FEATURES } from '../../src/linking/forecasts/outcomes.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { chancesOf } from '../softmax.ts';
import { fitOutcomes, type OutcomeChoice, outcomeChoices } from './choices-outcomes.ts';
import { FOLD_OPTIONS, foldsOf, inTurn, lighter, storiesIn } from './folds.ts';
import { givenStory } from './given.ts';
import { readStory } from './readings.ts';
import { truthOf } from './truth.ts';
import { writeWeights } from './written.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...FOLD_OPTIONS,
    cache: { type: 'string', default: '/tmp/link/cache' },
    decay: { type: 'string', default: '8' },
    errors: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

interface Story {
  readonly file: string;
  readonly read: readonly OutcomeChoice[];
  readonly given: readonly OutcomeChoice[];
}
const storyOf = async (file: string): Promise<Story> => ({
  file,
  read: await outcomeChoices(truthOf(file), await readStory(file, values.cache, createDefaultReader)),
  given: await outcomeChoices(truthOf(file), await givenStory(file, values.cache, createDefaultReader)),
});
const stories = await inTurn(positionals, storyOf);
const learned = await inTurn(storiesIn(values.learn), storyOf);
const taught = lighter(
  learned.flatMap(({ read, given }) => [...read, ...given]),
  Number(values.weigh),
);

const fitted = (rows: readonly Story[]): number[] =>
  fitOutcomes([...rows.flatMap(({ read, given }) => [...read, ...given]), ...taught], Number(values.decay));
const bestOf = (weights: readonly number[], { options }: OutcomeChoice): number => {
  const found = chancesOf(weights, options);
  return found.indexOf(Math.max(...found));
};
const total = { read: [0, 0, 0, 0, 0, 0], given: [0, 0, 0, 0, 0, 0] };
function measure(story: Story, weights: readonly number[]): void {
  const shares = (['read', 'given'] as const).map((mode) => {
    const asked = story[mode].filter(({ again }) => !again);
    const known = asked.filter(({ gold }) => gold !== null);
    const said = (choice: OutcomeChoice): string => choice.outcomes[bestOf(weights, choice)] as string;
    const right = known.filter((choice) => said(choice) === choice.gold).length;
    const settled = known.filter((choice) => said(choice) !== 'pending');
    const by = settled.filter((choice) => choice.right.includes(bestOf(weights, choice)));
    const others = asked.filter(({ gold }) => gold === null);
    const told = others.filter((choice) => said(choice) !== 'pending');
    total[mode] = [right, known.length, settled.length, by.length, others.length, told.length].map(
      (value, k) => value + (total[mode][k] as number),
    );
    return `${mode} ${right} of ${known.length}`;
  });
  console.log(`${basename(story.file).padEnd(18)} ${shares.join(', ')}`);
  if (!values.errors) return;
  for (const choice of story.read.filter(({ again }) => !again)) {
    const best = bestOf(weights, choice);
    if (choice.gold !== null && choice.outcomes[best] !== choice.gold)
      console.log(
        `    ${choice.shown[0]}\n      ${choice.gold}; said ${choice.shown[best + 1]}\n      right: ${choice.right
          .slice(0, 2)
          .map((i) => choice.shown[i + 1])
          .join(' | ')}`,
      );
  }
}
for (const { left, others } of foldsOf(stories, Number(values.folds))) {
  const weights = fitted(others);
  for (const story of left) measure(story, weights);
}
for (const mode of ['read', 'given'] as const)
  console.log(
    `all ${mode}: ${total[mode][0]} of ${total[mode][1]} outcomes right, held out; settled ${total[mode][2]}, by the right words and rightly ${total[mode][3]}; of ${total[mode][4]} that are not in the truth settled ${total[mode][5]}`,
  );
const weights = fitted(stories);
console.log(OUTCOME_FEATURES.map((name, k) => `  ${name}: ${(weights[k] as number).toFixed(2)},`).join('\n'));
if (values.write)
  writeWeights(
    'src/linking/forecasts/decide.ts',
    'export const OUTCOME_WEIGHTS: Record<OutcomeFeature, number> = {',
    Object.fromEntries(OUTCOME_FEATURES.map((name, k) => [name, weights[k] as number])),
  );
