import { describe, expect, it } from 'vitest';
import { stanceOf } from '../claims/stance.ts';
import { madeStatement } from '../made.ts';
import { hadFrom } from '../sources/named.ts';

describe('stance', () => {
  it.each([
    ['The bank’s figure of 240,000 customers is too low'],
    ['The assurance that the towns had been told was untrue'],
    ['The claim from Varn that one of them came down there was "not a mistake but an invention"'],
  ])('disputes what it names: %s', (text) => expect(stanceOf(madeStatement(text))).toBe('denies'));

  it.each([['The report was long'], ['The figure is 240,000'], ['The wrong door was open']])('does not dispute: %s', (text) =>
    expect(stanceOf(madeStatement(text))).toBe('asserts'),
  );

  it('gives up a figure in the outlet’s own voice', () => {
    const text = 'Chief prosecutor Ina Orr abandoned her figure of $2.4 million.';
    expect(stanceOf(madeStatement(text, { voice: 'outlet' }))).toBe('denies');
  });
});

describe('from whom a source has it', () => {
  const from = (text: string) => {
    const found = hadFrom(madeStatement(text), text);
    return found && [found.name, found.kind];
  };
  it.each([
    ['The general was killed, the Varn Channel has learned from the Ostrian General Staff.', ['Ostrian General Staff', 'unknown']],
    ['The tower had not been cleaned, the Ledger has learned from its maintenance log.', ['maintenance log', 'document']],
    ['The president is ill, the site reported on Saturday, citing a Western diplomat.', ['a Western diplomat', 'anonymous']],
    ['They were included in the 29 dead counted by the Interior Ministry.', ['Interior Ministry', 'unknown']],
    ['The president is ill, the site reported on Saturday.', null],
    ['The president is ill, citing Elin Varga and Tomas Reek.', null],
  ])('%s', (text, found) => expect(from(text)).toEqual(found));
});
