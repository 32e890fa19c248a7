import { defineCommand } from '../command.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { withLedger } from '../rooms.ts';
import { plural } from '../terminal/words.ts';

/** Derives every table anew from the log. */
export const rebuild = defineCommand<LedgerOption>({
  name: 'rebuild',
  summary: 'derive every table anew from the log',
  examples: ['accordingto rebuild --ledger desk.db'],
  define: (command) => void defineLedger(command),
  run: async (context, _, options) =>
    withLedger(options.ledger, {}, async (ledger) => {
      await ledger.rebuild();
      const { reports, statements, entries } = await ledger.counts();
      context.say(`Rebuilt from ${plural(entries, 'entry', 'entries')}: ${plural(reports, 'report')}, ${plural(statements, 'statement')}.`);
    }),
});
