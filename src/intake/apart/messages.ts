import type { Arrival } from '../arrival.ts';
import type { Article, Rejected } from '../formats/format.ts';
import type { Limits } from '../limits.ts';

/** What is known of an arrival, without its bytes: all of it can be sent to another process. */
export type About = Omit<Arrival, 'head' | 'size' | 'stream'>;

/** One document to be read in a process apart. */
export interface Job {
  readonly format: string;
  readonly about: About;
  readonly bytes: Uint8Array;
  readonly limits: Limits;
}

/** Something found, as it is sent: an article whose `raw` is null has the document's own bytes, which are not sent back. */
export type Sent =
  | (Omit<Article, 'raw'> & { readonly raw: Uint8Array | null })
  | { readonly kind: 'part'; readonly about: About; readonly bytes: Uint8Array }
  | Rejected;

/** Why a document was not read to its end: a code of the catalogue, or what its parser stumbled over. */
export type Failure =
  | { readonly code: string; readonly details: Readonly<Record<string, string | number>> }
  | { readonly code: null; readonly reason: string };

/** What a process says: that it can be given work, and what came of a document. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly found: readonly Sent[]; readonly failure: Failure | null };
