import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Ledger } from '../../ledger/port.ts';
import { AccordingtoError, type WatchedPlace } from '../../model/index.ts';
import { systemClock } from './clock.ts';
import type { WatchEvent } from './events.ts';
import { lookAtFolder } from './folders.ts';
import { lookAtItems } from './items.ts';
import { leaseOn } from './lease.ts';
import type { WatchOptions, WatchRooms } from './options.ts';
import { lookAtPage, lookAtPlace } from './places.ts';
import { politely } from './polite.ts';
import { newPlace, type Round } from './round.ts';
import { moment } from './schedule.ts';

/** Items that are asked for and read together. */
const AT_ONCE = 8;
/** How often one round waits for files to come to rest. */
const MOST_RESTS = 3;
/** Somebody else may have added or removed a place: the ledger is asked this often at least. */
const LONGEST_SLEEP = 60_000;
/** A watch that waits for another one to end looks this often whether it has. */
const LEASE_WAIT = 10_000;

const isAddress = (place: string): boolean => /^https?:\/\//i.test(place);

/** A place as the ledger writes it, whether it is there or not. */
export const placeWritten = (name: string): string =>
  isAddress(name) && URL.canParse(name) ? new URL(name).href : isAddress(name) ? name : resolve(name);

/**
 * A place as it is kept: an address as the web writes it, a folder's whole path.
 * @throws AccordingtoError INTAKE_NOT_FOUND, INTAKE_UNREADABLE, INTAKE_ADDRESS_INVALID.
 */
export async function placeNamed(name: string): Promise<{ readonly place: string; readonly kind: WatchedPlace['kind'] }> {
  if (isAddress(name)) {
    if (!URL.canParse(name)) throw new AccordingtoError('INTAKE_ADDRESS_INVALID', { from: name, reason: 'it cannot be understood' });
    return { place: placeWritten(name), kind: 'unknown' };
  }
  const place = placeWritten(name);
  const found = await stat(place).catch(() => null);
  if (!found) throw new AccordingtoError('INTAKE_NOT_FOUND', { from: name });
  if (!found.isDirectory())
    throw new AccordingtoError('INTAKE_UNREADABLE', { from: name, reason: 'only folders and addresses are watched' });
  return { place, kind: 'folder' };
}

/** Begins to watch places; one that is watched already goes on as it was. */
export async function watchPlaces(ledger: Ledger, names: readonly string[], now: Date): Promise<void> {
  const known = new Set((await ledger.watching.places()).map(({ place }) => place));
  for (const name of names) {
    const { place, kind } = await placeNamed(name);
    if (!known.has(place)) await ledger.watching.put(newPlace(place, kind, now.toISOString()), []);
  }
}

/** Places that are to be looked at now. One round by itself looks at all but those that it must leave alone for a while. */
function dueNow(places: readonly WatchedPlace[], now: string, firstOfOnce: boolean): readonly WatchedPlace[] {
  return places.filter(({ nextTry, failures }) => nextTry <= now || (firstOfOnce && failures === 0));
}

/** Events of several works side by side, as they come. */
async function* together<Item>(works: readonly (() => AsyncIterable<Item>)[], abreast: number): AsyncGenerator<Item> {
  const waiting = [...works];
  const running = new Map<AsyncIterator<Item>, Promise<{ readonly from: AsyncIterator<Item>; readonly result: IteratorResult<Item> }>>();
  const step = (from: AsyncIterator<Item>): void => {
    running.set(
      from,
      from.next().then((result) => ({ from, result })),
    );
  };
  const start = (): void => {
    while (running.size < abreast && waiting.length > 0) step((waiting.shift() as () => AsyncIterable<Item>)()[Symbol.asyncIterator]());
  };
  for (start(); running.size > 0; start()) {
    const { from, result } = await Promise.race(running.values());
    if (result.done) running.delete(from);
    else {
      step(from);
      yield result.value;
    }
  }
}

/** Hosts that are asked side by side. */
const ABREAST = 6;

async function* lookAt(place: WatchedPlace, round: Round): AsyncGenerator<WatchEvent> {
  yield place.kind === 'folder' ? await lookAtFolder(place, round) : await lookAtPlace(place, round);
}

/** Everything of one place whose time has come, a few at a time. */
async function* lookAtDue(place: WatchedPlace, round: Round): AsyncGenerator<WatchEvent> {
  const { ledger, clock, options } = round;
  while (!options.signal?.aborted && !round.lease.isLost()) {
    const items = await ledger.watching.due(place.place, moment(clock.now()), AT_ONCE);
    if (items.length === 0) return;
    const before = JSON.stringify(items);
    yield* lookAtItems(place, items, round);
    // What could not be noted is left for the next round, not asked for without end.
    if (JSON.stringify(await ledger.watching.due(place.place, moment(clock.now()), AT_ONCE)) === before) return;
  }
}

/** One round: places that are due, and everything that came of them. */
async function* roundOf(round: Round, first: boolean): AsyncGenerator<WatchEvent> {
  const { ledger, options, clock, lease } = round;
  const goesOn = (): boolean => options.signal?.aborted !== true && !lease.isLost();
  const places = await ledger.watching.places();
  const due = dueNow(places, moment(clock.now()), first && options.once);
  yield* together(
    due.filter(({ kind }) => kind !== 'page').map((place) => () => lookAt(place, round)),
    ABREAST,
  );
  const pages = (await ledger.watching.places()).filter(({ kind }) => kind === 'page');
  for (const place of dueNow(pages, moment(clock.now()), first && options.once)) if (goesOn()) yield* lookAtPage(place, round);
  // One place after another: their articles are read by one reader into one ledger.
  for (const place of await ledger.watching.places()) if (goesOn()) yield* lookAtDue(place, round);
}

/**
 * Watches every place that the ledger names, until it is stopped or, with `once`, for one round. Of several watches of one ledger one works
 * and the others wait, with `once` they end. All that it knows is in the ledger:
 * killed at any moment it goes on where it was, asking at most once more for what it had not noted.
 */
export async function* watch(rooms: WatchRooms, options: WatchOptions): AsyncGenerator<WatchEvent> {
  const clock = options.clock ?? systemClock(options.signal);
  const { ledger, fetcher } = rooms;
  const lease = leaseOn(ledger, clock);
  const round: Round = { ...rooms, options, clock, lease, ask: politely(fetcher, options.pause, clock) };
  let [rests, waits, first] = [0, false, true];
  try {
    while (options.signal?.aborted !== true) {
      const holder = await lease.hold();
      if (holder) {
        if (!waits) yield { kind: 'waiting', holder };
        if (options.once) return;
        waits = true;
        await clock.sleep(LEASE_WAIT);
        continue;
      }
      waits = false;
      yield* roundOf(round, first);
      first = false;
      const next = await ledger.watching.next();
      const wait = next === null ? LONGEST_SLEEP : Date.parse(next) - clock.now();
      if (options.once) {
        rests += 1;
        if (wait > options.settle + 1000 || rests > MOST_RESTS) return;
      }
      await clock.sleep(Math.min(LONGEST_SLEEP, Math.max(0, wait)));
    }
  } finally {
    await lease.release();
  }
}
