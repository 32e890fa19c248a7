import type { ErrorEntry } from './problem.ts';

/** Codes of the server room. Keys are stable: never rename one, never reuse one. */
export const SERVER_ERRORS = {
  SERVER_FOREIGN_ORIGIN: {
    problem: 'The request came from {origin}, which is not this page.',
    remedy: 'Open the page at its own address.',
    exit: 1,
    http: 403,
  },
} as const satisfies Record<string, ErrorEntry>;
