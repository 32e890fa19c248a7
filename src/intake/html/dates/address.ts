/** `/2024/10/15/`, `-20241015.html`, `20241015073000`. */
const NUMBERED =
  /[/._=-]((?:19|20)\d{2})[/._-](\d{1,2})[/._-](\d{1,2})(?=[/._?#-]|$)|[/_=-]((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?=\D|\d{4}(?:\d{2})?\D|$)/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** `/2024/oct/15/` */
const NAMED = new RegExp(String.raw`/((?:19|20)\d{2})/(${MONTHS.join('|')})[a-z]{0,6}/(\d{1,2})(?=/|$)`, 'i');

const dated = (year: string, month: string, date: string): string => `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;

/** The day that stands in an address. */
export function fromAddress(url: string | null): readonly { readonly value: string; readonly from: string }[] {
  if (!url) return [];
  const numbered = NUMBERED.exec(url);
  if (numbered) {
    const [year = '', month = '', date = ''] = [numbered[1] ?? numbered[4], numbered[2] ?? numbered[5], numbered[3] ?? numbered[6]];
    return [{ value: dated(year, month, date), from: 'address' }];
  }
  const named = NAMED.exec(url);
  if (!named) return [];
  const month = MONTHS.indexOf((named[2] ?? '').toLowerCase()) + 1;
  return [{ value: dated(named[1] ?? '', String(month), named[3] ?? ''), from: 'address' }];
}
