import { AccordingtoError } from '../../model/errors/catalogue.ts';
import { readText } from '../said/neural/read.ts';
import type { Answer, Job, Model } from './jobs.ts';
import { loadNetworks } from './load.ts';
import type { Networks } from './networks.ts';

// A process of the pool: one model of its own, one text at a time. It is told its model first, then texts.
let networks: Promise<Networks> | null = null;
let last: Promise<unknown> = Promise.resolve();

async function answer({ id, text, threshold, depth }: Job): Promise<Answer> {
  try {
    return { id, attributions: await readText(await (networks as Promise<Networks>), text, { threshold, depth }) };
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

process.on('message', (message: Model | Job) => {
  if ('manifest' in message) {
    networks = loadNetworks(message.folder, message.manifest);
    networks.catch(() => undefined); // told to each job
  } else {
    last = last.then(async () => process.send?.(await answer(message)));
  }
});
// Ctrl-C in a terminal reaches every process of the program; what is being read is still wanted, the pool says when to end.
process.on('SIGINT', () => undefined);
// The pool is gone: there is nobody to answer.
process.on('disconnect', () => process.exit());
