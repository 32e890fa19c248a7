import { AFTER, BEFORE, type BoundRow, type Effect } from './bounds.data.ts';
import type { Figure } from './figures.ts';
import { phrases } from './phrases.ts';
import { at, type Token } from './tokens.ts';
import { VERBS } from './words.data.ts';

const BEFORES = phrases<BoundRow>(BEFORE.map((row) => [row.words, row]));
const AFTERS = phrases<BoundRow>(AFTER.map((row) => [row.words, row]));

const STEP_OVER = new Set(['a', 'an', 'the', 'another', 'its', 'their', 'his', 'her', 'further', 'additional']);
const PREPOSITIONS = new Set(['short of', 'over', 'about', 'above', 'under', 'around', 'below', 'near', 'beyond', 'some', 'only', 'just']);
const TIME_UNITS = new Set(['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years', 'decades', 'centuries']);
const OVER_BOUND = new Set([
  'for',
  'of',
  'in',
  'after',
  'with',
  'lasted',
  'lasts',
  'last',
  'lasting',
  'takes',
  'waited',
  'wait',
  'is',
  'are',
  'was',
  'were',
  'spent',
  'well',
  'just',
  'took',
  'takes',
  'least',
  'and',
  'to',
  'by',
  'aged',
  'be',
  'been',
  'at',
  'a',
  'anyone',
  'those',
  'men',
  'women',
  'people',
]);
const ABOUT_VERBS = new Set(
  'talk talked talking talks speak spoke spoken speaking think thought thinking know knew known knows hear heard ask asked asking questions question worried worry worries concern concerned concerns information reports report stories story news complain complained complaints write wrote written writing learn learned learnt more anything something what truth details told warned read joke joked facts'.split(
    ' ',
  ),
);

/** Verbs that "over" belongs to: "handed over 37 rifles". */
const OVER_VERBS = new Set(
  'hand hands handed handing take takes took taken taking turn turned turning turns give gave given giving carry carried brought sign signed pore pored knocked ran fell went'.split(
    ' ',
  ),
);

/** Verbs that "up" belongs to: "edged up to 1.95 percent" tells where it came to. */
const CLIMBED = new Set('edged ticked moved inched crept climbed nudged pushed bid drove shot marched drifted went'.split(' '));

/** Whether the words before a figure bound it, or only happen to stand there ("talked about three plans", "over two days"). */
function reallyBounds(tokens: readonly Token[], row: BoundRow, from: number, figure: Figure): boolean {
  const before = at(tokens, from - 1).lower;
  if (row.words === 'about') return !ABOUT_VERBS.has(before);
  if (row.words === 'over' && OVER_VERBS.has(before)) return false;
  if (row.words === 'over' && figure.unit && TIME_UNITS.has(figure.unit.unit))
    return at(tokens, from).opens || OVER_BOUND.has(before) || /^[,("“]?$/.test(before);
  if (row.words === 'up to') return !CLIMBED.has(before);
  if (row.words === 'near') return figure.unit !== null;
  if (row.words === 'under' || row.words === 'beyond')
    return figure.unit !== null || figure.atom.numeral.form === 'digits' || figure.low >= 10 || !VERBS.has(before);
  if (row.words === 'some') return before !== 'and' || figure.low > 1;
  return true;
}

interface Bounds {
  readonly from: number;
  readonly effects: readonly Effect[];
}

/** The bound words before a figure, outermost last: "at least an estimated 20" has two. */
export function boundsBefore(tokens: readonly Token[], figure: Figure): Bounds {
  const effects: Effect[] = [];
  let from = figure.from;
  for (let step = 0; step < 3; step += 1) {
    let end = from;
    let found = BEFORES.upTo(tokens, end);
    if (!found && STEP_OVER.has(at(tokens, end - 1).lower)) {
      end -= 1;
      found = BEFORES.upTo(tokens, end);
      // "a dispute over a $10 million contract": a preposition of what follows, not of the figure.
      if (found && PREPOSITIONS.has(found.row.words)) found = null;
    }
    if (!found || at(tokens, from).opens || !reallyBounds(tokens, found.row, found.from, figure)) break;
    effects.push(found.row.effect);
    from = found.from;
  }
  return { from, effects };
}

/** The bound words that begin at `i`, right behind a figure or its unit. */
export function boundAfter(tokens: readonly Token[], i: number): { readonly effect: Effect; readonly to: number } | null {
  const first = at(tokens, i);
  if (first.opens) return null;
  const punctuated = first.text === ',' || (first.text === '-' && first.glued);
  const found = AFTERS.from(tokens, punctuated ? i + 1 : i);
  if (!found) return null;
  const { row, to } = found;
  const hyphen = first.text === '-';
  if ((row.words === 'plus' || row.words === 'odd') !== hyphen) return null;
  if (row.words === '+' && (!first.glued || at(tokens, to).kind === 'digits')) return null;
  // "12, at least 3 of them children": the words belong to what follows.
  if (row.words.startsWith('at ') && (at(tokens, to).kind === 'digits' || at(tokens, to).text === '$' || first.text === ',')) return null;
  return { effect: row.effect, to };
}

/** The ends of a figure as the contract has them. */
export interface Ends {
  readonly low: number | null;
  readonly high: number | null;
  readonly lowInclusive: boolean | null;
  readonly highInclusive: boolean | null;
  readonly approximate: boolean;
}

/** Applies bound words to a figure's own numbers. */
export function bounded(figure: Figure, effects: readonly Effect[]): Ends {
  const approximate = figure.approximate || effects.includes('about');
  const effect = effects.find((one) => one !== 'about' && one !== 'exact');
  const lowOnly = (inclusive: boolean): Ends => ({
    low: figure.low,
    high: null,
    lowInclusive: inclusive,
    highInclusive: null,
    approximate,
  });
  const highOnly = (inclusive: boolean): Ends => ({
    low: null,
    high: figure.high,
    lowInclusive: null,
    highInclusive: inclusive,
    approximate,
  });
  if (effect === 'over') return lowOnly(false);
  if (effect === 'from' || (figure.openEnded && effect === undefined)) return lowOnly(true);
  if (effect === 'under') return highOnly(false);
  if (effect === 'upto') return figure.openEnded ? lowOnly(true) : highOnly(true);
  return { low: figure.low, high: figure.high, lowInclusive: true, highInclusive: true, approximate };
}
