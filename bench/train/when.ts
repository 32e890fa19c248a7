/**
 * Trains the two regressions of `when` and writes `src/reader/when/{filter,direction}.json`:
 *   node --import tsx bench/train/when.ts [--folds N] NAME…
 * NAME stands for NAME.in.jsonl and NAME.gold.jsonl, as `prepare.mjs times` or `bench/score/meantime.ts` wrote them. With `--folds` nothing
 * is shipped: each report is read by weights that have not seen it, into NAME.held.jsonl, for `score.mjs times NAME.gold.jsonl NAME.held.jsonl`.
 * AdaGrad with a fixed order of examples: the same files give the same weights.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Candidate } from '../../src/reader/when/candidate.ts';
import { directionFeatures } from '../../src/reader/when/direction.ts';
import { featuresOf } from '../../src/reader/when/filter.ts';
import { recognise } from '../../src/reader/when/grammar.ts';
import { findTimes } from '../../src/reader/when/index.ts';
import { logOdds, weightsOf } from '../../src/reader/when/logistic.ts';
import { dayOfPublication } from '../../src/reader/when/step.ts';
import { tokenize } from '../../src/reader/when/tokens.ts';

const ROUNDS = 15;
const RATE = 0.1;
/** Pull towards 0 at every example, so that a word seen once decides nothing. */
const L2 = 0.1;
/** Readings that a rule is taken to have had before any was seen. */
const PRIOR = 3;
/** Weekdays so many days off that are taken to have been seen either way before any was. */
const DAYS_TAKEN_FOR_SEEN = 6;
/** How much of that counts: the verbs tell part of it already, and "attacked Saturday" is past, however far off. */
const DAYS_SHARE = 0.6;
/** Features seen in fewer examples are left out. */
const RAREST = 3;
/** Weights below this change no decision that another would not. */
const SMALLEST = 0.04;

interface Row {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
  readonly times: readonly { readonly start: number; readonly end: number; readonly value: string }[];
}
interface Example {
  readonly features: readonly string[];
  readonly label: 0 | 1;
}

/**
 * How often people marked what each rule finds, as log-odds: where the regression starts. A rule is written because it is mostly right, so that
 * one never seen counts as right three times in four; the words around must speak against it.
 */
function rulePriors(examples: readonly Example[]): Record<string, number> {
  const counts = new Map<string, [marked: number, not: number]>();
  for (const { features, label } of examples)
    for (const feature of features) {
      if (!/^rule \S+$/.test(feature)) continue;
      const count = counts.get(feature) ?? [0, 0];
      count[label ? 0 : 1]++;
      counts.set(feature, count);
    }
  const odds = ([marked, not]: readonly [number, number]): number => Math.log((marked + 0.75 * PRIOR) / (not + 0.25 * PRIOR));
  const bias = odds([0, 0]);
  return { bias, ...Object.fromEntries([...counts].map(([rule, count]) => [rule, odds(count) - bias])) };
}

/**
 * How much likelier what is to come lies so many days off than what is past: "Friday" on a Thursday is tomorrow, on a Saturday yesterday.
 * Counted, not learned beside the rest: the pull towards 0 would leave nothing of it.
 */
function dayPriors(examples: readonly Example[]): Record<string, number> {
  const counts = Array.from({ length: 7 }, (): [past: number, coming: number] => [DAYS_TAKEN_FOR_SEEN, DAYS_TAKEN_FOR_SEEN]);
  for (const { features, label } of examples)
    for (const feature of features) {
      const count = counts[Number(/^back (\d)$/.exec(feature)?.[1] ?? Number.NaN)];
      if (count) count[label]++;
    }
  const [past, coming] = counts.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  return Object.fromEntries(counts.map(([gone, ahead], days) => [`back ${days}`, DAYS_SHARE * Math.log(ahead / coming / (gone / past))]));
}

/** AdaGrad over the examples; weights by feature, the smallest left out. Those of `fixed` stay as they are. */
function regress(examples: readonly Example[], fixed: Readonly<Record<string, number>> = {}): Record<string, number> {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const names = [...seen].filter(([feature, count]) => count >= RAREST || feature in fixed).map(([feature]) => feature);
  const ids = new Map(names.map((feature, id) => [feature, id]));
  const rows = examples.map(({ features, label }) => ({ label, ids: features.flatMap((feature) => ids.get(feature) ?? []) }));
  const weights = Float64Array.from(names, (feature) => fixed[feature] ?? 0);
  const isFixed = names.map((feature) => feature in fixed);
  const squares = new Float64Array(names.length).fill(1e-6);
  // A fixed shuffle, so that no set has the last word.
  const order = rows.map((_, i) => i).sort((a, b) => ((a * 7919) % 10007) - ((b * 7919) % 10007));
  for (let round = 0; round < ROUNDS; round++)
    for (const i of order) {
      const { ids: features, label } = rows[i] as (typeof rows)[number];
      const odds = features.reduce((sum, id) => sum + (weights[id] as number), 0);
      const slope = 1 / (1 + Math.exp(-odds)) - label;
      for (const id of features) {
        if (isFixed[id]) continue;
        const gradient = slope + L2 * (weights[id] as number);
        squares[id] = (squares[id] as number) + gradient * gradient;
        weights[id] = (weights[id] as number) - (RATE * gradient) / Math.sqrt(squares[id] as number);
      }
    }
  const kept = names
    .map((feature, i) => [feature, Math.round((weights[i] as number) * 100) / 100] as const)
    .filter(([, weight]) => Math.abs(weight) >= SMALLEST);
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether people placed a weekday or a month after the day of publication; null where neither can be told. */
function pointsAhead({ meaning: { base } }: Candidate, value: string, published: string | null): boolean | null {
  if (!published || (base.is !== 'weekday' && base.is !== 'month') || base.pick !== undefined || !/^\d{4}-\d\d/.test(value)) return null;
  const day = value.slice(0, 10);
  const now = published.slice(0, day.length);
  return day === now ? false : day > now;
}

function examplesOf({ text, published, times }: Row): Record<'filter' | 'direction', readonly Example[]> {
  const filter: Example[] = [];
  const direction: Example[] = [];
  const tokens = tokenize(text);
  for (const candidate of recognise(tokens)) {
    const [start, end] = [tokens.start[candidate.from] as number, tokens.end[candidate.to - 1] as number];
    const time = times.find((row) => row.start < end && start < row.end);
    filter.push({ features: featuresOf(tokens, candidate), label: time ? 1 : 0 });
    const ahead = time ? pointsAhead(candidate, time.value, published) : null;
    if (ahead !== null)
      direction.push({ features: directionFeatures(tokens, candidate, dayOfPublication(published)), label: ahead ? 1 : 0 });
  }
  return { filter, direction };
}

function readSet(set: string): readonly Row[] {
  const lines = <Line>(kind: string): Line[] =>
    readFileSync(`${set}.${kind}.jsonl`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line);
  const dates = new Map(lines<{ id: string; published?: string }>('in').map(({ id, published }) => [id, published ?? null]));
  return lines<Row>('gold').map((row) => ({ ...row, published: dates.get(row.id) ?? null }));
}

const linesOf = (file: string): readonly string[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** A sentence with [ ] around its times, as a row of a set. */
function marked(line: string): Row {
  const times: { start: number; end: number; value: string }[] = [];
  let text = '';
  for (const part of line.split(/(?=[[\]])/)) {
    if (part.startsWith('[')) times.push({ start: text.length, end: text.length, value: '' });
    const open = times.at(-1);
    if (part.startsWith(']') && open) open.end = text.length;
    text += part.replace(/[[\]]/g, '');
  }
  return { id: line, text, published: null, times };
}

/** Our own sentences: which way a date points (`>` after the day of publication), and which readings are times at all. */
const invented: Record<'filter' | 'direction', readonly Example[]> = {
  filter: linesOf('./when-marked.tsv').flatMap((line) => examplesOf(marked(line)).filter),
  direction: linesOf('./when-direction.tsv').flatMap((line): Example[] => {
    const { text, times } = marked(line.slice(2));
    const tokens = tokenize(text);
    const candidate = recognise(tokens).find(({ from }) => tokens.start[from] === times[0]?.start);
    return candidate ? [{ features: directionFeatures(tokens, candidate), label: line[0] === '>' ? 1 : 0 }] : [];
  }),
};

const learn = (room: 'filter' | 'direction', examples: readonly Example[]): Record<string, number> =>
  regress(examples, room === 'filter' ? rulePriors(examples) : dayPriors(examples));

const args = process.argv.slice(2);
const folds = args[0] === '--folds' ? Number(args.splice(0, 2)[1]) : 0;
const sets = args.map((name) => ({ name, rows: readSet(name).map((row) => ({ row, ...examplesOf(row) })) }));
const all = sets.flatMap(({ rows }) => rows.map((entry, i) => ({ ...entry, i })));

if (folds) {
  const learned = Array.from({ length: folds }, (_, fold) => {
    const others = all.filter(({ i }) => i % folds !== fold);
    return {
      filter: weightsOf({ weights: learn('filter', [...others.flatMap(({ filter }) => filter), ...invented.filter]) }),
      direction: weightsOf({ weights: learn('direction', [...others.flatMap(({ direction }) => direction), ...invented.direction]) }),
    };
  });
  for (const { name, rows } of sets) {
    const read = rows.map(({ row: { id, text, published } }, i) => ({
      report: { id, text, published },
      times: findTimes({ text, published }, learned[i % folds]).times,
    }));
    const weekdays = rows.flatMap(({ direction }, i) =>
      direction
        .filter(({ features }) => features.includes('base weekday'))
        .map(({ features, label }) => logOdds(learned[i % folds]?.direction ?? new Map(), features) > 0 === (label === 1)),
    );
    console.error(`${name}: ${weekdays.filter((right) => !right).length} of ${weekdays.length} weekdays point the wrong way`);
    writeFileSync(`${name}.held.jsonl`, `${read.map((line) => JSON.stringify(line)).join('\n')}\n`);
  }
} else
  for (const room of ['filter', 'direction'] as const) {
    const examples = [...all.flatMap((entry) => entry[room]), ...invented[room]];
    const weights = learn(room, examples);
    const file = new URL(`../../src/reader/when/${room}.json`, import.meta.url);
    const trainedOn = args.map((set) => set.split('/').at(-1));
    writeFileSync(file, `${JSON.stringify({ trainedOn, examples: examples.length, weights })}\n`);
    console.error(`${room}: ${examples.length} examples, ${Object.keys(weights).length} weights`);
  }
