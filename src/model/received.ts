import type { Evidence } from './custody.ts';
import type { Problem } from './errors/problem.ts';
import type { Report } from './report.ts';
import type { Warning } from './warning.ts';

/** One report as intake hands it on: its text, the bytes it came from, and how it came. */
export interface ReceivedReport {
  readonly kind: 'report';
  readonly report: Report;
  /** Whether `report.id` was given by the input rather than derived. */
  readonly idGiven: boolean;
  /** The bytes as they came (for JSON Lines, the line's). `report.sha256` is their hash. */
  readonly raw: Uint8Array;
  readonly mediaType: string;
  /** HTTP response headers and the like; empty for a file. */
  readonly headers: Readonly<Record<string, string>>;
  readonly evidence: readonly Evidence[];
  readonly warnings: readonly Warning[];
  /** Name and version of the intake that chose its fields. */
  readonly intake?: string;
}

/** One input that was not taken, and why. The batch goes on. */
export interface RefusedInput {
  readonly kind: 'refusal';
  readonly from: string;
  readonly problem: Problem;
}

export type Received = ReceivedReport | RefusedInput;
