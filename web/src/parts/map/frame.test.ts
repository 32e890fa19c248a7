import { describe, expect, it } from 'vitest';
import { frameOf } from './frame.ts';

const at = (lat: number, lon: number) => ({ lat, lon });
const inside = (points: readonly { lat: number; lon: number }[], shown: { lat: number; lon: number }): boolean => {
  const [x = -1, y = -1] = frameOf(points, 400, 200).projection([shown.lon, shown.lat]) ?? [];
  return x >= 0 && x <= 400 && y >= 0 && y <= 200;
};

describe('what a map shows', () => {
  it('is the country around one town', () => {
    const { near } = frameOf([at(46.5, 30.7)], 400, 200);
    expect(near).toBe(true);
    expect(inside([at(46.5, 30.7)], at(48, 32))).toBe(true);
    expect(inside([at(46.5, 30.7)], at(37.5, 127))).toBe(false);
  });

  it('is where most points lie, and not the one far off', () => {
    const coast = [at(46.5, 30.7), at(44.2, 28.6), at(41, 29), at(45, 36)];
    expect(inside([...coast, at(37.5, 127)], at(37.5, 127))).toBe(false);
    for (const point of coast) expect(inside([...coast, at(37.5, 127)], point)).toBe(true);
  });

  it('is the world where points lie all over it, across the date line too, and where there are none', () => {
    const all = [at(40, -74), at(-33, 151), at(51, 0), at(35, 139), at(-23, -46)];
    for (const point of all) expect(inside(all, point)).toBe(true);
    expect(frameOf([], 400, 200).near).toBe(false);
    const islands = [at(-17, 178), at(-14, -171)];
    for (const point of islands) expect(inside(islands, point)).toBe(true);
  });
});
