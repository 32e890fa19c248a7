import type { IntakeInput } from '../intake/index.ts';
import { INTAKE_VERSION } from '../intake/version.ts';
import type { Ledger } from '../ledger/port.ts';
import type { Reading, Received, ReceivedReport, RefusedInput } from '../model/index.ts';
import { inBatches } from './batches.ts';
import { linkingIsBehind } from './behind.ts';
import type { AddEvent } from './events.ts';
import { withOwnVoice } from './linking/relink.ts';
import { addressesOf, compareWithLast, type Found, goneLook, sameLook } from './looks.ts';
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
  const addresses = addressesOf(inputs);
  let broken = false;
  try {
    for await (const batch of inBatches(intake(options)(inputs), READ_BATCH)) {
      for await (const [received, event] of addBatch(ledger, reader, batch, addresses)) {
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
  addresses: ReadonlySet<string>,
): AsyncGenerator<readonly [Received, AddEvent]> {
  const sorted = await sortOut(ledger, batch, addresses);
  const outcomes = await readAndStore(ledger, reader, sorted);
  for (const received of batch.filter((one) => !isCancelled(one))) {
    if (received.kind === 'refusal') {
      yield [received, await refused(ledger, received, addresses)];
      continue;
    }
    const { from, title, sha256 } = received.report;
    const outcome = sorted.fresh.get(sha256) === received ? outcomes.get(sha256) : undefined;
    const found = sorted.looks.get(received);
    if (found) await ledger.look(sameLook(received, found), received.intake ?? 'intake');
    const reportId = found?.report ?? sorted.known.get(sha256) ?? ledgerId(sha256);
    yield [received, outcome ?? { kind: 'known', from, reportId, title, ...(found && { look: found.outcome }) }];
  }
}

async function refused(ledger: Ledger, { from, problem }: RefusedInput, addresses: ReadonlySet<string>): Promise<AddEvent> {
  const look = addresses.has(from) ? await goneLook(ledger, from, problem) : null;
  if (look) await ledger.look(look, INTAKE_VERSION);
  return { kind: 'refused', from, problem, ...(look && { gone: look.report }) };
}

/** A batch by what is to be done with it. */
interface Sorted {
  /** Reports that the ledger does not have, one for each content, by hash. */
  readonly fresh: Map<string, ReceivedReport>;
  /** Ids of those that it has, by hash. */
  readonly known: Map<string, string>;
  /** Looks at an address that gave what the ledger has. */
  readonly looks: Map<ReceivedReport, Found & { readonly kind: 'known' }>;
  /** The report that the same address gave before, by hash. */
  readonly previous: Map<string, string>;
}

async function sortOut(ledger: Ledger, batch: readonly Received[], addresses: ReadonlySet<string>): Promise<Sorted> {
  const sorted: Sorted = { fresh: new Map(), known: new Map(), looks: new Map(), previous: new Map() };
  for (const received of batch) {
    if (received.kind !== 'report') continue;
    const { sha256, from } = received.report;
    if (sorted.fresh.has(sha256)) continue;
    const id = sorted.known.get(sha256) ?? (await ledger.reportIdOf(sha256));
    if (id !== null) sorted.known.set(sha256, id);
    const found = from !== null && addresses.has(from) ? await compareWithLast(ledger, received, id) : null;
    if (found?.kind === 'known') sorted.looks.set(received, found);
    else if (id === null) sorted.fresh.set(sha256, received);
    if (found?.kind === 'new' && found.previous !== null) sorted.previous.set(sha256, found.previous);
  }
  return sorted;
}

/** The ledger names reports by their bytes, so that the same bytes have one id whoever gave them. */
const ledgerId = (sha256: string): string => `r${sha256.slice(0, 16)}`;

async function readAndStore(ledger: Ledger, reader: AddRooms['reader'], { fresh, previous }: Sorted) {
  const reports = [...fresh.values()];
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
    const before = previous.get(sha256);
    events.set(sha256, {
      kind: 'stored',
      from,
      reportId: reading.report.id,
      title,
      statements: result.reading.statements.length,
      warnings,
      ...(before !== undefined && { previous: before }),
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
