import { CommanderError } from 'commander';
import { AccordingtoError, problem } from '../model/index.ts';
import { type CommonOptions, type Context, createContext, OUTPUT_GONE, type Streams } from './context.ts';
import { packageFile } from './package-root.ts';
import { asUsageError, createProgram } from './program.ts';

/** What a shell says of a program that Ctrl-C ended: 128 and the signal's number. */
export const INTERRUPTED = 130;

/**
 * One run of the command line.
 * @param argv what follows the program's name
 * @param abort aborted by the caller on Ctrl-C
 * @returns the exit status: 0 done, 1 something refused or not found, 2 a wrong command line, 70 a fault of ours, 130 interrupted
 */
export async function runCommandLine(argv: readonly string[], streams: Streams, abort: AbortController): Promise<number> {
  const early: CommonOptions = { color: !argv.includes('--no-color'), debug: argv.includes('--debug') };
  let context: Context | null = null;
  let interruptible = true;
  const program = createProgram(async (file, inputs, options) => {
    context = createContext(streams, abort, options);
    interruptible = file.untilStopped !== true;
    await file.run(context, inputs, options, program);
  }, streams.stdout);
  if (argv.length === 0) {
    program.outputHelp();
    return 0;
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (isInterrupted(abort.signal)) return INTERRUPTED;
    return fail(context ?? createContext(streams, abort, early), error, argv);
  }
  if (interruptible && isInterrupted(abort.signal)) return INTERRUPTED;
  return (context as Context | null)?.status() ?? 0;
}

const isInterrupted = (signal: AbortSignal): boolean => signal.aborted && signal.reason !== OUTPUT_GONE;

function fail(context: Context, error: unknown, argv: readonly string[]): number {
  const known = error instanceof CommanderError ? asUsageError(error, argv) : error;
  if (known instanceof AccordingtoError) {
    context.refuse(known.problem);
  } else {
    const message = known instanceof Error ? known.message : String(known);
    context.refuse(problem('CLI_FAULT', { message, where: packageFile.bugs.url }));
  }
  if (context.debug && error instanceof Error) context.streams.stderr.write(`${context.errorColours.dim(stackOf(error))}\n`);
  return context.status();
}

const stackOf = (error: Error): string =>
  error.cause instanceof Error ? `${error.stack}\ncaused by ${stackOf(error.cause)}` : String(error.stack);
