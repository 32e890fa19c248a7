import { describe, expect, it } from 'vitest';
import { linkStory } from '../index.ts';
import type { LinkReport } from '../input.ts';
import { madeReport, madeStatement } from '../made.ts';

/** A report of one paragraph whose sentences are statements: Ostby Bank's where it says so, the outlet's own else. */
function reportOf(id: string, day: string, sentences: readonly string[], window: string | null = null): LinkReport {
  const text = sentences.join(' ');
  let at = 0;
  const statements = sentences.map((sentence) => {
    const start = text.indexOf(sentence, at);
    at = start + sentence.length;
    const foresees = window !== null;
    return madeStatement(sentence, {
      id: `${id}:${start}`,
      content: { spans: [[start, at]], text: sentence },
      forecast: foresees ? { window, condition: null } : null,
      ...(foresees
        ? { source: { spans: [], text: 'Ostby Bank', name: 'Ostby Bank', kind: 'company' }, cue: { spans: [], text: 'said' } }
        : { voice: 'outlet' as const }),
    });
  });
  return { report: madeReport(id, text, { published: `${day}T12:00:00Z` }), statements };
}

const first = reportOf('a', '2025-06-12', ['The mobile application of the bank would be back by Monday'], '2025-06-12/2025-06-16');

function became(...later: readonly LinkReport[]): string {
  const all = [first, ...later];
  const found = linkStory(all).forecasts.find(({ window }) => window === '2025-06-12/2025-06-16');
  const by = all.flatMap(({ statements }) => statements).find(({ id }) => id === found?.resolvedBy);
  return by ? `${found?.outcome}: ${by.content.text}` : `${found?.outcome}`;
}
const later = (...sentences: string[]): LinkReport => reportOf('b', '2025-06-17', sentences);

describe('what became of a forecast', () => {
  it('is pending while nothing speaks of it', () => {
    expect(became()).toBe('pending');
    expect(became(later('A bus went off the road near Ostby.', 'Nobody was killed.'))).toBe('pending');
  });

  it('is fulfilled by a later statement that tells the same as having come', () => {
    const came = 'The mobile application of the bank has been back since Monday.';
    expect(became(later(came))).toBe(`fulfilled: ${came}`);
  });

  it('is failed by one that denies it, or by words of failure', () => {
    for (const failed of [
      'The mobile application of the bank is not back.',
      'The bank failed to bring its mobile application back by Monday.',
    ])
      expect(became(later(failed))).toBe(`failed: ${failed}`);
  });

  it('is failed by the sentence behind one that tells it again, which denies it', () => {
    const retold = 'The mobile application of the bank would be back by Monday, the bank had said.';
    expect(became(later(retold, 'It had not come by noon.'))).toBe('failed: It had not come by noon.');
  });

  it('is not fulfilled by what is denied, though that stands beside it', () => {
    const retold = 'The mobile application of the bank would be back by Monday, the bank had said.';
    expect(became(later(retold, 'People are queuing for something that has not opened.'))).not.toMatch(/^fulfilled: People/);
  });

  it('is fulfilled by what came under the name that its report gives it', () => {
    const foresees = reportOf('a', '2025-06-12', ['The bank will hold a fire drill by Monday'], '2025-06-12/2025-06-16');
    const text = `${foresees.report.text}. The drill, named Quiet Door, will fill two floors.`;
    const came = reportOf('b', '2025-06-16', ['Across the river, Quiet Door began with a bell.']);
    const found = linkStory([{ ...foresees, report: { ...foresees.report, text } }, came]).forecasts[0];
    expect(found).toMatchObject({ outcome: 'fulfilled', resolvedBy: 'b:0' });
    expect(linkStory([foresees, came]).forecasts[0]).toMatchObject({ outcome: 'pending' });
  });

  it('takes a figure that is nearly reached for the one foreseen', () => {
    const lake = (id: string, day: string, sentence: string, value: number, window: string | null): LinkReport => {
      const row = reportOf(id, day, [sentence], window);
      const figure = { spans: [[0, 1]], text: `${value}`, low: value, high: value, approximate: false, unit: 'm', counted: null };
      return { ...row, statements: row.statements.map((one) => ({ ...one, quantities: [figure] as unknown as typeof one.quantities })) };
    };
    const foreseen = lake('a', '2025-06-12', 'The lake of Ostby will peak at 42 metres by Monday', 42, '2025-06-16');
    const outcome = (value: number): string | undefined =>
      linkStory([foreseen, lake('b', '2025-06-17', `The lake of Ostby has peaked at ${value} metres.`, value, null)]).forecasts[0]?.outcome;
    expect(outcome(41.8)).toBe('fulfilled');
    expect(outcome(21)).toBe('failed');
  });

  it('is not told by a report of no date, which may be older', () => {
    const undated = later('The mobile application of the bank has been back since Monday.');
    expect(became({ ...undated, report: { ...undated.report, published: null } })).toBe('pending');
  });

  it('is not told before the report that foresees it came out', () => {
    expect(became(reportOf('0', '2025-06-10', ['The mobile application of the bank has been back since Sunday.']))).toBe('pending');
  });
});
