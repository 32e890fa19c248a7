import { describe, expect, it } from 'vitest';
import type { StatementSource } from '../../model/index.ts';
import { madeReport, madeStatement } from '../made.ts';
import type { Heard } from './before.ts';
import type { Named } from './named.ts';
import { antecedentOf, calledRightly, type Known, knownOf } from './second.ts';

const NOTHING: Known = { firms: new Set(), spoken: new Set(), offices: new Map() };

/** A statement whose source stands in a text. */
const saidBy = (text: string, words: string, name: string | null = null, cue = 'said') =>
  madeStatement('it is so', {
    source: {
      spans: [[text.lastIndexOf(words), text.lastIndexOf(words) + words.length]],
      text: words,
      name,
      kind: 'unknown',
      title: null,
      affiliation: null,
    },
    cue: { spans: [[0, 0]], text: cue },
  });

/** Whom words in a text mean, which the reader gave a name. */
function meant(
  text: string,
  words: string,
  named: Named,
  heard: readonly Heard[],
  known: Partial<Known> = {},
  bodies: readonly string[] = [],
) {
  return calledRightly(named, saidBy(text, words, named.name), { text, heard, bodies, known: { ...NOTHING, ...known } }).name;
}

describe('whom a second mention means', () => {
  const board: Named = { name: 'Vaal Audit Board', text: 'the company', kind: 'agency' };
  const quill: Heard = { at: 0, name: 'Quill Motors', kind: 'company' };

  it('is the firm heard last for “the company”, and no board', () => {
    expect(
      meant('Quill Motors said. Jobs go, the company said.', 'the company', board, [quill], { firms: new Set(['Quill Motors']) }),
    ).toBe('Quill Motors');
    const ostby: Named = { name: 'Ostby Water', text: 'the company', kind: 'company' };
    expect(
      meant('Quill said. Jobs go, the company said.', 'the company', ostby, [quill], { firms: new Set(['Quill Motors', 'Ostby Water']) }),
    ).toBe('Ostby Water');
  });

  it('is the only body heard that goes by the noun', () => {
    const heard: Heard[] = [quill, { at: 3, name: 'Water Council', kind: 'agency' }];
    expect(meant('… It is closed, the council said.', 'the council', board, heard)).toBe('Water Council');
    expect(
      meant('… It is closed, the council said.', 'the council', board, [...heard, { at: 5, name: 'Town Council', kind: 'agency' }]),
    ).toBe('Vaal Audit Board');
  });

  it('is the only minister for “the minister” where the reader’s has another office', () => {
    const known = {
      offices: new Map([
        ['ada roe', new Set(['minister', 'health'])],
        ['ina orr', new Set(['director'])],
      ]),
      spoken: new Set(['Ada Roe', 'Ina Orr']),
    };
    expect(
      meant('It is over, the minister said.', 'the minister', { name: 'Ina Orr', text: 'the minister', kind: 'person' }, [], known),
    ).toBe('Ada Roe');
    const promise = 'The minister’s promise that it is over was kept.';
    expect(meant(promise, 'The minister’s', { name: 'Ina Orr', text: 'The minister’s', kind: 'person' }, [], known)).toBe('Ada Roe');
  });

  it('is the body whose report speaks', () => {
    const heard: Heard[] = [{ at: 0, name: 'Line Mission', kind: 'agency' }];
    const report: Named = { name: 'report', text: 'the report', kind: 'document' };
    expect(meant('The Line Mission said. Shells fell, the report added.', 'the report', report, heard)).toBe('Line Mission');
    expect(meant('The Line Mission said.\n\nShells fell, the report added.', 'the report', report, heard)).toBe('report');
  });

  it('is one of two that were named together, by its noun or as the firm', () => {
    const both: Named = { name: 'Quill Motors and the Federation of Smiths', text: 'the federation', kind: 'group' };
    expect(meant('… it is so, the federation said.', 'the federation', both, [])).toBe('Federation of Smiths');
    const signed = 'Quill Motors and the Federation of Smiths signed. The carmaker will cut jobs, it said.';
    expect(meant(signed, 'it', both, [], { firms: new Set(['Quill Motors']) })).toBe('Quill Motors');
  });

  it('is her mission, which one body of the story alone can be', () => {
    const hers: Named = { name: 'Ada Roe’s mission', text: 'Her mission', kind: 'agency' };
    expect(meant('Her mission said so.', 'Her mission', hers, [], {}, ['Vaal Observer Mission', 'Ostby Water'])).toBe(
      'Vaal Observer Mission',
    );
  });
});

describe('whom a pronoun stands for', () => {
  const context = (text: string, heard: readonly Heard[] = []) => ({ text, heard, bodies: ['Ostby Water', 'Quill'], known: NOTHING });

  it('is the body that is the subject before it', () => {
    const text = 'Ostby Water, which runs the dam, bowed to the finding. Four gates had been shut, not three, it said.';
    expect(antecedentOf(saidBy(text, 'it'), context(text))?.name).toBe('Ostby Water');
  });

  it('is the paper that “it says” is of', () => {
    const text = 'Somebody wrote a line in the boat’s technical log. “Pump broken,” it says.';
    expect(antecedentOf(saidBy(text, 'it', null, 'says'), context(text))).toMatchObject({ name: 'boat’s technical log', kind: 'document' });
  });

  it('is whoever was heard right before, for “he”; nobody across paragraphs', () => {
    const heard: Heard[] = [{ at: 0, name: 'One of the drivers', kind: 'unknown' }];
    const text = 'One of the drivers remembers it differently. Nothing had been put in, he said.';
    expect(antecedentOf(saidBy(text, 'he'), context(text, heard))?.name).toBe('One of the drivers');
    const apart = text.replace('. ', '.\n\n');
    expect(antecedentOf(saidBy(apart, 'he'), context(apart, heard))).toBeNull();
  });
});

describe('what a story calls its firms and office-holders', () => {
  it('takes names that stand in the words', () => {
    const source = (text: string, name: string, kind: StatementSource['kind'], title: string | null = null) =>
      madeStatement('so', { id: `r:${text}`, source: { spans: [[0, 1]], text, name, kind, title, affiliation: null } });
    const statements = [
      source('Quill', 'Quill', 'company'),
      source('the company', 'Feb', 'company'),
      source('Ada Roe', 'Ada Roe', 'person', 'Health Minister'),
    ];
    const known = knownOf([{ report: madeReport('r', ''), statements }]);
    expect([...known.firms]).toEqual(['Quill']);
    expect(known.offices.get('ada roe')?.has('minister')).toBe(true);
  });
});
