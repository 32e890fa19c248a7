import { CLI_ERRORS } from './cli.ts';
import { INTAKE_ERRORS } from './intake.ts';
import { LEDGER_ERRORS } from './ledger.ts';
import { LINKING_ERRORS } from './linking.ts';
import type { ErrorEntry, Problem } from './problem.ts';
import { READER_ERRORS } from './reader.ts';
import { SERVER_ERRORS } from './server.ts';

/** Every error that accordingto can answer with. A test holds this, docs/errors.md and the code together. */
export const ERRORS = {
  ...INTAKE_ERRORS,
  ...READER_ERRORS,
  ...LEDGER_ERRORS,
  ...LINKING_ERRORS,
  ...SERVER_ERRORS,
  ...CLI_ERRORS,
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;
export type ErrorDetails = Readonly<Record<string, string | number>>;

const fill = (template: string, details: ErrorDetails): string =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in details ? String(details[name]) : whole));

/** The catalogue's row for `code` with its blanks filled. */
export function problem(code: ErrorCode, details: ErrorDetails = {}): Problem {
  const entry: ErrorEntry = ERRORS[code];
  return { code, problem: fill(entry.problem, details), remedy: fill(entry.remedy, details), exit: entry.exit, http: entry.http, details };
}

/** The one error class that is thrown on purpose. Anything else that is thrown is a fault of ours. */
export class AccordingtoError extends Error {
  readonly code: ErrorCode;
  readonly problem: Problem;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    const row = problem(code, details);
    super(`${row.code}: ${row.problem}`, options);
    this.name = 'AccordingtoError';
    this.code = code;
    this.problem = row;
  }
}
