import type { ErrorEntry } from './problem.ts';

/** Codes of the cli room and of work. Keys are stable: never rename one, never reuse one. */
export const CLI_ERRORS = {
  CLI_FAULT: {
    problem: 'Something went wrong inside accordingto: {message}',
    remedy: 'Run the command again with --debug and report what it prints.',
    exit: 70,
    http: 500,
  },
  WORK_READER_FAILED: {
    problem: '{from} could not be read: {message}',
    remedy: 'The other reports were read. Send us this one, or its first lines, with the message.',
    exit: 70,
    http: 500,
  },
} as const satisfies Record<string, ErrorEntry>;
