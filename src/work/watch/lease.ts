import { randomUUID } from 'node:crypto';
import type { Ledger } from '../../ledger/port.ts';
import type { WatchHolder } from '../../model/index.ts';
import type { Clock } from './clock.ts';
import { moment } from './schedule.ts';

/** How long a watch holds its ledger without saying so again: a machine that stopped is waited for as long. */
const LENGTH = 90_000;
const RENEWAL = 20_000;

/** The right to watch a ledger: one watch at a time has it, so that no site is asked twice and none faster than the manners allow. */
export interface Lease {
  /** Takes it or keeps it; tells who has it where somebody else does. */
  readonly hold: () => Promise<WatchHolder | null>;
  /** Whether it was held and somebody else has it now: this machine slept, as a rule. */
  readonly isLost: () => boolean;
  readonly release: () => Promise<void>;
}

/** A lease that keeps itself as long as this process runs, also while it reads something long. */
export function leaseOn({ watching }: Ledger, clock: Clock): Lease {
  const holder = randomUUID();
  let timer: NodeJS.Timeout | null = null;
  let lost = false;
  const hold = async (): Promise<WatchHolder | null> => {
    const other = await watching.hold(holder, moment(clock.now()), moment(clock.now() + LENGTH));
    lost = other !== null;
    // A renewal that fails is followed by the next one, and by the one at the round's beginning, which tells.
    timer ??= setInterval(() => void (lost ? null : hold().catch(() => undefined)), RENEWAL).unref();
    return other;
  };
  return {
    hold,
    isLost: () => lost,
    release: async () => {
      if (timer) clearInterval(timer);
      await watching.release(holder);
    },
  };
}
