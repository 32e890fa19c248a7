import type { Report } from '../../model/index.ts';
import { storyNames } from './names.ts';
import { storyWords } from './words.ts';

/** What a report is found by: its names, its words and its day (days since 1970; null where undated). */
export interface StoryMark {
  readonly id: string;
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly day: number | null;
}

/** Names that two reports of one event share at least; one less is enough where their words are alike too. */
export const FEWEST_SHARED = 3;
/** Reports further apart are of one event only where their words are alike, too: the trial tells of the theft. */
export const MOST_DAYS = 60;
/** Further apart than this nothing is one event by itself: this year's fair is not last year's. */
export const FAR_DAYS = 300;
/** Words shared that make up for a name. */
const WORDS_FOR_A_NAME = 4;
/** Names and words that reports far apart share in all, beyond the names asked for. */
const WORDS_FAR_APART = 4;
/** A story of more reports than this is parted by asking for more shared names: everything about one president is not one event. */
export const MOST_REPORTS = 300;
/** Beyond so many even copies of one text are parted: a story is linked whole. */
const MOST_COPIES = 3000;
const STRICTEST = 12;

export function storyMark(report: Report): StoryMark {
  const time = report.published === null ? Number.NaN : Date.parse(report.published.slice(0, 10));
  const names = storyNames(report);
  return { id: report.id, names, words: storyWords(report, names), day: Number.isNaN(time) ? null : Math.floor(time / 86_400_000) };
}

const shared = (a: readonly string[], b: readonly string[]): number => a.filter((word) => b.includes(word)).length;

/** Whether two reports that share so many names are of one event; `fewest` is how many are asked for. */
export function alike(a: StoryMark, b: StoryMark, names: number, fewest: number = FEWEST_SHARED): boolean {
  const days = a.day === null || b.day === null ? 0 : Math.abs(a.day - b.day);
  if (names < fewest - 1 || days > FAR_DAYS) return false;
  if (days <= MOST_DAYS) return names >= fewest || shared(a.words, b.words) >= WORDS_FOR_A_NAME;
  return names >= fewest && names + shared(a.words, b.words) >= fewest + WORDS_FAR_APART;
}

/** What a mark is found by: copies of one text on one day have it in common. */
export const likenessOf = ({ day, names, words }: StoryMark): string => JSON.stringify([day, names, words]);

/** A wire that thousands carry is one event however many they are; a part is too large by how many different reports it has. */
const isTooLarge = (part: readonly StoryMark[]): boolean =>
  part.length > MOST_REPORTS && (part.length > MOST_COPIES || new Set(part.map(likenessOf)).size > MOST_REPORTS);

/** Connected components of marks that are alike where `fewest` shared names are asked for. */
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
  const twins = new Map<string, number>();
  marks.forEach((mark, i) => {
    // Copies of one text on one day are alike to each other and to the same others: one of them stands for all, however many there are.
    const likeness = likenessOf(mark);
    const twin = twins.get(likeness);
    if (twin !== undefined && alike(mark, mark, mark.names.length, fewest)) {
      home[find(i)] = find(twin);
      return;
    }
    twins.set(likeness, i);
    const names = new Map<number, number>();
    for (const name of mark.names) {
      const list = holders.get(name) ?? [];
      for (const other of list) names.set(other, (names.get(other) ?? 0) + 1);
      if (list.length === 0) holders.set(name, list);
      list.push(i);
    }
    for (const [other, count] of names) if (alike(mark, marks[other] as StoryMark, count, fewest)) home[find(i)] = find(other);
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
    .flatMap((part) => (isTooLarge(part) && fewest < STRICTEST ? partition(part, fewest + 1) : [part.map(({ id }) => id).sort()]))
    .sort((a, b) => ((a[0] as string) < (b[0] as string) ? -1 : 1));
}
