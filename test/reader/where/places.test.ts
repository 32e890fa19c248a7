import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Place } from '../../../src/model/index.ts';
import { ABBREVIATIONS } from '../../../src/reader/where/abbreviations.data.ts';
import { type Gazetteer, openGazetteer, placesOf, shippedModels, where } from '../../../src/reader/where/index.ts';
import { keyOf } from '../../../src/reader/where/key.ts';
import { loadGazetteer, shippedGazetteer } from '../../../src/reader/where/load.ts';
import { RELATIONS } from '../../../src/reader/where/words.data.ts';

let gazetteer: Gazetteer;
beforeAll(() => {
  gazetteer = shippedGazetteer();
});
const read = (text: string, outlet: string | null = null): readonly Place[] => placesOf(gazetteer, shippedModels, text, outlet);
const found = (text: string): readonly string[] => read(text).map((p) => `${p.text} ${p.country ?? '?'} ${p.admin1 ?? ''}`.trim());

describe('which place a name means', () => {
  it('takes the place that the words behind it say it lies in', () => {
    expect(found('Police in Springfield, Ohio, called Paris, Texas, and London, Ontario.')).toEqual([
      'Springfield US Ohio',
      'Ohio US Ohio',
      'Paris US Texas',
      'Texas US Texas',
      'London CA Ontario',
      'Ontario CA Ontario',
    ]);
  });

  it('takes the one near the other places of the report', () => {
    expect(found('He flew from Athens to Thessaloniki and on to Crete, in Greece.')[0]).toContain('Athens GR');
    expect(found('A man from Athens, near Watkinsville and Winder, northeast of Atlanta, was held in Clarke County.')[0]).toContain(
      'Athens US Georgia',
    );
  });

  it('keeps two places of one name apart where the report does', () => {
    expect(found('She left Springfield, Ohio, for Springfield, Ill., on Monday.').filter((row) => row.startsWith('Springfield'))).toEqual([
      'Springfield US Ohio',
      'Springfield US Illinois',
    ]);
  });

  it.each(ABBREVIATIONS.filter(({ after }) => !after))('knows $short', ({ short, name, area }) => {
    const [place] = read(`They met in ${short} on Monday.`);
    expect(place).toMatchObject({ country: area.slice(0, 2) });
    if (area.length > 3) expect(place?.admin1).toBe(area === 'US.DC' ? 'Washington, D.C.' : name.replace(' City', ''));
  });
});

describe('names that the world knows', () => {
  it.each([
    ['Canada said on Monday that two people had died of the virus.', 'Canada CA'],
    ['Officials in Port-au-Prince said the water was safe.', 'Port-au-Prince HT Ouest'],
    ["Côte d'Ivoire has closed its schools.", "Côte d'Ivoire CI"],
    ['The flu has reached Dhaka, doctors said.', 'Dhaka BD Dhaka'],
  ])('%s', (text, place) => {
    expect(found(text)).toContain(place);
  });

  it('tells what a place is and how likely it is meant', () => {
    const [country, city] = read('In Kenya, police in Mombasa fired on protesters.');
    expect(country).toMatchObject({ text: 'Kenya', class: 'country' });
    expect(city).toMatchObject({ text: 'Mombasa', class: 'city' });
    expect(country?.score).toBeGreaterThan(0.9);
  });
});

describe('governments by their capital', () => {
  it.each([
    ['Pyongyang fired two missiles on Sunday.', 'Pyongyang'],
    ['Seoul and Tokyo condemned the launch.', 'Seoul'],
    ['The Kabul government said the road was open.', 'Kabul'],
    ['The envoy urged Tehran to sign the pact.', 'Tehran'],
  ])('%s', (text, name) => {
    expect(read(text).find((place) => place.text === name)?.as).toBe('government');
  });
});

describe('what is no place', () => {
  it.each([
    'Mr Washington met Dr. Paris and President Lincoln.',
    'Most people agreed. Police and union leaders spoke.',
    'She told us that it was nice.',
    'Jack London wrote it; Paris Hilton read it.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('place or government, and relations', () => {
  it('tells the government from the place', () => {
    const as = (text: string): readonly string[] => read(text).map((p) => `${p.text}: ${p.as}`);
    expect(as('Seoul slammed the deployment.')).toEqual(['Seoul: government']);
    expect(as('Talks in Seoul said little.')).toEqual(['Seoul: place']);
    expect(as('Moscow has repeatedly denied it.')).toEqual(['Moscow: government']);
  });

  it.each(RELATIONS)('relation: $example', ({ example, words }) => {
    expect(read(example).at(-1)?.relation).toBe(words);
  });

  it('does not collapse "between A and B" to either town', () => {
    expect(
      read('The front lies between Izium and Sloviansk in Ukraine.')
        .slice(0, 2)
        .map((p) => p.relation),
    ).toEqual(['between, and Sloviansk', 'between, and Izium']);
  });
});

describe('the gazetteer', () => {
  it('opens fast, and finds a name however it is written', () => {
    const started = process.cpuUsage();
    const fresh = loadGazetteer(new URL('../../../models/gazetteer/gazetteer.bin.gz', import.meta.url));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(500);
    for (const name of ['Saint Louis', 'St. Louis', 'ST LOUIS'])
      expect(fresh.find(keyOf(name)).some((p) => p.admin1 === 'Missouri')).toBe(true);
    expect(fresh.find('no such place at all')).toEqual([]);
    expect(fresh.has('constructor')).toBe(false);
  });

  it('refuses bytes that are none, and a missing file', () => {
    expect(() => openGazetteer(new Uint8Array(64))).toThrow(/READER_GAZETTEER_BROKEN/);
    expect(() => loadGazetteer('/nowhere/gazetteer.bin.gz')).toThrow(/READER_GAZETTEER_BROKEN/);
  });

  it('is asked for only when a report is read', () => {
    let asked = 0;
    const step = where({
      gazetteer: () => {
        asked += 1;
        return gazetteer;
      },
    });
    expect(asked).toBe(0);
    const report = {
      id: 'a',
      from: null,
      url: null,
      title: null,
      outlet: null,
      byline: null,
      published: null,
      language: 'en',
      sha256: '',
      text: 'It rained in Berlin.',
    };
    expect(step.annotate({ report }, undefined).places).toMatchObject([{ name: 'Berlin', country: 'DE', admin1: 'Berlin', as: 'place' }]);
    step.annotate({ report }, undefined);
    expect(asked).toBe(1);
  });
});

describe('hostile text', () => {
  it.each([
    ['capitals', 'A'.repeat(5_000_000)],
    ['capital words', 'Aa '.repeat(1_600_000)],
    ['one town', 'Springfield, '.repeat(100_000)],
    ['name parts', 'San de la '.repeat(200_000)],
  ])(
    'stays linear on megabytes of %s',
    (_, text) => {
      const started = performance.now();
      read(text.slice(0, text.length / 4));
      const quarter = performance.now() - started;
      const again = performance.now();
      read(text);
      expect(performance.now() - again).toBeLessThan(Math.max(4000, quarter * 10));
    },
    120_000,
  );

  it('never throws, and no span leaves the text, whatever stands in it', () => {
    const parts = fc.constantFrom(
      'Paris',
      'St.',
      'Louis',
      'U.S.',
      ',',
      'Ohio',
      'in',
      'near',
      'between',
      'and',
      'Mr',
      "'s",
      '-',
      'New',
      'York',
      '\n\n',
      'é',
      '😀',
      'W.Va.',
      'OR',
      'of',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(parts, fc.string({ unit: 'grapheme' })), { maxLength: 30 }),
        fc.constantFrom('', ' '),
        (words, space) => {
          const text = words.join(space);
          for (const place of read(text)) {
            Place.parse(place);
            const [[start, end] = [0, 0]] = place.spans;
            expect(text.slice(start, end)).toBe(place.text);
            expect(end).toBeGreaterThan(start);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
