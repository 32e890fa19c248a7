import type { Candidate } from '../../formats/format.ts';

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
  ...candidates.filter((one) => !first.includes(one)),
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
function localised(candidates: readonly Candidate[], shown: readonly Candidate[]): readonly Candidate[] {
  const [first] = candidates;
  const hour = Number(UTC.exec(first?.value ?? '')?.[1] ?? Number.NaN);
  if (!first || Number.isNaN(hour)) return candidates;
  // A moment in UTC is there for machines: readers are shown what their place calls the day.
  const seen = shown.filter(({ value }) => !UTC.test(value));
  const apart = (value: string): number => Math.round((midnight(value) - midnight(first.value)) / DAY);
  if (seen.length === 0 || seen.some(({ value }) => apart(value) === 0)) return candidates;
  const local = seen.find(({ value }) => (apart(value) === -1 && hour < 12) || (apart(value) === 1 && hour >= 10));
  if (!local || seen.some(({ value }) => dayOf(value) !== dayOf(local.value) && Math.abs(apart(value)) <= 1)) return candidates;
  return withFirst(candidates, [{ ...local, why: `the day that the page shows its readers, of the moment ${first.value}` }]);
}

/** The candidates of a page, the likeliest first. `shown`: those of them that readers see. */
export const ranked = (candidates: readonly Candidate[], shown: readonly Candidate[]): readonly Candidate[] =>
  localised(outvoted(candidates), shown);
