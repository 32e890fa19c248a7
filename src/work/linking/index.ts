import type { Ledger } from '../../ledger/port.ts';
import { linkNew } from './incremental.ts';
import { createSentenceEncoder, type SentenceEncoder } from './sentences.ts';

export { linkNew } from './incremental.ts';
export { relink, withOwnVoice } from './relink.ts';
export { createSentenceEncoder, type SentenceEncoder } from './sentences.ts';
export { joinStories, vectorsOf } from './stories.ts';

/** Linking as the desk takes it; the sentence encoder in `folder` is loaded when it is first needed. */
export function createLink(folder: string): { readonly link: (ledger: Ledger) => Promise<void>; readonly close: () => Promise<void> } {
  let encoder: Promise<SentenceEncoder> | null = null;
  return {
    link: async (ledger) => {
      encoder ??= createSentenceEncoder(folder);
      await linkNew(ledger, await encoder);
    },
    close: async () => (await encoder)?.close(),
  };
}
