import { type Dispatcher, request } from 'undici';
import { AccordingtoError } from '../../model/index.ts';
import { checkedUrl, checkLiteral, networksOf } from './addresses.ts';
import { bodyBytes } from './body.ts';
import { guardedAgent, type Resolve } from './connect.ts';
import { failure } from './failures.ts';
import { ROBOTS_BYTES, type RobotsAnswer, robotsRules } from './robots.ts';

/** A page as it was served. `bytes` have transfer and content encodings undone; `headers` are the last response's. */
export interface Fetched {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  /** Every address on the way, the first and the last among them. */
  readonly via: readonly string[];
}

export interface FetcherOptions {
  readonly maxBytes: number;
  readonly timeout: number;
  readonly maxRedirects: number;
  readonly allowPrivate?: readonly string[];
  readonly signal?: AbortSignal;
  /** For tests: names to addresses. */
  readonly resolve?: Resolve;
}

/** What an earlier answer said of its state: asked with these, a site can say that nothing changed. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface Fetcher {
  /**
   * With validators, status 304 and no bytes where nothing changed.
   * @throws AccordingtoError with one of the INTAKE_ codes for addresses; nothing else for anything a server can do.
   */
  readonly fetch: (address: string, validators?: Validators) => Promise<Fetched>;
  /** Milliseconds for which the address's site wants to be left alone between requests; null where it does not say. */
  readonly crawlDelay: (address: string) => Promise<number | null>;
  readonly close: () => Promise<void>;
}

/** The name by which robots.txt can address us. */
export const AGENT_NAME = 'accordingto';
export const USER_AGENT = `${AGENT_NAME}/0.1 (+https://github.com/accordingto/accordingto; reads news reports for one person at a time)`;

const REQUEST_HEADERS = {
  'user-agent': USER_AGENT,
  accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.9,*/*;q=0.5',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': '*',
};

type Conditions = Readonly<Record<string, string>>;

interface Following {
  readonly mayRead?: (url: URL) => Promise<boolean>;
  readonly conditions?: Conditions;
}

const conditionsOf = ({ etag, lastModified }: Validators): Conditions => ({
  ...(etag !== null && { 'if-none-match': etag }),
  ...(lastModified !== null && { 'if-modified-since': lastModified }),
});

const flat = (headers: Dispatcher.ResponseData['headers']): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));

/**
 * The one way out to the network. Only http and https, only the public internet (and `allowPrivate`), checked when a name is
 * resolved, when the connection stands, and again at each redirect; bounded in size, time and redirects; robots.txt respected.
 */
export function createFetcher(options: FetcherOptions): Fetcher {
  const allowed = networksOf(options.allowPrivate ?? []);
  const agent = guardedAgent({ allowed, timeout: options.timeout, resolve: options.resolve });

  const ask = async (url: URL, from: string, signal: AbortSignal, conditions: Conditions): Promise<Dispatcher.ResponseData> => {
    checkLiteral(url, from, allowed);
    return request(url, { dispatcher: agent, headers: { ...REQUEST_HEADERS, ...conditions }, signal });
  };

  const follow = async (
    address: string,
    from: string,
    limit: number,
    signal: AbortSignal,
    { mayRead, conditions = {} }: Following = {},
  ): Promise<Fetched> => {
    const via: string[] = [];
    let url = checkedUrl(address, from);
    for (;;) {
      if (via.includes(url.href) || via.length > options.maxRedirects) {
        throw new AccordingtoError('INTAKE_REDIRECTS', { from, limit: options.maxRedirects });
      }
      via.push(url.href);
      checkLiteral(url, from, allowed);
      if (mayRead && !(await mayRead(url))) throw new AccordingtoError('INTAKE_ROBOTS', { from });
      const response = await ask(url, from, signal, conditions);
      const headers = flat(response.headers);
      const location = headers.location;
      if (response.statusCode >= 300 && response.statusCode < 400 && location) {
        response.body.on('error', () => undefined).destroy();
        url = checkedUrl(location, from, url.href);
        continue;
      }
      const bytes = await bodyBytes(response.body, headers['content-encoding'], limit, from);
      return { url: url.href, status: response.statusCode, headers, bytes, via };
    }
  };

  const bounded = async <T>(from: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    const deadline = AbortSignal.timeout(options.timeout);
    const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
    try {
      return await work(signal);
    } catch (error) {
      throw failure(error, from, { timedOut: deadline.aborted, stopped: options.signal?.aborted ?? false, timeout: options.timeout });
    }
  };

  const askRobots = async (address: string): Promise<RobotsAnswer> => {
    try {
      const got = await bounded(address, (signal) => follow(address, address, ROBOTS_BYTES, signal));
      if (got.status >= 500) return { kind: 'unreachable', error: null };
      return got.status >= 400 ? { kind: 'none' } : { kind: 'rules', text: Buffer.from(got.bytes).toString('utf8') };
    } catch (error) {
      const known = error instanceof AccordingtoError ? error : null;
      return known?.code === 'INTAKE_TOO_LARGE' ? { kind: 'none' } : { kind: 'unreachable', error: known };
    }
  };
  const robots = robotsRules(askRobots, AGENT_NAME);

  return {
    fetch: (address, validators) =>
      bounded(address, async (signal) => {
        const conditions = validators ? conditionsOf(validators) : {};
        const got = await follow(address, address, options.maxBytes, signal, { mayRead: robots.mayRead, conditions });
        const unchanged = got.status === 304 && Object.keys(conditions).length > 0;
        if (!unchanged && (got.status >= 400 || got.status < 200)) {
          const wait = got.headers['retry-after'];
          throw new AccordingtoError('INTAKE_HTTP_STATUS', { from: address, status: got.status, ...(wait && { retryAfter: wait }) });
        }
        return got;
      }),
    crawlDelay: async (address) => (URL.canParse(address) ? robots.crawlDelay(new URL(address)) : null),
    close: () => agent.destroy(),
  };
}
