import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFetcher, createIntake, type Fetcher } from '../../src/intake/index.ts';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import { createReader } from '../../src/reader/reader.ts';
import { createDesk } from '../../src/work/index.ts';
import type { Clock } from '../../src/work/watch/clock.ts';
import type { WatchEvent } from '../../src/work/watch/events.ts';
import type { WatchOptions, WatchRooms } from '../../src/work/watch/options.ts';
import { politely } from '../../src/work/watch/polite.ts';
import { backOff, REVISITS, retryAfter } from '../../src/work/watch/schedule.ts';
import { watch, watchPlaces } from '../../src/work/watch/watch.ts';
import { PARAGRAPHS, page, serve } from '../intake/helpers.ts';
import { temporaryFolder } from '../ledger/folder.ts';
import { collected } from '../ledger/suite.ts';

const START = Date.parse('2024-10-15T08:00:00Z');

/** Time that passes only while somebody sleeps. */
function madeClock(): Clock & { readonly pass: (milliseconds: number) => void } {
  let now = START;
  return {
    now: () => now,
    sleep: async (milliseconds) => {
      now += Math.max(0, milliseconds);
    },
    random: () => 0.5,
    pass: (milliseconds) => {
      now += milliseconds;
    },
  };
}

interface Answer {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const folder = temporaryFolder();
let site: Awaited<ReturnType<typeof serve>>;
/** What the site has, by path; an `etag` is honoured. */
let has: Map<string, Answer>;
let asked: IncomingMessage[];
let count = 0;

beforeAll(async () => {
  site = await serve((request, response) => {
    const found = has.get(request.url ?? '');
    if (request.url !== '/robots.txt') asked.push(request);
    const { status = 200, body = '', headers = {} } = found ?? { status: 404 };
    const unchanged = headers.etag !== undefined && request.headers['if-none-match'] === headers.etag;
    response.writeHead(unchanged ? 304 : status, headers).end(unchanged ? undefined : body);
  });
});
afterAll(async () => {
  await site.stop();
  folder[Symbol.dispose]();
});
beforeEach(() => {
  has = new Map();
  asked = [];
});

const article = (first: string): Answer => ({
  body: page('', [first, ...PARAGRAPHS.slice(1)].map((words) => `<p>${words}</p>`).join('')),
  headers: { 'content-type': 'text/html' },
});
const feed = (paths: readonly string[], etag: string): Answer => ({
  body: `<rss><channel>${paths.map((path) => `<item><link>${site.url}${path}</link><guid>${path}</guid></item>`).join('')}</channel></rss>`,
  headers: { 'content-type': 'application/rss+xml', etag },
});

interface Desk {
  readonly ledger: Ledger;
  readonly clock: ReturnType<typeof madeClock>;
  /** One round, as cron runs it. */
  readonly once: () => Promise<readonly WatchEvent[]>;
  readonly rooms: WatchRooms;
  readonly options: WatchOptions;
}

async function withDesk(places: readonly string[], use: (desk: Desk) => Promise<void>): Promise<void> {
  count += 1;
  const ledger = await openLedger(join(folder.path, `${count}.db`), { create: true });
  const clock = madeClock();
  const fetcher = createFetcher({ maxBytes: 1e6, timeout: 2000, maxRedirects: 3, allowPrivate: ['127.0.0.1/32'] });
  const desk = createDesk({ intake: (options) => createIntake(options), reader: createReader([]), ledger });
  const options = { every: 900_000, everyFolder: 10_000, settle: 5000, pause: 2000, since: '2024-10-13', once: true, clock };
  try {
    await watchPlaces(ledger, places, new Date(clock.now()));
    const rooms = { ledger, desk, fetcher, maxBytes: 1e6 };
    await use({ ledger, clock, rooms, options, once: () => collected(watch(rooms, options)) });
    expect(await collected(ledger.verify())).toEqual([]);
  } finally {
    await fetcher.close();
    await ledger.close();
  }
}

/** An event in a few words: `stored /a`, `failed /b INTAKE_HTTP_STATUS`. */
function brief(event: WatchEvent): string {
  const short = (name: string | null | undefined): string => (name ?? '').replace(site.url, '').replace(folder.path, '');
  if (event.kind === 'place') return `${event.outcome} ${short(event.place)} ${event.found}`;
  if (event.kind === 'waiting') return 'waiting';
  if (event.kind === 'same') return `same ${short(event.item)}`;
  if (event.kind === 'failed') return `failed ${short(event.item ?? event.place)} ${event.problem.code}`;
  return `${event.event.kind} ${short(event.event.from)}`;
}

describe('a watched feed', () => {
  it('is asked with its validators, and gives what is new', async () => {
    has
      .set('/feed', feed(['/a', '/b'], '"1"'))
      .set('/a', article('One.'))
      .set('/b', article('Two.'));
    await withDesk([`${site.url}/feed`], async ({ once, ledger }) => {
      expect((await once()).map(brief)).toEqual(['listed /feed 2', 'stored /a', 'stored /b']);
      asked = [];
      expect((await once()).map(brief)).toEqual(['unchanged /feed 0']);
      expect(asked.map(({ url, headers }) => [url, headers['if-none-match']])).toEqual([['/feed', '"1"']]);
      has.set('/feed', feed(['/c', '/a', '/b'], '"2"')).set('/c', article('Three.'));
      expect((await once()).map(brief)).toEqual(['listed /feed 1', 'stored /c']);
      const [row] = await ledger.watching.rows();
      expect(row).toMatchObject({ kind: 'feed', items: 3, waiting: 3, failing: 0, failures: 0, lastError: null, etag: '"2"' });
    });
  });

  it('has its articles looked at again, a few times, and sees what changed and what is gone', async () => {
    has.set('/feed', feed(['/a', '/b'], '"1"')).set('/a', { ...article('One.'), headers: { 'content-type': 'text/html', etag: '"a"' } });
    has.set('/b', article('Two.'));
    await withDesk([`${site.url}/feed`], async ({ once, ledger, clock }) => {
      await once();
      clock.pass((REVISITS[1] as number) * 1.2);
      has.set('/b', article('Two, and more.'));
      expect((await once()).map(brief).sort()).toEqual(['same /a', 'stored /b', 'unchanged /feed 0']);
      clock.pass((REVISITS[2] as number) * 1.2);
      has.delete('/b');
      expect((await once()).map(brief).sort()).toEqual(['failed /b INTAKE_HTTP_STATUS', 'same /a', 'unchanged /feed 0']);
      expect((await ledger.versions(`${site.url}/b`)).map(({ what }) => what)).toEqual(['report', 'report', 'gone']);
      expect((await ledger.versions(`${site.url}/a`)).map(({ what }) => what)).toEqual(['report', 'unchanged', 'unchanged']);
      for (let i = 0; i < 4; i++) {
        clock.pass((REVISITS[3] as number) * 1.2);
        await once();
      }
      asked = [];
      clock.pass((REVISITS[3] as number) * 2);
      await once();
      expect(asked.map(({ url }) => url)).toEqual(['/feed']);
    });
  });

  it('that fails is left alone longer each time, and no less than it asks for', async () => {
    has.set('/feed', { status: 503, headers: { 'retry-after': '7200' } });
    await withDesk([`${site.url}/feed`], async ({ once, ledger, clock }) => {
      expect((await once()).map(brief)).toEqual(['failed /feed INTAKE_HTTP_STATUS']);
      asked = [];
      clock.pass(3_600_000);
      expect(await once()).toEqual([]);
      expect(asked).toEqual([]);
      expect((await ledger.watching.rows())[0]).toMatchObject({
        failures: 1,
        lastSuccess: null,
        lastError: { code: 'INTAKE_HTTP_STATUS' },
      });
      clock.pass(3_700_000);
      has.set('/feed', feed([], '"1"'));
      expect((await once()).map(brief)).toEqual(['listed /feed 0']);
      expect((await ledger.watching.rows())[0]).toMatchObject({ failures: 0, lastError: null });
    });
  });

  it('that points where robots may not go is respected, and the rest is taken', async () => {
    has.set('/robots.txt', { body: 'User-agent: *\nDisallow: /b\n' });
    has
      .set('/feed', feed(['/a', '/b'], '"1"'))
      .set('/a', article('One.'))
      .set('/b', article('Two.'));
    await withDesk([`${site.url}/feed`], async ({ once }) => {
      expect((await once()).map(brief).sort()).toEqual(['failed /b INTAKE_ROBOTS', 'listed /feed 2', 'stored /a']);
      expect(asked.map(({ url }) => url)).toEqual(['/feed', '/a']);
    });
  });
});

describe('other watched places', () => {
  it('a sitemap gives what changed lately, then what is new; an index leads to its sitemaps', async () => {
    const sitemap = (rows: readonly (readonly [string, string])[]): Answer => ({
      body: `<urlset>${rows.map(([path, day]) => `<url><loc>${site.url}${path}</loc><lastmod>${day}</lastmod></url>`).join('')}</urlset>`,
    });
    has.set('/index', { body: `<sitemapindex><sitemap><loc>${site.url}/map</loc></sitemap></sitemapindex>` });
    has.set(
      '/map',
      sitemap([
        ['/old', '2020-01-01'],
        ['/a', '2024-10-15'],
      ]),
    );
    has.set('/a', article('One.')).set('/old', article('Old.')).set('/b', article('Two.'));
    await withDesk([`${site.url}/index`], async ({ once }) => {
      expect((await once()).map(brief)).toEqual(['listed /index 1', 'stored /a']);
      has.set(
        '/map',
        sitemap([
          ['/old', '2020-01-01'],
          ['/b', '2024-10-15'],
          ['/a', '2024-10-15'],
        ]),
      );
      expect((await once()).map(brief)).toEqual(['listed /index 1', 'stored /b']);
    });
  });

  it('a page is a place of one article, with its versions', async () => {
    has.set('/a', article('One.'));
    await withDesk([`${site.url}/a`], async ({ once, ledger, clock }) => {
      expect((await once()).map(brief)).toEqual(['listed /a 0', 'stored /a']);
      clock.pass(1_000_000);
      has.set('/a', article('Two.'));
      expect((await once()).map(brief)).toEqual(['stored /a']);
      expect((await once()).map(brief)).toEqual(['known /a']);
      expect((await ledger.watching.rows())[0]).toMatchObject({ kind: 'page', items: 1, waiting: 0, failing: 0 });
      expect((await ledger.versions(`${site.url}/a`)).map(({ what }) => what)).toEqual(['report', 'report', 'unchanged']);
    });
  });

  it('a folder gives files that are whole, once, and again when they change', async () => {
    const inbox = join(folder.path, 'inbox');
    mkdirSync(inbox);
    writeFileSync(join(inbox, 'whole.txt'), PARAGRAPHS.join('\n\n'));
    writeFileSync(join(inbox, 'coming.txt.part'), 'half');
    writeFileSync(join(inbox, 'empty.txt'), '');
    const growing = join(inbox, 'growing.txt');
    writeFileSync(growing, 'The first line of a file that is still being written');
    await withDesk([inbox], async ({ once, ledger, clock }) => {
      const { sleep } = clock;
      let writes = 0;
      // Somebody goes on writing for as long as the round rests.
      const busy = Object.assign(clock, {
        sleep: async (milliseconds: number) => {
          if (writes++ < 9) appendFileSync(growing, ', and on');
          await sleep(milliseconds);
        },
      });
      expect(busy).toBe(clock);
      const first = (await once()).map(brief);
      expect(first).toContain('stored /inbox/whole.txt');
      expect(first).toContain('refused /inbox/empty.txt');
      expect(first.join()).not.toMatch(/growing|coming/);
      writes = 100;
      const read = async () => (await once()).map(brief).filter((event) => !event.startsWith('unchanged'));
      expect(await read()).toEqual(['stored /inbox/growing.txt']);
      expect(await read()).toEqual([]);
      appendFileSync(growing, '\n\nA correction.');
      expect(await read()).toEqual(['listed /inbox 1', 'stored /inbox/growing.txt']);
      expect((await ledger.counts()).reports).toBe(3);
    });
  });

  it('what is no place is refused when it is named', async () => {
    await expect(withDesk([join(folder.path, 'none')], async () => undefined)).rejects.toThrow(/INTAKE_NOT_FOUND/);
    await expect(withDesk([import.meta.filename], async () => undefined)).rejects.toThrow(/INTAKE_UNREADABLE/);
  });
});

describe('two watches of one ledger', () => {
  const two = async (use: (desk: Desk) => Promise<void>): Promise<void> => {
    has
      .set('/feed', feed(['/a', '/b'], '"1"'))
      .set('/a', article('One.'))
      .set('/b', article('Two.'));
    await withDesk([`${site.url}/feed`], use);
  };

  it('ask a site once: the second leaves the work to the first', async () =>
    two(async ({ once }) => {
      const [first, second] = await Promise.all([once(), once()]);
      expect([first, second].map((events) => events.map(brief)).sort((a, b) => b.length - a.length)).toEqual([
        ['listed /feed 2', 'stored /a', 'stored /b'],
        ['waiting'],
      ]);
      expect(asked.map(({ url }) => url).sort()).toEqual(['/a', '/b', '/feed']);
      // Whoever ended has given it back.
      expect((await once()).map(brief)).toEqual(['unchanged /feed 0']);
    }));

  it('one that ended without a word is not waited for beyond its time', async () =>
    two(async ({ once, ledger, clock }) => {
      const at = (seconds: number): string => new Date(clock.now() + seconds * 1000).toISOString();
      expect(await ledger.watching.hold('another', at(0), at(90))).toBeNull();
      expect((await once()).map(brief)).toEqual(['waiting']);
      clock.pass(91_000);
      expect((await once()).map(brief)).toEqual(['listed /feed 2', 'stored /a', 'stored /b']);
      expect(await ledger.watching.hold('another', at(0), at(90))).toBeNull();
    }));

  it('a watch that goes on takes over when the other ends', async () =>
    two(async ({ ledger, clock, rooms, options }) => {
      const at = (seconds: number): string => new Date(clock.now() + seconds * 1000).toISOString();
      await ledger.watching.hold('another', at(0), at(25));
      const stop = new AbortController();
      const events: string[] = [];
      for await (const event of watch(rooms, { ...options, once: false, signal: stop.signal })) {
        events.push(brief(event));
        if (events.length === 4) stop.abort();
      }
      expect(events).toEqual(['waiting', 'listed /feed 2', 'stored /a', 'stored /b']);
      expect(clock.now()).toBeGreaterThanOrEqual(START + 25_000);
    }));
});

describe('politeness', () => {
  const stub = (delay: number | null, during: (address: string) => void): Fetcher => ({
    fetch: async (address) => {
      during(address);
      return { url: address, status: 200, headers: {}, bytes: new Uint8Array(), via: [address] };
    },
    crawlDelay: async () => delay,
    close: async () => undefined,
  });

  it('leaves a pause between two requests to one host, its own Crawl-delay where that is longer', async () => {
    for (const [delay, pause] of [
      [null, 2000],
      [5000, 5000],
      [3_600_000, 60_000],
    ] as const) {
      const clock = madeClock();
      const times: number[] = [];
      const ask = politely(
        stub(delay, () => times.push(clock.now() - START)),
        2000,
        clock,
      );
      const none = { etag: null, lastModified: null };
      await Promise.all([1, 2, 3].map((n) => ask(`https://one.example/${n}`, none)));
      expect(times).toEqual([0, pause, 2 * pause]);
    }
  });

  it('waits longer after each failure, at least as long as asked, with chance in it', () => {
    const waits = Array.from({ length: 14 }, (_, i) => backOff(i + 1, null, () => 1));
    expect(waits[0]).toBe(60_000);
    for (const [i, wait] of waits.entries()) if (i > 0) expect(wait).toBeGreaterThanOrEqual(waits[i - 1] as number);
    expect(waits.at(-1)).toBe(12 * 3_600_000);
    expect(backOff(3, null, () => 0)).toBe(backOff(3, null, () => 1) / 2);
    expect(backOff(1, 600_000, () => 0)).toBe(600_000);
    expect(backOff(1, 1e12, () => 0)).toBe(24 * 3_600_000);
    expect([retryAfter('120', START), retryAfter('Tue, 15 Oct 2024 08:01:00 GMT', START), retryAfter('soon', START)]).toEqual([
      120_000,
      60_000,
      null,
    ]);
  });
});
