import { factFeatures } from './features.ts';
import table from './weights.json' with { type: 'json' };

/** Whose sense of how sure a text sounds: people reading news, or people reading the web. */
export type Readers = 'news' | 'web';

const FEATURES: ReadonlyMap<string, readonly number[]> = new Map(
  Object.entries(table.features as Readonly<Record<string, readonly number[]>>),
);
const GROUP: Readonly<Record<Readers, number>> = { news: 0, web: 1 };
/** Where the hidden units' weights begin in a feature's row: after the shared, the news' and the web's own. */
const FIRST_HIDDEN = 3;

/**
 * How sure a sentence makes its readers that the event named by one of its words came about, from −3 (certainly not) to 3 (certainly):
 * a regression with one hidden layer on people's judgements (UW, MEANTIME, UDS-IH2), trained by `bench/train/howsure.ts`.
 * @param words the sentence in lower case, punctuation as words of its own
 * @param at the event's word
 */
export function factuality(words: readonly string[], at: number, readers: Readers = 'news'): number {
  const group = GROUP[readers];
  const hidden = new Array<number>(table.hidden).fill(0);
  let sum = 0;
  for (const feature of factFeatures(words, at)) {
    const weights = FEATURES.get(feature);
    if (!weights) continue;
    sum += (weights[0] as number) + (weights[1 + group] as number);
    for (let h = 0; h < table.hidden; h++) hidden[h] = (hidden[h] as number) + (weights[FIRST_HIDDEN + h] as number);
  }
  const output = table.output[group] as readonly number[];
  let score = sum / table.steps;
  hidden.forEach((value, h) => {
    score += (Math.tanh(value / table.steps) * (output[h] as number)) / table.steps;
  });
  const set = readers === 'news' ? 0 : 2;
  const judged = (score * (table.scale[set] as number) + (table.shift[set] as number)) / table.steps;
  return Math.max(-3, Math.min(3, judged));
}

/** The regression's and the encoder's score of one event as one: their mean, which agrees with people better than either (docs/howsure.md). */
export const together = (byWords: number, byEncoder: number): number => Math.max(-3, Math.min(3, (byWords + byEncoder) / 2));
