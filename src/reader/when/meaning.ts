import type { UnitCode } from './words/units.ts';

/** Which of several, counted from the day that the text is read against: `last` the one before, `past` the latest one gone. */
export type Pick = 'last' | 'past' | 'this' | 'next';

/** What an expression says before anything is known about when it was written. */
export type Base =
  | { readonly is: 'calendar'; readonly year?: number; readonly month?: number; readonly day?: number; readonly weekday?: number }
  | { readonly is: 'beforeChrist'; readonly year: number; readonly part?: number | string }
  | { readonly is: 'either'; readonly readings: readonly { readonly year: number; readonly month: number; readonly day: number }[] }
  | { readonly is: 'weekday'; readonly weekday: number; readonly pick?: Pick; readonly from?: 'text' }
  | { readonly is: 'month'; readonly month: number; readonly day?: number; readonly pick?: Pick; readonly yearBy?: number }
  | { readonly is: 'dayOfMonth'; readonly day: number }
  | { readonly is: 'season'; readonly season: string; readonly year?: number; readonly pick?: Pick }
  | { readonly is: 'quarter'; readonly quarter: number | null; readonly year?: number; readonly pick?: Pick }
  /** "the quarter ended Sept. 30": the one that the date after it closes. */
  | { readonly is: 'quarterEnding' }
  /** "the 1988 period": the quarter last spoken of, in that year. */
  | { readonly is: 'periodOf'; readonly year: number }
  | { readonly is: 'half'; readonly half: number; readonly year?: number; readonly pick?: Pick }
  | { readonly is: 'holiday'; readonly index: number; readonly year?: number; readonly pick?: Pick }
  | { readonly is: 'weekend'; readonly pick?: Pick }
  | { readonly is: 'weekOf'; readonly base: Base }
  | {
      readonly is: 'shift';
      readonly unit: UnitCode;
      readonly by: number | null;
      readonly from: 'publication' | 'text';
      readonly sameQuarter?: boolean;
      /** Of "the same month last year", what is the same. */
      readonly same?: string;
    }
  | { readonly is: 'shiftFrom'; readonly unit: UnitCode; readonly by: number; readonly base: Base }
  | { readonly is: 'bareUnit'; readonly unit: UnitCode; readonly that?: boolean }
  | { readonly is: 'decade'; readonly decade: number; readonly century: number | null }
  | { readonly is: 'century'; readonly century: number }
  | { readonly is: 'range'; readonly first: Base; readonly last: Base }
  /** "the day of the vote": a time that only an event dates. */
  | { readonly is: 'open'; readonly unit: UnitCode }
  /** "the last week of March": the `nth` week or day of a month, of a year; below 0 from its end. */
  | { readonly is: 'partOf'; readonly unit: 'W' | 'D'; readonly nth: number; readonly base: Base }
  | { readonly is: 'ref'; readonly value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF' }
  | {
      readonly is: 'duration';
      readonly count: number | null;
      readonly unit: UnitCode;
      readonly extra?: string;
      readonly window?: 'past' | 'future';
    }
  | { readonly is: 'set'; readonly value: string };

/** A time of day: by the clock, or by a part of the day. `zone` is an offset, `null` where the letters leave it open. */
export type Clock =
  | {
      readonly is: 'clock';
      readonly hour: number;
      readonly minute: number | null;
      readonly second: number | null;
      readonly zone?: string | null;
    }
  | { readonly is: 'part'; readonly part: string };

export type Stage = 'START' | 'MID' | 'END' | 'APPROX' | 'MORE_THAN' | 'LESS_THAN';

/** One expression as a rule read it. */
export interface Meaning {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly base: Base;
  readonly clock?: Clock;
  readonly stage?: Stage;
}

export const date = (base: Base, stage?: Stage): Meaning => ({ type: 'DATE', base, ...(stage && { stage }) });
export const time = (base: Base, clock: Clock): Meaning => ({ type: 'TIME', base, clock });
export const duration = (
  count: number | null,
  unit: UnitCode,
  more: { readonly extra?: string; readonly window?: 'past' | 'future' } = {},
): Meaning => ({ type: 'DURATION', base: { is: 'duration', count, unit, ...more } });
export const set = (value: string): Meaning => ({ type: 'SET', base: { is: 'set', value } });
export const shift = (unit: UnitCode, by: number | null, from: 'publication' | 'text' = 'publication'): Base => ({
  is: 'shift',
  unit,
  by,
  from,
});
