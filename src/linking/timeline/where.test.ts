import { describe, expect, it } from 'vitest';
import type { Place } from '../../model/index.ts';
import { madeStatement } from '../made.ts';
import { whereOf } from './where.ts';

const found = (text: string, name: string): Place => {
  const start = text.indexOf(name);
  return { spans: [[start, start + name.length]], text: name, name, country: 'PE', admin1: null, lat: 1, lon: 1, geonames: 1, as: 'place' };
};
const where = (text: string, ...names: string[]) => whereOf(madeStatement(text, { places: names.map((name) => found(text, name)) }), text);

describe('where a dated thing is', () => {
  it('is the place that was found', () =>
    expect(where('A dam broke near Callao on Monday.', 'Callao')).toMatchObject({ where: 'Callao', lat: 1 }));
  it.each([
    ['The lights in Halbrook came on again on Wednesday.', 'Halbrook'],
    ['The ferry sank off Cape Lorn on Wednesday.', 'Cape Lorn'],
    ['He was born in March.', null],
    ['A report in the Evening Chronicle said so on Monday.', null],
    ['It was found in Reek’s house on Monday.', null],
    ['Shares in Brandt rose on Monday.', null],
  ])('is the name after a word of place: %s', (text, name) => expect(where(text)).toEqual({ where: name }));
  it('is not a part of a longer name', () => {
    expect(where('Rain fell in Callao Heights on Monday.', 'Callao')).toEqual({ where: 'Callao Heights' });
    expect(where('At a stall on Avenida Brasil he waits on Saturdays.', 'Brasil')).toEqual({ where: null });
  });
});
