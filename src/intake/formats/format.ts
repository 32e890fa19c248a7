import type { Evidence, Problem, Warning } from '../../model/index.ts';
import type { Arrival } from '../arrival.ts';
import type { Limits } from '../limits.ts';

/** Fields of a report that a document can state. */
export type Field =
  | 'id'
  | 'title'
  | 'outlet'
  | 'byline'
  | 'published'
  | 'url'
  | 'language'
  // Kept as evidence only: when it was last changed, its part of the paper, and the place and the agency of its first words.
  | 'modified'
  | 'section'
  | 'place'
  | 'credit';
export type Candidate = Omit<Evidence, 'chosen'> & { readonly field: Field };

/** One article as a format found it, before it has an identity. Candidates stand in order of trust: the first of a field is chosen. */
export interface Article {
  readonly kind: 'article';
  /** Which of several in its document it is, counted from 1: its `from` says so. */
  readonly part?: number;
  readonly text: string;
  readonly candidates: readonly Candidate[];
  readonly warnings: readonly Warning[];
  /** The bytes that are this article's own, where they are not the arrival's (a line of JSON Lines). */
  readonly raw: Uint8Array;
  readonly mediaType: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What a container knows of the article in a part of its own: a line of JSON Lines. */
export interface Frame {
  /** These win over the part's own. */
  readonly candidates: readonly Candidate[];
  readonly raw: Uint8Array;
  readonly mediaType: string;
}

/** Something inside a container, to be recognised in its turn. */
export interface Part {
  readonly kind: 'part';
  readonly arrival: Arrival;
  /** What it is, where its container knows that. */
  readonly as?: Format;
  /** Its article is the container's own, with what the container knows of it. */
  readonly frame?: Frame;
}

/** One thing inside that cannot be taken; the rest goes on. */
export interface Rejected {
  readonly kind: 'rejected';
  readonly from: string;
  readonly problem: Problem;
}

export type Found = Article | Part | Rejected;

export interface FormatContext {
  readonly limits: Limits;
}

/**
 * One kind of document. A new one is a file that exports a `Format`, and a line in `formats/index.ts`.
 * `read` throws AccordingtoError for a document that cannot be taken; anything else that it throws becomes INTAKE_PARSER_FAILED.
 */
export interface Format {
  readonly name: string;
  /** One line for `accordingto formats`. */
  readonly describes: string;
  readonly mediaType: string;
  /** As people name such files; shown, never trusted. */
  readonly extensions: readonly string[];
  /** Whether it is read as a stream, so that `maxBytes` does not bound the whole of it. */
  readonly streams: boolean;
  /** Whether it is read in a process apart, within limits of time and memory: every parser of more than bytes and lines. */
  readonly apart: boolean;
  /** By content: the first bytes, and what transport said of it only where content cannot tell. */
  readonly recognises: (arrival: Arrival) => boolean;
  readonly read: (arrival: Arrival, context: FormatContext) => AsyncIterable<Found>;
}
