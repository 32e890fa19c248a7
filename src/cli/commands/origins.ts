import { problem } from '../../model/index.ts';
import { defineCommand } from '../command.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { withLedger } from '../rooms.ts';
import { claimStory } from '../rows/views.ts';

const MOST_CLAIMS = 5;

/** Answers "who really says so?" for the claims that some words lead to. */
export const origins = defineCommand<LedgerOption & { readonly json?: boolean }>({
  name: 'origins',
  summary: 'who really says so: the origins of the claims that some words lead to',
  examples: ['accordingto origins "1,500 troops"'],
  define: (command) =>
    void defineLedger(command.argument('<words...>', 'words of the claim')).option('--json', 'one JSON object a line, one line a claim'),
  run: async (context, words, options) =>
    withLedger(options.ledger, { readOnly: true }, async (ledger) => {
      const { rows } = await ledger.page('claims', { q: words.join(' '), limit: MOST_CLAIMS });
      if (rows.length === 0) return context.refuse(problem('CLI_NOTHING_FOUND', { words: words.join(' ') }));
      for (const [i, row] of rows.entries()) {
        if (options.json) await context.out.line(JSON.stringify(row));
        else for (const line of [...(i > 0 ? ['', ''] : []), ...(await claimStory(row, context, ledger))]) await context.out.line(line);
      }
    }),
});
