import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { runCommandLine } from '../../../src/cli/run.ts';

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** Makes standard output and standard error a terminal of this width. */
  readonly columns?: number;
  readonly abort?: AbortController;
  /** Called with each piece of standard output. */
  readonly onOut?: (text: string) => void;
}

/** Standard error without the lines that tell how far long work has come: on a busy machine even short work is long. */
export const withoutProgress = (err: string): string => err.replaceAll(/^(?:\[[#-]+\].*|\d+ reports?(?: {2}.*)?)\n/gm, '');

/** The command line in this process, with what it wrote. */
export async function run(argv: readonly string[], surroundings: Surroundings = {}): Promise<Outcome> {
  const { columns, env = {}, stdin = '', abort = new AbortController(), onOut } = surroundings;
  const written = { out: '', err: '' };
  const sink = (name: 'out' | 'err') =>
    Object.assign(
      new Writable({
        decodeStrings: false,
        write: (chunk: string, _, done) => {
          written[name] += chunk;
          if (name === 'out') onOut?.(chunk);
          done();
        },
      }),
      columns === undefined ? {} : { isTTY: true, columns },
    );
  const bytes = typeof stdin === 'string' ? Buffer.from(stdin) : stdin;
  const streams = { stdin: Readable.from(bytes.length > 0 ? [bytes] : []), stdout: sink('out'), stderr: sink('err'), env };
  const status = await runCommandLine(argv, streams, abort);
  return { status, ...written };
}

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'accordingto-cli-'));

export const jsonLines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
