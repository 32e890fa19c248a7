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
) => { readonly isAllowed: (address: string, agent: string) => boolean | undefined };

/** As RFC 9309 asks: a robots.txt is read this far. */
export const ROBOTS_BYTES = 512 * 1024;

/** Asks each site once, by the function that is given, and remembers. */
export function robotsRules(ask: (address: string) => Promise<RobotsAnswer>, agent: string) {
  const known = new Map<string, Promise<RobotsAnswer>>();
  return async (url: URL): Promise<boolean> => {
    const address = `${url.origin}/robots.txt`;
    const answer = known.get(address) ?? ask(address);
    known.set(address, answer);
    const robots = await answer;
    if (robots.kind === 'none') return true;
    if (robots.kind === 'unreachable') {
      // What kept us from robots.txt keeps us from the page too, and is the better explanation.
      if (robots.error)
        throw new AccordingtoError(robots.error.code, { ...robots.error.problem.details, from: url.href }, { cause: robots.error });
      return false;
    }
    return robotsParser(address, robots.text).isAllowed(url.href, agent) ?? true;
  };
}
