import { open } from 'node:fs/promises';
import { z } from 'zod';
import { AccordingtoError, Spans } from '../../model/index.ts';
import type { ScoredClaim } from './score.ts';

const Passage = z.object({ spans: Spans }).nullable().optional();
const Labelled = z.union([
  // What `accordingto read --json` prints, put right by a person.
  z.object({
    report: z.object({ id: z.string(), text: z.string() }),
    statements: z.array(z.object({ source: Passage, cue: Passage, content: z.object({ spans: Spans }), depth: z.number().optional() })),
  }),
  // Spans alone.
  z.object({
    id: z.string(),
    text: z.string(),
    claims: z.array(z.object({ source: Spans.optional(), cue: Spans.optional(), content: Spans })),
  }),
]);

/** One report that a person labelled. */
export interface LabelledReport {
  readonly id: string;
  readonly text: string;
  readonly claims: readonly ScoredClaim[];
}

/** A statement as far as it is compared. */
interface Comparable {
  readonly source?: { readonly spans: Spans } | null;
  readonly cue?: { readonly spans: Spans } | null;
  readonly content: { readonly spans: Spans };
  readonly depth?: number;
}

/** Outermost statements as claims: statements within statements are not compared. */
export const claimsOf = (statements: readonly Comparable[]): ScoredClaim[] =>
  statements
    .filter(({ depth = 0 }) => depth === 0)
    .map(({ source, cue, content }) => ({ source: source?.spans ?? [], cue: cue?.spans ?? [], content: content.spans }));

function labelled(line: string, file: string, number: number): LabelledReport {
  try {
    const row = Labelled.parse(JSON.parse(line));
    if ('report' in row) return { ...row.report, claims: claimsOf(row.statements) };
    return { ...row, claims: row.claims.map(({ source = [], cue = [], content }) => ({ source, cue, content })) };
  } catch (cause) {
    throw new AccordingtoError('CLI_NOT_LABELLED', { file, line: number }, { cause });
  }
}

/**
 * The labelled reports of a JSON Lines file, one at a time.
 * @throws AccordingtoError INTAKE_NOT_FOUND, CLI_NOT_LABELLED
 */
export async function* labelledReports(file: string): AsyncGenerator<LabelledReport> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new AccordingtoError('INTAKE_NOT_FOUND', { from: file }, { cause });
  });
  let number = 0;
  for await (const line of handle.readLines()) {
    number += 1;
    if (line.trim()) yield labelled(line, file, number);
  }
}
