import { AccordingtoError, type Warning } from '../model/index.ts';
import type { LayerName, Layers } from './layers.ts';

/** What a step is given: the report and the layers that it needs. */
export type StepInput<Needs extends LayerName> = Pick<Layers, Needs | 'report'>;

/** What a step gives back: the layers that it adds, and warnings. */
export type StepOutput<Adds extends LayerName> = Pick<Layers, Adds> & { readonly warnings?: readonly Warning[] };

/**
 * One step of the reader. `predict` (optional) is pure and batched over reports, so that a model can be run on many at once;
 * `annotate` turns its prediction into layers for one report. A step does no I/O but loading its model.
 */
export interface Step<Needs extends LayerName = LayerName, Adds extends LayerName = LayerName, Prediction = undefined> {
  readonly name: string;
  /** Raised with every change that gives some text another result: it stands beside each reading in the ledger. */
  readonly version: string;
  readonly needs: readonly Needs[];
  readonly adds: readonly Adds[];
  /** So many reports are about to come: `predict` may get ready. */
  readonly expect?: (reports: number) => void;
  readonly predict?: (inputs: readonly StepInput<Needs>[]) => Promise<readonly Prediction[]>;
  readonly annotate: (input: StepInput<Needs>, prediction: Prediction) => StepOutput<Adds>;
  readonly close?: () => Promise<void>;
}

/** A step whose own layers and prediction are forgotten, so that different steps can stand in one list. */
// biome-ignore lint/suspicious/noExplicitAny: the list holds steps of every shape; `checkOrder` holds them together at run time.
export type AnyStep = Step<any, any, any>;

/** Throws READER_STEP_UNMET when a step needs a layer that no earlier step adds. */
export function checkOrder(steps: readonly AnyStep[]): void {
  const have = new Set<string>();
  for (const step of steps) {
    for (const layer of step.needs) if (!have.has(layer)) throw new AccordingtoError('READER_STEP_UNMET', { step: step.name, layer });
    for (const layer of step.adds) have.add(layer);
  }
}
