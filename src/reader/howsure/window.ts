import type { Time } from '../../model/index.ts';
import { addDays, addMonths, type Day, daysInMonth, dayText, type Tokens } from '../when/index.ts';
import { type Run, runsOf } from './place.ts';

/** What the words before a time say of a forecast's window: it ends then, ends before it, begins then, or runs for so long from now. */
type Bound = 'by' | 'before' | 'from';
const BOUNDS: Readonly<Record<string, Bound>> = {
  by: 'by',
  until: 'by',
  till: 'by',
  through: 'by',
  before: 'before',
  from: 'from',
  after: 'from',
  since: 'from',
  starting: 'from',
  beginning: 'from',
};
/** "no later than", "no earlier than": the word before "than" decides. */
const THAN: Readonly<Record<string, Bound>> = { later: 'by', earlier: 'from', sooner: 'from' };
/** Words between such a word and its time. */
const BETWEEN: ReadonlySet<string> = new Set([
  'the',
  'end',
  'of',
  'about',
  'around',
  'early',
  'late',
  'mid',
  'in',
  '-',
  'at',
  'least',
  'on',
  'this',
]);
/** Words before a length of time that make it run from now: "within two days", not "for two days". */
const RUNS: ReadonlySet<string> = new Set(['within', 'in', 'over', 'inside', 'during', 'next', 'coming', 'another']);
const NEGATIONS: ReadonlySet<string> = new Set(['not', 't', 'no', 'never', 'nor', 'nothing', 'unlikely', 'hardly']);
const REACH = 4;

/**
 * The window that a time in a forecast gives, counted from publication: "by Friday" and "within two days" run from then on, "from July"
 * is open, "not before July" begins there. Null where the time gives none: it is gone, or is a length of time that nothing hangs on.
 */
export function windowFrom(tokens: Tokens, { spans, text, edtf: told, timex }: Time, clause: Run, published: string | null): string | null {
  const day = published?.slice(0, 10) ?? null;
  const [span] = spans;
  const at = span ? (runsOf(tokens, [span])[0] as Run) : null;
  if (!at) return null;
  if (timex.value === 'FUTURE_REF') return day && `${day}/..`;
  if (timex.type === 'DURATION' || timex.type === 'SET') return day && runsFromNow(tokens, at) ? lengthFrom(day, timex.value) : null;
  const edtf = told && day && isGone(told, day) ? nextOf(text, told) : told;
  if (edtf === null || edtf.startsWith('[') || isGone(edtf, day)) return null;
  const bound = boundBefore(tokens, at);
  const start = day ?? '..';
  if (edtf.startsWith('../')) return `${start}/${lastDay(edtf)}`;
  const turned = bound !== 'from' && bound !== null && isDenied(tokens, clause, at.from);
  if (bound === 'from' || (turned && isLimit(tokens, at))) return edtf.includes('/') ? edtf : `${edtf}/..`;
  if (bound === 'by') return `${start}/${lastDay(edtf)}`;
  if (bound === 'before') return `${start}/${dayBefore(edtf)}`;
  return edtf;
}

/** What bounds the time: the word before it, past little words. */
function boundBefore(tokens: Tokens, at: Run): Bound | null {
  for (let i = at.from - 1; i >= Math.max(0, at.from - REACH); i--) {
    const word = tokens.lower[i] as string;
    if (word === 'than') return THAN[tokens.lower[i - 1] ?? ''] ?? null;
    const bound = BOUNDS[word];
    if (bound) return bound;
    if (!BETWEEN.has(word)) return null;
  }
  return null;
}

/** "not before July", "not until July": what is denied until then may begin there. "Will not be done by July" is denied by July. */
const isLimit = (tokens: Tokens, at: Run): boolean =>
  [1, 2, 3].some((back) => ['before', 'until', 'till'].includes(tokens.lower[at.from - back] ?? ''));

const isDenied = (tokens: Tokens, clause: Run, to: number): boolean => {
  for (let i = clause.from; i < to; i++) if (NEGATIONS.has(tokens.lower[i] as string)) return true;
  return false;
};

/** Whether a length of time runs from now on: its own first word or one of the two before it says so. */
const runsFromNow = (tokens: Tokens, at: Run): boolean => {
  for (let i = Math.max(0, at.from - 2); i < at.to; i++) if (RUNS.has(tokens.lower[i] as string)) return true;
  return false;
};

const LENGTH = /^PT?(\d+|X)([YMWDH])/;

/** From a day on for as long as a TIMEX length; open where the length is vague. */
function lengthFrom(day: string, value: string): string | null {
  const [, count, unit] = LENGTH.exec(value) ?? [];
  if (!count || !unit) return null;
  if (count === 'X') return `${day}/..`;
  const first = dayOf(day);
  const n = Number(count);
  if (!first || n > 1000) return null;
  const last =
    unit === 'Y'
      ? addMonths(first, 12 * n)
      : unit === 'M' && !value.startsWith('PT')
        ? addMonths(first, n)
        : addDays(first, unit === 'W' ? 7 * n : unit === 'D' ? n : unit === 'H' ? Math.ceil(n / 24) : 1);
  return `${day}/${dayText(last)}`;
}

const DAY = /^(\d{4})-(\d\d)-(\d\d)/;
const dayOf = (text: string): Day | null => {
  const [, year, month, day] = DAY.exec(text) ?? [];
  return year ? { year: Number(year), month: Number(month), day: Number(day) } : null;
};

/** The last day of the date, month, year or range that an EDTF names; a season is kept as it is. */
function lastDay(edtf: string): string {
  const last = edtf.split('/').at(-1) as string;
  if (dayOf(last)) return last.slice(0, 10);
  const [, year, month] = /^(\d{4})(?:-(\d\d))?$/.exec(last) ?? [];
  if (!year || Number(month ?? 12) > 12) return last;
  return `${year}-${month ?? '12'}-${String(daysInMonth(Number(year), Number(month ?? 12))).padStart(2, '0')}`;
}

/** The day before the first that an EDTF names; a season is kept as it is. */
function dayBefore(edtf: string): string {
  const first = edtf.split('/')[0] as string;
  const [, year, month] = /^(\d{4})(?:-(\d\d))?$/.exec(first) ?? [];
  const day = dayOf(first) ?? (year && Number(month ?? 1) <= 12 ? { year: Number(year), month: Number(month ?? 1), day: 1 } : null);
  return day ? dayText(addDays(day, -1)) : first;
}

const BARE_WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?$/i;
const BARE_NAME = /^(?:(?:the )?(?:end of |beginning of |start of )?)?(?:the )?\p{L}+$/iu;
const GONE_BY = /\b(?:last|past|earlier|previous|ago|yesterday|year|month|week|then)\b/i;

/** In a forecast a bare weekday, month, season or feast that would be gone is the one to come: "vowed to leave on Monday". */
function nextOf(text: string, edtf: string): string | null {
  if (GONE_BY.test(text) || edtf.includes('/')) return null;
  const day = dayOf(edtf);
  if (BARE_WEEKDAY.test(text) && day) return dayText(addDays(day, 7));
  return BARE_NAME.test(text) && /^\d{4}-/.test(edtf) ? `${String(Number(edtf.slice(0, 4)) + 1).padStart(4, '0')}${edtf.slice(4)}` : null;
}

/** Whether a time ended before the day. */
function isGone(edtf: string, day: string | null): boolean {
  const last = edtf.split('/').at(-1) as string;
  return day !== null && last !== '..' && last < day.slice(0, last.length);
}

/** Whether a time lies wholly after the day of publication. */
export const isAhead = ({ edtf, timex }: Time, published: string | null): boolean => {
  const day = published?.slice(0, 10);
  if (timex.value === 'FUTURE_REF') return true;
  const first = edtf?.split('/')[0];
  return day !== undefined && first !== undefined && /^\d/.test(first) && first > day.slice(0, first.length);
};

/** Whether a time stands in a run of tokens. */
export const standsIn = (tokens: Tokens, { spans: [span] }: Time, { from, to }: Run): boolean =>
  span !== undefined && to > from && (tokens.start[from] as number) <= span[0] && span[1] <= (tokens.end[to - 1] as number);
