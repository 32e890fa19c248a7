import { describe, expect, it } from 'vitest';
import type { TallyDetail } from '../../api/types.ts';
import { daysUnder, linesOf, ticks } from './chart.ts';

describe('the scale', () => {
  it.each([
    [5200, [0, 2000, 4000, 6000]],
    [40, [0, 10, 20, 30, 40]],
    [0.2, [0, 0.05, 0.1, 0.15, 0.2]],
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0, [0, 1]],
    [Number.POSITIVE_INFINITY, [0, 1]],
  ])('up to %s', (most, values) => {
    expect(ticks(most)).toEqual(values);
  });
});

describe('the lines', () => {
  it('are one a source, in time; a figure without a date or a number is left to the table', () => {
    const point = {
      report: 'r1',
      statement: null,
      sourceId: 's1',
      low: 10,
      high: 12,
      approximate: false,
      asOf: null,
      status: 'first' as const,
    };
    const tally: TallyDetail = {
      id: 't',
      question: '?',
      unit: null,
      points: [
        { ...point, report: 'r2', low: 20, high: null, status: 'revised' },
        point,
        { ...point, sourceId: null, report: 'r3' },
        { ...point, low: null, high: null },
      ],
      statements: [],
      reports: [
        { id: 'r1', title: null, outlet: null, published: '2025-01-01', copyOf: null, copyKind: null },
        { id: 'r2', title: null, outlet: null, published: '2025-01-02', copyOf: null, copyKind: null },
        { id: 'r3', title: null, outlet: null, published: null, copyOf: null, copyKind: null },
      ],
      sources: [{ id: 's1', name: 'The board', kind: 'agency', aliases: [] }],
    };
    const lines = linesOf(tally);
    expect(lines.map(({ name, plotted }) => [name, plotted.map(({ low, high }) => [low, high])])).toEqual([
      [
        'The board',
        [
          [10, 12],
          [20, 20],
        ],
      ],
    ]);
  });
});

it('no day is named twice under the drawing', () => {
  const day = (moment: number): string => String(Math.floor(moment));
  expect(daysUnder(1, 1.9, day)).toEqual([1]);
  expect(daysUnder(1, 2, day)).toEqual([1, 2]);
  expect(daysUnder(1, 5, day)).toEqual([1, 3, 5]);
});
