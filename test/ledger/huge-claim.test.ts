import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateArchive } from '../../bench/linking/generate.ts';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import { run } from '../cli/support/run.ts';
import { startTestServer, type TestServer } from '../server/support/server.ts';

// A claim that is stated thousands of times, all by one source: nothing may hold it whole. bench/linking/huge.ts does the same with 50,000 and 100,000.

const REPORTS = 40;
const EACH = 50;
const ALL = REPORTS * EACH;

let folder: string;
let path: string;
let ledger: Ledger;
let server: TestServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accordingto-huge-'));
  path = join(folder, 'huge.db');
  ledger = await openLedger(path, { create: true });
  const [one] = generateArchive({ seed: 1, events: 1, noise: 0 }).reports;
  const [statement] = one?.statements ?? [];
  if (!one || !statement) throw new Error('an archive without a statement');
  const ids: string[] = [];
  const items = Array.from({ length: REPORTS }, (_, i) => {
    const raw = Buffer.from(`report ${i}`);
    const sha256 = createHash('sha256').update(raw).digest('hex');
    const id = `r${sha256.slice(0, 16)}`;
    const report = { ...one.report, id, sha256, outlet: `Outlet ${i}` };
    const statements = Array.from({ length: EACH }, (__, j) => ({ ...statement, id: `${id}:${j}-${j + 9}` }));
    ids.push(...statements.map((row) => row.id));
    return {
      received: { kind: 'report' as const, report, idGiven: false, raw, mediaType: 'text/plain', headers: {}, evidence: [], warnings: [] },
      reading: { report, statements, times: [], places: [], quantities: [], entities: [], warnings: [] },
    };
  });
  await ledger.addMany(items);
  await ledger.link({
    version: 'test',
    copies: [],
    sources: [{ id: 's-one', name: 'One Source', kind: 'agency', aliases: [] }],
    statementSources: new Map(ids.map((id) => [id, { sourceId: 's-one', chainIds: ['s-one'] }])),
    claims: [
      {
        id: 'c-huge',
        proposition: 'The bridge is shut.',
        statements: ids.map((id) => ({ id, stance: 'asserts' })),
        origins: [{ sourceId: 's-one', reason: 'It says so.' }],
      },
    ],
    relations: [],
    tallies: [],
    forecasts: [],
    timeline: [],
    uses: items.map(({ reading }) => ({ report: reading.report.id, sources: ['s-one'] })),
  });
  server = await startTestServer({ ledger, empty: true });
}, 60_000);
afterAll(async () => {
  await server.stop();
  await ledger.close();
  await rm(folder, { recursive: true });
});

const get = async (address: string) => (await fetch(new URL(address, server.url))).json();

describe('a claim of thousands of appearances', () => {
  it('comes in pages from the API, with its numbers', async () => {
    const [row] = (await get('/api/claims')).rows;
    expect(row.statements.length).toBe(100);
    expect(row.summary).toMatchObject({ statements: ALL, reports: REPORTS, outlets: REPORTS });
    const detail = await get('/api/claims/c-huge');
    expect(detail.appearances).toHaveLength(200);
    expect(detail.appearancesLeftOut).toBe(ALL - 200);
    expect(detail.statements.length).toBeLessThanOrEqual(500);
    const seen = new Set<string>();
    let cursor: string | null = null;
    do {
      const page: { rows: { id: string }[]; next: string | null } = await get(
        `/api/statements?claim=c-huge&limit=500${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      for (const { id } of page.rows) seen.add(id);
      cursor = page.next;
    } while (cursor);
    expect(seen.size).toBe(ALL);
    const csv = await (await fetch(new URL('/api/statements.csv?claim=c-huge', server.url))).text();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(ALL + 1);
  });

  it('comes in parts on the command line, which says how many there are and where the rest is', async () => {
    const list = await run(['claims', '--ledger', path]);
    expect(list.out).toContain('2,000 statements');
    const told = await run(['claim', 'c-huge', '--ledger', path]);
    expect(told.out).toContain(`… ${ALL - 50} more`);
    expect(told.out.split('\n').length).toBeLessThan(300);
    const lines = (await run(['claim', 'c-huge', '--json', '--statements', '--ledger', path])).out.trimEnd().split('\n');
    expect(lines).toHaveLength(ALL + 1);
    expect(new Set(lines.slice(1).map((line) => JSON.parse(line).id)).size).toBe(ALL);
  });
});

describe('a source of thousands of statements', () => {
  it('comes in pages, with how it stands', async () => {
    const detail = await get('/api/sources/s-one');
    expect(detail.statements).toHaveLength(200);
    expect(detail.next).not.toBeNull();
    expect(detail.standing.outlets).toHaveLength(REPORTS);
    expect(detail.standing.lookedAt).toEqual({ reports: REPORTS, partial: false });
  });
});
