import { describe, expect, it } from 'vitest';
import { axisOf, marksOn } from './axis.ts';

const date = (edtf: string) => ({ key: edtf, edtf, href: '#' });
const marks = (dates: readonly string[], published: string | null = '2026-03-10') => {
  const rows = dates.map(date);
  const axis = axisOf(rows, published);
  return axis ? marksOn(rows, axis) : [];
};

describe('dates on a line', () => {
  it('are as wide as they are vague', () => {
    const [day, month] = marks(['2026-03-12', '2026-04']);
    expect(day?.width).toBeLessThan((month?.width ?? 0) / 20);
    expect(day?.left).toBeLessThan(month?.left ?? 0);
  });

  it('are not pressed into a point by one of long ago, which lies beyond the line', () => {
    const [old, ...rest] = marks(['1953-07-27', '2026-03-08', '2026-03-09', '2026-03-12', '2026-03-13']);
    expect(old?.beyond).toBe('before');
    expect(rest.every(({ beyond }) => beyond === null)).toBe(true);
    expect((rest.at(-1)?.left ?? 0) - (rest[0]?.left ?? 0)).toBeGreaterThan(0.5);
  });

  it('are cut where they are open, and left out where they say nothing', () => {
    const [from, until] = marks(['2026-03-10/..', '../2026-03-12']);
    expect(from?.cut).toEqual({ from: false, to: true });
    expect(until?.cut).toEqual({ from: true, to: false });
    expect(marks(['XXXX'])).toEqual([]);
    expect(marks([], null)).toEqual([]);
  });
});
