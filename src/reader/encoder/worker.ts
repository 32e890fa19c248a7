import { parentPort, workerData } from 'node:worker_threads';
import { AccordingtoError } from '../../model/index.ts';
import { readText } from '../said/neural/read.ts';
import type { Answer, Job, WorkerStart } from './jobs.ts';
import { openNetworks } from './node.ts';

// A thread of the pool: one model of its own, one text at a time.
const { folder, threads } = workerData as WorkerStart;
const networks = openNetworks(folder, threads);
networks.catch(() => undefined); // told to each job below

async function answer({ id, text, threshold, depth }: Job): Promise<Answer> {
  try {
    return { id, attributions: await readText(await networks, text, { threshold, depth }) };
  } catch (error) {
    const known = error instanceof AccordingtoError ? error.problem : null;
    return {
      id,
      code: known?.code ?? null,
      details: known?.details ?? {},
      message: error instanceof Error ? error.message : String(error),
    };
  }
}

parentPort?.on('message', async (job: Job) => parentPort?.postMessage(await answer(job)));
