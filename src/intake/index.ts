import type { Received } from '../model/index.ts';

/** What intake is told: mirrors the command line's flags. */
export interface IntakeOptions {
  /** EDTF date or date-time to use where the document does not say. */
  readonly published?: string | null;
  /** Input paths are JSON Lines, plain or gzipped. */
  readonly jsonl?: boolean;
  readonly maxBytes?: number;
  readonly signal?: AbortSignal;
}

/** One thing to take in: a path, an http(s) address, standard input, or text that was handed over (the page, the API). */
export type IntakeInput =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'address'; readonly url: string }
  | { readonly kind: 'stdin'; readonly stream: NodeJS.ReadableStream }
  | {
      readonly kind: 'given';
      readonly bytes: Uint8Array;
      readonly name: string | null;
      /** What the giver says it is: `text/plain` is kept as it stands, `text/html` is extracted; without one, the content tells. */
      readonly mediaType?: string;
      readonly fields?: Readonly<Record<string, string>>;
    };

/** The port of this room. Never throws for a bad input: that is a `refusal`, and the batch goes on. */
export type Intake = (inputs: readonly IntakeInput[]) => AsyncIterable<Received>;
