import type { Ledger, RowTypes } from '../../ledger/port.ts';
import type { Forecast, Source, Tally, TallyPoint } from '../../model/index.ts';
import type { SourceDetail, SourceStanding } from '../schemas.ts';
import { headsById, rowsById, upTo } from './lookup.ts';

/** How many rows hang on a source at most; the rest is behind its own list. */
const HANGING = 200;
const COUNTED = 500;

/** A revision is of one's own figure: a figure that conflicts with another's revises nothing. */
const REVISIONS: ReadonlySet<TallyPoint['status']> = new Set(['revised', 'corrected', 'retracted']);

/** Each figure that the source changed, with the one that it gave before. */
function revisionsIn(tally: Tally, sourceId: string): SourceStanding['revised'] {
  const own = tally.points.filter((point) => point.sourceId === sourceId);
  return own.flatMap((point, i) =>
    REVISIONS.has(point.status)
      ? [{ tally: tally.id, question: tally.question, unit: tally.unit, before: own[i - 1] ?? null, after: point }]
      : [],
  );
}

async function outcomes(ledger: Ledger, source: string, outcome: Forecast['outcome']): Promise<number> {
  const { rows } = await ledger.page('forecasts', { filters: { source, outcome }, limit: COUNTED });
  return rows.length;
}

/** How a source stands: whom it cites and who cites it, which of its figures it changed, which forecasts it kept. Never a judgement of ours. */
export async function standingOf(ledger: Ledger, { id, judged }: Source, tallies: readonly Tally[]): Promise<SourceStanding> {
  const [citations, kept, failed, pending] = await Promise.all([
    ledger.citations(id),
    outcomes(ledger, id, 'fulfilled'),
    outcomes(ledger, id, 'failed'),
    outcomes(ledger, id, 'pending'),
  ]);
  const named = await rowsById(
    ledger,
    'sources',
    [...citations.cites, ...citations.citedBy].map(({ sourceId }) => sourceId),
  );
  const sources = new Map(named.map((source) => [source.id, source]));
  const withNames = (rows: typeof citations.cites): SourceStanding['cites'] =>
    rows.flatMap(({ sourceId, statements }) => {
      const source = sources.get(sourceId);
      return source ? [{ sourceId, name: source.name, kind: source.kind, statements }] : [];
    });
  return {
    cites: withNames(citations.cites),
    citedBy: withNames(citations.citedBy),
    outlets: citations.outlets,
    lookedAt: { reports: citations.reports, partial: citations.partial },
    revised: tallies.flatMap((tally) => revisionsIn(tally, id)),
    record: { kept, failed, pending },
    rating: judged?.rating ?? null,
  };
}

/** A source with the first of its statements, its figures and forecasts, and how it stands. */
export async function sourceDetail(ledger: Ledger, row: RowTypes['sources']): Promise<SourceDetail> {
  const [page, forecasts, tallies] = await Promise.all([
    ledger.page('statements', { filters: { sourceId: row.id }, limit: HANGING }),
    upTo(ledger, 'forecasts', { filters: { source: row.id } }, HANGING),
    upTo(ledger, 'tallies', { filters: { source: row.id } }, HANGING),
  ]);
  const [reports, standing] = await Promise.all([
    headsById(
      ledger,
      page.rows.map(({ report }) => report),
    ),
    standingOf(ledger, row, tallies),
  ]);
  return { ...row, statements: page.rows, next: page.next, reports, forecasts, tallies, standing };
}
