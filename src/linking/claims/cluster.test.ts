import { describe, expect, it } from 'vitest';
import { generateArchive } from '../../../bench/linking/generate.ts';
import { linkStory, partition, storyMark } from '../index.ts';
import { sayingsOf } from './cluster.ts';
import type { Proposition } from './features.ts';

const [report] = generateArchive({ seed: 2, events: 1, noise: 0 }).reports;
if (!report) throw new Error('an archive without a report');

/** One wire, carried word for word by so many outlets. */
const carried = (many: number) =>
  Array.from({ length: many }, (_, i) => {
    const id = `w-${String(i).padStart(5, '0')}`;
    return {
      report: { ...report.report, id, sha256: id, outlet: `Outlet ${i}` },
      statements: report.statements.map((statement) => ({ ...statement, id: statement.id.replace(report.report.id, id) })),
    };
  });

it('makes one claim of a wire that hundreds carry, vouched for once, each copy known for one', () => {
  const reports = carried(400);
  const links = linkStory(reports);
  expect(links.claims).toHaveLength(report.statements.length);
  for (const claim of links.claims) {
    expect(claim.statements).toHaveLength(400);
    expect(claim.origins).toHaveLength(1);
  }
  expect(links.copies).toHaveLength(399);
  expect(new Set(links.copies.map(({ copyOf }) => copyOf))).toEqual(new Set(['w-00000']));
  expect(links.decisions.filter(({ kind }) => kind === 'claim').every(({ reason }) => reason === 'the same words')).toBe(true);
});

it('parts thousands of copies in one look, as it would any of them', () => {
  const marks = carried(3000).map((row) => storyMark(row.report));
  const before = process.cpuUsage().user;
  expect(partition(marks)).toEqual([marks.map(({ id }) => id)]);
  // All pairs would be four million comparisons a level of strictness.
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(3000);
});

describe('the statement that is asked about as the earlier one', () => {
  const at = (published: string | null, report: string) =>
    ({ published, report, id: `${report}-s1`, saying: { who: '', says: report } }) as unknown as Proposition;
  it.each([
    ['by the moment, whatever the offset', at('2026-03-01T23:30:00-05:00', 'a'), at('2026-03-02T01:00:00+01:00', 'b'), 'b'],
    ['undated last', at(null, 'a'), at('2026-03-02T01:00:00Z', 'b'), 'b'],
    ['of one moment by id', at('2026-03-02T02:00:00+01:00', 'b'), at('2026-03-02T01:00:00Z', 'a'), 'a'],
  ])('%s', (_, one, other, earlier) => {
    expect(sayingsOf(one, other).earlier.says).toBe(earlier);
    expect(sayingsOf(other, one).earlier.says).toBe(earlier);
  });
});
