import type { Report, Warning } from '../../../model/index.ts';
import { createPool, manifestOf, modelFolder, type Pool } from '../../encoder/index.ts';
import type { Attribution } from '../../layers.ts';
import type { Step } from '../../step.ts';
import { FIGURES_CONFIDENCE, withFigures } from '../figures/index.ts';
import { foreign } from './language.ts';
import { turnsOf } from './transcript.ts';

export { type ReadOptions, readText } from './read.ts';

export interface SaidOptions {
  /** Keep less sure statements too, for those who filter later. */
  readonly recall?: boolean;
  /** The least confidence kept; overrides the model's own thresholds. */
  readonly threshold?: number;
  /** Read a text even where it is plainly not English. */
  readonly force?: boolean;
  /** How deep statements within statements are looked for. */
  readonly depth?: number;
  readonly folder?: string;
  readonly workers?: number;
}

/** What the model says of one report, before it is written down. */
export interface SaidPrediction {
  readonly attributions: readonly Attribution[];
  readonly warnings: readonly Warning[];
}

const DEPTH = 2;

const declined = (language: string): Warning => ({
  code: 'READER_LANGUAGE',
  message: `the text seems to be in another language than English ("${language}"), which the reader was not made for: nothing was read`,
  actual: language,
  expected: 'en',
});

const TRANSCRIPT: Warning = {
  code: 'READER_TRANSCRIPT',
  message:
    'the text seems to be a transcript: each turn is given to the speaker named before it, by rule; questions, and turns of nobody named, are left blank',
};

/**
 * Adds `attributions` by the neural reader. Its processes start with the first report.
 * @throws AccordingtoError READER_MODEL_MISSING, READER_MODEL_DAMAGED, READER_MODEL_VERSION: never a silent fall to rules.
 */
export function saidByModel({
  recall = false,
  threshold,
  force = false,
  depth = DEPTH,
  folder = modelFolder(),
  workers,
}: SaidOptions = {}): Step<never, 'attributions', SaidPrediction> {
  const { version, files, settings } = manifestOf(folder);
  const least = threshold ?? (recall ? settings.recall : settings.threshold);
  let pool: Pool | null = null;
  const beside = ({ report }: { readonly report: Report }, found: readonly Attribution[]): readonly Attribution[] =>
    FIGURES_CONFIDENCE < least ? found : withFigures(report.text, found);
  const opened = (): Pool => {
    pool ??= createPool({ folder, workers });
    return pool;
  };
  return {
    name: 'said',
    version: `${version}+${files['encoder.onnx'].sha256.slice(0, 8)}`,
    needs: [],
    adds: ['attributions'],
    expect: (reports) => opened().expect(reports),
    predict: async (inputs) => {
      const languages = await Promise.all(inputs.map(({ report }) => (force ? null : foreign(report.text, report.language))));
      const wanted = inputs.filter((_, i) => languages[i] === null);
      const read = await opened().read(
        wanted.map(({ report }) => report.text),
        { threshold: least, depth },
      );
      let next = 0;
      return languages.map((language, i) =>
        language === null
          ? {
              attributions: beside(inputs[i] as (typeof inputs)[number], read[next++] as readonly Attribution[]),
              warnings: turnsOf((inputs[i] as (typeof inputs)[number]).report.text).length > 0 ? [TRANSCRIPT] : [],
            }
          : { attributions: [], warnings: [declined(language)] },
      );
    },
    annotate: (_, prediction) => prediction,
    close: async () => {
      await pool?.close();
      pool = null;
    },
  };
}
