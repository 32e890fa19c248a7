import type { ErrorEntry } from './problem.ts';

/** Codes of the reader room. Keys are stable: never rename one, never reuse one. */
export const READER_ERRORS = {
  READER_STEP_UNMET: {
    problem: 'The step {step} needs {layer}, which no earlier step adds.',
    remedy: 'Put a step that adds {layer} before it.',
    exit: 70,
    http: 500,
  },
  READER_MODEL_MISSING: {
    problem: 'The reader’s model is not where it should be: {path}.',
    remedy: 'Install accordingto again (npm install accordingto), or check models/reader out of the repository.',
    exit: 70,
    http: 500,
  },
  READER_MODEL_DAMAGED: {
    problem: 'The reader’s model is damaged or cut short: {path}.',
    remedy: 'Install accordingto again (npm install accordingto), or check models/reader out of the repository.',
    exit: 70,
    http: 500,
  },
  READER_MODEL_VERSION: {
    problem: 'The reader’s model ({path}) is of version {version}; this program reads version {wanted}.',
    remedy: 'Install a model and a program of one release: npm install accordingto.',
    exit: 70,
    http: 500,
  },
  READER_WORKER_LOST: {
    problem: 'The process that read this report stopped: {message}.',
    remedy: 'Read the report by itself; where it stops again, cut it into parts.',
    exit: 1,
    http: 500,
  },
  READER_GAZETTEER_BROKEN: {
    problem: 'The gazetteer is missing or damaged: {path}.',
    remedy: 'Install accordingto again (npm install accordingto), or build it: see docs/where.md.',
    exit: 70,
    http: 500,
  },
} as const satisfies Record<string, ErrorEntry>;
