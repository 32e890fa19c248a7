/**
 * Fits the weights by which two statements are held to say the same (`src/linking/claims/decide.ts`) on the stories given, each as it is
 * read and as its truth has it, and says how well the fit on all other stories does on each.
 *   npx tsx bench/linking/fit-claims.ts --cache FOLDER STORY.json…   (the folder that bench/linking/stories.ts filled)
 */
import { parseArgs } from 'node:util';
import { candidatePairs } from '../../src/linking/claims/candidates.ts';
import { pairFeatures, SAME_THRESHOLD, veto, WEIGHTS } from '../../src/linking/claims/decide.ts';
import { storyPropositions } from '../../src/linking/index.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { givenStory } from './given.ts';
import { type LinkedFrom, readStory } from './readings.ts';
import { APPEARS, fitLogistic, likeness, type Truth, truthOf } from './truth.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cache: { type: 'string' }, threshold: { type: 'string', default: `${SAME_THRESHOLD}` } },
});
const NAMES = Object.keys(WEIGHTS).filter((name) => name !== 'bias') as Exclude<keyof typeof WEIGHTS, 'bias'>[];

interface Example {
  readonly x: readonly number[];
  readonly y: number;
  readonly weight: number;
}

/** A pair of which one is in no claim of the truth may be a claim that nobody wrote down. */
const UNKNOWN_WEIGHT = 0.3;
/** Pairs that say the same are few: each weighs so much. */
const SAME_WEIGHT = 2;
const DECAY = 1;
/** Cosine from which on a pair is learnt from though no telling word is shared. */
const LIKE = 0.45;

function examplesOf(truth: Truth, { reports, vectors }: LinkedFrom): Example[] {
  const originals = new Set(truth.reports.filter(({ copyOf }) => copyOf === null).map(({ id }) => id));
  const rows = storyPropositions(reports, vectors).filter(({ report }) => originals.has(report));
  const text = new Map(reports.flatMap(({ statements }) => statements.map(({ id, content }) => [id, content.text] as const)));
  const claims = rows.map((row) => {
    const near = truth.claims.flatMap((claim) =>
      claim.appearances
        .filter(({ report }) => report === row.report)
        .map(({ content }) => ({ id: claim.id, like: likeness(content, text.get(row.id) ?? row.folded) })),
    );
    const [best] = near.sort((a, b) => b.like - a.like);
    return best && best.like >= APPEARS ? best.id : null;
  });
  const compared = new Set(candidatePairs(rows).map(([a, b]) => `${a}|${b}`));
  const examples: Example[] = [];
  rows.forEach((a, i) => {
    rows.slice(0, i).forEach((b, j) => {
      if ((claims[i] ?? claims[j]) === null || a.folded === b.folded || veto(a, b)) return;
      const features = pairFeatures(a, b);
      if (!compared.has(`${j}|${i}`) && features.meaning < LIKE) return;
      const known = claims[i] !== null && claims[j] !== null;
      if (!known && features.contained < 0.3) return;
      const y = known && claims[i] === claims[j] ? 1 : 0;
      examples.push({ x: NAMES.map((name) => features[name]), y, weight: (known ? 1 : UNKNOWN_WEIGHT) * (y === 1 ? SAME_WEIGHT : 1) });
    });
  });
  return examples;
}

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
const all: { readonly file: string; readonly examples: readonly Example[] }[] = [];
for (const file of positionals) {
  const truth = truthOf(file);
  const read = examplesOf(truth, await readStory(file, values.cache, createDefaultReader));
  all.push({ file, examples: [...read, ...examplesOf(truth, await givenStory(file, values.cache, createDefaultReader))] });
}
const weightsOf = (rows: typeof all): number[] =>
  fitLogistic(
    rows.flatMap(({ examples }) => examples),
    DECAY,
  );
let held: Right = { hits: 0, said: 0, gold: 0 };
let today: Right = held;
for (const { file, examples } of all) {
  const fitted = right(weightsOf(all.filter((row) => row.file !== file)), examples);
  const kept = right(now, examples);
  held = add(held, fitted);
  today = add(today, kept);
  console.log(
    `${file.split('/').at(-1)?.padEnd(18)} ${examples.length} pairs: fitted on the others ${show(fitted)}; as it is ${show(kept)}`,
  );
}
console.log(`all                fitted on the others ${show(held)}; as it is ${show(today)}`);
const weights = weightsOf(all);
console.log(['bias', ...NAMES].map((name, k) => `  ${name}: ${(weights[k] as number).toFixed(2)},`).join('\n'));
