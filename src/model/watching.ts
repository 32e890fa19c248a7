import { z } from 'zod';

export const WATCHED_KINDS = ['feed', 'sitemap', 'folder', 'page', 'unknown'] as const;

const WatchError = z.object({ at: z.string(), code: z.string(), message: z.string() }).readonly();
export type WatchError = z.infer<typeof WatchError>;

/** One watched feed, sitemap, folder or page: when it was last looked at, when it is next. */
export const WatchedPlace = z
  .object({
    /** An address, or a folder's whole path. */
    place: z.string(),
    /** What it turned out to be at its first look. */
    kind: z.enum(WATCHED_KINDS),
    since: z.string(),
    lastTry: z.string().nullable(),
    lastSuccess: z.string().nullable(),
    nextTry: z.string(),
    lastError: WatchError.nullable(),
    /** Failures since the last success: each makes the next wait longer. */
    failures: z.number().int(),
    /** Validators of the last answer, for a conditional request. */
    etag: z.string().nullable(),
    lastModified: z.string().nullable(),
  })
  .readonly();
export type WatchedPlace = z.infer<typeof WatchedPlace>;

/** A watched place with how much was found in it: a row of the page. */
export const WatchedRow = WatchedPlace.unwrap()
  .extend({
    /** Articles or files seen there. */
    items: z.number().int(),
    /** Of these, how many are to be looked at (again). */
    waiting: z.number().int(),
    /** Of these, how many failed at their last look. */
    failing: z.number().int(),
  })
  .readonly();
export type WatchedRow = z.infer<typeof WatchedRow>;

/** One article of a feed or sitemap, or one file of a folder. */
export interface WatchedItem {
  readonly place: string;
  /** The article's address or the file's path. */
  readonly item: string;
  readonly firstSeen: string;
  /** Null where it is not looked at again. */
  readonly nextTry: string | null;
  /** Looks that succeeded. */
  readonly looks: number;
  readonly failures: number;
  readonly lastError: WatchError | null;
  /** The report that it last gave. */
  readonly report: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** What tells that it changed: a file's size and time, or what the feed says of its last change. */
  readonly mark: string | null;
}

/** Who watches a ledger, and until when that is sure. */
export interface WatchHolder {
  readonly pid: number;
  readonly host: string;
  readonly until: string;
}
