import { edgesOf, SEASON_ENDS } from './edges.ts';

/** The end of a window, a day, a month or a year; empty where it is open or unknown. */
export function lastDay(window: string | null): string {
  const due = window?.split('/').at(-1) ?? '';
  const [, year, season] = /^(\d{4})-(2[1-4])$/.exec(due) ?? [];
  if (year && season) return `${year}-${String(SEASON_ENDS[season]).padStart(2, '0')}`;
  return due === '..' ? '' : due.slice(0, 10);
}

/** The last day of a day, a month or a year. */
export const untilDay = (due: string): string => edgesOf(due)?.last ?? due;
