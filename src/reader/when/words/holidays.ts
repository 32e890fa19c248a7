/** Days with a name. `nth` −1 is the month's last such weekday; `easter` counts days from Easter Sunday. */
export type HolidayRule =
  | { readonly is: 'fixed'; readonly month: number; readonly day: number }
  | { readonly is: 'weekday'; readonly month: number; readonly weekday: number; readonly nth: number; readonly plus?: number }
  | { readonly is: 'easter'; readonly plus: number };

export interface Holiday {
  readonly names: readonly string[];
  readonly rule: HolidayRule;
  /** One of its days, which the test computes. */
  readonly example: string;
}

const fixed = (month: number, day: number): HolidayRule => ({ is: 'fixed', month, day });
const nth = (n: number, weekday: number, month: number, plus = 0): HolidayRule => ({ is: 'weekday', month, weekday, nth: n, plus });

export const HOLIDAYS: readonly Holiday[] = [
  { names: ["new year's day", 'new years day'], rule: fixed(1, 1), example: '2024-01-01' },
  { names: ["new year's eve", 'new years eve'], rule: fixed(12, 31), example: '2024-12-31' },
  { names: ['martin luther king day', 'martin luther king jr . day', 'mlk day'], rule: nth(3, 1, 1), example: '2024-01-15' },
  { names: ["valentine's day"], rule: fixed(2, 14), example: '2024-02-14' },
  { names: ["presidents ' day", "president's day", 'presidents day'], rule: nth(3, 1, 2), example: '2024-02-19' },
  { names: ["st . patrick's day", "saint patrick's day"], rule: fixed(3, 17), example: '2024-03-17' },
  { names: ["april fools ' day", "april fool's day"], rule: fixed(4, 1), example: '2024-04-01' },
  { names: ['good friday'], rule: { is: 'easter', plus: -2 }, example: '2024-03-29' },
  { names: ['easter sunday', 'easter'], rule: { is: 'easter', plus: 0 }, example: '2024-03-31' },
  { names: ['easter monday'], rule: { is: 'easter', plus: 1 }, example: '2024-04-01' },
  { names: ['ash wednesday'], rule: { is: 'easter', plus: -46 }, example: '2024-02-14' },
  { names: ['palm sunday'], rule: { is: 'easter', plus: -7 }, example: '2024-03-24' },
  { names: ['may day'], rule: fixed(5, 1), example: '2024-05-01' },
  { names: ["mother's day"], rule: nth(2, 7, 5), example: '2024-05-12' },
  { names: ['memorial day'], rule: nth(-1, 1, 5), example: '2024-05-27' },
  { names: ['juneteenth'], rule: fixed(6, 19), example: '2024-06-19' },
  { names: ["father's day"], rule: nth(3, 7, 6), example: '2024-06-16' },
  { names: ['independence day', 'fourth of july'], rule: fixed(7, 4), example: '2024-07-04' },
  { names: ['bastille day'], rule: fixed(7, 14), example: '2024-07-14' },
  { names: ['labor day'], rule: nth(1, 1, 9), example: '2024-09-02' },
  { names: ['columbus day'], rule: nth(2, 1, 10), example: '2024-10-14' },
  { names: ['halloween'], rule: fixed(10, 31), example: '2024-10-31' },
  { names: ['election day'], rule: nth(1, 1, 11, 1), example: '2024-11-05' },
  {
    names: ['veterans day', "veteran's day", "veterans ' day", 'armistice day', 'remembrance day'],
    rule: fixed(11, 11),
    example: '2024-11-11',
  },
  { names: ['thanksgiving day', 'thanksgiving'], rule: nth(4, 4, 11), example: '2024-11-28' },
  { names: ['black friday'], rule: nth(4, 4, 11, 1), example: '2024-11-29' },
  { names: ['christmas eve'], rule: fixed(12, 24), example: '2024-12-24' },
  { names: ['christmas day', 'christmas'], rule: fixed(12, 25), example: '2024-12-25' },
  { names: ['boxing day'], rule: fixed(12, 26), example: '2024-12-26' },
  { names: ['epiphany'], rule: fixed(1, 6), example: '2024-01-06' },
  { names: ['australia day'], rule: fixed(1, 26), example: '2024-01-26' },
  { names: ['groundhog day'], rule: fixed(2, 2), example: '2024-02-02' },
  { names: ["international women's day"], rule: fixed(3, 8), example: '2024-03-08' },
  { names: ['mardi gras', 'shrove tuesday'], rule: { is: 'easter', plus: -47 }, example: '2024-02-13' },
  { names: ['maundy thursday'], rule: { is: 'easter', plus: -3 }, example: '2024-03-28' },
  { names: ['ascension day'], rule: { is: 'easter', plus: 39 }, example: '2024-05-09' },
  { names: ['pentecost', 'whit sunday'], rule: { is: 'easter', plus: 49 }, example: '2024-05-19' },
  { names: ['whit monday'], rule: { is: 'easter', plus: 50 }, example: '2024-05-20' },
  { names: ['earth day'], rule: fixed(4, 22), example: '2024-04-22' },
  { names: ['anzac day'], rule: fixed(4, 25), example: '2024-04-25' },
  { names: ['victory day'], rule: fixed(5, 9), example: '2024-05-09' },
  { names: ['canada day'], rule: fixed(7, 1), example: '2024-07-01' },
  { names: ["all saints ' day", "all saint's day"], rule: fixed(11, 1), example: '2024-11-01' },
  { names: ['cyber monday'], rule: nth(4, 4, 11, 4), example: '2024-12-02' },
  { names: ['world aids day'], rule: fixed(12, 1), example: '2024-12-01' },
  { names: ['human rights day'], rule: fixed(12, 10), example: '2024-12-10' },
];
