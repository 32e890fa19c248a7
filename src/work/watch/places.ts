import { type Listed, listingOf } from '../../intake/listing/listing.ts';
import type { WatchedItem, WatchedPlace } from '../../model/index.ts';
import type { WatchEvent } from './events.ts';
import { lookAtItems } from './items.ts';
import { afterFailure, errorAt, newItem, problemIn, type Round, validatorsOf, wasStopped } from './round.ts';
import { aboutAfter, moment } from './schedule.ts';

/** Sitemaps of an index that are read at one look, the latest changed first. */
const MOST_SITEMAPS = 20;

/** Whether a listing says that something changed at or after a moment. What says nothing may have. */
const changedSince = ({ changed }: Listed, since: string): boolean | null => {
  const at = Date.parse(changed ?? '');
  return Number.isNaN(at) ? null : at >= Date.parse(since);
};

/** The articles of a sitemap's index: those of its sitemaps, where they can have changed. */
async function fromIndex(sitemaps: readonly Listed[], since: string, round: Round): Promise<readonly Listed[]> {
  const wanted = sitemaps
    .filter((one) => changedSince(one, since) !== false)
    .sort((a, b) => (Date.parse(b.changed ?? '') || 0) - (Date.parse(a.changed ?? '') || 0))
    .slice(0, MOST_SITEMAPS);
  const all: Listed[] = [];
  for (const { url } of wanted) {
    const answer = await round.ask(url, { etag: null, lastModified: null });
    const listing = listingOf(answer.bytes, { address: answer.url, contentType: answer.headers['content-type'], maxBytes: round.maxBytes });
    if (listing?.kind === 'sitemap') all.push(...listing.entries);
  }
  return all;
}

/**
 * Articles that are new, or said to have changed since they were seen. The first look at a sitemap takes what changed lately and
 * notes the rest as seen: a site's whole past is not fetched.
 */
async function fresh(place: WatchedPlace, kind: WatchedPlace['kind'], listed: readonly Listed[], round: Round): Promise<WatchedItem[]> {
  const now = moment(round.clock.now());
  const first = place.lastSuccess === null;
  const items = new Map<string, WatchedItem>();
  for (const entry of listed) {
    if (items.has(entry.url)) continue;
    const known = await round.ledger.watching.item(place.place, entry.url);
    if (known && (entry.changed === null || entry.changed === known.mark)) continue;
    const old = kind === 'sitemap' && first && changedSince(entry, round.options.since) !== true;
    const item = known ?? newItem(place.place, entry.url, entry.changed, now, null);
    items.set(entry.url, { ...item, mark: entry.changed, nextTry: old ? null : now, failures: 0 });
  }
  return [...items.values()];
}

/** Looks at a watched page, which is the one item of its place and holds its validators. */
export async function* lookAtPage(place: WatchedPlace, round: Round): AsyncGenerator<WatchEvent> {
  const { ledger, options, clock } = round;
  const tried = moment(clock.now());
  const item = (await ledger.watching.item(place.place, place.place)) ?? newItem(place.place, place.place, null, tried, null);
  yield* lookAtItems(place, [item], round);
  const after = await ledger.watching.item(place.place, place.place);
  if (after === null) return;
  const { lastError, failures } = after;
  const again = moment(clock.now() + aboutAfter(options.every, clock.random));
  const nextTry = lastError === null ? again : (after.nextTry ?? again);
  const lastSuccess = lastError === null ? tried : place.lastSuccess;
  await ledger.watching.put({ ...place, lastTry: tried, lastSuccess, lastError, failures, nextTry }, [{ ...after, nextTry: null }]);
}

/** Looks at a feed or a sitemap, or at what will turn out to be one or a page. Its validators and what it listed are kept together or not at all. */
export async function lookAtPlace(place: WatchedPlace, round: Round): Promise<WatchEvent> {
  const { ledger, options, clock } = round;
  const tried = moment(clock.now());
  try {
    const answer = await round.ask(place.place, place);
    const looked: WatchedPlace = {
      ...place,
      ...validatorsOf(answer, place),
      lastTry: tried,
      lastSuccess: tried,
      lastError: null,
      failures: 0,
      nextTry: moment(clock.now() + aboutAfter(options.every, clock.random)),
    };
    if (answer.status === 304) {
      await ledger.watching.put(looked, []);
      return { kind: 'place', place: place.place, outcome: 'unchanged', found: 0 };
    }
    const source = { address: answer.url, contentType: answer.headers['content-type'], maxBytes: round.maxBytes };
    const listing = listingOf(answer.bytes, source);
    const since = place.lastSuccess ?? options.since;
    const listed = listing?.kind === 'sitemap-index' ? await fromIndex(listing.entries, since, round) : (listing?.entries ?? []);
    const kind = listing === null ? 'page' : listing.kind === 'feed' ? 'feed' : 'sitemap';
    const items = await fresh(place, kind, listed, round);
    await ledger.watching.put({ ...looked, kind, ...(kind === 'page' && { lastSuccess: null, nextTry: tried }) }, items);
    return { kind: 'place', place: place.place, outcome: 'listed', found: items.filter(({ nextTry }) => nextTry !== null).length };
  } catch (error) {
    const wrong = problemIn(error, place.place);
    if (wasStopped(wrong)) return { kind: 'failed', place: place.place, item: null, problem: wrong, nextTry: place.nextTry };
    const failures = place.failures + 1;
    const nextTry = afterFailure(failures, wrong, round);
    await ledger.watching.put({ ...place, lastTry: tried, failures, lastError: errorAt(wrong, round), nextTry }, []);
    return { kind: 'failed', place: place.place, item: null, problem: wrong, nextTry };
  }
}
