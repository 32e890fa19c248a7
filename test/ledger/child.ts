import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ADDING = fileURLToPath(new URL('adding.ts', import.meta.url));

export interface Ended {
  readonly lines: readonly string[];
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Adding {
  readonly process: ChildProcess;
  /** Resolves with the first line. */
  readonly begun: Promise<string>;
  readonly ended: Promise<Ended>;
}

/** Starts a process that adds invented reports; `shell` runs before it in the same shell (limits). */
export function startAdding(path: string, howMany: number, batch = 1, shell = ''): Adding {
  const script = `${shell} exec "$0" --import tsx "$@"`;
  const child = spawn('bash', ['-c', script, process.execPath, ADDING, path, String(howMany), String(batch)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  let rest = '';
  let begin: (line: string) => void = () => undefined;
  const begun = new Promise<string>((resolve) => {
    begin = resolve;
  });
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    if (lines[0] !== undefined) begin(lines[0]);
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status, signal) => resolve({ lines, status, signal }));
  });
  return { process: child, begun, ended };
}
