import { z } from 'zod';
import { Report } from './report.ts';
import { Spans } from './span.ts';
import { Place, Quantity, SourceKind, Statement, Time } from './statement.ts';
import { Warning } from './warning.ts';

/** Somebody or something that the report speaks of, with every mention. */
export const Entity = z.object({ name: z.string(), kind: SourceKind, mentions: Spans }).readonly();
export type Entity = z.infer<typeof Entity>;

/** What the reader found in one report: one line of `accordingto read --json`. */
export const Reading = z
  .object({
    report: Report,
    statements: z.array(Statement).readonly(),
    /** Sentences that nobody but the outlet vouches for, in the shape of statements: linking needs them, the attribution does not. */
    unattributed: z.array(Statement).readonly().optional(),
    times: z.array(Time).readonly(),
    places: z.array(Place).readonly(),
    quantities: z.array(Quantity).readonly(),
    entities: z.array(Entity).readonly(),
    warnings: z.array(Warning).readonly(),
    /** Name and version of the reader that made this. */
    reader: z.string().optional(),
  })
  .readonly();
export type Reading = z.infer<typeof Reading>;
