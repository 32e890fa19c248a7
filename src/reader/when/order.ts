import type { Report } from '../../model/index.ts';
import { isDay } from './calendar.ts';
import type { Candidate } from './candidate.ts';
import { DAY_FIRST, MONTH_FIRST } from './words/orders.ts';

/**
 * Whether "03/04/2024" puts the month first: as another date of the report shows ("23/04/2024"), else as the country of its language tag or
 * of its address writes. Null where neither tells, or the dates contradict each other.
 */
export function orderOf(candidates: readonly Candidate[], report: Partial<Pick<Report, 'url' | 'language'>>): boolean | null {
  let monthFirst = 0;
  let dayFirst = 0;
  for (const { meaning } of candidates) {
    if (meaning.base.is !== 'either' || meaning.base.readings.length < 2) continue;
    const [first, second] = meaning.base.readings.map(isDay);
    if (first && !second) monthFirst++;
    if (second && !first) dayFirst++;
  }
  if (monthFirst > 0 && dayFirst > 0) return null;
  if (monthFirst > 0 || dayFirst > 0) return monthFirst > 0;
  return orderIn(countryOf(report));
}

function orderIn(country: string | null): boolean | null {
  if (country === null) return null;
  return MONTH_FIRST.has(country) ? true : DAY_FIRST.has(country) ? false : null;
}

/** The country in a language tag ("en-GB"), else the one that the address's last label stands for (".co.uk"). */
function countryOf({ language, url }: Partial<Pick<Report, 'url' | 'language'>>): string | null {
  const region = /^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?-([A-Za-z]{2})\b/.exec(language ?? '')?.[1]?.toUpperCase();
  if (region) return region;
  const label = /^https?:\/\/[^/?#]*\.([a-z]{2})(?:[:/?#]|$)/i.exec(url ?? '')?.[1]?.toUpperCase();
  return label === 'UK' ? 'GB' : (label ?? null);
}
