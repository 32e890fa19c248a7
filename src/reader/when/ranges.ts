import type { Time } from '../../model/index.ts';
import { addDays, type Day, quarterOf } from './calendar.ts';
import type { Candidate } from './candidate.ts';
import type { Base } from './meaning.ts';
import { adjoins, type Tokens } from './tokens.ts';

const CONNECTORS: ReadonlySet<string> = new Set(['to', 'through', 'until', 'till', '-', 'and']);

/**
 * "from 2009 to 2011", "between May 3 and May 9", "1914-1918": each end keeps its own words and TIMEX3 value, and the EDTF of both is the
 * whole interval. Ends of different fineness, or in the wrong order, are left as they are.
 * @param placed the candidates of `times`, one for one
 */
export function joinRanges(tokens: Tokens, placed: readonly Candidate[], times: readonly Time[]): readonly Time[] {
  const rows = [...times];
  for (let i = 0; i + 1 < rows.length; i++) {
    const [first, last] = [rows[i], rows[i + 1]] as [Time, Time];
    const interval = isRange(tokens, placed[i] as Candidate, placed[i + 1] as Candidate) ? intervalOf(first, last) : null;
    if (interval === null) continue;
    rows[i] = { ...first, edtf: interval };
    rows[i + 1] = { ...last, edtf: interval };
    i++;
  }
  return rows;
}

function isRange(tokens: Tokens, first: Candidate, last: Candidate): boolean {
  const between = tokens.lower[first.to] ?? '';
  if (last.from !== first.to + 1 || !CONNECTORS.has(between)) return false;
  const lead = tokens.lower[first.from - 1];
  if (between === '-') return adjoins(tokens, first.to) && adjoins(tokens, last.from);
  if (between === 'and') return lead === 'between';
  return between !== 'to' || lead === 'from';
}

/** "2009" and "2011" make "2009/2011"; "../2011", left by "through", counts as its end. */
function intervalOf(first: Time, last: Time): string | null {
  const from = first.edtf;
  const to = last.edtf?.replace(/^\.\.\//, '') ?? null;
  if (first.timex.type !== 'DATE' || last.timex.type !== 'DATE' || from === null || to === null) return null;
  if (!/^\d{4}(-\d\d){0,2}$/.test(from) || from.length !== to.length || !/^\d{4}(-\d\d){0,2}$/.test(to)) return null;
  return from < to ? `${from}/${to}` : null;
}

const isBareMonth = (base: Base | undefined): base is Extract<Base, { is: 'month' }> =>
  base?.is === 'month' && base.pick === undefined && base.yearBy === undefined;

/** What joins two dates, whoever speaks: "April and June", "May 3 to May 9". Looser than a range: the words before them are not asked. */
export const joined = (tokens: Tokens, first: Candidate, last: Candidate | undefined): boolean =>
  last !== undefined && last.from === first.to + 1 && CONNECTORS.has(tokens.lower[first.to] ?? '');

/**
 * The base of a candidate, with the year that the other end of its pair gives: "between March and August 2012" begins in March 2012,
 * "from November to January 2012" in November 2011, and so where the end's year is told by the verb alone.
 * @param yearOf the year that a base is placed in
 */
export function firstOfPair(tokens: Tokens, candidates: readonly Candidate[], i: number, yearOf: (base: Base) => number | undefined): Base {
  const first = candidates[i] as Candidate;
  const last = candidates[i + 1];
  const end = last?.meaning.base;
  if (!isBareMonth(first.meaning.base) || !joined(tokens, first, last)) return first.meaning.base;
  if ((end?.is !== 'calendar' && end?.is !== 'month') || end.month === undefined) return first.meaning.base;
  const { month, day } = first.meaning.base;
  const later = month > end.month || (month === end.month && (day ?? 0) > (end.day ?? 31));
  // "In May and March": two times, in no order.
  if (later && tokens.lower[first.to] === 'and' && tokens.lower[first.from - 1] !== 'between') return first.meaning.base;
  const year = yearOf(end);
  return year === undefined ? first.meaning.base : { is: 'calendar', year: later ? year - 1 : year, month, day };
}

/**
 * "The quarter ended Sept. 30": the third. Undefined where the base is no such quarter or no date closes it.
 * @param dayOf the day that a base is placed on
 */
export function quarterClosedBy(candidates: readonly Candidate[], i: number, dayOf: (base: Base) => Day | undefined): Base | undefined {
  const [quarter, next] = [candidates[i] as Candidate, candidates[i + 1]];
  if (quarter.meaning.base.is !== 'quarterEnding' || !next || next.from > quarter.to + 2) return undefined;
  const day = dayOf(next.meaning.base);
  const middle = day && addDays(day, -HALF_A_QUARTER);
  return middle && { is: 'quarter', year: middle.year, quarter: quarterOf(middle.month) };
}
/** A quarter is the calendar's that holds its middle: the one that ended July 31 is the second. */
const HALF_A_QUARTER = 45;

/** The ends of "between April and June" point one way: as the two of them do together. */
export function rangeOdds(tokens: Tokens, candidates: readonly Candidate[], odds: readonly number[]): readonly number[] {
  const shared = [...odds];
  for (let i = 0; i + 1 < candidates.length; i++) {
    const [first, last] = [candidates[i] as Candidate, candidates[i + 1] as Candidate];
    if (!isBareMonth(first.meaning.base) || !isBareMonth(last.meaning.base) || !joined(tokens, first, last)) continue;
    const mean = ((shared[i] as number) + (shared[i + 1] as number)) / 2;
    shared[i] = mean;
    shared[i + 1] = mean;
  }
  return shared;
}
