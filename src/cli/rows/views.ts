import type { Ledger, RowTypes } from '../../ledger/port.ts';
import type { Context } from '../context.ts';
import { oneLine } from '../terminal/printable.ts';
import { plural } from '../terminal/words.ts';
import { wrap } from '../terminal/wrap.ts';

/** Statements of a claim shown to a person: the rest is behind --json. */
const MOST_SHOWN = 50;

export const sourceName = async (ledger: Ledger, id: string | null): Promise<string> => {
  if (id === null) return 'the outlet itself';
  return oneLine((await ledger.row('sources', id))?.name ?? id);
};

const indented = (text: string, width: number, by: number): string[] => wrap(text, width - by).map((part) => `${' '.repeat(by)}${part}`);

/** One claim in a few lines: what is said, by how many reports, on whose independent word. */
export async function claimLines(row: RowTypes['claims'], { colours, width }: Context, ledger: Ledger): Promise<string[]> {
  const origins = await Promise.all(row.origins.map(({ sourceId }) => sourceName(ledger, sourceId)));
  const denials = row.statements.filter(({ stance }) => stance === 'denies').length;
  const counts = [
    // The row carries a hundred of its statements; how many there are, its summary says.
    plural(row.summary?.statements ?? row.statements.length, 'statement'),
    ...(denials > 0 ? [`${denials} of them denials`] : []),
    plural(origins.length, 'independent origin'),
  ];
  const who = origins.length > 0 ? `: ${origins.join(', ')}` : '';
  return [...wrap(oneLine(row.proposition), width), ...indented(`${counts.join(' · ')}${who}`, width, 2), `  ${colours.dim(row.id)}`];
}

/** Who really says so: each origin with its reason, then every appearance with its exact words. */
export async function claimStory(row: RowTypes['claims'], context: Context, ledger: Ledger): Promise<string[]> {
  const { colours, width } = context;
  const lines = [...wrap(colours.bold(oneLine(row.proposition)), width), ''];
  lines.push('Who says so independently');
  if (row.origins.length === 0) lines.push('  nobody: it is only denied');
  for (const { sourceId, reason } of row.origins)
    lines.push(...indented(`${await sourceName(ledger, sourceId)} — ${oneLine(reason)}`, width, 2));
  lines.push('', 'In these words');
  for (const { id, stance } of row.statements.slice(0, MOST_SHOWN)) {
    const statement = await ledger.row('statements', id);
    const report = statement && (await ledger.row('reports', statement.report));
    if (!statement) continue;
    const where = [report?.published?.slice(0, 10), report?.outlet, report?.copyOf ? 'copy' : null].filter(Boolean).join(' · ');
    lines.push(...indented(`${colours.cyan(await sourceName(ledger, statement.sourceId))} ${stance} ${colours.dim(where)}`, width, 2));
    lines.push(...indented(`“${oneLine(statement.content.text)}”`, width, 4));
  }
  const more = (row.summary?.statements ?? row.statements.length) - MOST_SHOWN;
  if (more > 0) lines.push(`  … ${more} more: --json --statements has them all`);
  const relations = (await ledger.page('relations', { filters: { claim: row.id }, limit: MOST_SHOWN })).rows;
  if (relations.length > 0) lines.push('', 'How it stands to others');
  for (const { from, to, type, reason } of relations) {
    const other = await ledger.row('claims', from === row.id ? to : from);
    const words = from === row.id ? type : `is what this ${type}:`;
    lines.push(...indented(`${words} ${oneLine(other?.proposition ?? '')} ${reason ? colours.dim(`(${oneLine(reason)})`) : ''}`, width, 2));
  }
  return lines;
}

export const figure = (low: number | null, high: number | null): string => {
  const shown = (value: number): string => value.toLocaleString('en');
  if (low !== null && low === high) return shown(low);
  if (low !== null && high !== null) return `${shown(low)}–${shown(high)}`;
  return low === null ? `at most ${shown(high ?? 0)}` : `at least ${shown(low)}`;
};

/** A tally as a small table: when, who, how many, what it was to those before. */
export async function tallyLines(row: RowTypes['tallies'], { colours }: Context, ledger: Ledger): Promise<string[]> {
  const points = await Promise.all(
    row.points.map(
      async (point) =>
        `  ${(point.asOf ?? 'undated').padEnd(11)}${(point.approximate ? 'about ' : '') + figure(point.low, point.high)} · ${await sourceName(ledger, point.sourceId)} · ${point.status}`,
    ),
  );
  return [`${oneLine(row.question)}${row.unit ? ` [${oneLine(row.unit)}]` : ''} ${colours.dim(row.id)}`, ...points];
}

export async function forecastLines(row: RowTypes['forecasts'], { colours, width }: Context, ledger: Ledger): Promise<string[]> {
  const claim = await ledger.row('claims', row.claim);
  const settled = row.resolvedBy ? await ledger.row('statements', row.resolvedBy) : null;
  const outcome = { fulfilled: colours.green('fulfilled'), failed: colours.red('failed'), pending: colours.yellow('pending') }[row.outcome];
  return [
    `${outcome} · ${await sourceName(ledger, row.sourceId)} · ${row.window ?? 'no time given'}${row.condition ? ` · ${oneLine(row.condition)}` : ''}`,
    ...indented(`“${oneLine(claim?.proposition ?? '')}”`, width, 2),
    ...(settled ? indented(`settled by “${oneLine(settled.content.text)}”`, width, 4) : []),
  ];
}
