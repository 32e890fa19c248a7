import { z } from 'zod';
import { Span } from './span.ts';

/** A warning is data (after vfile-message): a rule's code, its place, and where it helps what was found and what was expected. */
export const Warning = z
  .object({
    code: z.string(),
    message: z.string(),
    span: Span.optional(),
    actual: z.string().optional(),
    expected: z.string().optional(),
  })
  .readonly();
export type Warning = z.infer<typeof Warning>;
