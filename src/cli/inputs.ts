import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import type { IntakeInput } from '../intake/index.ts';
import { AccordingtoError } from '../model/index.ts';
import type { Context } from './context.ts';

/** Flags of the commands that take reports in. */
export interface InputOptions {
  readonly published?: string;
  readonly jsonl?: readonly string[];
  readonly allowPrivate?: readonly string[];
  readonly recall?: boolean;
  readonly force?: boolean;
}

/** A commander parser for a flag that may be repeated. */
export const collect = (value: string, earlier: readonly string[] = []): readonly string[] => [...earlier, value];

export const defineInputs = (command: Command): Command =>
  command
    .argument('[inputs...]', 'files, folders, http(s) addresses, or - for standard input')
    .option('--published <date>', 'when the text came out, where the document does not say', checkDate)
    .option('--jsonl <file>', 'JSON Lines, plain or gzipped: {"id", "text" or "html", "published"?, …} a line (may be repeated)', collect)
    .option('--allow-private <cidr>', 'let addresses lead into this private network (may be repeated)', collect)
    .option('--recall', 'keep less sure statements too; each tells its confidence')
    .option('--force', 'read a text even where it is plainly not English');

/** One pass over inputs of one shape. */
export interface Pass {
  readonly inputs: readonly IntakeInput[];
  readonly jsonl: boolean;
}

/**
 * What to take in, in the order given: the arguments first, then the --jsonl files.
 * @throws AccordingtoError CLI_NO_INPUT when there is nothing.
 */
export function passesOf(context: Context, names: readonly string[], options: InputOptions): readonly Pass[] {
  const passes = [
    { inputs: names.map((name) => inputOf(context, name)), jsonl: false },
    { inputs: (options.jsonl ?? []).map((name) => inputOf(context, name)), jsonl: true },
  ].filter(({ inputs }) => inputs.length > 0);
  if (passes.length === 0) throw new AccordingtoError('CLI_NO_INPUT');
  return passes;
}

function inputOf(context: Context, name: string): IntakeInput {
  if (name === '-') return { kind: 'stdin', stream: context.streams.stdin };
  return /^https?:\/\//i.test(name) ? { kind: 'address', url: name } : { kind: 'path', path: name };
}

const GZIP = /\.gz$/i;

/** What the inputs weigh together, or null where that cannot be known before they are read. */
export async function weightOf(passes: readonly Pass[]): Promise<number | null> {
  let total = 0;
  for (const input of passes.flatMap(({ inputs }) => inputs)) {
    if (input.kind !== 'path' || GZIP.test(input.path)) return null;
    const found = await stat(input.path).catch(() => null);
    if (found?.isDirectory()) return null;
    total += found?.size ?? 0;
  }
  return total;
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?)?)?$/;

/** @throws AccordingtoError CLI_BAD_DATE for anything but a day, month or year of the calendar, or a date-time. */
export function checkDate(value: string): string {
  const [, year = '', month = '01', day = '01'] = DATE.exec(value) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  const real = year !== '' && !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day) && !Number.isNaN(Date.parse(value));
  if (!real) throw new AccordingtoError('CLI_BAD_DATE', { value });
  return value;
}

/** A commander parser for whole numbers. @throws AccordingtoError CLI_BAD_NUMBER */
export const wholeNumber =
  (option: string, low: number, high: number) =>
  (value: string): number => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < low || number > high) throw new AccordingtoError('CLI_BAD_NUMBER', { option, low, high, value });
    return number;
  };
