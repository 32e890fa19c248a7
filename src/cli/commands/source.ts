import { AccordingtoError } from '../../model/index.ts';
import { defineCommand } from '../command.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { withLedger } from '../rooms.ts';
import { standingLines } from '../rows/standing.ts';
import { oneLine } from '../terminal/printable.ts';
import { wrap } from '../terminal/wrap.ts';

const MOST_SHOWN = 100;
const MOST_TALLIES = 200;

/** One source: every name it goes by, how it stands, and what it said. */
export const source = defineCommand<LedgerOption & { readonly json?: boolean }>({
  name: 'source',
  summary: 'one source: every name it goes by, whom it cites and who cites it, its record, and what it said',
  examples: ['accordingto source s1f00d2a3b4c5d'],
  define: (command) =>
    void defineLedger(command.argument('<id>', 'as accordingto sources prints it')).option(
      '--json',
      'one JSON object a line: the source, then its statements',
    ),
  run: async (context, [id = ''], options) =>
    withLedger(options.ledger, { readOnly: true }, async (ledger) => {
      const row = await ledger.row('sources', id);
      if (!row) throw new AccordingtoError('LEDGER_ROW_NOT_FOUND', { kind: 'source', id });
      const { standingOf } = await import('../../server/details/source.ts');
      const tallies = (await ledger.page('tallies', { filters: { source: id }, limit: MOST_TALLIES })).rows;
      const standing = await standingOf(ledger, row, tallies);
      const { rows, next } = await ledger.page('statements', { filters: { sourceId: id }, limit: MOST_SHOWN });
      if (options.json) {
        for (const one of [{ ...row, standing }, ...rows]) await context.out.line(JSON.stringify(one));
        return;
      }
      await context.out.line(`${context.colours.bold(oneLine(row.name))} (${row.kind})`);
      if (row.aliases.length > 0)
        for (const line of wrap(`also ${row.aliases.map(oneLine).join(' · ')}`, context.width)) await context.out.line(line);
      for (const line of standingLines(standing, row, context)) await context.out.line(line);
      for (const { cue, content, saidWhen } of rows) {
        const words = `${[saidWhen, cue?.text]
          .filter(Boolean)
          .map((part) => oneLine(part as string))
          .join(' · ')} “${oneLine(content.text)}”`;
        for (const line of wrap(words.trim(), context.width - 2)) await context.out.line(`  ${line}`);
      }
      if (next !== null) context.say(`The first ${rows.length} statements; the page shows them all.`);
    }),
});
