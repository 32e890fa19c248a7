import type { Intake, IntakeOptions } from '../intake/index.ts';
import type { Ledger } from '../ledger/port.ts';
import type { Reader } from '../reader/reader.ts';
import type { Progress } from './events.ts';

/** The rooms that a desk puts together. */
export interface DeskRooms {
  /** A new intake for what one call asks. */
  readonly intake: (options: IntakeOptions) => Intake;
  readonly reader: Reader;
  /** Without one, only `read` works. */
  readonly ledger?: Ledger;
  /** Brings the ledger's linking up to date with what is in it. Called only where it is behind. */
  readonly link?: (ledger: Ledger) => Promise<void>;
}

/** What one call is told: intake's options, and who wants to hear how it goes. */
export interface WorkOptions extends IntakeOptions {
  readonly onProgress?: (progress: Progress) => void;
}
