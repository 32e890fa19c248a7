import { useSyncExternalStore } from 'react';

/** Up to where a person has seen the log, and when they said so. */
export interface Seen {
  readonly sequence: number;
  readonly at: string;
}

const KEY = 'accordingto.seen';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const isSeen = (value: unknown): value is Seen =>
  typeof value === 'object' &&
  value !== null &&
  Number.isSafeInteger((value as Seen).sequence) &&
  (value as Seen).sequence >= 0 &&
  typeof (value as Seen).at === 'string';

/** What the browser keeps: one marker a ledger. What is damaged, or somebody else's, counts as nothing kept. */
export function seenIn(stored: string | null, ledger: string): Seen | null {
  try {
    const all = JSON.parse(stored ?? '{}') as Record<string, unknown>;
    const seen = Object.hasOwn(all, ledger) ? all[ledger] : null;
    return isSeen(seen) ? { sequence: seen.sequence, at: seen.at } : null;
  } catch {
    return null;
  }
}

/** The same with one ledger's marker set, others' left alone. */
export function withSeen(stored: string | null, ledger: string, seen: Seen): string {
  let all: object = {};
  try {
    const kept: unknown = JSON.parse(stored ?? '{}');
    if (typeof kept === 'object' && kept !== null && !Array.isArray(kept)) all = kept;
  } catch {
    // What cannot be read is begun anew.
  }
  return JSON.stringify({ ...all, [ledger]: seen });
}

/** The marker in this browser's own storage, and how it is set. A marker beyond the log is of a ledger that was begun anew: none. */
export function useSeen(ledger: string, head: number): readonly [Seen | null, (sequence: number) => void] {
  const stored = useSyncExternalStore(subscribe, () => localStorage.getItem(KEY));
  const seen = seenIn(stored, ledger);
  return [
    seen && seen.sequence <= head ? seen : null,
    (sequence) => {
      localStorage.setItem(KEY, withSeen(localStorage.getItem(KEY), ledger, { sequence, at: new Date().toISOString() }));
      for (const listener of listeners) listener();
    },
  ];
}
