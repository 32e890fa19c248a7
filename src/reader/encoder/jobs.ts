import type { Attribution } from '../layers.ts';
import type { Manifest } from './manifest.ts';

/** The first thing that a worker is told: which model it is to read with. */
export interface Model {
  readonly folder: string;
  readonly manifest: Manifest;
}

/** How one text is to be read. */
export interface Job {
  readonly id: number;
  readonly text: string;
  readonly threshold: number;
  readonly depth: number;
}

/** A worker's answer to a job. */
export type Answer =
  | { readonly id: number; readonly attributions: readonly Attribution[] }
  | {
      readonly id: number;
      readonly code: string | null;
      readonly details: Readonly<Record<string, string | number>>;
      readonly message: string;
    };
