import { z } from 'zod';

/** What can be judged. A decision is one that the machine made in linking, a row of its own. */
export const JUDGED_KINDS = ['report', 'statement', 'claim', 'source', 'relation', 'forecast', 'decision'] as const;
export type JudgedKind = (typeof JUDGED_KINDS)[number];

/** Who decided, with what words; and what the ledger notes beside it when it is written. */
const common = {
  target: z.string().min(1).max(1000),
  by: z.string().min(1).max(200),
  note: z.string().max(4000).optional(),
  /** What the target is. Noted when the judgement is written. */
  kind: z.enum(JUDGED_KINDS).optional(),
  /**
   * The statements that the target stood for when it was judged (a claim's, the first hundreds). Ids of claims hang on what else
   * is in the ledger; statements' do not: by these a judgement is found again after every relink.
   */
  members: z.array(z.string()).max(1000).readonly().optional(),
  /** The same for what it is joined with or split from. */
  against: z.array(z.string()).max(1000).readonly().optional(),
};

/** What a person decided. Appended to the log, never edited; a later judgement on the same thing is shown, the earlier kept. */
export const Judgement = z
  .discriminatedUnion('verdict', [
    z.object({ verdict: z.literal('confirm'), ...common }),
    z.object({ verdict: z.literal('reject'), ...common }),
    z.object({
      verdict: z.literal('correct'),
      ...common,
      field: z.string().min(1).max(100),
      value: z.unknown(),
      /** What the machine had there, kept beside. Noted when the judgement is written. */
      machine: z.unknown().optional(),
    }),
    z.object({ verdict: z.literal('join'), ...common, with: z.string().min(1).max(1000) }),
    z.object({ verdict: z.literal('split'), ...common, from: z.string().min(1).max(1000) }),
    z.object({ verdict: z.literal('rate'), ...common, rating: z.enum(['A', 'B', 'C', 'D', 'E', 'F']) }),
    z.object({
      verdict: z.literal('resolve'),
      ...common,
      outcome: z.enum(['fulfilled', 'failed', 'pending']),
      /** The statement that settles it. */
      resolvedBy: z.string().max(1000).optional(),
    }),
    z.object({ verdict: z.literal('undo'), ...common }),
  ])
  .readonly();
export type Judgement = z.infer<typeof Judgement>;
export type Verdict = Judgement['verdict'];

/** A judgement that stands (nobody undid it), with its place in the log. */
export interface Ruling {
  readonly sequence: number;
  readonly at: string;
  readonly judgement: Judgement;
}

/** A field that a person corrected: what is shown, and what the machine had. */
export const Correction = z
  .object({ field: z.string(), value: z.unknown(), machine: z.unknown(), by: z.string(), at: z.string(), sequence: z.number().int() })
  .readonly();
export type Correction = z.infer<typeof Correction>;

/** What people decided about a row, as the row shows it. */
export const Judged = z
  .object({
    verdict: z.enum(['confirmed', 'rejected']).optional(),
    rating: z.string().optional(),
    /** What a person said became of a forecast, and what the machine had. */
    outcome: z.object({ value: z.string(), machine: z.string() }).readonly().optional(),
    by: z.string().optional(),
    at: z.string().optional(),
    sequence: z.number().int().optional(),
    corrections: z.array(Correction).readonly().optional(),
    /** Judgements of others that say something else: kept in the log, not shown in the row. */
    conflicts: z
      .array(z.object({ sequence: z.number().int(), by: z.string(), said: z.string() }).readonly())
      .readonly()
      .optional(),
  })
  .readonly();
export type Judged = z.infer<typeof Judged>;
