import { z } from 'zod';

/** One published text. `id` is the one given (JSON Lines) or derived from the bytes; `sha256` is of the bytes as they came. */
export const Report = z
  .object({
    id: z.string(),
    from: z.string().nullable(),
    url: z.string().nullable(),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    byline: z.string().nullable(),
    /** EDTF date, or a date-time with offset; null where the document does not say. */
    published: z.string().nullable(),
    /** BCP 47, null where it could not be told. */
    language: z.string().nullable(),
    sha256: z.string(),
    /** The article's own words, paragraphs parted by a blank line. */
    text: z.string(),
  })
  .readonly();
export type Report = z.infer<typeof Report>;
