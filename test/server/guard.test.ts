import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from './support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ empty: true });
});
afterAll(() => server.stop());

interface Asked {
  readonly method?: string;
  readonly path?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** By hand, since fetch does not let Host, Origin and the Sec- headers be set. */
const ask = ({ method = 'GET', path = '/api/health', headers, body }: Asked): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, method, path, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });

describe('who may ask', () => {
  it.each(['127.0.0.1', 'localhost', '[::1]', 'LocalHost'])('lets in %s with our port', async (name) => {
    expect((await ask({ headers: { host: `${name}:${server.port}` } })).status).toBe(200);
  });

  it.each(['evil.example', 'evil.example:PORT', '127.0.0.1', '127.0.0.1:1', '127.0.0.1.evil.example:PORT', 'localhost.:PORT'])(
    'refuses the Host %j',
    async (host) => {
      const refused = await ask({ headers: { host: host.replace('PORT', String(server.port)) } });
      expect([refused.status, JSON.parse(refused.text).code]).toEqual([403, 'SERVER_FOREIGN_HOST']);
    },
  );

  it.each([
    'https://evil.example',
    'null',
    'https://127.0.0.1:PORT',
    'http://127.0.0.1:1',
    'http://127.0.0.1:PORT.evil.example',
    'file://',
  ])('refuses the Origin %j, and changes nothing', async (origin) => {
    const headers = {
      host: `127.0.0.1:${server.port}`,
      origin: origin.replace('PORT', String(server.port)),
      'content-type': 'application/json',
    };
    const refused = await ask({ method: 'POST', path: '/api/reports', headers, body: JSON.stringify({ text: 'planted' }) });
    expect([refused.status, JSON.parse(refused.text).code]).toEqual([403, 'SERVER_FOREIGN_ORIGIN']);
    expect((await server.ledger.counts()).reports).toBe(0);
  });

  it('refuses what a browser says another site asked for, but follows a link to a page', async () => {
    const host = `127.0.0.1:${server.port}`;
    for (const site of ['cross-site', 'same-site']) {
      expect((await ask({ headers: { host, 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' } })).status).toBe(403);
      expect(
        (await ask({ headers: { host, 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' } })).status,
      ).toBe(403);
      const framed = { host, 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' };
      expect((await ask({ path: '/', headers: framed })).status).toBe(403);
      const followed = { host, 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
      expect((await ask({ path: '/reports', headers: followed })).status).toBe(503);
    }
    expect((await ask({ headers: { host, 'sec-fetch-site': 'same-origin', origin: `http://${host}` } })).status).toBe(200);
  });

  it('listens on 127.0.0.1 alone', () => {
    expect(server.url).toBe(`http://127.0.0.1:${server.port}/`);
  });
});
