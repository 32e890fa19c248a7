import { geoGraticule10, geoPath } from 'd3-geo';
import { type MouseEvent, type Ref, useEffect, useMemo, useState } from 'react';
import { feature, mesh } from 'topojson-client';
import { isPlainClick } from '../../app/Link.tsx';
import { go } from '../../app/router.ts';
import { frameOf, type LatLon } from './frame.ts';
import { type Shapes, shapes } from './shapes.ts';
import './map.css';

/** One place on a map. */
export interface MapPoint extends LatLon {
  /** Ties it to whatever else on the page has the same `data-tied`. */
  readonly key: string;
  readonly name: string;
  /** `place`: a dot. `government`: a square, by its place. `near`: a broken ring, for "near", "north of", which is not the town itself. */
  readonly shape: 'place' | 'government' | 'near';
  /** Where the point leads. */
  readonly href: string;
  /** What is read out, beside the name. */
  readonly about?: string;
  /** The dot's radius, where it says how much; 4.5 where nothing is said. */
  readonly size?: number;
}

interface Props {
  readonly points: readonly MapPoint[];
  /** What the map shows, for those who do not see it. */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
  readonly svg?: Ref<SVGSVGElement>;
  /** Every point is on the map; else one far from most may be left to the list beside it. */
  readonly all?: boolean;
}

/** The world's shapes once they are there; until then the points stand alone. */
function useShapes(near: boolean): Shapes | null {
  const [loaded, setLoaded] = useState<{ readonly near: boolean; readonly shapes: Shapes } | null>(null);
  useEffect(() => {
    let wanted = true;
    shapes(near).then(
      (found) => wanted && setLoaded({ near, shapes: found }),
      // Without shapes the points and their names still stand in their places.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [near]);
  return loaded?.near === near ? loaded.shapes : null;
}

/** A letter's width beside a point, in the drawing's own units, and a line's height. */
const LETTER = 6.2;
const LINE = 13;

interface Placed extends MapPoint {
  readonly x: number;
  readonly y: number;
  /** Null: no room for its name. */
  readonly labelled: 'start' | 'end' | null;
}

/** Names where they do not lie on another name: to the right, else to the left, else none; the list beside the map has them all. */
function withNames(points: readonly (MapPoint & { readonly x: number; readonly y: number })[], width: number): readonly Placed[] {
  const taken: (readonly [left: number, right: number, y: number])[] = points.map(({ x, y }) => [x - 4, x + 4, y]);
  return points.map((point, i) => {
    const long = point.name.length * LETTER + 8;
    const free = (left: number, right: number): boolean =>
      left >= 0 &&
      right <= width &&
      taken.every(([from, to, y], other) => other === i || to < left || from > right || Math.abs(y - point.y) > LINE);
    const side = free(point.x, point.x + long) ? 'start' : free(point.x - long, point.x) ? 'end' : null;
    if (side) taken.push(side === 'start' ? [point.x, point.x + long, point.y] : [point.x - long, point.x, point.y]);
    return { ...point, labelled: side };
  });
}

function Mark({ shape, x, y, size = 4.5 }: Pick<Placed, 'shape' | 'x' | 'y' | 'size'>) {
  if (shape === 'government') return <rect x={x - 4} y={y - 4} width="8" height="8" />;
  return <circle cx={x} cy={y} r={shape === 'near' ? 7 : size} />;
}

/** A point that leads to another page is opened without loading the page anew; one that leads to words on this page is left to the browser. */
function open(event: MouseEvent, href: string): void {
  if (!href.startsWith('/') || !isPlainClick(event)) return;
  event.preventDefault();
  go(href, { keepScroll: true });
}

/** A map drawn from shapes on disk, cut to its points. */
export function WorldMap({ points, label, width = 420, height = 210, svg, all = false }: Props) {
  const { projection, near } = useMemo(() => {
    // A government stands by its capital, far from what happens: it decides what is shown only where nothing else does.
    const places = points.filter(({ shape }) => shape !== 'government');
    return frameOf(places.length > 0 ? places : points, width, height, all);
  }, [points, width, height, all]);
  const world = useShapes(near);
  const drawn = useMemo(() => {
    const path = geoPath(projection).digits(1);
    if (!world) return null;
    return {
      grid: path(geoGraticule10()) ?? '',
      land: path(feature(world, world.objects.land)) ?? '',
      borders: path(mesh(world, world.objects.countries, (a, b) => a !== b)) ?? '',
    };
  }, [projection, world]);
  const placed = useMemo(() => {
    const seen = points.flatMap((point) => {
      const at = projection([point.lon, point.lat]);
      const inside = at && at[0] >= 0 && at[0] <= width && at[1] >= 0 && at[1] <= height;
      return inside ? [{ ...point, x: Math.round(at[0]), y: Math.round(at[1]) }] : [];
    });
    return withNames(seen, width);
  }, [points, projection, width, height]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing whose points are links; a fieldset cannot stand in for it.
    <svg ref={svg} className="world-map" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
      {drawn && (
        <g>
          <path className="grid" d={drawn.grid} />
          <path className="land" d={drawn.land} />
          <path className="borders" d={drawn.borders} />
        </g>
      )}
      {placed.map(({ key, name, about, href, shape, size, x, y, labelled }) => (
        <a
          key={key}
          className={`point ${shape}`}
          href={href}
          data-tied={key}
          aria-label={about ? `${name}, ${about}` : name}
          onClick={(event) => open(event, href)}
        >
          <title>{about ? `${name}, ${about}` : name}</title>
          {/* A pointer needs more room than the dot. */}
          <circle className="reach" cx={x} cy={y} r="12" />
          <Mark shape={shape} x={x} y={y} {...(size && { size })} />
          {labelled && (
            <text x={labelled === 'start' ? x + (size ?? 4) + 4 : x - (size ?? 4) - 4} y={y + 4} textAnchor={labelled}>
              {name}
            </text>
          )}
        </a>
      ))}
    </svg>
  );
}
