import { AccordingtoError, type Judgement } from '../../model/index.ts';
import type { Entry, JudgementRow, Page, Query } from '../port.ts';
import { afterCursor, cursorAfter } from '../query/cursor.ts';
import { rowsWanted } from '../query/limits.ts';
import { entryOf } from './log.ts';
import type { Sql } from './prepared.ts';
import { build, type Reads } from './query.ts';

const KNOWN = ['kind', 'by', 'order'] as const;

function checkFilters(filters: Readonly<Record<string, string>>): void {
  const unknown = Object.keys(filters).find((name) => !(KNOWN as readonly string[]).includes(name));
  if (unknown) throw new AccordingtoError('LEDGER_QUERY_FILTER', { filter: unknown, kind: 'entries', known: KNOWN.join(', ') });
  const { order } = filters;
  if (order !== undefined && order !== 'newest' && order !== 'oldest') {
    throw new AccordingtoError('LEDGER_QUERY_VALUE', { filter: 'order', value: order, expected: 'newest or oldest' });
  }
}

/** One page of the log, the newest entry first unless `order` is `oldest`. */
export function pageOfEntries(reads: Reads, { limit, cursor, filters = {} }: Query): Page<Entry> {
  checkFilters(filters);
  const wanted = rowsWanted(limit);
  const up = filters.order === 'oldest';
  let query = build.selectFrom('log').selectAll();
  if (filters.kind !== undefined) query = query.where('kind', '=', filters.kind);
  if (filters.by !== undefined) query = query.where('by', '=', filters.by);
  if (cursor !== undefined) {
    const sequence = Number(afterCursor('entries', cursor));
    if (!Number.isSafeInteger(sequence)) throw new AccordingtoError('LEDGER_QUERY_CURSOR', { cursor });
    query = query.where('sequence', up ? '>' : '<', sequence);
  }
  const found = reads.all(query.orderBy('sequence', up ? 'asc' : 'desc').limit(wanted + 1));
  const shown = found.slice(0, wanted);
  const last = shown.at(-1);
  return { rows: shown.map(entryOf), next: found.length > wanted && last ? cursorAfter('entries', String(last.sequence)) : null };
}

const KEPT = 'SELECT j.sequence, l.at, j.undone, l.body FROM judgements j JOIN log l ON l.sequence = j.sequence';

interface KeptJudgement {
  readonly sequence: number;
  readonly at: string;
  readonly undone: number;
  readonly body: string;
}

const judgementOf = ({ sequence, at, undone, body }: KeptJudgement): JudgementRow => ({
  sequence,
  at,
  undone: undone === 1,
  judgement: JSON.parse(body) as Judgement,
});

/** What people decided about one thing, oldest first. */
export function judgementsAbout(sql: Sql, target: string): readonly JudgementRow[] {
  return (sql(`${KEPT} WHERE j.target = ? ORDER BY j.sequence`).all(target) as KeptJudgement[]).map(judgementOf);
}

/** One judgement; null where the entry of that place is none. */
export function judgementAt(sql: Sql, sequence: number): JudgementRow | null {
  const row = sql(`${KEPT} WHERE j.sequence = ?`).get(sequence) as KeptJudgement | undefined;
  return row ? judgementOf(row) : null;
}
