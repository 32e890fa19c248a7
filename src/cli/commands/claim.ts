import type { Ledger } from '../../ledger/port.ts';
import { AccordingtoError } from '../../model/index.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { withLedger } from '../rooms.ts';
import { claimStory } from '../rows/views.ts';

interface Options extends LedgerOption {
  readonly json?: boolean;
  readonly statements?: boolean;
}

/** Every appearance, a page in memory at a time: there can be tens of thousands. */
async function writeStatements(ledger: Ledger, claim: string, { out }: Context): Promise<void> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof ledger.page<'statements'>>> = await ledger.page('statements', {
      filters: { claim },
      limit: 500,
      ...(cursor && { cursor }),
    });
    for (const row of page.rows) await out.line(JSON.stringify(row));
    cursor = page.next;
  } while (cursor !== null);
}

/** One claim: who really says so, in which words, and how it stands to others. */
export const claim = defineCommand<Options>({
  name: 'claim',
  summary: 'one claim: who really says so, and in which words',
  examples: ['accordingto claim c1f00d2a3b4c5d', 'accordingto claim c1f00d2a3b4c5d --json --statements'],
  define: (command) =>
    void defineLedger(command.argument('<id>', 'as accordingto claims prints it'))
      .option('--json', 'as one JSON object, with at most 500 of its statements')
      .option('--statements', 'with --json: then each of its statements, one a line, however many'),
  run: async (context, [id = ''], options) =>
    withLedger(options.ledger, { readOnly: true }, async (ledger) => {
      const row = await ledger.row('claims', id);
      if (!row) throw new AccordingtoError('LEDGER_ROW_NOT_FOUND', { kind: 'claim', id });
      if (options.json) {
        await context.out.line(JSON.stringify(row));
        if (options.statements) await writeStatements(ledger, id, context);
        return;
      }
      for (const line of await claimStory(row, context, ledger)) await context.out.line(line);
    }),
});
