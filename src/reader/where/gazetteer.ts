import { AccordingtoError } from '../../model/index.ts';

/** What a place is. `seat`: of a first-order area; `quarter`: a part of a town; `hamlet`: a US post office that GeoNames' cities lack. */
export const KINDS = ['country', 'admin1', 'admin2', 'capital', 'seat', 'city', 'quarter', 'hamlet', 'continent', 'region', 'water', 'landmark'] as const;
export type PlaceKind = (typeof KINDS)[number];

/** The file's parts, in their order. */
export const SECTIONS = [
  'keys', 'keyOffsets', 'postingStarts', 'postings', 'names', 'nameOffsets', 'nameOf', 'geonames', 'population', 'lat', 'lon', 'area', 'kind',
] as const;

/** One place of the gazetteer. */
export interface GazetteerPlace {
  /** Its number in this gazetteer. */
  readonly index: number;
  readonly name: string;
  readonly kind: PlaceKind;
  readonly lat: number;
  readonly lon: number;
  /** ISO 3166 code, '' for what spans countries. */
  readonly country: string;
  /** Country and first-order area: "US.TX". */
  readonly area: string;
  readonly admin1: string | null;
  readonly population: number;
  /** Null for places that GeoNames' cities lack. */
  readonly geonames: number | null;
  /** Found under another name than its own. */
  readonly alias: boolean;
}

/** Names and places: what the step `where` is given. */
export interface Gazetteer {
  /** Whether some place has this name (as `keyOf` writes it). */
  readonly has: (key: string) => boolean;
  /** Whether some longer name begins with this name and a space. */
  readonly begins: (key: string) => boolean;
  /** Every place of this name. */
  readonly find: (key: string) => readonly GazetteerPlace[];
  /** Persons' given names, lower case. */
  readonly given: ReadonlySet<string>;
  /** Names that are ordinary English words, lower case ("police", "union"). */
  readonly ordinary: ReadonlySet<string>;
  readonly size: number;
}

interface Header {
  readonly format: number;
  readonly sections: Readonly<Record<(typeof SECTIONS)[number], readonly [number, number]>>;
  readonly areas: readonly string[];
  readonly areaNames: readonly (string | null)[];
  readonly given: readonly string[];
  readonly ordinary: readonly string[];
}

/**
 * A gazetteer over the bytes that scripts/gazetteer wrote (unpacked). Sorted names and typed arrays, searched in place:
 * no object is made for a place until somebody asks for it.
 * @throws AccordingtoError READER_GAZETTEER_BROKEN where the bytes are none.
 */
export function openGazetteer(bytes: Uint8Array): Gazetteer {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8 || view.getUint32(0, true) !== 0x475a5431) throw new AccordingtoError('READER_GAZETTEER_BROKEN', { path: 'the bytes given' });
  const headerSize = view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + headerSize))) as Header;
  const base = 8 + headerSize;
  const raw = (name: (typeof SECTIONS)[number]): Uint8Array => {
    const [from, length] = header.sections[name];
    return bytes.subarray(base + from, base + from + length);
  };
  // Sections begin on a multiple of four; a copy is made only where the bytes themselves do not.
  const aligned = (part: Uint8Array): Uint8Array => (part.byteOffset % 4 === 0 ? part : part.slice());
  const u32 = (name: (typeof SECTIONS)[number]): Uint32Array => {
    const part = aligned(raw(name));
    return new Uint32Array(part.buffer, part.byteOffset, part.length / 4);
  };
  const f32 = (name: (typeof SECTIONS)[number]): Float32Array => {
    const part = aligned(raw(name));
    return new Float32Array(part.buffer, part.byteOffset, part.length / 4);
  };
  const areaBytes = aligned(raw('area'));
  const area = new Uint16Array(areaBytes.buffer, areaBytes.byteOffset, areaBytes.length / 2);
  const [keys, keyOffsets, starts, postings] = [raw('keys'), u32('keyOffsets'), u32('postingStarts'), u32('postings')];
  const [names, nameOffsets, nameOf] = [raw('names'), u32('nameOffsets'), u32('nameOf')];
  const [geonames, population, lat, lon, kind] = [u32('geonames'), u32('population'), f32('lat'), f32('lon'), raw('kind')];
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();

  /** How the `i`th key stands to the wanted bytes: below zero before them, above zero behind, zero equal. */
  const compare = (i: number, wanted: Uint8Array): number => {
    const from = keyOffsets[i] as number;
    const length = (keyOffsets[i + 1] as number) - from;
    for (let k = 0; k < wanted.length && k < length; k += 1) {
      const order = (keys[from + k] as number) - (wanted[k] as number);
      if (order !== 0) return order;
    }
    return length - wanted.length;
  };
  /** The first key that does not stand before the wanted bytes. */
  const lowerBound = (wanted: Uint8Array): number => {
    let low = 0;
    let high = keyOffsets.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(middle, wanted) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  /** The key's number, or -1. */
  const search = (key: string): number => {
    const wanted = encoder.encode(key);
    const i = lowerBound(wanted);
    return i < keyOffsets.length - 1 && compare(i, wanted) === 0 ? i : -1;
  };
  const begins = (key: string): boolean => {
    const wanted = encoder.encode(`${key} `);
    const from = keyOffsets[lowerBound(wanted)];
    return from !== undefined && wanted.every((byte, k) => keys[from + k] === byte);
  };
  const place = (posting: number): GazetteerPlace => {
    const index = posting >> 1;
    const named = nameOf[index] as number;
    const areaIndex = area[index] as number;
    const whole = header.areas[areaIndex] ?? '.';
    return {
      index,
      name: decoder.decode(names.subarray(nameOffsets[named], nameOffsets[named + 1])),
      kind: KINDS[kind[index] as number] ?? 'city',
      lat: Math.round((lat[index] as number) * 1e4) / 1e4,
      lon: Math.round((lon[index] as number) * 1e4) / 1e4,
      country: whole.slice(0, whole.indexOf('.')),
      area: whole,
      admin1: header.areaNames[areaIndex] ?? null,
      population: population[index] as number,
      geonames: geonames[index] || null,
      alias: (posting & 1) === 1,
    };
  };
  return {
    has: (key) => search(key) >= 0,
    begins,
    find: (key) => {
      const at = search(key);
      return at < 0 ? [] : Array.from(postings.subarray(starts[at], starts[at + 1]), place);
    },
    given: new Set(header.given),
    ordinary: new Set(header.ordinary),
    size: nameOf.length,
  };
}

