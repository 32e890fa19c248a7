/** How long something took, over many times, in milliseconds. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
  readonly times: number;
}

export function spreadOf(milliseconds: readonly number[]): Spread {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95), most: sorted.at(-1) ?? Number.NaN, times: sorted.length };
}

/** Runs `work` so many times; each run is given its number. */
export async function timed(times: number, work: (run: number) => Promise<unknown>): Promise<Spread> {
  const taken: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const from = performance.now();
    await work(run);
    taken.push(performance.now() - from);
  }
  return spreadOf(taken);
}

export interface Memory {
  readonly reports: number;
  readonly heap: number;
  readonly resident: number;
}

/** Memory in MiB; the heap after a collection where node was started with --expose-gc. */
export function memoryNow(reports: number): Memory {
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  return { reports, heap: heapUsed / 2 ** 20, resident: rss / 2 ** 20 };
}
