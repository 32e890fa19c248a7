import type { Report, Span, Warning } from '../model/index.ts';
import { type Layers, wordsOf } from './layers.ts';

/** Characters that no reader sees: soft hyphens, zero-width characters, marks of a text's direction. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

type Draft = Partial<Layers> & { readonly report: Report };

/** A report as its readers see it, and the way back to the offsets of the text that was given. */
export interface Seen {
  readonly report: Report;
  readonly layers: <Row extends Draft>(draft: Row) => Row;
  readonly warnings: (warnings: readonly Warning[]) => Warning[];
}

const isSpan = (value: unknown): value is Span =>
  Array.isArray(value) && value.length === 2 && value.every((side) => Number.isInteger(side));
const areSpans = (value: unknown): value is readonly Span[] => Array.isArray(value) && value.length > 0 && value.every(isSpan);

/** The fields that hold places in the text; other pairs of whole numbers are none. */
const PLACES = new Set(['span', 'spans', 'mentions', 'source', 'cue', 'content']);

/**
 * A report without what nobody sees, so that "Lon\u00ADdon" is London and "1\u200B2" twelve to every step; null where there is nothing of the
 * kind. Whatever the steps find is then told in the given text's own offsets and words.
 */
export function seenOf(report: Report): Seen | null {
  const { text } = report;
  const hidden = [...text.matchAll(UNSEEN)].map(({ index }) => index);
  if (hidden.length === 0) return null;
  const clean = text.replace(UNSEEN, '');
  const places = new Int32Array(clean.length + 1);
  for (let from = 0, to = 0, next = 0; from <= text.length; from += 1) {
    if (hidden[next] === from) next += 1;
    else places[to++] = from;
  }
  const back = ([start, end]: Span): Span => [
    places[start] as number,
    end > start ? (places[end - 1] as number) + 1 : (places[start] as number),
  ];
  const restored = (value: unknown, name: string | null): unknown => {
    if (name !== null && PLACES.has(name) && isSpan(value)) return back(value);
    if (name !== null && PLACES.has(name) && areSpans(value)) return value.map(back);
    if (Array.isArray(value)) return value.map((item) => restored(item, null));
    if (typeof value !== 'object' || value === null) return value;
    const row = Object.fromEntries(Object.entries(value).map(([key, field]) => [key, restored(field, key)]));
    const { spans } = row;
    return areSpans(spans) && typeof row.text === 'string' ? { ...row, text: wordsOf(text, spans) } : row;
  };
  return {
    report: { ...report, text: clean },
    layers: ({ report: _, ...layers }) => ({ ...(restored(layers, null) as typeof layers), report }) as never,
    warnings: (warnings) => restored(warnings, null) as Warning[],
  };
}
