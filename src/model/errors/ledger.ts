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
  LEDGER_NOT_A_LEDGER: {
    problem: '{path} is not a ledger.',
    remedy: 'Check the path, or name a new file with --ledger.',
    exit: 1,
    http: 422,
  },
  LEDGER_NEWER: {
    problem: '{path} was written by a newer accordingto (its version is {found}, this one knows {known}).',
    remedy: 'Update accordingto.',
    exit: 1,
    http: 409,
  },
  LEDGER_READ_ONLY: {
    problem: '{path} cannot be written: {reason}.',
    remedy: 'Give the folder and the file write permission, or keep the ledger elsewhere with --ledger.',
    exit: 1,
    http: 403,
  },
  LEDGER_BUSY: {
    problem: '{path} is being written by {holder}.',
    remedy: 'Wait until that is done and run the command again: what was stored stays stored.',
    exit: 1,
    http: 503,
  },
  LEDGER_DISK_FULL: {
    problem: '{path} cannot grow: {reason}. Nothing of this change was stored.',
    remedy: 'Make room on the disk and run the command again: what was stored stays stored.',
    exit: 1,
    http: 507,
  },
  LEDGER_DAMAGED: {
    problem: '{path} is damaged: {reason}.',
    remedy: 'Run accordingto verify to see what is hurt, then accordingto rebuild, or go back to a copy.',
    exit: 1,
    http: 500,
  },
  LEDGER_BYTES_DIFFER: {
    problem: 'The bytes handed over for {report} do not have the hash that came with them.',
    remedy: 'Give the report again from its file or address.',
    exit: 70,
    http: 500,
  },
  LEDGER_QUERY_FILTER: {
    problem: 'There is no filter {filter} for {kind}.',
    remedy: 'Use one of: {known}.',
    exit: 2,
    http: 400,
  },
  LEDGER_QUERY_VALUE: {
    problem: '{value} is no value for {filter}.',
    remedy: 'Give {expected}.',
    exit: 2,
    http: 400,
  },
  LEDGER_QUERY_CURSOR: {
    problem: 'The cursor {cursor} is not one that this ledger gave for these rows.',
    remedy: 'Begin again without a cursor.',
    exit: 2,
    http: 400,
  },
  JUDGE_NOT_FOUND: {
    problem: 'There is nothing to judge under {target}.',
    remedy: 'Give an id as the lists print it: of a report, statement, claim, source, forecast, relation or decision.',
    exit: 1,
    http: 404,
  },
  JUDGE_NOT_SO: {
    problem: 'One cannot {verdict} a {kind}.',
    remedy: 'Give {instead}.',
    exit: 2,
    http: 422,
  },
  JUDGE_FIELD: {
    problem: 'A {kind} has no field {field} that can be corrected.',
    remedy: 'Use one of: {known}.',
    exit: 2,
    http: 422,
  },
  JUDGE_VALUE: {
    problem: '{value} is no value for {field}.',
    remedy: 'Give {expected}.',
    exit: 2,
    http: 422,
  },
  JUDGE_NOT_UNDOABLE: {
    problem: 'Judgement {target} cannot be undone: {reason}.',
    remedy: 'accordingto judge list prints every judgement with its number.',
    exit: 1,
    http: 409,
  },
} as const satisfies Record<string, ErrorEntry>;
