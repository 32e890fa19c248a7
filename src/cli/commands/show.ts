import type { Ledger } from '../../ledger/port.ts';
import { AccordingtoError } from '../../model/index.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { custodyLines } from '../evidence/custody.ts';
import { stepLines, versionSteps } from '../evidence/versions.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { withLedger } from '../rooms.ts';
import { readingLines } from '../terminal/reading.ts';

interface Options extends LedgerOption {
  readonly evidence?: boolean;
  readonly versions?: boolean;
  readonly json?: boolean;
}

/**
 * The report that an id names, or the newest one that an address gave.
 * @throws AccordingtoError LEDGER_ROW_NOT_FOUND.
 */
async function reportNamed(ledger: Ledger, name: string): Promise<string> {
  if (await ledger.row('reports', name)) return name;
  const last = (await ledger.versions(name)).at(-1);
  if (!last) throw new AccordingtoError('LEDGER_ROW_NOT_FOUND', { kind: 'report', id: name });
  return last.report;
}

async function showVersions(context: Context, ledger: Ledger, id: string, json: boolean): Promise<void> {
  const report = await ledger.row('reports', id);
  const versions = await ledger.versions(report?.url ?? null);
  if (versions.length === 0) context.say('It came with no address, so there is nothing to compare it with.');
  for await (const step of versionSteps(ledger, versions)) {
    if (json) await context.out.line(JSON.stringify({ ...step.version, changes: step.changes }));
    else for (const line of stepLines(step, context)) await context.out.line(line);
  }
}

/** One report of the ledger: its statements, how it came, or the versions of its address. */
export const show = defineCommand<Options>({
  name: 'show',
  summary: 'one report: its statements, how it came, or what became of it since',
  examples: [
    'accordingto show r0123456789abcdef',
    'accordingto show r0123456789abcdef --evidence',
    'accordingto show https://example.org/story --versions',
  ],
  define: (command) =>
    void defineLedger(command.argument('<report>', 'a report’s id, or the address that it came from'))
      .option('--evidence', 'when, from where, by which versions and with which headers it came, and why each field was chosen')
      .option('--versions', 'everything that its address gave, and what changed from each to the next')
      .option('--json', 'as JSON: one object, with --versions one a line'),
  run: async (context, [name = ''], options) =>
    withLedger(options.ledger, { readOnly: true }, async (ledger) => {
      const id = await reportNamed(ledger, name);
      if (options.versions) return showVersions(context, ledger, id, options.json === true);
      const found = options.evidence ? await ledger.custody(id) : await ledger.reading(id);
      if (!found) throw new AccordingtoError('LEDGER_ROW_NOT_FOUND', { kind: 'report', id });
      if (options.json) return context.out.line(JSON.stringify(found));
      const lines = 'evidence' in found ? custodyLines(found, context) : readingLines(found, context);
      for (const line of lines) await context.out.line(line);
    }),
});
