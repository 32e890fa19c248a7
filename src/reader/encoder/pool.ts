import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { AccordingtoError, type ErrorCode } from '../../model/index.ts';
import type { Attribution } from '../layers.ts';
import type { Answer, Job } from './jobs.ts';

/** How a text is read. */
export interface TextOptions {
  readonly threshold: number;
  readonly depth: number;
}

/**
 * Reads texts in several processes, each with a model of its own; an event loop is never held up. Processes, not threads: onnxruntime-node
 * corrupts memory when threads that use it come and go, and a native crash must cost one report, not the program.
 */
export interface Pool {
  readonly read: (texts: readonly string[], options: TextOptions) => Promise<readonly (readonly Attribution[])[]>;
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  readonly folder: string;
  /** How many processes; by default one a core, at most eight. */
  readonly workers?: number;
}

interface Waiting {
  readonly job: Job;
  readonly resolve: (attributions: readonly Attribution[]) => void;
  readonly reject: (error: Error) => void;
}

const MOST_WORKERS = 8;

function start(folder: string): ChildProcess {
  const fromSource = import.meta.url.endsWith('.ts');
  const file = fileURLToPath(new URL(fromSource ? './worker.ts' : './worker.mjs', import.meta.url));
  const execArgv = fromSource ? ['--import', 'tsx'] : [];
  return fork(file, [folder], { execArgv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

/** Whether the program waits for this process. */
function hold(worker: ChildProcess, held: boolean): void {
  const channel = worker.channel as { ref: () => void; unref: () => void } | null | undefined;
  for (const one of [worker, channel]) held ? one?.ref() : one?.unref();
}

function errorOf(answer: Exclude<Answer, { attributions: unknown }>): Error {
  return answer.code ? new AccordingtoError(answer.code as ErrorCode, answer.details) : new Error(answer.message);
}

/** A pool whose processes start when they are first needed. */
export function createPool({ folder, workers = Math.min(MOST_WORKERS, availableParallelism()) }: PoolOptions): Pool {
  const queue: Waiting[] = [];
  const processes = new Map<ChildProcess, Waiting | null>();
  let counted = 0;
  let closed = false;

  const lost = (worker: ChildProcess, error: unknown): void => {
    const waiting = processes.get(worker);
    processes.delete(worker);
    waiting?.reject(new AccordingtoError('READER_WORKER_LOST', { message: error instanceof Error ? error.message : String(error) }));
    serve();
  };
  const grow = (): void => {
    const worker = start(folder);
    hold(worker, false);
    processes.set(worker, null);
    worker.on('message', (answer: Answer) => {
      const waiting = processes.get(worker);
      processes.set(worker, null);
      hold(worker, false);
      if (waiting) 'attributions' in answer ? waiting.resolve(answer.attributions) : waiting.reject(errorOf(answer));
      serve();
    });
    worker.on('error', (error) => lost(worker, error));
    worker.on('exit', (status, signal) => processes.has(worker) && lost(worker, signal ?? `exit status ${status}`));
  };
  const serve = (): void => {
    if (closed) return;
    const idle = [...processes].filter(([, waiting]) => waiting === null).length;
    for (let i = idle; i < queue.length && processes.size < workers; i += 1) grow();
    for (const [worker, waiting] of processes) {
      if (waiting !== null) continue;
      const next = queue.shift();
      if (!next) return;
      processes.set(worker, next);
      hold(worker, true);
      worker.send(next.job);
    }
  };
  const read = (texts: readonly string[], options: TextOptions): Promise<readonly (readonly Attribution[])[]> => {
    const answers = texts.map(
      (text) =>
        new Promise<readonly Attribution[]>((resolve, reject) => {
          counted += 1;
          queue.push({ job: { id: counted, text, ...options }, resolve, reject });
        }),
    );
    serve();
    return Promise.all(answers);
  };
  const close = async (): Promise<void> => {
    closed = true;
    const all = [...processes.keys()];
    processes.clear();
    const end = (worker: ChildProcess): Promise<unknown> => {
      // Held, or a program with nothing else to do would end before its workers have.
      hold(worker, true);
      return new Promise((resolve) => worker.once('exit', resolve).kill('SIGKILL'));
    };
    await Promise.all(all.map(end));
  };
  return { read, close };
}
