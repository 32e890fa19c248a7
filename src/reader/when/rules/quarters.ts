import { date, type Meaning, type Pick } from '../meaning.ts';
import type { Captures, Rule } from '../pattern.ts';

const quarter = (c: Captures, more: { readonly year?: number; readonly pick?: Pick } = {}): Meaning | undefined => {
  const nth = c.get<number>('ordinal');
  return nth >= 1 && nth <= 4 ? date({ is: 'quarter', quarter: nth, ...more }) : undefined;
};
const half = (c: Captures, more: { readonly year?: number; readonly pick?: Pick } = {}): Meaning | undefined => {
  const word = c.get<string>('word');
  return date({ is: 'half', half: word === 'second' || word === 'last' || word === 'latter' ? 2 : 1, ...more });
};
const yearAgo = (c: Captures): Meaning => {
  const same = c.maybe<string>('what');
  // "A year ago" looks back from the report, "a year earlier" from the date that the text gave.
  const from = c.maybe<string>('word') === 'earlier' ? 'text' : 'publication';
  return date({ is: 'shift', unit: 'Y', by: -1, from, sameQuarter: true, ...(same !== undefined && { same }) });
};

/** Quarters and halves of years, as companies and statistics offices write them. */
export const QUARTER_RULES: readonly Rule[] = [
  {
    name: 'quarter',
    pattern: 'the? (fiscal|calendar)? -? {ordinal} quarter',
    make: (c) => quarter(c),
    example: ['in [the third quarter]', '2024-Q3'],
  },
  {
    name: 'quarter-adjective',
    pattern: '(fiscal|calendar)? {ordinal} - quarter',
    make: (c) => quarter(c),
    example: ['[third-quarter] profit', '2024-Q3'],
  },
  {
    name: 'quarter-of-year',
    pattern: 'the? (fiscal|calendar)? {ordinal} quarter of (fiscal|calendar)? {year}',
    make: (c) => quarter(c, { year: c.get('year') }),
    example: ['[the third quarter of 2023]', '2023-Q3'],
  },
  {
    name: 'quarter-of-picked-year',
    pattern: 'the? {ordinal} quarter of {pick} year',
    make: (c) => quarter(c, { pick: c.get('pick') }),
    example: ['[the third quarter of last year]', '2023-Q3'],
  },
  {
    name: 'quarter-picked-year',
    pattern: 'the? {ordinal} quarter {pick} year',
    make: (c) => quarter(c, { pick: c.get('pick') }),
    example: ['[the third quarter last year]', '2023-Q3'],
  },
  {
    name: 'year-quarter',
    pattern: 'the? {year} {ordinal} quarter',
    make: (c) => quarter(c, { year: c.get('year') }),
    example: ['[the 2023 third quarter]', '2023-Q3'],
  },
  {
    name: 'picked-years-quarter',
    pattern: "{pick} year ' s {ordinal} quarter",
    make: (c) => quarter(c, { pick: c.get('pick') }),
    example: ["[last year's third quarter]", '2023-Q3'],
  },
  {
    name: 'q-number',
    pattern: 'q {quarterNumber:ordinal} {year}',
    make: (c) => quarter(c, { year: c.get('year') }),
    example: ['in [Q3 2023]', '2023-Q3'],
  },
  { name: 'q-number-alone', pattern: 'q {quarterNumber:ordinal}', make: (c) => quarter(c), example: ['in [Q3]', '2024-Q3'] },
  {
    name: 'latest-quarter',
    pattern: 'the latest (quarter|period)',
    make: () => date({ is: 'quarter', quarter: null }),
    example: ['In the third quarter it fell. Sales in [the latest quarter] rose', '2024-Q3'],
  },
  {
    name: 'latest-year',
    pattern: 'the latest fiscal? year',
    make: () => date({ is: 'shift', unit: 'Y', by: 0, from: 'text' }),
    example: ['In 2023 it fell. Sales in [the latest year] rose', '2023'],
  },
  {
    name: 'year-ago-quarter',
    pattern: 'the? comparable? year - (ago|earlier) (quarter|period)',
    make: yearAgo,
    example: ['In the third quarter it fell from [the year-ago quarter]', '2023-Q3'],
  },
  {
    name: 'year-ago-nth-quarter',
    pattern: 'the? year - (ago|earlier) {ordinal} quarter',
    make: (c) => quarter(c, { pick: 'last' }),
    example: ['[the year-earlier third quarter]', '2023-Q3'],
  },
  {
    name: 'year-ago-adjective',
    pattern: 'year - (ago|earlier)',
    make: yearAgo,
    example: ['In the third quarter it fell from the [year-ago] figure', '2023-Q3'],
  },
  {
    name: 'final-quarter',
    pattern: 'the final quarter of {year}',
    make: (c) => date({ is: 'quarter', quarter: 4, year: c.get('year') }),
    example: ['in [the final quarter of 2023]', '2023-Q4'],
  },
  {
    name: 'year-period',
    pattern: 'the {year} (period|quarter)',
    make: (c) => date({ is: 'periodOf', year: c.get('year') }),
    example: ['In the third quarter it fell from [the 2023 period]', '2023-Q3'],
  },
  {
    name: 'same-period-year-ago',
    pattern: 'the (same|corresponding|comparable) (period|quarter|month|time|day):what (of|in)? (a|one) year (ago|earlier|before)',
    make: yearAgo,
    example: ['In the third quarter it fell from [the same quarter a year ago]', '2023-Q3'],
  },
  {
    name: 'same-period-last-year',
    pattern: 'the (same|corresponding|comparable) (period|quarter|month|time|day):what (of|in)? the? last year',
    make: yearAgo,
    example: ['In the third quarter it fell from [the same period last year]', '2023-Q3'],
  },
  {
    name: 'same-month-last-year',
    pattern: 'the same month:what last year',
    make: yearAgo,
    example: ['In March it fell from [the same month last year]', '2023-03'],
  },
  {
    name: 'year-ago',
    pattern: '(a|one) year (ago|earlier):word',
    make: yearAgo,
    example: ['In the third quarter it fell from a profit [a year ago]', '2023-Q3'],
  },
  {
    name: 'the-quarter-year-ago',
    pattern: 'the (quarter|period) (a|one) year (ago|earlier):word',
    make: yearAgo,
    example: ['In the third quarter it fell. In [the quarter a year ago] it rose', '2023-Q3'],
  },
  {
    name: 'half-of-year',
    pattern: 'the? (first|second|last|latter|former):word half of {year}',
    make: (c) => half(c, { year: c.get('year') }),
    example: ['[the last half of 1989]', '1989-H2'],
  },
  {
    name: 'half-of-picked-year',
    pattern: 'the? (first|second|last|latter|former):word half of {pick} year',
    make: (c) => half(c, { pick: c.get('pick') }),
    example: ['[the first half of this year]', '2024-H1'],
  },
  {
    name: 'half-of-the-year',
    pattern: 'the? (first|second|last|latter|former):word half of the year',
    make: (c) => half(c),
    example: ['[the first half of the year]', '2024-H1'],
  },
];
