import { describe, expect, it } from 'vitest';
import type { StatementSource } from '../../model/index.ts';
import { madeStatement } from '../made.ts';
import { documentShown, handedOver, namedSource, ownReporter } from './named.ts';

const person = (text: string, name: string): StatementSource => ({ spans: [[0, 1]], text, name, kind: 'person' });

describe('namedSource', () => {
  it('finds for whom somebody speaks in the words around the name', () => {
    expect(namedSource(madeStatement('x', { source: person('a spokesman for the board, Eskil Dorn,', 'Eskil Dorn') }))).toMatchObject({
      name: 'Eskil Dorn',
      title: 'spokesman',
      affiliation: 'board',
    });
    expect(namedSource(madeStatement('x', { source: person('Jörg Amsel', 'Jörg Amsel') }))?.title).toBeUndefined();
  });
});

describe('a name in a source’s words', () => {
  const named = (text: string, name: string | null, kind: StatementSource['kind'] = 'agency') =>
    namedSource(madeStatement('x', { source: { spans: [[0, 1]], text, name, kind } }))?.name;

  it('keeps the country of a ministry, reads an acronym, and cuts what is none of it', () => {
    expect(named("Vaal's Foreign Ministry", 'Foreign Ministry')).toBe("Vaal's Foreign Ministry");
    expect(named('the WHO', 'the')).toBe('WHO');
    expect(named('a maintenance log of which the Herald has nine pages', null, 'unknown')).toBe('a maintenance log');
    expect(named('The others', 'The others', 'unknown')).toBeUndefined();
  });

  it('is a paper’s behind what it shows', () => {
    const own = madeStatement('Forty crates were loaded on Monday, a shipping manifest seen by the Herald shows.', { voice: 'outlet' });
    expect(handedOver(own)).toMatchObject({ name: 'a shipping manifest', kind: 'document' });
  });
});

describe('handedOver', () => {
  const own = (text: string, figure = false) =>
    handedOver(
      madeStatement(text, {
        voice: 'outlet',
        quantities: figure
          ? [
              {
                spans: [[0, 1]],
                text: '41',
                low: 41,
                high: 41,
                lowInclusive: true,
                highInclusive: true,
                approximate: false,
                unit: null,
                counted: null,
              },
            ]
          : [],
      }),
    );
  it.each([
    ['Water came down the valley shortly after two, say three families who were awake.', 'three families who were awake'],
    ['The slip, dated 4 February, assigns 14 men to the school.', 'slip'],
    ['Inspectors of the Water Directorate who examined the dam on Friday found no crack in it.', 'Water Directorate'],
    ['She will be paid twice, a person near the treasurer has told Nya Posten.', 'a person near the treasurer'],
    [
      'It will be closed before June, a State Office clerk who was not authorised to speak told us.',
      'a State Office clerk who was not authorised to speak',
    ],
    ['Ina Orr has resigned, Channel 24 has learned from a source in the chancellery.', 'Channel 24'],
    ['The list was long and nobody read it.', undefined],
  ])('%s', (text, name) => expect(own(text)?.name).toBe(name));

  it('takes one word for a giver where it counts', () => {
    expect(own('Organisers spoke of 3,000 people.', true)?.name).toBe('Organisers');
    expect(own('They spoke of 3,000 people.', true)).toBe(null);
    expect(own('Nobody counted 3,000 people.', true)).toBe(null);
  });

  it('names who hands an outlet’s sentence on', () => {
    expect(own('At least 200 people were aboard, a sailor who survived told the National Bulletin.')).toMatchObject({
      name: 'a sailor who survived',
      kind: 'anonymous',
    });
    expect(own('The tower had not been cleaned, the Morning Ledger has learned from its maintenance log.')?.name).toBe('Morning Ledger');
    expect(own('Harbour Mutual, its insurer, values them at 41 million crowns.', true)?.name).toBe('Harbour Mutual');
  });
  it('names nobody where the sentence names nobody', () => {
    expect(own('The road is closed, and nobody knows why.')).toBeNull();
    expect(own('Cold Harbour started at dawn with 41 guns.', true)).toBeNull();
  });
});

describe('ownReporter', () => {
  it('is the outlet where it speaks of what it has reported', () => {
    const own = (text: string) => ownReporter(madeStatement(text, { voice: 'outlet' }), 'Ostby Post')?.name;
    expect(own('We stand by our report that 14 of them did not work.')).toBe('Ostby Post');
    expect(own('We all know that 14 of them did not work.')).toBe(undefined);
  });
});

describe('documentShown', () => {
  it('names the document that shows what a sentence holds', () => {
    expect(documentShown('Satellite pictures published by Skyline Imagery, and made at noon, show 31 barges')?.name).toBe(
      'Satellite pictures published by Skyline Imagery',
    );
    expect(documentShown('Skyline’s pictures made it clear that nine barges lay there')?.name).toBe('Skyline’s pictures');
    expect(documentShown('The company showed its best side')).toBeNull();
  });
});
