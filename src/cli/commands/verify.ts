import { problem } from '../../model/index.ts';
import { defineCommand } from '../command.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { withLedger } from '../rooms.ts';
import { oneLine } from '../terminal/printable.ts';
import { plural } from '../terminal/words.ts';

interface Options extends LedgerOption {
  readonly json?: boolean;
}

/** Checks every entry's hash, every stored byte and every derived row. Exit status 1 where anything is not as it was written. */
export const verify = defineCommand<Options>({
  name: 'verify',
  summary: 'check that nothing in the ledger was changed behind its back',
  examples: ['accordingto verify --ledger desk.db'],
  define: (command) => defineLedger(command).option('--json', 'one JSON object a line, one line a finding'),
  run: async (context, _, options) =>
    withLedger(options.ledger, { readOnly: true }, async (ledger) => {
      let findings = 0;
      for await (const finding of ledger.verify()) {
        findings += 1;
        const place = finding.sequence === null ? finding.what : `entry ${finding.sequence} (${finding.what})`;
        await context.out.line(options.json ? JSON.stringify(finding) : `${place}  ${oneLine(finding.id)}  ${oneLine(finding.message)}`);
        if (context.signal.aborted) return;
      }
      if (findings > 0)
        return context.refuse(problem('CLI_LEDGER_NOT_WHOLE', { path: options.ledger, findings: plural(findings, 'finding') }));
      const { entries, reports } = await ledger.counts();
      context.say(`Whole: ${plural(entries, 'entry', 'entries')}, ${plural(reports, 'report')}.`);
    }),
});
