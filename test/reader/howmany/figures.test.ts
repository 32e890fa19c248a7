import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Quantity } from '../../../src/model/index.ts';
import { quantitiesIn } from '../../../src/reader/howmany/index.ts';
import { digitsValue } from '../../../src/reader/howmany/numerals.ts';

const ends = (text: string): readonly (readonly [number | null, number | null])[] => quantitiesIn(text).map(({ low, high }) => [low, high]);

describe('numbers', () => {
  it.each([
    ['2.4 million cubic metres', 2.4e6],
    ['half a million people', 5e5],
    ['two and a half million children', 2.5e6],
    ['a million and a half tonnes', 1.5e6],
    ['two thousand five hundred and six men', 2506],
    ['three-quarters of the seats', 0.75],
    ['a quarter of a million dollars', 250_000],
    ['two dozen men', 24],
    ['1,25,000 rupees', 125_000],
    ['13 000 homes', 13_000],
    ['٣٥ people', 35],
    ['minus five degrees', -5],
    ['$65.4 billion', 65.4e9],
    ['2½ years', 2.5],
    ['1 in 5 homes', 0.2],
  ])('%s', (text, value) => {
    expect(ends(text)).toEqual([[value, value]]);
  });

  it.each([
    ['between 200 and 300 tanks', 200, 300],
    ['10 to 12 million people', 1e7, 12e6],
    ['from $5 to $7', 5, 7],
    ['20-30 kilometres', 20, 30],
    ['two or three men', 2, 3],
  ])('range: %s', (text, low, high) => {
    expect(ends(text)).toEqual([[low, high]]);
  });

  it('takes a change for two figures, not a range', () => {
    expect(ends('It rose from 10 to 12.')).toEqual([
      [10, 10],
      [12, 12],
    ]);
    expect(ends('They won 3-1.')).toEqual([
      [3, 3],
      [1, 1],
    ]);
  });

  it('says "at least this" of what nobody counted', () => {
    expect(quantitiesIn('Hundreds of people fled.')).toMatchObject([
      { low: 100, high: null, lowInclusive: true, approximate: true, unit: 'people' },
    ]);
  });
});

describe('what is counted, and of whom', () => {
  it('tells the container from its content', () => {
    const [found] = quantitiesIn("They sent more than 13,000 containers' worth of artillery shells, missiles and rockets.");
    expect(found).toMatchObject({
      text: "more than 13,000 containers' worth",
      low: 13_000,
      high: null,
      lowInclusive: false,
      unit: 'containers',
      counted: 'artillery shells',
    });
  });

  it('tells the dead from the injured, and a part from the whole', () => {
    expect(quantitiesIn('At least 12 people were killed, including three children, and 30 injured.')).toMatchObject([
      { low: 12, high: null, scope: ['dead'] },
      { low: 3, unit: 'children', partial: true },
      { low: 30, scope: ['injured'] },
    ]);
  });

  it('keeps a figure that is set aside, and says so', () => {
    const found = quantitiesIn('It was not 12 but 10 soldiers who died.');
    expect(found.map((q) => [q.low, q.denied ?? false])).toEqual([
      [12, true],
      [10, false],
    ]);
  });

  it('takes ages for years', () => {
    expect(quantitiesIn('Lee, 55, met a 10-year-old boy.')).toMatchObject([
      { low: 55, unit: 'years', counted: 'age' },
      { low: 10, unit: 'years', counted: 'age' },
    ]);
  });
});

describe('hostile text', () => {
  it.each([
    ['10^400 written out', `1${'0'.repeat(400)} people`],
    ['NaN and Infinity in words', 'NaN people, Infinity troops, infinity dollars'],
    ['digits of two scripts in one number', '1٢3 people'],
    ['words that objects know', 'constructor people, toString of hasOwnProperty'],
    ['a version and an address', '1.2.3 and 10.0.0.1'],
  ])('finds nothing in %s', (_, text) => {
    expect(quantitiesIn(text)).toEqual([]);
  });

  it('gives no value to what no double holds', () => {
    expect(digitsValue('9'.repeat(25))).toBeNull();
    expect(digitsValue('1,2,3')).toBeNull();
  });

  it.each([
    ['digits', '7'.repeat(5_000_000)],
    ['grouped digits', '1,000,'.repeat(830_000)],
    ['number words', 'twenty-two hundred '.repeat(260_000)],
    ['scale words', 'million '.repeat(620_000)],
    ['bounds', 'at least '.repeat(550_000)],
    ['capitals', 'A'.repeat(5_000_000)],
    ['hyphens', '1-'.repeat(400_000)],
  ])(
    'stays linear on megabytes of %s',
    (_, text) => {
      // Processor time: other programs do not count.
      const taken = (part: string): number => {
        const started = process.cpuUsage();
        quantitiesIn(part);
        return process.cpuUsage(started).user / 1000;
      };
      const quarter = taken(text.slice(0, text.length / 4));
      expect(taken(text)).toBeLessThan(Math.max(2000, quarter * 10));
    },
    60_000,
  );

  it('never throws, and no span leaves the text, whatever stands in it', () => {
    const parts = fc.constantFrom(
      'at least',
      '12',
      '1,000',
      'million',
      'half',
      'a',
      'of',
      '-',
      '$',
      'to',
      'between',
      'and',
      'people',
      '%',
      '½',
      'Oct.',
      '3',
      '‑',
      '😀',
      '٣',
      '\n\n',
      "'",
      '/',
      '.',
      'one',
      'in',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(parts, fc.string({ unit: 'grapheme' })), { maxLength: 30 }),
        fc.constantFrom('', ' '),
        (words, space) => {
          const text = words.join(space);
          for (const quantity of quantitiesIn(text)) {
            Quantity.parse(quantity);
            const [[start, end] = [0, 0]] = quantity.spans;
            expect(text.slice(start, end)).toBe(quantity.text);
            expect(end).toBeGreaterThan(start);
            for (const value of [quantity.low, quantity.high]) if (value !== null) expect(Number.isFinite(value)).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
