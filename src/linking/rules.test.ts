import { describe, expect, it } from 'vitest';
import type { Quantity, Report, Statement } from '../model/index.ts';
import { foreseenIn } from './forecasts/foreseen.ts';
import { linkStory } from './index.ts';
import type { LinkReport } from './input.ts';
import { madeReport, madeStatement } from './made.ts';
import { mayBePeople, SCOPES, scopeOf } from './tallies/scopes.ts';
import { stems } from './words/normalise.ts';

const published = (day: string): Pick<Report, 'published'> => ({ published: `${day}T12:00:00Z` });

/** A report whose statements are its sentences: `[source, cue]` for the quoted ones, null for the outlet's own. */
function reportOf(
  id: string,
  day: string,
  rows: readonly (readonly [string, readonly [string, string] | null])[],
  figures: Readonly<Record<string, number>> = {},
): LinkReport {
  const text = rows.map(([sentence]) => sentence).join(' ');
  let at = 0;
  const statements = rows.map(([sentence, said]): Statement => {
    const start = text.indexOf(sentence, at);
    at = start + sentence.length;
    const quantities = Object.entries(figures).flatMap(([words, value]): Quantity[] => {
      const from = sentence.indexOf(words);
      if (from < 0) return [];
      const spans = [[start + from, start + from + words.length]] as const;
      return [
        { spans, text: words, low: value, high: value, approximate: false, unit: 'people', counted: 'people' } as unknown as Quantity,
      ];
    });
    return madeStatement(sentence, {
      id: `${id}:${start}-${at}`,
      source: said && { spans: [], text: said[0], name: said[0], kind: 'agency' },
      cue: said && { spans: [], text: said[1] },
      content: { spans: [[start, at]], text: sentence },
      stance: 'asserts',
      quantities,
      ...(said ? {} : { voice: 'outlet' as const }),
    });
  });
  return { report: madeReport(id, text, published(day)), statements };
}

/** Who gives each figure, by the source's name. */
const givers = (reports: readonly LinkReport[]): (string | null)[] => {
  const links = linkStory(reports);
  const names = new Map(links.sources.map(({ id, name }) => [id, name]));
  return links.tallies.flatMap(({ points }) =>
    points.map(({ sourceId }) => (sourceId === null ? null : (names.get(sourceId) ?? sourceId))),
  );
};

describe('scopes', () => {
  it.each(SCOPES.map((scope) => [scope.id, scope.example] as const))('%s: %s', (id, example) => {
    expect(scopeOf(example, stems(example))?.id).toBe(id);
  });

  it('takes no missing paintings for missing people', () => {
    expect(scopeOf('ten paintings are missing', stems('paintings'))).toBeNull();
    expect(mayBePeople(stems('firemen'))).toBe(true);
  });
});

describe('who gives a figure in the outlet’s own voice', () => {
  it('is the subject that counts, or who said it after it', () => {
    const said = reportOf('a', '2025-01-02', [['12 people were hurt', ['Ostby Health Office', 'said']]], { '12 people': 12 });
    const own = reportOf('b', '2025-01-03', [['The Ostby Health Office now speaks of 15 people hurt.', null]], { '15 people': 15 });
    expect(givers([said, own])).toEqual(['Ostby Health Office', 'Ostby Health Office']);
    const handed = reportOf('b', '2025-01-03', [['15 people were hurt, the Ostby Health Office said.', null]], { '15 people': 15 });
    expect(givers([said, handed])).toEqual(['Ostby Health Office', 'Ostby Health Office']);
  });

  it('is the outlet where its own reporter counted, and nobody where nothing tells', () => {
    const seen = reportOf('a', '2025-01-02', [['Our reporter counted 12 people hurt on the quay.', null]], { '12 people': 12 });
    expect(givers([seen])).toEqual(['Outlet a']);
    const bare = reportOf('a', '2025-01-02', [['At the quay 12 people were hurt.', null]], { '12 people': 12 });
    expect(givers([bare])).toEqual([null]);
  });
});

describe('a figure that is named to be disowned', () => {
  it.each([
    ['The mayor’s figure of 6,500 was wrong because some buses had been counted twice', []],
    ['The mayor’s count of 6,500 people had been too high', []],
    ['The figure of 6,500 was right', ['Ostby Interior Ministry']],
    ['6,500 people left and the bridge was an error', ['Ostby Interior Ministry']],
  ])('%s', (text, expected) => {
    const row = reportOf('a', '2025-01-02', [[text, ['Ostby Interior Ministry', 'said']]], { '6,500': 6500 });
    expect(givers([row])).toEqual(expected);
  });
});

describe('what a statement foresees', () => {
  const of = (text: string, cue: string | null, times: readonly { text: string; edtf: string }[] = []): ReturnType<typeof foreseenIn> => {
    const [statement] = reportOf('a', '2025-01-07', [[text, ['Ostby Council', cue ?? 'said']]]).statements as [Statement];
    const found = times.map((time) => ({ ...time, spans: [[0, 1]] as const, timex: { type: 'DATE' as const, value: time.edtf } }));
    return foreseenIn({ ...statement, times: found }, '2025-01-07T12:00:00Z');
  };

  it('is read from the cue, with its window', () => {
    expect(of('the bridge to be open again by Friday', 'expects', [{ text: 'Friday', edtf: '2025-01-10' }])?.window).toBe('2025-01-10');
    expect(of('the bridge was open on Friday', 'said', [{ text: 'Friday', edtf: '2025-01-03' }])).toBeNull();
  });

  it('takes a bare weekday for the one that comes', () => {
    expect(of('the bridge to be open again on Friday', 'expects', [{ text: 'Friday', edtf: '2025-01-03' }])?.window).toBe('2025-01-10');
  });

  it('is without a window where the one read ends before it begins', () => {
    const [statement] = reportOf('a', '2025-10-20', [['the tram would run before the end of the month', ['Ostby Council', 'said']]])
      .statements as [Statement];
    const forecast = (window: string): Statement => ({ ...statement, forecast: { window, condition: null } });
    expect(foreseenIn(forecast('2025-10-20/2025-09-30'), '2025-10-20T12:00:00Z')?.window).toBeNull();
    expect(foreseenIn(forecast('2025-10-20/2025-10'), '2025-10-20T12:00:00Z')?.window).toBe('2025-10-20/2025-10');
  });
});

describe('what became of a forecast', () => {
  const promised = (text: string, window: string): LinkReport => {
    const row = reportOf('a', '2025-06-12', [[text, ['Ostby Bank', 'said']]]);
    return { ...row, statements: row.statements.map((statement) => ({ ...statement, forecast: { window, condition: null } })) };
  };
  const outcome = (first: LinkReport, later: string): string | undefined =>
    linkStory([first, reportOf('b', '2025-06-18', [[later, null]])]).forecasts[0]?.outcome;

  it('is kept by what comes after a day before which it was not to come', () => {
    const first = promised('the mobile application would not be back before Tuesday', '2025-06-17/..');
    expect(outcome(first, 'The mobile application is back.')).toBe('fulfilled');
  });

  it('is not told by a question or a scrap', () => {
    const first = promised('the mobile application would be back by Monday', '2025-06-16');
    expect(outcome(first, 'It was on Sunday that the mobile application of the bank came back to the phones.')).toBe('fulfilled');
    expect(outcome(first, 'whether the mobile application would be back by Monday')).toBe('pending');
  });
});

describe('a bare figure', () => {
  it('has for its unit what the words before it count, as they stand there', () => {
    const row = reportOf('a', '2025-01-02', [['The number of villages without water is now 6240', ['Ostby Ministry', 'said']]], {
      6240: 6240,
    });
    const quantities = row.statements.flatMap((one) => one.quantities).map((one) => ({ ...one, unit: null, counted: null }));
    const [statement] = row.statements;
    const bare = { ...row, statements: statement ? [{ ...statement, quantities }] : [] };
    expect(linkStory([bare]).tallies).toMatchObject([{ unit: 'villages without water', question: 'How many villages without water?' }]);
  });
});

describe('a figure that takes the place of another', () => {
  const tallies = (...reports: readonly LinkReport[]): string[] =>
    linkStory(reports)
      .tallies.map(({ points }) => points.map(({ low, status }) => `${low} ${status}`).join(', '))
      .sort();
  const first = reportOf('a', '2025-01-02', [['4,000 people were told to leave their homes', ['Ostby Ministry', 'said']]], {
    '4,000 people': 4000,
  });

  it('is of one count with it, and the former one is not given again', () => {
    const raised = reportOf(
      'b',
      '2025-01-03',
      [['The number of people moved from the valley was put at 5,200, up from 4,000', ['Ostby Ministry', 'said']]],
      {
        '5,200': 5200,
        '4,000': 4000,
      },
    );
    expect(tallies(first, raised)).toEqual(['4000 first, 5200 revised']);
  });

  it('is not given by whoever compares with it', () => {
    const compared = reportOf(
      'b',
      '2025-01-03',
      [['6,500 people had left the town, far more than the 4,000 that the ministry gave', ['Hanne Brisk', 'said']]],
      {
        '6,500 people': 6500,
        '4,000': 4000,
      },
    );
    expect(tallies(compared).join()).not.toContain('4000');
  });
});
