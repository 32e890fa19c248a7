import { describe, expect, it } from 'vitest';
import { UNASKED } from '../bearing/bearing.ts';
import { type Proposition, proposition } from '../claims/features.ts';
import type { Placed } from '../input.ts';
import { madeReport, madeStatement } from '../made.ts';
import { type Foreseen, optionsFor } from './outcomes.ts';
import { type Told, told } from './told.ts';

const DAY = '2025-06-17';

function toldOf(text: string, day = DAY): Told {
  const statement = madeStatement(text, { id: `${day}:${text}`, voice: 'outlet', content: { spans: [[0, text.length]], text } });
  const placed: Placed = { statement, report: madeReport(day, text, { published: `${day}T12:00:00Z` }) };
  return told(placed, wordsOf(placed));
}

const wordsOf = ({ statement, report }: Placed): Proposition =>
  proposition(statement, { report: report.id, published: report.published, source: null, vector: null });

/** What speaks for a later statement's telling that a forecast came, and that it failed. */
function speaksFor(forecast: string, later: string, window = '2025-06-10/2025-06-16', own = false) {
  const first = toldOf(forecast, '2025-06-10').placed;
  const row = toldOf(later);
  const foreseen: Foreseen = {
    first,
    lead: wordsOf(first),
    dated: wordsOf(first),
    window,
    condition: null,
    names: [],
    ofSource: 1,
    sourceOf: () => null,
    own: new Set(own ? [row.placed.statement.id] : []),
    until: DAY,
  };
  const options = optionsFor(foreseen, [row], UNASKED);
  const of = (outcome: string) => options.find((one) => one.outcome === outcome)?.x ?? {};
  return { came: of('fulfilled'), failed: of('failed'), open: of('pending') };
}

describe('what a sentence shows of an outcome', () => {
  it('is failure where a plan is told as one that was', () => {
    for (const text of [
      'The lift was to have opened on Monday.',
      'The trams were supposed to have been back by now.',
      'Sunday came and went.',
      'The first lift ran two days later than the council had promised.',
      'Not one tram has run.',
      'The council has yet to name a day.',
      'The lift is still shut.',
    ])
      expect(toldOf(text).shown.failed, text).not.toEqual([]);
    for (const text of ['The lift is still due in May.', 'Whoever was still alive was taken out.', 'The lift opened on Monday.'])
      expect(toldOf(text).shown.failed, text).toEqual([]);
  });

  it('is none where it is only meant to be', () => {
    expect(toldOf('The army had undertaken to withdraw its guns.').shown.failed).toEqual([]);
    expect(toldOf('The army had to abandon its plan.').shown.failed).toEqual(['abandon']);
  });

  it('is kept where it came before its term was out', () => {
    expect(toldOf('The appeal was lodged an hour before the period ran out.').shown.kept).toBe(true);
    expect(toldOf('The shaft broke through a day sooner than planned.').shown.kept).toBe(true);
  });
});

describe('what speaks for an outcome', () => {
  it('is no word of failure that the forecast has itself', () => {
    const forecast = 'The army will withdraw its guns from the valley';
    expect(speaksFor(forecast, 'The army withdrew its guns from the valley.').failed.failedWords ?? 0).toBe(0);
    expect(speaksFor(forecast, 'The army missed the day on which its guns should leave the valley.').failed.failedWords).toBe(1);
  });

  it('is neither the day nor the past of words that only tell the forecast again', () => {
    const forecast = 'The lift will run again by Monday';
    expect(speaksFor(forecast, 'The council had said that the lift would run again by Monday.', undefined, true).came).toMatchObject({
      retells: 1,
    });
    expect(speaksFor(forecast, 'The lift is still due to run by Monday.', undefined, true).came).toMatchObject({ retells: 1 });
    expect(speaksFor(forecast, 'The lift has run again since Monday.', undefined, true).came).toMatchObject({ retells: 0 });
  });

  it('is no denial of another thing in the same sentence', () => {
    const forecast = 'The weavers will vote on a strike by Monday';
    expect(speaksFor(forecast, 'The weavers, whose members voted to strike, were not appeased').failed.against ?? 0).toBe(0);
    expect(speaksFor(forecast, 'The weavers did not vote on a strike').failed.against).toBe(1);
  });

  it('knows that a month is not over when it begins', () => {
    const { open } = speaksFor('The lift will run again in June', 'Nobody has seen it.', '2025-06');
    expect(open).toMatchObject({ passed: 0 });
    expect(speaksFor('The lift will run again in May', 'Nobody has seen it.', '2025-05').open).toMatchObject({ passed: 1 });
  });
});
