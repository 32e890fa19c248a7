import { stat } from 'node:fs/promises';
import { walk } from '../../intake/sources/path.ts';
import type { Problem, WatchedItem, WatchedPlace } from '../../model/index.ts';
import type { WatchEvent } from './events.ts';
import { errorAt, newItem, type Round } from './round.ts';
import { moment } from './schedule.ts';

/** How programs name what they have not finished writing. */
const UNFINISHED = /\.(?:part|partial|tmp|temp|crdownload|download|filepart|swp)$|~$/i;

/** A file's size and time: where they stay the same, so does the file. Null where it is gone. */
export async function markOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? `${found.size} ${Math.round(found.mtimeMs)}` : null;
}

/** Files whose size or time is not what it was: each is at rest once it has stayed so for a while. */
export async function lookAtFolder(place: WatchedPlace, round: Round): Promise<WatchEvent> {
  const { ledger, options, clock } = round;
  const now = moment(clock.now());
  const changed: WatchedItem[] = [];
  let wrong: Problem | null = null;
  for await (const met of walk(place.place)) {
    if (options.signal?.aborted) break;
    if (met.kind === 'refused') {
      wrong ??= met.problem;
      continue;
    }
    const mark = UNFINISHED.test(met.path) ? null : await markOf(met.path);
    const known = await ledger.watching.item(place.place, met.path);
    if (mark === null || known?.mark === mark) continue;
    const rested = moment(clock.now() + options.settle);
    changed.push({ ...(known ?? newItem(place.place, met.path, mark, now, rested)), mark, nextTry: rested });
  }
  await ledger.watching.put(
    {
      ...place,
      lastTry: now,
      lastSuccess: wrong ? place.lastSuccess : now,
      lastError: wrong ? errorAt(wrong, round) : null,
      failures: wrong ? place.failures + 1 : 0,
      nextTry: moment(clock.now() + options.everyFolder),
    },
    changed,
  );
  if (wrong) return { kind: 'failed', place: place.place, item: null, problem: wrong, nextTry: null };
  return { kind: 'place', place: place.place, outcome: changed.length > 0 ? 'listed' : 'unchanged', found: changed.length };
}
