import type { WatchedItem, WatchedPlace, WatchedRow } from '../../model/index.ts';
import type { Sql } from './prepared.ts';

const placeOf = ({ row }: { readonly row: string }): WatchedPlace => JSON.parse(row) as WatchedPlace;
const itemOf = ({ row }: { readonly row: string }): WatchedItem => JSON.parse(row) as WatchedItem;
type Rows = readonly { readonly row: string }[];

/** Every watched place, by name. */
export const watchedPlaces = (sql: Sql): WatchedPlace[] =>
  (sql('SELECT row FROM watched_places ORDER BY place').all() as Rows).map(placeOf);

/** Every watched place with how much was found in it. */
export function watchedRows(sql: Sql): WatchedRow[] {
  const rows = sql(`
    SELECT p.row, count(i.item) AS items, count(i.next_try) AS waiting, count(i.row ->> '$.lastError.code') AS failing
    FROM watched_places p LEFT JOIN watched_items i ON i.place = p.place GROUP BY p.place ORDER BY p.place`).all();
  return (rows as readonly (Omit<WatchedRow, keyof WatchedPlace> & { readonly row: string })[]).map(({ row, ...counts }) => ({
    ...placeOf({ row }),
    ...counts,
  }));
}

export const watchedItem = (sql: Sql, place: string, item: string): WatchedItem | null => {
  const found = sql('SELECT row FROM watched_items WHERE place = ? AND item = ?').get(place, item) as { readonly row: string } | undefined;
  return found ? itemOf(found) : null;
};

/** Items whose time has come, the longest due first. */
export const dueItems = (sql: Sql, place: string, now: string, limit: number): WatchedItem[] =>
  (
    sql('SELECT row FROM watched_items WHERE place = ? AND next_try <= ? ORDER BY next_try, item LIMIT ?').all(place, now, limit) as Rows
  ).map(itemOf);

/** When the next place or item is due; null where nothing is. */
export const nextDue = (sql: Sql): string | null =>
  (
    sql(
      'SELECT min(t) AS next FROM (SELECT min(next_try) AS t FROM watched_places UNION ALL SELECT min(next_try) FROM watched_items)',
    ).get() as {
      readonly next: string | null;
    }
  ).next;

/** Keeps a place and items of it. Must stand in one transaction: a feed's validators are never kept without what it listed. */
export function putWatched(sql: Sql, place: WatchedPlace | null, items: readonly WatchedItem[]): void {
  if (place) {
    sql('INSERT OR REPLACE INTO watched_places (place, kind, next_try, row) VALUES (?, ?, ?, ?)').run(
      place.place,
      place.kind,
      place.nextTry,
      JSON.stringify(place),
    );
  }
  for (const item of items) {
    sql('INSERT OR REPLACE INTO watched_items (place, item, next_try, row) VALUES (?, ?, ?, ?)').run(
      item.place,
      item.item,
      item.nextTry,
      JSON.stringify(item),
    );
  }
}

/** Forgets a place; tells whether it was watched. What came from it stays in the ledger. */
export function forgetWatched(sql: Sql, place: string): boolean {
  sql('DELETE FROM watched_items WHERE place = ?').run(place);
  return sql('DELETE FROM watched_places WHERE place = ?').run(place).changes > 0;
}
