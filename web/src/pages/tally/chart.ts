import type { TallyDetail, TallyPoint } from '../../api/types.ts';
import { middleOf } from '../../words/edtf.ts';

/** One figure where the chart puts it. */
export interface Plotted {
  readonly point: TallyPoint;
  readonly index: number;
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/** The figures of one source, in time. */
export interface Line {
  readonly key: string | null;
  readonly name: string;
  readonly plotted: readonly Plotted[];
}

/** Figures by source, each at the time its report came out, else the date that it speaks of; one without either is only in the table. */
export function linesOf(tally: TallyDetail): readonly Line[] {
  const published = new Map(tally.reports.map(({ id, published: day }) => [id, day]));
  const names = new Map(tally.sources.map(({ id, name }) => [id, name]));
  const lines = new Map<string | null, Plotted[]>();
  for (const [index, point] of tally.points.entries()) {
    const at = middleOf(published.get(point.report) ?? null) ?? middleOf(point.asOf);
    const low = point.low ?? point.high;
    const high = point.high ?? point.low;
    if (at === null || low === null || high === null) continue;
    lines.set(point.sourceId, [...(lines.get(point.sourceId) ?? []), { point, index, at, low, high }]);
  }
  return [...lines].map(([key, plotted]) => ({
    key,
    name: (key && names.get(key)) || 'an outlet itself',
    plotted: plotted.sort((a, b) => a.at - b.at || a.index - b.index),
  }));
}

const STEPS = [1, 2, 2.5, 5, 10];

/** Round values from zero to at least `most`, about `wanted` of them. */
export function ticks(most: number, wanted = 5): readonly number[] {
  if (!(most > 0) || !Number.isFinite(most)) return [0, 1];
  const rough = most / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((candidate) => candidate * power >= rough) ?? 10);
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}

/** The moments to name under the drawing: both ends and the middle, none whose day is named already. */
export function daysUnder(first: number, last: number, say: (moment: number) => string): readonly number[] {
  const ends = say(first) === say(last) ? [first] : [first, last];
  const middle = (first + last) / 2;
  return ends.some((end) => say(end) === say(middle)) ? ends : [first, middle, last];
}
