import type { LedgerStatement, ReportDetail } from '../../api/types.ts';
import { sayDate } from '../../words/dates.ts';
import { sayBounds } from '../../words/names.ts';
import type { Mark, MarkKind } from './segments.ts';

type Time = ReportDetail['times'][number];
type Place = ReportDetail['places'][number];

/** What ties the words for a date or a place to its place on the line or on the map. */
export const timeKey = (edtf: string): string => `when ${edtf}`;
export const placeKey = ({ geonames, name, as, relation }: Place): string => `where ${geonames ?? name} ${as}${relation ? ' near' : ''}`;
/** The id of the mark that begins at a character of the text. */
export const anchorOf = (start: number): string => `taken-${start}`;

interface Told {
  readonly takenFor: string;
  readonly why: string;
  readonly tied?: string;
}

const marksFor = <Row extends { readonly spans: readonly (readonly [number, number])[] }>(
  kind: MarkKind,
  rows: readonly Row[],
  told: (row: Row) => Told,
): Mark[] => rows.flatMap((row) => row.spans.map(([start, end]): Mark => ({ kind, start, end, ...told(row) })));

const many = ({ low, high, approximate, unit, counted }: ReportDetail['quantities'][number]): Told => ({
  takenFor: [sayBounds(low, high, approximate), counted ?? unit].filter(Boolean).join(' · '),
  why: 'a figure, by rule',
});

const when = ({ edtf, timex }: Time): Told => ({
  takenFor: edtf ? sayDate(edtf) : 'a time that cannot be placed',
  why: `${TIMES[timex.type] ?? 'a time'}, by rule: ${timex.value}`,
  ...(edtf && { tied: timeKey(edtf) }),
});
const TIMES: Readonly<Record<string, string>> = {
  DATE: 'a date',
  TIME: 'a time of day',
  DURATION: 'a length of time',
  SET: 'a repeated time',
};

function where(place: Place): Told {
  const { name, country, admin1, as, relation, geonames, lat } = place;
  if (name === null)
    return { takenFor: 'a place that is unclear', why: 'a name of a place; the gazetteer has none, or several that fit alike' };
  const full = [name, admin1, country].filter(Boolean).join(', ');
  const how = as === 'government' ? 'the government, by its place: ' : relation ? `${relation} ` : '';
  const why = `chosen in the gazetteer by rule and weights${geonames ? ` (GeoNames ${geonames})` : ''}`;
  return { takenFor: `${how}${full}`, why, ...(lat !== null && { tied: placeKey(place) }) };
}

const sure = ({ level, score }: LedgerStatement['certainty']): Told => ({
  takenFor: `a sign of how sure: ${level}`,
  why: `by a table of words${score === undefined ? '' : `; the model’s own score ${score > 0 ? '+' : ''}${score.toFixed(1)} of −3 to +3`}`.replace(
    '-',
    '−',
  ),
});

/** Everything in a report that was taken for something, of the kinds that are shown: in words, and why. */
export function marksOf(report: ReportDetail, shown: (kind: MarkKind) => boolean): readonly Mark[] {
  const all = [
    ...marksFor('many', report.quantities, many),
    ...marksFor('when', report.times, when),
    ...marksFor('where', report.places, where),
    ...report.statements.flatMap(({ certainty }) => marksFor('sure', certainty.words, () => sure(certainty))),
  ];
  return all.filter(({ kind }) => shown(kind));
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Why words were taken for somebody's statement: by the reader's network, with its confidence, or by a rule, which has none. */
export const readBy = ({ confidence }: Pick<LedgerStatement, 'confidence'>): string =>
  typeof confidence === 'number' ? `read by the network, ${percent(confidence)} sure of it` : 'read by rule';
