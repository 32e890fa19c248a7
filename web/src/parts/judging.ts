import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { postJson } from '../api/client.ts';
import type { Entry } from '../api/types.ts';

const NAME_KEY = 'accordingto.name';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The name that judgements are signed with, kept in this browser; the same in every part of the page. */
export function useName(): readonly [string, (name: string) => void] {
  const name = useSyncExternalStore(subscribe, () => localStorage.getItem(NAME_KEY) ?? '');
  return [
    name,
    (next) => {
      localStorage.setItem(NAME_KEY, next);
      for (const listener of listeners) listener();
    },
  ];
}

/** A judgement but for who passes it. */
export type Said = Readonly<Record<string, unknown>> & { readonly verdict: string; readonly target: string };

/** Passes judgements, signed. Every row on the page is asked for again: one judgement can change many. */
export function useJudge() {
  const client = useQueryClient();
  const [name] = useName();
  return useMutation({
    mutationFn: (said: Said) => postJson<Entry>('/api/judgements', { by: name.trim(), ...said }),
    onSuccess: () => client.invalidateQueries(),
  });
}
