import type { ErrorEntry } from './problem.ts';

/** Codes of the ledger room. Keys are stable: never rename one, never reuse one. */
export const LEDGER_ERRORS = {
  LEDGER_NOT_FOUND: {
    problem: 'There is no ledger at {path}.',
    remedy: 'Make one with accordingto add, or name another with --ledger.',
    exit: 1,
    http: 404,
  },
  LEDGER_ROW_NOT_FOUND: {
    problem: 'The ledger has no {kind} with the id {id}.',
    remedy: 'Look for it with accordingto search.',
    exit: 1,
    http: 404,
  },
} as const satisfies Record<string, ErrorEntry>;
