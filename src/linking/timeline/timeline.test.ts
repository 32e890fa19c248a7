import { expect, it } from 'vitest';
import { generateArchive } from '../../../bench/linking/generate.ts';
import type { Place, Statement, Time } from '../../model/index.ts';
import { findTimeline } from './timeline.ts';

const place = (name: string | null, as: Place['as'], lat: number | null): Place => ({
  spans: [[0, 1]],
  text: 'there',
  name,
  country: 'PE',
  admin1: null,
  lat,
  lon: lat,
  geonames: 7,
  as,
});
const time = (edtf: string): Time => ({ spans: [[2, 3]], text: edtf, edtf, timex: { type: 'DATE', value: edtf } });

it('puts a dated row where its statement says, with coordinates; a government or a place without a name is no place', () => {
  const [first] = generateArchive({ seed: 1, events: 1, noise: 0 }).reports;
  const [statement] = first?.statements ?? [];
  if (!first || !statement) throw new Error('an archive without a statement');
  const rowsOf = (given: Partial<Statement>) =>
    findTimeline([{ report: first.report, statements: [{ ...statement, content: { spans: [[0, 9]], text: 'it is so' }, ...given }] }]);
  const times = [time('2024-10-18T09:00'), time('2024-10')];
  const placed = rowsOf({ times, places: [place('Lima', 'government', 1), place(null, 'place', 2), place('Callao', 'place', -12)] });
  expect(placed).toMatchObject([
    { when: '2024-10', where: 'Callao', country: 'PE', lat: -12, lon: -12, geonames: 7 },
    { when: '2024-10-18', where: 'Callao' },
  ]);
  const [nowhere] = rowsOf({ times, places: [place('Lima', 'government', 1)] });
  expect(nowhere).toMatchObject({ where: null });
  expect(nowhere).not.toHaveProperty('lat');
});

it('puts what began or ends on a day at that day', () => {
  const [first] = generateArchive({ seed: 1, events: 1, noise: 0 }).reports;
  const given = first as NonNullable<typeof first>;
  const lines = (edtf: string): string[] => {
    const [one] = given.statements as readonly Statement[];
    return findTimeline([{ ...given, statements: [{ ...(one as Statement), times: [time(edtf)], saidWhen: null }] }]).map(
      ({ when }) => when,
    );
  };
  expect(lines('2017-02-12/..')).toEqual(['2017-02-12']);
  expect(lines('../2017-03T10:00')).toEqual(['2017-03']);
  expect(lines('2017-02-12/2017-02-14')).toEqual(['2017-02-12/2017-02-14']);
  expect(lines('2017-02')).toEqual(['2017-02']);
});
