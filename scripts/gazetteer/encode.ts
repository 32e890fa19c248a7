import { KINDS, type PlaceKind, SECTIONS } from '../../src/reader/where/gazetteer.ts';
import { keyOf } from '../../src/reader/where/key.ts';

/** One place as the sources give it. */
export interface SourcePlace {
  readonly id: number;
  readonly name: string;
  readonly names: readonly string[];
  readonly aliases: readonly string[];
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
  readonly kind: PlaceKind;
  readonly country: string;
  readonly admin1: string;
}

export interface GazetteerSource {
  readonly places: readonly SourcePlace[];
  /** "US.TX" → "Texas". */
  readonly adminNames: ReadonlyMap<string, string>;
  readonly given: readonly string[];
  readonly ordinary: readonly string[];
}

const text = (words: readonly string[]): { readonly bytes: Uint8Array; readonly offsets: Uint32Array } => {
  const parts = words.map((word) => new TextEncoder().encode(word));
  const offsets = new Uint32Array(words.length + 1);
  parts.forEach((part, i) => {
    offsets[i + 1] = (offsets[i] as number) + part.length;
  });
  const bytes = new Uint8Array(offsets[words.length] as number);
  parts.forEach((part, i) => {
    bytes.set(part, offsets[i]);
  });
  return { bytes, offsets };
};

/** Byte order of UTF-8 is code point order: the order that the reader's binary search walks. */
const byBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** The gazetteer's one file: a JSON header with the sections' places, then the sections, each on a multiple of four. */
export function encodeGazetteer({ places, adminNames, given, ordinary }: GazetteerSource): Uint8Array {
  const areas = [...new Set(places.map((p) => `${p.country}.${p.admin1}`))].sort();
  const areaIndex = new Map(areas.map((area, i) => [area, i]));
  const postings = new Map<string, number[]>();
  places.forEach((place, i) => {
    const own = new Set(place.names.map(keyOf));
    const alias = new Set(place.aliases.map(keyOf).filter((key) => !own.has(key)));
    for (const key of own) if (key) postings.set(key, [...(postings.get(key) ?? []), i * 2]);
    for (const key of alias) if (key) postings.set(key, [...(postings.get(key) ?? []), i * 2 + 1]);
  });
  const keys = [...postings.keys()].sort(byBytes);
  const keyText = text(keys);
  const names = [...new Set(places.map((p) => p.name))];
  const nameIndex = new Map(names.map((name, i) => [name, i]));
  const nameText = text(names);
  const lists = keys.map((key) => postings.get(key) as number[]);
  const starts = new Uint32Array(keys.length + 1);
  lists.forEach((list, i) => {
    starts[i + 1] = (starts[i] as number) + list.length;
  });
  const sections: Record<(typeof SECTIONS)[number], ArrayBufferView> = {
    keys: keyText.bytes,
    keyOffsets: keyText.offsets,
    postingStarts: starts,
    postings: Uint32Array.from(lists.flat()),
    names: nameText.bytes,
    nameOffsets: nameText.offsets,
    nameOf: Uint32Array.from(places, (p) => nameIndex.get(p.name) as number),
    geonames: Uint32Array.from(places, (p) => p.id),
    population: Uint32Array.from(places, (p) => p.population),
    lat: Float32Array.from(places, (p) => p.lat),
    lon: Float32Array.from(places, (p) => p.lon),
    area: Uint16Array.from(places, (p) => areaIndex.get(`${p.country}.${p.admin1}`) as number),
    kind: Uint8Array.from(places, (p) => KINDS.indexOf(p.kind)),
  };
  const parts: Uint8Array[] = [];
  const table: Record<string, readonly [number, number]> = {};
  let at = 0;
  for (const name of SECTIONS) {
    const view = sections[name];
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    table[name] = [at, bytes.length];
    const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
    padded.set(bytes);
    parts.push(padded);
    at += padded.length;
  }
  const header = new TextEncoder().encode(
    JSON.stringify({
      format: 1,
      sections: table,
      areas,
      areaNames: areas.map((area) => adminNames.get(area) ?? null),
      given: [...new Set(given.map((name) => name.toLowerCase()))].sort(),
      ordinary: [...ordinary].sort(),
    }),
  );
  const headerSize = Math.ceil(header.length / 4) * 4;
  const out = new Uint8Array(8 + headerSize + at);
  new DataView(out.buffer).setUint32(0, 0x475a5431, true);
  new DataView(out.buffer).setUint32(4, headerSize, true);
  out.fill(32, 8, 8 + headerSize);
  out.set(header, 8);
  let position = 8 + headerSize;
  for (const part of parts) {
    out.set(part, position);
    position += part.length;
  }
  return out;
}
