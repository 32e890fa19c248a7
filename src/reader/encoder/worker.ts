import { AccordingtoError } from '../../model/index.ts';
import { readText } from '../said/neural/read.ts';
import type { Answer, Job } from './jobs.ts';
import { openNetworks } from './node.ts';

// A process of the pool: one model of its own, one text at a time. Its first argument is the model's folder.
const networks = openNetworks(process.argv[2]);
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

process.on('message', async (job: Job) => process.send?.(await answer(job)));
// Ctrl-C in a terminal reaches every process of the program; what is being read is still wanted, the pool says when to end.
process.on('SIGINT', () => undefined);
// The pool is gone: there is nobody to answer.
process.on('disconnect', () => process.exit());
