import type { Ledger } from '../ledger/port.ts';
import { exportJson } from './json.ts';
import { exportWacz } from './wacz.ts';

/** A way to write the whole ledger out, in pieces. */
export type Export = (ledger: Ledger) => AsyncIterable<string | Uint8Array>;

/** By name, as `--format` takes it: one line and one file a format. */
export const EXPORTS = {
  json: exportJson,
  wacz: exportWacz,
} as const satisfies Record<string, Export>;

export type ExportFormat = keyof typeof EXPORTS;
