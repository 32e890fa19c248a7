import type { Quantity } from '../../model/index.ts';
import type { Step } from '../step.ts';
import { boundAfter, bounded, boundsBefore } from './bounds.ts';
import { countedBy } from './counted.ts';
import { type Figure, figuresIn } from './figures.ts';
import { cumulativeOf, scopeOf } from './scope.ts';
import { at, type Token, tokenize } from './tokens.ts';

const PART_OF = new Set(['including', 'includes', 'among', 'whom', 'them']);

/** "not 12 but 10", "10 rather than 12": the figure is named only to be set aside. */
function isDenied(tokens: readonly Token[], from: number, to: number): boolean {
  const before = at(tokens, from - 1).lower;
  if ((before === 'than' && at(tokens, from - 2).lower === 'rather') || (before === 'of' && at(tokens, from - 2).lower === 'instead'))
    return true;
  if (before !== 'not') return false;
  for (let k = to; k < to + 6; k += 1) if (at(tokens, k).lower === 'but') return true;
  return false;
}

/** One figure as the contract's quantity. `left` and `right`: where the neighbouring figures end and begin. */
function quantityOf(text: string, tokens: readonly Token[], figure: Figure, left: number, right: number): Quantity {
  const before = boundsBefore(tokens, figure);
  const direct = boundAfter(tokens, figure.to);
  const what = countedBy(tokens, direct ? { ...figure, to: direct.to } : figure, text);
  const later = direct ?? boundAfter(tokens, what.to);
  const effects = later ? [...before.effects, later.effect] : before.effects;
  const to = Math.max(what.to, later?.to ?? 0);
  const start = at(tokens, before.from).start;
  const end = at(tokens, to - 1).end;
  const scope = scopeOf(tokens, figure, before.from, to, left, right);
  const partial = [1, 2].some((k) => PART_OF.has(at(tokens, before.from - k).lower));
  const cumulative = figure.unit || partial ? null : cumulativeOf(tokens, figure.from, to);
  return {
    spans: [[start, end]],
    text: text.slice(start, end),
    ...bounded(figure, effects),
    unit: what.unit,
    counted: what.counted,
    ...(figure.unit?.ucum && { ucum: figure.unit.ucum }),
    ...(scope.length > 0 && { scope }),
    ...(cumulative !== null && { cumulative }),
    ...(partial && { partial }),
    ...(isDenied(tokens, before.from, to) && { denied: true }),
  };
}

/** Every quantity of a text, in order. Pure and linear in the text's length. */
export function quantitiesIn(text: string): readonly Quantity[] {
  const tokens = tokenize(text);
  const figures = figuresIn(tokens, text);
  return figures.map((figure, i) => quantityOf(text, tokens, figure, figures[i - 1]?.to ?? 0, figures[i + 1]?.from ?? tokens.length));
}

/** The step that fills `quantities`: rules over tables (`*.data.ts`), no model. */
export const howmany = (): Step<never, 'quantities'> => ({
  name: 'howmany',
  version: '2',
  needs: [],
  adds: ['quantities'],
  annotate: ({ report }) => ({ quantities: quantitiesIn(report.text) }),
});
