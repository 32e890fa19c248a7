import type { IntakeInput } from '../intake/index.ts';
import type { Ledger } from '../ledger/port.ts';
import type { ErrorCode, Look, Problem, ReceivedReport, Version } from '../model/index.ts';

/** Statuses by which a site says that there is nothing at an address any more. */
const GONE = new Set<unknown>([404, 410]);

/** The addresses among inputs: what comes under one of them is a look at that address. */
export const addressesOf = (inputs: readonly IntakeInput[]): ReadonlySet<string> =>
  new Set(inputs.flatMap((input) => (input.kind === 'address' ? [input.url] : input.kind === 'fetched' ? [input.address] : [])));

/** The report that an address gave last; null where it gave none yet. */
export async function newestAt(ledger: Ledger, address: string | null): Promise<string | null> {
  const versions: readonly Version[] = await ledger.versions(address);
  return versions.findLast(({ what }) => what === 'report' || what === 'changed')?.report ?? null;
}

/** What a look at an address found beside what the ledger has of it. */
export type Found =
  | { readonly kind: 'new'; readonly previous: string | null }
  | { readonly kind: 'known'; readonly report: string; readonly outcome: 'unchanged' | 'changed' };

/** Compares what an address gave with what it gave last. `known`: the report with the same bytes, where there is one. */
export async function compareWithLast(ledger: Ledger, { report }: ReceivedReport, known: string | null): Promise<Found> {
  const last = await newestAt(ledger, report.url);
  if (known !== null) return { kind: 'known', report: known, outcome: last === null || last === known ? 'unchanged' : 'changed' };
  const before = last === null ? null : await ledger.row('reports', last);
  // Pages change with every visit (advertisements, tokens); the article's own words and title are what counts.
  if (before && before.text === report.text && before.title === report.title) {
    return { kind: 'known', report: before.id, outcome: 'unchanged' };
  }
  return { kind: 'new', previous: last };
}

/** The look to note where a site says that an address which gave a report is gone; null for any other refusal. */
export async function goneLook(ledger: Ledger, address: string, problem: Problem): Promise<Look | null> {
  const { status } = problem.details;
  if (problem.code !== ('INTAKE_HTTP_STATUS' satisfies ErrorCode) || !GONE.has(status)) return null;
  const report = await newestAt(ledger, address);
  return report === null ? null : { address, outcome: 'gone', report, status: Number(status), headers: {}, sha256: null };
}

/** The look to note where an address gave what the ledger has. */
export const sameLook = ({ report, headers }: ReceivedReport, found: Found & { readonly kind: 'known' }): Look => ({
  address: report.url ?? report.from ?? '',
  outcome: found.outcome,
  report: found.report,
  status: 200,
  headers,
  sha256: report.sha256,
});
