import type { Memory } from './measure.ts';

const WIDTH = 640;
const HEIGHT = 300;
const LEFT = 60;
const TOP = 30;
const RIGHT = 20;
const BOTTOM = 50;

/** Heap and resident memory against the number of reports stored (logarithmic), as SVG. */
export function memoryPlot(points: readonly Memory[]): string {
  const most = Math.ceil(Math.max(...points.map(({ resident }) => resident)) / 50) * 50;
  const logs = points.map(({ reports }) => Math.log10(reports));
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const x = (reports: number): number => LEFT + ((Math.log10(reports) - low) / (high - low || 1)) * (WIDTH - LEFT - RIGHT);
  const y = (mebibytes: number): number => HEIGHT - BOTTOM - (mebibytes / most) * (HEIGHT - TOP - BOTTOM);
  const line = (value: (point: Memory) => number, dash: string, name: string): string => {
    const path = points.map((point) => `${x(point.reports).toFixed(1)},${y(value(point)).toFixed(1)}`).join(' ');
    const last = points.at(-1);
    const label = last ? `<text x="${WIDTH - RIGHT}" y="${(y(value(last)) - 6).toFixed(1)}" text-anchor="end">${name}</text>` : '';
    return `<polyline points="${path}" fill="none" stroke="currentColor" stroke-width="1.5" ${dash}/>${label}`;
  };
  const across = points
    .filter(({ reports }) => Number.isInteger(Math.log10(reports)))
    .map(({ reports }) => `<text x="${x(reports).toFixed(1)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle">${reports}</text>`);
  const up = [0, most / 2, most].map((value) => `<text x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end">${value}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12" fill="currentColor">
<title>Memory while reports are added to a ledger</title>
<text x="${LEFT}" y="18">MiB in use while reports are added</text>
<line x1="${LEFT}" y1="${HEIGHT - BOTTOM}" x2="${WIDTH - RIGHT}" y2="${HEIGHT - BOTTOM}" stroke="currentColor"/>
${line(({ resident }) => resident, '', 'resident')}
${line(({ heap }) => heap, 'stroke-dasharray="4 3"', 'heap')}
${across.join('\n')}
${up.join('\n')}
<text x="${WIDTH / 2}" y="${HEIGHT - 10}" text-anchor="middle">reports stored</text>
</svg>
`;
}
