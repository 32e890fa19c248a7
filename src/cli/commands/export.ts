import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Option } from 'commander';
import { EXPORTS, type ExportFormat } from '../../exports/index.ts';
import { AccordingtoError } from '../../model/index.ts';
import { defineCommand } from '../command.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { withLedger } from '../rooms.ts';
import { createWriter } from '../terminal/writer.ts';

interface Options extends LedgerOption {
  readonly format: ExportFormat;
  readonly output?: string;
}

/** Prints the whole ledger, or writes it to a file. */
export const exportCommand = defineCommand<Options>({
  name: 'export',
  summary: 'write the whole ledger out',
  examples: ['accordingto export --format json > ledger.json', 'accordingto export --format wacz --output originals.wacz'],
  define: (command) =>
    defineLedger(command)
      .addOption(new Option('--format <format>', 'how').choices(Object.keys(EXPORTS)).default('json'))
      .option('--output <file>', 'into this file instead of standard output'),
  run: async (context, _, options) =>
    withLedger(options.ledger, { readOnly: true }, async (ledger) => {
      if (options.format === 'wacz' && options.output === undefined && context.streams.stdout.isTTY) {
        throw new AccordingtoError('CLI_USAGE', { message: 'a web archive is no text for a terminal: give --output', command: 'export' });
      }
      const file = options.output === undefined ? null : createWriteStream(options.output);
      const out = file ? createWriter(file, () => undefined) : context.out;
      for await (const piece of EXPORTS[options.format](ledger)) {
        await out.write(piece);
        if (context.signal.aborted) break;
      }
      if (file) {
        file.end();
        await finished(file);
      }
    }),
});
