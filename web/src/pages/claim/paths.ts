import type { ClaimDetail, LedgerStatement, ReportHead } from '../../api/types.ts';
import { sayDay } from '../../words/dates.ts';
import { reportName, sourceName } from '../../words/names.ts';

/** How one appearance of a claim reached the reader: from whom, through what, in which report. */
export interface Path {
  readonly statement: LedgerStatement;
  readonly report: { readonly id: string; readonly name: string; readonly day: string };
  /** Copies and citations between the source and the report; null where it came straight. */
  readonly through: string | null;
  readonly source: { readonly key: string; readonly name: string; readonly isOrigin: boolean };
}

const COPY = { verbatim: 'same text as', trimmed: 'trimmed copy of', rewritten: 'rewritten copy of' };

/** Through what it came, in words: the report that it copies, else the links of its chain between outlet and source. */
function through(statement: LedgerStatement, report: ReportHead | undefined, names: ReadonlyMap<string, string>): string | null {
  if (report?.copyOf) return `${COPY[report.copyKind ?? 'verbatim']} ${names.get(report.copyOf) ?? 'another report'}`;
  const middle = statement.chain.slice(1, -1).map(({ name }) => name);
  return middle.length > 0 ? `cites ${middle.join(', ')}` : null;
}

/** One path an appearance, in the order in which they came out. */
export function pathsOf(claim: ClaimDetail): readonly Path[] {
  const heads = new Map(claim.reports.map((head) => [head.id, head]));
  const outlets = new Map(claim.reports.map((head) => [head.id, head.outlet ?? reportName(head)]));
  const names = new Map(claim.sources.map(({ id, name }) => [id, name]));
  const origins = new Set(claim.origins.map(({ sourceId }) => sourceId));
  const paths = claim.appearances.map((statement): Path => {
    const head = heads.get(statement.report);
    const outlet = outlets.get(statement.report) ?? statement.report;
    const last = statement.chainIds.at(-1);
    const key = [last, statement.sourceId].find((id) => id && origins.has(id)) ?? statement.sourceId ?? last ?? outlet;
    const isOwn = statement.voice === 'outlet';
    return {
      statement,
      report: { id: statement.report, name: outlet, day: sayDay(head?.published ?? null) },
      through: through(statement, head, outlets),
      source: { key, name: names.get(key) ?? (isOwn ? `${outlet} itself` : sourceName(statement)), isOrigin: origins.has(key) },
    };
  });
  const published = (path: Path): string => heads.get(path.report.id)?.published ?? '';
  return paths.sort((a, b) => published(a).localeCompare(published(b)));
}
