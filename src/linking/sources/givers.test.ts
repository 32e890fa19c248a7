import { describe, expect, it } from 'vitest';
import type { Statement } from '../../model/index.ts';
import { madeReport, madeStatement } from '../made.ts';
import { figureGivers } from './givers.ts';

const KNOWN = ['Water Directorate', 'Varnenergo', 'Elin Varga', 'Health Institute'];
const figure = {
  spans: [[0, 1]],
  text: '1',
  low: 1,
  high: 1,
  lowInclusive: true,
  highInclusive: true,
  approximate: false,
  unit: null,
  counted: null,
} as const;

const christmas: Statement['times'][number] = {
  spans: [[0, 1]],
  text: 'Christmas',
  edtf: '2025-12-25',
  timex: { type: 'DATE', value: '2025-12-25' },
};

/** Who gives an outlet's own sentence, of some sources that the story knows. */
const giverOf = (text: string, quantities: Statement['quantities'] = [figure], times: Statement['times'] = []): string | undefined => {
  const statement = madeStatement(text, { id: 'r:1', quantities, times, voice: 'outlet' });
  const report = madeReport('r', text, { outlet: null });
  const find = (name: string) => KNOWN.find((known) => known.toLowerCase() === name.replace(/^the\s/i, '').toLowerCase()) ?? null;
  return figureGivers(
    { report, statements: [statement] },
    find,
    () => null,
    (id) => [id],
    (id) => (id === 'Elin Varga' ? 'person' : 'agency'),
  ).get('r:1');
};

describe('who gives what an outlet says in its own voice', () => {
  it.each([
    ['The Water Directorate, whose gauge stands farther down, arrived at roughly 1,200.', 'Water Directorate'],
    ['Elin Varga was still at 23 this afternoon.', 'Elin Varga'],
    ['By Wednesday of this week the health institute had counted 66.', 'Health Institute'],
    ['Varnenergo had undertaken to have it back by Sunday.', 'Varnenergo'],
    ['Elin Varga abandoned her figure of $2.4 million.', 'Elin Varga'],
    ['The crest would reach the town on Thursday, the Water Directorate forecast.', 'Water Directorate'],
    ['Elin Varga stood by the 12 that she had given.', 'Elin Varga'],
    ['Varnenergo withdrew the figure of 208 workers.', 'Varnenergo'],
    ['12 were hurt, by the health institute’s count.', 'Health Institute'],
    ['12 could be charged, in Elin Varga’s view.', 'Elin Varga'],
    ['There were seven, the Water Directorate repeated.', 'Water Directorate'],
    ['The pump was in order, Varnenergo still maintains.', 'Varnenergo'],
    ['Varnenergo’s first version was that a lorry had torn the hose.', 'Varnenergo'],
    ['A fund pays for the 200 homes that, on Varnenergo’s count, were cut off.', 'Varnenergo'],
    ['Varnenergo was founded in 1964 with 20 men.', undefined],
    ['The mill stood at the river for 20 years.', undefined],
  ])('%s', (text, giver) => expect(giverOf(text)).toBe(giver));

  it.each([
    ['The Water Directorate will decide on a fine before Christmas.', 'Water Directorate'],
    ['The Water Directorate will fall on hard times before Christmas.', undefined],
    ['Elin Varga will decide on a fine before Christmas.', undefined],
  ])('a body’s own plan with its day: %s', (text, giver) => {
    expect(giverOf(text, [], [christmas])).toBe(giver);
    expect(giverOf(text, [])).toBe(undefined);
  });

  it('is nobody who has only read the paper', () => {
    expect(giverOf('A secret report seen by Varnenergo puts the stock at 87 kilograms.')).toBe(undefined);
    expect(giverOf('Varnenergo puts the stock at 87 kilograms.')).toBe('Varnenergo');
  });

  it('takes no figure for a promise', () => expect(giverOf('Varnenergo had promised to have it back.', [])).toBe('Varnenergo'));
});

describe('what goes on right after somebody’s words', () => {
  const goingOn = (next: string, gap = ' '): string | undefined => {
    const first = 'It was a fairy tale, Elin Varga said.';
    const text = `${first}${gap}${next}`;
    const said = madeStatement('It was a fairy tale', { id: 'r:0', content: { spans: [[0, first.length]], text: 'It was a fairy tale' } });
    const start = first.length + gap.length;
    const own = madeStatement(next, { id: 'r:1', voice: 'outlet', content: { spans: [[start, text.length]], text: next } });
    const report = madeReport('r', text, { outlet: null });
    return figureGivers(
      { report, statements: [said, own] },
      () => null,
      (id) => (id === 'r:0' ? 'Elin Varga' : null),
      (id) => [id],
      () => 'person',
    ).get('r:1');
  };

  it('is still theirs where it is told as they told it', () => {
    expect(goingOn('There had been no cream.')).toBe('Elin Varga');
    expect(goingOn('Nor had a room been booked.')).toBe('Elin Varga');
  });

  it('is theirs where they saw it themselves, and no “it” is a person', () => {
    expect(goingOn('She herself had seen two shots.')).toBe('Elin Varga');
    expect(goingOn('It raised the rating of the event to level 2.')).toBe(undefined);
  });

  it('is not in another paragraph, where it tells of the speaker, or plainly', () => {
    expect(goingOn('There had been no cream.', '\n\n')).toBe(undefined);
    expect(goingOn('She had been up since four.')).toBe(undefined);
    expect(goingOn('There is no cream.')).toBe(undefined);
  });
});

describe('a statement whose cue has no source of its own', () => {
  it('is of the subject of its sentence', () => {
    const text = 'It rained. Varnenergo had expected to open on Monday.';
    const at = text.indexOf('had expected');
    const statement = madeStatement('to open on Monday', {
      id: 'r:1',
      source: null,
      cue: { spans: [[at, at + 12]], text: 'had expected' },
      content: { spans: [[at + 13, text.length - 1]], text: 'to open on Monday' },
    });
    const find = (name: string) => (KNOWN.includes(name) ? name : null);
    const givers = figureGivers(
      { report: madeReport('r', text), statements: [statement] },
      find,
      () => null,
      (id) => [id],
      () => 'company',
    );
    expect(givers.get('r:1')).toBe('Varnenergo');
  });
});
