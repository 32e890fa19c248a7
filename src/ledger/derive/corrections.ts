import {
  CERTAINTY_LEVELS,
  type Quantity,
  type Report,
  SOURCE_KINDS,
  type SourceKind,
  STANCES,
  type Statement,
  type Time,
} from '../../model/index.ts';

/** One field that a person can correct. `read` gives a value in words what it means, undefined where it means nothing here. */
interface Field<Row> {
  readonly about: string;
  readonly expected: string;
  readonly example: string;
  readonly read: (value: unknown) => unknown;
  readonly get: (row: Row, at: number) => unknown;
  readonly set: (row: Row, value: never, at: number) => Row;
}

const field = <Row, Value>(given: {
  readonly about: string;
  readonly expected: string;
  readonly example: string;
  readonly read: (value: unknown) => Value | undefined;
  readonly get: (row: Row, at: number) => unknown;
  readonly set: (row: Row, value: Value, at: number) => Row;
}): Field<Row> => given as Field<Row>;

const EDTF_DATE = /^(?:-?\d[\dX]{3}(?:-(?:[\dX]{2})(?:-[\dX]{2}(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?)?)?[?~%]?|\.\.)$/;
const isEdtf = (value: string): boolean => {
  const parts = value.split('/');
  return parts.length <= 2 && value !== '..' && parts.every((part) => EDTF_DATE.test(part));
};

const words = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' && value.length <= 2000 ? value.trim() : undefined;
/** Words, or an empty text or null for "there is none". */
const wordsOrNone = (value: unknown): string | null | undefined =>
  value === null || (typeof value === 'string' && value.trim() === '') ? null : words(value);
const edtfOrNone = (value: unknown): string | null | undefined => {
  const date = wordsOrNone(value);
  return date === null || (date !== undefined && isEdtf(date)) ? date : undefined;
};
const oneOf =
  <const Value extends string>(allowed: readonly Value[]): ((value: unknown) => Value | undefined) =>
  (value) =>
    allowed.find((one) => one === value);

/** A figure as a person writes it: `1200`, `1000..1500`, `1000..`, `..1500`, with `~` before it where it is approximate. */
export interface Bounds {
  readonly low: number | null;
  readonly high: number | null;
  readonly approximate: boolean;
}
const BOUNDS = /^(~)?\s*(-?[\d.,_]+)?\s*(\.\.)?\s*(-?[\d.,_]+)?$/;
export function readBounds(value: unknown): Bounds | undefined {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') return undefined;
  const between = text.replace(/^~/, '').split('..');
  const number = (part: string | undefined): number | null | undefined => {
    const digits = (part ?? '').trim().replace(/[,_\s]/g, '');
    if (digits === '') return null;
    return /^-?\d+(\.\d+)?$/.test(digits) ? Number(digits) : undefined;
  };
  if (!BOUNDS.test(text) || between.length > 2) return undefined;
  const low = number(between[0]);
  const high = between.length === 2 ? number(between[1]) : low;
  if (low === undefined || high === undefined || (low === null && high === null)) return undefined;
  if (low !== null && high !== null && low > high) return undefined;
  return { low, high, approximate: text.startsWith('~') };
}

const replaceAt = <Item>(items: readonly Item[], at: number, change: (item: Item) => Item): readonly Item[] =>
  items.map((item, i) => (i === at ? change(item) : item));

/** The innermost speaker is the source: its link in the chain bears the new name too, or is taken out with it. */
function withSource(statement: Statement, name: string | null): Statement {
  const former = statement.source?.name ?? statement.source?.text ?? null;
  const at = statement.chain.findLastIndex((link) => link.role !== 'outlet' && (former === null || link.name === former));
  const others = statement.chain.filter((_, i) => i !== at);
  if (name === null) return { ...statement, source: null, chain: others };
  const kind = statement.source?.kind ?? 'unknown';
  const { title: _, affiliation: __, ...source } = statement.source ?? { spans: [], text: name, kind };
  const link = { name, kind, role: 'speaker' as const };
  const chain = at < 0 ? [...statement.chain, link] : replaceAt(statement.chain, at, (old) => ({ ...old, name }));
  const { voice: ___, ...rest } = statement;
  return { ...rest, source: { ...source, name }, chain };
}

const newTime = (edtf: string): Time => ({ spans: [], text: edtf, edtf, timex: { type: 'DATE', value: edtf } });
const newQuantity = (bounds: Bounds): Quantity => ({
  spans: [],
  text: '',
  unit: null,
  counted: null,
  ...bounds,
  lowInclusive: bounds.low === null ? null : true,
  highInclusive: bounds.high === null ? null : true,
});

/** What of a statement can be corrected. A numbered field (`date.1`) means the second of them. */
export const STATEMENT_FIELDS: Readonly<Record<string, Field<Statement>>> = {
  source: field({
    about: 'who says it; empty for nobody named',
    expected: 'a name',
    example: 'Ministry of Health',
    read: wordsOrNone,
    get: ({ source }) => source && (source.name ?? source.text),
    set: withSource,
  }),
  kind: field<Statement, SourceKind>({
    about: 'what kind of source says it',
    expected: `one of: ${SOURCE_KINDS.join(', ')}`,
    example: 'agency',
    read: oneOf(SOURCE_KINDS),
    get: ({ source }) => source?.kind ?? null,
    set: (row, kind) => (row.source ? { ...row, source: { ...row.source, kind } } : row),
  }),
  certainty: field<Statement, Statement['certainty']['level']>({
    about: 'how sure the source is',
    expected: `one of: ${CERTAINTY_LEVELS.join(', ')}`,
    example: 'probable',
    read: oneOf(CERTAINTY_LEVELS),
    get: ({ certainty }) => certainty.level,
    set: (row, level) => ({ ...row, certainty: { level, words: [] } }),
  }),
  stance: field<Statement, NonNullable<Statement['stance']>>({
    about: 'how the source stands to the content',
    expected: `one of: ${STANCES.join(', ')}`,
    example: 'denies',
    read: oneOf(STANCES),
    get: ({ stance }) => stance ?? null,
    set: (row, stance) => ({ ...row, stance }),
  }),
  said: field({
    about: 'when the source spoke',
    expected: 'an EDTF date',
    example: '2024-10-18',
    read: edtfOrNone,
    get: ({ saidWhen }) => saidWhen ?? null,
    set: (row, saidWhen) => ({ ...row, saidWhen }),
  }),
  date: field({
    about: 'when what it says happened',
    expected: 'an EDTF date',
    example: '2024-10-08/2024-10-13',
    read: edtfOrNone,
    get: ({ times }, at) => times[at]?.edtf ?? null,
    set: (row, edtf, at) =>
      at < row.times.length
        ? { ...row, times: replaceAt(row.times, at, (time) => ({ ...time, edtf })) }
        : edtf === null
          ? row
          : { ...row, times: [...row.times, newTime(edtf)] },
  }),
  figure: field({
    about: 'a figure that it gives',
    expected: 'a number, or bounds such as 1000..1500, 1000.. or ..1500, with ~ before what is approximate',
    example: '1000..1500',
    read: readBounds,
    get: ({ quantities }, at) => {
      const found = quantities[at];
      return found ? { low: found.low, high: found.high, approximate: found.approximate } : null;
    },
    set: (row, bounds, at) =>
      at < row.quantities.length
        ? {
            ...row,
            quantities: replaceAt(row.quantities, at, (old) => ({ ...newQuantity(bounds), ...old, ...bounds })),
          }
        : { ...row, quantities: [...row.quantities, newQuantity(bounds)] },
  }),
  place: field({
    about: 'where what it says happened',
    expected: 'the name of a place',
    example: 'Donetsk',
    read: words,
    get: ({ places }, at) => places[at]?.name ?? null,
    set: (row, name, at) => {
      const unplaced = { name, country: null, admin1: null, lat: null, lon: null, geonames: null, as: 'place' as const };
      return at < row.places.length
        ? { ...row, places: replaceAt(row.places, at, (old) => ({ ...old, ...unplaced })) }
        : { ...row, places: [...row.places, { spans: [], text: name, ...unplaced }] };
    },
  }),
};

const plain = (name: 'outlet' | 'title' | 'byline', about: string, example: string): Field<Report> =>
  field({
    about,
    expected: 'some words, or nothing',
    example,
    read: wordsOrNone,
    get: (row) => row[name],
    set: (row, value) => ({ ...row, [name]: value }),
  });

/** What of a report can be corrected. */
export const REPORT_FIELDS: Readonly<Record<string, Field<Report>>> = {
  published: field({
    about: 'when it came out',
    expected: 'a date such as 2024-10-18',
    example: '2024-10-18',
    read: edtfOrNone,
    get: ({ published }) => published,
    set: (row, published) => ({ ...row, published }),
  }),
  outlet: plain('outlet', 'who published it', 'Reuters'),
  title: plain('title', 'its title', 'Dam holds'),
  byline: plain('byline', 'who wrote it', 'Ana Pop'),
};

/** `date.1` → the field `date`, the second. */
export function fieldAt<Row>(
  fields: Readonly<Record<string, Field<Row>>>,
  name: string,
): { readonly field: Field<Row>; readonly at: number } | null {
  const [, base = '', number] = /^([a-z]+)(?:\.(\d{1,4}))?$/.exec(name) ?? [];
  const found = Object.hasOwn(fields, base) ? fields[base] : undefined;
  return found ? { field: found, at: Number(number ?? 0) } : null;
}

/** A row with one field corrected. A field or value of a newer version, which this one cannot read, changes nothing. */
function correct<Row>(fields: Readonly<Record<string, Field<Row>>>, row: Row, name: string, value: unknown): Row {
  const found = fieldAt(fields, name);
  const read = found?.field.read(value);
  return found && read !== undefined ? found.field.set(row, read as never, found.at) : row;
}
const machine = <Row>(fields: Readonly<Record<string, Field<Row>>>, row: Row, name: string): unknown => {
  const found = fieldAt(fields, name);
  return found ? found.field.get(row, found.at) : null;
};

export const correctStatement = (row: Statement, name: string, value: unknown): Statement => correct(STATEMENT_FIELDS, row, name, value);
export const correctReport = (row: Report, name: string, value: unknown): Report => correct(REPORT_FIELDS, row, name, value);
export const machineStatement = (row: Statement, name: string): unknown => machine(STATEMENT_FIELDS, row, name);
export const machineReport = (row: Report, name: string): unknown => machine(REPORT_FIELDS, row, name);

/** One field as those who ask for a correction see it. */
export interface CorrectableField {
  readonly about: string;
  readonly expected: string;
  readonly takes: (value: unknown) => boolean;
  readonly get: (row: never) => unknown;
}

/** The field of that name, or null where statements or reports have none. */
export function fieldOf(kind: 'statement' | 'report', name: string): CorrectableField | null {
  const found = kind === 'statement' ? fieldAt(STATEMENT_FIELDS, name) : fieldAt(REPORT_FIELDS, name);
  if (!found) return null;
  const { field, at } = found as { readonly field: Field<unknown>; readonly at: number };
  return {
    about: field.about,
    expected: field.expected,
    takes: (value) => field.read(value) !== undefined,
    get: (row) => field.get(row, at),
  };
}
