import { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';
import { AccordingtoError } from '../../model/index.ts';
import { arrivalOf, bytesOf } from '../arrival.ts';
import type { Format, Found } from '../formats/format.ts';
import type { Answer, Failure, Job, Sent } from './messages.ts';

// The heap has a limit of its own (--max-old-space-size); buffers outside it have none. While a parser holds this thread, another one looks.
const WATCH = `
const { workerData } = require('node:worker_threads');
setInterval(() => { if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL'); }, 50);
`;
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0]?.slice(0, 200) ?? '';

function failureOf(error: unknown): Failure {
  if (error instanceof AccordingtoError) return { code: error.code, details: error.problem.details };
  return { code: null, reason: messageOf(error) };
}

async function sent(found: Found, { bytes, limits }: Job): Promise<Sent> {
  if (found.kind === 'rejected') return found;
  if (found.kind === 'article') return { ...found, raw: found.raw === bytes ? null : found.raw };
  const { head, size, stream, ...about } = found.arrival;
  return { kind: 'part', about, bytes: await bytesOf(found.arrival, limits.maxBytes) };
}

const sizeOf = (one: Sent): number => {
  if (one.kind === 'rejected') return 0;
  return one.kind === 'part' ? one.bytes.length : one.text.length + (one.raw?.length ?? 0);
};

async function read(job: Job, formats: readonly Format[]): Promise<Answer> {
  const { about, bytes, limits } = job;
  const found: Sent[] = [];
  let output = 0;
  try {
    const format = formats.find(({ name }) => name === job.format);
    if (!format) throw new Error(`no format is called ${job.format}`);
    for await (const one of format.read(arrivalOf(bytes, about), { limits })) {
      const ready = await sent(one, job);
      output += sizeOf(ready);
      if (output > limits.maxOutput) throw new AccordingtoError('INTAKE_EXPANDS', { from: about.from, limit: limits.maxOutput });
      found.push(ready);
    }
    return { kind: 'read', found, failure: null };
  } catch (error) {
    return { kind: 'read', found, failure: failureOf(error) };
  }
}

/**
 * Makes this process one of the pool's: it reads one document at a time by one of the formats, whose parsers are given bytes and nothing
 * else. It ends itself when it holds more than `memory` MiB, and can be ended at any moment.
 */
export function serve(formats: readonly Format[], memory: number): void {
  // No parser asks the network for anything; should one try after all, it fails.
  Socket.prototype.connect = () => {
    throw new Error('a parser asked for the network');
  };
  new Worker(WATCH, { eval: true, execArgv: [], workerData: memory * 1024 * 1024 }).unref();
  process.on('message', async (job: Job) => process.send?.(await read(job, formats)));
  // Ctrl-C in a terminal reaches every process of the program; the one that gives the work says when to end.
  process.on('SIGINT', () => undefined);
  // Nobody is there to answer any more.
  process.on('disconnect', () => process.exit());
  process.send?.({ kind: 'ready' } satisfies Answer);
}
