/** When a batch is handed on: whichever of these comes first. */
export interface BatchLimits<Item> {
  /** At most this many items. */
  readonly items: number;
  /** At most this much weight, by `weigh` (a single heavier item is a batch of its own). */
  readonly weight: number;
  readonly weigh: (item: Item) => number;
  /** A batch that has something waits at most this long for more, in milliseconds. */
  readonly patience: number;
}

const WAITED = Symbol('waited');

/**
 * Items in their order, in batches: full ones where the source is fast, small ones where it is slow (the network).
 * One item is asked for ahead at most, so memory is bounded by one batch. The source is closed when the consumer stops.
 */
export async function* inBatches<Item>(source: AsyncIterable<Item>, limits: BatchLimits<Item>): AsyncGenerator<readonly Item[]> {
  const iterator = source[Symbol.asyncIterator]();
  let batch: Item[] = [];
  let weight = 0;
  let asked: Promise<IteratorResult<Item>> | null = null;
  try {
    for (;;) {
      asked ??= iterator.next();
      const answer: IteratorResult<Item> | typeof WAITED = batch.length === 0 ? await asked : await within(asked, limits.patience);
      if (answer === WAITED) {
        yield batch;
        batch = [];
        weight = 0;
        continue;
      }
      asked = null;
      if (answer.done) break;
      batch.push(answer.value);
      weight += limits.weigh(answer.value);
      if (batch.length >= limits.items || weight >= limits.weight) {
        yield batch;
        batch = [];
        weight = 0;
      }
    }
    if (batch.length > 0) yield batch;
  } finally {
    // An item asked for and not taken must not become an unhandled rejection; the source cleans up behind it.
    asked?.catch(() => undefined);
    await iterator.return?.();
  }
}

/** The promise's answer, or WAITED when it does not come in time. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T | typeof WAITED> {
  let timer: NodeJS.Timeout | undefined;
  const waited = new Promise<typeof WAITED>((resolve) => {
    timer = setTimeout(() => resolve(WAITED), milliseconds);
  });
  try {
    return await Promise.race([promise, waited]);
  } finally {
    clearTimeout(timer);
  }
}
