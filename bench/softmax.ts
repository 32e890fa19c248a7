/** One choice among several: what each option is scored by, and which of them are right. */
export interface Choice {
  readonly options: readonly (readonly number[])[];
  readonly right: readonly number[];
  readonly weight: number;
}

/** The chance of each option, by their order. */
export const chancesOf = (weights: readonly number[], options: Choice['options']): number[] =>
  chancesFrom(options.map((row) => row.reduce((total, x, k) => total + x * (weights[k] as number), 0)));

function chancesFrom(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const whole = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / whole);
}

const ROUNDS = 250;

/**
 * Weights by which the right options are likeliest together: gradient ascent (Adam).
 * @param prior what the weights are held to be as long as the choices do not say otherwise, and are drawn to by `decay`.
 */
export function fitChoices(
  choices: readonly Choice[],
  decay: number,
  prior: readonly number[] = new Array<number>(choices[0]?.options[0]?.length ?? 0).fill(0),
): number[] {
  const size = prior.length;
  const weights = [...prior];
  const [first, second] = [new Array<number>(size).fill(0), new Array<number>(size).fill(0)];
  const telling = choices.map(({ options }) => options.map((row) => row.flatMap((x, k) => (x === 0 ? [] : [k]))));
  for (let round = 1; round <= ROUNDS; round += 1) {
    const slope = weights.map((value, k) => decay * ((prior[k] as number) - value));
    choices.forEach(({ options, right, weight }, at) => {
      const columns = telling[at] as number[][];
      const found = chancesFrom(
        options.map((row, i) => (columns[i] as number[]).reduce((sum, k) => sum + (row[k] as number) * (weights[k] as number), 0)),
      );
      const good = right.reduce((sum, i) => sum + (found[i] as number), 0);
      options.forEach((row, i) => {
        const pull = (right.includes(i) ? (found[i] as number) / Math.max(1e-9, good) : 0) - (found[i] as number);
        for (const k of columns[i] as number[]) slope[k] = (slope[k] as number) + weight * pull * (row[k] as number);
      });
    });
    const rate = 0.05 * (round > 0.75 * ROUNDS ? 0.2 : 1);
    weights.forEach((value, k) => {
      const g = slope[k] as number;
      first[k] = 0.9 * (first[k] as number) + 0.1 * g;
      second[k] = 0.99 * (second[k] as number) + 0.01 * g * g;
      weights[k] =
        value + (rate * ((first[k] as number) / (1 - 0.9 ** round))) / (Math.sqrt((second[k] as number) / (1 - 0.99 ** round)) + 1e-8);
    });
  }
  return weights;
}
