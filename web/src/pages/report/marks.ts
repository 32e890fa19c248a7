import type { ReportDetail } from '../../api/types.ts';
import { sayDate } from '../../words/dates.ts';
import { sayBounds } from '../../words/names.ts';
import type { Mark, MarkKind } from './segments.ts';

type Placed = { readonly spans: readonly (readonly [number, number])[] };

const marksFor = <Row extends Placed>(kind: MarkKind, rows: readonly Row[], takenFor: (row: Row) => string): Mark[] =>
  rows.flatMap((row) => row.spans.map(([start, end]) => ({ kind, start, end, takenFor: takenFor(row) })));

const where = ({ name, country, admin1, as, relation }: ReportDetail['places'][number]): string => {
  if (name === null) return 'a place that is unclear';
  const full = [name, admin1, country].filter(Boolean).join(', ');
  return `${as === 'government' ? 'the government, by its place: ' : ''}${relation ? `${relation} ` : ''}${full}`;
};

/** Everything in a report that was taken for something, of the kinds that are shown, in words. */
export function marksOf(report: ReportDetail, shown: (kind: MarkKind) => boolean): readonly Mark[] {
  const all = [
    ...marksFor('many', report.quantities, ({ low, high, approximate, unit, counted }) =>
      [sayBounds(low, high, approximate), counted ?? unit].filter(Boolean).join(' · '),
    ),
    ...marksFor('when', report.times, ({ edtf }) => (edtf ? sayDate(edtf) : 'a time that cannot be placed')),
    ...marksFor('where', report.places, where),
    ...report.statements.flatMap(({ certainty }) => marksFor('sure', certainty.words, () => `a sign of how sure: ${certainty.level}`)),
  ];
  return all.filter(({ kind }) => shown(kind));
}
