/** Units of time as TIMEX3 writes them; `times` where the unit is a multiple of another. */
export interface Unit {
  readonly code: UnitCode;
  readonly times: number;
  readonly plural: boolean;
}
export type UnitCode = 'S' | 'MIN' | 'H' | 'D' | 'W' | 'M' | 'Q' | 'Y' | 'WE' | 'DE' | 'CE' | 'X';

const unit = (code: UnitCode, times = 1, plural = false): Unit => ({ code, times, plural });

export const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['second', unit('S')],
  ['seconds', unit('S', 1, true)],
  ['minute', unit('MIN')],
  ['minutes', unit('MIN', 1, true)],
  ['hour', unit('H')],
  ['hours', unit('H', 1, true)],
  ['day', unit('D')],
  ['days', unit('D', 1, true)],
  ['week', unit('W')],
  ['weeks', unit('W', 1, true)],
  ['fortnight', unit('W', 2)],
  ['fortnights', unit('W', 2, true)],
  ['weekend', unit('WE')],
  ['weekends', unit('WE', 1, true)],
  ['month', unit('M')],
  ['months', unit('M', 1, true)],
  ['quarter', unit('Q')],
  ['quarters', unit('Q', 1, true)],
  ['year', unit('Y')],
  ['years', unit('Y', 1, true)],
  ['decade', unit('DE')],
  ['decades', unit('DE', 1, true)],
  ['century', unit('CE')],
  ['centuries', unit('CE', 1, true)],
]);

/** A length as TIMEX3 writes it: `PT5H`, `P2W`; `count` null is an untold number (`PXW`). Halves of a year, hour or minute are written out. */
export function codeOf(code: UnitCode, count: number | null): string {
  if (code === 'X') return 'PXX';
  if (count === null) return code === 'S' || code === 'MIN' || code === 'H' ? `PTX${letter(code)}` : `PX${letter(code)}`;
  const rest = count - Math.floor(count);
  const whole = Math.floor(count);
  if (rest > 0 && HALVES[code])
    return `${code === 'H' || code === 'MIN' ? 'PT' : 'P'}${whole ? `${whole}${letter(code)}` : ''}${Math.round(rest * HALVES[code][0])}${HALVES[code][1]}`;
  if (code === 'DE') return `P${round(count * 10)}Y`;
  if (code === 'CE') return `P${round(count * 100)}Y`;
  return `${code === 'S' || code === 'MIN' || code === 'H' ? 'PT' : 'P'}${round(count)}${letter(code)}`;
}

const HALVES: Partial<Record<UnitCode, readonly [number, string]>> = { Y: [12, 'M'], H: [60, 'M'], MIN: [60, 'S'] };
const letter = (code: UnitCode): string => (code === 'MIN' ? 'M' : code);
const round = (n: number): number => Math.round(n * 100) / 100;
