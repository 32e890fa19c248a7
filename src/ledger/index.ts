export type * from './port.ts';
export { FILTERS } from './query/filters.ts';
export { MOST_ROWS, USUAL_ROWS } from './query/limits.ts';
export { type LedgerOptions, openLedger } from './sqlite/ledger.ts';
