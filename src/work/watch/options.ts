import type { Fetcher } from '../../intake/fetch/fetcher.ts';
import type { Ledger } from '../../ledger/port.ts';
import type { Desk } from '../desk.ts';
import type { Clock } from './clock.ts';

export interface WatchOptions {
  /** Milliseconds between two looks at a feed, a sitemap or a page. */
  readonly every: number;
  /** Milliseconds between two looks at a folder. */
  readonly everyFolder: number;
  /** Milliseconds for which a file's size and time must stay as they are before it is taken for whole. */
  readonly settle: number;
  /** Milliseconds between two requests to one host, where its robots.txt does not ask for more. */
  readonly pause: number;
  /** Of a sitemap that is seen for the first time, articles that changed before this moment are passed over. */
  readonly since: string;
  /** One round and no more: what is due, and what comes out of it. */
  readonly once: boolean;
  readonly signal?: AbortSignal;
  /** For tests. */
  readonly clock?: Clock;
}

/** What a watch works with; the caller closes it all. */
export interface WatchRooms {
  readonly ledger: Ledger;
  /** Reads and stores over the same ledger. */
  readonly desk: Desk;
  readonly fetcher: Fetcher;
  readonly maxBytes: number;
}
