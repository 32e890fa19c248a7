import { describe, expect, it } from 'vitest';
import type { Statement, StatementSource } from '../../model/index.ts';
import { madeStatement } from '../made.ts';
import { bodyOf } from '../origins/origins.ts';
import { resolveSources } from './resolve.ts';

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
  const report = { id: 'r', text, title: '', outlet, byline: null, published: null, from: null, url: null, language: 'en', sha256: 'r' };
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
