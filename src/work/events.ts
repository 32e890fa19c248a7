import type { Problem, Reading, Warning } from '../model/index.ts';

/** One input that was not taken, and why. The batch goes on. */
export interface Refused {
  readonly kind: 'refused';
  readonly from: string;
  readonly problem: Problem;
  /** The report that the address gave before it was gone. */
  readonly gone?: string;
}

/** A report that was read and is now in the ledger. */
export interface Stored {
  readonly kind: 'stored';
  readonly from: string | null;
  readonly reportId: string;
  readonly title: string | null;
  readonly statements: number;
  /** The report that the same address gave before: this one is a newer version of it. */
  readonly previous?: string;
  /** Intake's warnings and the reader's. */
  readonly warnings: readonly Warning[];
}

/** What the ledger had already: the same bytes, or the same article from the same address. Nothing was read. */
export interface Known {
  readonly kind: 'known';
  readonly from: string | null;
  readonly reportId: string;
  readonly title: string | null;
  /** Where it was a look at an address: what it found. */
  readonly look?: 'unchanged' | 'changed';
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
