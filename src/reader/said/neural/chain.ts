import type { Rows } from '../../encoder/networks.ts';

/** A linear chain over a small set of labels: what may follow what, at what cost. */
export interface Chain {
  readonly move: readonly (readonly number[])[];
  readonly begin: readonly number[];
  readonly finish: readonly number[];
}

// These run for every word of every cue's scope: plain loops over flat tables, a tenth of the time of maps over rows.

/** exp() of less than this is nought. */
const VANISHES = -746;

/** log(sum(exp(values))), safe for large ones. The largest adds one and what is forbidden nothing: neither needs its exponential taken. */
function logSum(values: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i += 1) if ((values[i] as number) > top) top = values[i] as number;
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) {
    const below = (values[i] as number) - top;
    if (below === 0) sum += 1;
    else if (!(below < VANISHES)) sum += Math.exp(below);
  }
  return top + Math.log(sum);
}

const FLAT = new WeakMap<Chain, Float64Array>();

/** The chain's moves, flat: from × width + to. */
function flat(chain: Chain): Float64Array {
  const known = FLAT.get(chain);
  if (known) return known;
  const moves = Float64Array.from(chain.move.flat());
  FLAT.set(chain, moves);
  return moves;
}

/** The label after which `to` scores best, given what each label scores so far. */
function bestBefore(scores: Float64Array, move: Float64Array, to: number): number {
  const width = scores.length;
  let best = 0;
  for (let from = 1; from < width; from += 1) {
    const here = (scores[from] as number) + (move[from * width + to] as number);
    if (here > (scores[best] as number) + (move[best * width + to] as number)) best = from;
  }
  return best;
}

/** The best label of every row, taken together. */
export function bestPath({ data, width }: Rows, chain: Chain): number[] {
  const count = data.length / width;
  const move = flat(chain);
  const back = new Uint8Array(count * width);
  let scores = new Float64Array(width);
  let next = new Float64Array(width);
  for (let label = 0; label < width; label += 1) scores[label] = (chain.begin[label] as number) + (data[label] as number);
  for (let i = 1; i < count; i += 1) {
    for (let to = 0; to < width; to += 1) {
      const from = bestBefore(scores, move, to);
      back[i * width + to] = from;
      next[to] = (scores[from] as number) + (move[from * width + to] as number) + (data[i * width + to] as number);
    }
    [scores, next] = [next, scores];
  }
  const last = Array.from(scores, (score, label) => score + (chain.finish[label] as number));
  const path = new Array<number>(count);
  path[count - 1] = last.indexOf(Math.max(...last));
  for (let i = count - 1; i > 0; i -= 1) path[i - 1] = back[i * width + (path[i] as number)] as number;
  return path;
}

/** For every row and label, the log of the sum over the paths that lead there. */
function leading({ data, width }: Rows, chain: Chain, move: Float64Array): Float64Array {
  const sums = new Float64Array(data.length);
  for (let label = 0; label < width; label += 1) sums[label] = (chain.begin[label] as number) + (data[label] as number);
  const ways = new Float64Array(width);
  for (let at = width; at < data.length; at += width) {
    for (let to = 0; to < width; to += 1) {
      for (let from = 0; from < width; from += 1) ways[from] = (sums[at - width + from] as number) + (move[from * width + to] as number);
      sums[at + to] = logSum(ways) + (data[at + to] as number);
    }
  }
  return sums;
}

/** For every row and label, the log of the sum over the paths that go on from there. */
function following({ data, width }: Rows, chain: Chain, move: Float64Array): Float64Array {
  const sums = new Float64Array(data.length);
  for (let label = 0; label < width; label += 1) sums[data.length - width + label] = chain.finish[label] as number;
  const ways = new Float64Array(width);
  for (let at = data.length - 2 * width; at >= 0; at -= width) {
    for (let from = 0; from < width; from += 1) {
      for (let to = 0; to < width; to += 1) {
        ways[to] = (move[from * width + to] as number) + (data[at + width + to] as number) + (sums[at + width + to] as number);
      }
      sums[at + from] = logSum(ways);
    }
  }
  return sums;
}

/** Every row's chance of each label, and the log of the sum over all paths. */
export function marginals(rows: Rows, chain: Chain): { chances: { data: Float64Array; width: number }; total: number } {
  const { data, width } = rows;
  const move = flat(chain);
  const forward = leading(rows, chain, move);
  const backward = following(rows, chain, move);
  const total = logSum(forward.slice(data.length - width).map((sum, label) => sum + (chain.finish[label] as number)));
  for (let i = 0; i < forward.length; i += 1) forward[i] = Math.exp((forward[i] as number) + (backward[i] as number) - total);
  return { chances: { data: forward, width }, total };
}

/** The score of one path. */
export function pathScore(path: readonly number[], { data, width }: Rows, chain: Chain): number {
  let sum = (chain.begin[path[0] as number] as number) + (chain.finish[path.at(-1) as number] as number);
  path.forEach((label, i) => {
    sum += data[i * width + label] as number;
    if (i > 0) sum += chain.move[path[i - 1] as number]?.[label] as number;
  });
  return sum;
}

/** Scores to log-chances, row by row. */
export function logChances({ data: scores, width }: Rows): Rows {
  const data = new Float32Array(scores.length);
  const row = new Float64Array(width);
  for (let at = 0; at < data.length; at += width) {
    for (let label = 0; label < width; label += 1) row[label] = scores[at + label] as number;
    const total = logSum(row);
    for (let label = 0; label < width; label += 1) data[at + label] = (row[label] as number) - total;
  }
  return { data, width };
}
