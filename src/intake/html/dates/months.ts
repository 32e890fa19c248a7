/** Languages whose month names are known: those of the reports and pages that are met, from the runtime's own tables (CLDR). */
const LOCALES =
  'en de fr es pt it nl sv da nb fi pl cs sk sl hr sr-Latn sr bs hu ro bg ru uk be mk sq el tr ca eu gl et lv lt is ga cy mt id ms vi th ar fa ur he hi bn gu mr ta te kn ml pa ka hy az kk uz ky mn sw af tl'.split(
    ' ',
  );

/** Names that the tables lack: abbreviations and spellings that newsrooms use. */
const MORE: readonly (readonly [name: string, month: number])[] = [
  ['sept', 9],
  ['sett', 9],
  ['abr', 4],
  ['ags', 8],
  ['agt', 8],
  ['mrt', 3],
  ['okt', 10],
  ['déc', 12],
  ['févr', 2],
  ['gen', 1],
  ['ene', 1],
  ['set', 9],
  ['dez', 12],
  ['mär', 3],
  ['jänner', 1],
  ['كانون الثاني', 1],
  ['شباط', 2],
  ['آذار', 3],
  ['نيسان', 4],
  ['أيار', 5],
  ['حزيران', 6],
  ['تموز', 7],
  ['آب', 8],
  ['أيلول', 9],
  ['تشرين الأول', 10],
  ['تشرين الثاني', 11],
  ['كانون الأول', 12],
  ['ژانویه', 1],
  ['فوریه', 2],
  ['ژوئن', 6],
  ['ژوئیه', 7],
];

const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[.\u200c\u200f]/g, '')
    .trim();

let known: ReadonlyMap<string, number> | null = null;

/** Month names in many languages, lower case and without full stops, to 1–12. A name that means two months in two languages is left out. */
export function monthNames(): ReadonlyMap<string, number> {
  if (known) return known;
  const names = new Map<string, number>();
  const unclear = new Set<string>();
  const add = (name: string, month: number): void => {
    const key = plainName(name);
    if (!/\p{L}{3}/u.test(key) || /\d/.test(key)) return;
    const before = names.get(key);
    if (before && before !== month) unclear.add(key);
    else names.set(key, month);
  };
  const calendar = { calendar: 'gregory', timeZone: 'UTC' } as const;
  for (const locale of LOCALES) {
    const alone = (['long', 'short'] as const).map((month) => new Intl.DateTimeFormat(locale, { ...calendar, month }));
    const inDate = new Intl.DateTimeFormat(locale, { ...calendar, day: 'numeric', month: 'long', year: 'numeric' });
    for (let month = 1; month <= 12; month++) {
      const day = new Date(Date.UTC(2020, month - 1, 15));
      for (const format of alone) add(format.format(day), month);
      add(inDate.formatToParts(day).find((part) => part.type === 'month')?.value ?? '', month);
    }
  }
  for (const key of unclear) names.delete(key);
  for (const [name, month] of MORE) names.set(plainName(name), month);
  // "mar" is March wherever a day and a year stand beside it; Finnish and others mean another month by it.
  for (const [name, month] of Object.entries({
    jan: 1,
    feb: 2,
    mar: 3,
    apr: 4,
    may: 5,
    jun: 6,
    jul: 7,
    aug: 8,
    sep: 9,
    oct: 10,
    nov: 11,
    dec: 12,
  }))
    names.set(name, month);
  known = names;
  return names;
}

/** The month that a word names, null where it names none. */
export const monthOf = (word: string): number | null => monthNames().get(plainName(word)) ?? null;
