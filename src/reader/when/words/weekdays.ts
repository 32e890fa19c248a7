/** Days of the week, Monday = 1 (ISO 8601). */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ['monday', 1],
  ['tuesday', 2],
  ['wednesday', 3],
  ['thursday', 4],
  ['friday', 5],
  ['saturday', 6],
  ['sunday', 7],
  ['mon', 1],
  ['tues', 2],
  ['tue', 2],
  ['wed', 3],
  ['thurs', 4],
  ['thur', 4],
  ['thu', 4],
  ['fri', 5],
  ['sat', 6],
  ['sun', 7],
]);

/** Short names that are also words ("sat", "sun", "wed"): read as a day only before a date. */
export const SHORT_WEEKDAYS: ReadonlySet<string> = new Set(['mon', 'tues', 'tue', 'wed', 'thurs', 'thur', 'thu', 'fri', 'sat', 'sun']);

/** "Mondays": every Monday. */
export const WEEKDAY_PLURALS: ReadonlyMap<string, number> = new Map([
  ['mondays', 1],
  ['tuesdays', 2],
  ['wednesdays', 3],
  ['thursdays', 4],
  ['fridays', 5],
  ['saturdays', 6],
  ['sundays', 7],
]);

/** Words in capitals that make a weekday the name of an event. */
export const NAMED_DAYS: ReadonlySet<string> = new Set([
  'black',
  'bloody',
  'super',
  'cyber',
  'giving',
  'maundy',
  'shrove',
  'ash',
  'palm',
  'fat',
]);
