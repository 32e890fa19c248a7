import type { Fetched, Validators } from '../../intake/fetch/fetcher.ts';
import { AccordingtoError, type Problem, problem, type WatchError, type WatchedItem, type WatchedPlace } from '../../model/index.ts';
import type { Clock } from './clock.ts';
import type { Lease } from './lease.ts';
import type { WatchOptions, WatchRooms } from './options.ts';
import { backOff, moment, retryAfter } from './schedule.ts';

/** What one round of looking is given. */
export interface Round extends WatchRooms {
  readonly options: WatchOptions;
  readonly clock: Clock;
  readonly lease: Lease;
  readonly ask: (address: string, validators: Validators) => Promise<Fetched>;
}

/** Whatever was thrown, as a problem to keep and show. */
export const problemIn = (error: unknown, from: string): Problem =>
  error instanceof AccordingtoError
    ? error.problem
    : problem('INTAKE_PARSER_FAILED', { from, format: 'a listing', reason: error instanceof Error ? error.message : String(error) });

/** Whether a place or item has nothing wrong with it but that we were told to stop. */
export const wasStopped = ({ code }: Problem): boolean => code === 'INTAKE_CANCELLED';

/** When what failed is tried again: later each time, and not before the site asked. */
export function afterFailure(failures: number, { details }: Problem, { clock }: Round): string {
  const asked = retryAfter(details.retryAfter === undefined ? undefined : String(details.retryAfter), clock.now());
  return moment(clock.now() + backOff(failures, asked, clock.random));
}

export const errorAt = ({ code, problem: message }: Problem, { clock }: Round): WatchError => ({ at: moment(clock.now()), code, message });

/** The validators of an answer; those of before where it gives none, as a 304 may. */
export const validatorsOf = ({ headers, status }: Fetched, before: Validators): Validators => ({
  etag: headers.etag ?? (status === 304 ? before.etag : null),
  lastModified: headers['last-modified'] ?? (status === 304 ? before.lastModified : null),
});

export const newPlace = (place: string, kind: WatchedPlace['kind'], now: string): WatchedPlace => ({
  place,
  kind,
  since: now,
  lastTry: null,
  lastSuccess: null,
  nextTry: now,
  lastError: null,
  failures: 0,
  etag: null,
  lastModified: null,
});

export const newItem = (place: string, item: string, mark: string | null, now: string, nextTry: string | null): WatchedItem => ({
  place,
  item,
  firstSeen: now,
  nextTry,
  looks: 0,
  failures: 0,
  lastError: null,
  report: null,
  etag: null,
  lastModified: null,
  mark,
});
