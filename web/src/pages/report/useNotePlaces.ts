import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** Where a note's line begins (beside its words) and ends (at the note), in pixels from the top of the text. */
export interface Leader {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

const WIDE = '(min-width: 66rem)';
/** Between two notes, in pixels. */
const SPACE = 14;

/**
 * Puts each outermost note beside the first of its words, pushed down where the one above it reaches that far, and tells where
 * the lines between them run. On a narrow screen and in print the notes stay where the page has them, after their paragraph.
 */
export function useNotePlaces(root: RefObject<HTMLElement | null>, change: unknown): readonly Leader[] {
  const [leaders, setLeaders] = useState<readonly Leader[]>([]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `change` stands for whatever moves words or notes.
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    const place = (): void => setLeaders(window.matchMedia(WIDE).matches ? placeNotes(element) : clearPlaces(element));
    place();
    const observer = new ResizeObserver(place);
    observer.observe(element);
    // A note grows when somebody opens the means to judge it: those below make room.
    for (const note of notesIn(element)) observer.observe(note);
    return () => observer.disconnect();
  }, [root, change]);

  useEffect(() => {
    const query = window.matchMedia(WIDE);
    const turn = (): void => {
      if (root.current) setLeaders(query.matches ? placeNotes(root.current) : clearPlaces(root.current));
    };
    query.addEventListener('change', turn);
    return () => query.removeEventListener('change', turn);
  }, [root]);
  return leaders;
}

const notesIn = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.note.outer')];

function clearPlaces(root: HTMLElement): readonly Leader[] {
  for (const note of notesIn(root)) note.style.removeProperty('top');
  root.style.removeProperty('min-height');
  return [];
}

/** All is measured before anything is moved, so that the page is laid out once. */
function placeNotes(root: HTMLElement): readonly Leader[] {
  const top = root.getBoundingClientRect().top;
  const measured = notesIn(root).map((note) => {
    const index = Number(note.dataset.s);
    const words = root.querySelector(`#words-${index}`)?.getBoundingClientRect();
    return { note, index, height: note.offsetHeight, from: words ? words.bottom - top - 4 : 0, left: words?.left ?? 0 };
  });
  measured.sort((a, b) => a.from - b.from || a.left - b.left);
  let free = 0;
  const leaders = measured.map(({ note, index, height, from }) => {
    const y = Math.max(free, from - 20);
    note.style.top = `${y}px`;
    free = y + height + SPACE;
    return { index, from, to: y + 13 };
  });
  root.style.minHeight = `${free}px`;
  return leaders;
}
