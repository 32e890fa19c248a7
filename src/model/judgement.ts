import { z } from 'zod';

/** What a person decided. Appended to the log, never edited; a later judgement on the same thing is shown, the earlier kept. */
export const Judgement = z
  .discriminatedUnion('verdict', [
    z.object({ verdict: z.literal('confirm'), target: z.string(), by: z.string(), note: z.string().optional() }),
    z.object({ verdict: z.literal('reject'), target: z.string(), by: z.string(), note: z.string().optional() }),
    z.object({
      verdict: z.literal('correct'),
      target: z.string(),
      by: z.string(),
      field: z.string(),
      value: z.unknown(),
      note: z.string().optional(),
    }),
    z.object({ verdict: z.literal('join'), target: z.string(), with: z.string(), by: z.string(), note: z.string().optional() }),
    z.object({ verdict: z.literal('split'), target: z.string(), from: z.string(), by: z.string(), note: z.string().optional() }),
    z.object({
      verdict: z.literal('rate'),
      target: z.string(),
      rating: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
      by: z.string(),
      note: z.string().optional(),
    }),
    z.object({
      verdict: z.literal('resolve'),
      target: z.string(),
      outcome: z.enum(['fulfilled', 'failed', 'pending']),
      by: z.string(),
      note: z.string().optional(),
    }),
    z.object({ verdict: z.literal('undo'), target: z.string(), by: z.string(), note: z.string().optional() }),
  ])
  .readonly();
export type Judgement = z.infer<typeof Judgement>;
