import type { Report } from '../../model/index.ts';
import { stem, stems } from '../words/normalise.ts';

/** Words that stand in news of every kind: that two reports share them tells nothing. Shorter ones than `SHORTEST` are left out anyway. */
const EVERYWHERE = new Set(
  `people because first against former including party think political going country national point change report reporter million billion thousand
  hundred dozen between another percent question whether among through leader second third become public general world start government begin
  began speak spoke official remain release effort though comment statement clear every appear around nation money again things something happen
  really found several federal email little better early earlier record likely least expect office officer offer chief claim concern message
  bring brought decision event stand doing business enough position great however behind matter important system street receive other provide
  today yesterday tomorrow contest result despite build majority given give announce nearly consider almost recent recently often strong allow
  create foreign power community executive department history reason person address represent decide describe along enter decade social control
  women woman children family friend moment spend instead understand story reach ahead thought middle response order promise answer remark known
  either court company rather increase return future especially program information using always level break toward attempt within service taken
  economy anyone process course focus chance charge explain someone attention accuse appeal benefit require involve ground surprise final account
  refer approach similar wrong compare refuse manager significant biggest largest mention himself herself itself themselves request spokesman
  spokeswoman spokesperson perhaps beyond everything acknowledge citizen short example minute proposal probably cannot carry accept declare
  worker worry discuss difference different determine association higher longer later independent detail legal standard certainly forward income
  expand expert direct critical respect prepare attend seven eight eleven twelve fifteen twenty thirty forty fifty sixty propose special avoid limit
  reality amount average success cover quickly learn present tough demand author conversation measure popular reveal lower district sought source
  simply argument previous previously exist relationship certain local register track impact handle immediate immediately speaker document agreement
  serious identify publicly entire visit ready schedule prevent agency trust influence engage pressure emerge professor gather insist herself directly
  industry situation strength ability director minister ministry deputy union university police member committee support night week month monday
  tuesday wednesday thursday friday saturday sunday january february march april august september october november december morning afternoon evening
  number figure follow continue without place would could should after before since until under still never nothing nobody three still where which
  while their there these those about three would being other working needed wanted called asked newspaper times daily spokes update photograph`
    .split(/\s+/)
    .filter(Boolean)
    .map(stem),
);

const SHORTEST = 5;
/** Words a report is known by, beside its names. */
const MOST_WORDS = 24;
/** Characters that are looked at. */
const MOST_CHARACTERS = 20_000;

/** What a report is about, apart from its names: the stems of its longer words that not all news has, the most frequent first. */
export function storyWords(report: Pick<Report, 'text' | 'title'>, names: readonly string[]): string[] {
  const known = new Set(names.flatMap((name) => stems(name)));
  const counts = new Map<string, number>();
  for (const word of stems(`${report.title ?? ''} ${report.text.slice(0, MOST_CHARACTERS)}`))
    if (word.length >= SHORTEST && !/\d/.test(word) && !EVERYWHERE.has(word) && !known.has(word))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}
