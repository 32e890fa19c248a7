import type {
  Basis,
  Certainty,
  ChainLink,
  Entity,
  Passage,
  Place,
  Quantity,
  Report,
  Span,
  Spans,
  Statement,
  StatementForecast,
  StatementSource,
  Time,
} from '../model/index.ts';

/** One sentence and the paragraph that it stands in (counted from 0). */
export interface Sentence {
  readonly span: Span;
  readonly paragraph: number;
}

/** Who says what, as spans, before anything else is known about it. `within` is the index of the attribution that holds this one. */
export interface Attribution {
  readonly source: Spans | null;
  readonly cue: Spans | null;
  readonly content: Spans;
  readonly quotation: Statement['quotation'];
  readonly depth: number;
  readonly within: number | null;
  /** Words of the content as events: where each begins in the text, and how sure it sounds that it came about, −3 to 3; where the step tells. */
  readonly events?: readonly (readonly [number, number])[];
  /** 0 to 1; null where the step has no measure of it. */
  readonly confidence: number | null;
}

/** Who an attribution's source is, and through whom the content came. One row an attribution, in its order. */
export interface Attributed {
  readonly source: StatementSource | null;
  readonly chain: readonly ChainLink[];
}

/** How sure, on what, and about what to come. One row an attribution, in its order. */
export interface Assessment {
  readonly certainty: Certainty;
  readonly stance: NonNullable<Statement['stance']>;
  readonly basis: readonly Basis[];
  readonly forecast: StatementForecast | null;
}

/**
 * What the steps add, one layer a name. A step of another folder adds its own layer by declaration merging:
 * `declare module '../layers.ts' { interface Layers { readonly mine: … } }`.
 */
export interface Layers {
  readonly report: Report;
  readonly sentences: readonly Sentence[];
  readonly attributions: readonly Attribution[];
  readonly entities: readonly Entity[];
  readonly attributed: readonly Attributed[];
  readonly times: readonly Time[];
  readonly places: readonly Place[];
  readonly quantities: readonly Quantity[];
  readonly assessments: readonly Assessment[];
  /** EDTF of when each source spoke, one row an attribution; null where nothing tells. */
  readonly saidWhen: readonly (string | null)[];
}
export type LayerName = Exclude<keyof Layers, 'report'>;

/** The words under spans, several joined by a space. */
export const wordsOf = (text: string, spans: Spans): string => spans.map(([start, end]) => text.slice(start, end)).join(' ');

/** Spans with their words. */
export const passage = (text: string, spans: Spans): Passage => ({ spans, text: wordsOf(text, spans) });
