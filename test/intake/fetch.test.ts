import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher } from '../../src/intake/fetch/fetcher.ts';
import { brief, only, page, serve, take } from './helpers.ts';

const ARTICLE = page('<title>Barge strikes pier</title>');
let site: Awaited<ReturnType<typeof serve>>;
let robots: Awaited<ReturnType<typeof serve>>;
const agents = new Set<string>();

const drip = (response: ServerResponse): void => {
  const timer = setInterval(() => response.write('<p>and so on</p>'), 20);
  response.on('close', () => clearInterval(timer));
};

beforeAll(async () => {
  robots = await serve((request, response) => {
    if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /private\n');
    else response.setHeader('content-type', 'text/html').end(ARTICLE);
  });
  site = await serve((request, response) => {
    agents.add(request.headers['user-agent'] ?? '');
    const [path = ''] = (request.url ?? '').split('?');
    if (path === '/robots.txt') response.writeHead(404).end();
    else if (path === '/article') response.setHeader('content-type', 'text/html').end(ARTICLE);
    else if (path === '/gzip') response.setHeader('content-encoding', 'gzip').end(gzipSync(ARTICLE));
    else if (path === '/brotli') response.setHeader('content-encoding', 'br').end(brotliCompressSync(ARTICLE));
    else if (path === '/deflate') response.setHeader('content-encoding', 'deflate').end(deflateSync(ARTICLE));
    else if (path === '/bomb') response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(50_000_000, 'a')));
    else if (path === '/damaged') response.setHeader('content-encoding', 'gzip').end('this is not gzip');
    else if (path === '/odd') response.setHeader('content-encoding', 'zip').end(ARTICLE);
    else if (path === '/moved') response.writeHead(302, { location: '/article' }).end();
    else if (path === '/inside') response.writeHead(302, { location: 'http://127.0.0.9/secret' }).end();
    else if (path === '/mapped') response.writeHead(301, { location: 'http://[::ffff:7f00:9]/secret' }).end();
    else if (path === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    else if (path === '/credentials') response.writeHead(302, { location: 'http://a:b@example.org/' }).end();
    else if (path === '/circle') response.writeHead(302, { location: '/circle' }).end();
    else if (path === '/deeper') response.writeHead(302, { location: `/deeper?${Math.random()}` }).end();
    else if (path === '/missing') response.writeHead(404).end('<p>not here</p>');
    else if (path === '/hangs') return;
    else if (path === '/drips') drip(response.writeHead(200, { 'content-type': 'text/html' }));
    else if (path === '/endless') {
      const more = (): void => {
        while (response.write('x'.repeat(65_536)));
        response.once('drain', more);
      };
      more();
    } else if (path === '/short') {
      response.writeHead(200, { 'content-length': '5000' });
      response.write('<p>cut');
      setTimeout(() => response.destroy(), 20);
    } else response.writeHead(500).end();
  });
});
afterAll(async () => {
  await site.stop();
  await robots.stop();
});

const LOCAL = { allowPrivate: ['127.0.0.1/32'], limits: { fetchTimeout: 1500 }, maxBytes: 1_000_000 };
const at = (path: string, options = {}) => take([{ kind: 'address', url: `${site.url}${path}` }], { ...LOCAL, ...options });

describe('an address', () => {
  it('gives the article, the bytes as they came and the headers', async () => {
    const received = only(await at('/article'));
    expect(received.report.url).toBe(`${site.url}/article`);
    expect(received.report.text).toContain('said Orla Brandt');
    expect(received.report.sha256).toBe(createHash('sha256').update(ARTICLE).digest('hex'));
    expect(received.headers['content-type']).toBe('text/html');
    expect([...agents].every((agent) => agent.startsWith('accordingto/'))).toBe(true);
  });

  it.each(['/gzip', '/brotli', '/deflate'])('unpacks %s', async (path) =>
    expect(only(await at(path)).report.text).toContain('Orla Brandt'),
  );

  it('follows a redirect and says where it ended', async () => {
    const received = only(await at('/moved'));
    expect(received.report.url).toBe(`${site.url}/article`);
    expect(received.report.from).toBe(`${site.url}/moved`);
    expect(received.headers['x-accordingto-via']).toBe(`${site.url}/moved ${site.url}/article`);
  });

  it.each([
    ['/bomb', 'INTAKE_TOO_LARGE'],
    ['/damaged', 'INTAKE_DAMAGED'],
    ['/odd', 'INTAKE_UNSUPPORTED'],
    ['/inside', 'INTAKE_ADDRESS_REFUSED'],
    ['/mapped', 'INTAKE_ADDRESS_REFUSED'],
    ['/file', 'INTAKE_ADDRESS_INVALID'],
    ['/credentials', 'INTAKE_ADDRESS_INVALID'],
    ['/circle', 'INTAKE_REDIRECTS'],
    ['/deeper', 'INTAKE_REDIRECTS'],
    ['/missing', 'INTAKE_HTTP_STATUS'],
    ['/broken', 'INTAKE_HTTP_STATUS'],
    ['/hangs', 'INTAKE_TIMEOUT'],
    ['/drips', 'INTAKE_TIMEOUT'],
    ['/endless', 'INTAKE_TOO_LARGE'],
    ['/short', 'INTAKE_FETCH_FAILED'],
  ])('%s is refused: %s', async (path, code) => expect((await at(path)).map(brief)).toEqual([code]));

  it.each([
    ['http://127.0.0.1:1/', 'INTAKE_ADDRESS_REFUSED'],
    ['http://localhost:1/', 'INTAKE_ADDRESS_REFUSED'],
    ['http://0x7f.1/', 'INTAKE_ADDRESS_REFUSED'],
    ['http://[::1]/', 'INTAKE_ADDRESS_REFUSED'],
    ['http://169.254.169.254/latest/meta-data/', 'INTAKE_ADDRESS_REFUSED'],
    ['http://me:word@example.org/', 'INTAKE_ADDRESS_INVALID'],
    ['ftp://example.org/', 'INTAKE_ADDRESS_INVALID'],
  ])('%s is refused without being asked: %s', async (url, code) =>
    expect((await take([{ kind: 'address', url }])).map(brief)).toEqual([code]),
  );

  it('refuses a name that resolves to this machine, and one that changes its mind', async () => {
    let times = 0;
    const fetcher = createFetcher({
      maxBytes: 1e6,
      timeout: 700,
      maxRedirects: 3,
      resolve: (_host, answer) => answer(null, [{ address: times++ % 2 ? '127.0.0.1' : '10.0.0.1', family: 4 }]),
    });
    await expect(fetcher.fetch('http://rebinding.example/')).rejects.toThrow(/INTAKE_ADDRESS_REFUSED/);
    await fetcher.close();
  });

  it('respects robots.txt', async () => {
    const url = (path: string) => [{ kind: 'address', url: robots.url + path } as const];
    expect((await take(url('/private/a'), LOCAL)).map(brief)).toEqual(['INTAKE_ROBOTS']);
    expect(only(await take(url('/open/a'), LOCAL)).report.text).toContain('Orla Brandt');
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    expect((await at('/hangs', { signal: stop.signal })).map(brief)).toEqual(['INTAKE_CANCELLED']);
  });
});
