import type { Ledger, RowTypes } from '../../ledger/port.ts';
import type { ListedKind } from '../routes/filters.ts';
import type { ClaimDetail, DecisionDetail, ForecastDetail, StatementDetail, TallyDetail } from '../schemas.ts';
import { headsById, rowsById, sourcesNamed, upTo } from './lookup.ts';
import { claimHead, reportDetail } from './report.ts';
import { sourceDetail } from './source.ts';

/** How many rows hang on a row at most; the rest is behind its own list. */
const HANGING = 200;

async function statementDetail(ledger: Ledger, row: RowTypes['statements']): Promise<StatementDetail> {
  const [heads, sources, claims] = await Promise.all([
    headsById(ledger, [row.report]),
    rowsById(ledger, 'sources', [row.sourceId]),
    upTo(ledger, 'claims', { filters: { report: row.report } }, 2000),
  ]);
  const own = claims.filter(({ statements }) => statements.some(({ id }) => id === row.id));
  return { ...row, inReport: heads[0] ?? null, bySource: sources[0] ?? null, claims: own.map(claimHead) };
}

async function claimDetail(ledger: Ledger, row: RowTypes['claims']): Promise<ClaimDetail> {
  const appearances = await rowsById(
    ledger,
    'statements',
    row.statements.slice(0, HANGING).map(({ id }) => id),
  );
  const [relations, forecasts, reports] = await Promise.all([
    upTo(ledger, 'relations', { filters: { claim: row.id } }, HANGING),
    upTo(ledger, 'forecasts', { filters: { claim: row.id } }, HANGING),
    headsById(
      ledger,
      appearances.map(({ report }) => report),
    ),
  ]);
  const others = new Map(
    (
      await rowsById(
        ledger,
        'claims',
        relations.flatMap(({ from, to }) => [from, to]),
      )
    ).map(({ id, proposition }) => [id, { id, proposition }]),
  );
  return {
    ...row,
    appearances,
    // The row carries some hundreds of statements at most: how many there are, its summary says.
    appearancesLeftOut: Math.max(0, (row.summary?.statements ?? row.statements.length) - appearances.length),
    reports,
    sources: await sourcesNamed(ledger, [...appearances, ...row.origins]),
    relations: relations.map((relation) => ({
      ...relation,
      other: others.get(relation.from === row.id ? relation.to : relation.from) ?? null,
    })),
    forecasts,
  };
}

async function tallyDetail(ledger: Ledger, row: RowTypes['tallies']): Promise<TallyDetail> {
  const [statements, reports, sources] = await Promise.all([
    rowsById(
      ledger,
      'statements',
      row.points.map(({ statement }) => statement),
    ),
    headsById(
      ledger,
      row.points.map(({ report }) => report),
    ),
    sourcesNamed(ledger, row.points),
  ]);
  return { ...row, statements, reports, sources };
}

async function forecastDetail(ledger: Ledger, row: RowTypes['forecasts']): Promise<ForecastDetail> {
  const [about, bySource, settledBy] = await Promise.all([
    ledger.row('claims', row.claim),
    row.sourceId === null ? null : ledger.row('sources', row.sourceId),
    row.resolvedBy === null ? null : ledger.row('statements', row.resolvedBy),
  ]);
  return { ...row, about, bySource, settledBy };
}

/** A decision with the rows that it is about, so that its words can be shown. */
async function decisionDetail(ledger: Ledger, row: RowTypes['decisions']): Promise<DecisionDetail> {
  const [statements, reports, claims, sources] = await Promise.all([
    rowsById(ledger, 'statements', row.members),
    headsById(ledger, [...row.members, ...row.members.map((id) => id.replace(/:\d+-\d+$/, ''))]),
    rowsById(ledger, 'claims', row.members),
    rowsById(ledger, 'sources', row.members),
  ]);
  return { ...row, statements, reports, claims: claims.map(claimHead), sources };
}

/** Each table's row with what hangs on it. A timeline row stands by itself: its report is named in it. */
export const DETAILS: { readonly [Kind in ListedKind]: (ledger: Ledger, row: RowTypes[Kind]) => Promise<unknown> } = {
  reports: reportDetail,
  statements: statementDetail,
  sources: sourceDetail,
  claims: claimDetail,
  tallies: tallyDetail,
  forecasts: forecastDetail,
  timeline: async (_ledger, row) => row,
  decisions: decisionDetail,
};

/** A row with what hangs on it, or null where there is no such row. */
export async function detail<Kind extends ListedKind>(ledger: Ledger, kind: Kind, id: string): Promise<unknown | null> {
  const row = await ledger.row(kind, id);
  return row === null ? null : DETAILS[kind](ledger, row);
}
