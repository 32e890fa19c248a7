/** What sites add to an address to see where a reader came from: it leads to the same page without. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|yclid|gad_source|_hsenc|_hsmi)$/i;

/**
 * By what reports of one address are found: host, path and query, without scheme, fragment, tracking parameters and a closing
 * slash. Null for what is no address of the web.
 */
export function addressKey(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const { protocol, host, pathname, searchParams } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return null;
  const kept = [...searchParams].filter(([name]) => !TRACKING.test(name));
  const query = kept.length === 0 ? '' : `?${new URLSearchParams(kept)}`;
  return `${host}${pathname.replace(/\/+$/, '')}${query}`;
}
