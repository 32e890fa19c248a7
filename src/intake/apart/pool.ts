import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Answer, Job } from './messages.ts';

/** How a document's reading ended: with what was found, or because its process did. */
export type Outcome =
  | Extract<Answer, { kind: 'read' }>
  | { readonly kind: 'slow' }
  | { readonly kind: 'memory' }
  | { readonly kind: 'crashed'; readonly reason: string }
  | { readonly kind: 'stopped' };

/**
 * Processes in which documents are parsed. Processes, not threads: a parser that runs out of memory can take every thread of its process
 * with it, and must cost one document, not the program. They start when they are first needed, are used again, and end when idle.
 */
export interface Pool {
  readonly read: (job: Job, signal?: AbortSignal) => Promise<Outcome>;
}

interface Waiting {
  readonly job: Job;
  readonly settle: (outcome: Outcome) => void;
}

/** One process, and what it is about. */
interface Hand {
  readonly child: ChildProcess;
  ready: boolean;
  waiting: Waiting | null;
  clock: NodeJS.Timeout | null;
}

const MOST = 4;
/** Milliseconds that a process may take to start, on a machine that is busy with other things too. */
const START = 180_000;
/** Milliseconds without work after which a process ends. */
const IDLE = 30_000;
/** How much of what a process may hold is for its heap: the rest is for buffers, and for the program itself. */
const HEAP_SHARE = 0.75;

const fromSource = import.meta.url.endsWith('.ts');
const WORKER = fileURLToPath(new URL(fromSource ? './worker.ts' : './worker.mjs', import.meta.url));

function start(file: string, memory: number): ChildProcess {
  const execArgv = [`--max-old-space-size=${Math.round(memory * HEAP_SHARE)}`, ...(fromSource ? ['--import', 'tsx'] : [])];
  // A parser needs nothing of what the environment holds, and gets nothing of it.
  return fork(file, [String(memory)], { execArgv, env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
}

/** Whether the program waits for this process. */
function hold({ child }: Hand, held: boolean): void {
  const channel = child.channel as { ref: () => void; unref: () => void } | null | undefined;
  for (const one of [child, channel]) held ? one?.ref() : one?.unref();
}

/** Why a process ended that was not told to: the heap's limit aborts it, the watch on its memory (or the system's) kills it. */
function endOf(status: number | null, signal: NodeJS.Signals | null): Outcome {
  if (signal === 'SIGABRT' || signal === 'SIGKILL' || status === 134) return { kind: 'memory' };
  return { kind: 'crashed', reason: `its parser ended (${signal ?? `status ${status}`})` };
}

export interface PoolOptions {
  /** How many MiB each process may hold. */
  readonly memory: number;
  /** What a process runs. */
  readonly file?: string;
  /** How many processes at most. */
  readonly most?: number;
}

/** A pool whose processes start when there is work for them. */
export function createPool({ memory, file = WORKER, most = Math.min(MOST, availableParallelism()) }: PoolOptions): Pool {
  const queue: Waiting[] = [];
  const hands = new Set<Hand>();

  const clock = (hand: Hand, milliseconds: number, then: () => void): void => {
    if (hand.clock) clearTimeout(hand.clock);
    hand.clock = setTimeout(then, milliseconds).unref();
  };
  /** The hand is out of the pool; what it was about has ended so. */
  const lose = (hand: Hand, outcome: Outcome): void => {
    if (!hands.delete(hand)) return;
    if (hand.clock) clearTimeout(hand.clock);
    hold(hand, false);
    hand.child.kill('SIGKILL');
    hand.waiting?.settle(outcome);
    // A process that never came to work says nothing of the document that was to be its first; but nobody else will read it either.
    if (!hand.ready) queue.shift()?.settle(outcome);
    serve();
  };
  const hear = (hand: Hand, answer: Answer): void => {
    const { waiting } = hand;
    hand.ready = true;
    hand.waiting = null;
    hold(hand, false);
    clock(hand, IDLE, () => lose(hand, { kind: 'stopped' }));
    if (answer.kind === 'read') waiting?.settle(answer);
    serve();
  };
  const grow = (): void => {
    const hand: Hand = { child: start(file, memory), ready: false, waiting: null, clock: null };
    hands.add(hand);
    clock(hand, START, () => lose(hand, { kind: 'crashed', reason: 'its parser did not start' }));
    hand.child.on('message', (answer: Answer) => hear(hand, answer));
    hand.child.on('error', (error) => lose(hand, { kind: 'crashed', reason: error.message }));
    hand.child.on('exit', (status, signal) => lose(hand, endOf(status, signal)));
  };
  const give = (hand: Hand, waiting: Waiting): void => {
    hand.waiting = waiting;
    hold(hand, true);
    clock(hand, waiting.job.limits.parseTimeout, () => lose(hand, { kind: 'slow' }));
    hand.child.send(waiting.job, (error) => error && lose(hand, { kind: 'crashed', reason: error.message }));
  };
  const serve = (): void => {
    for (const hand of hands) {
      const next = hand.ready && !hand.waiting ? queue.shift() : undefined;
      if (next) give(hand, next);
    }
    const starting = [...hands].filter(({ ready }) => !ready).length;
    for (let i = starting; i < queue.length && hands.size < most; i++) grow();
  };
  const drop = (waiting: Waiting): void => {
    const at = queue.indexOf(waiting);
    if (at >= 0) queue.splice(at, 1);
    for (const hand of hands) if (hand.waiting === waiting) lose(hand, { kind: 'stopped' });
  };

  return {
    read: (job, signal) =>
      new Promise((resolve) => {
        const stop = (): void => {
          drop(waiting);
          resolve({ kind: 'stopped' });
        };
        const waiting: Waiting = {
          job,
          settle: (outcome) => {
            signal?.removeEventListener('abort', stop);
            resolve(outcome);
          },
        };
        if (signal?.aborted) return resolve({ kind: 'stopped' });
        signal?.addEventListener('abort', stop, { once: true });
        queue.push(waiting);
        serve();
      }),
  };
}

const pools = new Map<number, Pool>();

/** The program's pool for that limit of memory (MiB): one for all that is taken in, whoever takes it in. */
export function poolFor(memory: number): Pool {
  const pool = pools.get(memory) ?? createPool({ memory });
  pools.set(memory, pool);
  return pool;
}
