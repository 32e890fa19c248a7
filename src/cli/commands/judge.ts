import { userInfo } from 'node:os';
import { join } from 'node:path';
import type { Entry, JudgementRow, Ledger } from '../../ledger/port.ts';
import { AccordingtoError, answerOf, Judgement } from '../../model/index.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { wholeNumber } from '../inputs.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { packageRoot } from '../package-root.ts';
import { withLedger } from '../rooms.ts';
import { oneLine } from '../terminal/printable.ts';

interface Options extends LedgerOption {
  readonly by?: string;
  readonly note?: string;
  readonly from?: string;
  readonly with?: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** How each verdict is written: what comes after its target, and the judgement that it makes. */
const VERDICTS: Readonly<Record<string, { readonly usage: string; readonly more: (rest: readonly string[], options: Options) => object }>> =
  {
    confirm: { usage: 'confirm <id>', more: () => ({}) },
    reject: { usage: 'reject <id>', more: () => ({}) },
    correct: { usage: 'correct <id> <field> <value>', more: ([field, ...value]) => ({ field, value: value.join(' ') }) },
    split: { usage: 'split <statement or name> --from <claim or source>', more: ([from], options) => ({ from: options.from ?? from }) },
    join: { usage: 'join <id> --with <id>', more: ([other], options) => ({ with: options.with ?? other }) },
    rate: { usage: 'rate <source> <A to F>', more: ([rating]) => ({ rating: rating?.toUpperCase() }) },
    resolve: {
      usage: 'resolve <forecast> <fulfilled, failed or pending> [statement that settles it]',
      more: ([outcome, resolvedBy]) => ({ outcome, ...(resolvedBy && { resolvedBy }) }),
    },
    undo: { usage: 'undo <number>', more: () => ({}) },
  };

/** What a person decides, and the list of what was decided. Nothing is overwritten: each is an entry in the log, signed. */
export const judge = defineCommand<Options>({
  name: 'judge',
  summary: 'confirm, correct, reject, split, join, rate, resolve, or undo one of these; or list them',
  examples: [
    'accordingto judge confirm c1f00d2a3b4c5d',
    'accordingto judge reject r0123456789abcdef --note "a parody"',
    'accordingto judge correct r0123456789abcdef:30-160 figure 1000..1500',
    'accordingto judge split r0123456789abcdef:30-160 --from c1f00d2a3b4c5d',
    'accordingto judge join s1f00d2a3b4c5d --with s9f00d2a3b4c5d --by Ana',
    'accordingto judge rate s1f00d2a3b4c5d B',
    'accordingto judge resolve f0123456789abcdef failed',
    'accordingto judge undo 412',
    'accordingto judge list',
  ],
  define: (command) =>
    void defineLedger(
      command
        .argument('<verdict>', `${Object.keys(VERDICTS).join(', ')} or list`)
        .argument('[words...]', 'the id judged, and what is said of it'),
    )
      .option('--by <name>', 'who decides (default: the name you are logged in under)')
      .option('--note <words>', 'why')
      .option('--from <id>', 'what it is split from')
      .option('--with <id>', 'what it is joined with')
      .option('--limit <n>', 'with list: at most this many', wholeNumber('--limit', 1, 500), 50)
      .option('--json', 'the entry of the log, or with list one JSON object a line'),
  run: async (context, [verdict = '', ...words], options) => {
    if (verdict === 'list') return withLedger(options.ledger, { readOnly: true }, (ledger) => list(context, ledger, words[0], options));
    const judgement = judgementOf(verdict, words, options);
    await withLedger(options.ledger, {}, (ledger) => passJudgement(context, ledger, judgement, options));
  },
});

/** @throws AccordingtoError CLI_JUDGE_USAGE where the words make no judgement. */
function judgementOf(verdict: string, [target, ...rest]: readonly string[], options: Options): Judgement {
  const known = Object.hasOwn(VERDICTS, verdict) ? VERDICTS[verdict] : undefined;
  const usages = known
    ? known.usage
    : Object.values(VERDICTS)
        .map(({ usage }) => usage)
        .join('; ');
  const by = options.by?.trim() || userInfo().username;
  const given = { verdict, target, by, ...(options.note && { note: options.note }), ...known?.more(rest, options) };
  const parsed = Judgement.safeParse(given);
  if (!known || !parsed.success)
    throw new AccordingtoError('CLI_JUDGE_USAGE', { words: [verdict, target, ...rest].filter(Boolean).join(' '), usages });
  return parsed.data;
}

async function passJudgement(context: Context, ledger: Ledger, judgement: Judgement, { json }: Options): Promise<void> {
  const { judge: pass } = await import('../../work/judging/index.ts');
  const { createLink } = await import('../../work/linking/index.ts');
  const linking = createLink(join(packageRoot, 'models'));
  try {
    const entry = await pass(ledger, judgement, linking.link);
    if (json) return await context.out.line(JSON.stringify(entry));
    await context.out.line(sentence(entry, entry.body as Judgement));
    context.say(`${await changed(ledger, entry)} accordingto judge undo ${entry.sequence} takes it back.`);
  } finally {
    await linking.close();
  }
}

/** What linking anew changed, from its entry in the log. */
async function changed(ledger: Ledger, { sequence }: Entry): Promise<string> {
  const [newest] = (await ledger.entries({ filters: { kind: 'linking-delta' }, limit: 1 })).rows;
  if (!newest || newest.sequence < sequence) return 'Nothing was to be linked anew.';
  const { counts } = newest.body as { readonly counts: Readonly<Record<string, number>> };
  const told = ['reports', 'sources', 'claims', 'relations', 'tallies', 'forecasts', 'timeline'].flatMap((kind) => {
    const [now = 0, gone = 0] = [counts[kind], counts[`${kind}Removed`]];
    return now + gone === 0 ? [] : [`${kind}: ${now} new or changed, ${gone} gone`];
  });
  return told.length === 0 ? 'Linked anew; no row of claims, figures or forecasts changed.' : `Linked anew. ${told.join('; ')}.`;
}

const sentence = ({ sequence, at }: Pick<Entry, 'sequence' | 'at'>, judgement: Judgement): string => {
  const { by, verdict, target, kind, note } = judgement;
  const other = verdict === 'join' ? ` with ${judgement.with}` : verdict === 'split' ? ` from ${judgement.from}` : '';
  const said = verdict === 'correct' || verdict === 'rate' || verdict === 'resolve' ? ` ${answerOf(judgement)}` : '';
  return oneLine(
    `${sequence}  ${at.slice(0, 10)}  ${by}: ${verdict} ${kind ?? ''} ${target}${other}${said}${note ? ` “${note}”` : ''}`.replace(
      / {2}(?=\S+$)/,
      ' ',
    ),
  );
};

/** The newest judgements first, or those on one thing, undone ones too. */
async function list(context: Context, ledger: Ledger, target: string | undefined, { limit, json }: Options): Promise<void> {
  const rows: JudgementRow[] = target ? [...(await ledger.judgementsOn(target))] : [];
  if (!target) {
    for (const { sequence } of (await ledger.entries({ filters: { kind: 'judgement' }, limit })).rows) {
      const row = await ledger.judgement(sequence);
      if (row) rows.push(row);
    }
  }
  for (const row of rows.slice(0, limit)) {
    await context.out.line(
      json ? JSON.stringify(row) : `${sentence(row, row.judgement)}${row.undone ? context.colours.dim('  (undone)') : ''}`,
    );
  }
  if (rows.length === 0) context.say(target ? `Nobody has judged ${oneLine(target)}.` : 'Nobody has judged anything yet.');
}
