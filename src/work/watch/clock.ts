import { setTimeout } from 'node:timers/promises';

/** Time and chance as the watch knows them: tests hand in their own. */
export interface Clock {
  readonly now: () => number;
  /** Waits; returns early, without throwing, when the work is stopped. Nothing for no time or less. */
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
}

export const systemClock = (signal?: AbortSignal): Clock => ({
  now: () => Date.now(),
  sleep: async (milliseconds) => {
    if (milliseconds <= 0 || signal?.aborted) return;
    await setTimeout(milliseconds, undefined, { signal }).catch((error: unknown) => {
      if (!signal?.aborted) throw error;
    });
  },
  random: Math.random,
});
