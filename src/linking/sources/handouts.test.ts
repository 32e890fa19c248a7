import { describe, expect, it } from 'vitest';
import type { SourceKind } from '../../model/index.ts';
import { madeReport, madeStatement } from '../made.ts';
import { BODIES_BY_NAME, bodyPublishing, ownName, ownOffice, sendersOf } from './handouts.ts';

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

describe('an outlet that is a body', () => {
  const quoting = (text: string, name: string, kind: SourceKind) =>
    madeStatement('so', { source: { spans: [[0, 1]], text, name, kind, title: null, affiliation: null } });
  const sendersWith = (outlet: string, ...statements: ReturnType<typeof quoting>[]) =>
    sendersOf([
      { report: madeReport('a', '', { outlet }), statements: [] },
      { report: madeReport('b', '', { outlet: 'The Ostby Post' }), statements },
    ]);

  it('is whom other reports quote as one, and no paper whom they quote', () => {
    expect(sendersWith('Quill Shipping', quoting('Quill Shipping', 'Quill Shipping', 'company')).get('Quill Shipping')).toBe('company');
    expect(sendersWith('Vantage', quoting('Vantage', 'Vantage', 'media')).size).toBe(0);
    expect(sendersWith('VARNINFO', quoting('The state news agency VARNINFO', 'VARNINFO', 'agency')).size).toBe(0);
  });

  it('is a firm by its legal form, and a body that goes by its noun in its own words', () => {
    expect(sendersWith('Nexol N.V.').get('Nexol N.V.')).toBe('company');
    const own = {
      report: madeReport('a', '', { outlet: 'Vaal Observer Mission' }),
      statements: [quoting('The mission', 'mission', 'agency')],
    };
    expect(sendersOf([own]).get('Vaal Observer Mission')).toBe('agency');
  });

  it('is “the company” in its own handout', () => {
    const senders = new Map<string, SourceKind>([['Nexol N.V.', 'company']]);
    const said = quoting('The company', 'Wales', 'company');
    expect(ownName(said, 'Nexol N.V.', senders)?.name).toBe('Nexol N.V.');
    expect(ownName(said, 'The Ostby Post', senders)).toBeNull();
  });
});
