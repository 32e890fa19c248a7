/**
 * Fits the weights by which a later claim is held to bear on an earlier one (`src/linking/relations/weights.ts`) on the stories given, and
 * says how well a fit without a story (`--folds` parts, each left out once) does on it. Stories of `--learn` are never measured on.
 *   npx tsx bench/linking/fit-relations.ts --cache FOLDER [--folds N] [--learn FOLDER [--weigh N]] [--write] STORY.json…   (the folder that bench/linking/stories.ts filled)
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { BEARS, KINDS, PAIR_FEATURES, PAIR_WEIGHTS } from '../../src/linking/index.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { FOLD_OPTIONS, foldsOf, inTurn, lighter, storiesIn } from './folds.ts';
import { givenStory } from './given.ts';
import { bearing, fitRelations, type Kind, type KindWeights, type RelationExample, relationExamples } from './pairs-relations.ts';
import { type LinkedFrom, readStory } from './readings.ts';
import { type Truth, truthOf } from './truth.ts';
import { writeWeights } from './written.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...FOLD_OPTIONS,
    cache: { type: 'string' },
    decay: { type: 'string', default: '4' },
    write: { type: 'boolean', default: false },
  },
});

interface Story {
  readonly file: string;
  readonly examples: readonly RelationExample[];
  /** Relations in the truth that are no siding. */
  readonly gold: number;
}

const storyOf = async (file: string, truth: Truth, linked: LinkedFrom): Promise<Story> => ({
  file: basename(file),
  examples: await relationExamples(truth, linked),
  gold: bearing(truth).length,
});

function scoreOf(weights: readonly number[], x: readonly number[]): number {
  const sum = x.reduce((total, value, k) => total + value * (weights[k + 1] as number), weights[0] as number);
  return 1 / (1 + Math.exp(-sum));
}

interface Right {
  readonly hits: number;
  readonly said: number;
  readonly gold: number;
}
/** Relations said between known claims, of each later claim the surest, as `findRelations` does. */
function right(weights: KindWeights, { examples, gold }: Story, enough = BEARS): Right {
  const byLater = new Map<string, { readonly hit: boolean; readonly known: boolean; readonly score: number }>();
  for (const { later, x, kind, weight } of examples.filter(({ again }) => !again)) {
    const scored = KINDS.map((one) => ({ one, score: scoreOf(weights[one], x) / enough }));
    const best = scored.reduce((most, row) => (row.score > most.score ? row : most));
    if (best.score < 1 || best.score <= (byLater.get(later)?.score ?? 0)) continue;
    byLater.set(later, { hit: best.one === kind, known: weight === 1, score: best.score });
  }
  const said = [...byLater.values()].filter(({ known }) => known);
  return { hits: said.filter(({ hit }) => hit).length, said: said.length, gold };
}

const show = ({ hits, said, gold }: Right): string =>
  `precision ${(hits / Math.max(1, said)).toFixed(2)}, recall ${(hits / Math.max(1, gold)).toFixed(2)} (${hits} of ${said} said, ${gold} true)`;
const add = (a: Right, b: Right): Right => ({ hits: a.hits + b.hits, said: a.said + b.said, gold: a.gold + b.gold });
const weightsOf = (rows: readonly (readonly Story[])[], from?: KindWeights): KindWeights =>
  fitRelations([...rows.flat().flatMap(({ examples }) => examples), ...taught], Number(values.decay), from);

/** A story is read and given: both are left out together. */
const bothOf = async (file: string): Promise<readonly Story[]> => {
  const truth = truthOf(file);
  return [
    await storyOf(file, truth, await readStory(file, values.cache, createDefaultReader)),
    await storyOf(`${file} given`, truth, await givenStory(file, values.cache, createDefaultReader)),
  ];
};
const stories = await inTurn(positionals, bothOf);
const learned = await inTurn(storiesIn(values.learn), bothOf);
const taught = lighter(
  learned.flat().flatMap(({ examples }) => examples),
  Number(values.weigh),
);
const names = ['bias', ...PAIR_FEATURES] as const;
const now = Object.fromEntries(KINDS.map((kind) => [kind, names.map((name) => PAIR_WEIGHTS[kind][name])])) as Record<Kind, number[]>;
const weights = weightsOf(stories);
const NONE: Right = { hits: 0, said: 0, gold: 0 };
let [held, today] = [NONE, NONE];
/** What other thresholds would give, of stories as they are read. */
const others = new Map([0.04, 0.06, 0.08, 0.1, 0.13, 0.17, 0.22, 0.3].map((enough) => [enough, NONE] as const));
for (const { left, others: rest } of foldsOf(stories, Number(values.folds))) {
  const without = weightsOf(rest, weights);
  for (const story of left.flat()) {
    const fitted = right(without, story);
    held = add(held, fitted);
    today = add(today, right(now, story));
    console.log(`${story.file.padEnd(24)} ${show(fitted)}`);
    if (!story.file.endsWith(' given')) for (const [enough, found] of others) others.set(enough, add(found, right(without, story, enough)));
  }
}
console.log(`all, fitted on the others: ${show(held)}; with the weights as they are: ${show(today)}`);
for (const [enough, { hits, said, gold }] of others)
  console.log(
    `as read, bearing from ${enough} on: F1 ${((200 * hits) / Math.max(1, said + gold)).toFixed(1)} (${hits} of ${said}, of ${gold})`,
  );
for (const kind of KINDS)
  console.log([`  ${kind}: {`, ...names.map((name, k) => `    ${name}: ${(weights[kind][k] as number).toFixed(2)},`), '  },'].join('\n'));
if (values.write)
  for (const kind of KINDS)
    writeWeights(
      'src/linking/relations/weights.ts',
      `  ${kind}: {`,
      Object.fromEntries(names.map((name, k) => [name, weights[kind][k] as number])),
    );
