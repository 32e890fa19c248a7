import type { Ref } from 'react';
import type { TallyPoint } from '../../api/types.ts';
import { sayDate } from '../../words/dates.ts';
import { hueStyle } from '../../words/hue.ts';
import { sayNumber } from '../../words/names.ts';
import { daysUnder, type Line, ticks } from './chart.ts';

const WIDTH = 860;
const HEIGHT = 380;
const BOX = { left: 64, right: 640, top: 16, bottom: 336 };

/** A mark a status, told apart by shape. */
const MARKS: Readonly<Record<TallyPoint['status'], string>> = {
  first: 'M-4.5 0 a4.5 4.5 0 1 0 9 0 a4.5 4.5 0 1 0 -9 0Z',
  revised: 'M0 -6 L6 0 L0 6 L-6 0Z',
  corrected: 'M0 -6 L6 5 L-6 5Z',
  conflicting: 'M-5 -5 L5 5 M5 -5 L-5 5',
  retracted: 'M-5 0 a5 5 0 1 0 10 0 a5 5 0 1 0 -10 0Z M-7 7 L7 -7',
};
const isOpen = (status: TallyPoint['status']): boolean => status === 'conflicting' || status === 'retracted';

export function MarkKey() {
  return (
    <ul className="mark-key small quiet">
      {(Object.keys(MARKS) as TallyPoint['status'][]).map((status) => (
        <li key={status}>
          <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
            <path d={MARKS[status]} className={isOpen(status) ? 'mark open' : 'mark'} />
          </svg>
          {status}
        </li>
      ))}
    </ul>
  );
}

const day = (at: number): string => sayDate(new Date(at).toISOString().slice(0, 10)).replace(/^\w+ /, '');

/** Names beside the ends of their lines, pushed apart where they would touch. */
function labels(lines: readonly Line[], y: (value: number) => number): readonly number[] {
  const wanted = lines.map((line, i) => ({ i, at: y(line.plotted.at(-1)?.high ?? 0) })).sort((a, b) => a.at - b.at);
  const placed: number[] = [];
  let free = BOX.top;
  for (const { i, at } of wanted) {
    placed[i] = Math.max(at, free);
    free = (placed[i] ?? 0) + 17;
  }
  return placed;
}

/** Low to high over time: a line a source, steps between its figures, a bar where a figure is a range. The table says the same. */
export function Chart({
  lines,
  unit,
  svg,
}: {
  readonly lines: readonly Line[];
  readonly unit: string | null;
  readonly svg: Ref<SVGSVGElement>;
}) {
  const all = lines.flatMap(({ plotted }) => plotted);
  const times = all.map(({ at }) => at);
  const first = Math.min(...times);
  const last = Math.max(...times);
  const values = ticks(Math.max(...all.map(({ high }) => high)));
  const top = values.at(-1) ?? 1;
  const x = (at: number): number =>
    last === first ? (BOX.left + BOX.right) / 2 : BOX.left + 12 + ((at - first) / (last - first)) * (BOX.right - BOX.left - 24);
  const y = (value: number): number => BOX.bottom - (value / top) * (BOX.bottom - BOX.top);
  const at = labels(lines, y);
  const days = daysUnder(first, last, day);
  return (
    <svg ref={svg} className="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {values.map((value) => (
        <g key={value}>
          <path className="grid" d={`M${BOX.left} ${y(value)} H${BOX.right}`} />
          <text x={BOX.left - 8} y={y(value) + 4} textAnchor="end">
            {sayNumber(value)}
          </text>
        </g>
      ))}
      {unit && (
        <text x={BOX.left} y={BOX.bottom + 40} className="unit">
          {unit}, by the day they were given
        </text>
      )}
      {days.map((moment) => (
        <text key={moment} x={x(moment)} y={BOX.bottom + 20} textAnchor="middle">
          {day(moment)}
        </text>
      ))}
      {lines.map((line, i) => (
        <g key={line.key} className="hued" style={hueStyle(line.key)}>
          <path
            className="step"
            d={line.plotted
              .map(({ at: moment, high }, j) => (j === 0 ? `M${x(moment)} ${y(high)}` : `H${x(moment)} V${y(high)}`))
              .join(' ')}
          />
          {line.plotted.map(({ point, index, at: moment, low, high }) => (
            <g key={index}>
              {low !== high && <path className="range" d={`M${x(moment)} ${y(low)} V${y(high)}`} />}
              {(point.low === null) !== (point.high === null) && (
                <path
                  className="open-end"
                  d={
                    point.high === null ? `M${x(moment)} ${y(high)} v-16 m-4 5 l4 -5 l4 5` : `M${x(moment)} ${y(low)} v16 m-4 -5 l4 5 l4 -5`
                  }
                />
              )}
              <path
                className={isOpen(point.status) ? 'mark open' : 'mark'}
                d={MARKS[point.status]}
                transform={`translate(${x(moment)} ${y(high)})`}
              />
            </g>
          ))}
          <path
            className="lead"
            // The last figure stands until another is given: its line runs on, faintly, to the name.
            d={`M${x(line.plotted.at(-1)?.at ?? first)} ${y(line.plotted.at(-1)?.high ?? 0)} H${BOX.right} L${BOX.right + 9} ${at[i]}`}
          />
          <text className="name" x={BOX.right + 12} y={(at[i] ?? 0) + 4}>
            {line.name.length > 28 ? `${line.name.slice(0, 27)}…` : line.name}
          </text>
        </g>
      ))}
    </svg>
  );
}
