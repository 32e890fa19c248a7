import type { TreeDocument, TreeElement } from '../tree.ts';
import { oneLine } from '../words.ts';
import { isElsewhere } from './elsewhere.ts';
import { labelBefore } from './labels.ts';
import { type ReadingOfDates, writtenDate } from './parse.ts';

/** A day that the page shows, and where. */
export interface Shown {
  readonly value: string;
  readonly from: string;
}

export interface ShownDays {
  /** Days that stand where pages put the day they came out. */
  readonly published: readonly Shown[];
  /** Days that the words before them call a change. */
  readonly changed: readonly Shown[];
}

const NAMED_BY_CLASS =
  '[class*="date" i], [class*="time" i], [class*="publish" i], [class*="posted" i], [class*="byline" i], [class*="meta" i], [class*="info" i], [id*="date" i], [id*="time" i], [id*="publish" i], [data-time], [data-timestamp], [data-utime], [data-datetime], [data-published], [datetime]';
const MOST_LOOKED = 400;
const MOST_LINES = 3000;
const LONGEST_NAMED = 200;
const LONGEST_VALUE = 60;
/** Pages did not exist before; older days on them are what they are about. */
const EARLIEST_SHOWN = '1994';

/** Attributes that hold a day for machines, the plainest first. */
const FOR_MACHINES = ['datetime', 'data-datetime', 'data-date', 'data-published', 'data-timestamp', 'data-time', 'data-utime'];
/** Seconds since 1970, or a day with its year first: nothing else in such an attribute is taken. */
const MACHINE = /^(?:\d{10}(?:\d{3})?|\d{4}-\d{2}-\d{2}.{0,30})$/;
const CHANGED_NAME = /(?:^|[\s_-])(?:updated?|modified|lastmod|last-?modified|edited|changed)(?=$|[\s_-])/i;

/** Days of people, events and licences, and the clock in the page's head. */
const OTHER_NAME =
  /join|birth|born|member|regist|signup|expir|deadline|(?:start|end|due|event|sale|arrival|departure|current|today|server|local)[\s_-]?(?:date|time)|countdown/i;

const nameOf = (element: TreeElement): string => `${element.getAttribute('class') ?? ''} ${element.id ?? ''}`.trim();

/** How `from` begins for the stamps of a page of posts. */
export const STAMP = 'page stamp ';
/** Seconds or milliseconds since 1970: there for scripts, which tell readers the time in their own zone. */
const SECONDS = /^\d{10}(?:\d{3})?$/;
/** So many stamps of one name make a page of posts: a thread, a forum, a microblog. */
const SEVERAL = 3;

const secondsIn = (element: TreeElement): string | null =>
  FOR_MACHINES.map((name) => element.getAttribute(name)?.trim() ?? '').find((value) => SECONDS.test(value)) ?? null;

/**
 * The first stamp of a page of posts: each has its own, of one name, in seconds since 1970. None where there are fewer than three. The days
 * shown beside them are no better: they are of the zone of whoever asked.
 */
export function postStamp(document: TreeDocument): readonly Shown[] {
  const headline = headlineOf(document);
  const stamps = new Map<string, string[]>();
  for (const element of [...document.querySelectorAll('[data-time], [data-timestamp], [data-utime]')].slice(0, MOST_LOOKED)) {
    const value = secondsIn(element);
    if (!value || isElsewhere(element, headline)) continue;
    const name = nameOf(element).slice(0, 40);
    stamps.set(name, [...(stamps.get(name) ?? []), value]);
  }
  const posts = [...stamps].find(([, values]) => new Set(values).size >= SEVERAL);
  return posts?.[1][0] ? [{ value: posts[1][0], from: `${STAMP}.${posts[0]}` }] : [];
}

/** The headline: the page's one `h1`, or the first where there are several. */
export const headlineOf = (document: TreeDocument): TreeElement | null => document.querySelector('h1');

/** Times and short texts that the page's own class names call dates, in reading order. */
export function shownDays(document: TreeDocument, reading: ReadingOfDates): ShownDays {
  const headline = headlineOf(document);
  const published: Shown[] = [];
  const changed: Shown[] = [];
  const add = (element: TreeElement, value: string, from: string, label: 'published' | 'changed' | null): void => {
    const isChange = label === 'changed' || (label === null && CHANGED_NAME.test(nameOf(element)));
    (isChange ? changed : published).push({ value, from });
  };
  for (const time of [...document.querySelectorAll('time')].slice(0, 20)) {
    const [stated, words] = [time.getAttribute('datetime') || null, oneLine(time.textContent)];
    const value = stated ?? words;
    const parent = oneLine((time.parentNode as TreeElement | null)?.textContent).slice(0, LONGEST_NAMED);
    const at = parent.indexOf(words);
    if (!value || isElsewhere(time, headline)) continue;
    const label = at < 0 ? null : labelBefore(parent, at);
    add(time, value, 'page time', label);
    // What its words say can be another day than its attribute, which is in UTC as a rule.
    const written = stated && words.length <= LONGEST_VALUE ? writtenDate(words, reading) : null;
    if (written && !written.unclear && written.value >= EARLIEST_SHOWN) add(time, words.slice(written.at), 'page time in words', label);
  }
  for (const element of [...document.querySelectorAll(NAMED_BY_CLASS)].slice(0, MOST_LOOKED)) {
    if (OTHER_NAME.test(nameOf(element)) || isElsewhere(element, headline)) continue;
    const from = `page .${(element.getAttribute('class') ?? element.id).slice(0, 40)}`;
    const machine = FOR_MACHINES.map((name) => element.getAttribute(name)?.trim() ?? '').find((value) => MACHINE.test(value));
    if (machine) {
      add(element, machine, from, null);
      continue;
    }
    for (const text of [element.textContent, element.getAttribute('title')].map(oneLine)) {
      if (!text || text.length > LONGEST_NAMED) continue;
      const days = daysIn(text, reading);
      for (const { value, label } of days) add(element, value, from, label);
      if (days.length > 0) break;
    }
  }
  return { published, changed };
}

interface LabelledDay {
  readonly value: string;
  readonly label: 'published' | 'changed' | null;
}

/** The days of a short text with what it calls them: at most two ("Published …, updated …"), of which a published one comes first. */
function daysIn(text: string, reading: ReadingOfDates): readonly LabelledDay[] {
  const found: LabelledDay[] = [];
  for (let start = 0; found.length < 2; ) {
    const rest = text.slice(start);
    const written = writtenDate(rest, reading);
    if (!written || written.unclear || written.value < EARLIEST_SHOWN) break;
    found.push({ value: rest.slice(written.at, written.at + LONGEST_VALUE), label: labelBefore(text, start + written.at) });
    start += written.at + 8;
  }
  // A second day is taken only where the words tell the two apart.
  const [first, second] = found;
  if (!first || !second?.label || first.label === second.label) return first ? [first] : [];
  return second.label === 'published' ? [second, first] : [first, second];
}

/** Letters that a line may have beside its day: a weekday, a place, "by" and a name. */
const MOST_LETTERS = 40;

/** A line that is a day and little else, whatever its element is called. */
export function fromLines(document: TreeDocument, reading: ReadingOfDates): readonly Shown[] {
  const headline = headlineOf(document);
  for (const element of [...document.querySelectorAll('p, span, div, td, em, small, li, b, strong, font, h2, h3, h4')].slice(
    0,
    MOST_LINES,
  )) {
    if (element.firstChild === null || [...element.children].length > 2 || OTHER_NAME.test(nameOf(element))) continue;
    const text = oneLine(element.textContent);
    if (text.length < 8 || text.length > 60) continue;
    const written = writtenDate(text, reading);
    if (!written || written.unclear || written.value < EARLIEST_SHOWN || isElsewhere(element, headline)) continue;
    if (text.replace(/\P{L}/gu, '').length > MOST_LETTERS || labelBefore(text, written.at) === 'changed') continue;
    return [{ value: text.slice(written.at), from: 'page line' }];
  }
  return [];
}
