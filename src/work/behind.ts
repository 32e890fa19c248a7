import type { Ledger } from '../ledger/port.ts';

/**
 * Whether reports wait to be linked: new ones, and those that a judgement bears on, of just now or of a run that was killed before it
 * came to that. Asking the ledger and not the run's own memory makes a rerun after a kill end as an undisturbed run does.
 */
export const linkingIsBehind = async (ledger: Ledger): Promise<boolean> => (await ledger.unmarked(1)).length > 0;
