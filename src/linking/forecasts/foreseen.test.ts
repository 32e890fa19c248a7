import { describe, expect, it } from 'vitest';
import type { Statement, StatementForecast, Time } from '../../model/index.ts';
import { madeStatement } from '../made.ts';
import { edgesOf } from './edges.ts';
import { foreseenIn } from './foreseen.ts';

const time = (text: string, edtf: string): Time => ({ spans: [[0, 1]], text, edtf, timex: { type: 'DATE', value: edtf } });

function windowOf(text: string, times: readonly Time[], window: string | null, cue = 'said'): string | null | undefined {
  const forecast: StatementForecast = { window, condition: null };
  const statement: Statement = { ...madeStatement(text, { times, forecast }), cue: { spans: [], text: cue } };
  return foreseenIn(statement, '2025-05-20T12:00:00Z')?.window;
}

describe('by when a forecast is due', () => {
  it('is the edge of a month where the words name it', () => {
    const june = time('the end of June', '2025-06');
    expect(windowOf('the lift would run before the end of June', [june], '2025-05-20/2025-05-31')).toBe('2025-05-20/2025-06-30');
    expect(windowOf('the lift would run by the middle of June', [time('the middle of June', '2025-06')], '2025-06')).toBe(
      '2025-05-20/2025-06-15',
    );
    expect(windowOf('the lift would run before June was out', [time('June', '2025-06')], '2025-05-20/2025-05-31')).toBe(
      '2025-05-20/2025-06-30',
    );
    expect(windowOf('the lift would run before June', [time('June', '2025-06')], '2025-05-20/2025-05-31')).toBe('2025-05-20/2025-05-31');
    expect(windowOf('the lift will run at the end of June', [june], '2025-06')).toBe('2025-06');
  });

  it('is next year where this year has no such month left', () => {
    expect(windowOf('nobody would go before the end of March', [time('the end of March', '2025-03')], null)).toBe('2025-05-20/2026-03-31');
  });

  it('is gone where the report looks back at it', () => {
    expect(windowOf('that the lift would run by 4 May', [time('4 May', '2025-05-04')], null, 'had promised')).toBe('../2025-05-04');
    expect(
      windowOf(
        'that the lift would run before the end of April',
        [time('the end of April', '2025-04')],
        '2025-05-20/2026-03-31',
        'had said',
      ),
    ).toBe('../2025-04-30');
  });

  it('is unknown where a length of time ran from the day on which it had been said', () => {
    const length: Time = { spans: [[0, 1]], text: 'ten days', edtf: null, timex: { type: 'DURATION', value: 'P10D' } };
    expect(windowOf('that the lift would run within ten days', [length], '2025-05-20/2025-05-30', 'had said')).toBeNull();
    expect(windowOf('the lift would run within ten days', [length], '2025-05-20/2025-05-30')).toBe('2025-05-20/2025-05-30');
  });
});

it('finds the edges of months, seasons and years', () => {
  expect(edgesOf('2024-02')).toEqual({ first: '2024-02-01', middle: '2024-02-15', last: '2024-02-29' });
  expect(edgesOf('2024-22')).toEqual({ first: '2024-06-01', middle: '2024-07-15', last: '2024-08-31' });
  expect(edgesOf('2024')?.last).toBe('2024-12-31');
  expect(edgesOf('2024-02-03')).toBeNull();
  expect(edgesOf('2024-24')?.last).toBe('2024-12-31');
});
