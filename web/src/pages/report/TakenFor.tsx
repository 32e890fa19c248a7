import { type RefObject, useEffect, useState } from 'react';

interface Told {
  readonly words: string;
  readonly why: string;
  readonly left: number;
  readonly top: number;
}

/** A small box under a marked word: what it was taken for, and why. Shown under the pointer and in focus, gone with Escape. */
export function TakenFor({ root }: { readonly root: RefObject<HTMLElement | null> }) {
  const [told, setTold] = useState<Told | null>(null);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const show = (event: Event): void => {
      const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-taken]') : null;
      if (!mark) {
        setTold(null);
        return;
      }
      const box = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
      const within = element.getBoundingClientRect();
      const left = Math.max(0, Math.min(box.left - within.left, within.width - 240));
      setTold({ words: mark.dataset.taken ?? '', why: mark.dataset.why ?? '', left, top: box.bottom - within.top + 5 });
    };
    const hide = (): void => setTold(null);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    element.addEventListener('pointerover', show);
    element.addEventListener('pointerleave', hide);
    element.addEventListener('focusin', show);
    element.addEventListener('focusout', hide);
    element.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('pointerover', show);
      element.removeEventListener('pointerleave', hide);
      element.removeEventListener('focusin', show);
      element.removeEventListener('focusout', hide);
      element.removeEventListener('keydown', onKey);
    };
  }, [root]);
  if (!told) return null;
  return (
    <div className="taken-for" role="tooltip" style={{ left: told.left, top: told.top }}>
      {told.words}
      {told.why && <span className="why">{told.why}</span>}
    </div>
  );
}
