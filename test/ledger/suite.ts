import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson, sha256 } from '../../src/ledger/canonical/canonical.ts';
import type { Ledger, Linking, Page, Query, RowKind, RowTypes } from '../../src/ledger/port.ts';
import { FILTERS } from '../../src/ledger/query/filters.ts';
import type { LedgerStatement } from '../../src/model/index.ts';
import { idOf, type Made, made, madeLinking } from './made.ts';

/** How one backend is opened for the suite: each call a fresh, empty ledger. */
export type OpenFresh = () => Promise<{ readonly ledger: Ledger; readonly dispose: () => Promise<void> }>;

export async function collected<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** Every row that a query gives, page by page. */
async function paged<Kind extends RowKind>(ledger: Ledger, kind: Kind, query: Query): Promise<RowTypes[Kind][]> {
  const rows: RowTypes[Kind][] = [];
  let { cursor } = query;
  do {
    const page: Page<RowTypes[Kind]> = await ledger.page(kind, { ...query, cursor });
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

const ids = (rows: readonly { readonly id?: string }[]): (string | undefined)[] => rows.map(({ id }) => id);

/** The linking of everything that a ledger holds. */
async function linkingOf(ledger: Ledger, salt = ''): Promise<Linking> {
  const readings = await collected(ledger.eachReading());
  return madeLinking(
    readings.map(({ report, reading }) => ({ report, statements: [...reading.statements, ...(reading.unattributed ?? [])] })),
    salt,
  );
}

/** What every backend must do, whatever it keeps its rows in. */
export function ledgerSuite(name: string, openFresh: OpenFresh): void {
  describe(`the ledger's port: ${name}`, () => {
    let ledger: Ledger;
    let dispose: () => Promise<void>;
    const reports: readonly Made[] = Array.from({ length: 24 }, (_, i) => made(i));

    beforeEach(async () => {
      ({ ledger, dispose } = await openFresh());
    });
    afterEach(async () => {
      await ledger.close();
      await dispose();
    });

    const addAll = () => ledger.addMany(reports);
    const code = (expected: string) => expect.objectContaining({ problem: expect.objectContaining({ code: expected }) });

    it('stores a report once: the same bytes again change nothing and say so', async () => {
      const [first] = reports as [Made];
      expect(await ledger.add(first.received, first.reading)).toEqual({ status: 'stored', reportId: idOf(first) });
      const before = [await ledger.counts(), await ledger.exportAll()];
      expect(await ledger.add(first.received, first.reading)).toEqual({ status: 'known', reportId: idOf(first) });
      expect(await ledger.addMany([first, first])).toEqual(Array(2).fill({ status: 'known', reportId: idOf(first) }));
      expect([await ledger.counts(), await ledger.exportAll()]).toEqual(before);
      expect(await ledger.reportIdOf(first.received.report.sha256)).toBe(idOf(first));
      expect(await ledger.reportIdOf('0'.repeat(64))).toBeNull();
    });

    it('stores all of a batch or none of it', async () => {
      const [first, second] = reports as [Made, Made];
      const false_ = { ...second, received: { ...second.received, raw: Buffer.from('other bytes') } };
      await expect(ledger.addMany([first, false_])).rejects.toEqual(code('LEDGER_BYTES_DIFFER'));
      expect(await ledger.counts()).toMatchObject({ reports: 0, statements: 0, sources: 0, entries: 0 });
    });

    it('names reports and statements by the bytes, and keeps the id that was given', async () => {
      const [first] = reports as [Made];
      await ledger.add(first.received, first.reading);
      const report = await ledger.row('reports', idOf(first));
      expect(report).toMatchObject({ id: idOf(first), givenId: 'given-0', text: first.reading.report.text, copyOf: null });
      const statements = await paged(ledger, 'statements', { filters: { voice: 'any' } });
      expect(statements.length).toBe(10);
      for (const { id, report: of, content } of statements) {
        expect([of, id]).toEqual([idOf(first), `${idOf(first)}:${content.spans[0]?.[0]}-${content.spans[0]?.[1]}`]);
      }
    });

    it('gives back the bytes, the reading and every warning', async () => {
      const [first] = reports as [Made];
      await ledger.add(first.received, first.reading);
      const raw = await ledger.raw(idOf(first));
      expect(Buffer.from(raw?.bytes ?? []).equals(Buffer.from(first.received.raw))).toBe(true);
      expect(raw?.mediaType).toBe('application/json');
      const reading = await ledger.reading(idOf(first));
      expect(reading?.statements.length).toBe(first.reading.statements.length);
      expect(reading?.warnings).toEqual([{ code: 'MADE', message: 'invented' }]);
      expect([await ledger.raw('none'), await ledger.reading('none'), await ledger.row('reports', 'none')]).toEqual([null, null, null]);
    });

    it('lists the latest report first, and pages through without gap or double while more is added', async () => {
      await ledger.addMany(reports.slice(0, 20));
      const before = await paged(ledger, 'reports', { limit: 500 });
      expect(before.map(({ published }) => published ?? '')).toEqual([...before.map(({ published }) => published ?? '')].sort().reverse());
      const first = await ledger.page('reports', { limit: 7 });
      await ledger.addMany(reports.slice(20));
      const rest = await paged(ledger, 'reports', { limit: 7, cursor: first.next ?? undefined });
      const seen = ids([...first.rows, ...rest]);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.filter((id) => ids(before).includes(id))).toEqual(ids(before));
    });

    it("lists one report's statements in the order of the text", async () => {
      await addAll();
      const rows = await paged(ledger, 'statements', { limit: 3, filters: { report: idOf(reports[3] as Made), voice: 'any' } });
      const starts = rows.map(({ content }) => content.spans[0]?.[0] ?? 0);
      expect(rows.length).toBe(10);
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
    });

    it("leaves the outlet's own sentences out of the list of statements, and in the export", async () => {
      await addAll();
      const listed = await paged(ledger, 'statements', { limit: 500 });
      const own = await paged(ledger, 'statements', { limit: 500, filters: { voice: 'outlet' } });
      expect(own.length).toBeGreaterThan(0);
      expect(own.every(({ voice, source }) => voice === 'outlet' && source === null)).toBe(true);
      expect(listed.length + own.length).toBe((await ledger.exportAll()).statements.length);
      expect((await ledger.counts()).statements).toBe(listed.length);
    });

    /** What each filter of statements means, said plainly over whole rows. */
    const meanings: Readonly<Record<string, readonly [value: string, holds: (row: LedgerStatement, day: string) => boolean]>> = {
      report: [idOf(reports[2] as Made), (row) => row.report === idOf(reports[2] as Made)],
      source: ['ministry', (row) => /ministry/.test(row.source?.text ?? '')],
      sourceId: ['', () => true],
      kind: ['agency', (row) => row.source?.kind === 'agency'],
      certainty: ['denied', (row) => row.certainty.level === 'denied'],
      quotation: ['direct', (row) => row.quotation === 'direct'],
      place: ['donetsk', (row) => row.places.some((place) => place.name === 'Donetsk')],
      country: ['pe', (row) => row.places.some((place) => place.country === 'PE')],
      from: ['2024-06', (_row, day) => day >= '2024-06'],
      to: ['2024-06', (_row, day) => day !== '' && day.slice(0, 7) <= '2024-06'],
      basis: ['imagery', (row) => row.basis.some(({ kind }) => kind === 'imagery')],
      hasFigure: ['true', (row) => row.quantities.length > 0],
      minConfidence: ['0.5', (row) => (row.confidence ?? -1) >= 0.5],
      claim: ['', () => true],
      voice: ['outlet', (row) => row.voice === 'outlet'],
    };

    it.each(Object.keys(FILTERS.statements))('filters statements by %s as it says', async (filter) => {
      await addAll();
      await ledger.link(await linkingOf(ledger));
      const all = await collected(ledger.each('statements'));
      const published = new Map((await collected(ledger.each('reports'))).map(({ id, published: day }) => [id, day ?? '']));
      const meaning = meanings[filter];
      if (!meaning) throw new Error(`say what the filter ${filter} means`);
      let [value, holds] = meaning;
      if (filter === 'sourceId') {
        value = all.find(({ sourceId }) => sourceId !== null)?.sourceId as string;
        holds = (row) => row.sourceId === value;
      }
      if (filter === 'claim') {
        const claim = (await collected(ledger.each('claims')))[0];
        value = claim?.id as string;
        holds = (row) => claim?.statements.some(({ id }) => id === row.id) ?? false;
      }
      const expected = all.filter(
        (row) => (row.voice === undefined || filter === 'voice' || filter === 'claim') && holds(row, published.get(row.report) ?? ''),
      );
      const found = await paged(ledger, 'statements', { limit: 9, filters: { [filter]: value } });
      expect(expected.length).toBeGreaterThan(0);
      expect(expected.length).toBeLessThan(all.length);
      expect(ids(found).sort()).toEqual(ids(expected).sort());
    });

    it('finds words: all of them, an unfinished last one, quoted ones together; nothing typed is syntax', async () => {
      await addAll();
      const rows = await collected(ledger.each('statements'));
      const matching = (test: (text: string) => boolean) => rows.filter((row) => row.voice === undefined && test(row.content.text)).length;
      const found = async (q: string) => (await paged(ledger, 'statements', { q, limit: 500 })).length;
      expect(await found('bridge convoy ')).toBe(matching((text) => /\bbridge\b/.test(text) && /\bconvoy\b/.test(text)));
      expect(await found('"bridge convoy"')).toBe(matching((text) => /\bbridge convoy\b/.test(text)));
      expect(await found('evacuat')).toBe(matching((text) => /\bevacuat/.test(text)));
      expect(await found('evacuat ')).toBe(0);
      for (const q of ['AND', 'NEAR(', '"', 'a"b', 'content:x', '*', '^', "'; DROP TABLE log", '()', '-', '\u0000', '…']) await found(q);
      expect(await found('***')).toBe(0);
      expect(await found('  ')).toBe(await found(''));
    });

    it('searches reports, sources and claims too', async () => {
      await addAll();
      await ledger.link(await linkingOf(ledger));
      const [report] = await collected(ledger.each('reports'));
      expect(ids((await ledger.page('reports', { q: report?.title ?? '', limit: 500 })).rows)).toContain(report?.id);
      const [source] = await collected(ledger.each('sources'));
      expect(ids((await ledger.page('sources', { q: source?.name ?? '', limit: 500 })).rows)).toContain(source?.id);
      const [claim] = await collected(ledger.each('claims'));
      expect(ids((await ledger.page('claims', { q: claim?.proposition ?? '', limit: 500 })).rows)).toContain(claim?.id);
    });

    it('refuses a query that it cannot answer, by its code', async () => {
      expect(await ledger.page('reports')).toEqual({ rows: [], next: null });
      await expect(ledger.page('statements', { filters: { colour: 'red' } })).rejects.toEqual(code('LEDGER_QUERY_FILTER'));
      await expect(ledger.page('statements', { filters: { constructor: 'red' } })).rejects.toEqual(code('LEDGER_QUERY_FILTER'));
      await expect(ledger.page('statements', { filters: { certainty: 'sure' } })).rejects.toEqual(code('LEDGER_QUERY_VALUE'));
      await expect(ledger.page('statements', { limit: 501 })).rejects.toEqual(code('LEDGER_QUERY_VALUE'));
      await expect(ledger.page('statements', { limit: Number.NaN })).rejects.toEqual(code('LEDGER_QUERY_VALUE'));
      await expect(ledger.page('statements', { cursor: 'x' })).rejects.toEqual(code('LEDGER_QUERY_CURSOR'));
      await addAll();
      const cursor = (await ledger.page('reports', { limit: 1 })).next ?? '';
      await expect(ledger.page('statements', { cursor })).rejects.toEqual(code('LEDGER_QUERY_CURSOR'));
      await expect(ledger.entries({ filters: { order: 'up' } })).rejects.toEqual(code('LEDGER_QUERY_VALUE'));
    });

    it('shows a source for every name before linking, and one for every unnamed source of one report', async () => {
      await addAll();
      const statements = await collected(ledger.each('statements'));
      const byId = new Map((await collected(ledger.each('sources'))).map((source) => [source.id, source]));
      const idsByName = new Map<string, Set<string>>();
      for (const { source, sourceId, report } of statements) {
        if (!source) continue;
        expect(byId.has(sourceId ?? '')).toBe(true);
        const key = source.name ?? `${report} ${source.text}`;
        idsByName.set(key, (idsByName.get(key) ?? new Set()).add(sourceId ?? ''));
      }
      expect([...idsByName.values()].every((set) => set.size === 1)).toBe(true);
      expect(new Set([...idsByName.values()].flatMap((set) => [...set])).size).toBe(idsByName.size);
      const [most] = (await ledger.page('sources', { limit: 1 })).rows;
      const uses = statements.filter(({ sourceId }) => sourceId === most?.id).length;
      const greatest = Math.max(...[...byId.keys()].map((id) => statements.filter(({ sourceId }) => sourceId === id).length));
      expect(uses).toBe(greatest);
    });

    it('puts a linking in place of the one before', async () => {
      await addAll();
      await ledger.link(await linkingOf(ledger, '-old'));
      const linking = await linkingOf(ledger);
      await ledger.link(linking);
      const exported = await ledger.exportAll();
      expect(ids(exported.claims).sort()).toEqual(ids(linking.claims).sort());
      expect(exported.tallies).toEqual(linking.tallies);
      expect(exported.relations.length).toBe(2);
      for (const statement of exported.statements) {
        const link = linking.statementSources.get(statement.id);
        if (link) expect(statement.sourceId).toBe(link.sourceId);
      }
      const known = new Set(ids(exported.sources));
      expect(exported.statements.every(({ sourceId }) => sourceId === null || known.has(sourceId))).toBe(true);
      expect(exported.sources.some(({ id }) => id.endsWith('-old'))).toBe(false);
      expect(exported.reports.filter(({ copyOf }) => copyOf !== null).length).toBe(1);
      expect((await ledger.about()).linking).toBe('made@1');
    });

    it('sums a claim up and filters by what is known of it', async () => {
      await addAll();
      await ledger.link(await linkingOf(ledger));
      const claims = await paged(ledger, 'claims', { limit: 500 });
      const contradicted = await paged(ledger, 'claims', { filters: { contradicted: 'true' } });
      const relations = await collected(ledger.each('relations'));
      const sides = relations.filter(({ type }) => type === 'contradicts').flatMap(({ from, to }) => [from, to]);
      expect(ids(contradicted).sort()).toEqual([...new Set(sides)].sort());
      const single = await paged(ledger, 'claims', { limit: 500, filters: { singleOrigin: 'true' } });
      expect(ids(single).sort()).toEqual(ids(claims.filter(({ origins }) => origins.length === 1)).sort());
      for (const claim of claims) expect(claim.summary?.statements).toBe(claim.statements.length);
      const origin = claims.find(({ origins }) => origins.length > 0)?.origins[0]?.sourceId ?? '';
      const by = await paged(ledger, 'claims', { limit: 500, filters: { source: origin } });
      const stating = (await paged(ledger, 'statements', { limit: 500, filters: { sourceId: origin } })).map(({ id }) => id);
      expect(ids(by).sort()).toEqual(ids(claims.filter(({ statements }) => statements.some(({ id }) => stating.includes(id)))).sort());
    });

    it('comes to the same by a delta as by a whole linking', async () => {
      await addAll();
      const wanted = await linkingOf(ledger, '-new');
      await ledger.link(wanted);
      const whole = await ledger.exportAll();
      const old = await linkingOf(ledger, '-old');
      await ledger.link(old);
      const before = await ledger.exportAll();
      const { version, ...upserts } = wanted;
      await ledger.linkDelta({
        version,
        upserts,
        removals: {
          sources: ids(old.sources) as string[],
          claims: ids(old.claims) as string[],
          relations: ids(before.relations) as string[],
          tallies: ids(old.tallies) as string[],
          forecasts: ids(before.forecasts) as string[],
        },
      });
      expect(await ledger.exportAll()).toEqual(whole);
      await ledger.linkDelta({ version, upserts: {}, removals: { claims: ids(wanted.claims) as string[] } });
      expect((await ledger.counts()).claims).toBe(0);
    });

    it('lets a later reading take the place of the earlier one, links kept', async () => {
      await addAll();
      await ledger.link(await linkingOf(ledger));
      const id = idOf(reports[0] as Made);
      const stored = await ledger.reading(id);
      if (!stored) throw new Error('the reading is gone');
      const [kept, ...dropped] = stored.statements;
      if (!kept) throw new Error('an invented report has statements');
      const before = await ledger.row('statements', kept.id);
      const reading = { ...stored, statements: [kept], unattributed: [], warnings: [], reader: 'made@2' };
      expect(await ledger.reread(reading)).toEqual({ status: 'stored', reportId: id });
      expect(await ledger.reread(reading)).toEqual({ status: 'known', reportId: id });
      expect(await ledger.row('statements', kept.id)).toEqual(before);
      expect(await ledger.row('statements', dropped[0]?.id ?? '')).toBeNull();
      expect((await ledger.page('statements', { filters: { report: id, voice: 'any' } })).rows.length).toBe(1);
      expect(await collected(ledger.verify())).toEqual([]);
      await expect(ledger.reread({ ...reading, report: { ...reading.report, id: 'none' } })).rejects.toEqual(code('LEDGER_ROW_NOT_FOUND'));
    });

    it('keeps judgements, and an undo of an undo brings one back', async () => {
      const confirm = await ledger.judge({ verdict: 'confirm', target: 'C1', by: 'a person' });
      await ledger.judge({ verdict: 'reject', target: 'C1', by: 'another', note: 'the source took it back' });
      const undo = await ledger.judge({ verdict: 'undo', target: String(confirm.sequence), by: 'a person' });
      expect((await ledger.judgementsOn('C1')).map(({ undone, judgement }) => [judgement.verdict, undone])).toEqual([
        ['confirm', true],
        ['reject', false],
      ]);
      await ledger.judge({ verdict: 'undo', target: String(undo.sequence), by: 'a person' });
      expect((await ledger.judgementsOn('C1')).map(({ undone }) => undone)).toEqual([false, false]);
      await ledger.rebuild();
      expect((await ledger.judgementsOn('C1')).map(({ undone }) => undone)).toEqual([false, false]);
    });

    it('shows the log, newest first, each entry with the hash of the one before', async () => {
      await addAll();
      await ledger.judge({ verdict: 'confirm', target: 'C1', by: 'a person' });
      const newest = (await ledger.entries({ limit: 1 })).rows[0];
      expect(newest).toMatchObject({ kind: 'judgement', by: 'a person', sequence: 25 });
      expect((await ledger.about()).head).toEqual({ sequence: 25, hash: newest?.hash });
      const judged = await ledger.entries({ filters: { kind: 'judgement' } });
      expect(judged.rows.length).toBe(1);
      let previous = '0'.repeat(64);
      let cursor: string | undefined;
      do {
        const page = await ledger.entries({ limit: 4, cursor, filters: { order: 'oldest' } });
        for (const { hash, ...rest } of page.rows) {
          expect(rest.previous).toBe(previous);
          expect(hash).toBe(sha256(canonicalJson(rest)));
          previous = hash;
        }
        cursor = page.next ?? undefined;
      } while (cursor !== undefined);
      expect(previous).toBe(newest?.hash);
    });

    it('derives the same rows again, and finds nothing wrong before or after', async () => {
      await addAll();
      await ledger.link(await linkingOf(ledger));
      const before = await ledger.exportAll();
      const listed = await paged(ledger, 'statements', { q: 'bridge', limit: 500 });
      expect(await collected(ledger.verify())).toEqual([]);
      await ledger.rebuild();
      expect(await ledger.exportAll()).toEqual(before);
      expect(await paged(ledger, 'statements', { q: 'bridge', limit: 500 })).toEqual(listed);
      expect(await collected(ledger.verify())).toEqual([]);
    });
  });
}
