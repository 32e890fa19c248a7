import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/server.ts';
import { storyReports } from './support/story.ts';

let server: TestServer;
const get = (path: string, init?: RequestInit): Promise<Response> => fetch(new URL(path, server.url), init);
const json = async (path: string) => (await get(path)).json();

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('the API', () => {
  it('says that it is well, with its versions', async () => {
    expect(await json('/api/health')).toMatchObject({ status: 'ok', version: '0.0.0-test', reader: expect.any(String) });
  });

  it('describes every route in OpenAPI 3.1', async () => {
    const description = await json('/openapi.json');
    expect(description.openapi).toBe('3.1.0');
    const paths = Object.keys(description.paths);
    for (const kind of ['reports', 'statements', 'sources', 'claims', 'tallies', 'forecasts', 'timeline']) {
      expect(paths).toEqual(expect.arrayContaining([`/api/${kind}`, `/api/${kind}.csv`, `/api/${kind}/{id}`]));
    }
    expect(paths).toEqual(expect.arrayContaining(['/api/health', '/api/entries', '/api/verify', '/api/add', '/api/reports/{id}/raw']));
    expect(description.paths['/api/statements'].get.parameters.map(({ name }: { name: string }) => name)).toContain('certainty');
  });

  it('pages through rows with a cursor, and finds words', async () => {
    const first = await json('/api/statements?limit=10');
    expect(first.rows).toHaveLength(10);
    const second = await json(`/api/statements?limit=10&cursor=${first.next}`);
    expect(second.next).toBeNull();
    const ids = [...first.rows, ...second.rows].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(16);
    expect((await json('/api/statements?q=painted')).rows).toHaveLength(1);
  });

  it('passes filters on, and refuses one that it does not have', async () => {
    const { rows } = await json('/api/statements?quotation=direct');
    expect(rows.map(({ quotation }: { quotation: string }) => quotation)).toEqual(['direct', 'direct']);
    const refused = await get('/api/statements?colour=red');
    expect(refused.status).toBe(400);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(await refused.json()).toMatchObject({ code: 'SERVER_BAD_REQUEST', status: 400, remedy: expect.any(String) });
    expect((await get('/api/statements?limit=501')).status).toBe(400);
  });

  it('gives a report with its statements, sources, claims and copies', async () => {
    const id = storyReports()[0]?.received.report.id;
    const report = await json(`/api/reports/${id}`);
    expect(report).toMatchObject({ id, outlet: 'Cardinal Press', copyOf: null, warnings: [] });
    expect(report.statements).toHaveLength(9);
    expect(report.unattributed).toHaveLength(2);
    expect(report.sources.map(({ name }: { name: string }) => name)).toContain('Ines Valcourt');
    expect(report.copies).toMatchObject([{ outlet: 'Northmoor Courier', copyKind: 'trimmed' }]);
    expect(report.claims.find(({ id: claim }: { id: string }) => claim === 'c-forty')).toMatchObject({ reports: 2, origins: 1 });
  });

  it('gives a claim with its appearances and relations, a tally with its words, a source with its statements', async () => {
    const claim = await json('/api/claims/c-forty');
    expect(claim.appearances).toHaveLength(2);
    expect(claim.relations).toMatchObject([{ type: 'corrects', other: { id: 'c-thirty' } }]);
    const tally = await json('/api/tallies/t-leak');
    expect(tally.points).toHaveLength(3);
    expect(tally.statements).toHaveLength(3);
    expect(await json('/api/forecasts/c-days')).toMatchObject({
      about: { id: 'c-days' },
      bySource: { name: 'Piet Oskarsen' },
      settledBy: null,
    });
    const source = await json('/api/sources/s-ines-valcourt');
    expect(source.statements.length).toBe(5);
    expect(source.tallies).toHaveLength(1);
  });

  it('answers with a coded problem where there is no such row or route', async () => {
    const row = await get('/api/claims/none');
    expect([row.status, (await row.json()).code]).toEqual([404, 'LEDGER_ROW_NOT_FOUND']);
    const route = await get('/api/nothing');
    expect([route.status, (await route.json()).code]).toEqual([404, 'SERVER_NOT_FOUND']);
    const page = await get('/reports');
    expect([page.status, (await page.json()).code]).toEqual([503, 'SERVER_PAGE_MISSING']);
  });

  it('gives the kept original as a download that no browser opens', async () => {
    const id = storyReports()[0]?.received.report.id;
    const raw = await get(`/api/reports/${id}/raw`);
    expect(raw.headers.get('content-type')).toBe('application/octet-stream');
    expect(raw.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(raw.headers.get('x-content-type-options')).toBe('nosniff');
    expect(new Uint8Array(await raw.arrayBuffer())).toEqual(new Uint8Array(storyReports()[0]?.received.raw ?? []));
  });

  it('shows the log', async () => {
    const { rows } = await json('/api/entries');
    expect(rows.map(({ sequence }: { sequence: number }) => sequence)).toEqual([3, 2, 1]);
  });

  it('sends strict headers with every answer', async () => {
    for (const path of ['/api/health', '/api/nothing', '/']) {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
    }
  });
});

describe('CSV', () => {
  it('gives every row that matches, with a heading', async () => {
    const answer = await get('/api/statements.csv');
    expect(answer.headers.get('content-type')).toContain('text/csv');
    const lines = (await answer.text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(17);
    expect(lines[0]).toMatch(/^id,report,source,/);
  });

  it('gives one page where a limit is given', async () => {
    expect((await (await get('/api/statements.csv?limit=4')).text()).trimEnd().split('\r\n')).toHaveLength(5);
  });

  it('answers a bad cursor with a problem, not with half a file', async () => {
    expect((await get('/api/statements.csv?cursor=%00')).status).toBeGreaterThanOrEqual(400);
  });
});
