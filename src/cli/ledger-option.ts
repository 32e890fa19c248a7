import type { Command } from 'commander';

export interface LedgerOption {
  readonly ledger: string;
}

/** The ledger of the working folder unless another is named. */
export const DEFAULT_LEDGER = 'accordingto.db';

export const defineLedger = (command: Command): Command => command.option('--ledger <file>', 'the ledger', DEFAULT_LEDGER);
