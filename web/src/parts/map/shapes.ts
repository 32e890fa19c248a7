import type { GeometryCollection, Topology } from 'topojson-specification';

export type Shapes = Topology<{ readonly countries: GeometryCollection; readonly land: GeometryCollection }>;

const loading = new Map<boolean, Promise<Shapes>>();

/** Coasts and borders (Natural Earth, by world-atlas), a file of ours: nothing is loaded from elsewhere, and nothing before a map is shown. */
export function shapes(near: boolean): Promise<Shapes> {
  const known = loading.get(near);
  if (known) return known;
  const file = near ? import('world-atlas/countries-50m.json') : import('world-atlas/countries-110m.json');
  const loaded = file.then((module) => module.default as unknown as Shapes);
  loading.set(near, loaded);
  return loaded;
}
