import type { Report, Time, Warning } from '../../model/index.ts';
import type { Step } from '../step.ts';
import type { Day } from './calendar.ts';
import { isDay } from './calendar.ts';
import type { Candidate } from './candidate.ts';
import { futureOdds } from './direction.ts';
import { edtfOf, openEnded } from './edtf.ts';
import { markedOdds } from './filter.ts';
import { recognise } from './grammar.ts';
import type { Weights } from './logistic.ts';
import type { Base, Clock, Meaning } from './meaning.ts';
import { orderOf } from './order.ts';
import { firstOfPair, joined, joinRanges, quarterClosedBy, rangeOdds } from './ranges.ts';
import { type Context, type Resolved, resolve } from './resolve.ts';
import { type Tokens, tokenize } from './tokens.ts';

/** The day in an EDTF date or date-time; null where it gives no whole day. */
export function dayOfPublication(published: string | null): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(published ?? '');
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(day) ? day : null;
}

/** What of a report is looked at: its text, its day, and what tells in which country's order it writes dates. */
export type Dated = Pick<Report, 'text' | 'published'> & Partial<Pick<Report, 'url' | 'language'>>;

export interface Found {
  readonly times: readonly Time[];
  readonly warnings: readonly Warning[];
}

/** Weights other than those that ship: what `bench/train/when.ts` checks on reports that they have not seen. */
export interface Learned {
  readonly filter?: Weights;
  readonly direction?: Weights;
}

/** Every temporal expression of a report, placed against its publication and the dates that its text gives. Pure; linear in the text. */
export function findTimes(report: Dated, learned: Learned = {}): Found {
  const tokens = tokenize(report.text);
  return place(
    tokens,
    recognise(tokens).filter((candidate) => markedOdds(tokens, candidate, learned.filter) >= 0),
    report,
    learned,
  );
}

/** Places what the rules read, in the order of the text. */
export function place(tokens: Tokens, candidates: readonly Candidate[], report: Dated, learned: Learned = {}): Found {
  const published = dayOfPublication(report.published);
  const times: Time[] = [];
  const placed: Candidate[] = [];
  const warnings: Warning[] = [];
  const narrative = tellsOfAnotherTime(candidates, published);
  const monthFirst = orderOf(candidates, report);
  let last: Context['last'] = null;
  let quarter: Context['quarter'] = null;
  let undated = 0;
  let ancient: number | null = null;
  let ranged = false;
  let stretch = false;
  const odds = rangeOdds(
    tokens,
    candidates,
    candidates.map((candidate) => futureOdds(tokens, candidate, published, learned.direction)),
  );
  for (const [i, candidate] of candidates.entries()) {
    const span = spanOf(tokens, candidate);
    const context: Context = { published, last, quarter, narrative, monthFirst, ancient, ranged, stretch, future: odds[i] as number };
    const dayOf = (end: Base): Day | undefined => resolve(end, context)?.reference?.day;
    const base = quarterClosedBy(candidates, i, dayOf) ?? firstOfPair(tokens, candidates, i, (end) => dayOf(end)?.year);
    const resolved = resolve(base, context);
    if (!resolved) {
      warnings.push({ code: 'WHEN_NO_SUCH_DAY', message: 'No calendar has this day.', span, actual: report.text.slice(...span) });
      continue;
    }
    if (resolved.wanting === 'order')
      warnings.push({
        code: 'WHEN_TWO_ORDERS',
        message: 'Day and month could stand in either order; both are kept.',
        span,
        actual: report.text.slice(...span),
      });
    if (resolved.wanting === 'publication') undated++;
    if (resolved.reference && !(narrative && strays(last, resolved.reference))) last = resolved.reference;
    if (resolved.quarter) {
      if (!isCompared(quarter, resolved.quarter) && !isOpen(resolved.quarter, published)) quarter = resolved.quarter;
      stretch = false;
    }
    stretch ||= isStretch(tokens, candidate);
    ancient = resolved.ancient ?? (resolved.reference ? null : ancient);
    ranged = i > 0 && joined(tokens, candidates[i - 1] as Candidate, candidate);
    placed.push(candidate);
    times.push(timeOf(tokens, candidate, span, resolved));
  }
  const rows = joinRanges(tokens, placed, times);
  if (undated > 0)
    warnings.push({
      code: 'WHEN_UNDATED_REPORT',
      message: `The report has no publication day: ${undated} relative ${undated === 1 ? 'date stays' : 'dates stay'} open.`,
    });
  return { times: rows, warnings };
}

/** "The third quarter of 1988", said of the third of 1989: what the text compares with, not what it goes on about. */
const isCompared = (quarter: Context['quarter'], next: NonNullable<Context['quarter']>): boolean =>
  quarter !== null && quarter.quarter === next.quarter && quarter.year === next.year + 1;

/** A quarter that was not over when the report came out is an outlook: no figures are of it. */
const isOpen = ({ year, quarter }: NonNullable<Context['quarter']>, published: Day | null): boolean =>
  published !== null && (year > published.year || (year === published.year && quarter * 3 >= published.month));

/** "The nine months", "the first six months", "the year ended March 31": a stretch that a company's figures are of. */
function isStretch(tokens: Tokens, { from, meaning: { base } }: Candidate): boolean {
  if (base.is !== 'duration' || base.count === null) return false;
  if (base.unit === 'Y') return base.count === 1 && tokens.lower[from] === 'the';
  return base.unit === 'M' && base.count > 3 && [tokens.lower[from], tokens.lower[from - 1]].some((word) => STRETCH_LEADS.has(word ?? ''));
}
const STRETCH_LEADS: ReadonlySet<string> = new Set(['the', 'first', 'latest']);

const spanOf = (tokens: Tokens, { from, to }: Candidate): readonly [number, number] => [
  tokens.start[from] as number,
  tokens.end[to - 1] as number,
];

function timeOf(tokens: Tokens, { from, meaning }: Candidate, span: readonly [number, number], resolved: Resolved): Time {
  const value = withClock(resolved.value, meaning);
  const zone = meaning.clock?.is === 'clock' ? meaning.clock.zone : null;
  const edtf = resolved.wanting === 'publication' ? null : resolved.edtf !== undefined ? resolved.edtf : edtfOf(value, zone);
  const open = edtf !== null && (meaning.type === 'DATE' || meaning.type === 'TIME') ? openSide(tokens, from) : null;
  return {
    spans: [span],
    text: tokens.text.slice(...span),
    edtf: edtf !== null && open ? openEnded(edtf, open) : edtf,
    timex: { type: meaning.type, value },
  };
}

const OPENERS: Readonly<Record<string, 'from' | 'to'>> = { since: 'from', until: 'to', till: 'to', through: 'to' };
const openSide = (tokens: Tokens, from: number): 'from' | 'to' | null => OPENERS[tokens.lower[from - 1] ?? ''] ?? null;

const two = (n: number): string => String(n).padStart(2, '0');
function withClock(value: string, { clock }: Meaning): string {
  return clock ? `${value}T${clockText(clock)}` : value;
}
function clockText(clock: Clock): string {
  if (clock.is === 'part') return clock.part;
  return `${two(clock.hour)}:${two(clock.minute ?? 0)}${clock.second === null ? '' : `:${two(clock.second)}`}${clock.zone === 'Z' ? 'Z' : ''}`;
}

/** How many years a history steps on at a time: a bare year further off is an aside ("as in 1812") and carries no later date with it. */
const STEP = 3;
const strays = (last: Context['last'], next: NonNullable<Context['last']>): boolean =>
  last !== null && next.grain === 'Y' && Math.abs(next.day.year - last.day.year) > STEP;

/** Fewer years than this tell nothing of what a text is about. */
const FEW_YEARS = 4;

/** Whether the years of the text lie far from its publication and little in it counts from there: then it is history, and a bare "July 10" follows the year before it. */
function tellsOfAnotherTime(candidates: readonly Candidate[], published: Day | null): boolean {
  if (!published) return false;
  let far = 0;
  let near = 0;
  for (const { meaning } of candidates) {
    const { base } = meaning;
    if (base.is === 'calendar' && base.year !== undefined) {
      if (Math.abs(base.year - published.year) > 1) far++;
      else near++;
    } else if (base.is === 'weekday' || (base.is === 'shift' && base.from === 'publication' && !base.sameQuarter)) near++;
  }
  return far >= FEW_YEARS && far > 2 * near;
}

/** Times: temporal expressions with their TIMEX3 value and EDTF. */
export const when = (): Step<never, 'times'> => ({
  name: 'when',
  version: '3',
  needs: [],
  adds: ['times'],
  annotate: ({ report }) => findTimes(report),
});
