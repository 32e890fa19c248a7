import type { ErrorEntry } from './problem.ts';

/** Codes of the linking room. Keys are stable: never rename one, never reuse one. */
export const LINKING_ERRORS = {
  LINKING_MODEL_MISSING: {
    problem: 'A network of linking is not where it should be: {path}.',
    remedy: 'Install accordingto again (npm install accordingto), or check the folder models out of the repository.',
    exit: 70,
    http: 500,
  },
  LINKING_MODEL_DAMAGED: {
    problem: 'A network of linking is damaged or cut short: {path}.',
    remedy: 'Install accordingto again (npm install accordingto), or check the folder models out of the repository.',
    exit: 70,
    http: 500,
  },
} as const satisfies Record<string, ErrorEntry>;
