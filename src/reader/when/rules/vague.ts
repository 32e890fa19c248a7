import { date } from '../meaning.ts';
import type { Rule } from '../pattern.ts';
import { VAGUE } from '../words/vague.ts';

/** One rule a row of the table: a type and no date. */
export const VAGUE_RULES: readonly Rule[] = VAGUE.map(({ words, value }) => ({
  name: `vague-${words.replace(/ /g, '-')}`,
  pattern: words,
  make: () => date({ is: 'ref', value }),
  example: [`It rained [${words}], they say`, value],
}));
