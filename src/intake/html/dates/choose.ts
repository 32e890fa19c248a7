import type { Candidate } from '../../formats/format.ts';
import { STAMP } from './shown.ts';
import { toldIn } from './zone.ts';

const DAY = 86_400_000;
/** A page that says that it came out later than this after now states something else. */
const AHEAD = 2 * DAY;
/** What software writes where it knows no day. */
const PLACEHOLDERS = new Set([
  '1970-01-01',
  '1969-12-31',
  '1900-01-01',
  '1899-12-30',
  '1899-12-31',
  '1601-01-01',
  '1999-11-30',
  '1980-01-01',
  '2001-01-01T00:00:00Z',
]);

export const dayOf = (value: string): string => value.slice(0, 10);
const midnight = (value: string): number => Date.parse(`${dayOf(value)}T00:00:00Z`);

/** Whether a day can be one that a page came out on. */
export const isPlausible = (value: string, now: Date): boolean =>
  !PLACEHOLDERS.has(value) && !PLACEHOLDERS.has(dayOf(value)) && midnight(value) <= now.getTime() + AHEAD;

/** Which kind of witness a candidate is: JSON-LD (a script's data is the same, read loosely), meta, address, page. */
const witness = ({ from }: Candidate): string => (from.startsWith('script ') ? 'JSON-LD' : (from.split(' ')[0] ?? ''));

const withFirst = (candidates: readonly Candidate[], first: readonly Candidate[]): readonly Candidate[] => [
  ...first,
  ...candidates.filter((one) => !first.some(({ value, from }) => value === one.value && from === one.from)),
];

/** A day that stands alone in one place gives way to one that the address and another place agree on, or three places of different kinds. */
function outvoted(candidates: readonly Candidate[]): readonly Candidate[] {
  const [first] = candidates;
  if (!first) return candidates;
  const kinds = (day: string): ReadonlySet<string> => new Set(candidates.filter(({ value }) => dayOf(value) === day).map(witness));
  const own = kinds(dayOf(first.value)).size;
  const rivals = [...new Set(candidates.map(({ value }) => dayOf(value)))].filter((day) => day !== dayOf(first.value));
  const winner = rivals.find((day) => {
    const others = kinds(day);
    return others.size > own && others.size >= (others.has('address') ? 2 : 3);
  });
  if (winner === undefined) return candidates;
  const agreed = candidates.filter((one) => dayOf(one.value) === winner);
  const withHour = agreed.filter(({ from }) => from !== 'address');
  const why = `${kinds(winner).size} kinds of places agree on it, against one that says ${first.value}`;
  return withFirst(
    candidates,
    [...(withHour.length > 0 ? withHour : agreed)].map((one, i) => (i === 0 ? { ...one, why } : one)),
  );
}

const UTC = /T(\d{2}):\d{2}(?::\d{2})?(?:Z|\+00:00)$/;

/**
 * A moment in UTC gives way to the day that the page shows its readers, where that is the same moment's day in some zone: the day
 * before for one early in UTC's day (America), the day after for one late in it (Asia, Australia).
 */
function localised(candidates: readonly Candidate[], seen: readonly Candidate[]): readonly Candidate[] {
  const [first] = candidates;
  const hour = Number(UTC.exec(first?.value ?? '')?.[1] ?? Number.NaN);
  if (!first || Number.isNaN(hour)) return candidates;
  const apart = (value: string): number => Math.round((midnight(value) - midnight(first.value)) / DAY);
  if (seen.some(({ value }) => apart(value) === 0)) return candidates;
  const local = seen.find(({ value }) => (apart(value) === -1 && hour < 12) || (apart(value) === 1 && hour >= 10));
  if (!local || seen.some(({ value }) => dayOf(value) !== dayOf(local.value) && Math.abs(apart(value)) <= 1)) return candidates;
  return withFirst(candidates, [{ ...local, why: `the day that the page shows its readers, of the moment ${first.value}` }]);
}

/** The distance from UTC that the page's other stamps state, where they state one and the same: they are told by the outlet's clocks. */
function offsetIn(candidates: readonly Candidate[]): string | null {
  const offsets = new Set(candidates.flatMap(({ value }) => /T\d{2}:\d{2}.*([+-]\d{2}:\d{2})$/.exec(value)?.[1] ?? []));
  offsets.delete('+00:00');
  const [only] = offsets;
  return only !== undefined && offsets.size === 1 ? only : null;
}

/**
 * A moment in UTC, on a page that shows no day but names its own zone or tells another of its times in one, is told by the clocks of that
 * zone where they have another day.
 */
function told(candidates: readonly Candidate[], { zone, others }: Page): readonly Candidate[] {
  const [first] = candidates;
  if (!first || !UTC.test(first.value)) return candidates;
  const stated = offsetIn([...candidates, ...others]) ?? zone();
  const value = stated && toldIn(stated, Date.parse(first.value));
  if (!value || dayOf(value) === dayOf(first.value)) return candidates;
  return [
    { ...first, value, why: `the moment ${first.value} in the zone that the page gives as its own (${stated})` },
    ...candidates.slice(1),
  ];
}

export interface Page {
  /** Those of the candidates that readers see. */
  readonly shown: readonly Candidate[];
  /** Other times of the page: of its last change. */
  readonly others: readonly Candidate[];
  /** The page's own zone, null where it names none; asked for where no day is shown. */
  readonly zone: () => string | null;
}

/** The candidates of a page, the likeliest first. */
export function ranked(candidates: readonly Candidate[], page: Page): readonly Candidate[] {
  const agreed = outvoted(candidates);
  const [first] = agreed;
  // The days beside posts' stamps are in the zone of whoever asked for the page, not in the writer's: the moment counts.
  if (!first || first.from.startsWith(STAMP)) return agreed;
  // A moment in UTC is there for machines: readers are shown what their place calls the day.
  const seen = page.shown.filter(({ value }) => !UTC.test(value));
  return seen.length > 0 ? localised(agreed, seen) : told(agreed, page);
}
