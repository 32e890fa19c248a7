import { useSyncExternalStore } from 'react';

/** Where the page stands: everything that it shows follows from this. */
export interface Address {
  readonly path: string;
  readonly params: URLSearchParams;
}

const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};
window.addEventListener('popstate', tell);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const current = (): string => `${location.pathname}${location.search}`;

export function useAddress(): Address {
  const href = useSyncExternalStore(subscribe, current);
  const url = new URL(href, location.origin);
  return { path: url.pathname, params: url.searchParams };
}

/** Goes to an address of this page. `replace`: without a step to go back to, for what changes while somebody types. */
export function go(href: string, { replace = false, keepScroll = false }: { replace?: boolean; keepScroll?: boolean } = {}): void {
  if (href === current()) return;
  if (replace) history.replaceState(null, '', href);
  else history.pushState(null, '', href);
  if (!keepScroll && !replace) window.scrollTo(0, 0);
  tell();
}

/** The address with some parameters changed; null or an empty string takes one away. */
export function hrefWith(address: Address, changes: Readonly<Record<string, string | null>>): string {
  const params = new URLSearchParams(address.params);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') params.delete(name);
    else params.set(name, value);
  }
  const query = params.toString();
  return query ? `${address.path}?${query}` : address.path;
}

/** Changes parameters of the address in place: the page stays where it is scrolled. */
export const setParams = (changes: Readonly<Record<string, string | null>>, replace = false): void => {
  const url = new URL(location.href);
  go(hrefWith({ path: url.pathname, params: url.searchParams }, changes), { replace, keepScroll: true });
};

/** `/reports/:id` against an address's path: the parts that were left open, or null. */
export function match(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const wanted = pattern.split('/');
  const given = path.replace(/\/+$/, '').split('/');
  if (path === '/') return pattern === '/' ? {} : null;
  if (wanted.length !== given.length) return null;
  const open: Record<string, string> = {};
  for (const [i, part] of wanted.entries()) {
    const value = given[i] ?? '';
    if (part.startsWith(':')) open[part.slice(1)] = safeDecode(value);
    else if (part !== value) return null;
  }
  return open;
}

/** A hand-typed address may hold a stray percent sign: then it is taken as it stands. */
function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
