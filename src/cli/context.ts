import type { Problem } from '../model/index.ts';
import { type Colours, createColours } from './terminal/colours.ts';
import { printable } from './terminal/printable.ts';
import { createWriter, type Writer } from './terminal/writer.ts';

/** The outside world as a command sees it: tests hand in their own. */
export interface Streams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Flags that every command takes. */
export interface CommonOptions {
  readonly quiet?: boolean;
  readonly debug?: boolean;
  /** False with --no-color. */
  readonly color?: boolean;
}

/** Why a run was aborted when whoever read our output stopped reading: the work ends, and that is no failure. */
export const OUTPUT_GONE = Symbol('output gone');

/** What a command is given beside its arguments. */
export interface Context {
  readonly streams: Streams;
  /** Aborted by Ctrl-C, SIGTERM, or a reader of our output that went away. */
  readonly signal: AbortSignal;
  readonly quiet: boolean;
  readonly debug: boolean;
  /** For standard output and for standard error: a terminal may be on one and not on the other. */
  readonly colours: Colours;
  readonly errorColours: Colours;
  /** Columns of standard output; 80 where it is no terminal. */
  readonly width: number;
  readonly out: Writer;
  /** One line for a person on standard error; nothing with --quiet. */
  readonly say: (line: string) => void;
  /** A problem: printed on standard error whatever --quiet says, and it raises the exit status. */
  readonly refuse: (problem: Problem) => void;
  /** Highest exit status so far. */
  readonly status: () => number;
}

const mayColour = (stream: Streams['stdout'], env: Streams['env'], options: CommonOptions): boolean => {
  if (options.color === false || (env.NO_COLOR ?? '') !== '') return false;
  if ((env.FORCE_COLOR ?? '') !== '') return env.FORCE_COLOR !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
};

/** A context over real or given streams. `abort` must be wired to the signals by the caller. */
export function createContext(streams: Streams, abort: AbortController, options: CommonOptions): Context {
  const errorColours = createColours(mayColour(streams.stderr, streams.env, options));
  let status = 0;
  return {
    streams,
    signal: abort.signal,
    quiet: options.quiet === true,
    debug: options.debug === true,
    colours: createColours(mayColour(streams.stdout, streams.env, options)),
    errorColours,
    width: Math.max(40, streams.stdout.columns ?? (Number(streams.env.COLUMNS) || 80)),
    out: createWriter(streams.stdout, () => abort.abort(OUTPUT_GONE)),
    say: (line) => {
      if (options.quiet !== true) streams.stderr.write(`${line}\n`);
    },
    refuse: (problem) => {
      status = Math.max(status, problem.exit);
      streams.stderr.write(problemLines(problem, errorColours));
    },
    status: () => status,
  };
}

/** The two lines of a problem: what is wrong with its code, and what to do. */
export const problemLines = (problem: Problem, colours: Colours): string =>
  `${colours.red(problem.code)} ${printable(problem.problem)}\n  ${colours.dim(printable(problem.remedy))}\n`;
