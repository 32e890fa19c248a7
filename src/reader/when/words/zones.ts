/** Time zones by the letters that news writes, with their offset from UTC. Letters that name several zones in the world stand for the one that English-language wires mean. */
export const ZONES: ReadonlyMap<string, string> = new Map([
  ['gmt', 'Z'],
  ['utc', 'Z'],
  ['bst', '+01:00'],
  ['cet', '+01:00'],
  ['cest', '+02:00'],
  ['eet', '+02:00'],
  ['eest', '+03:00'],
  ['msk', '+03:00'],
  ['est', '-05:00'],
  ['edt', '-04:00'],
  ['cst', '-06:00'],
  ['cdt', '-05:00'],
  ['mst', '-07:00'],
  ['mdt', '-06:00'],
  ['pst', '-08:00'],
  ['pdt', '-07:00'],
  ['jst', '+09:00'],
  ['kst', '+09:00'],
  ['hkt', '+08:00'],
  ['aest', '+10:00'],
  ['aedt', '+11:00'],
]);

/** Zones whose offset changes with the season, or is named by place: recognised, and the offset left open. */
export const OPEN_ZONES: ReadonlySet<string> = new Set(['et', 'ct', 'mt', 'pt', 'ist']);
