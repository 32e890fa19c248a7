import { z } from 'zod';
import { Passage, Spans } from './span.ts';

export const SOURCE_KINDS = ['person', 'agency', 'government', 'group', 'company', 'media', 'document', 'anonymous', 'unknown'] as const;
export const SourceKind = z.enum(SOURCE_KINDS);
export type SourceKind = z.infer<typeof SourceKind>;

/** Who vouches, as the report words it, and who that is where it can be told. */
export const StatementSource = z
  .object({
    spans: Spans,
    text: z.string(),
    name: z.string().nullable(),
    kind: SourceKind,
    title: z.string().nullable().optional(),
    affiliation: z.string().nullable().optional(),
  })
  .readonly();
export type StatementSource = z.infer<typeof StatementSource>;

/** One link from the outlet to the innermost source, outermost first. */
export const ChainLink = z
  .object({
    name: z.string(),
    kind: SourceKind,
    role: z.enum(['outlet', 'wire', 'speaker', 'document']),
    cue: Passage.nullable().optional(),
  })
  .readonly();
export type ChainLink = z.infer<typeof ChainLink>;

export const BASIS_KINDS = ['saw', 'imagery', 'intercepts', 'documents', 'count', 'report', 'experts', 'briefing'] as const;
/** What the source says it rests on. No basis given is an empty list. */
export const Basis = z.object({ kind: z.enum(BASIS_KINDS), spans: Spans, text: z.string() }).readonly();
export type Basis = z.infer<typeof Basis>;

export const CERTAINTY_LEVELS = ['certain', 'probable', 'possible', 'unlikely', 'denied', 'unknown'] as const;
/** How sure the source is about the content, with the words that show it. */
export const Certainty = z
  .object({ level: z.enum(CERTAINTY_LEVELS), words: z.array(Passage).readonly(), score: z.number().optional() })
  .readonly();
export type Certainty = z.infer<typeof Certainty>;

/** `window` is EDTF, open ends as `..`; null where no time is given. */
export const StatementForecast = z.object({ window: z.string().nullable(), condition: z.string().nullable() }).readonly();
export type StatementForecast = z.infer<typeof StatementForecast>;

export const QUANTITY_SCOPES = ['dead', 'injured', 'missing', 'displaced', 'detained', 'abducted', 'infected', 'rescued'] as const;
/** A figure. A lower bound alone has `high: null`. `lowInclusive` is null where `low` is. */
export const Quantity = z
  .object({
    spans: Spans,
    text: z.string(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    lowInclusive: z.boolean().nullable(),
    highInclusive: z.boolean().nullable(),
    approximate: z.boolean(),
    unit: z.string().nullable(),
    counted: z.string().nullable(),
    /** The unit's UCUM code, where there is one. */
    ucum: z.string().optional(),
    /** What befell those who are counted, where the words around the figure say so. */
    scope: z.array(z.enum(QUANTITY_SCOPES)).readonly().optional(),
    /** Everything so far (true) or only what is new (false). */
    cumulative: z.boolean().optional(),
    /** Part of another figure ("including three children"). */
    partial: z.boolean().optional(),
    /** Named only to be set aside ("not 12 but 10"). */
    denied: z.boolean().optional(),
  })
  .readonly();
export type Quantity = z.infer<typeof Quantity>;

export const TIMEX_TYPES = ['DATE', 'TIME', 'DURATION', 'SET'] as const;
/** `edtf` is null where the expression cannot be placed (vague, or no publication day). */
export const Time = z
  .object({
    spans: Spans,
    text: z.string(),
    edtf: z.string().nullable(),
    timex: z.object({ type: z.enum(TIMEX_TYPES), value: z.string() }).readonly(),
  })
  .readonly();
export type Time = z.infer<typeof Time>;

/** What a place is. `area`: a first- or second-order area of a country; `region`: what spans several or has no borders; `quarter`: a part of a town. */
export const PLACE_CLASSES = ['country', 'area', 'city', 'quarter', 'continent', 'region', 'water', 'landmark'] as const;

/** A place name and the gazetteer entry that it resolves to; the entry's fields are null where the place is unclear. */
export const Place = z
  .object({
    spans: Spans,
    text: z.string(),
    name: z.string().nullable(),
    country: z.string().nullable(),
    admin1: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    geonames: z.number().int().nullable(),
    as: z.enum(['place', 'government']),
    relation: z.string().nullable().optional(),
    class: z.enum(PLACE_CLASSES).nullable().optional(),
    /** How likely it is that the name is a place here and this one: 0 to 1. */
    score: z.number().min(0).max(1).optional(),
  })
  .readonly();
export type Place = z.infer<typeof Place>;

export const QUOTATIONS = ['direct', 'indirect', 'mixed'] as const;
export const STANCES = ['asserts', 'hedges', 'denies', 'reports'] as const;

/** One passage in one report in which somebody vouches for something. */
export const Statement = z
  .object({
    id: z.string(),
    source: StatementSource.nullable(),
    cue: Passage.nullable(),
    content: Passage,
    quotation: z.enum(QUOTATIONS),
    depth: z.number().int().min(0),
    within: z.string().nullable(),
    chain: z.array(ChainLink).readonly(),
    basis: z.array(Basis).readonly(),
    certainty: Certainty,
    stance: z.enum(STANCES).optional(),
    forecast: StatementForecast.nullable(),
    quantities: z.array(Quantity).readonly(),
    times: z.array(Time).readonly(),
    places: z.array(Place).readonly(),
    /** When the source spoke (EDTF), apart from what the content is about. */
    saidWhen: z.string().nullable().optional(),
    /** `outlet` where the report states it in its own voice; absent where somebody else vouches. */
    voice: z.literal('outlet').optional(),
    /** The reader's own confidence in this row, 0 to 1; null where it has no measure of it. */
    confidence: z.number().min(0).max(1).nullable().optional(),
  })
  .readonly();
export type Statement = z.infer<typeof Statement>;
