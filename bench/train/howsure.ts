/**
 * Trains the regressor of `howsure` and writes `src/reader/howsure/factuality/weights.json`:
 *   node --import tsx bench/train/howsure.ts CERTAINTY-FOLDER [--check]
 * CERTAINTY-FOLDER holds {UW,MEANTIME,UDS_IH2}/{train,dev}.jsonl. Trained on the train parts alone; prints Pearson's r on each dev part.
 * `--check` writes nothing. One hidden layer over features that are there or not; Adam, a fixed seed: the same files give the same weights.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factFeatures } from '../../src/reader/howsure/factuality/features.ts';
import { pearson } from '../score/pearson.ts';

/** Hidden units. */
const HIDDEN = 3;
const ROUNDS = 4;
const RATE = 0.003;
const DECAY = 0.00002;
/** The share of features that are left out at each example, so that no single word decides. */
const DROP = 0.4;
/** Features seen in fewer examples are left out. */
const RAREST = 6;
/** Features whose every weight is below this are not shipped. */
const SMALLEST = 0.03;
/** Weights are shipped as whole numbers of this many a unit. */
const STEPS = 50;
const SETS = ['UW', 'MEANTIME', 'UDS_IH2'] as const;

/** MEANTIME and UW are news and share a head; UDS_IH2 is of the web. */
const GROUPS = ['news', 'web'] as const;
const GROUP_OF = SETS.map((set) => (set === 'UDS_IH2' ? 1 : 0));

const [folder, ...flags] = process.argv.slice(2);
if (!folder) {
  console.error('usage: howsure.ts CERTAINTY-FOLDER [--check]');
  process.exit(2);
}

interface Row {
  readonly text: string;
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[];
}
interface Example {
  readonly features: readonly string[];
  readonly label: number;
  readonly set: number;
}
const load = (set: number, part: string): Example[] =>
  readFileSync(join(folder, SETS[set] as string, `${part}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => {
      const { text, targets } = JSON.parse(line) as Row;
      const words = text.toLowerCase().split(' ');
      return targets.map(({ span1, label }) => ({ features: factFeatures(words, span1[0]), label, set }));
    });

/** A small generator of numbers between 0 and 1 (mulberry32), so that a run can be repeated. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const random = seeded(7);
const train = SETS.flatMap((_, set) => load(set, 'train'));
const dev = SETS.map((_, set) => load(set, 'dev'));
const counts = new Map<string, number>();
for (const { features } of train) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
const names = [...counts].filter(([, count]) => count >= RAREST).map(([name]) => name);
const ids = new Map(names.map((name, id) => [name, id]));
const inputsOf = ({ features }: Example): number[] => features.flatMap((feature) => ids.get(feature) ?? []);

// Each set's labels have a mean and a spread of their own: the head gives one number, and each set a scale and an offset for it.
const N = names.length;
const W1 = Float64Array.from({ length: N * HIDDEN }, () => (random() - 0.5) * 0.2);
const linear = new Float64Array(N);
const own = GROUPS.map(() => new Float64Array(N));
const w2 = GROUPS.map(() => Float64Array.from({ length: HIDDEN }, () => (random() - 0.5) * 0.5));
const scale = Float64Array.from(SETS, () => 1);
const shift = Float64Array.from(SETS, () => 0);

class Adam {
  private readonly m: Float64Array;
  private readonly v: Float64Array;
  private readonly t: Float64Array;
  constructor(readonly values: Float64Array) {
    this.m = new Float64Array(values.length);
    this.v = new Float64Array(values.length);
    this.t = new Float64Array(values.length);
  }
  step(i: number, gradient: number, rate: number): void {
    // Past some thousand steps the correction for the start is 1.
    const t = Math.min((this.t[i] as number) + 1, 5000);
    const m = 0.9 * (this.m[i] as number) + 0.1 * gradient;
    const v = 0.999 * (this.v[i] as number) + 0.001 * gradient * gradient;
    this.t[i] = t;
    this.m[i] = m;
    this.v[i] = v;
    this.values[i] = (this.values[i] as number) - (rate * (m / (1 - 0.9 ** t))) / (Math.sqrt(v / (1 - 0.999 ** t)) + 1e-8);
  }
}
const [a1, aLinear, aScale, aShift] = [W1, linear, scale, shift].map((values) => new Adam(values)) as [Adam, Adam, Adam, Adam];
const aOwn = own.map((values) => new Adam(values));
const a2s = w2.map((values) => new Adam(values));

function forward(inputs: readonly number[], hidden: Float64Array, set: number): number {
  const mine = own[GROUP_OF[set] as number] as Float64Array;
  const out = w2[GROUP_OF[set] as number] as Float64Array;
  hidden.fill(0);
  let score = 0;
  for (const id of inputs) {
    score += (linear[id] as number) + (mine[id] as number);
    for (let h = 0; h < HIDDEN; h++) hidden[h] = (hidden[h] as number) + (W1[id * HIDDEN + h] as number);
  }
  for (let h = 0; h < HIDDEN; h++) {
    hidden[h] = Math.tanh(hidden[h] as number);
    score += (hidden[h] as number) * (out[h] as number);
  }
  return score;
}

const rows = train.map((example) => ({ inputs: inputsOf(example), label: example.label, set: example.set }));
const devRows = dev.map((examples) => examples.map((example) => ({ inputs: inputsOf(example), label: example.label })));
const hidden = new Float64Array(HIDDEN);
/** How much a label of each set counts: the web's are many and noisier. */
const WEIGHTS = [1, 1, 0.6];
for (let round = 0; round < ROUNDS; round++) {
  const order = rows.map((_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  const rate = RATE * (1 - round / ROUNDS) + RATE * 0.05;
  for (const i of order) {
    const { inputs: all, label, set } = rows[i] as (typeof rows)[number];
    const inputs = all.filter(() => random() > DROP);
    const score = forward(inputs, hidden, set);
    const group = GROUP_OF[set] as number;
    const out = w2[group] as Float64Array;
    const a2 = a2s[group] as Adam;
    const error = (score * (scale[set] as number) + (shift[set] as number) - label) * (WEIGHTS[set] as number);
    // Huber: a label far off pulls no harder than one that is two levels off.
    const slope = Math.max(-2, Math.min(2, error));
    const back = slope * (scale[set] as number);
    for (let h = 0; h < HIDDEN; h++) {
      const inner = back * (out[h] as number) * (1 - (hidden[h] as number) ** 2);
      a2.step(h, back * (hidden[h] as number), rate);
      for (const id of inputs) a1.step(id * HIDDEN + h, inner + DECAY * (W1[id * HIDDEN + h] as number), rate);
    }
    for (const id of inputs) {
      aLinear.step(id, back + DECAY * (linear[id] as number), rate);
      (aOwn[group] as Adam).step(id, back + DECAY * 10 * ((own[group] as Float64Array)[id] as number), rate);
    }
    aScale.step(set, slope * score, rate);
    aShift.step(set, slope, rate);
  }
  if (round < ROUNDS - 1) continue;
  const rs = devRows.map((list, set) =>
    pearson(
      list.map(({ inputs }) => forward(inputs, hidden, set)),
      list.map(({ label }) => label),
    ).toFixed(3),
  );
  console.error(`round ${round + 1}: ${SETS.map((set, i) => `${set} ${rs[i]}`).join(', ')}`);
}
console.error(`${N} features, ${HIDDEN} hidden`);
if (!flags.includes('--check')) {
  const whole = (x: number): number => Math.round(x * STEPS);
  const [news, web] = own as [Float64Array, Float64Array];
  const shipped = names
    .map(
      (name, id) =>
        [name, [linear[id] as number, news[id] as number, web[id] as number, ...W1.slice(id * HIDDEN, (id + 1) * HIDDEN)]] as const,
    )
    .filter(([, weights]) => weights.some((weight) => Math.abs(weight) >= SMALLEST))
    .map(([name, weights]) => [name, weights.map(whole)] as const);
  console.error(`${shipped.length} features shipped`);
  const table = {
    trainedOn: SETS,
    steps: STEPS,
    hidden: HIDDEN,
    output: w2.map((values) => [...values].map(whole)),
    scale: [...scale].map(whole),
    shift: [...shift].map(whole),
    features: Object.fromEntries(shipped),
  };
  writeFileSync(new URL('../../src/reader/howsure/factuality/weights.json', import.meta.url), `${JSON.stringify(table)}\n`);
}
