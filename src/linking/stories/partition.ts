import type { Report } from '../../model/index.ts';
import { storyNames } from './names.ts';

/** What a report is found by: its names and its day (days since 1970; null where undated). */
export interface StoryMark {
  readonly id: string;
  readonly names: readonly string[];
  readonly day: number | null;
}

/** Names that two reports of one event share at least. */
export const FEWEST_SHARED = 3;
/** Reports further apart belong to different events, or to one by way of those between. */
export const MOST_DAYS = 60;
/** A story of more reports than this is parted by asking for more shared names: everything about one president is not one event. */
export const MOST_REPORTS = 300;
const STRICTEST = 12;

export function storyMark(report: Report): StoryMark {
  const time = report.published === null ? Number.NaN : Date.parse(report.published.slice(0, 10));
  return { id: report.id, names: storyNames(report), day: Number.isNaN(time) ? null : Math.floor(time / 86_400_000) };
}

const near = (a: StoryMark, b: StoryMark): boolean => a.day === null || b.day === null || Math.abs(a.day - b.day) <= MOST_DAYS;

/** Connected components of marks that share `fewest` names within the days allowed. */
function components(marks: readonly StoryMark[], fewest: number): StoryMark[][] {
  const home = marks.map((_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (home[at] !== at) {
      home[at] = home[home[at] as number] as number;
      at = home[at] as number;
    }
    return at;
  };
  const holders = new Map<string, number[]>();
  marks.forEach((mark, i) => {
    const shared = new Map<number, number>();
    for (const name of mark.names) {
      const list = holders.get(name) ?? [];
      for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1);
      if (list.length === 0) holders.set(name, list);
      list.push(i);
    }
    for (const [other, count] of shared) if (count >= fewest && near(mark, marks[other] as StoryMark)) home[find(i)] = find(other);
  });
  const groups = new Map<number, StoryMark[]>();
  marks.forEach((mark, i) => {
    const group = groups.get(find(i));
    if (group) group.push(mark);
    else groups.set(find(i), [mark]);
  });
  return [...groups.values()];
}

/**
 * Parts reports into stories. A function of their set: whatever the order, the same parts, each sorted by id.
 * A part that is too large is parted again by stricter likeness.
 */
export function partition(marks: readonly StoryMark[], fewest: number = FEWEST_SHARED): string[][] {
  return components(marks, fewest)
    .flatMap((part) => (part.length > MOST_REPORTS && fewest < STRICTEST ? partition(part, fewest + 1) : [part.map(({ id }) => id).sort()]))
    .sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1));
}
