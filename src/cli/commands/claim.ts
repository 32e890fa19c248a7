import { AccordingtoError } from '../../model/index.ts';
import { defineCommand } from '../command.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { withLedger } from '../rooms.ts';
import { claimStory } from '../rows/views.ts';

/** One claim: who really says so, in which words, and how it stands to others. */
export const claim = defineCommand<LedgerOption & { readonly json?: boolean }>({
  name: 'claim',
  summary: 'one claim: who really says so, and in which words',
  examples: ['accordingto claim c1f00d2a3b4c5d'],
  define: (command) =>
    void defineLedger(command.argument('<id>', 'as accordingto claims prints it')).option('--json', 'as one JSON object'),
  run: async (context, [id = ''], options) =>
    withLedger(options.ledger, { readOnly: true }, async (ledger) => {
      const row = await ledger.row('claims', id);
      if (!row) throw new AccordingtoError('LEDGER_ROW_NOT_FOUND', { kind: 'claim', id });
      if (options.json) return context.out.line(JSON.stringify(row));
      for (const line of await claimStory(row, context, ledger)) await context.out.line(line);
    }),
});
