import type { Fetched, Fetcher, Validators } from '../../intake/fetch/fetcher.ts';
import type { Clock } from './clock.ts';

/** The longest pause that a site's robots.txt can ask for: one that wants more is asked this often. */
const LONGEST_PAUSE = 60_000;

/** Asks one host one thing at a time, with a pause after each: the longer of ours and the Crawl-delay of its robots.txt. */
export function politely(fetcher: Fetcher, pause: number, clock: Clock): (address: string, validators: Validators) => Promise<Fetched> {
  const hosts = new Map<string, { turn: Promise<unknown>; free: number }>();
  return (address, validators) => {
    const name = URL.canParse(address) ? new URL(address).host : '';
    const host = hosts.get(name) ?? { turn: Promise.resolve(), free: 0 };
    hosts.set(name, host);
    const asked = host.turn.then(async () => {
      await clock.sleep(host.free - clock.now());
      try {
        return await fetcher.fetch(address, validators);
      } finally {
        const wanted = Math.min(LONGEST_PAUSE, (await fetcher.crawlDelay(address)) ?? 0);
        host.free = clock.now() + Math.max(pause, wanted);
      }
    });
    host.turn = asked.catch(() => undefined);
    return asked;
  };
}
