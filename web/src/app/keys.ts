import { useEffect } from 'react';

/** What each key does: shown by `?`, and nowhere else written down. */
export const KEYS = [
  ['/', 'search'],
  ['j', 'the next one: statement, row'],
  ['k', 'the one before'],
  ['o', 'open the words it rests on'],
  ['?', 'this list'],
  ['Esc', 'leave the search or this list'],
] as const;

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** What j and k walk through: elements that a page marks with `data-step`, in the order of the page. */
const steps = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-step]')].filter((step) => step.offsetParent !== null);

const stepAt = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('[data-step]') ?? null;

function walk(by: 1 | -1): void {
  const all = steps();
  const at = stepAt();
  const next = at ? all[all.indexOf(at) + by] : all[by === 1 ? 0 : all.length - 1];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** Follows what the step (or the thing in focus) calls its words: an element marked `data-words`. */
function openWords(): void {
  const at = stepAt();
  (at?.matches('[data-words]') ? at : at?.querySelector<HTMLElement>('[data-words]'))?.click();
}

const focusSearch = (): void => {
  const field = document.querySelector<HTMLInputElement>('main [data-search]') ?? document.querySelector<HTMLInputElement>('[data-search]');
  field?.focus();
  field?.select();
};

/** The keys that work on every page, wherever nobody is typing. */
export function useKeys(showHelp: () => void): void {
  useEffect(() => {
    const act: Readonly<Record<string, () => void>> = {
      '/': focusSearch,
      j: () => walk(1),
      k: () => walk(-1),
      o: openWords,
      '?': showHelp,
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && isTyping(event.target)) {
        // A browser empties a search field on Escape; here the words that were searched for stay.
        event.preventDefault();
        (event.target as HTMLElement).blur();
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('[role=dialog]')) return;
      const action = act[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [showHelp]);
}
