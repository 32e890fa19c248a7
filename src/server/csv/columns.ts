import type { RowKind, RowTypes } from '../../ledger/port.ts';
import type { Place, Quantity, Spans, Time } from '../../model/index.ts';
import type { Column } from './csv.ts';

/** Spans as `14-28 40-52`: UTF-16 code units into the report's text. */
const places = (spans: Spans | undefined): string => (spans ?? []).map(([start, end]) => `${start}-${end}`).join(' ');

const listed = (values: readonly (string | null)[]): string => values.filter((value) => value !== null).join('; ');

const figure = ({ text, low, high }: Quantity): string => `${text} [${low ?? ''}..${high ?? ''}]`;
const time = ({ text, edtf }: Time): string => (edtf ? `${text} [${edtf}]` : text);
const place = ({ text, name, country }: Place): string => (name ? `${text} [${name}${country ? `, ${country}` : ''}]` : text);

type ListedKind = Exclude<RowKind, 'relations'>;

/** The columns of each table: one row a row of the API, lists joined by `; `. A report's text and a claim's statements are counted, not copied. */
export const COLUMNS: { readonly [Kind in ListedKind]: readonly Column<RowTypes[Kind]>[] } = {
  reports: [
    { name: 'id', cell: (row) => row.id },
    { name: 'published', cell: (row) => row.published },
    { name: 'outlet', cell: (row) => row.outlet },
    { name: 'byline', cell: (row) => row.byline },
    { name: 'title', cell: (row) => row.title },
    { name: 'url', cell: (row) => row.url },
    { name: 'from', cell: (row) => row.from },
    { name: 'language', cell: (row) => row.language },
    { name: 'characters', cell: (row) => row.text.length },
    { name: 'copyOf', cell: (row) => row.copyOf },
    { name: 'copyKind', cell: (row) => row.copyKind },
    { name: 'sha256', cell: (row) => row.sha256 },
  ],
  statements: [
    { name: 'id', cell: (row) => row.id },
    { name: 'report', cell: (row) => row.report },
    { name: 'source', cell: (row) => row.source?.name ?? row.source?.text },
    { name: 'sourceKind', cell: (row) => row.source?.kind },
    { name: 'sourceWords', cell: (row) => row.source?.text },
    { name: 'cue', cell: (row) => row.cue?.text },
    { name: 'content', cell: (row) => row.content.text },
    { name: 'contentSpans', cell: (row) => places(row.content.spans) },
    { name: 'quotation', cell: (row) => row.quotation },
    { name: 'within', cell: (row) => row.within },
    { name: 'certainty', cell: (row) => row.certainty.level },
    { name: 'basis', cell: (row) => listed(row.basis.map(({ kind, text }) => `${kind}: ${text}`)) },
    { name: 'saidWhen', cell: (row) => row.saidWhen },
    { name: 'times', cell: (row) => listed(row.times.map(time)) },
    { name: 'places', cell: (row) => listed(row.places.map(place)) },
    { name: 'quantities', cell: (row) => listed(row.quantities.map(figure)) },
    { name: 'forecastWindow', cell: (row) => row.forecast?.window },
    { name: 'sourceId', cell: (row) => row.sourceId },
    { name: 'chain', cell: (row) => row.chain.map(({ name }) => name).join(' > ') },
    { name: 'confidence', cell: (row) => row.confidence },
  ],
  sources: [
    { name: 'id', cell: (row) => row.id },
    { name: 'name', cell: (row) => row.name },
    { name: 'kind', cell: (row) => row.kind },
    { name: 'aliases', cell: (row) => listed(row.aliases) },
  ],
  claims: [
    { name: 'id', cell: (row) => row.id },
    { name: 'proposition', cell: (row) => row.proposition },
    { name: 'statements', cell: (row) => row.statements.length },
    { name: 'asserted', cell: (row) => row.statements.filter(({ stance }) => stance === 'asserts').length },
    { name: 'hedged', cell: (row) => row.statements.filter(({ stance }) => stance === 'hedges').length },
    { name: 'denied', cell: (row) => row.statements.filter(({ stance }) => stance === 'denies').length },
    { name: 'origins', cell: (row) => row.origins.length },
    { name: 'originReasons', cell: (row) => listed(row.origins.map(({ sourceId, reason }) => `${sourceId}: ${reason}`)) },
  ],
  tallies: [
    { name: 'id', cell: (row) => row.id },
    { name: 'question', cell: (row) => row.question },
    { name: 'unit', cell: (row) => row.unit },
    { name: 'points', cell: (row) => row.points.length },
    { name: 'lowest', cell: (row) => extreme(row.points, Math.min) },
    { name: 'highest', cell: (row) => extreme(row.points, Math.max) },
    { name: 'latestStatus', cell: (row) => row.points.at(-1)?.status },
  ],
  forecasts: [
    { name: 'claim', cell: (row) => row.claim },
    { name: 'sourceId', cell: (row) => row.sourceId },
    { name: 'window', cell: (row) => row.window },
    { name: 'condition', cell: (row) => row.condition },
    { name: 'outcome', cell: (row) => row.outcome },
    { name: 'resolvedBy', cell: (row) => row.resolvedBy },
  ],
  timeline: [
    { name: 'when', cell: (row) => row.when },
    { name: 'what', cell: (row) => row.what },
    { name: 'where', cell: (row) => row.where },
    { name: 'report', cell: (row) => row.report },
    { name: 'statement', cell: (row) => row.statement },
    { name: 'country', cell: (row) => row.country },
    { name: 'lat', cell: (row) => row.lat },
    { name: 'lon', cell: (row) => row.lon },
    { name: 'geonames', cell: (row) => row.geonames },
  ],
  decisions: [
    { name: 'id', cell: (row) => row.id },
    { name: 'kind', cell: (row) => row.kind },
    { name: 'members', cell: (row) => listed(row.members) },
    { name: 'score', cell: (row) => row.score },
    { name: 'doubt', cell: (row) => row.doubt },
    { name: 'uses', cell: (row) => row.uses },
    { name: 'reason', cell: (row) => row.reason },
    { name: 'version', cell: (row) => row.version },
    { name: 'judged', cell: (row) => row.judged?.verdict },
  ],
};

/** The least or greatest figure given, whichever bound it was given as; null where there is none. */
function extreme(points: RowTypes['tallies']['points'], pick: (...values: number[]) => number): number | null {
  const values = points.flatMap(({ low, high }) => [low, high]).filter((value) => value !== null);
  return values.length === 0 ? null : values.reduce((a, b) => pick(a, b));
}
