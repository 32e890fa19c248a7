import type { Context } from 'hono';
import { AccordingtoError, type ErrorCode, type ErrorDetails, type Problem, problem } from '../model/index.ts';

/** The body of an error answer: RFC 9457 problem details, with the catalogue's stable code and what to do next. */
export interface ProblemDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly remedy: string;
}

/** A catalogue row as problem details. */
export const toProblemDetails = (row: Problem): ProblemDetails => ({
  type: `urn:accordingto:error:${row.code}`,
  title: row.code.toLowerCase().replaceAll('_', ' '),
  status: row.http,
  detail: row.problem,
  code: row.code,
  remedy: row.remedy,
});

/** What was thrown, as a catalogue row: anything that was not thrown on purpose is a fault of ours. */
export function problemOf(error: unknown): Problem {
  if (error instanceof AccordingtoError) return error.problem;
  return problem('SERVER_FAULT', { message: error instanceof Error ? error.message : String(error) });
}

/** Answers with problem details. */
export function answerProblem(context: Context, row: Problem): Response {
  return context.body(JSON.stringify(toProblemDetails(row)), row.http as 400, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
}

/** Answers with the problem of a code. */
export const refuse = (context: Context, code: ErrorCode, details: ErrorDetails = {}): Response =>
  answerProblem(context, problem(code, details));
