import { join } from 'node:path';
import { defineCommand } from '../command.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { packageRoot } from '../package-root.ts';
import { withLedger } from '../rooms.ts';
import { plural } from '../terminal/words.ts';

/** Links everything anew, as after an upgrade, and says what that changed. */
export const relink = defineCommand<LedgerOption>({
  name: 'relink',
  summary: 'link everything anew, as after an upgrade, and say what changed',
  examples: ['accordingto relink --ledger desk.db'],
  define: (command) => void defineLedger(command),
  run: async (context, _, options) =>
    withLedger(options.ledger, {}, async (ledger) => {
      const { createSentenceEncoder, relink: linkAnew } = await import('../../work/linking/index.ts');
      const before = { ...(await ledger.counts()), version: (await ledger.about()).linking };
      const encoder = await createSentenceEncoder(join(packageRoot, 'models', 'sentences'));
      try {
        await linkAnew(ledger, encoder);
      } finally {
        await encoder.close();
      }
      const after = { ...(await ledger.counts()), version: (await ledger.about()).linking };
      context.say(`Linking ${before.version ?? 'none'} → ${after.version ?? 'none'}.`);
      for (const kind of ['sources', 'claims', 'relations', 'tallies', 'forecasts'] as const)
        context.say(`${kind}: ${before[kind]} → ${plural(after[kind], kind.replace(/ies$/, 'y').replace(/s$/, ''), kind)}`);
    }),
});
