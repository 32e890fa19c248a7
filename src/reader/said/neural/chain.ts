import type { Rows } from '../../encoder/networks.ts';

/** A linear chain over a small set of labels: what may follow what, at what cost. */
export interface Chain {
  readonly move: readonly (readonly number[])[];
  readonly begin: readonly number[];
  readonly finish: readonly number[];
}

/** log(sum(exp(values))), safe for large ones. */
function logSum(values: readonly number[]): number {
  const top = Math.max(...values);
  let sum = 0;
  for (const value of values) sum += Math.exp(value - top);
  return top + Math.log(sum);
}

const score = (rows: Rows, i: number, label: number): number => rows.data[i * rows.width + label] as number;
const indices = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** The best label of every row, taken together. */
export function bestPath(rows: Rows, chain: Chain): number[] {
  const count = rows.data.length / rows.width;
  const labels = indices(rows.width);
  let best = labels.map((label) => (chain.begin[label] as number) + score(rows, 0, label));
  const back: number[][] = [];
  for (let i = 1; i < count; i += 1) {
    const from: number[] = [];
    best = labels.map((label) => {
      let top = 0;
      for (const before of labels) if (ways(before, label) > ways(top, label)) top = before;
      from.push(top);
      return ways(top, label) + score(rows, i, label);
    });
    back.push(from);
  }
  const last = best.map((value, label) => value + (chain.finish[label] as number));
  const path = [last.indexOf(Math.max(...last))];
  for (const from of back.reverse()) path.push(from[path.at(-1) as number] as number);
  return path.reverse();

  function ways(before: number, label: number): number {
    return (best[before] as number) + (chain.move[before]?.[label] as number);
  }
}

/** Every row's chance of each label, and the log of the sum over all paths. */
export function marginals(rows: Rows, chain: Chain): { chances: number[][]; total: number } {
  const count = rows.data.length / rows.width;
  const labels = indices(rows.width);
  const forward = [labels.map((label) => (chain.begin[label] as number) + score(rows, 0, label))];
  for (let i = 1; i < count; i += 1) {
    const before = forward[i - 1] as number[];
    forward.push(
      labels.map((to) => logSum(labels.map((from) => (before[from] as number) + (chain.move[from]?.[to] as number))) + score(rows, i, to)),
    );
  }
  const backward: number[][] = [labels.map((label) => chain.finish[label] as number)];
  for (let i = count - 2; i >= 0; i -= 1) {
    const after = backward[0] as number[];
    backward.unshift(
      labels.map((from) => logSum(labels.map((to) => (chain.move[from]?.[to] as number) + score(rows, i + 1, to) + (after[to] as number)))),
    );
  }
  const total = logSum((forward[count - 1] as number[]).map((value, label) => value + (chain.finish[label] as number)));
  const chances = forward.map((row, i) => row.map((value, label) => Math.exp(value + (backward[i]?.[label] as number) - total)));
  return { chances, total };
}

/** The score of one path. */
export function pathScore(path: readonly number[], rows: Rows, chain: Chain): number {
  let sum = (chain.begin[path[0] as number] as number) + (chain.finish[path.at(-1) as number] as number);
  path.forEach((label, i) => {
    sum += score(rows, i, label);
    if (i > 0) sum += chain.move[path[i - 1] as number]?.[label] as number;
  });
  return sum;
}

/** Scores to log-chances, row by row. */
export function logChances(rows: Rows): Rows {
  const data = new Float32Array(rows.data.length);
  for (let at = 0; at < data.length; at += rows.width) {
    const row = rows.data.subarray(at, at + rows.width);
    const total = logSum([...row]);
    row.forEach((value, label) => {
      data[at + label] = value - total;
    });
  }
  return { data, width: rows.width };
}
