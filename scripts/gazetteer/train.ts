/**
 * Learns src/reader/where/weights.json from texts whose places are marked, and scores itself on folds it has not seen:
 *   node --import tsx scripts/gazetteer/train.ts OUT-FOLDER NAME=GROUPS.json …
 * where NAME.in.jsonl and NAME.gold.jsonl are what `prepare.mjs places` wrote and GROUPS.json says which outlet each text is from
 * ({id: outlet}): texts of one outlet stay in one fold, so that no score rests on a paper that was learned from.
 * Every fold also learns from made reports of the whole world (world.ts), which are never scored.
 * Writes OUT-FOLDER/NAME.held.jsonl (every text read by weights that never saw its outlet) and OUT-FOLDER/weights.json (learned from all).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse, modelsOf, type WhereWeights } from '../../src/reader/where/analyse.ts';
import type { GazetteerPlace } from '../../src/reader/where/gazetteer.ts';
import { mentionFeatures, resolvedFeatures } from '../../src/reader/where/judge.ts';
import { type Feature, logistic, score, softmax, type Weights } from '../../src/reader/where/linear.ts';
import { loadGazetteer } from '../../src/reader/where/load.ts';
import { placesOf } from '../../src/reader/where/places.ts';
import { worldReports } from './world.ts';

interface Gold {
  readonly start: number;
  readonly end: number;
  readonly lat: number | null;
  readonly lon: number | null;
}
interface Doc {
  readonly id: string;
  readonly set: string;
  readonly text: string;
  readonly places: readonly Gold[];
  readonly fold: number;
}

const FOLDS = 5;
/** As many as make about a third of the names that are learned from. */
const MADE = Number(process.env.MADE ?? 300);
const EPOCHS = 12;
const [out, ...sets] = process.argv.slice(2);
if (!out || sets.length === 0) {
  console.error('usage: train.ts OUT-FOLDER NAME=GROUPS.json …');
  process.exit(2);
}
const lines = (path: string): unknown[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((l) => JSON.parse(l));
const hash = (s: string): number => [...s].reduce((h, c) => (h * 31 + (c.codePointAt(0) as number)) >>> 0, 7);

const docs: Doc[] = sets.flatMap((arg) => {
  const [name = '', groupsFile] = arg.split('=');
  const groups = groupsFile ? (JSON.parse(readFileSync(groupsFile, 'utf8')) as Record<string, string>) : {};
  return (lines(`${name}.gold.jsonl`) as Omit<Doc, 'set' | 'fold'>[]).map((d) => ({
    ...d,
    set: name,
    fold: hash(groups[d.id] ?? d.id) % FOLDS,
  }));
});
const gazetteer = loadGazetteer(new URL('../../models/gazetteer/gazetteer.bin.gz', import.meta.url));

const km = (a: { lat: number; lon: number }, b: { lat: number; lon: number }): number => {
  const r = Math.PI / 180;
  const h = Math.sin(((b.lat - a.lat) * r) / 2) ** 2 + Math.cos(a.lat * r) * Math.cos(b.lat * r) * Math.sin(((b.lon - a.lon) * r) / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(Math.min(1, h)));
};

/** Which readings are right: the nearest to the gold point, and those almost as near; none beyond 161 km. */
function right(candidates: readonly GazetteerPlace[], gold: Gold): number[] {
  if (gold.lat === null || gold.lon === null) return [];
  const distances = candidates.map((p) => km(p, { lat: gold.lat as number, lon: gold.lon as number }));
  const best = Math.min(...distances);
  return best > 161 ? [] : distances.flatMap((d, i) => (d <= Math.max(25, best + 10) && d <= 161 ? [i] : []));
}

interface Choice {
  readonly options: readonly (readonly Feature[])[];
  readonly right: ReadonlySet<number>;
}
interface Answer {
  readonly features: readonly Feature[];
  readonly yes: boolean;
}

/** AdaGrad over one list of examples; small L2 towards zero. */
function learn<Example>(
  examples: readonly Example[],
  gradient: (weights: ReadonlyMap<string, number>, example: Example, push: (name: string, g: number) => void) => void,
  l2: number,
): Map<string, number> {
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  let seed = 12345;
  const order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      const j = seed % (i + 1);
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    for (const index of order) {
      gradient(weights, examples[index] as Example, (name, g) => {
        const whole = g + l2 * (weights.get(name) ?? 0);
        const square = (squares.get(name) ?? 1e-2) + whole * whole;
        squares.set(name, square);
        weights.set(name, (weights.get(name) ?? 0) - (0.15 / Math.sqrt(square)) * whole);
      });
    }
  }
  return weights;
}

const learnAnswers = (answers: readonly Answer[]): Map<string, number> =>
  learn(
    answers,
    (weights, { features, yes }, push) => {
      const error = logistic(score(weights, features)) - (yes ? 1 : 0);
      for (const [name, value] of features) push(name, error * value);
    },
    2e-4,
  );

const learnChoices = (choices: readonly Choice[]): Map<string, number> =>
  learn(
    choices,
    (weights, { options, right: good }, push) => {
      const p = softmax(options.map((f) => score(weights, f)));
      const mass = p.reduce((sum, x, i) => sum + (good.has(i) ? x : 0), 0) || 1e-9;
      options.forEach((features, i) => {
        const error = (p[i] as number) - (good.has(i) ? (p[i] as number) / mass : 0);
        if (Math.abs(error) > 1e-4) for (const [name, value] of features) push(name, error * value);
      });
    },
    1e-4,
  );

const table = (weights: ReadonlyMap<string, number>, seen: ReadonlyMap<string, number>): Weights =>
  Object.fromEntries(
    [...weights]
      .filter(([name, w]) => (seen.get(name) ?? 0) >= 3 && Math.abs(w) >= 0.02)
      .map(([name, w]) => [name, Math.round(w * 1000) / 1000])
      .sort(),
  );

const seenIn = (lists: Iterable<readonly Feature[]>): Map<string, number> => {
  const seen = new Map<string, number>();
  for (const features of lists) for (const [name] of features) seen.set(name, (seen.get(name) ?? 0) + 1);
  return seen;
};

const NONE: WhereWeights = { judge: [{}, {}], resolve: [{}, {}] };

const made: readonly Doc[] = worldReports(MADE).map((report) => ({ ...report, set: 'world', fold: -1 }));

/** Learns all four tables, each on what the ones before it make of the texts. */
function train(texts: readonly Doc[]): WhereWeights {
  let weights = NONE;
  for (const stage of [0, 1, 2, 3]) {
    const models = modelsOf(stage === 1 ? { ...weights, resolve: [weights.resolve[0], {}] } : weights);
    const answers: Answer[] = [];
    const choices: Choice[] = [];
    for (const doc of [...texts, ...made]) {
      const rounds = stage === 1 ? { ...models, resolve: models.resolve.slice(0, 1) } : models;
      const a = analyse(gazetteer, rounds, doc.text, null);
      a.mentions.forEach((mention, i) => {
        const [start, end] = [a.tokens[mention.from]?.start ?? 0, a.tokens[mention.to - 1]?.end ?? 0];
        const gold = doc.places.find((g) => g.start < end && start < g.end);
        const good = gold ? right(mention.candidates, gold) : [];
        const part = gold !== undefined && gold.end - gold.start > end - start + 2 && good.length === 0;
        const resolved = a.resolved[a.groupOf[i] as number];
        if (stage === 0 || stage === 3)
          answers.push({
            features: [
              ...mentionFeatures(gazetteer, a.tokens, a.mentions, i, a.names),
              ...(stage === 3 && resolved ? resolvedFeatures(resolved) : []),
            ],
            yes: gold !== undefined && !part,
          });
        else if (good.length > 0 && good.length < mention.candidates.length && resolved)
          choices.push({ options: resolved.features, right: new Set(good) });
      });
    }
    if (stage === 0 || stage === 3) {
      const learned = table(learnAnswers(answers), seenIn(answers.map((x) => x.features)));
      weights = { ...weights, judge: stage === 0 ? [learned, {}] : [weights.judge[0], learned] };
    } else {
      const learned = table(learnChoices(choices), seenIn(choices.flatMap((x) => x.options)));
      weights = { ...weights, resolve: stage === 1 ? [learned, learned] : [weights.resolve[0], learned] };
    }
  }
  return weights;
}

mkdirSync(out, { recursive: true });
const held = new Map<string, string[]>();
for (let fold = 0; fold < FOLDS; fold += 1) {
  const models = modelsOf(train(docs.filter((d) => d.fold !== fold)));
  for (const doc of docs.filter((d) => d.fold === fold)) {
    const places = placesOf(gazetteer, models, doc.text, null);
    held.set(doc.set, [...(held.get(doc.set) ?? []), JSON.stringify({ report: { id: doc.id, text: doc.text }, places })]);
  }
  console.error(`fold ${fold + 1} of ${FOLDS}`);
}
for (const [name, rows] of held) writeFileSync(join(out, `${name.split('/').at(-1)}.held.jsonl`), `${rows.join('\n')}\n`);
writeFileSync(join(out, 'weights.json'), `${JSON.stringify(train(docs), null, 1)}\n`);
