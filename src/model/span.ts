import { z } from 'zod';

/** Half-open [start, end) in UTF-16 code units into `report.text`. */
export const Span = z.tuple([z.number().int().min(0), z.number().int().min(0)]).readonly();
export type Span = z.infer<typeof Span>;

/** One or more spans in reading order: more than one where a cue interrupts a quotation. */
export const Spans = z.array(Span).readonly();
export type Spans = z.infer<typeof Spans>;

/** A passage of the report: where it stands and its words (several spans joined by a space). */
export const Passage = z.object({ spans: Spans, text: z.string() }).readonly();
export type Passage = z.infer<typeof Passage>;
