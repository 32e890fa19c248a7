import type { ErrorEntry } from './problem.ts';

/** Codes of the linking room. Keys are stable: never rename one, never reuse one. */
export const LINKING_ERRORS = {} as const satisfies Record<string, ErrorEntry>;
