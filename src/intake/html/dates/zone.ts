import type { TreeDocument } from '../tree.ts';

/** A zone by its name in the IANA's list where the page's data calls it one: `"timezone":{"long":"America/New_York"}`, `tz = 'Asia/Kolkata'`. */
const NAMED =
  /(?:time[\s_-]?zone|(?<![a-z])tz)[\w"']{0,20}\s{0,3}[:=][^;<]{0,60}?["'\\]((?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\\?\/[A-Z][\w+-]{1,30}(?:\\?\/[A-Z][\w+-]{1,30})?)\\?["']/gi;
const MOST_READ = 400_000;

const isZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

/** The zone that a page's own data names, null where it names none, or several: a list of zones says nothing of the page. */
export function statedZone(document: TreeDocument): string | null {
  const found = new Set<string>();
  for (const script of document.querySelectorAll('script:not([src])')) {
    for (const [, name = ''] of (script.textContent ?? '').slice(0, MOST_READ).matchAll(NAMED)) {
      found.add(name.replaceAll('\\', ''));
      if (found.size > 1) return null;
    }
  }
  const [only] = found;
  return only !== undefined && isZone(only) ? only : null;
}

const MINUTE = 60_000;

/** How far a zone's clocks are from UTC at a moment, as `-04:00`. */
function offsetOf(zone: string, moment: number): string {
  if (/^[+-]/.test(zone)) return zone;
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(moment);
  return parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') || '+00:00';
}

/** A moment as the clocks of a zone (its name, or its distance from UTC) tell it: `2020-05-01T22:54:29-04:00`. */
export function toldIn(zone: string, moment: number): string {
  const offset = offsetOf(zone, moment);
  const [, sign, hours, minutes] = /^([+-])(\d{2}):(\d{2})/.exec(offset) ?? [];
  const ahead = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
  return `${new Date(moment + ahead).toISOString().slice(0, 19)}${offset}`;
}
