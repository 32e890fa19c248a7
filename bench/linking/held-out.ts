/**
 * Scores every story with the weights of claims, figures, relations and outcomes fitted on all the others, as it is read and as its truth has it.
 *   npx tsx bench/linking/held-out.ts --cache FOLDER [--as-is] STORY.json…   (the folder that bench/linking/stories.ts filled)
 * With --as-is the weights stay as they are. Rules and thresholds are the same in both: what was written with a story in sight is not undone.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { WEIGHTS } from '../../src/linking/claims/decide.ts';
import { OUTCOME_WEIGHTS } from '../../src/linking/forecasts/decide.ts';
import { OUTCOME_FEATURES } from '../../src/linking/forecasts/outcomes.ts';
import { type LinkReport, linkJudged, linkSteps, partition, type StoryLinks, storyMark } from '../../src/linking/index.ts';
import { COUNT_FEATURES, COUNT_WEIGHTS } from '../../src/linking/tallies/same.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { joinStories } from '../../src/work/linking/index.ts';
import { fitOutcomes, type OutcomeChoice, outcomeChoices } from './choices-outcomes.ts';
import { givenStory } from './given.ts';
import { ledgerOf } from './ledger.ts';
import { CLAIM_FEATURES, claimExamples, fitClaims } from './pairs-claims.ts';
import { fitRelations, type RelationExample, relationExamples, setRelationWeights } from './pairs-relations.ts';
import { countExamples, fitTallies } from './pairs-tallies.ts';
import { type LinkedFrom, readStory } from './readings.ts';
import { type Example, type Truth, truthOf } from './truth.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cache: { type: 'string' },
    'as-is': { type: 'boolean', default: false },
    scorer: { type: 'string', default: '/work/shared/tools/score-story.mjs' },
  },
});

interface Story extends LinkedFrom {
  readonly file: string;
  readonly mode: 'read' | 'given';
}
const stories: Story[] = [];
for (const file of positionals) {
  stories.push({ file, mode: 'read', ...(await readStory(file, values.cache, createDefaultReader)) });
  stories.push({ file, mode: 'given', ...(await givenStory(file, values.cache, createDefaultReader)) });
}

type Examples = (truth: Truth, linked: LinkedFrom) => readonly Example[] | Promise<readonly Example[]>;
/** The examples of every story. */
async function examplesOf(of: Examples): Promise<readonly (readonly Example[])[]> {
  const all: (readonly Example[])[] = [];
  for (const story of values['as-is'] ? [] : stories) all.push(await of(truthOf(story.file), story));
  return all;
}

/** A table of weights with what it is fitted from and by. */
const fits = [
  { table: WEIGHTS, names: CLAIM_FEATURES, fitted: fitClaims, examples: await examplesOf(claimExamples) },
  { table: COUNT_WEIGHTS, names: COUNT_FEATURES, fitted: fitTallies, examples: await examplesOf(countExamples) },
];

const outcomes: (readonly OutcomeChoice[])[] = [];
const relations: (readonly RelationExample[])[] = [];
for (const story of values['as-is'] ? [] : stories) {
  outcomes.push(await outcomeChoices(truthOf(story.file), story));
  relations.push(await relationExamples(truthOf(story.file), story));
}

/** The fits of relations begin with that on all. */
const relationsOfAll = values['as-is'] ? undefined : fitRelations(relations.flat());

/** Sets every table to what fits the stories but for one. */
function leaveOut(file: string): void {
  for (const { table, names, fitted, examples } of fits) {
    const weights = fitted(examples.flatMap((rows, i) => (stories[i]?.file === file ? [] : [...rows])));
    Object.assign(table, Object.fromEntries(['bias', ...names].map((name, k) => [name, weights[k]])));
  }
  const told = fitOutcomes(outcomes.flatMap((rows, i) => (stories[i]?.file === file ? [] : [...rows])));
  Object.assign(OUTCOME_WEIGHTS, Object.fromEntries(OUTCOME_FEATURES.map((name, k) => [name, told[k]])));
  setRelationWeights(
    fitRelations(
      relations.flatMap((rows, i) => (stories[i]?.file === file ? [] : [...rows])),
      undefined,
      relationsOfAll,
    ),
  );
}

const folder = mkdtempSync(join(tmpdir(), 'held-out-'));
async function scoresOf({ file, mode, reports, vectors, judge }: Story): Promise<Record<string, number>> {
  const byId = new Map(reports.map((row) => [row.report.id, row]));
  const parts = mode === 'given' ? [[...byId.keys()]] : partition(reports.map(({ report }) => storyMark(report)));
  const linked: StoryLinks[] = [];
  for (const ids of parts) {
    const given = ids.map((id) => byId.get(id) as LinkReport);
    linked.push(await linkJudged(linkSteps(given, vectors), judge));
  }
  const ledger = join(folder, basename(file));
  writeFileSync(ledger, JSON.stringify(ledgerOf(reports, joinStories(linked))));
  return JSON.parse(execFileSync('node', [values.scorer, file, ledger, '--json'], { encoding: 'utf8' })) as Record<string, number>;
}

const rows: { readonly story: Story; readonly scores: Record<string, number> }[] = [];
for (const story of stories) {
  if (!values['as-is']) leaveOut(story.file);
  rows.push({ story, scores: await scoresOf(story) });
}
rmSync(folder, { recursive: true });
const figures = Object.keys(rows[0]?.scores ?? {}).filter((key) => key !== 'name');
const line = (name: string, score: (key: string) => number): string =>
  `${name.padEnd(20)}${figures.map((key) => (100 * score(key)).toFixed(0).padStart(7)).join('')}`;
console.log(`${''.padEnd(20)}${figures.map((key) => key.slice(0, 6).padStart(7)).join('')}`);
for (const { story, scores } of rows) console.log(line(`${basename(story.file, '.json')} ${story.mode}`, (key) => scores[key] ?? 0));
for (const mode of ['read', 'given'] as const) {
  const of = rows.filter(({ story }) => story.mode === mode);
  console.log(line(`mean ${mode}`, (key) => of.reduce((sum, { scores }) => sum + (scores[key] ?? 0), 0) / Math.max(1, of.length)));
}
