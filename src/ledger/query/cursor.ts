import { AccordingtoError } from '../../model/index.ts';

/**
 * A cursor names the last row of a page by its place in the order, so that the next page begins after it whatever was added since,
 * at the same cost on the first page and the thousandth.
 */
export const cursorAfter = (kind: string, sort: string): string => Buffer.from(JSON.stringify([kind, sort])).toString('base64url');

/** @throws AccordingtoError LEDGER_QUERY_CURSOR for anything but a cursor of this kind's rows. */
export function afterCursor(kind: string, cursor: string): string {
  const refusal = () => new AccordingtoError('LEDGER_QUERY_CURSOR', { cursor: cursor.slice(0, 80) });
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    throw new AccordingtoError('LEDGER_QUERY_CURSOR', { cursor: cursor.slice(0, 80) }, { cause: error });
  }
  if (!Array.isArray(parsed) || parsed.length !== 2 || parsed[0] !== kind || typeof parsed[1] !== 'string') throw refusal();
  return parsed[1];
}
