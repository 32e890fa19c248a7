import type { Problem, Reading, Warning } from '../model/index.ts';

/** One input that was not taken, and why. The batch goes on. */
export interface Refused {
  readonly kind: 'refused';
  readonly from: string;
  readonly problem: Problem;
}

/** A report that was read and is now in the ledger. */
export interface Stored {
  readonly kind: 'stored';
  readonly from: string | null;
  readonly reportId: string;
  readonly title: string | null;
  readonly statements: number;
  /** Intake's warnings and the reader's. */
  readonly warnings: readonly Warning[];
}

/** Bytes that the ledger had already: nothing was read, nothing changed. */
export interface Known {
  readonly kind: 'known';
  readonly from: string | null;
  readonly reportId: string;
  readonly title: string | null;
}

export type AddEvent = Stored | Known | Refused;

/** A report that was read without a ledger. */
export interface Read {
  readonly kind: 'read';
  readonly reading: Reading;
}

export type ReadEvent = Read | Refused;

/** How far the work has come. `bytes` are those of the inputs as they came, refusals not counted. */
export interface Progress {
  readonly inputs: number;
  readonly bytes: number;
  readonly refused: number;
  readonly known: number;
  readonly statements: number;
  /** What was worked on last. */
  readonly from: string | null;
}
