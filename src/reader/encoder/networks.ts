import type { Manifest } from './manifest.ts';
import type { Pieces } from './pieces.ts';
import type { Run, Window } from './windows.ts';

/** A table of numbers, row by row. */
export interface Rows {
  readonly data: Float32Array;
  readonly width: number;
}

/** What the encoder says of a window: each word's scores for every tag, and its vector for the second look. */
export interface Encoded {
  readonly tags: Rows;
  readonly words: Rows;
  /** How sure each word sounds as an event that came about, −3 to 3, as the readers of each set in training heard it; null from readers before 1.2. */
  readonly certainty: Rows | null;
}

/** One cue's scope for the second look: its words' rows in `Encoded`, from and up to, and their distances from the cue. */
export interface Look {
  readonly words: Run;
  readonly distances: readonly number[];
}

/** What the second look says of one cue: each word's scores for every role, and how likely the cue is one at all (a logit). */
export interface Seen {
  readonly roles: Rows;
  readonly real: number;
}

/**
 * The port that an ONNX runtime stands behind. One window a call: activations are quantised over the whole call, so a window read
 * together with others would come out differently in another batch.
 */
export interface Networks {
  readonly manifest: Manifest;
  readonly pieces: Pieces;
  readonly encode: (window: Window) => Promise<Encoded>;
  /** `chances` are the tags' scores after softmax. */
  readonly look: (words: Rows, chances: Rows, looks: readonly Look[]) => Promise<Seen[]>;
  readonly close: () => Promise<void>;
}
