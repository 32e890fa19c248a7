import { z } from 'zod';
import { Warning } from './warning.ts';

/** Where a field of the report was read from, with every candidate (chain of custody). */
export const Evidence = z
  .object({
    field: z.string(),
    value: z.string(),
    from: z.string(),
    chosen: z.boolean(),
    /** Why this one was chosen, where it was. */
    why: z.string().optional(),
  })
  .readonly();
export type Evidence = z.infer<typeof Evidence>;

const EntryHeadline = z.object({ sequence: z.number().int(), at: z.string(), by: z.string(), hash: z.string() }).readonly();

/** How a report came into the ledger, and what was chosen from it: what `show --evidence` prints. */
export const Custody = z
  .object({
    report: z.string(),
    /** The entry that added it: when, by which reader, under which hash in the chain. */
    entry: EntryHeadline,
    /** Which intake chose its fields; null where an older version did not say. */
    intake: z.string().nullable(),
    from: z.string().nullable(),
    url: z.string().nullable(),
    sha256: z.string(),
    bytes: z.number().int(),
    mediaType: z.string(),
    headers: z.record(z.string(), z.string()).readonly(),
    evidence: z.array(Evidence).readonly(),
    warnings: z.array(Warning).readonly(),
    /** Later readings, oldest first: what the report's statements rest on is the last. */
    readings: z.array(EntryHeadline).readonly(),
  })
  .readonly();
export type Custody = z.infer<typeof Custody>;

/** What a later look at an address found. A changed text is a report of its own; `changed` is one that went back to an older text. */
export const LOOK_OUTCOMES = ['unchanged', 'changed', 'gone'] as const;

/** A later look at an address that brought no new report. */
export const Look = z
  .object({
    /** As it was asked for. */
    address: z.string(),
    outcome: z.enum(LOOK_OUTCOMES),
    /** The report that the address last gave, before this look or with it. */
    report: z.string(),
    /** HTTP status; null where none came. */
    status: z.number().int().nullable(),
    headers: z.record(z.string(), z.string()).readonly(),
    /** Of the bytes that came with this look (which are not kept where the article is the same); null where none came. */
    sha256: z.string().nullable(),
  })
  .readonly();
export type Look = z.infer<typeof Look>;

/** One report of an address, or one later look at it, as `versions` lists them. */
export const Version = z
  .object({
    sequence: z.number().int(),
    at: z.string(),
    what: z.enum(['report', ...LOOK_OUTCOMES]),
    report: z.string(),
    title: z.string().nullable(),
    published: z.string().nullable(),
    sha256: z.string().nullable(),
    /** Whether the article's words are those of the report before. */
    same: z.boolean(),
  })
  .readonly();
export type Version = z.infer<typeof Version>;
