import type { Ledger } from '../../ledger/port.ts';
import type { Claim, LedgerReport } from '../../model/index.ts';
import type { ClaimHead, ReportDetail } from '../schemas.ts';
import { headOf, headsById, sourcesNamed, upTo } from './lookup.ts';

/** More statements than any article holds; a report beyond it shows its first ones. */
const MOST_STATEMENTS = 5000;
const MOST_CLAIMS = 2000;
const MOST_COPIES = 200;

/** What a report's page says of a claim: in how many reports it is stated, and on whose independent word. */
export function claimHead({ id, proposition, statements, origins }: Claim): ClaimHead {
  const ids = statements.map((statement) => statement.id);
  // A statement's id begins with its report's: `r0123…:30-160`.
  const reports = new Set(ids.map((statement) => statement.slice(0, statement.lastIndexOf(':')))).size;
  return { id, proposition, statements: ids, reports, origins: origins.length };
}

/** A report with its statements and everything else that was found in it. */
export async function reportDetail(ledger: Ledger, report: LedgerReport): Promise<ReportDetail> {
  const { id } = report;
  const [reading, rows, claims, copies, original, raw, versions] = await Promise.all([
    ledger.reading(id),
    upTo(ledger, 'statements', { filters: { report: id, voice: 'any' } }, MOST_STATEMENTS),
    upTo(ledger, 'claims', { filters: { report: id } }, MOST_CLAIMS),
    upTo(ledger, 'reports', { filters: { copyOf: id } }, MOST_COPIES),
    headsById(ledger, [report.copyOf]),
    ledger.raw(id),
    ledger.versions(report.url),
  ]);
  const statements = rows.filter(({ voice }) => voice !== 'outlet');
  return {
    ...report,
    statements,
    unattributed: rows.filter(({ voice }) => voice === 'outlet'),
    times: reading?.times ?? [],
    places: reading?.places ?? [],
    quantities: reading?.quantities ?? [],
    entities: reading?.entities ?? [],
    warnings: reading?.warnings ?? [],
    reader: reading?.reader ?? null,
    sources: await sourcesNamed(ledger, statements),
    copies: copies.map(headOf),
    original: original[0] ?? null,
    claims: claims.map(claimHead),
    versions,
    raw: raw && { mediaType: raw.mediaType, bytes: raw.bytes.byteLength },
  };
}
