import type { Ledger } from '../../ledger/port.ts';
import { linkNew } from './incremental.ts';
import { createNetworks } from './networks.ts';

export { linkNew } from './incremental.ts';
export { createNetworks, type Networks } from './networks.ts';
export { relink, withOwnVoice } from './relink.ts';
export { createSentenceEncoder, type SentenceEncoder } from './sentences.ts';
export { joinStories, vectorsOf } from './stories.ts';

/** Linking as the desk takes it; the networks in the folder of models are loaded when they are first needed. */
export function createLink(models: string): { readonly link: (ledger: Ledger) => Promise<void>; readonly close: () => Promise<void> } {
  let networks: ReturnType<typeof createNetworks> | null = null;
  return {
    link: async (ledger) => {
      networks ??= createNetworks(models);
      await linkNew(ledger, await networks);
    },
    close: async () => (await networks)?.close(),
  };
}
