import type { IntakeInput } from '../intake/index.ts';
import type { Received, ReceivedReport } from '../model/index.ts';
import { inBatches } from './batches.ts';
import type { ReadEvent } from './events.ts';
import { createMeter } from './meter.ts';
import { isCancelled, READ_BATCH, type ReadResult, readBatch } from './reading.ts';
import type { DeskRooms, WorkOptions } from './rooms.ts';

const isReport = (received: Received): received is ReceivedReport => received.kind === 'report';

/** Reads without a ledger: one event an input, in order, memory bounded by one batch. */
export async function* readReports(
  { intake, reader }: Pick<DeskRooms, 'intake' | 'reader'>,
  inputs: readonly IntakeInput[],
  { onProgress, ...options }: WorkOptions,
): AsyncGenerator<ReadEvent> {
  const meter = createMeter(onProgress);
  for await (const batch of inBatches(intake(options)(inputs), READ_BATCH)) {
    const results = await readBatch(
      reader,
      batch.filter(isReport).map(({ report }) => report),
    );
    let next = 0;
    for (const received of batch.filter((one) => !isCancelled(one))) {
      const event: ReadEvent = isReport(received)
        ? asEvent(received, results[next++] as ReadResult)
        : { kind: 'refused', from: received.from, problem: received.problem };
      meter(received, event);
      yield event;
    }
    if (options.signal?.aborted) return;
  }
}

/** Intake's warnings come first: they are about the bytes, the reader's about the words. */
function asEvent(received: ReceivedReport, result: ReadResult): ReadEvent {
  if ('problem' in result) return { kind: 'refused', from: received.report.from ?? received.report.id, problem: result.problem };
  const { reading } = result;
  return { kind: 'read', reading: { ...reading, warnings: [...received.warnings, ...reading.warnings] } };
}
