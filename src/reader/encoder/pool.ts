import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AccordingtoError, type ErrorCode } from '../../model/index.ts';
import type { Attribution } from '../layers.ts';
import type { Answer, Job, WorkerStart } from './jobs.ts';

/** How a text is read. */
export interface TextOptions {
  readonly threshold: number;
  readonly depth: number;
}

/** Reads texts on several threads, each with a model of its own; an event loop is never held up. */
export interface Pool {
  readonly read: (texts: readonly string[], options: TextOptions) => Promise<readonly (readonly Attribution[])[]>;
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  readonly folder: string;
  /** How many threads; by default one a core, at most eight. */
  readonly workers?: number;
}

interface Waiting {
  readonly job: Job;
  readonly resolve: (attributions: readonly Attribution[]) => void;
  readonly reject: (error: Error) => void;
}

const MOST_WORKERS = 8;

function start(folder: string): Worker {
  const workerData: WorkerStart = { folder, threads: 1 };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./worker.mjs', import.meta.url), { workerData });
  // Run from its source, the worker needs tsx in its own thread.
  const file = JSON.stringify(new URL('./worker.ts', import.meta.url).href);
  return new Worker(`import('tsx/esm/api').then(({ register }) => { register(); return import(${file}); })`, { eval: true, workerData });
}

function errorOf(answer: Exclude<Answer, { attributions: unknown }>): Error {
  return answer.code ? new AccordingtoError(answer.code as ErrorCode, answer.details) : new Error(answer.message);
}

/** A pool whose threads start when they are first needed. */
export function createPool({ folder, workers = Math.min(MOST_WORKERS, availableParallelism()) }: PoolOptions): Pool {
  const queue: Waiting[] = [];
  const threads = new Map<Worker, Waiting | null>();
  let counted = 0;
  let closed = false;

  const lost = (worker: Worker, error: unknown): void => {
    const waiting = threads.get(worker);
    threads.delete(worker);
    waiting?.reject(new AccordingtoError('READER_WORKER_LOST', { message: error instanceof Error ? error.message : String(error) }));
    serve();
  };
  const grow = (): void => {
    const worker = start(folder);
    worker.unref();
    threads.set(worker, null);
    worker.on('message', (answer: Answer) => {
      const waiting = threads.get(worker);
      threads.set(worker, null);
      worker.unref();
      if (waiting) 'attributions' in answer ? waiting.resolve(answer.attributions) : waiting.reject(errorOf(answer));
      serve();
    });
    worker.on('error', (error) => lost(worker, error));
    worker.on('exit', (status) => threads.has(worker) && lost(worker, `exit status ${status}`));
  };
  const serve = (): void => {
    if (closed) return;
    const idle = [...threads].filter(([, waiting]) => waiting === null).length;
    for (let i = idle; i < queue.length && threads.size < workers; i += 1) grow();
    for (const [worker, waiting] of threads) {
      if (waiting !== null) continue;
      const next = queue.shift();
      if (!next) return;
      threads.set(worker, next);
      worker.ref();
      worker.postMessage(next.job);
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
    const all = [...threads.keys()];
    threads.clear();
    await Promise.all(all.map((worker) => worker.terminate()));
  };
  return { read, close };
}
