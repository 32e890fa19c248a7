import type { Candidate } from './candidate.ts';
import type { Base } from './meaning.ts';
import { ordinalAt } from './number.ts';
import { isDigits, type Tokens } from './tokens.ts';
import { CLAUSE_ENDS } from './words/clause-ends.ts';
import { FUNCTION_WORDS } from './words/function-words.ts';

const AND: ReadonlySet<string> = new Set(['and', 'or', '&']);
const ENDS: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS,
  ...CLAUSE_ENDS,
  'the',
  'he',
  'she',
  'they',
  'it',
  'was',
  'were',
  'is',
  'are',
  'that',
  'which',
  'of',
]);
const LEADS: ReadonlySet<string> = new Set(['on', 'both', 'of', 'from', 'for', 'since', 'until', 'by', 'between', 'the', 'in', 'to', '(']);

/**
 * Days that share the month of the date beside them: "April 24 and 25", "8 and 9 May", "the 8th and 9th of May". Each is a date of its own.
 * Looks at three tokens on either side of each candidate.
 */
export function withListedDays(tokens: Tokens, candidates: readonly Candidate[]): readonly Candidate[] {
  const all: Candidate[] = [];
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i] as Candidate;
    const earlier = dayBefore(tokens, candidate, all.at(-1)?.to ?? 0);
    if (earlier) all.push(earlier);
    const later = dayAfter(tokens, candidate, candidates[i + 1]?.from ?? tokens.count) ?? decadeAfter(tokens, candidate);
    const year = later && yearAfter(tokens, later, candidates[i + 1]);
    all.push(year ? inYear(candidate, year) : candidate);
    if (later) all.push(year ? { ...inYear(later, year), to: year.to } : later);
    if (year) i++;
  }
  return all;
}

/** "April 24 and 25, 2023": the year is of both. */
const yearAfter = (tokens: Tokens, { to }: Candidate, next: Candidate | undefined): Candidate | undefined =>
  next?.rule === 'year' && (next.from === to || (next.from === to + 1 && tokens.lower[to] === ',')) ? next : undefined;

function inYear(candidate: Candidate, { meaning }: Candidate): Candidate {
  const { base } = candidate.meaning;
  if (base.is !== 'month' || meaning.base.is !== 'calendar') return candidate;
  return { ...candidate, meaning: { type: 'DATE', base: { is: 'calendar', year: meaning.base.year, month: base.month, day: base.day } } };
}

const DAY_FIRST: ReadonlySet<string> = new Set(['day-month', 'day-month-year', 'the-day-of-month', 'the-day-month-year']);
const MONTH_FIRST: ReadonlySet<string> = new Set(['month-day', 'weekday-month-day']);

function dayBefore(tokens: Tokens, candidate: Candidate, floor: number): Candidate | undefined {
  const { from, rule } = candidate;
  if (!DAY_FIRST.has(rule) || !AND.has(tokens.lower[from - 1] ?? '')) return undefined;
  // "8" is one token, "8th" two.
  const start = [from - 2, from - 3].find((at) => at >= floor && dayAt(tokens, at)?.end === from - 1);
  if (start === undefined || !LEADS.has(tokens.lower[start - 1] ?? '')) return undefined;
  return { ...candidate, from: start, to: from - 1, meaning: { type: 'DATE', base: onDay(candidate, dayAt(tokens, start)?.value ?? 0) } };
}

function dayAfter(tokens: Tokens, candidate: Candidate, ceiling: number): Candidate | undefined {
  const { to, rule } = candidate;
  if (!MONTH_FIRST.has(rule) || !AND.has(tokens.lower[to] ?? '')) return undefined;
  const day = dayAt(tokens, to + 1);
  if (!day || day.end > ceiling || (!ENDS.has(tokens.lower[day.end] ?? '') && day.end !== ceiling)) return undefined;
  return { ...candidate, from: to + 1, to: day.end, meaning: { type: 'DATE', base: onDay(candidate, day.value) } };
}

/** "the 70s and 80s", "the 1970s and 80s": a second decade of the same century. */
function decadeAfter(tokens: Tokens, { to, rule, meaning }: Candidate): Candidate | undefined {
  const digits = tokens.lower[to + 1];
  if (meaning.base.is !== 'decade' || !AND.has(tokens.lower[to] ?? '') || !/^[1-9]0$/.test(digits ?? '') || tokens.lower[to + 2] !== 's')
    return undefined;
  return {
    from: to + 1,
    to: to + 3,
    rule,
    meaning: { type: 'DATE', base: { ...meaning.base, decade: Number(digits) / 10 } },
  };
}

function dayAt(tokens: Tokens, at: number): { readonly end: number; readonly value: number } | undefined {
  const word = tokens.lower[at];
  if (!isDigits(word) || (word as string).length > 2) return undefined;
  const hit = ordinalAt(tokens, at) ?? { end: at + 1, value: Number(word) };
  return hit.value >= 1 && hit.value <= 31 ? hit : undefined;
}

function onDay({ meaning: { base } }: Candidate, day: number): Base {
  return base.is === 'calendar' || base.is === 'month' ? { ...base, day } : base;
}
