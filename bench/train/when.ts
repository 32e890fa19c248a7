/**
 * Trains the two regressions of `when` and writes `src/reader/when/{filter,direction}.json`:
 *   node --import tsx bench/train/when.ts [--half 0|1] NAME…
 * NAME stands for NAME.in.jsonl and NAME.gold.jsonl, as `prepare.mjs times` or `bench/score/meantime.ts` wrote them. `--half` trains on
 * every second report alone, so that the others can check it. AdaGrad with a fixed order of examples: the same files give the same weights.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { directionFeatures } from '../../src/reader/when/direction.ts';
import { featuresOf } from '../../src/reader/when/filter.ts';
import { type Candidate, recognise } from '../../src/reader/when/grammar.ts';
import { tokenize } from '../../src/reader/when/tokens.ts';

const ROUNDS = 15;
const RATE = 0.1;
/** Pull towards 0 at every example, so that a word seen once decides nothing. */
const L2 = 0.1;
/** Features seen in fewer examples are left out. */
const RAREST = 3;
/** Weights below this change no decision that another would not. */
const SMALLEST = 0.04;

const args = process.argv.slice(2);
const half = args[0] === '--half' ? Number(args.splice(0, 2)[1]) : null;

interface Gold {
  readonly id: string;
  readonly text: string;
  readonly published?: string;
  readonly times: readonly { readonly start: number; readonly end: number; readonly value: string }[];
}
interface Example {
  readonly features: readonly string[];
  readonly label: 0 | 1;
}

function train(name: string, examples: readonly Example[]): void {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const names = [...seen].filter(([, count]) => count >= RAREST).map(([feature]) => feature);
  const ids = new Map(names.map((feature, id) => [feature, id]));
  const rows = examples.map(({ features, label }) => ({ label, ids: features.flatMap((feature) => ids.get(feature) ?? []) }));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-6);
  // A fixed shuffle, so that no set has the last word.
  const order = rows.map((_, i) => i).sort((a, b) => ((a * 7919) % 10007) - ((b * 7919) % 10007));
  for (let round = 0; round < ROUNDS; round++)
    for (const i of order) {
      const { ids: features, label } = rows[i] as (typeof rows)[number];
      const odds = features.reduce((sum, id) => sum + (weights[id] as number), 0);
      const slope = 1 / (1 + Math.exp(-odds)) - label;
      for (const id of features) {
        const gradient = slope + L2 * (weights[id] as number);
        squares[id] = (squares[id] as number) + gradient * gradient;
        weights[id] = (weights[id] as number) - (RATE * gradient) / Math.sqrt(squares[id] as number);
      }
    }
  const kept = names
    .map((feature, i) => [feature, Math.round((weights[i] as number) * 100) / 100] as const)
    .filter(([, weight]) => Math.abs(weight) >= SMALLEST);
  kept.sort(([a], [b]) => (a < b ? -1 : 1));
  const file = new URL(`../../src/reader/when/${name}.json`, import.meta.url);
  const trainedOn = args.map((set) => set.split('/').at(-1));
  writeFileSync(file, `${JSON.stringify({ trainedOn, examples: examples.length, weights: Object.fromEntries(kept) })}\n`);
  console.error(`${name}: ${examples.length} examples, ${examples.filter(({ label }) => label).length} of them 1; ${kept.length} weights`);
}

/** Whether people placed a weekday or a month after the day of publication; null where neither can be told. */
function pointsAhead({ meaning: { base } }: Candidate, value: string, published: string | undefined): boolean | null {
  if (!published || (base.is !== 'weekday' && base.is !== 'month') || base.pick !== undefined || !/^\d{4}-\d\d/.test(value)) return null;
  const day = value.slice(0, 10);
  const now = published.slice(0, day.length);
  return day === now ? false : day > now;
}

const marked: Example[] = [];
const directed: Example[] = [];
for (const set of args) {
  const read = <Row>(kind: string): Row[] =>
    readFileSync(`${set}.${kind}.jsonl`, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row);
  const dates = new Map(read<{ id: string; published?: string }>('in').map(({ id, published }) => [id, published]));
  read<Gold>('gold').forEach((gold, i) => {
    if (half !== null && i % 2 !== half) return;
    const tokens = tokenize(gold.text);
    for (const candidate of recognise(tokens)) {
      const [start, end] = [tokens.start[candidate.from] as number, tokens.end[candidate.to - 1] as number];
      const time = gold.times.find((row) => row.start < end && start < row.end);
      marked.push({ features: featuresOf(tokens, candidate), label: time ? 1 : 0 });
      const ahead = time ? pointsAhead(candidate, time.value, dates.get(gold.id)) : null;
      if (ahead !== null) directed.push({ features: directionFeatures(tokens, candidate), label: ahead ? 1 : 0 });
    }
  });
}
train('filter', marked);
train('direction', directed);
