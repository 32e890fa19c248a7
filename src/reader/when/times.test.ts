import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribution } from '../layers.ts';
import { findTimes } from './index.ts';
import { saidWhen } from './said-when.ts';

const read = (text: string, published: string | null = '2024-10-18') => {
  const { times, warnings } = findTimes({ text, published });
  return { rows: times.map((time) => [time.text, time.timex.value, time.edtf]), codes: warnings.map(({ code }) => code) };
};

describe('dates in their text', () => {
  it('keeps an end open after "since" and "until"', () => {
    expect(read('The camp has been shelled since last August.').rows).toEqual([['last August', '2023-08', '2023-08/..']]);
    expect(read('The bridge stayed closed until Oct. 14.').rows).toEqual([['Oct. 14', '2024-10-14', '../2024-10-14']]);
  });

  it('reads a range that shares its month as one interval, and whole ends as two rows of one interval', () => {
    expect(read('Ships moved troops from the 8th to the 13th of October.').rows).toEqual([
      ['from the 8th to the 13th of October', '2024-10-08/2024-10-13', '2024-10-08/2024-10-13'],
    ]);
    expect(read('He led the union from 2009 to 2011.').rows).toEqual([
      ['2009', '2009', '2009/2011'],
      ['2011', '2011', '2009/2011'],
    ]);
  });

  it('lets the verb decide which Sunday', () => {
    expect(read('The envoy arrived on Sunday.').rows).toEqual([['Sunday', '2024-10-13', '2024-10-13']]);
    expect(read('The envoy will arrive on Sunday.').rows).toEqual([['Sunday', '2024-10-20', '2024-10-20']]);
  });

  it('takes the nearer weekday where the verb leaves it open', () => {
    const day = (text: string, published: string): unknown => read(text, published).rows[0]?.[1];
    expect(day('Crowds are expected at the Saturday parade.', '2024-10-18')).toBe('2024-10-19');
    expect(day('The army attacked Saturday.', '2024-10-18')).toBe('2024-10-12');
    expect(day('They would appeal Thursday’s ruling.', '2024-10-18')).toBe('2024-10-17');
    expect(day('The owners could not be located Thursday in the village.', '2024-10-18')).toBe('2024-10-17');
  });

  it('looks ahead to the date to which something is moved', () => {
    const day = (text: string): unknown => read(text, '2025-04-26').rows.at(-1)?.[1];
    expect(day('Completion has been put back to the end of September.')).toBe('2025-09');
    expect(day('The court postponed the hearing until July.')).toBe('2025-07');
    expect(day('They moved the archive to Bonn in December.')).toBe('2024-12');
  });

  it('compares with the period that the figures are of', () => {
    const values = (text: string): unknown[] => read(text).rows.map(([, value]) => value);
    expect(values('In the third quarter it lost $3 million, against a profit a year earlier.')).toEqual(['2024-Q3', '2023-Q3']);
    // The nine months are longer than the quarter that stood before them.
    expect(values('In the third quarter it lost. For the nine months it earned $9 million, up from $6 million a year earlier.')).toEqual([
      '2024-Q3',
      'P9M',
      '2023',
    ]);
    // What it compares with, and what it expects, is not what it goes on about.
    expect(values('Third-quarter sales fell from the third quarter of 2023. In the latest quarter nobody left.').at(-1)).toBe('2024-Q3');
    expect(
      values('Third-quarter sales fell. It expects to recover in the third quarter of 2025. They were down from a year ago.').at(-1),
    ).toBe('2023-Q3');
    expect(values('In the quarter ended July 31 it had 40 shops.')[0]).toBe('2024-Q2');
  });

  it('gives each day of a list its month, and both ends of a span one year', () => {
    expect(read('The fair was held on April 24 and 25, 2023.').rows.map(([, value]) => value)).toEqual(['2023-04-24', '2023-04-25']);
    expect(read('Work begins on May 24 and 25 near the port.').rows.map(([text]) => text)).toEqual(['May 24', '25']);
    expect(read('Power failed between April and June, less than in the same period last year.').rows.at(-1)).toEqual([
      'the same period last year',
      '2023',
      '2023',
    ]);
    expect(read('It will be held on both 8 and 9 May.').rows.map(([text]) => text)).toEqual(['8', '9 May']);
    expect(read('On May 6 and 7 people died.').rows.map(([text]) => text)).toEqual(['May 6']);
    expect(read('From November to January 2023 it rained.').rows.map(([, , edtf]) => edtf)).toEqual(['2022-11/2023-01', '2022-11/2023-01']);
  });

  it('counts from the date that the text gave before', () => {
    expect(read('The dam broke on June 6, 2023. The following day two towns were under water.').rows.map(([, value]) => value)).toEqual([
      '2023-06-06',
      '2023-06-07',
    ]);
  });

  it('writes weeks, quarters and seasons as EDTF', () => {
    expect(read('The ministry met last week.').rows).toEqual([['last week', '2024-W41', '2024-10-07/2024-10-13']]);
    expect(read('Exports fell in the third quarter of 2023.').rows).toEqual([['the third quarter of 2023', '2023-Q3', '2023-07/2023-09']]);
    expect(read('It began in the winter of 1994.').rows).toEqual([['the winter of 1994', '1994-WI', '1994-24']]);
  });

  it('gives a time of day its zone', () => {
    expect(read('The blast came at 10:35 p.m. GMT on Oct. 3.').rows.map(([, , edtf]) => edtf)).toContain('2024-10-03T22:35:00Z');
  });
});

describe('dates that cannot be placed', () => {
  it('leaves relative dates open where the report has no day, and says so once', () => {
    const { rows, codes } = read('The army left on Friday and came back yesterday.', null);
    expect(rows.map(([, , edtf]) => edtf)).toEqual([null, null]);
    expect(codes).toEqual(['WHEN_UNDATED_REPORT']);
  });

  it('keeps both readings of a date in two orders until the report shows its order', () => {
    expect(read('Signed on 03/04/2024.').rows).toEqual([['03/04/2024', '2024-XX-XX', '[2024-03-04,2024-04-03]']]);
    expect(read('Signed on 03/04/2024. Sent on 23/04/2024.').rows.map(([, value]) => value)).toEqual(['2024-04-03', '2024-04-23']);
  });

  it('lets the country of the language tag or the address decide the order', () => {
    const value = (more: { language?: string; url?: string }) =>
      findTimes({ text: 'Signed on 03/04/2024.', published: '2024-10-18', ...more }).times[0]?.timex.value;
    expect(value({ language: 'en-GB' })).toBe('2024-04-03');
    expect(value({ language: 'en-US' })).toBe('2024-03-04');
    expect(value({ url: 'https://www.paper.co.uk/story?a=1' })).toBe('2024-04-03');
    expect(value({ language: 'en', url: 'https://paper.com/uk' })).toBe('2024-XX-XX');
    expect(value({ language: 'en-CA', url: 'https://paper.co.uk' })).toBe('2024-XX-XX');
  });

  it('leaves the order open where the dates of a report contradict each other', () => {
    expect(read('Signed on 23/04/2024, sent on 04/25/2024, read on 03/04/2024.').rows.map(([, value]) => value)).toEqual([
      '2024-04-23',
      '2024-04-25',
      '2024-XX-XX',
    ]);
  });

  it('invents no day for 30 February, year 0 or 13/13', () => {
    expect(read('Signed on February 30, 2024.')).toEqual({ rows: [], codes: ['WHEN_NO_SUCH_DAY'] });
    expect(read('Signed on 0000-01-01.').rows).toEqual([]);
    expect(read('Signed on 13/13/2024.').rows).toEqual([]);
    expect(read('In the year 99999 it ends.').rows).toEqual([]);
    expect(read('On ٣ October ２０２４.').rows.every(([, , edtf]) => edtf === null || /^[\d/.\-X]+$/.test(String(edtf)))).toBe(true);
  });

  it('takes a publication day that is none for no day', () => {
    expect(read('It fell yesterday.', '2024-02-31').rows).toEqual([['yesterday', 'XXXX-XX-XX', null]]);
    expect(read('It fell yesterday.', 'soon').codes).toEqual(['WHEN_UNDATED_REPORT']);
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    'the',
    'day',
    'before',
    'May',
    '12',
    '1999',
    '/',
    '-',
    'last',
    'Friday',
    'and',
    'a',
    'half',
    'years',
    'ago',
    '.',
    '\n\n',
    '😀',
    'II',
    '٣',
    'p.m.',
    ':',
    'Q',
    '30',
    'February',
    'of',
    'to',
    'from',
    '000',
    ',',
    'week',
    'BC',
  );
  it('gives spans that stand in it, in order, with dates that are dates', () => {
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 40 }),
        fc.constantFrom(' ', ''),
        fc.constantFrom(null, '2024-02-29', '0001-01-01', '9999-12-31'),
        (list, glue, published) => {
          const text = list.join(glue);
          let end = 0;
          for (const time of findTimes({ text, published }).times) {
            const [from, to] = time.spans[0] as readonly [number, number];
            expect(from).toBeGreaterThanOrEqual(end);
            expect(text.slice(from, to)).toBe(time.text);
            end = to;
            for (const [, year, month, day] of (time.edtf ?? '').matchAll(/(\d{4})-(\d\d)-(\d\d)/g))
              expect(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate()).toBe(Number(day));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each(['1234567890', '12 ', 'the day before ', 'May ', 'A', '1999 ', '1/2/'])('stays linear in %j', (unit) => {
    const cost = (size: number): number => {
      const text = unit.repeat(size / unit.length);
      const start = process.cpuUsage().user;
      findTimes({ text, published: '2024-10-18' });
      return process.cpuUsage().user - start;
    };
    cost(5_000);
    // Four times as long a text may take twelve times as long on a busy machine, never the square.
    expect(cost(32_000)).toBeLessThan(12 * cost(8_000) + 50_000);
  });
});

describe('when the source spoke', () => {
  const at = (text: string, part: string): readonly [number, number] => [text.indexOf(part), text.indexOf(part) + part.length];
  const said = (text: string, cue: string, content: string): string | null => {
    const attribution: Attribution = {
      source: null,
      cue: [at(text, cue)],
      content: [at(text, content)],
      quotation: 'indirect',
      depth: 0,
      within: null,
      confidence: null,
    };
    return saidWhen(text, attribution, findTimes({ text, published: '2024-10-18' }).times);
  };
  it('is the date beside the cue, not the one inside the content', () => {
    expect(said('The ministry said on Thursday that the bridge fell on Monday.', 'said', 'that the bridge fell on Monday')).toBe(
      '2024-10-17',
    );
    expect(said('The ministry said that the bridge fell on Monday.', 'said', 'that the bridge fell on Monday')).toBeNull();
    expect(said('On Tuesday, she told reporters the bridge fell.', 'told', 'the bridge fell')).toBe('2024-10-15');
  });
});
