import { describe, expect, it } from 'vitest';
import { madeStatement } from '../made.ts';
import { BODIES_BY_NAME, bodyPublishing, ownOffice } from './handouts.ts';

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

  it('has a director, who is no other body’s; a paper’s director is anybody’s', () => {
    const source = { spans: [], text: 'The director', name: 'director', kind: 'anonymous', title: 'director', affiliation: null } as const;
    const said = madeStatement('It will be lifted', { source });
    expect(ownOffice(said, 'Linden County Emergency Management', new Map([['Linden County Emergency Management', 'agency']]))?.name).toBe(
      'Linden County Emergency Management',
    );
    expect(ownOffice(said, 'The Ostby Post', new Map())).toBeNull();
  });
});
