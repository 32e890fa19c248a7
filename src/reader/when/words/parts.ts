/** Parts of the day, as TIMEX3 writes them. */
export const DAY_PARTS: ReadonlyMap<string, string> = new Map([
  ['morning', 'MO'],
  ['dawn', 'MO'],
  ['daybreak', 'MO'],
  ['sunrise', 'MO'],
  ['midmorning', 'MO'],
  ['midday', 'MI'],
  ['lunchtime', 'MI'],
  ['afternoon', 'AF'],
  ['midafternoon', 'AF'],
  ['evening', 'EV'],
  ['dusk', 'EV'],
  ['sunset', 'EV'],
  ['nightfall', 'EV'],
  ['night', 'NI'],
  ['overnight', 'NI'],
]);

/** "mornings", "nights": a set. */
export const DAY_PART_PLURALS: ReadonlyMap<string, string> = new Map([
  ['mornings', 'MO'],
  ['afternoons', 'AF'],
  ['evenings', 'EV'],
  ['nights', 'NI'],
]);

/** Seasons, as TIMEX3 writes them. */
export const SEASONS: ReadonlyMap<string, string> = new Map([
  ['spring', 'SP'],
  ['springtime', 'SP'],
  ['summer', 'SU'],
  ['summertime', 'SU'],
  ['fall', 'FA'],
  ['autumn', 'FA'],
  ['winter', 'WI'],
  ['wintertime', 'WI'],
]);

/** Decades by name: the first year of each in its century. */
export const NAMED_DECADES: ReadonlyMap<string, number> = new Map([
  ['twenties', 20],
  ['thirties', 30],
  ['forties', 40],
  ['fifties', 50],
  ['sixties', 60],
  ['seventies', 70],
  ['eighties', 80],
  ['nineties', 90],
]);

/** Which of several: how far from the one that holds the day counted from. */
export const PICKS: ReadonlyMap<string, 'last' | 'this' | 'next'> = new Map([
  ['last', 'last'],
  ['past', 'last'],
  ['previous', 'last'],
  ['preceding', 'last'],
  ['this', 'this'],
  ['current', 'this'],
  ['next', 'next'],
  ['coming', 'next'],
  ['upcoming', 'next'],
  ['following', 'next'],
]);

/** Words that say which part of a longer time is meant: TIMEX3's `mod`. */
export const STAGES: ReadonlyMap<string, 'START' | 'MID' | 'END'> = new Map([
  ['early', 'START'],
  ['mid', 'MID'],
  ['middle', 'MID'],
  ['late', 'END'],
  ['beginning', 'START'],
  ['start', 'START'],
  ['end', 'END'],
  ['close', 'END'],
  ['earlier', 'START'],
  ['later', 'END'],
]);
