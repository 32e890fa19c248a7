import { z } from '@hono/zod-openapi';
import { FILTERS } from '../../ledger/index.ts';
import type { RowKind } from '../../ledger/port.ts';

/** The tables with an address of their own. Relations hang on their claims. */
export const LISTED_KINDS = ['reports', 'statements', 'sources', 'claims', 'tallies', 'forecasts', 'timeline', 'decisions'] as const;
export type ListedKind = Exclude<RowKind, 'relations'>;

const PAGING = {
  q: z.string().max(500).optional().describe('words to find'),
  limit: z.coerce.number().int().min(1).max(500).optional().describe('rows in this answer, 100 where not said'),
  cursor: z.string().max(2000).optional().describe('`next` of the answer before'),
};

/**
 * The query of a table's route: paging and the ledger's own filters for it. A parameter that it does not have is refused, not
 * ignored; what a filter's value may be, the ledger says.
 */
export const querySchema = (kind: ListedKind) =>
  z.strictObject({
    ...PAGING,
    ...Object.fromEntries(
      Object.entries(FILTERS[kind]).map(([name, { about, values }]) => [
        name,
        z.string().max(1000).optional().describe(`${about} (${values.expected})`),
      ]),
    ),
  });

/** The query of a list without filters. */
export const PAGING_QUERY = z.strictObject(PAGING);
