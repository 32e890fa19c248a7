import type { Place, Statement, TimelineEntry } from '../../model/index.ts';

export type Where = Pick<TimelineEntry, 'where' | 'country' | 'lat' | 'lon' | 'geonames'>;

/** "In Puerto Amargo", "near the Keel bridge", "off Cape Lorn": a name after a word that says where. Words are bounded: one may be endless. */
const NAMED =
  /\b(?<before>\p{L}{1,20}\s)?(?:in|at|near|outside|off|around)\s(?:the\s)?(?<place>\p{Lu}[\p{L}’'-]+(?:\s(?:(?:de|del|la|of)\s)?\p{Lu}[\p{L}’'-]+){0,3})(?<rest>\s?\S*)/gu;
/** What stands after "in" and is no place: a time, or what somebody has a share of. */
const NO_PLACE =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Easter|Christmas|New Year|Lent|Ramadan|Mr|Mrs|Ms|Dr|I|A|The|His|Her|Its|English|French|German|Spanish|Russian|Arabic|Chinese)(?:day)?\b/;
/** "A report in the Evening Chronicle". */
const PAPER = /\b(?:Chronicle|Herald|Times|Post|Tribune|Gazette|Journal|Ledger|Courier|Standard|Telegraph|Review|News|Today|Weekly|Daily)$/;
const HELD = /^(?:shares?|stakes?|interests?|holdings?|investors?|invested|confidence|trust|believes?|faith)\s$/i;

/** Whether a found place is only part of a longer name: "TARN" of "TARN FORD", "Brasil" of "Avenida Brasil". */
function isPart({ spans }: Place, text: string): boolean {
  const [start, end] = spans[0] ?? [0, 0];
  const before = /(\p{Lu}[\p{L}’'-]*)\s$/u.exec(text.slice(Math.max(0, start - 30), start))?.[1] ?? '';
  const opens = /(?:^|[.!?]["”’]?\s|\n)\S+\s$/u.test(text.slice(Math.max(0, start - 30), start));
  return (
    (before !== '' && !opens && !/^(?:In|At|Near|From|The|And|Mr|Ms|Of)$/.test(before)) ||
    /^\s\p{Lu}[\p{L}’'-]+/u.test(text.slice(end, end + 20))
  );
}

/** "In March": a month may be a town's name, too. */
const isTime = ({ spans }: Place, times: Statement['times']): boolean =>
  times.some((time) => time.spans.some(([from, to]) => spans.every(([start, end]) => from <= start && end <= to)));

/** Where a statement says that something is: the place found in it, else the name that follows a word of place there, with nothing known of it. */
export function whereOf({ places, content, times }: Statement, text: string): Where {
  const found = places.find((place) => place.as === 'place' && place.name !== null && !isPart(place, text) && !isTime(place, times));
  if (found) return { where: found.name, country: found.country, lat: found.lat, lon: found.lon, geonames: found.geonames };
  for (const { groups } of content.text.matchAll(NAMED)) {
    const { place = '', before = '', rest = '' } = groups ?? {};
    const name = place.replace(/[’']s$/, '');
    if (!PAPER.test(place) && name === place && !/^[’']/.test(rest) && !NO_PLACE.test(place) && !HELD.test(before)) return { where: name };
  }
  return { where: null };
}
