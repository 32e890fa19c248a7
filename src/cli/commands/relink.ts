import { join } from 'node:path';
import type { LinkingChange } from '../../work/linking/changes/index.ts';
import { defineCommand } from '../command.ts';
import type { Context } from '../context.ts';
import { defineLedger, type LedgerOption } from '../ledger-option.ts';
import { packageRoot } from '../package-root.ts';
import { withLedger } from '../rooms.ts';
import { oneLine } from '../terminal/printable.ts';
import { plural } from '../terminal/words.ts';
import { wrap } from '../terminal/wrap.ts';

/** Changes of each kind that a person is shown; --json has them all. */
const MOST_SHOWN = 20;

const titleOf = ({ what, change }: LinkingChange): string => `${what}: ${change === 'origins' ? 'other origins' : change}`;

/** One change in a few lines: what it was, what it is, why. */
function linesOf({ before, after, reasons }: LinkingChange, { colours, width }: Context): string[] {
  const indented = (text: string, by: number): string[] => wrap(text, width - by).map((line) => `${' '.repeat(by)}${line}`);
  const words = (rows: LinkingChange['before']): string => rows.map((row) => `“${oneLine(row.words)}”`).join(' + ');
  const same = words(before) === words(after);
  return [
    ...indented(same ? words(after) : `${words(before) || 'none'} → ${words(after) || 'none'}`, 2),
    ...reasons.flatMap((reason) => indented(colours.dim(oneLine(reason)), 4)),
  ];
}

async function show(changes: readonly LinkingChange[], context: Context): Promise<void> {
  const kinds = new Map<string, LinkingChange[]>();
  for (const change of changes) kinds.set(titleOf(change), [...(kinds.get(titleOf(change)) ?? []), change]);
  for (const [title, some] of kinds) {
    await context.out.line(`${title} (${some.length})`);
    for (const change of some.slice(0, MOST_SHOWN)) for (const line of linesOf(change, context)) await context.out.line(line);
    if (some.length > MOST_SHOWN) await context.out.line(`  … ${some.length - MOST_SHOWN} more: --json has them all`);
  }
}

/** Links everything anew, as after an upgrade, and says what that changed and why. */
export const relink = defineCommand<LedgerOption & { readonly json?: boolean }>({
  name: 'relink',
  summary: 'link everything anew, as after an upgrade, and say what changed and why',
  examples: ['accordingto relink --ledger desk.db', 'accordingto relink --json'],
  define: (command) =>
    void defineLedger(command).option(
      '--json',
      'one JSON object a line: versions and numbers before and after, then each change with its reasons',
    ),
  run: async (context, _, options) =>
    withLedger(options.ledger, {}, async (ledger) => {
      const { createNetworks, relink: linkAnew } = await import('../../work/linking/index.ts');
      const { changesBetween, snapshotOf } = await import('../../work/linking/changes/index.ts');
      const before = await snapshotOf(ledger);
      const networks = await createNetworks(join(packageRoot, 'models'));
      try {
        await linkAnew(ledger, networks);
      } finally {
        await networks.close();
      }
      const after = await snapshotOf(ledger);
      const changes = changesBetween(before, after);
      if (options.json) {
        const side = ({ version, counts }: typeof before) => ({ version, counts });
        for (const row of [{ before: side(before), after: side(after), changes: changes.length }, ...changes])
          await context.out.line(JSON.stringify(row));
        return;
      }
      context.say(`Linking ${before.version ?? 'none'} → ${after.version ?? 'none'}.`);
      for (const kind of ['sources', 'claims', 'relations', 'tallies', 'forecasts'] as const)
        context.say(
          `${kind}: ${before.counts[kind]} → ${plural(after.counts[kind] ?? 0, kind.replace(/ies$/, 'y').replace(/s$/, ''), kind)}`,
        );
      if (changes.length === 0) context.say('No claim, source, figure, copy or forecast is seen otherwise.');
      await show(changes, context);
    }),
});
