import { type GeoProjection, geoAzimuthalEqualArea, geoCentroid, geoCircle, geoDistance, geoEqualEarth } from 'd3-geo';

/** A place on the globe, in degrees. */
export interface LatLon {
  readonly lat: number;
  readonly lon: number;
}

/** A map cut to its points, and how closely it looks: `near` shows coasts and borders in more detail. */
export interface Frame {
  readonly projection: GeoProjection;
  readonly near: boolean;
}

const DEGREES = 180 / Math.PI;
/** No map shows less than this around its middle: one town alone still stands in its country. */
const LEAST_RADIUS = 4;
/** Points further apart than this get the whole world. */
const WORLD_RADIUS = 55;
const NEAR_RADIUS = 22;
const MARGIN = 1.3;

/** This share of the points decides what is shown, where the rest would shrink them to a spot. */
const MOST = 0.7;
/** The rest is left off the map only where that shows the others this much closer. */
const WORTH = 0.5;

/** The points that the map is cut to: all, or those around the one that most lie near to. */
function core(points: readonly [number, number][]): readonly [number, number][] {
  const wanted = Math.ceil(points.length * MOST);
  const far = (from: [number, number]): number[] => points.map((to) => geoDistance(from, to)).sort((a, b) => a - b);
  let best: { readonly middle: [number, number]; readonly radius: number } | null = null;
  // Of very many points a sample finds the middle as well.
  const step = Math.ceil(points.length / 200);
  for (let i = 0; i < points.length; i += step) {
    const middle = points[i] as [number, number];
    const radius = far(middle)[wanted - 1] as number;
    if (!best || radius < best.radius) best = { middle, radius };
  }
  if (!best) return points;
  const { middle, radius } = best;
  if (radius > Math.max(...far(middle)) * WORTH) return points;
  return points.filter((point) => geoDistance(middle, point) <= radius);
}

/**
 * How a map of these points is drawn: equal in area, centred on most of them, with room around; the whole world where they lie far apart, or where
 * there are none. A point may lie off the map: then it is in the list beside it alone.
 * @param all every point is on the map, however small that makes the others' corner of it.
 */
export function frameOf(points: readonly LatLon[], width: number, height: number, all = false): Frame {
  const given = points.map(({ lat, lon }): [number, number] => [lon, lat]);
  const coordinates = all ? given : core(given);
  const middle = geoCentroid({ type: 'MultiPoint', coordinates: [...coordinates] });
  const reach = coordinates.reduce((most, point) => Math.max(most, geoDistance(middle, point) * DEGREES), 0);
  const extent: [[number, number], [number, number]] = [
    [0, 0],
    [width, height],
  ];
  if (points.length === 0 || !middle.every(Number.isFinite) || reach > WORLD_RADIUS)
    return { projection: geoEqualEarth().fitExtent(extent, { type: 'Sphere' }), near: false };
  const radius = Math.max(LEAST_RADIUS, reach * MARGIN);
  const projection = geoAzimuthalEqualArea()
    .rotate([-middle[0], -middle[1]])
    .clipAngle(Math.min(179, radius * 4))
    .fitExtent(extent, geoCircle().center(middle).radius(radius)())
    .clipExtent(extent);
  return { projection, near: radius < NEAR_RADIUS };
}
