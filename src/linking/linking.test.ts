import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateArchive } from '../../bench/linking/generate.ts';
import { linkStory, partition, storyMark } from './index.ts';

const events = [1, 2, 3].map((seed) => generateArchive({ seed, events: 1, noise: 0 }));

/** Everything that is derived, in a form that can be compared. */
const tables = (reports: Parameters<typeof linkStory>[0]): unknown => {
  const { statementSources, ...links } = linkStory(reports);
  return { ...links, statementSources: [...statementSources].sort((a, b) => (a[0] < b[0] ? -1 : 1)) };
};

describe('linkStory', () => {
  it('gives the same tables in any order of arrival', () => {
    for (const { reports } of events) {
      const expected = tables(reports);
      fc.assert(
        fc.property(fc.shuffledSubarray([...reports], { minLength: reports.length }), (shuffled) => {
          expect(tables(shuffled)).toEqual(expected);
        }),
        { numRuns: 50 },
      );
    }
  });

  it('gives the tables of never having had a report when it is left out again', () => {
    const [{ reports }] = events as [(typeof events)[0]];
    const without = reports.slice(1);
    linkStory(reports);
    expect(tables(without)).toEqual(tables([...without].reverse()));
    expect(JSON.stringify(tables(without))).not.toContain(`"${reports[0]?.report.id}"`);
  });

  it('finds the planted copies, claims and origins of one event', () => {
    for (const { reports, truth } of events) {
      const links = linkStory(reports);
      expect(new Map(links.copies.map(({ report, copyOf }) => [report, copyOf]))).toEqual(truth.copies);
      const claimOf = new Map(links.claims.flatMap((claim) => claim.statements.map(({ id }) => [id, claim.id] as const)));
      for (const [a, claimA] of truth.claims)
        for (const [b, claimB] of truth.claims)
          if (a < b) expect([a, b, claimOf.get(a) === claimOf.get(b)]).toEqual([a, b, claimA === claimB]);
    }
  });
});

describe('partition', () => {
  it('keeps events apart and each together, whatever the order', () => {
    const { reports, truth } = generateArchive({ seed: 7, events: 8, noise: 40 });
    const marks = reports.map(({ report }) => storyMark(report));
    const parts = partition(marks);
    expect(partition([...marks].reverse())).toEqual(parts);
    for (const part of parts) expect(new Set(part.map((id) => truth.events.get(id))).size).toBe(1);
    for (const event of new Set(truth.events.values()))
      expect(parts.filter((part) => truth.events.get(part[0] as string) === event)).toHaveLength(1);
  });

  const day = (id: string, date: string, text: string) =>
    storyMark({ id, outlet: 'Post', byline: null, published: date, title: null, text, from: null, url: null, language: 'en', sha256: id });
  const theft =
    'Thieves took ten paintings from the Halden Museum. Police in Norby, said Anna Stroud, found a broken alarm, a ladder and a rope by the window.';
  const trial =
    'Two men went on trial over the paintings stolen from the Halden Museum. In Norby, said Anna Stroud, the broken alarm and the ladder were shown.';
  const other =
    'The choir of the Halden Museum sang for an hour on Sunday. In Norby, said Anna Stroud, the tickets were gone by Friday noon.';

  it('joins reports months apart where their words are alike, too, and never a year apart', () => {
    expect(partition([day('a', '2025-03-01', theft), day('b', '2025-07-30', trial)])).toEqual([['a', 'b']]);
    expect(partition([day('a', '2025-03-01', theft), day('b', '2025-07-30', other)])).toHaveLength(2);
    expect(partition([day('a', '2025-03-01', theft), day('b', '2026-02-25', trial)])).toHaveLength(2);
  });

  it('joins near reports that share two names where their words are alike', () => {
    const [first, second, third] = [theft, trial, other].map((text) =>
      text.replace('Anna Stroud', 'an inspector').replace('Norby', 'town'),
    );
    expect(partition([day('a', '2025-03-01', first as string), day('b', '2025-03-04', second as string)])).toEqual([['a', 'b']]);
    expect(partition([day('a', '2025-03-01', first as string), day('b', '2025-03-04', third as string)])).toHaveLength(2);
  });
});
