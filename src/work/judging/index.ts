import type { Entry, Ledger } from '../../ledger/port.ts';
import type { Judgement } from '../../model/index.ts';
import { prepare } from './prepare.ts';

export { prepare } from './prepare.ts';

/**
 * Writes what a person decided, and links the stories anew that it bears on.
 * @throws AccordingtoError where it names what is not there, or cannot be.
 */
export async function judge(ledger: Ledger, judgement: Judgement, link?: (ledger: Ledger) => Promise<void>): Promise<Entry> {
  const entry = await ledger.judge(await prepare(ledger, judgement));
  if (link && (await ledger.unmarked(1)).length > 0) await link(ledger);
  return entry;
}
