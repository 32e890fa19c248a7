import { describe, expect, it } from 'vitest';
import type { Statement, StatementSource } from '../../model/index.ts';
import { madeReport, madeStatement } from '../made.ts';
import { bodyOf } from '../origins/origins.ts';
import { resolveSources, withoutShared } from './resolve.ts';

/** One report whose statements' sources stand in its text in this order; names are invented. */
function story(text: string, sources: readonly Omit<StatementSource, 'spans'>[], outlet: string | null = null) {
  let from = 0;
  const statements = sources.map((source, i): Statement => {
    const start = text.indexOf(source.text, from);
    from = start + source.text.length;
    return madeStatement(`thing ${i}`, {
      id: `r:${i}`,
      source: { ...source, spans: [[start, from]] },
      content: { spans: [[0, 1]], text: `thing ${i}` },
    });
  });
  const report = madeReport('r', text, { outlet });
  const resolution = resolveSources([{ report, statements }], new Map());
  const sourceById = new Map(resolution.sources.map((source) => [source.id, source]));
  const named = (name: string) => resolution.sources.find((source) => source.name === name);
  const voiceOf = (name: string) => sourceById.get(bodyOf({ resolution, sourceById }, named(name)?.id ?? '')?.to ?? '')?.name ?? null;
  return { named, voiceOf };
}

const person = (text: string, name: string, title: string | null = null, affiliation: string | null = null) =>
  ({ text, name, kind: 'person', title, affiliation }) as const;

describe('whom somebody speaks for', () => {
  it('is the body that was heard before in the same paragraph', () => {
    const text = 'Power would be back, the utility Varnenergo promised. It would be soon, a spokeswoman, Ina Orr, said.';
    const { voiceOf } = story(text, [
      { text: 'the utility Varnenergo', name: null, kind: 'unknown' },
      person('a spokeswoman, Ina Orr,', 'Ina Orr'),
    ]);
    expect(voiceOf('Ina Orr')).toBe('Varnenergo');
  });

  it('is the body heard before him for who runs its operations, too', () => {
    const text = 'Nothing had leaked, Varnenergo said. It was water, operations director Tom Ash insisted.';
    const { voiceOf } = story(text, [
      { text: 'Varnenergo', name: 'Varnenergo', kind: 'company' },
      person('operations director Tom Ash', 'Tom Ash', 'operations director'),
    ]);
    expect(voiceOf('Tom Ash')).toBe('Varnenergo');
  });

  it('is nobody where the paragraph names no body and the report more than one', () => {
    const text = 'Varnenergo promised power. Ostby Water did, too.\n\nIt would be soon, a spokeswoman, Ina Orr, said.';
    const { voiceOf } = story(text, [
      { text: 'Varnenergo', name: 'Varnenergo', kind: 'company' },
      { text: 'Ostby Water', name: 'Ostby Water', kind: 'company' },
      person('a spokeswoman, Ina Orr,', 'Ina Orr'),
    ]);
    expect(voiceOf('Ina Orr')).toBe(null);
  });

  it('is a body that goes by a common noun and is quoted by nobody else', () => {
    const { voiceOf } = story('A spokeswoman for the dairy, Ina Orr, said.', [person('Ina Orr', 'Ina Orr', 'spokeswoman', 'dairy')]);
    expect(voiceOf('Ina Orr')).toBe('dairy');
  });

  it('is neither of two for a last name that both go by', () => {
    const text = 'Ostby Water’s director, Ada Reek, said. Varnenergo’s director, Tom Reek, said. Reek said.';
    const sources = [person('Ada Reek', 'Ada Reek'), person('Tom Reek', 'Tom Reek'), person('Reek', 'Reek')];
    const { named, voiceOf } = story(text, sources);
    expect(named('Reek')?.serves).toEqual([]);
    expect(voiceOf('Ada Reek')).toBe('Ostby Water');
    expect(named('Tom Reek')?.serves).toEqual(['Varnenergo']);
  });

  it('is nobody for the president of a country', () => {
    const { voiceOf } = story('Varnia’s president, Tomas Reek, said. Varnia said.', [
      person('Tomas Reek', 'Tomas Reek', 'President', 'Varnia'),
      { text: 'Varnia', name: 'Varnia', kind: 'unknown' },
    ]);
    expect(voiceOf('Tomas Reek')).toBe(null);
  });
});

describe('whose word it is', () => {
  const minister = person('Works Minister Ada Roe', 'Ada Roe', 'Works Minister');

  it('is a minister’s own where nobody speaks of the ministry, or of another country’s alone', () => {
    expect(story('Works Minister Ada Roe said.', [minister]).voiceOf('Ada Roe')).toBe(null);
    expect(story('The Varnian Works Ministry closed. Works Minister Ada Roe said.', [minister]).voiceOf('Ada Roe')).toBe(null);
    expect(story('The Works Ministry closed. Works Minister Ada Roe said.', [minister]).voiceOf('Ada Roe')).toBe('Works Ministry');
    expect(story('Works Minister Ada Roe said the ministry knew.', [minister]).voiceOf('Ada Roe')).toBe('Works Ministry');
  });

  it('is the owner’s of the plant whose manager spoke', () => {
    const text = 'Quillon said a tank burst at a Quillon Paints plant. Plant manager Tom Ash said. The plant’s manager, Tom Ash, left.';
    const { voiceOf, named } = story(text, [
      { text: 'Quillon', name: 'Quillon Paints', kind: 'company' },
      person('Plant manager Tom Ash', 'Tom Ash', 'Plant manager', 'Plant'),
    ]);
    expect(voiceOf('Tom Ash')).toBe('Quillon Paints');
    expect(named('Plant')).toBe(undefined);
  });

  it('is the person’s whose spokeswoman spoke', () => {
    const { voiceOf, named } = story('Tomas Reek agreed. His spokeswoman, Ina Orr, said.', [
      person('Tomas Reek', 'Tomas Reek', 'Prime Minister'),
      person('His spokeswoman, Ina Orr,', 'Ina Orr', 'spokeswoman', 'Tomas Reek'),
    ]);
    expect(named('Tomas Reek')?.kind).toBe('person');
    expect(voiceOf('Ina Orr')).toBe('Tomas Reek');
  });

  it('is that of the body by which somebody was introduced first', () => {
    const text = 'Ada Roe, Northlamp’s managing partner, said. Later Aldmoor’s chairwoman, Ada Roe, said.';
    const { voiceOf } = story(text, [person('Ada Roe', 'Ada Roe', 'managing partner'), person('Ada Roe', 'Ada Roe', 'chairwoman')]);
    expect(voiceOf('Ada Roe')).toBe('Northlamp');
  });

  it('is that of the people whose leader spoke, and of whoever sent the mission', () => {
    const team = 'Inspectors of the Dike Board who saw it found nothing. It was paint, said their leader, Ada Roe.';
    expect(story(team, [person('their leader, Ada Roe', 'Ada Roe', 'leader')]).voiceOf('Ada Roe')).toBe('Dike Board');
    const mission = 'The Varn Fund, whose experts came last week, expects less, the head of the mission, Tom Ash, said.';
    const sent = story(mission, [
      { text: 'The Varn Fund', name: 'Varn Fund', kind: 'agency' },
      person('the head of the mission, Tom Ash,', 'Tom Ash', 'head of the mission'),
    ]);
    expect(sent.voiceOf('Tom Ash')).toBe('Varn Fund');
  });

  it('is the government’s whose ambassador spoke, where the reports know one', () => {
    const ambassador = person('Varnia’s ambassador to Keshia, Tom Ash,', 'Tom Ash', 'ambassador to Keshia', 'Varnia');
    const text = 'The government of Varnia said. Varnia’s ambassador to Keshia, Tom Ash, said.';
    const government = { text: 'The government of Varnia', name: 'government of Varnia', kind: 'government' } as const;
    expect(story(text, [government, ambassador]).voiceOf('Tom Ash')).toBe('government of Varnia');
    expect(story(text, [ambassador]).voiceOf('Tom Ash')).toBe(null);
  });

  it('is nobody else’s for who leads a race', () => {
    const { voiceOf } = story('Tom Ash, who leads the Tour of Varn by 9 seconds, said.', [person('Tom Ash', 'Tom Ash')]);
    expect(voiceOf('Tom Ash')).toBe(null);
  });

  it('is the court’s, of which the press office is not another name', () => {
    const office = {
      text: 'the Upper Court’s press office',
      name: 'Upper Court’s press office',
      kind: 'agency',
      title: null,
      affiliation: null,
    };
    const { voiceOf } = story('It is late, the Upper Court’s press office said.', [office as Omit<StatementSource, 'spans'>]);
    expect(voiceOf('Upper Court’s press office')).toBe('Upper Court');
  });
});

describe('whoever has an office', () => {
  const registry = { text: 'The Sol Registry', name: 'Sol Registry', kind: 'agency' } as const;

  it('speaks for a body whose own word is heard, and for no other', () => {
    const text = 'The Sol Registry said. It struck the ship off, its registrar, Cyril Mott, said.';
    expect(story(text, [registry, person('Cyril Mott', 'Cyril Mott', 'registrar')]).voiceOf('Cyril Mott')).toBe('Sol Registry');
    const unheard = 'It will fall, said Tom Ash, who runs the metals desk at Oar Street.';
    expect(story(unheard, [person('Tom Ash', 'Tom Ash')]).voiceOf('Tom Ash')).toBe(null);
  });

  it('speaks for himself where the office is no body’s: a doctor, who has left; a bank has a governor', () => {
    const heard = { text: 'Quill Bank', name: 'Quill Bank', kind: 'company' } as const;
    const voice = (title: string) =>
      story('Quill Bank said. Ada Roe said.', [heard, person('Ada Roe', 'Ada Roe', title, 'Quill Bank')]).voiceOf('Ada Roe');
    expect(voice('doctor')).toBe(null);
    expect(voice('former analyst')).toBe(null);
    expect(voice('analyst')).toBe('Quill Bank');
    expect(voice('governor')).toBe('Quill Bank');
  });

  it('is nobody’s spokesman who calls himself that of people', () => {
    const text = 'The Defence Ministry said. “We are four hundred,” said Sergeant Tom Ash, who described himself as their spokesman.';
    const { voiceOf } = story(text, [
      { text: 'The Defence Ministry', name: 'Defence Ministry', kind: 'agency' },
      person('Sergeant Tom Ash, who described himself as their spokesman', 'Tom Ash', 'spokesman'),
    ]);
    expect(voiceOf('Tom Ash')).toBe(null);
  });

  it('is of its country’s ministry alone', () => {
    const text = 'The Foreign Ministry of Vaal said. The foreign minister of Thelia, Ada Roe, said.';
    const { voiceOf } = story(text, [
      { text: 'The Foreign Ministry of Vaal', name: 'Foreign Ministry of Vaal', kind: 'agency' },
      person('The foreign minister of Thelia, Ada Roe,', 'Ada Roe', 'foreign minister', 'Thelia'),
    ]);
    expect(voiceOf('Ada Roe')).toBe(null);
  });
});

describe('two bodies that are named together', () => {
  it('are neither of the two', () => {
    const both = {
      text: 'Quill Motors and the Federation of Smiths',
      name: 'Quill Motors and the Federation of Smiths',
      kind: 'group',
    } as const;
    const one = { text: 'The Federation of Smiths', name: 'Federation of Smiths', kind: 'group' } as const;
    const { named } = story('Quill Motors and the Federation of Smiths said. The Federation of Smiths said.', [both, one]);
    expect(named('Federation of Smiths')?.aliases).toEqual(['The Federation of Smiths']);
  });
});

describe('a source within a source', () => {
  it('is had from by the outermost', () => {
    const text = 'The Herald quoted a sailor as saying that she sank.';
    const source = (words: string, kind: 'media' | 'anonymous') =>
      ({
        spans: [[text.indexOf(words), text.indexOf(words) + words.length]],
        text: words,
        name: words,
        kind,
        title: null,
        affiliation: null,
      }) as const;
    const link = (name: string, kind: 'media' | 'anonymous') => ({
      name,
      kind,
      role: 'speaker' as const,
      cue: { spans: [], text: 'said' },
    });
    const statement = madeStatement('she sank', {
      id: 'r:0',
      depth: 1,
      source: source('a sailor', 'anonymous'),
      chain: [link('Herald', 'media'), link('a sailor', 'anonymous')],
    });
    const { sources, statementSources } = resolveSources([{ report: madeReport('r', text), statements: [statement] }], new Map());
    const name = (id: string | null | undefined) => sources.find((one) => one.id === id)?.name;
    const found = statementSources.get('r:0');
    expect(name(found?.sourceId)).toBe('Herald');
    expect(found?.chainIds.map(name)).toEqual(['Herald', 'a sailor']);
  });
});

describe('words that stand for two sources', () => {
  it('name neither of them', () => {
    const source = (id: string, name: string, aliases: string[]) => ({ id, name, kind: 'company' as const, aliases });
    const both = [source('a', 'Quill Bank', ['the bank', 'Quill']), source('b', 'Bank of Vaal', ['The bank'])];
    expect(both.map(withoutShared(both)).map(({ aliases }) => aliases)).toEqual([['Quill'], []]);
  });
});

describe('names of one person', () => {
  it('are joined with what stands before them, a last name of no known kind, and a firm that has an office', () => {
    const { named } = story('Tom Ash said. Boss Tom Ash said. Ash said. Tom Ash said.', [
      person('Tom Ash', 'Tom Ash', 'chief executive'),
      person('Boss Tom Ash', 'Boss Tom Ash'),
      { text: 'Ash', name: 'Ash', kind: 'unknown' },
      { text: 'Tom Ash', name: 'Tom Ash', kind: 'company' },
    ]);
    expect(named('Tom Ash')?.kind).toBe('person');
    expect(named('Tom Ash')?.aliases).toEqual(['Ash', 'Boss Tom Ash']);
  });

  it('are not where a body or two people go by the last one', () => {
    const { named } = story('Tom Ash said. Ash Water said. Ash said.', [
      person('Tom Ash', 'Tom Ash'),
      { text: 'Ash Water', name: 'Ash Water', kind: 'company' },
      { text: 'Ash', name: 'Ash', kind: 'unknown' },
    ]);
    expect(named('Ash')?.kind).toBe('unknown');
  });

  it('are joined with an office of which one body has one', () => {
    const { named, voiceOf } = story('Quillon’s chief executive said. Ada Roe said.', [
      { text: 'Quillon', name: 'Quillon', kind: 'company' },
      person('Quillon’s chief executive', 'Quillon’s chief executive', 'chief executive', 'Quillon'),
      person('Ada Roe', 'Ada Roe', 'chief executive'),
    ]);
    expect(named('Ada Roe')?.aliases).toEqual(['Quillon’s chief executive']);
    expect(voiceOf('Ada Roe')).toBe('Quillon');
  });
});

describe('a body that goes by a common noun', () => {
  it('is neither of two that may be called so', () => {
    const { named } = story('Ostby United, the club, said. The Keshian club said. The club said.', [
      { text: 'Ostby United', name: 'Ostby United', kind: 'group' },
      { text: 'the club', name: 'Ostby United', kind: 'group' },
      { text: 'The Keshian club', name: 'Keshian club', kind: 'group' },
      { text: 'The club', name: 'club', kind: 'group' },
    ]);
    expect(named('Keshian club')?.aliases).toEqual(['The Keshian club']);
  });
});

describe('an office without a name', () => {
  const unnamed = (text: string) => ({ text, name: text.replace(/^the /i, ''), kind: 'anonymous' }) as const;

  it('is the one person whom the story gives just that office', () => {
    const text = 'Ada Roe, the chief coroner, said. The chief coroner said. A chief coroner said.';
    const { named } = story(text, [person('Ada Roe', 'Ada Roe', 'chief coroner'), unnamed('The chief coroner')]);
    expect(named('Ada Roe')?.aliases).toContain('The chief coroner');
  });

  it('is nobody of two, and nobody where it is one of many', () => {
    const text = 'Ada Roe, the chief coroner, said. Tom Ash, the chief coroner, said. The chief coroner said.';
    const two = [person('Ada Roe', 'Ada Roe', 'chief coroner'), person('Tom Ash', 'Tom Ash', 'chief coroner')];
    expect(story(text, [...two, unnamed('The chief coroner')]).named('chief coroner')).toBeDefined();
    const other = story('Ada Roe, the chief coroner, said. A chief coroner said.', [
      person('Ada Roe', 'Ada Roe', 'chief coroner'),
      { text: 'A chief coroner', name: 'chief coroner', kind: 'anonymous' },
    ]);
    expect(other.named('chief coroner')).toBeDefined();
  });
});

describe('kinds of sources', () => {
  it('leaves a person one who has a deputy', () => {
    const { named } = story('The mayor, Elin Varga, said. Karol Orr, her deputy, said.', [
      person('The mayor, Elin Varga,', 'Elin Varga', 'mayor'),
      person('Karol Orr', 'Karol Orr', 'deputy', 'Elin Varga'),
    ]);
    expect(named('Elin Varga')?.kind).toBe('person');
  });

  it('holds an outlet of the story for no person, with or without its article', () => {
    const { named } = story('The Varn Monitor said.', [person('The Varn Monitor', 'Varn Monitor')], 'The Varn Monitor');
    expect(named('Varn Monitor')?.kind).toBe('media');
  });
});

describe('one name in three kinds', () => {
  it('is one source: a firm that was held for a person once and could not be told once', () => {
    const text = 'Harvest Relief said. Harvest Relief said again. Harvest Relief agreed.';
    const given = (kind: 'group' | 'person' | 'unknown') => ({ text: 'Harvest Relief', name: 'Harvest Relief', kind }) as const;
    const statements = [given('group'), given('person'), given('unknown')].map((source, i) =>
      madeStatement(`thing ${i}`, { id: `r:${i}`, source: { ...source, spans: [[i, i + 1]] }, content: { spans: [[0, 1]], text: 'x' } }),
    );
    const { sources } = resolveSources([{ report: madeReport('r', text), statements }], new Map());
    expect(sources.map(({ name, kind }) => [name, kind])).toEqual([['Harvest Relief', 'group']]);
  });
});
