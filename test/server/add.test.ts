import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/server.ts';

let server: TestServer;
const post = (path: string, body: BodyInit, type = 'application/json'): Promise<Response> =>
  fetch(new URL(path, server.url), { method: 'POST', body, headers: { 'content-type': type } });
const lines = async (answer: Response) =>
  (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

beforeAll(async () => {
  server = await startTestServer({ empty: true, maxBodyBytes: 2000 });
});
afterAll(() => server.stop());

describe('adding over the API', () => {
  it('stores a text once: 201 with the report and its statements, then 200 with the same', async () => {
    const body = JSON.stringify({ text: 'The board said the wall holds.', title: 'A wall', published: '2025-04-15' });
    const first = await post('/api/reports', body);
    expect(first.status).toBe(201);
    const stored = await first.json();
    expect(stored).toMatchObject({
      report: { title: 'A wall', published: '2025-04-15', text: 'The board said the wall holds.' },
      statements: [],
    });
    const second = await post('/api/reports', body);
    expect(second.status).toBe(200);
    expect((await second.json()).report.id).toBe(stored.report.id);
    expect((await server.ledger.counts()).reports).toBe(1);
  });

  it('answers a refusal with its own code and status', async () => {
    const refused = await post('/api/reports', JSON.stringify({ text: '   ' }));
    expect([refused.status, (await refused.json()).code]).toEqual([422, 'INTAKE_EMPTY']);
    const address = await post('/api/reports', JSON.stringify({ url: 'https://nowhere.example/' }));
    expect([address.status, (await address.json()).code]).toEqual([404, 'INTAKE_NOT_FOUND']);
  });

  it.each([
    ['no JSON', '{'],
    ['two of text, html and url', JSON.stringify({ text: 'a', html: 'b' })],
    ['none of them', JSON.stringify({ title: 'a' })],
    ['a field that is not known', JSON.stringify({ text: 'a', colour: 'red' })],
    ['a list', '[]'],
  ])('refuses %s', async (_, body) => {
    const refused = await post('/api/reports', body);
    expect([refused.status, (await refused.json()).code]).toEqual([400, 'SERVER_BAD_REQUEST']);
  });

  it('refuses a body of another type, and one that is too large', async () => {
    const typed = await post('/api/reports', '{"text":"a"}', 'text/plain');
    expect([typed.status, (await typed.json()).code]).toEqual([415, 'SERVER_MEDIA_TYPE']);
    const large = await post('/api/reports', JSON.stringify({ text: 'a'.repeat(3000) }));
    expect([large.status, (await large.json()).code]).toEqual([413, 'SERVER_TOO_LARGE']);
  });

  it('tells of each report of a file as it goes', async () => {
    const answer = await post('/api/add?name=wall.txt', 'The wall leaks, the mayor said.', 'application/octet-stream');
    expect(answer.headers.get('content-type')).toContain('application/x-ndjson');
    expect(await lines(answer)).toMatchObject([{ kind: 'stored', from: 'wall.txt', statements: 0 }]);
    const refused = await post('/api/add?name=empty.txt', ' ', 'application/octet-stream');
    expect(await lines(refused)).toMatchObject([
      { kind: 'refused', from: 'empty.txt', problem: { code: 'INTAKE_EMPTY', remedy: expect.any(String) } },
    ]);
  });

  it('stores the same text once when it is posted many times at once', async () => {
    const before = (await server.ledger.counts()).reports;
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('/api/reports', JSON.stringify({ text: 'All at once.' }))));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect((await server.ledger.counts()).reports).toBe(before + 1);
  });

  it('offers the sample only where it has one', async () => {
    const refused = await post('/api/sample', '');
    expect([refused.status, (await refused.json()).code]).toEqual([404, 'SERVER_NO_SAMPLE']);
    const given = { kind: 'given', bytes: new TextEncoder().encode('A sample.'), name: 'sample' } as const;
    const other = await startTestServer({ empty: true, sample: () => [given] });
    try {
      const answer = await fetch(new URL('/api/sample', other.url), { method: 'POST' });
      expect(await lines(answer)).toMatchObject([{ kind: 'stored', from: 'sample' }]);
    } finally {
      await other.stop();
    }
  });

  it('keeps judgements, and reports findings line by line', async () => {
    const { rows } = (await (await fetch(new URL('/api/reports', server.url))).json()) as { rows: { id: string }[] };
    const judged = await post('/api/judgements', JSON.stringify({ verdict: 'confirm', target: rows[0]?.id, by: 'me' }));
    expect(judged.status).toBe(201);
    expect((await post('/api/judgements', JSON.stringify({ verdict: 'perhaps', target: 'c-1', by: 'me' }))).status).toBe(400);
    const verified = await lines(await fetch(new URL('/api/verify', server.url)));
    expect(verified.map(({ kind }) => kind)).toEqual(['finding', 'done']);
    expect(verified.at(-1)).toMatchObject({ findings: 1 });
  });
});
