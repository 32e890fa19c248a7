/** Last months of EDTF's seasons, as most news counts them. */
const SEASON_ENDS: Readonly<Record<string, string>> = { 21: '05', 22: '08', 23: '11', 24: '12' };

/** The end of a window, a day, a month or a year; empty where it is open or unknown. */
export function lastDay(window: string | null): string {
  const due = window?.split('/').at(-1) ?? '';
  const [, year, season] = /^(\d{4})-(2[1-4])$/.exec(due) ?? [];
  if (year && season) return `${year}-${SEASON_ENDS[season]}`;
  return due === '..' ? '' : due.slice(0, 10);
}
