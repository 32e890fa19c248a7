import { AccordingtoError } from '../../model/index.ts';

export const MOST_ROWS = 500;
export const USUAL_ROWS = 50;

/** @throws AccordingtoError LEDGER_QUERY_VALUE outside 1 to 500. */
export function rowsWanted(limit: number = USUAL_ROWS): number {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST_ROWS) return limit;
  throw new AccordingtoError('LEDGER_QUERY_VALUE', { filter: 'limit', value: limit, expected: `a whole number from 1 to ${MOST_ROWS}` });
}
