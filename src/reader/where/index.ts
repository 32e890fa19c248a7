import type { Step } from '../step.ts';
import { type Models, modelsOf, type WhereWeights } from './analyse.ts';
import type { Gazetteer } from './gazetteer.ts';
import { placesOf } from './places.ts';
import weights from './weights.json' with { type: 'json' };

export type { Gazetteer, GazetteerPlace } from './gazetteer.ts';
export { openGazetteer } from './gazetteer.ts';
export { placesOf } from './places.ts';

/** The learned numbers that ship (scripts/gazetteer/train.ts; docs/where.md says from what). */
export const shippedModels: Models = modelsOf(weights as unknown as WhereWeights);

export interface WhereOptions {
  /** The gazetteer, asked for once, when the first report is read: `shippedGazetteer` of ./load.ts, or one of your own. */
  readonly gazetteer: () => Gazetteer;
  readonly models?: Models;
}

/** The step that fills `places`: names that the gazetteer knows, judged and resolved by learned weights. Does no I/O itself. */
export const where = ({ gazetteer, models = shippedModels }: WhereOptions): Step<never, 'places'> => {
  let opened: Gazetteer | null = null;
  return {
    name: 'where',
    version: '2',
    needs: [],
    adds: ['places'],
    annotate: ({ report }) => {
      opened ??= gazetteer();
      return { places: placesOf(opened, models, report.text, report.outlet) };
    },
  };
};
