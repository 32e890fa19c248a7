import type { Placed } from '../input.ts';
import { startOf } from '../words/sentence.ts';

/** A sum of vectors brought to length 1. */
function unit(sum: Float32Array): Float32Array {
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0)) || 1;
  return sum.map((value) => value / length);
}

/** A statement's vector with its neighbours' mean beside it. */
function beside(own: Float32Array, others: readonly Float32Array[]): Float32Array {
  const sum = Float32Array.from(own);
  for (const other of others) for (let k = 0; k < sum.length; k += 1) sum[k] = (sum[k] as number) + (other[k] as number) / others.length;
  return unit(sum);
}

/**
 * What every statement says with what stands right before and after it in its report: "an unsent draft" and "she had seen it" are of the
 * letter that their neighbours name. A vector of length 1 by statement id; none for statements without a vector.
 */
export function aroundOf(placed: readonly Placed[], vectors: ReadonlyMap<string, Float32Array>): ReadonlyMap<string, Float32Array> {
  const byReport = new Map<string, Placed[]>();
  for (const one of placed) {
    const list = byReport.get(one.report.id);
    if (list) list.push(one);
    else byReport.set(one.report.id, [one]);
  }
  const around = new Map<string, Float32Array>();
  for (const list of byReport.values()) {
    list.sort((a, b) => startOf(a) - startOf(b) || (a.statement.id < b.statement.id ? -1 : 1));
    list.forEach(({ statement }, i) => {
      const own = vectors.get(statement.id);
      const others = [list[i - 1], list[i + 1]].flatMap((one) => (one && vectors.get(one.statement.id)) ?? []);
      if (own) around.set(statement.id, beside(own, others));
    });
  }
  return around;
}
