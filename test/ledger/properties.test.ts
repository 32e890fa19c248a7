import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/ledger/canonical/canonical.ts';
import { sortDate } from '../../src/ledger/derive/normal.ts';
import { derivedSource } from '../../src/ledger/derive/sources.ts';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import { brokenLink, EMPTY_HEAD, nextEntry } from '../../src/ledger/log/entry.ts';
import type { Entry } from '../../src/ledger/port.ts';
import { wordsExpression } from '../../src/ledger/query/words.ts';
import { SOURCE_KINDS } from '../../src/model/index.ts';
import { dumpOf } from './dump.ts';
import { temporaryFolder } from './folder.ts';
import { made, madeLinking } from './made.ts';
import { collected } from './suite.ts';

/** The same value with the keys of every object in another order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  );
}

describe('canonical JSON', () => {
  it('is one string for one value, in whatever order its keys came, and says the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = canonicalJson(value);
        expect(canonicalJson(turned(value))).toBe(written);
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(written))).toBe(written);
      }),
    );
  });

  it('writes what RFC 8785 shows in its section 3.2.2 and 3.2.3', () => {
    const numbers = [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001];
    expect(canonicalJson({ numbers, literals: [null, true, false] })).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
    );
    const sorted = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(Object.values(JSON.parse(canonicalJson(sorted)) as object)).toEqual([4, 2, 6, 7, 1, 5, 3]);
    expect(() => canonicalJson(Number.NaN)).toThrow();
    expect(() => canonicalJson(undefined)).toThrow();
  });
});

describe('the log', () => {
  const chain = (bodies: readonly unknown[]): Entry[] => {
    const entries: Entry[] = [];
    for (const body of bodies)
      entries.push(nextEntry(entries.at(-1) ?? EMPTY_HEAD, { at: '2026-01-01', by: 'x', kind: 'judgement', body }));
    return entries;
  };
  const broken = (entries: readonly Entry[]): number =>
    entries.findIndex((entry, i) => brokenLink(i === 0 ? EMPTY_HEAD : (entries[i - 1] as Entry), entry) !== null);

  it('holds as it was written, and breaks where anything is changed, left out or moved', () => {
    const some = fc.array(fc.jsonValue(), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(some, fc.nat(), fc.jsonValue(), (bodies, where, other) => {
        const entries = chain(bodies);
        expect(broken(entries)).toBe(-1);
        const at = where % (entries.length - 1);
        const entry = entries[at] as Entry;
        fc.pre(canonicalJson(other) !== canonicalJson(entry.body));
        expect(broken(entries.with(at, { ...entry, body: other }))).toBe(at);
        expect(broken(entries.with(at, { ...entry, by: `${entry.by}y` }))).toBe(at);
        expect(broken(entries.toSpliced(at, 1))).toBe(at);
        const next = entries[at + 1] as Entry;
        expect(broken(entries.with(at, next).with(at + 1, entry))).toBe(at);
      }),
    );
  });
});

describe('what a person types', () => {
  it('never breaks a search', async () => {
    using folder = temporaryFolder();
    const ledger = await openLedger(join(folder.path, 'ledger.db'), { create: true });
    await ledger.addMany([made(0), made(1)]);
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'"*()^:-+{} aANDORT\''), maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (q) => {
        expect((await ledger.page('statements', { q })).rows.length).toBeGreaterThanOrEqual(0);
      }),
    );
    await ledger.close();
  });

  it('is refused past thirty-two words', () => {
    expect(wordsExpression(Array(32).fill('a').join(' '))).toContain(' AND ');
    expect(() => wordsExpression(Array(33).fill('a').join(' '))).toThrow('LEDGER_QUERY_VALUE');
  });
});

describe('derivation', () => {
  it('makes the same source of the same mentions in any order', () => {
    const mention = fc.record({
      name: fc.option(fc.constantFrom('Kim', 'Kim Jong', 'The Kim')),
      text: fc.constantFrom('Kim', 'he', 'the minister', 'Mr Kim'),
      kind: fc.constantFrom(...SOURCE_KINDS),
      uses: fc.integer({ min: 1, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(mention, { minLength: 1 }), (mentions) => {
        const source = derivedSource('s', mentions);
        expect(derivedSource('s', mentions.toReversed())).toEqual(source);
        expect(source.aliases).not.toContain('he');
        expect(source.aliases).not.toContain(source.name);
      }),
    );
  });

  it.each([
    ['2024-10-18', '2024-10-18'],
    ['2024-10-18T09:00:00+09:00', '2024-10-18T00:00:00Z'],
    ['2024-10~', '2024-10'],
    ['202X', '2020'],
    ['2024-10-08/2024-10-13', '2024-10-08'],
    ['../2024-10-13', '2024-10-13'],
    ['2024-10-18/..', '2024-10-18'],
    ['../..', null],
    [null, null],
  ])('sorts the date %s as %s', (edtf, expected) => {
    expect(sortDate(edtf)).toBe(expected);
  });

  type Act = { readonly what: 'add' | 'link' | 'delta' | 'reread' | 'judge'; readonly n: number };

  async function perform(ledger: Ledger, { what, n }: Act): Promise<void> {
    const readings = await collected(ledger.eachReading());
    const linking = () =>
      madeLinking(
        readings.map(({ report, reading }) => ({ report, statements: reading.statements })),
        `-${n % 2}`,
      );
    if (what === 'add') await ledger.addMany([made(n % 7, 4), made((n + 3) % 7, 4)]);
    if (what === 'link') await ledger.link(linking());
    if (what === 'judge') await ledger.judge({ verdict: 'undo', target: String(n % 9), by: 'a person' });
    if (what === 'delta') {
      const { version, claims, relations, statementSources, sources } = linking();
      const removals = {
        claims: [claims[0]?.id ?? ''],
        statementSources: [...statementSources.keys()].slice(0, n % 4),
        sources: [sources[0]?.id ?? ''],
      };
      await ledger.linkDelta({ version, upserts: { claims: claims.slice(1, 4), relations, sources: sources.slice(1) }, removals });
    }
    const reading = readings[n % Math.max(1, readings.length)]?.reading;
    if (what === 'reread' && reading) await ledger.reread({ ...reading, statements: reading.statements.slice(n % 2), reader: `made@${n}` });
  }

  it('makes the same tables, row for row, from the log as were made on the way', { timeout: 120_000 }, async () => {
    const act = fc.record({
      what: fc.constantFrom('add' as const, 'link' as const, 'delta' as const, 'reread' as const, 'judge' as const),
      n: fc.nat(30),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 12 }), async (acts) => {
        using folder = temporaryFolder();
        const path = join(folder.path, 'ledger.db');
        const ledger = await openLedger(path, { create: true });
        for (const one of [{ what: 'add' as const, n: 0 }, ...acts]) await perform(ledger, one);
        expect(await collected(ledger.verify())).toEqual([]);
        const before = dumpOf(path);
        const exported = await ledger.exportAll();
        await ledger.rebuild();
        expect(await ledger.exportAll()).toEqual(exported);
        expect(dumpOf(path)).toEqual(before);
        expect(await collected(ledger.verify())).toEqual([]);
        await ledger.close();
      }),
      { numRuns: 15 },
    );
  });
});
