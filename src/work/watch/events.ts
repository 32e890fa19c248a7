import type { Problem, WatchHolder } from '../../model/index.ts';
import type { AddEvent } from '../events.ts';

/** What a watch tells, as it happens; each is told after it is in the ledger. */
export type WatchEvent =
  /** Another watch has this ledger: nothing is done until it ends. */
  | { readonly kind: 'waiting'; readonly holder: WatchHolder }
  /** A place was looked at: how many articles or files of it are new or changed. */
  | { readonly kind: 'place'; readonly place: string; readonly outcome: 'unchanged' | 'listed'; readonly found: number }
  /** Something of a place was read, known, or refused. */
  | { readonly kind: 'added'; readonly place: string; readonly event: AddEvent }
  /** An article that was asked for again: its site says that it is the same. */
  | { readonly kind: 'same'; readonly place: string; readonly item: string; readonly reportId: string | null }
  /** A look that failed, and when it is tried again (null: not any more). */
  | {
      readonly kind: 'failed';
      readonly place: string;
      readonly item: string | null;
      readonly problem: Problem;
      readonly nextTry: string | null;
    };
