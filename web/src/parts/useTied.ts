import { type RefObject, useEffect } from 'react';

/**
 * Lights everything under `root` that has the same `data-tied` as what is under the pointer or in focus: a date on the line, a point on the map, the words
 * that say it. Classes are set by hand: a report's text is large, and nothing else on the page changes with it.
 */
export function useTied(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const light = (event: Event): void => {
      const key = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-tied]')?.dataset.tied : undefined;
      for (const old of element.querySelectorAll('.tied')) old.classList.remove('tied');
      if (key === undefined) return;
      for (const part of element.querySelectorAll(`[data-tied="${CSS.escape(key)}"]`)) part.classList.add('tied');
    };
    for (const name of ['pointerover', 'focusin']) element.addEventListener(name, light);
    return () => {
      for (const name of ['pointerover', 'focusin']) element.removeEventListener(name, light);
    };
  }, [root]);
}
