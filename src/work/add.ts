import type { IntakeInput } from '../intake/index.ts';
import type { Ledger } from '../ledger/port.ts';
import type { Received, ReceivedReport } from '../model/index.ts';
import { inBatches } from './batches.ts';
import type { AddEvent } from './events.ts';
import { createMeter } from './meter.ts';
import { READ_BATCH, type ReadResult, readBatch } from './reading.ts';
import type { DeskRooms, WorkOptions } from './rooms.ts';

type AddRooms = DeskRooms & { readonly ledger: Ledger };

/**
 * Reads and stores: one event an input, in order, memory bounded by one batch. Bytes that the ledger has are not read
 * again. Linking runs once at the end, or when the caller stops early, over what was stored.
 * @throws AccordingtoError when the ledger cannot be written (full disk, another writer); what was stored stays.
 */
export async function* addReports(
  { intake, reader, ledger, link }: AddRooms,
  inputs: readonly IntakeInput[],
  { onProgress, ...options }: WorkOptions,
): AsyncGenerator<AddEvent> {
  const meter = createMeter(onProgress);
  const added: string[] = [];
  try {
    for await (const batch of inBatches(intake(options)(inputs), READ_BATCH)) {
      for await (const [received, event] of addBatch(ledger, reader, batch)) {
        if (event.kind === 'stored') added.push(event.reportId);
        meter(received, event);
        yield event;
      }
      if (options.signal?.aborted) return;
    }
  } finally {
    if (added.length > 0) await link?.(ledger, added);
  }
}

async function* addBatch(
  ledger: Ledger,
  reader: AddRooms['reader'],
  batch: readonly Received[],
): AsyncGenerator<readonly [Received, AddEvent]> {
  const fresh = await unknownReports(ledger, batch);
  const results = await readBatch(
    reader,
    [...fresh.values()].map(({ report }) => report),
  );
  const resultOf = new Map([...fresh.keys()].map((sha256, i) => [sha256, results[i] as ReadResult]));
  for (const received of batch) {
    if (received.kind === 'refusal') yield [received, { kind: 'refused', from: received.from, problem: received.problem }];
    else yield [received, await store(ledger, received, resultOf.get(received.report.sha256))];
  }
}

/** The batch's reports that the ledger does not have, one for each content, by hash. */
async function unknownReports(ledger: Ledger, batch: readonly Received[]): Promise<ReadonlyMap<string, ReceivedReport>> {
  const fresh = new Map<string, ReceivedReport>();
  for (const received of batch) {
    if (received.kind !== 'report' || fresh.has(received.report.sha256)) continue;
    if ((await ledger.reportIdOf(received.report.sha256)) === null) fresh.set(received.report.sha256, underLedgerId(received));
  }
  return fresh;
}

/** The ledger names reports by their bytes, so that the same bytes have one id whoever gave them. */
const underLedgerId = (received: ReceivedReport): ReceivedReport => ({
  ...received,
  report: { ...received.report, id: `r${received.report.sha256.slice(0, 16)}` },
});

async function store(ledger: Ledger, received: ReceivedReport, result: ReadResult | undefined): Promise<AddEvent> {
  const { from, title, sha256 } = received.report;
  const known = (reportId: string): AddEvent => ({ kind: 'known', from, reportId, title });
  const present = await ledger.reportIdOf(sha256);
  if (present !== null) return known(present);
  if (!result) throw new Error('a report that the ledger lacks was not read');
  if ('problem' in result) return { kind: 'refused', from: from ?? received.report.id, problem: result.problem };
  const { reading } = result;
  const outcome = await ledger.add(received, reading);
  if (outcome.status === 'known') return known(outcome.reportId);
  const warnings = [...received.warnings, ...reading.warnings];
  return { kind: 'stored', from, reportId: outcome.reportId, title, statements: reading.statements.length, warnings };
}
