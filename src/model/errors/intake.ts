import type { ErrorEntry } from './problem.ts';

/** Codes of the intake room. Keys are stable: never rename one, never reuse one. */
export const INTAKE_ERRORS = {
  INTAKE_EMPTY: {
    problem: '{from} holds no text.',
    remedy: 'Give a file with an article in it.',
    exit: 1,
    http: 422,
  },
  INTAKE_NOT_FOUND: {
    problem: '{from} does not exist.',
    remedy: 'Check the path.',
    exit: 1,
    http: 404,
  },
  INTAKE_TOO_LARGE: {
    problem: '{from} is larger than {limit} bytes.',
    remedy: 'Split it, or give JSON Lines (--jsonl), which is read line by line.',
    exit: 1,
    http: 413,
  },
} as const satisfies Record<string, ErrorEntry>;
