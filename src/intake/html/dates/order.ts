import type { MetaTags } from '../metadata/tags.ts';

/** Countries by their addresses where English pages put the day first, and those where the month comes first. */
const DAY_FIRST = new Set('uk au nz ie in za ng ke pk sg my hk lk bd gh zw ug tz mt jm tt bw na zm mw rw np'.split(' '));
const MONTH_FIRST = new Set(['us', 'gov', 'mil']);
/** Languages that write the year first: `24.10.15` there is no day of 2015. */
const YEAR_FIRST = new Set(['ko', 'ja', 'zh', 'hu', 'lt', 'mn']);
/** Languages that are written in several countries with several orders, and the labels that publishing software puts on everything. */
const UNDECIDED = new Set(['', 'en', 'en-ca', 'en-ph', 'en-hk', 'fr-ca']);

/** `3/14/2020`, `14/3/2020`: days that can be read in one way only. */
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:19|20)\d{2}(?![\d/])/g;
const MOST_LOOKED = 200_000;

/** What the unmistakable days of a page say of its order: true where all have the month first, null where there are none or both. */
function shownOrder(text: string): boolean | null {
  let [months, days] = [0, 0];
  for (const [, a, b] of text.slice(0, MOST_LOOKED).matchAll(SLASHED)) {
    if (Number(a) > 12 && Number(b) <= 12) days += 1;
    if (Number(b) > 12 && Number(a) <= 12) months += 1;
  }
  return months > 0 === days > 0 ? null : months > 0;
}

const countryOf = (url: string | null): boolean | null => {
  const last = url && URL.canParse(url) ? (new URL(url).hostname.split('.').at(-1) ?? '') : '';
  return DAY_FIRST.has(last) ? false : MONTH_FIRST.has(last) ? true : null;
};

const labelled = (language: string): boolean | null => {
  const tag = language.toLowerCase().replaceAll('_', '-');
  if (UNDECIDED.has(tag)) return null;
  return tag === 'en-us' || tag.startsWith('en-us-');
};

/** A page's own order of day and month in `3/4/2020`. */
export interface PageOrder {
  /** True: the month first; false: the day first; null where nobody can tell. */
  readonly monthFirst: boolean | null;
  /** Whether `24.10.15` begins with its year. */
  readonly yearFirst: boolean;
}

/**
 * How a page writes its days: by its own unmistakable days, else by its language and its country where they do not contradict each
 * other (`en-US` is what publishing software puts on pages of any country).
 */
export function pageOrder(page: {
  readonly language: string;
  readonly url: string | null;
  readonly tags: MetaTags;
  readonly text: string;
}): PageOrder {
  const language = page.language || (page.tags.get('content-language')?.[0] ?? page.tags.get('og:locale')?.[0] ?? '');
  const yearFirst = YEAR_FIRST.has(language.slice(0, 2).toLowerCase());
  const shown = shownOrder(page.text);
  if (shown !== null) return { monthFirst: shown, yearFirst };
  const [said, country] = [labelled(language), countryOf(page.url)];
  const monthFirst = said === null ? country : country !== null && country !== said ? null : said;
  return { monthFirst, yearFirst };
}
