import type { Statement, Time } from '../../model/index.ts';

/** Last months of EDTF's seasons, as most news counts them. */
export const SEASON_ENDS: Readonly<Record<string, number>> = { 21: 5, 22: 8, 23: 11, 24: 12 };

/** Words right before a time by which something is due no later than then. */
const NO_LATER = /\b(?:by|before|until|till|no later than|not later than)\s+$/i;
/** Which edge of a month, a season or a year is meant. */
const EDGE = /^(?:the |its |their )?(?:very )?(?<edge>end|close|middle|mid|beginning|start)(?: of|-)/i;
/** "Before the month is out". */
const IS_OVER = /^\s(?:(?:is|was|were|has|had|ha[sd] been)\s)?(?:out|over|up|ends?|ended|closes?|closed)\b/i;
/** Characters of a content before and after a time that tell what is meant by it. */
const AROUND = 24;

const dayOf = (year: number, month: number, day: number): string => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/** The first, the middle and the last day of a month, a season or a year; null of anything else. */
export function edgesOf(edtf: string): { readonly first: string; readonly middle: string; readonly last: string } | null {
  const [, years, part] = /^(?:\.\.\/)?(\d{4})(?:-(\d\d))?$/.exec(edtf) ?? [];
  if (!years) return null;
  const year = Number(years);
  if (part === undefined) return { first: `${years}-01-01`, middle: `${years}-06-30`, last: `${years}-12-31` };
  const ends = SEASON_ENDS[part] ?? Number(part);
  if (ends > 12) return null;
  const begins = part in SEASON_ENDS ? Math.max(1, ends - 2) : ends;
  const middle = part in SEASON_ENDS ? dayOf(year, ends - 2, 15) : dayOf(year, ends - 1, 15);
  return { first: dayOf(year, begins - 1, 1), middle, last: dayOf(year, ends, 0) };
}

/** The same a year on. */
const yearOn = (edtf: string): string => edtf.replace(/\d{4}/, (year) => String(Number(year) + 1));

/** The edges of a time; of the next year's where no year is named and this year's is over on the day from which it is looked for. */
function edgesFrom({ text, edtf }: Time, from: string): ReturnType<typeof edgesOf> {
  const edges = edtf === null ? null : edgesOf(edtf);
  return edges && edtf && edges.last < from && !/\d{4}/.test(text) ? edgesOf(yearOn(edtf)) : edges;
}

/** The edge of one time that a content makes its term ("before the end of May", "before the month is out"), or null. */
function edgeAt(text: string, time: Time, from: string): string | null {
  const at = text.indexOf(time.text);
  const edges = edgesFrom(time, from);
  if (at < 0 || !edges || !NO_LATER.test(text.slice(Math.max(0, at - AROUND), at))) return null;
  const edge = EDGE.exec(time.text)?.groups?.edge?.toLowerCase();
  if (edge === 'end' || edge === 'close') return edges.last;
  if (edge === 'middle' || edge === 'mid') return edges.middle;
  if (edge) return edges.first;
  return IS_OVER.test(text.slice(at + time.text.length, at + time.text.length + AROUND)) ? edges.last : null;
}

/**
 * The day by which a content says that something is due, where it names the edge of a month, a season or a year: "before the end of May" is over
 * on 31 May and "by the middle of May" on the 15th, though "before May" is over in April.
 * @param from the day on which it is foreseen; empty where it is not known, or long ago.
 */
export function edgeNamed({ content, times }: Pick<Statement, 'content' | 'times'>, from: string): string | null {
  for (const time of times) {
    const edge = edgeAt(content.text, time, from);
    if (edge !== null) return edge;
  }
  return null;
}
