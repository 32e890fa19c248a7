import type { Nearness, StoryMark } from '../port.ts';
import type { Sql } from './prepared.ts';

interface Kept {
  readonly report: string;
  readonly day: number | null;
  readonly names: string;
  readonly words: string;
}

const markOf = ({ report, day, names, words }: Kept): StoryMark => ({
  id: report,
  day,
  names: JSON.parse(names) as string[],
  words: JSON.parse(words) as string[],
});

const NONE: ReadonlySet<string> = new Set();

/**
 * The marked reports that share enough names with one, near enough in time; undated ones are near to all. In order of id. Rows are read of
 * those alone that are not `known`: who walks a story of hundreds is led to all of them by each.
 */
export function marksNear(
  sql: Sql,
  { id, names, day }: Pick<StoryMark, 'id' | 'names' | 'day'>,
  { days, fewest, far = { days, fewest } }: Nearness,
  known: Pick<ReadonlySet<string>, 'has'> = NONE,
): StoryMark[] {
  if (names.length < fewest) return [];
  const listed = JSON.stringify(names);
  const within = day === null ? '' : 'AND (n.day IS NULL OR n.day BETWEEN ? AND ?)';
  const enough = day === null ? '?' : 'CASE WHEN n.day < ? OR n.day > ? THEN ? ELSE ? END';
  const found = sql(`
    SELECT n.report FROM json_each(?) w CROSS JOIN story_names n ON n.name = w.value WHERE n.report <> ? ${within}
    GROUP BY n.report HAVING count(*) >= ${enough} ORDER BY n.report`);
  const near = (
    day === null
      ? found.all(listed, id, fewest)
      : found.all(listed, id, day - far.days, day + far.days, day - days, day + days, far.fewest, fewest)
  ) as { readonly report: string }[];
  const kept = sql('SELECT report, day, names, words FROM story_marks WHERE report = ?');
  return near.flatMap(({ report }) => {
    const row = known.has(report) ? undefined : (kept.get(report) as Kept | undefined);
    return row ? [markOf(row)] : [];
  });
}

/** Reports that are to be linked, or linked anew, in order of id; at most so many. */
export function unmarked(sql: Sql, most: number): string[] {
  const rows = sql('SELECT report FROM to_link ORDER BY report LIMIT ?').all(most) as { readonly report: string }[];
  return rows.map(({ report }) => report);
}
