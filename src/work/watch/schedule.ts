const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** After so long an article that was taken is looked at again, each time a little off, and then no more. */
export const REVISITS: readonly number[] = [1 * HOUR, 6 * HOUR, 24 * HOUR, 72 * HOUR];

/** An article that failed so often in a row is given up until its feed says that it changed. */
export const MOST_FAILURES = 8;

const FIRST_WAIT = MINUTE;
const LONGEST_WAIT = 12 * HOUR;
/** Who says "come back in a year" is asked tomorrow. */
const LONGEST_ASKED = 24 * HOUR;

/** A time of the clock as the ledger keeps it. */
export const moment = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** A wait, up to a tenth longer or shorter: many feeds that began together drift apart. */
export const aboutAfter = (milliseconds: number, random: () => number): number => milliseconds * (0.9 + 0.2 * random());

/**
 * The wait after a failure: twice as long each time, from one minute up to twelve hours, between half of it and all of it by
 * chance, and never less than the site asked for.
 */
export function backOff(failures: number, asked: number | null, random: () => number): number {
  const whole = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - 1, 20));
  return Math.max(whole * (0.5 + 0.5 * random()), Math.min(asked ?? 0, LONGEST_ASKED));
}

/** Retry-After (seconds, or a date) as a wait in milliseconds; null where there is none. */
export function retryAfter(value: string | undefined, now: number): number | null {
  if (!value) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value) * SECOND;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
