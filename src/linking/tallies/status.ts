import type { TallyPoint } from '../../model/index.ts';
import { stanceOf } from '../claims/stance.ts';
import type { Point } from './points.ts';
import { sentencesAround } from './sentences.ts';

/** A point with the claim it belongs to: relations are read off the tallies. */
export interface TalliedPoint extends TallyPoint {
  readonly claim: string;
  readonly reason: string;
}

/** Words of a figure's own sentence by which it puts a former one right. */
const CORRECTS =
  /\b(?:correct(?:s|ed|ing|ion)|wrong(?:ly)?|mistake\w*|error|erron\w+|lower\w*|(?:took|taken|takes|taking|take) back|withdr\w+|retract\w*|struck out|(?:right|proper) (?:figure|number|count)|(?:brought|cut|brings|cuts) (?:\w+ ){0,4}(?:down|to)|(?:counted|entered|listed|written down) (?:\w+ ){0,2}twice|double[- ]count\w*|misread|misstated|misled|(?:had )?(?:overlooked|left out|omitted|forgotten|neglected)|having overlooked|conced(?:es|ed|ing)|(?<!(?:was|were|been|be) )admit(?:s|ted|ting) (?!(?:\w+ )?to )|own(?:s|ed) up|put(?:s|ting)? right|in (?:fact|truth|reality)|after (?:insisting|maintaining|claiming)|smaller than|than (?:first|it had) (?:reported|said|thought|stated|announced)|(?:one|two|three|four|five|six|\d+) (?:fewer|less) than)\b/iu;

/** Words of the sentence before by which the figure that follows is a correction: whoever says so speaks of the own count. */
const OWN_FAULT =
  /\b(?:conced(?:es|ed|ing)|(?:was|were|been) (?:\w+ )?(?:wrong|mistaken|too (?:low|high))|(?:another|a) correction|corrected (?:\w+ ){1,2}(?:count|figure|number|total|estimate|list|tally)|amend(?:s|ed|ing) (?:its|their|his|her) (?:own )?(?:statement|figure|count|number|report)s?|misled|own(?:s|ed) up|second thoughts|(?:been )?doing (?:its |their )?sums|bowed to|(?:number|figure|count) to put right|put right the (?:number|figure|count)|correct(?:ed|s)? itself|(?:smaller|larger|lower|higher|fewer|more) than (?:was )?(?:first|it had|they had|previously) (?:reported|thought|said|stated|announced)|read the [\w ]{3,20} again)\b/iu;

/** Words of the sentence after by which the figure before them is a correction. */
const EXPLAINED =
  /\b(?:should (?:never|not) have (?:been|given|said|told)|(?:counted|entered|listed|written down) (?:\w+ ){0,3}twice|(?:first|earlier|former|previous|old) (?:figure|number|count|total) (?:had |was |came )|had (?:not been entered|been (?:left out|overlooked|forgotten|entered under))|should have counted)\b/iu;

const TAKES_BACK =
  /\b(?:took|taken|takes|taking|take) back|withdr[ae]w\w*|retract(?:s|ed|ing)|dropp?(?:s|ed) (?:its|their|his|her) claim|gave up/iu;

/** "Took back its statement that 17 trucks were looted": the words right before a figure that is given up. */
const GIVES_UP =
  /\b(?:(?:took|taken|takes|taking|take) back|withdr[ae]w(?:s|n|ing)?|retract(?:s|ed|ing)?|dropped|abandoned|gave up)\s(?:its|their|his|her|the)\s(?:[\p{L}’']+\s){0,3}?(?:statements?|claims?|figures?|reports?|counts?|announcements?|assertions?|estimates?|numbers?)\b[^.;:]{0,60}$|\b(?:(?:it|that (?:he|she|it|they)) had been |was |were )?(?:a mistake|wrong|mistaken|an error) (?:to (?:say|claim|state)|(?:when|in) (?:he|she|it|they|saying|stating|declar\w+|said|claimed|stated)(?: (?:said|claimed|stated|declared))?)\b[^.;:]{0,40}$/iu;

/** Whether the words take the figure itself back. */
export function givesUp({ placed: { report }, quantity }: Point): boolean {
  const [start, end] = [quantity.spans[0]?.[0] ?? 0, quantity.spans.at(-1)?.[1] ?? 0];
  return GIVES_UP.test(sentencesAround(report.text, start, end).lead);
}

const NUMBER_WORDS =
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** Whether a sentence names a figure, in digits or as a word. */
function names(sentence: string, value: number): boolean {
  if (value === 0) return /\b(?:no|not (?:a|one)|none|nobody|nothing)\b/i.test(sentence);
  const written = [String(value), value.toLocaleString('en-US'), NUMBER_WORDS[value]].filter((form): form is string => form !== undefined);
  return written.some((form) => new RegExp(`(?<![\\w,.])${form}(?![\\w]|[,.]\\d)`, 'i').test(sentence));
}

/** Whether the words around a figure say that the source's former one was wrong. */
function corrects({ placed: { report }, quantity }: Point, former: number): boolean {
  const [start, end] = [quantity.spans[0]?.[0] ?? 0, quantity.spans.at(-1)?.[1] ?? 0];
  const { own, before, after } = sentencesAround(report.text, start, end);
  return CORRECTS.test(own) || OWN_FAULT.test(before) || EXPLAINED.test(after) || (TAKES_BACK.test(before) && names(before, former));
}

const slack = (point: TallyPoint): number => (point.approximate ? 0.1 * Math.abs(point.low ?? point.high ?? 0) : 0);
const lowest = (point: TallyPoint): number => (point.low ?? Number.NEGATIVE_INFINITY) - slack(point);
const highest = (point: TallyPoint): number => (point.high ?? Number.POSITIVE_INFINITY) + slack(point);
const overlaps = (a: TallyPoint, b: TallyPoint): boolean => lowest(a) <= highest(b) && lowest(b) <= highest(a);

export const size = (point: Pick<TallyPoint, 'low' | 'high'>): number => point.low ?? point.high ?? 0;

/** Days after which another's count of something that comes and goes is a later count and no contradiction. */
const LATER_COUNT = 2;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** "Will cut 3,900 jobs", "there will be 250 observers": a plan, which may be made smaller without having been wrong. */
const PLANS = /\b(?:will|would|shall|is to|are to|plans? to|intends? to|is going to|are going to)\b/i;
function isPlan({ placed: { statement, report }, quantity }: Point): boolean {
  const [start, end] = [quantity.spans[0]?.[0] ?? 0, quantity.spans.at(-1)?.[1] ?? 0];
  return statement.forecast !== null || PLANS.test(sentencesAround(report.text, start, end).own);
}

/** What a source's figure is to its own former one. */
function afterOwn(point: Point, row: Omit<TalliedPoint, 'status' | 'reason'>, own: TalliedPoint): Pick<TalliedPoint, 'status' | 'reason'> {
  const reason = `the source gave ${size(own)} before`;
  if (size(row) === size(own)) return { status: 'revised', reason };
  // How many were on board does not change: another number puts the first right.
  if (point.scope?.id === 'aboard' || corrects(point, size(own))) return { status: 'corrected', reason };
  // What was counted once does not become fewer; what stands in a place or is only planned may.
  const mayShrink = point.scope?.nature === 'stands' || isPlan(point) || own.report === row.report;
  return { status: size(row) < size(own) && !mayShrink ? 'corrected' : 'revised', reason };
}

/** What a figure is to those before it, with the reason in words. */
export function statusOf(
  point: Point,
  row: Omit<TalliedPoint, 'status' | 'reason'>,
  earlier: readonly TalliedPoint[],
  day: string | null,
): Pick<TalliedPoint, 'status' | 'reason'> {
  const owns = earlier.filter((other) => other.sourceId !== null && other.sourceId === row.sourceId);
  if (givesUp(point) || (stanceOf(point.placed.statement) === 'denies' && owns.some((own) => own.low === row.low && own.high === row.high)))
    return { status: 'retracted', reason: 'the source denies its own earlier figure' };
  const own = owns.at(-1);
  if (own) return afterOwn(point, row, own);
  const bare = { ...row, status: 'first' as const };
  // Two figures of one report that nobody in it is named for may be of two things.
  const set = (other: TalliedPoint): boolean => other.report !== row.report || (other.sourceId !== null && row.sourceId !== null);
  const others = earlier.filter((other) => set(other) && other.status !== 'retracted');
  const against = standing(others).find((other) => !overlaps(other, bare));
  if (!against) return { status: 'first', reason: 'nobody gave another figure before' };
  if (
    point.scope?.nature === 'stands' &&
    day &&
    others.every((other) => other.asOf !== null && daysBetween(other.asOf, day) >= LATER_COUNT)
  )
    return { status: 'revised', reason: `a later count than that of ${others.at(-1)?.asOf}` };
  return { status: 'conflicting', reason: `${size(against)} was given before by another` };
}

/** Of each source the figure that it gave last: what it gave before stands no longer. */
function standing(points: readonly TalliedPoint[]): TalliedPoint[] {
  const last = new Map(points.map((point) => [point.sourceId, point]));
  return points.filter((point) => point.sourceId === null || last.get(point.sourceId) === point);
}
