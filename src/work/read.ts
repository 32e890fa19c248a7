import type { IntakeInput } from '../intake/index.ts';
import type { Received, ReceivedReport } from '../model/index.ts';
import { inBatches } from './batches.ts';
import type { ReadEvent } from './events.ts';
import { createMeter } from './meter.ts';
import { isCancelled, READ_BATCH, type ReadResult, readBatch } from './reading.ts';
import type { DeskRooms, WorkOptions } from './rooms.ts';

const isReport = (received: Received): received is ReceivedReport => received.kind === 'report';

/** A batch and its readings to come. */
interface Underway {
  readonly batch: readonly Received[];
  readonly results: Promise<readonly ReadResult[]>;
}

/**
 * Reads without a ledger: one event an input, in order. The next batch is on its way while one is handed on, so that the reader's
 * processes need not wait for the steps that run here; memory is bounded by two batches.
 */
export async function* readReports(
  { intake, reader }: Pick<DeskRooms, 'intake' | 'reader'>,
  inputs: readonly IntakeInput[],
  { onProgress, ...options }: WorkOptions,
): AsyncGenerator<ReadEvent> {
  const meter = createMeter(onProgress);
  reader.expect?.(options.jsonl ? Number.POSITIVE_INFINITY : inputs.length);
  const batches = inBatches(intake(options)(inputs), READ_BATCH);
  const start = async (): Promise<Underway | null> => {
    const { done, value: batch } = await batches.next();
    return done
      ? null
      : {
          batch,
          results: readBatch(
            reader,
            batch.filter(isReport).map(({ report }) => report),
          ),
        };
  };
  let upcoming = start();
  try {
    for (let current = await upcoming; current; current = await upcoming) {
      upcoming = start();
      upcoming.catch(() => undefined); // told when it is this batch's turn
      const results = await current.results;
      let next = 0;
      for (const received of current.batch.filter((one) => !isCancelled(one))) {
        const event: ReadEvent = isReport(received)
          ? asEvent(received, results[next++] as ReadResult)
          : { kind: 'refused', from: received.from, problem: received.problem };
        meter(received, event);
        yield event;
      }
      if (options.signal?.aborted) {
        // What the reader has begun it ends, or its processes would be taken away from under it.
        await (await upcoming)?.results;
        return;
      }
    }
  } finally {
    // Not awaited: a consumer who has enough must not wait for a source that gives nothing.
    batches.return(undefined).catch(() => undefined);
  }
}

/** Intake's warnings come first: they are about the bytes, the reader's about the words. */
function asEvent(received: ReceivedReport, result: ReadResult): ReadEvent {
  if ('problem' in result) return { kind: 'refused', from: received.report.from ?? received.report.id, problem: result.problem };
  const { reading } = result;
  return { kind: 'read', reading: { ...reading, warnings: [...received.warnings, ...reading.warnings] } };
}
