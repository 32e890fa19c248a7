import { type RefObject, useEffect } from 'react';

/**
 * Shows words and note of a statement together while either is under the pointer or in focus, or the statement is the one that
 * the address names. Classes are set by hand: a report's text is large, and nothing else on the page changes with it.
 */
export function useActive(root: RefObject<HTMLElement | null>, pinned: number | null, change: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: `change` stands for whatever renders the words or notes anew.
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    let lit: string | null = null;
    const light = (index: string | null): void => {
      const next = index ?? (pinned === null ? null : String(pinned));
      if (next === lit) return;
      for (const old of element.querySelectorAll('.lit')) old.classList.remove('lit');
      lit = next;
      element.classList.toggle('has-lit', next !== null);
      if (next === null) return;
      for (const part of element.querySelectorAll(`[data-s="${CSS.escape(next)}"]`)) part.classList.add('lit');
    };
    const under = (target: EventTarget | null): string | null =>
      target instanceof Element ? (target.closest<HTMLElement>('[data-s]')?.dataset.s ?? null) : null;
    const over = (event: Event): void => light(under(event.target));
    const focused = (): void => light(under(document.activeElement));
    light(null);
    element.addEventListener('pointerover', over);
    element.addEventListener('pointerleave', focused);
    element.addEventListener('focusin', over);
    return () => {
      element.removeEventListener('pointerover', over);
      element.removeEventListener('pointerleave', focused);
      element.removeEventListener('focusin', over);
    };
  }, [root, pinned, change]);
}
