import { AccordingtoError, type ErrorCode, type Problem, problem, type Reading, type Received, type Report } from '../model/index.ts';
import type { Reader } from '../reader/reader.ts';
import type { BatchLimits } from './batches.ts';

/** Enough reports for a model to be run on many at once, few enough that a long batch shows its progress and fits in memory. */
export const READ_BATCH: BatchLimits<Received> = {
  items: 16,
  weight: 4 * 1024 * 1024,
  weigh: (received) => (received.kind === 'report' ? received.raw.byteLength + received.report.text.length : 0),
  patience: 150,
};

/** What a stop left untaken: not refused, not reported; another run takes it. */
export const isCancelled = (received: Received): boolean =>
  received.kind === 'refusal' && received.problem.code === ('INTAKE_CANCELLED' satisfies ErrorCode);

export type ReadResult = { readonly reading: Reading } | { readonly problem: Problem };

/**
 * Readings of a batch, in its order. When a step fails on the batch, each report is read by itself, so that one report
 * that trips the reader is refused (WORK_READER_FAILED) and the others are read.
 */
export async function readBatch(reader: Reader, reports: readonly Report[]): Promise<readonly ReadResult[]> {
  if (reports.length === 0) return [];
  try {
    return (await reader.readMany(reports)).map((reading) => ({ reading }));
  } catch (error) {
    if (reports.length === 1) return [{ problem: failure(reports[0] as Report, error) }];
    const results: ReadResult[] = [];
    for (const report of reports) results.push(...(await readBatch(reader, [report])));
    return results;
  }
}

const failure = (report: Report, error: unknown): Problem =>
  error instanceof AccordingtoError
    ? error.problem
    : problem('WORK_READER_FAILED', {
        from: report.from ?? report.id,
        message: error instanceof Error ? error.message : String(error),
      });
