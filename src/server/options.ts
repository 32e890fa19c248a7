import type { IntakeInput } from '../intake/index.ts';
import type { Ledger } from '../ledger/port.ts';
import type { Desk } from '../work/index.ts';

/** What the server is given. The caller opens the ledger and the desk, and closes them after the server has stopped. */
export interface ServerOptions {
  readonly ledger: Ledger;
  /** Reads and stores what is posted. Its `add` is asked for one thing at a time. */
  readonly desk: Desk;
  readonly version: string;
  /** The built page (`dist/web`). */
  readonly webFolder: string;
  /** The sample reports that Start offers, as JSON Lines; without them it offers none. */
  readonly sample?: () => readonly IntakeInput[];
  /** Largest body taken, in bytes. Default 64 MiB. */
  readonly maxBodyBytes?: number;
  /** Told of each fault of ours (not of refusals), for the terminal. */
  readonly onFault?: (error: unknown) => void;
}

export const DEFAULT_MAX_BODY_BYTES = 64 * 1024 * 1024;
