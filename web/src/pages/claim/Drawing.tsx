import type { Ref } from 'react';
import { hueStyle } from '../../words/hue.ts';
import type { Path } from './paths.ts';

const ROW = 62;
const WIDTH = 640;
const LEFT = 0;
const MIDDLE = 235;
const RIGHT = 450;
/** Letters that fit a column; the whole name is in the table under the drawing. */
const LETTERS = 26;

const short = (words: string, letters = LETTERS): string => (words.length > letters ? `${words.slice(0, letters - 1).trimEnd()}…` : words);

interface Node {
  readonly key: string;
  readonly words: string;
  readonly y: number;
}

/** Names of a column, each at the middle of the rows that it belongs to, and no two closer than a row. */
function column(paths: readonly Path[], keyOf: (path: Path) => string | null, wordsOf: (path: Path) => string): readonly Node[] {
  const rows = new Map<string, { words: string; at: number[] }>();
  for (const [i, path] of paths.entries()) {
    const key = keyOf(path);
    if (key === null) continue;
    const row = rows.get(key) ?? { words: wordsOf(path), at: [] };
    row.at.push(i);
    rows.set(key, row);
  }
  const nodes = [...rows].map(([key, { words, at }]) => ({ key, words, y: (at.reduce((a, b) => a + b, 0) / at.length) * ROW + 24 }));
  nodes.sort((a, b) => a.y - b.y);
  let free = 0;
  return nodes.map((node) => {
    const y = Math.max(node.y, free);
    free = y + ROW * 0.72;
    return { ...node, y };
  });
}

const curve = (x1: number, y1: number, x2: number, y2: number): string => {
  const bend = (x2 - x1) * 0.45;
  return `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
};

/** Who really says so: origins on the left, copies and citations in the middle, reports on the right. The table below says the same. */
export function Drawing({ paths, svg }: { readonly paths: readonly Path[]; readonly svg?: Ref<SVGSVGElement> }) {
  const sources = column(
    paths,
    ({ source }) => source.key,
    ({ source }) => source.name,
  );
  const middles = column(
    paths,
    ({ through }) => through,
    ({ through }) => through ?? '',
  );
  const sourceAt = new Map(sources.map((node) => [node.key, node.y]));
  const middleAt = new Map(middles.map((node) => [node.key, node.y]));
  const isOrigin = new Set(paths.filter(({ source }) => source.isOrigin).map(({ source }) => source.key));
  const height = Math.max(paths.length * ROW, ...sources.map(({ y }) => y + 34), ...middles.map(({ y }) => y + 34));
  return (
    <svg ref={svg} className="drawing" viewBox={`0 0 ${WIDTH} ${height}`} aria-hidden="true">
      {paths.map((path, i) => {
        const y = i * ROW + 24;
        const from = sourceAt.get(path.source.key) ?? y;
        const middle = path.through === null ? undefined : middleAt.get(path.through);
        const lines =
          middle === undefined
            ? [curve(LEFT + 190, from, RIGHT - 8, y)]
            : [curve(LEFT + 190, from, MIDDLE - 6, middle), curve(MIDDLE + 180, middle, RIGHT - 8, y)];
        return (
          <g key={path.statement.id} className={`hued c-${path.statement.certainty.level}`} style={hueStyle(path.source.key)}>
            {lines.map((d) => (
              <path key={d} d={d} />
            ))}
          </g>
        );
      })}
      {sources.map(({ key, words, y }) => (
        <g key={key} className="hued" style={hueStyle(key)}>
          <circle cx={LEFT + 5} cy={y - 4} r={isOrigin.has(key) ? 5 : 4} className={isOrigin.has(key) ? 'origin' : 'other'} />
          <text x={LEFT + 16} y={y} className="source">
            {short(words, 24)}
          </text>
          <text x={LEFT + 16} y={y + 15} className="small">
            {isOrigin.has(key) ? 'vouches independently' : 'not counted as an origin'}
          </text>
        </g>
      ))}
      {middles.map(({ key, words, y }) => (
        <text key={key} x={MIDDLE} y={y + 4} className="middle">
          {short(words, 30)}
        </text>
      ))}
      {paths.map((path, i) => (
        <g key={path.statement.id}>
          <text x={RIGHT} y={i * ROW + 26}>
            {short(path.report.name)}
          </text>
          <text x={RIGHT} y={i * ROW + 41} className="small">
            {path.report.day}
          </text>
        </g>
      ))}
    </svg>
  );
}
