import type { Report } from '../../model/index.ts';
import { AccordingtoError } from '../../model/index.ts';
import { defineCommand } from '../command.ts';
import { claimsOf, type LabelledReport, labelledReports } from '../compare/labelled.ts';
import { emptyScores, ratesOf, type Scores, scoreReport, type Tally } from '../compare/score.ts';
import { withReader } from '../rooms.ts';

interface Options {
  readonly json?: boolean;
  readonly recall?: boolean;
}

const BATCH = 16;

const bare = ({ id, text }: LabelledReport): Report => ({
  id,
  text,
  from: null,
  url: null,
  title: null,
  outlet: null,
  byline: null,
  published: null,
  language: 'en',
  sha256: '',
});

const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);

function linesOf({ tallies, misattributed: { wrong, of } }: Scores): string[] {
  const rows = Object.entries(tallies).map(([name, row]: [string, Tally]) => {
    const { precision, recall, f1 } = ratesOf(row);
    return `${name.padEnd(14)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}   (${row.found} found, ${row.wanted} labelled)`;
  });
  return [...rows, `misattributed  ${percent(wrong / Math.max(1, of)).trim()} % (${wrong} of ${of})`];
}

function asJson({ tallies, misattributed }: Scores): object {
  const rows = Object.entries(tallies).map(([name, row]: [string, Tally]) => [name, { ...row, ...ratesOf(row) }]);
  return { ...Object.fromEntries(rows), misattributed };
}

/** Reads labelled reports and says how far the reader agrees with the labels. */
export const compare = defineCommand<Options>({
  name: 'compare',
  summary: 'score the reader on reports that you labelled yourself',
  examples: ['accordingto compare labelled.jsonl', 'accordingto read --jsonl mine.jsonl --json > labelled.jsonl'],
  define: (command) =>
    command
      .argument('<labelled>', 'JSON Lines: what read --json prints, put right by you, or {"id", "text", "claims"} a line')
      .option('--recall', 'keep less sure statements too')
      .option('--json', 'one JSON object'),
  run: async (context, [file], { json, recall }) => {
    if (file === undefined) throw new AccordingtoError('CLI_NO_INPUT');
    const scores = emptyScores();
    await withReader({ recall }, async (reader) => {
      const score = async (batch: readonly LabelledReport[]): Promise<void> => {
        const readings = await reader.readMany(batch.map(bare));
        batch.forEach(({ text, claims }, i) => {
          scoreReport(scores, text, claims, claimsOf(readings[i]?.statements ?? []));
        });
      };
      let batch: LabelledReport[] = [];
      for await (const report of labelledReports(file)) {
        batch.push(report);
        if (batch.length === BATCH) {
          await score(batch);
          batch = [];
        }
        if (context.signal.aborted) return;
      }
      await score(batch);
    });
    await context.out.line(json ? JSON.stringify(asJson(scores)) : linesOf(scores).join('\n'));
  },
});
