import type { Nearness, StoryMark } from '../port.ts';
import type { Sql } from './prepared.ts';

interface Kept {
  readonly report: string;
  readonly day: number | null;
  readonly names: string;
}

const markOf = ({ report, day, names }: Kept): StoryMark => ({ id: report, day, names: JSON.parse(names) as string[] });

/** The marked reports that share enough names with one, near enough in time; undated ones are near to all. In order of id. */
export function marksNear(sql: Sql, { id, names, day }: StoryMark, { days, fewest }: Nearness): StoryMark[] {
  if (names.length < fewest) return [];
  const listed = JSON.stringify(names);
  const within = day === null ? '' : 'AND (n.day IS NULL OR n.day BETWEEN ? AND ?)';
  const found = sql(`
    SELECT m.report, m.day, m.names FROM story_marks m JOIN (
      SELECT n.report FROM json_each(?) w JOIN story_names n ON n.name = w.value WHERE n.report <> ? ${within}
      GROUP BY n.report HAVING count(*) >= ?
    ) near ON near.report = m.report ORDER BY m.report`);
  const rows = day === null ? found.all(listed, id, fewest) : found.all(listed, id, day - days, day + days, fewest);
  return (rows as Kept[]).map(markOf);
}

/**
 * Reports that linking has not seen, in order of id: those added or read anew since the last linking's entry. A report's key is its
 * entry's sequence, so that nothing older is looked at, however large the ledger.
 */
export function unmarked(sql: Sql): string[] {
  const last = sql("SELECT coalesce(max(sequence), 0) AS last FROM log WHERE kind IN ('linking', 'linking-delta')").get() as {
    readonly last: number;
  };
  const rows = sql(`
    SELECT id FROM reports WHERE key > ?
    UNION SELECT body ->> 'report' FROM log WHERE kind = 'reading' AND sequence > ?
    ORDER BY 1`).all(last.last, last.last) as { readonly id: string }[];
  return rows.map(({ id }) => id).filter((id) => sql('SELECT 1 FROM story_marks WHERE report = ?').get(id) === undefined);
}
