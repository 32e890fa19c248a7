import { z } from '@hono/zod-openapi';
import type { RowKind } from '../../ledger/port.ts';

/** The tables with an address of their own. Relations hang on their claims. */
export const LISTED_KINDS = ['reports', 'statements', 'sources', 'claims', 'tallies', 'forecasts', 'timeline'] as const;
export type ListedKind = Exclude<RowKind, 'relations'>;

/** The filters of each table, with what each means: the query's schema, and what the page offers. */
export const FILTERS: Readonly<Record<ListedKind, Readonly<Record<string, string>>>> = {
  reports: {
    outlet: 'the outlet, exactly as it stands in the row',
    language: 'BCP 47 code',
    copyOf: 'copies of the report with this id',
    from: 'published on or after (YYYY-MM-DD)',
    to: 'published on or before (YYYY-MM-DD)',
  },
  statements: {
    report: 'in the report with this id',
    sourceId: 'by the source with this id',
    kind: 'kind of source: person, agency, government, …',
    certainty: 'certain, probable, possible, unlikely, denied or unknown',
    quotation: 'direct, indirect or mixed',
    place: 'a place named in it',
    country: 'ISO 3166 code of a country named in it',
    basis: 'what it is said to rest on: saw, imagery, documents, …',
    hasFigure: 'true: only those with a figure',
    minConfidence: "at least this confidence of the reader's, 0 to 1",
    from: 'report published on or after (YYYY-MM-DD)',
    to: 'report published on or before (YYYY-MM-DD)',
  },
  sources: { kind: 'person, agency, government, group, company, media, document, anonymous or unknown' },
  claims: {
    report: 'stated in the report with this id',
    source: 'stated by the source with this id',
    outlet: 'stated in a report of this outlet',
    contradicted: 'true: only those that another claim contradicts or denies',
    singleOrigin: 'true: only those with one independent origin',
  },
  tallies: { report: 'with a figure from the report with this id', source: 'with a figure by the source with this id' },
  forecasts: { outcome: 'fulfilled, failed or pending', source: 'by the source with this id' },
  timeline: {
    report: 'from the report with this id',
    from: 'happened on or after (YYYY-MM-DD)',
    to: 'happened on or before (YYYY-MM-DD)',
  },
};

const PAGING = {
  q: z.string().max(500).optional().describe('words to find'),
  limit: z.coerce.number().int().min(1).max(500).optional().describe('rows in this answer, 100 where not said'),
  cursor: z.string().max(2000).optional().describe('`next` of the answer before'),
};

/** The query of a table's route: paging and its own filters; a parameter that it does not have is refused, not ignored. */
export const querySchema = (kind: ListedKind) =>
  z.strictObject({
    ...PAGING,
    ...Object.fromEntries(Object.entries(FILTERS[kind]).map(([name, about]) => [name, z.string().max(500).optional().describe(about)])),
  });

/** The query of a list without filters. */
export const PAGING_QUERY = z.strictObject(PAGING);
