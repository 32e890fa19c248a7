import { defineCommand } from '../command.ts';
import { defineInputs, type InputOptions, passesOf, weightOf } from '../inputs.ts';
import { withReadingDesk } from '../rooms.ts';
import { createProgressBar } from '../terminal/progress.ts';
import { readingLines } from '../terminal/reading.ts';

interface Options extends InputOptions {
  readonly json?: boolean;
}

/** Reads without a ledger: nothing is stored. */
export const read = defineCommand<Options>({
  name: 'read',
  summary: 'read reports and print who says what; nothing is stored',
  examples: ['accordingto read report.html', 'accordingto read --jsonl reports.jsonl.gz --json > readings.jsonl'],
  define: (command) => defineInputs(command).option('--json', 'one JSON object a line, one line a report'),
  run: async (context, names, options) => {
    const passes = passesOf(context, names, options);
    const bar = createProgressBar(context, await weightOf(passes));
    await withReadingDesk(options, async (desk) => {
      for (const { inputs, jsonl } of passes) {
        const asked = { published: options.published, jsonl, signal: context.signal, onProgress: bar.update };
        for await (const event of desk.read(inputs, asked)) {
          if (event.kind === 'refused') {
            bar.clear();
            context.refuse(event.problem);
          } else if (options.json) {
            await context.out.line(JSON.stringify(event.reading));
          } else {
            bar.clear();
            await context.out.line(readingLines(event.reading, context).join('\n'));
          }
        }
        if (context.signal.aborted) break;
      }
    });
    bar.clear();
  },
});
