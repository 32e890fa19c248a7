import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { AccordingtoError, type ErrorCode } from '../../model/index.ts';
import type { Attribution } from '../layers.ts';
import type { Answer, Job, Model } from './jobs.ts';
import { manifestOf } from './node.ts';

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
  /** Starts processes for so many texts that are about to come, so that their models load meanwhile. */
  readonly expect: (texts: number) => void;
  readonly read: (texts: readonly string[], options: TextOptions) => Promise<readonly (readonly Attribution[])[]>;
  readonly close: () => Promise<void>;
}

export interface PoolOptions {
  readonly folder: string;
  /** How many processes; by default one a core, at most eight. */
  readonly workers?: number;
  /** How a process is started. Other than by default in tests alone: no memory is left for one, say. */
  readonly start?: (model: Model) => ChildProcess;
}

interface Waiting {
  readonly job: Job;
  readonly resolve: (attributions: readonly Attribution[]) => void;
  readonly reject: (error: Error) => void;
}

const MOST_WORKERS = 8;
/** A worker has this many texts, the one it reads and those that it will go on with at once, while this process is busy with something else. */
const MOST_HELD = 2;
/** A longer text waits for a worker that is free: nothing may wait behind it. */
const LONGEST_HELD = 20_000;

/** A process that loads `model`. */
export function startWorker(model: Model): ChildProcess {
  const fromSource = import.meta.url.endsWith('.ts');
  const file = fileURLToPath(new URL(fromSource ? './worker.ts' : './worker.mjs', import.meta.url));
  const execArgv = fromSource ? ['--import', 'tsx'] : [];
  const worker = fork(file, [], { execArgv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  worker.send(model);
  return worker;
}

/** Whether the program waits for this process. */
function hold(worker: ChildProcess, held: boolean): void {
  const channel = worker.channel as { ref: () => void; unref: () => void } | null | undefined;
  for (const one of [worker, channel]) held ? one?.ref() : one?.unref();
}

function errorOf(answer: Exclude<Answer, { attributions: unknown }>): Error {
  return answer.code ? new AccordingtoError(answer.code as ErrorCode, answer.details) : new Error(answer.message);
}

const refusal = (error: unknown): AccordingtoError =>
  new AccordingtoError('READER_WORKER_LOST', { message: error instanceof Error ? error.message : String(error) });

/** Signals that a program gets where memory runs out, by its own heap's limit (SIGABRT, SIGTRAP) or the system's (SIGKILL), or that a native crash ends in. */
const OUT_OF_MEMORY: ReadonlySet<string> = new Set(['SIGABRT', 'SIGTRAP', 'SIGKILL', 'SIGSEGV']);
function endOf(status: number | null, signal: string | null): string {
  if (signal === null) return `exit status ${status}`;
  return OUT_OF_MEMORY.has(signal) ? `${signal}, as where memory runs out` : signal;
}

/** Whether a text may be given to a worker that has one already. */
const isShort = ({ job }: Waiting): boolean => job.text.length <= LONGEST_HELD;

/**
 * A pool whose processes start when they are first needed.
 * @throws AccordingtoError READER_MODEL_MISSING, READER_MODEL_DAMAGED, READER_MODEL_VERSION
 */
export function createPool({ folder, workers = Math.min(MOST_WORKERS, availableParallelism()), start = startWorker }: PoolOptions): Pool {
  const model: Model = { folder, manifest: manifestOf(folder) };
  const queue: Waiting[] = [];
  /** What each process has, in the order in which it reads it. */
  const processes = new Map<ChildProcess, Waiting[]>();
  let counted = 0;
  let closed = false;

  const lost = (worker: ChildProcess, error: unknown): void => {
    const [reading, ...next] = processes.get(worker) ?? [];
    processes.delete(worker);
    queue.unshift(...next); // not at fault
    reading?.reject(refusal(error));
    serve();
  };
  const answered = (worker: ChildProcess, answer: Answer): void => {
    const held = processes.get(worker) ?? [];
    const reading = held.shift();
    if (held.length === 0) hold(worker, false);
    if (reading) 'attributions' in answer ? reading.resolve(answer.attributions) : reading.reject(errorOf(answer));
    serve();
  };
  /** One process more; false where the system gives none (no memory, too many). Where there is not one, a report pays for the try. */
  const grow = (): boolean => {
    let worker: ChildProcess;
    try {
      worker = start(model);
    } catch (error) {
      if (processes.size === 0) queue.shift()?.reject(refusal(error));
      return false;
    }
    hold(worker, false);
    processes.set(worker, []);
    worker.on('message', (answer: Answer) => answered(worker, answer));
    worker.on('error', (error) => processes.has(worker) && lost(worker, error));
    worker.on('exit', (status, signal) => processes.has(worker) && lost(worker, endOf(status, signal)));
    return true;
  };
  const give = (worker: ChildProcess, held: Waiting[]): void => {
    const next = queue.shift() as Waiting;
    held.push(next);
    hold(worker, true);
    worker.send(next.job);
  };
  const serve = (): void => {
    if (closed) return;
    let idle = [...processes.values()].filter(({ length }) => length === 0).length;
    while (idle < queue.length && processes.size < workers) {
      if (grow()) idle += 1;
      else if (processes.size > 0) break;
    }
    for (const [worker, held] of processes) if (held.length === 0 && queue.length > 0) give(worker, held);
    // Only where more wait than there are processes: the last ones go to whoever is free first.
    for (const [worker, held] of processes) {
      while (queue.length > processes.size && held.length < MOST_HELD && held.every(isShort) && isShort(queue[0] as Waiting))
        give(worker, held);
    }
  };
  const expect = (texts: number): void => {
    while (!closed && processes.size < Math.min(workers, texts) && grow());
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
  return { expect, read, close };
}
