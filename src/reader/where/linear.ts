/** A feature and its value: the models of this room are sums of weights times values. */
export type Feature = readonly [name: string, value: number];

/** Weights by feature name. */
export type Weights = Readonly<Record<string, number>>;

/** The sum, going on from that of other features. */
export const score = (weights: ReadonlyMap<string, number>, features: readonly Feature[], from = 0): number => {
  let sum = from;
  for (const [name, value] of features) sum += (weights.get(name) ?? 0) * value;
  return sum;
};

export const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** Probabilities that sum to one. */
export function softmax(scores: readonly number[]): readonly number[] {
  const top = Math.max(...scores);
  const powers = scores.map((s) => Math.exp(s - top));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}
