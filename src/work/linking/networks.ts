import { join } from 'node:path';
import { type BearingNetwork, createBearingNetwork } from './bearing.ts';
import { createSentenceEncoder, type SentenceEncoder } from './sentences.ts';

/** The small networks that linking asks. */
export interface Networks {
  /** Turns contents into vectors: what is near in meaning is near in direction. */
  readonly sentences: Pick<SentenceEncoder, 'encode'>;
  /** Tells how a later statement bears on an earlier one. */
  readonly bearing: Pick<BearingNetwork, 'judge'>;
}

/** The networks in a folder of models (`sentences`, `bearing`). @throws AccordingtoError LINKING_MODEL_MISSING, LINKING_MODEL_DAMAGED */
export async function createNetworks(models: string): Promise<Networks & { readonly close: () => Promise<void> }> {
  const sentences = await createSentenceEncoder(join(models, 'sentences'));
  const bearing = await createBearingNetwork(join(models, 'bearing'), join(models, 'sentences'));
  const close = async (): Promise<void> => {
    await sentences.close();
    await bearing.close();
  };
  return { sentences, bearing, close };
}
