import { type RawBuilder, sql } from 'kysely';
import type { Page, Query, RowKind, RowTypes } from '../port.ts';
import { afterCursor, cursorAfter } from '../query/cursor.ts';
import { conditionsOf } from '../query/filters.ts';
import { rowsWanted } from '../query/limits.ts';
import { wordsExpression } from '../query/words.ts';
import { build, type Reads } from './query.ts';
import { rowsOf } from './rows.ts';

/** Which way each kind's `sort` is read: the latest and the most quoted first, what is due and what happened in order of time. */
const DIRECTIONS: Readonly<Record<RowKind, 'asc' | 'desc'>> = {
  reports: 'desc',
  statements: 'desc',
  sources: 'desc',
  claims: 'desc',
  relations: 'asc',
  tallies: 'desc',
  forecasts: 'asc',
  timeline: 'asc',
  decisions: 'desc',
};

/** A page of claims carries at most so many statements of each, one claim alone so many. */
const APPEARANCES_LISTED = 100;
const APPEARANCES_ALONE = 500;

/** In a search that finds more rows than this, walking the order and testing each row is quicker than sorting all that is found. */
const MANY_FOUND = 2000;

type Condition = RawBuilder<boolean>;

/** The condition that a row holds the words searched for. */
export function wordsCondition(reads: Reads, kind: RowKind, q: string): Condition {
  const words = wordsExpression(q);
  if (words === null) return sql<boolean>`0`;
  const index = sql.table(`${kind}_words`);
  const name = sql.ref(`${kind}_words`);
  const match = sql`SELECT rowid FROM ${index} WHERE ${name} MATCH ${words}`;
  const counted = reads.first({
    compile: () => sql<{ found: number }>`SELECT count(*) AS found FROM (${match} LIMIT ${MANY_FOUND})`.compile(build),
  });
  // The plus sign keeps SQLite from looking rows up by the index of keys: it then walks the order and stops at a page.
  const key = (counted?.found ?? 0) < MANY_FOUND ? sql`t.key` : sql`+t.key`;
  return sql<boolean>`${key} IN (${match})`;
}

/**
 * One page of a kind's rows.
 * @throws AccordingtoError LEDGER_QUERY_FILTER, LEDGER_QUERY_VALUE, LEDGER_QUERY_CURSOR.
 */
export function pageOf<Kind extends RowKind>(reads: Reads, kind: Kind, { q, limit, cursor, filters }: Query): Page<RowTypes[Kind]> {
  const wanted = rowsWanted(limit);
  const direction = DIRECTIONS[kind];
  const conditions: Condition[] = [...conditionsOf(kind, filters)];
  if (cursor !== undefined) {
    const after = afterCursor(kind, cursor);
    conditions.push(direction === 'asc' ? sql<boolean>`t.sort > ${after}` : sql<boolean>`t.sort < ${after}`);
  }
  return reads.together(() => {
    if (q !== undefined && q.trim() !== '') conditions.push(wordsCondition(reads, kind, q));
    let query = build.selectFrom(`${kind as 'claims'} as t`).select(['t.key', 't.sort']);
    for (const condition of conditions) query = query.where(condition);
    const found = reads.all(query.orderBy('t.sort', direction).limit(wanted + 1));
    const shown = found.slice(0, wanted);
    const last = shown.at(-1);
    const rows = rowsOf(
      reads,
      kind,
      shown.map(({ key }) => key),
      { appearances: APPEARANCES_LISTED },
    );
    return { rows, next: found.length > wanted && last ? cursorAfter(kind, last.sort) : null };
  });
}

/** One row; null where there is none with that id. */
export function rowOf<Kind extends RowKind>(reads: Reads, kind: Kind, id: string): RowTypes[Kind] | null {
  return reads.together(() => {
    const found = reads.first(
      build
        .selectFrom(`${kind as 'claims'} as t`)
        .select('t.key')
        .where('t.id', '=', id),
    );
    return found ? (rowsOf(reads, kind, [found.key], { appearances: APPEARANCES_ALONE })[0] ?? null) : null;
  });
}

const AT_ONCE = 200;

/** Every row of a kind, whole: reports in the order in which they were published, everything else in order of id. */
export function* eachRow<Kind extends RowKind>(reads: Reads, kind: Kind): Generator<RowTypes[Kind]> {
  const order = kind === 'reports' ? 'sort' : 'id';
  for (let after = ''; ; ) {
    const { found, rows } = reads.together(() => {
      const some = reads.all(
        build
          .selectFrom(`${kind as 'claims'} as t`)
          .select(['t.key', `t.${order} as at`])
          .where(`t.${order}`, '>', after)
          .orderBy(`t.${order}`)
          .limit(AT_ONCE),
      );
      const keys = some.map(({ key }) => key);
      return { found: some, rows: rowsOf(reads, kind, keys, { appearances: Number.MAX_SAFE_INTEGER }) };
    });
    yield* rows;
    const last = found.at(-1);
    if (!last || found.length < AT_ONCE) return;
    after = last.at;
  }
}
