import {
  addDays,
  addMonths,
  type Day,
  dayNumber,
  dayText,
  easter,
  isDay,
  isYear,
  monthText,
  nthWeekday,
  quarterOf,
  weekdayOf,
  weekText,
  yearText,
} from './calendar.ts';
import type { Base, Pick } from './meaning.ts';
import { HOLIDAYS } from './words/holidays.ts';
import type { UnitCode } from './words/units.ts';
import { codeOf } from './words/units.ts';

/** How finely a date is told. */
export type Grain = 'Y' | 'Q' | 'M' | 'W' | 'D' | 'other';

/** A date that the text has given, for later expressions to count from. */
export interface Reference {
  readonly day: Day;
  readonly grain: Grain;
}

/** What an expression is read against. */
export interface Context {
  /** The day of publication, or null. */
  readonly published: Day | null;
  /** The date last spoken of in the text, or null. */
  readonly last: Reference | null;
  /** The quarter last spoken of, or null. */
  readonly quarter: { readonly year: number; readonly quarter: number } | null;
  /** Since a quarter was spoken of, a longer stretch was: "for the nine months". What "a year earlier" compares is that one. */
  readonly stretch: boolean;
  /** The date last spoken of ended a range: "the same period" is none of its months. */
  readonly ranged: boolean;
  /** The log-odds, by the words beside the expression, that it speaks of what is to come. */
  readonly future: number;
  /** The text tells of another time than its own: dates without a year follow the one before them. */
  readonly narrative: boolean;
  /** The year before Christ last spoken of, or null. */
  readonly ancient: number | null;
  /** Whether "03/04" is read month first, where the report itself shows it. */
  readonly monthFirst: boolean | null;
}

/** A TIMEX3 value, what it leaves for later expressions to count from, and whether a publication day was wanting. */
export interface Resolved {
  readonly value: string;
  readonly reference?: Reference;
  readonly quarter?: { readonly year: number; readonly quarter: number };
  readonly ancient?: number;
  readonly wanting?: 'publication' | 'order';
  /** EDTF where the value alone does not give it. */
  readonly edtf?: string | null;
}

const at = (day: Day, grain: Grain, value: string): Resolved | undefined =>
  isYear(day.year) ? { value, reference: { day, grain } } : undefined;
const onDay = (day: Day): Resolved | undefined => (isDay(day) ? at(day, 'D', dayText(day)) : undefined);
const inMonth = (year: number, month: number): Resolved | undefined => at({ year, month, day: 1 }, 'M', monthText(year, month));
const inYear = (year: number): Resolved | undefined => at({ year, month: 1, day: 1 }, 'Y', yearText(year));
const inWeek = (day: Day): Resolved | undefined => at(day, 'W', weekText(day));
const inQuarter = (year: number, quarter: number): Resolved | undefined => {
  const found = at({ year, month: quarter * 3 - 2, day: 1 }, 'Q', `${yearText(year)}-Q${quarter}`);
  return found && { ...found, quarter: { year, quarter } };
};
/** A date that nothing anchors: TIMEX3 writes `X` for what is not known. */
const unplaced = (value: string): Resolved => ({ value, wanting: 'publication' });
const YEARS_BY: Readonly<Record<Pick, number>> = { last: -1, past: -1, this: 0, next: 1 };
const two = (n: number): string => String(n).padStart(2, '0');

/** The value of `base` in `context`; undefined where it names no day of any calendar (30 February, year 0). */
export function resolve(base: Base, context: Context): Resolved | undefined {
  switch (base.is) {
    case 'calendar':
      return resolveCalendar(base, context);
    case 'beforeChrist':
      return beforeChrist(base.year, base.part);
    case 'either':
      return resolveEither(base, context);
    case 'month':
      return resolveMonth(base, context);
    case 'dayOfMonth':
      return resolveDayOfMonth(base.day, context);
    case 'weekday':
      return resolveWeekday(base, context);
    case 'season':
      return resolveSeason(base, context);
    case 'quarter':
      return resolveQuarter(base, context);
    case 'quarterEnding':
      return unplaced('XXXX-QX');
    case 'periodOf':
      return context.quarter && !context.stretch ? inQuarter(base.year, context.quarter.quarter) : inYear(base.year);
    case 'half':
      return resolveHalf(base, context);
    case 'holiday':
      return resolveHoliday(base, context);
    case 'weekend':
      return resolveWeekend(base.pick, context);
    case 'weekOf': {
      const inner = resolve(base.base, context);
      return inner?.reference?.grain === 'D' ? inWeek(inner.reference.day) : inner && unplaced('XXXX-WXX');
    }
    case 'open':
      return { value: UNPLACED_UNITS[base.unit], edtf: null };
    case 'partOf':
      return resolvePartOf(base, context);
    case 'shift':
      return resolveShift(base, context);
    case 'shiftFrom': {
      const inner = resolve(base.base, context);
      return inner?.reference?.grain === 'D'
        ? onDay(addDays(inner.reference.day, base.by * (base.unit === 'W' ? 7 : 1)))
        : inner && unplaced('XXXX-XX-XX');
    }
    case 'bareUnit':
      return resolveBareUnit(base, context);
    case 'decade': {
      const century =
        base.century ??
        (base.decade * 10 > ((context.published?.year ?? 2000) % 100) + 10 ? 19 : Math.floor((context.published?.year ?? 2000) / 100));
      return { value: `${two(century)}${base.decade}` };
    }
    case 'century':
      return base.century >= 0 && base.century <= 98 ? { value: two(base.century) } : undefined;
    case 'range':
      return resolveRange(base, context);
    case 'ref':
      return { value: base.value };
    case 'duration':
      return { value: codeOf(base.unit, base.count), edtf: windowOf(base, context) };
    case 'set':
      return { value: base.value };
  }
}

/** EDTF has a year 0: 1 BC. `part` is a month, or a season by its TIMEX3 letters. */
function beforeChrist(year: number, part?: number | string): Resolved | undefined {
  if (year < 1) return undefined;
  const inside = part === undefined ? '' : `-${typeof part === 'number' ? two(part) : part}`;
  const edtf = year === 1 ? '0000' : `-${yearText(year - 1)}`;
  return { value: `BC${yearText(year)}${inside}`, edtf: typeof part === 'string' ? null : edtf + inside, ancient: year };
}

function resolveCalendar({ year, month, day }: Extract<Base, { is: 'calendar' }>, context: Context): Resolved | undefined {
  if (year === undefined) return month === undefined ? undefined : resolveMonth({ is: 'month', month, day }, context);
  if (month === undefined) return inYear(year);
  if (month < 1 || month > 12) return undefined;
  return day === undefined ? inMonth(year, month) : onDay({ year, month, day });
}

/** A date in two orders: the one that is a day, or the one that the report's other dates show; else both stay open. */
function resolveEither({ readings }: Extract<Base, { is: 'either' }>, { monthFirst }: Context): Resolved | undefined {
  const days = readings.filter(isDay);
  if (days.length <= 1) return days[0] && onDay(days[0]);
  if (monthFirst !== null) return onDay((monthFirst ? days[0] : days[1]) as Day);
  const texts = days.map(dayText).sort();
  return { value: `${yearText((days[0] as Day).year)}-XX-XX`, wanting: 'order', edtf: `[${texts.join(',')}]` };
}

/** A month, or a day of one, with no year. */
function resolveMonth(base: Extract<Base, { is: 'month' }>, context: Context): Resolved | undefined {
  const { month, day } = base;
  if (day !== undefined && (day < 1 || day > (month === 2 ? 29 : [4, 6, 9, 11].includes(month) ? 30 : 31))) return undefined;
  const inside = (year: number): Resolved | undefined => (day === undefined ? inMonth(year, month) : onDay({ year, month, day }));
  const { published, last } = context;
  const named = !base.pick && base.yearBy === undefined;
  if (named && context.ancient !== null)
    return day === undefined ? beforeChrist(context.ancient, month) : unplaced(`XXXX-${two(month)}-${two(day)}`);
  if ((context.narrative || !published) && last && named) return inside(yearOfStory(month, last));
  if (!published) return unplaced(`XXXX-${two(month)}${day === undefined ? '' : `-${two(day)}`}`);
  if (base.yearBy !== undefined) return inside(published.year + base.yearBy);
  return inside(yearFor(month, day, base.pick, context, published));
}

/** A story goes on: January after last year's December is the next one. */
const yearOfStory = (month: number, { day, grain }: Reference): number =>
  (grain === 'D' || grain === 'M') && day.month - month >= MONTHS_BACK ? day.year + 1 : day.year;
/** A step back of so many months is a step on into the next year. */
const MONTHS_BACK = 10;

function yearFor(month: number, day: number | undefined, pick: Pick | undefined, { future }: Context, published: Day): number {
  const gap = month - published.month;
  const after = gap > 0 || (gap === 0 && (day ?? 0) > published.day);
  const latest = after ? published.year - 1 : published.year;
  if (pick === 'past') return latest;
  if (pick === 'last') {
    // "last February", said in March, is the one of the year before: the one just gone would be called by its name alone.
    const months = published.month - month + (published.year - latest) * 12;
    return months <= 2 && day === undefined ? latest - 1 : latest;
  }
  const same = gap === 0 && (day === undefined || day === published.day);
  if (pick === 'next') return after ? published.year : published.year + 1;
  if (pick === 'this' || same) return published.year;
  // The nearer one, by days; a verb in the past or the future makes the other way longer.
  const days = (gap * 30.4 + (day === undefined ? 0 : day - published.day) + 365) % 365;
  return days * Math.exp(-future * VERB_WEIGHT) < 365 - days ? latest + 1 : latest;
}
/** How much the verb's log-odds count beside the distance: set by hand, not searched for. */
const VERB_WEIGHT = 0.7;

/** "the 8th": of the month last spoken of, or of the publication's. */
function resolveDayOfMonth(day: number, { last, published, future }: Context): Resolved | undefined {
  const from = last && (last.grain === 'D' || last.grain === 'M') ? last.day : published;
  if (!from) return unplaced(`XXXX-XX-${two(day)}`);
  const late = from === published && day > from.day && future <= 0;
  return onDay({ ...addMonths({ ...from, day: 1 }, late ? -1 : 0), day });
}

function resolveWeekday(base: Extract<Base, { is: 'weekday' }>, context: Context): Resolved | undefined {
  const from =
    base.from === 'text' && context.last?.grain === 'D'
      ? context.last.day
      : context.narrative && context.last?.grain === 'D'
        ? context.last.day
        : context.published;
  if (!from) return unplaced(`XXXX-WXX-${base.weekday}`);
  const back = (weekdayOf(from) - base.weekday + 7) % 7;
  const ahead = (7 - back) % 7;
  if (base.pick === 'last' || base.pick === 'past') return onDay(addDays(from, -(back || 7)));
  if (base.pick === 'next') return onDay(addDays(from, ahead || 7));
  const future = context.future > (base.pick === 'this' ? -1 : 0);
  return onDay(addDays(from, future ? ahead : -back));
}

const SEASON_MONTHS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };
function resolveSeason(base: Extract<Base, { is: 'season' }>, context: Context): Resolved | undefined {
  const inside = (year: number): Resolved | undefined =>
    at({ year, month: SEASON_MONTHS[base.season] as number, day: 1 }, 'other', `${yearText(year)}-${base.season}`);
  if (base.year !== undefined) return inside(base.year);
  const { published, last } = context;
  if (context.ancient !== null && !base.pick) return beforeChrist(context.ancient, base.season);
  if ((context.narrative || !published) && last) return inside(last.day.year);
  if (!published) return unplaced(`XXXX-${base.season}`);
  const start = SEASON_MONTHS[base.season] as number;
  // A season belongs to the year that it begins in: January's winter to the year before.
  const current = published.month >= start ? published.year : published.year - 1;
  const running = published.month >= start && published.month < start + 3;
  if (base.pick === 'past') return inside(current);
  if (base.pick === 'last') return inside(running ? current - 1 : current);
  if (base.pick === 'next' || (context.future > 0 && !running))
    return inside(
      base.season === 'WI' && published.month < 3 ? published.year : published.month >= start ? published.year + 1 : published.year,
    );
  if (base.pick === 'this') {
    // "This winter" is the one that runs, or in spring the one just gone.
    const gone = base.season === 'WI' && (published.month < 3 || (published.month < 6 && context.future <= 0));
    return inside(gone ? published.year - 1 : published.year);
  }
  return inside(current);
}

function resolveQuarter({ quarter, year, pick }: Extract<Base, { is: 'quarter' }>, context: Context): Resolved | undefined {
  const { published } = context;
  if (quarter === null) {
    if (context.quarter) return inQuarter(context.quarter.year, context.quarter.quarter);
    if (!published) return unplaced('XXXX-QX');
    const before = addMonths(published, -3);
    return inQuarter(before.year, quarterOf(before.month));
  }
  if (year !== undefined) return inQuarter(year, quarter);
  if (!published) return unplaced(`XXXX-Q${quarter}`);
  if (pick) return inQuarter(published.year + YEARS_BY[pick], quarter);
  const now = quarterOf(published.month);
  if (context.future > 1 && quarter !== now - 1) return inQuarter(quarter < now ? published.year + 1 : published.year, quarter);
  return inQuarter(quarter > now ? published.year - 1 : published.year, quarter);
}

function resolveHalf({ half, year, pick }: Extract<Base, { is: 'half' }>, { published, last }: Context): Resolved | undefined {
  const from = year ?? (pick && published ? published.year + YEARS_BY[pick] : (last?.day.year ?? published?.year));
  if (from === undefined) return unplaced(`XXXX-H${half}`);
  return at({ year: from, month: half * 6 - 5, day: 1 }, 'other', `${yearText(from)}-H${half}`);
}

/** The first week of a month is the one that holds its 4th, as ISO 8601 counts the weeks of a year. */
function resolvePartOf({ unit, nth, base }: Extract<Base, { is: 'partOf' }>, context: Context): Resolved | undefined {
  const whole = resolve(base, context);
  const grain = whole?.reference?.grain;
  if (!whole?.reference || (grain !== 'M' && grain !== 'Y')) return whole && { value: UNPLACED_UNITS[unit], edtf: null };
  const first = whole.reference.day;
  const last = addDays(grain === 'M' ? addMonths(first, 1) : { ...first, year: first.year + 1 }, -1);
  const step = unit === 'W' ? 7 : 1;
  const middle = unit === 'W' ? 3 : 0;
  const day = nth > 0 ? addDays(first, (nth - 1) * step + middle) : addDays(last, (nth + 1) * step - middle);
  return unit === 'W' ? inWeek(day) : onDay(day);
}

function holidayIn(year: number, index: number): Day | undefined {
  const rule = HOLIDAYS[index]?.rule;
  if (!rule || !isYear(year)) return undefined;
  if (rule.is === 'fixed') return { year, month: rule.month, day: rule.day };
  if (rule.is === 'easter') return addDays(easter(year), rule.plus);
  return addDays(nthWeekday(year, rule.month, rule.weekday, rule.nth), rule.plus ?? 0);
}

function resolveHoliday({ index, year, pick }: Extract<Base, { is: 'holiday' }>, context: Context): Resolved | undefined {
  const { published, last, future } = context;
  const fixedYear = year ?? (context.narrative && last ? last.day.year : undefined);
  if (fixedYear !== undefined) {
    const day = holidayIn(fixedYear, index);
    return day && onDay(day);
  }
  if (!published) return unplaced('XXXX-XX-XX');
  const days = [-1, 0, 1].flatMap((by) => holidayIn(published.year + by, index) ?? []);
  const now = dayNumber(published);
  const past = days.filter((day) => dayNumber(day) < now + (pick ? 0 : 1)).at(-1);
  const coming = days.find((day) => dayNumber(day) >= now + (pick ? 1 : 0));
  if (!past || !coming) return undefined;
  if (pick) return onDay(pick === 'last' || pick === 'past' ? past : coming);
  return onDay((now - dayNumber(past)) * Math.exp(future * VERB_WEIGHT) <= dayNumber(coming) - now ? past : coming);
}

function resolveWeekend(pick: Pick | undefined, { published, last, future, narrative }: Context): Resolved | undefined {
  const from = narrative && last?.grain === 'D' ? last.day : published;
  if (!from) return unplaced('XXXX-WXX-WE');
  const inside = weekdayOf(from) >= 6;
  const weeks = pick === 'next' ? 1 : pick === 'last' || pick === 'past' ? -1 : pick === 'this' || inside || future > 0 ? 0 : -1;
  const day = addDays(from, weeks * 7);
  return at(day, 'other', `${weekText(day)}-WE`);
}

const UNPLACED_UNITS: Readonly<Record<UnitCode, string>> = {
  S: 'XXXX-XX-XXTXX:XX',
  MIN: 'XXXX-XX-XXTXX:XX',
  H: 'XXXX-XX-XXTXX',
  D: 'XXXX-XX-XX',
  W: 'XXXX-WXX',
  WE: 'XXXX-WXX-WE',
  M: 'XXXX-XX',
  Q: 'XXXX-QX',
  Y: 'XXXX',
  DE: 'XXX',
  CE: 'XX',
  X: 'XXXX',
};
const GRAINS: Readonly<Partial<Record<UnitCode, number>>> = { D: 1, W: 2, M: 3, Q: 4, Y: 5, DE: 6, CE: 7 };
const grainRank = (grain: Grain): number => ({ D: 1, W: 2, M: 3, Q: 4, Y: 5, other: 9 })[grain];

/** "last year", "three weeks later": a unit counted from the publication or the date last spoken of. */
function resolveShift(base: Extract<Base, { is: 'shift' }>, context: Context): Resolved | undefined {
  const { unit, by } = base;
  if (base.sameQuarter) {
    const same = base.same === 'quarter' || (base.same === 'period' && context.ranged) ? null : samePeriod(context.last, base.same);
    const found = same
      ? same
      : context.quarter && !context.stretch
        ? inQuarter(context.quarter.year - 1, context.quarter.quarter)
        : base.from === 'text' && context.last
          ? inYear(context.last.day.year - 1)
          : context.published
            ? inYear(context.published.year - 1)
            : unplaced('XXXX');
    // What it is compared with is not what the text speaks of: nothing later counts from it.
    return found && { value: found.value, ...(found.wanting && { wanting: found.wanting }) };
  }
  const fromText = base.from === 'text' || (context.narrative && context.last !== null);
  const reference = fromText ? context.last : null;
  if (base.from === 'text' && reference && grainRank(reference.grain) > (GRAINS[unit] ?? 0)) return { value: UNPLACED_UNITS[unit] };
  const from = reference?.day ?? context.published;
  if (!from || by === null) return unplaced(UNPLACED_UNITS[unit]);
  return moved(from, unit, by);
}

/** "the same month last year": the month or day last spoken of, a year before. */
function samePeriod(last: Context['last'], same: string | undefined): Resolved | undefined {
  if (!last || same === undefined) return undefined;
  const { year, month, day } = last.day;
  if (last.grain === 'D' && (same === 'day' || same === 'date')) return onDay({ year: year - 1, month, day });
  if ((last.grain === 'D' || last.grain === 'M') && same === 'month') return inMonth(year - 1, month);
  return last.grain === 'M' && same === 'period' ? inMonth(year - 1, month) : undefined;
}

function moved(from: Day, unit: UnitCode, by: number): Resolved | undefined {
  const whole = Math.trunc(by);
  // No report speaks of more than a few thousand years; beyond them nothing is a date.
  if (Math.abs(whole) > 1_000_000) return undefined;
  switch (unit) {
    case 'D':
      return onDay(addDays(from, whole));
    case 'W':
      return inWeek(addDays(from, Math.round(by * 7)));
    case 'M': {
      const day = addMonths(from, whole);
      return inMonth(day.year, day.month);
    }
    case 'Q': {
      const day = addMonths({ ...from, day: 1 }, whole * 3);
      return inQuarter(day.year, quarterOf(day.month));
    }
    case 'Y':
      return inYear(from.year + whole);
    case 'DE':
      return inDecades(Math.floor(from.year / 10) + whole, 3);
    case 'CE':
      return inDecades(Math.floor(from.year / 100) + whole, 2);
    default:
      return { value: UNPLACED_UNITS[unit] };
  }
}

/** "this decade", "the last century", by the digits that their years begin with. */
const inDecades = (start: number, digits: number): Resolved | undefined =>
  start > 0 ? { value: String(start).padStart(digits, '0') } : undefined;

/** "that day": the one last spoken of. "the year": the one of the publication, or in history the one last spoken of. */
function resolveBareUnit({ unit, that }: Extract<Base, { is: 'bareUnit' }>, context: Context): Resolved | undefined {
  if (unit === 'Q' && context.quarter) return inQuarter(context.quarter.year, context.quarter.quarter);
  const { last } = context;
  const told = last && grainRank(last.grain) <= (GRAINS[unit] ?? 0) ? last.day : null;
  const from = that || context.narrative ? (told ?? context.published) : (context.published ?? told);
  return from ? moved(from, unit, 0) : unplaced(UNPLACED_UNITS[unit]);
}

/** A first day and a last one; the interval stands in the value, as ISO 8601 writes it. */
function resolveRange({ first, last }: Extract<Base, { is: 'range' }>, context: Context): Resolved | undefined {
  const from = resolve(first, context);
  const to = from && resolve(last, { ...context, last: from.reference ?? context.last });
  if (!from || !to) return undefined;
  if (from.wanting) return from;
  return { value: `${from.value}/${to.value}`, ...(to.reference && { reference: to.reference }) };
}

/** "the past two weeks": the interval that ends, or begins, with the publication. Only for whole days and more. */
function windowOf({ window, count, unit }: Extract<Base, { is: 'duration' }>, { published, narrative }: Context): string | null {
  if (!window || count === null || !published || narrative || count > 5000) return null;
  const sign = window === 'past' ? -1 : 1;
  const other = ((): string | null => {
    if (unit === 'D') return dayText(addDays(published, sign * Math.round(count)));
    if (unit === 'W') return dayText(addDays(published, sign * Math.round(count * 7)));
    const months = { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200 }[unit as 'M'];
    if (!months) return null;
    const day = addMonths(published, sign * Math.round(months * count));
    return months >= 12 ? yearText(day.year) : monthText(day.year, day.month);
  })();
  if (other === null || !/^\d{4}/.test(other)) return null;
  const now =
    other.length === 4 ? yearText(published.year) : other.length === 7 ? monthText(published.year, published.month) : dayText(published);
  return window === 'past' ? `${other}/${now}` : `${now}/${other}`;
}
