import { describe, expect, it } from 'vitest';
import { daysOf, densityOf, isoOf } from './density.ts';

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe('rows along a line of days', () => {
  it('stand on their day, and spread where they are vague', () => {
    const density = densityOf(
      [
        { when: '2025-04-14', rows: 6 },
        { when: '2025-03', rows: 31 },
        { when: '2025-05-01', rows: 1 },
      ],
      200,
    );
    expect(sum(density?.exact ?? [])).toBe(7);
    expect(sum(density?.vague ?? [])).toBeCloseTo(31, 5);
    expect(Math.max(...(density?.vague ?? []))).toBeLessThan(1.01);
    expect(density?.most).toBeGreaterThanOrEqual(6);
  });

  it('are not pressed into a point by a date of long ago, which is counted beyond the line', () => {
    const days = Array.from({ length: 60 }, (_, i) => ({ when: isoOf((daysOf('2025-01-01', 'from') ?? 0) + i), rows: 2 }));
    const density = densityOf([{ when: '1953-07-27', rows: 1 }, ...days], 60);
    expect(density?.before).toBe(1);
    expect((density?.to ?? 0) - (density?.from ?? 0)).toBeLessThan(80);
  });

  it('hold the stretch that is chosen, stand open ends at the end that is known, and say null where nothing is understood', () => {
    const chosen = [daysOf('2020', 'from'), daysOf('2020', 'to')];
    const density = densityOf([{ when: '2025-04-14/..', rows: 1 }], 10, chosen);
    expect(isoOf(density?.from ?? 0) < '2020-01-01').toBe(true);
    expect(sum(density?.exact ?? [])).toBe(1);
    expect(densityOf([{ when: 'XXXX', rows: 3 }], 10)).toBeNull();
    expect(densityOf([], 10)).toBeNull();
  });
});
