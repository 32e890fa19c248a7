import { describe, expect, it } from 'vitest';
import { chances, FEATURES, NOBODY_FEATURES, PERSON, THING } from './antecedents.ts';
import { GIVEN } from './data/given.data.ts';

describe('the fitted decision on pronouns', () => {
  it('weighs every feature and no other', () => {
    for (const { weights, least } of [PERSON, THING]) {
      expect(Object.keys(weights).sort()).toEqual([...FEATURES, ...NOBODY_FEATURES].sort());
      expect(least).toBeGreaterThanOrEqual(0.5);
    }
  });

  it('gives chances that leave room for nobody', () => {
    const weights = [...FEATURES.map(() => 1), ...NOBODY_FEATURES.map(() => 0)];
    const one = FEATURES.map((_, i) => (i === 0 ? 1 : 0));
    const found = chances(weights, [one, FEATURES.map(() => 0)], [1, 0, 0]);
    expect(found[0] as number).toBeGreaterThan(found[1] as number);
    expect(found.reduce((a, b) => a + b, 0)).toBeCloseTo(1 - 1 / (Math.E + 2), 5);
  });

  it('prefers the subject to what was only brushed', () => {
    for (const { weights } of [PERSON, THING]) {
      expect(weights.subject1).toBeGreaterThan(0);
      expect(weights.faint).toBeLessThan(0);
    }
  });
});

describe('first names', () => {
  it('tell one gender each', () => {
    expect(GIVEN.get('carmen')).toBe('female');
    expect(GIVEN.get('lukas')).toBe('male');
    for (const both of ['andrea', 'jean', 'kim', 'alex', 'robin']) expect(GIVEN.has(both)).toBe(false);
  });
});
