import type { Ledger } from '../ledger/port.ts';

const newest = async (ledger: Ledger, kind: string): Promise<number> =>
  (await ledger.entries({ limit: 1, filters: { kind } })).rows[0]?.sequence ?? 0;

/**
 * Whether reports came into the ledger after it was last linked: just now, or in a run that was killed before it came to that.
 * Asking the log and not the run's own memory makes a rerun after a kill end as an undisturbed run does.
 */
export async function linkingIsBehind(ledger: Ledger): Promise<boolean> {
  const read = Math.max(await newest(ledger, 'report'), await newest(ledger, 'reading'));
  const linked = Math.max(await newest(ledger, 'linking'), await newest(ledger, 'linking-delta'));
  return read > linked;
}
