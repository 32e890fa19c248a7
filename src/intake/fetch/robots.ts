import robotsModule from 'robots-parser';
import { AccordingtoError } from '../../model/index.ts';

/**
 * What a site's robots.txt came to: its rules, everything allowed (there is none), or nothing (it could not be had:
 * RFC 9309, 2.3.1.4, then forbids all), with the error where there was no answer at all.
 */
export type RobotsAnswer =
  | { readonly kind: 'rules'; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreachable'; readonly error: AccordingtoError | null };

/** The package's types are those of an ES module, which it is not. */
const robotsParser = robotsModule as unknown as (
  address: string,
  rules: string,
) => {
  readonly isAllowed: (address: string, agent: string) => boolean | undefined;
  readonly getCrawlDelay: (agent: string) => number | undefined;
};

/** As RFC 9309 asks: a robots.txt is read this far. */
export const ROBOTS_BYTES = 512 * 1024;

/** As RFC 9309 asks: what a site's robots.txt said is not relied on for longer. */
const REMEMBERED = 24 * 60 * 60 * 1000;

export interface RobotsRules {
  readonly mayRead: (url: URL) => Promise<boolean>;
  /** How long the site wants to be left alone between two requests, in milliseconds; null where it does not say or was not asked yet. */
  readonly crawlDelay: (url: URL) => Promise<number | null>;
}

/** Asks each site once a day, by the function that is given, and remembers. */
export function robotsRules(ask: (address: string) => Promise<RobotsAnswer>, agent: string): RobotsRules {
  const known = new Map<string, { readonly answer: Promise<RobotsAnswer>; readonly until: number }>();
  const robotsOf = (address: string): Promise<RobotsAnswer> => {
    const remembered = known.get(address);
    if (remembered && remembered.until > Date.now()) return remembered.answer;
    const answer = ask(address);
    known.set(address, { answer, until: Date.now() + REMEMBERED });
    // A site that could not be asked is asked again the next time.
    void answer.then((robots) => {
      if (robots.kind === 'unreachable') known.delete(address);
    });
    return answer;
  };
  const mayRead = async (url: URL): Promise<boolean> => {
    const address = `${url.origin}/robots.txt`;
    const robots = await robotsOf(address);
    if (robots.kind === 'none') return true;
    if (robots.kind === 'unreachable') {
      // What kept us from robots.txt keeps us from the page too, and is the better explanation.
      if (robots.error)
        throw new AccordingtoError(robots.error.code, { ...robots.error.problem.details, from: url.href }, { cause: robots.error });
      return false;
    }
    return robotsParser(address, robots.text).isAllowed(url.href, agent) ?? true;
  };
  const crawlDelay = async (url: URL): Promise<number | null> => {
    const address = `${url.origin}/robots.txt`;
    const robots = await known.get(address)?.answer;
    const seconds = robots?.kind === 'rules' ? robotsParser(address, robots.text).getCrawlDelay(agent) : undefined;
    return seconds !== undefined && seconds > 0 ? seconds * 1000 : null;
  };
  return { mayRead, crawlDelay };
}
