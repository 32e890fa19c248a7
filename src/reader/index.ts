import { howmany } from './howmany/index.ts';
import { howsure } from './howsure/index.ts';
import { createReader, type Reader } from './reader.ts';
import { type SaidOptions, saidByModel } from './said/neural/index.ts';
import type { AnyStep } from './step.ts';
import { sentences } from './text/index.ts';
import { when, whenSaid } from './when/index.ts';
import { where } from './where/index.ts';
import { shippedGazetteer } from './where/load.ts';
import { who } from './who/index.ts';

export * from './layers.ts';
export { createReader, type Reader } from './reader.ts';
export * from './step.ts';

/** What a user can ask of the reader. */
export type ReaderOptions = Pick<SaidOptions, 'recall' | 'threshold' | 'force' | 'workers'>;

/** The steps in their order: the one line to touch when a step is added or swapped. */
export const defaultSteps = (options: ReaderOptions = {}): readonly AnyStep[] => [
  sentences(),
  saidByModel(options),
  who(),
  howmany(),
  when(),
  whenSaid(),
  where({ gazetteer: shippedGazetteer }),
  howsure(),
];

/** The reader that the command line and the server use. */
export const createDefaultReader = (options: ReaderOptions = {}): Reader => createReader(defaultSteps(options));
