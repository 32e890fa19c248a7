import type { ErrorEntry } from './problem.ts';

/** Codes of the cli room. Keys are stable: never rename one, never reuse one. */
export const CLI_ERRORS = {
  CLI_FAULT: {
    problem: 'Something went wrong inside accordingto: {message}',
    remedy: 'Run the command again with --debug and report what it prints.',
    exit: 70,
    http: 500,
  },
} as const satisfies Record<string, ErrorEntry>;
