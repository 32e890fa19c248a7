import { remember } from '../words/memory.ts';
import { fold } from '../words/normalise.ts';

/** "The Transport Ministry", "the Ministry of Transport", "the ministry". Words are bounded and begin at a word's beginning. */
const MINISTRY =
  /(?<![\p{L}’'-])(?:(?:(?<owner>\p{Lu}\p{L}{2,24}(?:[’']s)?)\s)?(?<before>[\p{L}-]{1,24})\s[Mm]inistry\b(?!\sof)|[Mm]inistry\sof\s(?:the\s)?(?<after>[\p{L}-]{3,24}))/gu;
/** Characters behind a ministry that are looked at. */
const LOOKED_AT = 50;
const NO_PORTFOLIO = /^(?:an?|this|that|his|her|its|their|my|our|whose|another|one|each|every|no|same|of|by|to|for)$/i;

/** What a ministry does as a sentence's subject: "the ministry has received no complaints". */
const ACTS = /^(?:\sin\s\p{Lu}\p{L}{2,24})?\s(?:has|had|have|was|is|knew|knows|did|does|will|would|says|said|\p{Ll}{3,15}ed)\b/u;

const NO_OWNER = /^(?:The|Its|Their|His|Her|Our)$/;

/** The portfolios of the ministries that a text names, and of those that do something in it; "the" for "the ministry". */
interface Portfolios {
  readonly named: ReadonlySet<string>;
  readonly acting: ReadonlySet<string>;
}

const kept = remember<Portfolios>(512);
const portfoliosIn = (text: string): Portfolios =>
  kept(text, () => {
    // "The Varnian Foreign Ministry" is not the ministry of whichever foreign minister.
    const found = [...text.matchAll(MINISTRY)].filter(({ groups }) => !groups?.owner || NO_OWNER.test(groups.owner));
    const of = (those: readonly RegExpExecArray[]): ReadonlySet<string> =>
      new Set(
        those
          .map(({ groups }) => groups?.after ?? groups?.before ?? '')
          .filter((word) => !NO_PORTFOLIO.test(word))
          .map(fold),
      );
    // "A view of the ministry" is none that speaks.
    const acting = found.filter(({ index, 0: { length } }) => ACTS.test(text.slice(index + length, index + length + LOOKED_AT)));
    return { named: of(found), acting: of(acting) };
  });

/**
 * Whether a ministry ("Transport Ministry") does something in the reports of a story: by its portfolio, or as "the ministry" where they name none. Whom
 * they call "Foreign Minister" and nothing else says it himself: no ministry is made up.
 */
export function ministriesOf(texts: readonly string[]): (ministry: string) => boolean {
  const all = texts.map(portfoliosIn);
  const named = new Set(all.flatMap((one) => [...one.named]));
  const acting = new Set(all.flatMap((one) => [...one.acting]));
  const nameless = named.size === 1 && acting.has('the');
  return (ministry) =>
    nameless ||
    fold(ministry)
      .split(' ')
      .some((word) => word !== 'ministry' && word !== 'of' && acting.has(word));
}
