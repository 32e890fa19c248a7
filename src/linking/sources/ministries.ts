import { remember } from '../words/memory.ts';
import { fold } from '../words/normalise.ts';

/** "The Transport Ministry", "the Ministry of Transport", "the ministry". Words are bounded and begin at a word's beginning. */
const MINISTRY =
  /(?<![\p{L}’'-])(?:(?:(?<owner>\p{Lu}\p{L}{2,24}(?:[’']s)?)\s)?(?<before>[\p{L}-]{1,24})\s[Mm]inistry\b(?!\sof)|[Mm]inistry\sof\s(?:the\s)?(?<after>[\p{L}-]{3,24}))/gu;
const NO_PORTFOLIO = /^(?:an?|this|that|his|her|its|their|my|our|whose|another|one|each|every|no|same|of|by|to|for)$/i;

const NO_OWNER = /^(?:The|Its|Their|His|Her|Our)$/;

/** The portfolios of the ministries that a text names; "the" for "the ministry". */
const kept = remember<ReadonlySet<string>>(512);
const portfoliosIn = (text: string): ReadonlySet<string> =>
  kept(text, () => {
    // "The Varnian Foreign Ministry" is not the ministry of whichever foreign minister.
    const found = [...text.matchAll(MINISTRY)]
      .filter(({ groups }) => !groups?.owner || NO_OWNER.test(groups.owner))
      .map(({ groups }) => groups?.after ?? groups?.before ?? '');
    return new Set(found.filter((word) => !NO_PORTFOLIO.test(word)).map(fold));
  });

/**
 * Whether the reports of a story speak of a ministry ("Transport Ministry"): by its portfolio, or as "the ministry" where they name none. Whom
 * they call "Foreign Minister" and nothing else says it himself: no ministry is made up.
 */
export function ministriesOf(texts: readonly string[]): (ministry: string) => boolean {
  const portfolios = new Set(texts.flatMap((text) => [...portfoliosIn(text)]));
  const nameless = portfolios.size === 1 && portfolios.has('the');
  return (ministry) =>
    nameless ||
    fold(ministry)
      .split(' ')
      .some((word) => word !== 'ministry' && word !== 'of' && portfolios.has(word));
}
