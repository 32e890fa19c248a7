const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

const asDate = (year: string, month: string, day = '01'): Date => new Date(`${year}-${month}-${day}T00:00:00Z`);

/**
 * An EDTF date as a person says it: `2024-10-18` Fri 18 Oct 2024, `2024-10` October 2024, `2024-10-18/..` from …; what it does
 * not know stays as it is written, so nothing is made more exact than it was.
 */
export function sayDate(edtf: string): string {
  const interval = edtf.split('/');
  if (interval.length === 2) {
    const [from = '', to = ''] = interval;
    if (from === '..' || from === '') return `until ${sayDate(to)}`;
    if (to === '..' || to === '') return `from ${sayDate(from)}`;
    return `${sayDate(from)} to ${sayDate(to)}`;
  }
  const [, year, month, day, time, zone, mark] =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?([?~%]?)$/.exec(edtf) ?? [];
  if (!year || (month && Number(month) > 12)) return edtf;
  const doubt = mark === '~' || mark === '%' ? 'about ' : '';
  const asked = mark === '?' || mark === '%' ? ', uncertain' : '';
  if (!month) return `${doubt}${year}${asked}`;
  if (!day) return `${doubt}${MONTH.format(asDate(year, month))}${asked}`;
  const date = asDate(year, month, day);
  // 31 February is nobody's day: it stays as it is written.
  if (date.getUTCDate() !== Number(day)) return edtf;
  const hour = time ? ` ${time}${zone === 'Z' ? ' UTC' : zone ? ` (${zone})` : ''}` : '';
  return `${doubt}${DAY.format(date).replace(',', '')}${hour}${asked}`;
}

/** The day of a date or date-time, for a list. */
export const sayDay = (edtf: string | null): string => (edtf === null ? 'undated' : sayDate(edtf.slice(0, 10)));
