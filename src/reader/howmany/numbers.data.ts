/** A map, not an object: a word such as "constructor" must find nothing. */
const table = (rows: Readonly<Record<string, number>>): ReadonlyMap<string, number> => new Map(Object.entries(rows));

/** Words that are numbers. A person who reads no code can correct these tables. */
export const SMALL: ReadonlyMap<string, number> = table({
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
});

export const TENS: ReadonlyMap<string, number> = table({
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
});

/** Words that multiply what stands before them. */
export const SCALES: ReadonlyMap<string, number> = table({
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  lakh: 1e5,
  lakhs: 1e5,
  million: 1e6,
  mn: 1e6,
  mln: 1e6,
  crore: 1e7,
  crores: 1e7,
  billion: 1e9,
  bn: 1e9,
  bln: 1e9,
  trillion: 1e12,
  tn: 1e12,
  trn: 1e12,
  tln: 1e12,
  quadrillion: 1e15,
});

/** Letters that multiply when they are written against the digits. `m` and `b` do so only beside a currency: "100m" is a length. */
export const GLUED_SCALES: ReadonlyMap<string, number> = table({ k: 1e3, K: 1e3, M: 1e6, B: 1e9, T: 1e12 });
export const GLUED_MONEY_SCALES: ReadonlyMap<string, number> = table({ m: 1e6, b: 1e9, t: 1e12 });

/** Plurals that say "at least one of these, and nobody counted": the figure is a lower bound alone. */
export const VAGUE: ReadonlyMap<string, number> = table({
  tens: 10,
  dozens: 12,
  scores: 20,
  hundreds: 100,
  thousands: 1e3,
  lakhs: 1e5,
  millions: 1e6,
  crores: 1e7,
  billions: 1e9,
  trillions: 1e12,
});

/** Parts of one. The plural stands after a number above one ("two-thirds"). */
export const PARTS: ReadonlyMap<string, number> = table({
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  sevenths: 7,
  eighth: 8,
  eighths: 8,
  ninth: 9,
  ninths: 9,
  tenth: 10,
  tenths: 10,
  twentieth: 20,
  hundredth: 100,
  hundredths: 100,
});

export const VULGAR: ReadonlyMap<string, number> = table({
  '½': 1 / 2,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
});

/** Ordinals that make "twenty-first" no number. */
export const ORDINALS: ReadonlySet<string> = new Set([
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'thirtieth',
  'fortieth',
  'fiftieth',
  'sixtieth',
  'seventieth',
  'eightieth',
  'ninetieth',
  'hundredth',
  'thousandth',
  'millionth',
]);
