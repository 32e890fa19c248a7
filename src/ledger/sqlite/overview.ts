import { type RawBuilder, sql } from 'kysely';
import type { MapPlace, TimelineOverview } from '../../model/index.ts';
import type { Query } from '../port.ts';
import { conditionsOf } from '../query/filters.ts';
import { wordsCondition } from './pages.ts';
import { build, type Reads } from './query.ts';

/** More points than a map can show apart, and more dates than a brush has pixels. */
const MOST_PLACES = 500;
const MOST_DATES = 4000;

type Condition = RawBuilder<boolean>;

interface Counted {
  readonly value: string;
  readonly rows: number;
}

/** Rows of the timeline counted by one field, from the index of facets alone: no row is read, however many there are. */
function countBy(reads: Reads, field: string, conditions: readonly Condition[], most: number): { rows: Counted[]; distinct: number } {
  const among = conditions.length === 0 ? sql`` : sql`AND f.key IN (${rowsUnder(conditions)})`;
  const grouped = sql`SELECT f.value, count(*) AS rows FROM facets f WHERE f.kind = 'timeline' AND f.field = ${field} ${among} GROUP BY f.value`;
  const rows = reads.all<Counted>({
    compile: () => sql<Counted>`${grouped} ORDER BY rows DESC, f.value LIMIT ${most}`.compile(build),
  });
  if (rows.length < most) return { rows: [...rows], distinct: rows.length };
  const all = reads.first<{ n: number }>({ compile: () => sql<{ n: number }>`SELECT count(*) AS n FROM (${grouped})`.compile(build) });
  return { rows: [...rows], distinct: all?.n ?? rows.length };
}

function rowsUnder(conditions: readonly Condition[]): RawBuilder<unknown> {
  return sql`SELECT t.key FROM timeline t WHERE ${sql.join(conditions as Condition[], sql` AND `)}`;
}

function count(reads: Reads, conditions: readonly Condition[]): number {
  const where = conditions.length === 0 ? sql`SELECT t.key FROM timeline t` : rowsUnder(conditions);
  return reads.first<{ n: number }>({ compile: () => sql<{ n: number }>`SELECT count(*) AS n FROM (${where})`.compile(build) })?.n ?? 0;
}

function placeOf({ value, rows }: Counted): MapPlace {
  const [name, country, lat, lon, geonames] = JSON.parse(value) as [string, string | null, number, number, number | null];
  return { name, country, lat, lon, geonames, rows };
}

/**
 * Rows of the timeline at a glance: counted by place, and by date. The dates are counted without the days asked for, since they
 * are what a stretch of days is chosen among.
 * @throws AccordingtoError LEDGER_QUERY_FILTER, LEDGER_QUERY_VALUE.
 */
export function overviewOf(reads: Reads, { q, filters = {} }: Pick<Query, 'q' | 'filters'>): TimelineOverview {
  const { from: _, to: __, ...anyDay } = filters;
  return reads.together(() => {
    const words = q !== undefined && q.trim() !== '' ? [wordsCondition(reads, 'timeline', q)] : [];
    const conditions = [...conditionsOf('timeline', filters), ...words];
    const rows = count(reads, conditions);
    const placed = count(reads, [...conditions, ...conditionsOf('timeline', { placed: 'true' })]);
    const places = countBy(reads, 'at', conditions, MOST_PLACES);
    const dates = countBy(reads, 'when', [...conditionsOf('timeline', anyDay), ...words], MOST_DATES);
    return {
      rows,
      placed,
      places: places.rows.map(placeOf),
      placesLeftOut: places.distinct - places.rows.length,
      dates: dates.rows.map(({ value, rows: n }) => ({ when: value, rows: n })),
      datesLeftOut: dates.distinct - dates.rows.length,
    };
  });
}
