import type { Received } from '../model/index.ts';
import type { Fetched } from './fetch/fetcher.ts';
import type { Limits } from './limits.ts';

/** What intake is told: mirrors the command line's flags. */
export interface IntakeOptions {
  /** EDTF date or date-time to use where the document does not say. */
  readonly published?: string | null;
  /** Input paths are JSON Lines, plain or gzipped. */
  readonly jsonl?: boolean;
  /** The most bytes of one document (for JSON Lines, of one line). Default 64 MiB. */
  readonly maxBytes?: number;
  /** Networks (CIDR, such as `10.0.0.0/8`) that may be fetched from although they are not public. */
  readonly allowPrivate?: readonly string[];
  /** The other limits, where the defaults do not do. */
  readonly limits?: Partial<Limits>;
  readonly signal?: AbortSignal;
}

/** One thing to take in: a path, an http(s) address, standard input, or text that was handed over (the page, the API). */
export type IntakeInput =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'address'; readonly url: string }
  /** What an address answered to somebody who asked for it already (`watch`). */
  | { readonly kind: 'fetched'; readonly address: string; readonly answer: Fetched }
  | { readonly kind: 'stdin'; readonly stream: NodeJS.ReadableStream }
  | {
      readonly kind: 'given';
      readonly bytes: Uint8Array;
      readonly name: string | null;
      /** What the giver says it is: words pasted as `text/plain` stay words, even where they look like markup. Without one, the content tells. */
      readonly mediaType?: 'text/plain' | 'text/html';
      /** What the giver knows: `published`, `title`, `url`, `outlet`, `byline`; these win over the document's own. */
      readonly fields?: Readonly<Record<string, string>>;
    };

/** The port of this room. Never throws for a bad input: that is a `refusal`, and the batch goes on. */
export type Intake = (inputs: readonly IntakeInput[]) => AsyncIterable<Received>;
