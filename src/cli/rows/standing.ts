import type { RowTypes } from '../../ledger/port.ts';
import type { SourceStanding } from '../../server/schemas.ts';
import type { Context } from '../context.ts';
import { oneLine } from '../terminal/printable.ts';
import { plural } from '../terminal/words.ts';
import { wrap } from '../terminal/wrap.ts';
import { figure } from './views.ts';

const FEW = 8;

const named = (rows: SourceStanding['cites']): string =>
  rows
    .slice(0, FEW)
    .map(({ name, statements }) => `${oneLine(name)} (${statements})`)
    .concat(rows.length > FEW ? [`${rows.length - FEW} more`] : [])
    .join(', ');

/** How a source stands, for a person: a part that there is nothing for is left out. */
export function standingLines(standing: SourceStanding, { judged }: RowTypes['sources'], { colours, width }: Context): string[] {
  const { cites, citedBy, revised, record, rating, lookedAt } = standing;
  const lines: string[] = [];
  const part = (title: string, text: string): void => {
    if (text !== '') lines.push(...wrap(`${title} ${text}`, width));
  };
  part('cites', named(cites));
  part('cited by', named(citedBy));
  if (lookedAt.partial) lines.push(colours.dim(`(counted over ${lookedAt.reports} of the reports that name it)`));
  for (const { question, before, after } of revised)
    part(after.status, `${oneLine(question)}: ${before ? `${figure(before.low, before.high)} → ` : ''}${figure(after.low, after.high)}`);
  const { kept, failed, pending } = record;
  if (kept + failed + pending > 0)
    lines.push(`${plural(kept + failed + pending, 'forecast')}: ${kept} kept, ${failed} failed, ${pending} open`);
  if (rating !== null) lines.push(`rated ${rating} by ${oneLine(judged?.by ?? 'a person')}, apart from all this`);
  for (const { by, said } of judged?.conflicts ?? []) lines.push(`  ${oneLine(by)} said otherwise: ${oneLine(said)}`);
  return lines;
}
