import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../model/index.ts';
import { extentOf } from './points.ts';

const of = (unit: string): Quantity => ({ unit }) as unknown as Quantity;

describe('a figure of time or length', () => {
  it.each([
    ['hours', 'had flown it for ', ', the airline says', 'extent:hours'],
    ['months', 'went unpaid for ', '.', 'extent:months'],
    ['kilometres', 'the cloud rose ', ' into the air', 'extent:kilometres'],
  ])('is a count where it says how long or how high: %s', (unit, before, after, measure) => {
    expect(extentOf(of(unit), before, after)).toBe(measure);
  });

  it.each([
    ['days', 'will open within ', '.'],
    ['hours', 'came back ', ' later'],
    ['miles', 'lies ', ' off the cape'],
    ['months', 'a boy, ', ' old'],
    ['kilograms', 'weighs ', '.'],
  ])('is none where it says when or where: %s', (unit, before, after) => {
    expect(extentOf(of(unit), before, after)).toBeNull();
  });
});
