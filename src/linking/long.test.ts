import { describe, expect, it } from 'vitest';
import type { Quantity, Time } from '../model/index.ts';
import { linkStory } from './index.ts';
import type { LinkReport } from './input.ts';
import { madeReport, madeStatement } from './made.ts';

/** Texts of some length by which a careless pattern takes time as a square. */
const KINDS: Readonly<Record<string, (length: number) => string>> = {
  'one endless word': (length) => 'aé'.repeat(length / 2),
  'blanks within': (length) => `a${' '.repeat(length)}b`,
  'words of time': (length) => `He will ${'in on by '.repeat(length / 9)}“x`,
  'opening marks': (length) => '“'.repeat(length),
  commas: (length) => 'a, '.repeat(length / 3),
  capitals: (length) => 'Aa '.repeat(length / 3),
  'words of place': (length) => 'in the Aa near '.repeat(length / 15),
  'a figure that never comes': (length) => `The figure of ${'x '.repeat(length / 2)}`,
  'who hands on': (length) => ', a man said '.repeat(length / 13),
  'a credit that never closes': (length) => `(${'A'.repeat(length)}`,
  'credits in capitals': (length) => `(${'Aa-Bb '.repeat(length / 6)}`,
  siding: (length) => 'called the credible '.repeat(length / 20),
};

/** A report that is one dated statement with a figure at its end. */
function reportOf(day: number, text: string, quoted: boolean): LinkReport {
  const end = [[text.length - 1, text.length]] as const;
  const quantity = { spans: end, text: '1', low: 1, high: 1, approximate: false, unit: 'people', counted: 'people' } as unknown as Quantity;
  const time = { spans: [[0, 1]], text: '1974', edtf: '1974', timex: { type: 'DATE', value: '1974' } } as unknown as Time;
  const source = { spans: [[0, 1]] as const, text: text.slice(0, 50), name: null, kind: 'unknown' as const };
  const statement = madeStatement(text, {
    id: `${day}:0`,
    quantities: [quantity],
    times: [time],
    ...(quoted ? { source, cue: { spans: [[0, 1]], text: 'said' } } : { voice: 'outlet' as const }),
  });
  return { report: madeReport(`${day}`, text, { published: `2025-01-0${day}T12:00:00Z` }), statements: [statement] };
}

/** Processor milliseconds to link some reports. */
function cost(...reports: readonly LinkReport[]): number {
  const before = process.cpuUsage();
  linkStory(reports);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A report whose statement gives a figure every ten characters. */
function figures(day: number, count: number): LinkReport {
  const text = '1,000, aa '.repeat(count);
  const quantities = Array.from(
    { length: count },
    (_, at) =>
      ({
        spans: [[at * 10, at * 10 + 5]],
        text: '1,000',
        low: 1000 + at,
        high: 1000 + at,
        approximate: false,
        unit: 'people',
        counted: 'people',
      }) as unknown as Quantity,
  );
  const { report, statements } = reportOf(day, text, false);
  return { report, statements: statements.map((statement) => ({ ...statement, quantities })) };
}

describe('linking takes time in step with the length', () => {
  it.each(Object.keys(KINDS).flatMap((kind) => [[kind, false] as const, [kind, true] as const]))('%s (quoted: %s)', (kind, quoted) => {
    const make = KINDS[kind] as (length: number) => string;
    const both = (length: number) => cost(reportOf(1, make(length), quoted), reportOf(2, `${make(length)} x`, quoted));
    both(2_000); // compiled
    // Four times the text at most ten times the time; under 100 ms it is noise.
    expect(both(80_000)).toBeLessThan(10 * Math.max(100, both(20_000)));
  });

  it.each(Object.keys(KINDS))('what became of a forecast: %s', (kind) => {
    const make = KINDS[kind] as (length: number) => string;
    const foreseen = reportOf(1, 'The works will open on Friday, and not before', true);
    const promised = foreseen.statements.map((one) => ({ ...one, forecast: { window: '2025-01-03', condition: null } }));
    const both = (length: number) => cost({ ...foreseen, statements: promised }, reportOf(2, `The works ${make(length)} open`, false));
    both(2_000); // compiled
    expect(both(80_000)).toBeLessThan(10 * Math.max(100, both(20_000)));
  });

  it('many figures in one statement', () => {
    cost(figures(1, 200)); // compiled
    expect(cost(figures(1, 4_000))).toBeLessThan(10 * Math.max(100, cost(figures(1, 1_000))));
  });
});
