import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FILTERS, type Ledger, openLedger } from '../../src/ledger/index.ts';
import { LISTED_KINDS } from '../../src/server/routes/filters.ts';
import { ROW_SCHEMAS } from '../../src/server/schemas.ts';
import { startTestServer, type TestServer } from './support/server.ts';

// The same routes over the ledger on disk: what the fake one cannot show.

let folder: string;
let ledger: Ledger;
let server: TestServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accordingto-server-'));
  ledger = await openLedger(join(folder, 'test.db'), { create: true });
  server = await startTestServer({ ledger });
});
afterAll(async () => {
  await server?.stop();
  await ledger?.close();
  await rm(folder, { recursive: true });
});

const get = (path: string): Promise<Response> => fetch(new URL(path, server.url));
const json = async (path: string) => {
  const answer = await get(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.json();
};

describe.each(LISTED_KINDS)('%s over the ledger on disk', (kind) => {
  it('are listed in the shape that the contract gives, and as CSV', async () => {
    const { rows, next } = await json(`/api/${kind}`);
    expect(rows.length).toBeGreaterThan(0);
    expect(next).toBeNull();
    for (const row of rows) expect(ROW_SCHEMAS[kind].safeParse(row).error).toBeUndefined();
    const lines = (await (await get(`/api/${kind}.csv`)).text()).trimEnd().split('\r\n');
    expect(lines.length).toBe(rows.length + 1);
  });

  it('are paged by cursor: every row once', async () => {
    const all = (await json(`/api/${kind}`)).rows;
    const paged: unknown[] = [];
    let cursor: string | null = null;
    do {
      const page: { rows: unknown[]; next: string | null } = await json(
        `/api/${kind}?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      paged.push(...page.rows);
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(all);
  });

  it('open by id, with what hangs on them', async () => {
    const [row] = (await json(`/api/${kind}`)).rows;
    const id = row.id ?? row.claim;
    expect(await json(`/api/${kind}/${encodeURIComponent(id)}`)).toMatchObject(kind === 'sources' ? { id: row.id } : row);
    const none = await get(`/api/${kind}/none`);
    expect([none.status, (await none.json()).code]).toEqual([404, 'LEDGER_ROW_NOT_FOUND']);
  });

  it('take each filter of the ledger, and say which value one does not take', async () => {
    for (const name of Object.keys(FILTERS[kind])) {
      const answer = await get(`/api/${kind}?${name}=${encodeURIComponent('\u0000')}`);
      expect([200, 400]).toContain(answer.status);
      if (answer.status === 400) expect((await answer.json()).code).toBe('LEDGER_QUERY_VALUE');
    }
  });

  it('take hostile words for words', async () => {
    for (const q of ['"', "'; DROP TABLE reports; --", 'a* OR b', 'NEAR(a b)', '(((', '😀', '%_\\', '-wall', 'content:wall']) {
      expect((await get(`/api/${kind}?q=${encodeURIComponent(q)}`)).status).toBe(200);
    }
    const bad = await get(`/api/${kind}?cursor=%27`);
    expect([bad.status, (await bad.json()).code]).toEqual([400, 'LEDGER_QUERY_CURSOR']);
  });
});

describe('the log over the ledger on disk', () => {
  it('is listed newest and oldest first, by kind, and holds', async () => {
    const newest = (await json('/api/entries')).rows;
    const oldest = (await json('/api/entries?order=oldest')).rows;
    expect(oldest).toEqual([...newest].reverse());
    const reports = (await json('/api/entries?kind=report')).rows;
    expect(reports).toHaveLength(3);
    const lines = (await (await get('/api/verify')).text()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ kind: 'done', findings: 0, entries: newest.length }]);
  });

  it('takes a judgement, which is then its newest entry', async () => {
    const post = (body: unknown): Promise<Response> =>
      fetch(new URL('/api/judgements', server.url), {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      });
    const judged = await post({ verdict: 'confirm', target: 'c-forty', by: 'a tester' });
    expect(judged.status).toBe(201);
    expect((await json('/api/entries?limit=1')).rows[0]).toMatchObject({ by: 'a tester' });
    const { rows } = await json('/api/judgements?target=c-forty');
    expect(rows).toMatchObject([{ undone: false, judgement: { verdict: 'confirm', target: 'c-forty' } }]);
    expect((await post({ verdict: 'undo', target: String(rows[0].sequence), by: 'a tester' })).status).toBe(201);
    expect((await json('/api/judgements?target=c-forty')).rows[0]).toMatchObject({ undone: true });
    expect((await json('/api/judgements')).rows.length).toBeGreaterThan(0);
  });
});
