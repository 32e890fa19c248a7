import type { Candidate } from './candidate.ts';
import table from './filter.json' with { type: 'json' };
import { logOdds, type Weights, weightsOf } from './logistic.ts';
import { BREAK, isDigits, surface, type Tokens } from './tokens.ts';
import { FUNCTION_WORDS } from './words/function-words.ts';

/**
 * Which of the rules' readings people would call a temporal expression: a logistic regression over the words in and beside them
 * ("second" the ordinal, "the time", "current"). Trained by `bench/train/when.ts`; the weights are in `filter.json`.
 */
const WEIGHTS = weightsOf(table);

/** What the filter looks at: names of features that are all 1. Of the words around, only function words count as themselves; the others by their form. */
export function featuresOf(tokens: Tokens, { from, to, rule, meaning }: Candidate): readonly string[] {
  const base = meaning.base.is;
  const before = kindAt(tokens, from - 1);
  const after = kindAt(tokens, to);
  return [
    'bias',
    `rule ${rule}`,
    `type ${meaning.type}`,
    `base ${base}`,
    `text ${wordsOf(tokens, from, to)}`,
    `before ${before}`,
    `after ${after}`,
    `rule before ${rule} ${before}`,
    `rule after ${rule} ${after}`,
    `base before ${base} ${before}`,
    `base after ${base} ${after}`,
    ...capitals(tokens, from, to, rule, base),
  ];
}

/** Capitals where a word of time has none: "Sixty Minutes", "the Seven Days Battles", "VOA Today". */
function capitals(tokens: Tokens, from: number, to: number, rule: string, base: string): readonly string[] {
  const capital = (i: number): boolean => /^\p{Lu}/u.test(surface(tokens, i));
  const features: string[] = [];
  if (capital(from)) features.push(`capital ${rule}`);
  if (NAMES_WITH_CAPITALS.has(base) || /weekday|month-name/.test(rule)) return features;
  const before = tokens.lower[from - 1];
  if (capital(from) && before !== undefined && /^\p{L}|,/u.test(before)) features.push('capital inside a sentence');
  if (capital(to - 1) && to - from > 1) features.push('capital last word');
  if (to < tokens.count && capital(to) && capital(to - 1)) features.push('capitals to and after');
  return features;
}
/** Bases that English writes with a capital, or in figures. */
const NAMES_WITH_CAPITALS: ReadonlySet<string> = new Set([
  'calendar',
  'month',
  'weekday',
  'holiday',
  'season',
  'quarter',
  'range',
  'either',
  'beforeChrist',
  'partOf',
]);

/** The log-odds that people would mark the candidate. */
export const markedOdds = (tokens: Tokens, candidate: Candidate, weights: Weights = WEIGHTS): number =>
  logOdds(weights, featuresOf(tokens, candidate));

/** A word as the filter knows it: signs and function words as they are, any other by its form; what stands outside the text is `¶`. */
function kindAt(tokens: Tokens, i: number): string {
  const word = tokens.lower[i];
  if (word === undefined || word === BREAK) return '¶';
  if (isDigits(word)) return '0'.repeat(Math.min(word.length, 5));
  if (FUNCTION_WORDS.has(word) || !/^\p{L}/u.test(word)) return word;
  if (/^\p{Lu}/u.test(surface(tokens, i))) return 'Name';
  const end = ['ing', 'ed', 'ly', 's'].find((tail) => word.length > tail.length + 2 && word.endsWith(tail));
  return end === undefined ? 'word' : `-${end}`;
}
const shape = (tokens: Tokens, i: number): string => {
  const word = tokens.lower[i] as string;
  return isDigits(word) ? '0'.repeat(Math.min(word.length, 5)) : word;
};
const wordsOf = (tokens: Tokens, from: number, to: number): string => {
  const words: string[] = [];
  for (let i = from; i < Math.min(to, from + 4); i++) words.push(shape(tokens, i));
  return words.join(' ');
};
