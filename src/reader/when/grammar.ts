import type { Candidate } from './candidate.ts';
import { CLASSES } from './classes.ts';
import { withListedDays } from './lists.ts';
import type { Meaning } from './meaning.ts';
import { compile, type Hit, type Rule, RuleIndex, type WordClass } from './pattern.ts';
import { CALENDAR_RULES } from './rules/calendar.ts';
import { CLOCK_RULES } from './rules/clock.ts';
import { COMPOSED_RULES } from './rules/composed.ts';
import { DURATION_RULES } from './rules/durations.ts';
import { QUARTER_RULES } from './rules/quarters.ts';
import { RELATIVE_RULES } from './rules/relative.ts';
import { SET_RULES } from './rules/sets.ts';
import { VAGUE_RULES } from './rules/vague.ts';
import { adjoins, isDigits, type Tokens } from './tokens.ts';

const TABLES: readonly Rule[] = [
  ...CALENDAR_RULES,
  ...QUARTER_RULES,
  ...RELATIVE_RULES,
  ...CLOCK_RULES,
  ...SET_RULES,
  ...DURATION_RULES,
  ...VAGUE_RULES,
  ...COMPOSED_RULES,
];
/** Every rule of the room, in the order that decides between matches of one length: first those that ask for a word after them. */
export const RULES: readonly Rule[] = [...TABLES.filter(({ before }) => before), ...TABLES.filter(({ before }) => !before)];

const index = (rules: readonly Rule[], classes: ReadonlyMap<string, WordClass> = CLASSES): RuleIndex =>
  new RuleIndex(rules.map((rule) => compile(rule, classes)));

/** Rules as one class of words. */
const asClass = (rules: RuleIndex): WordClass<Meaning> => ({
  first: rules.first,
  match: (tokens, at): Hit<Meaning> | undefined => {
    const best = rules.best(tokens, at);
    return best && { end: best.end, value: best.meaning };
  },
});

const dates = asClass(
  index([...CALENDAR_RULES, ...QUARTER_RULES, ...RELATIVE_RULES].sort((a, b) => Number(!a.before) - Number(!b.before))),
);
const composedClasses: ReadonlyMap<string, WordClass> = new Map([
  ...CLASSES,
  ['date', dates],
  ['clock', asClass(index(CLOCK_RULES))],
  ['length', asClass(index(DURATION_RULES))],
  ['bare', asClass(index(DURATION_RULES.filter(({ name }) => name === 'numbered-units' || name === 'a-unit')))],
  ['ago', asClass(index(RELATIVE_RULES.filter(({ name }) => name === 'ago' || name === 'earlier' || name === 'later')))],
]);
const all = index(RULES, composedClasses);

/** Expressions from left to right, the longest at each place, none overlapping. Linear in the number of tokens: every pattern is bounded. */
export function recognise(tokens: Tokens): readonly Candidate[] {
  const found: Candidate[] = [];
  let at = 0;
  while (at < tokens.count) {
    const best = startsInsideNumber(tokens, at) ? undefined : all.best(tokens, at);
    if (best) found.push({ from: at, to: best.end, rule: best.rule, meaning: best.meaning });
    at = best ? best.end : at + 1;
  }
  return withListedDays(tokens, found);
}

/** "3.14": the 14 begins no date. */
function startsInsideNumber(tokens: Tokens, at: number): boolean {
  if (!isDigits(tokens.lower[at]) || !adjoins(tokens, at)) return false;
  const before = tokens.lower[at - 1] as string;
  return (
    ('.,:/'.includes(before) && adjoins(tokens, at - 1) && isDigits(tokens.lower[at - 2])) || (/\p{L}$/u.test(before) && before !== 'q')
  );
}
