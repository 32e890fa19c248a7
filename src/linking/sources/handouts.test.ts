import { describe, expect, it } from 'vitest';
import { BODIES_BY_NAME, bodyPublishing } from './handouts.ts';

describe('a publisher that is a body', () => {
  it.each(BODIES_BY_NAME.map(({ example, kind }) => [example, kind] as const))('%s: %s', (outlet, kind) => {
    expect(bodyPublishing(outlet)).toBe(kind);
  });

  it.each([
    'Balkan News Agency',
    'Tarn Press Agency',
    'The Ostby Post',
    'Parliament Review',
    'Police Gazette',
    'Vantage',
    'KESINFORM',
    'The County Times',
    'Anadolu Agency',
    'BBC World Service',
    'Inter Press Service',
    'Bureau of Investigative Journalism',
    'Institute for War & Peace Reporting',
    'The League',
    'The Party Line',
    'Orange County Register',
    'The Command Post',
  ])('%s is none, or its name does not tell', (outlet) => {
    expect(bodyPublishing(outlet)).toBeNull();
  });

  it.each(['Linden County Emergency Management', 'Security Council', 'Ostland Supreme Court', 'Office of the Ombudsman'])(
    '%s is one',
    (outlet) => {
      expect(bodyPublishing(outlet)).toBe('agency');
    },
  );

  it('is none without a name', () => {
    expect(bodyPublishing(null)).toBeNull();
  });
});
