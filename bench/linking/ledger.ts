import type { Linking } from '../../src/ledger/port.ts';
import type { LinkReport } from '../../src/linking/index.ts';

/** What linking found in the shape of `export --format json`, as the scorer of stories reads it. */
export function ledgerOf(reports: readonly LinkReport[], links: Omit<Linking, 'marks'>): unknown {
  const copies = new Map(links.copies.map((copy) => [copy.report, copy]));
  return {
    ...links,
    reports: reports.map(({ report }) => ({
      ...report,
      copyOf: copies.get(report.id)?.copyOf ?? null,
      copyKind: copies.get(report.id)?.copyKind ?? null,
    })),
    statements: reports.flatMap(({ report, statements }) =>
      statements.map((statement) => ({
        ...statement,
        report: report.id,
        ...(links.statementSources.get(statement.id) ?? { sourceId: null, chainIds: [] }),
      })),
    ),
  };
}
