/** Weights by feature name, as `bench/train/when.ts` writes them: a logistic regression over features that are there or not. */
export type Weights = ReadonlyMap<string, number>;

export const weightsOf = (table: { readonly weights: Readonly<Record<string, number>> }): Weights => new Map(Object.entries(table.weights));

/** The log-odds of the features together. */
export function logOdds(weights: Weights, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}
