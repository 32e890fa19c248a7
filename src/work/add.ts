import type { IntakeInput } from '../intake/index.ts';
import type { Ledger } from '../ledger/port.ts';
import type { Reading, Received, ReceivedReport } from '../model/index.ts';
import { inBatches } from './batches.ts';
import { linkingIsBehind } from './behind.ts';
import type { AddEvent } from './events.ts';
import { withOwnVoice } from './linking/relink.ts';
import { createMeter } from './meter.ts';
import { isCancelled, READ_BATCH, type ReadResult, readBatch } from './reading.ts';
import type { DeskRooms, WorkOptions } from './rooms.ts';

type AddRooms = DeskRooms & { readonly ledger: Ledger };

/**
 * Reads and stores: one event an input, in order, memory bounded by one batch. Bytes that the ledger has are not read
 * again. Linking is brought up to date once at the end, or when the caller stops early.
 * @throws AccordingtoError when the ledger cannot be written (full disk, another writer); what was stored stays.
 */
export async function* addReports(
  { intake, reader, ledger, link }: AddRooms,
  inputs: readonly IntakeInput[],
  { onProgress, ...options }: WorkOptions,
): AsyncGenerator<AddEvent> {
  const meter = createMeter(onProgress);
  let broken = false;
  try {
    for await (const batch of inBatches(intake(options)(inputs), READ_BATCH)) {
      for await (const [received, event] of addBatch(ledger, reader, batch)) {
        meter(received, event);
        yield event;
      }
      if (options.signal?.aborted) return;
    }
  } catch (error) {
    broken = true;
    throw error;
  } finally {
    // Also where the caller stopped early; but a ledger that cannot be written is not asked to take more.
    if (!broken && link && (await linkingIsBehind(ledger))) await link(ledger);
  }
}

/** One transaction for what a batch brings: its events come after it is on disk. */
async function* addBatch(
  ledger: Ledger,
  reader: AddRooms['reader'],
  batch: readonly Received[],
): AsyncGenerator<readonly [Received, AddEvent]> {
  const { fresh, known } = await sortOut(ledger, batch);
  const outcomes = await readAndStore(ledger, reader, [...fresh.values()]);
  for (const received of batch.filter((one) => !isCancelled(one))) {
    if (received.kind === 'refusal') {
      yield [received, { kind: 'refused', from: received.from, problem: received.problem }];
      continue;
    }
    const { from, title, sha256 } = received.report;
    const outcome = fresh.get(sha256) === received ? outcomes.get(sha256) : undefined;
    const reportId = known.get(sha256) ?? ledgerId(sha256);
    yield [received, outcome ?? { kind: 'known', from, reportId, title }];
  }
}

/** The batch's reports that the ledger does not have, one for each content, by hash; and the ids of those that it has. */
async function sortOut(ledger: Ledger, batch: readonly Received[]) {
  const fresh = new Map<string, ReceivedReport>();
  const known = new Map<string, string>();
  for (const received of batch) {
    if (received.kind !== 'report') continue;
    const { sha256 } = received.report;
    if (fresh.has(sha256) || known.has(sha256)) continue;
    const id = await ledger.reportIdOf(sha256);
    if (id === null) fresh.set(sha256, received);
    else known.set(sha256, id);
  }
  return { fresh, known };
}

/** The ledger names reports by their bytes, so that the same bytes have one id whoever gave them. */
const ledgerId = (sha256: string): string => `r${sha256.slice(0, 16)}`;

async function readAndStore(ledger: Ledger, reader: AddRooms['reader'], reports: readonly ReceivedReport[]) {
  const results = await readBatch(
    reader,
    reports.map(({ report }) => ({ ...report, id: ledgerId(report.sha256) })),
  );
  const items: { readonly received: ReceivedReport; readonly reading: Reading }[] = [];
  const events = new Map<string, AddEvent>();
  for (const [i, received] of reports.entries()) {
    const { from, title, sha256, id } = received.report;
    const result = results[i] as ReadResult;
    if ('problem' in result) {
      events.set(sha256, { kind: 'refused', from: from ?? id, problem: result.problem });
      continue;
    }
    const reading = withOwnVoice(result.reading);
    items.push({ received, reading });
    const warnings = [...received.warnings, ...reading.warnings];
    events.set(sha256, {
      kind: 'stored',
      from,
      reportId: reading.report.id,
      title,
      statements: result.reading.statements.length,
      warnings,
    });
  }
  const outcomes = items.length === 0 ? [] : await ledger.addMany(items);
  for (const [i, { reportId, status }] of outcomes.entries()) {
    // Another process may have stored the same bytes since they were looked up.
    const { from, title, sha256 } = (items[i] as { received: ReceivedReport }).received.report;
    if (status === 'known') events.set(sha256, { kind: 'known', from, reportId, title });
  }
  return events;
}
