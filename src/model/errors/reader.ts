import type { ErrorEntry } from './problem.ts';

/** Codes of the reader room. Keys are stable: never rename one, never reuse one. */
export const READER_ERRORS = {
  READER_STEP_UNMET: {
    problem: 'The step {step} needs {layer}, which no earlier step adds.',
    remedy: 'Put a step that adds {layer} before it.',
    exit: 70,
    http: 500,
  },
} as const satisfies Record<string, ErrorEntry>;
