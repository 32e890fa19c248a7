export { type CorrectableField, fieldOf, REPORT_FIELDS, STATEMENT_FIELDS } from './derive/corrections.ts';
export type * from './port.ts';
export { FILTERS } from './query/filters.ts';
export { MOST_ROWS, USUAL_ROWS } from './query/limits.ts';
export { type LedgerOptions, openLedger } from './sqlite/ledger.ts';
