import type { TreeDocument } from '../tree.ts';
import { oneLine } from '../words.ts';

/** Where an address tells which page of an article it is: `?page=2`, `/page/2`, `/barge/2`, `barge-2.html`, `barge,2.html`. */
const MARKS: readonly RegExp[] = [
  /([?&](?:page|p|pg|paged|pageno|pagenumber|seite|pagina|página|start_page|pn)=)(\d{1,3})(?=&|#|$)/i,
  /([/_-](?:page|seite|pagina|p)[/_-]?)(\d{1,3})(?=\/?(?:[?#]|$)|\.\w{2,5}(?:[?#]|$))/i,
  /(\/)(\d{1,2})(?=\/?(?:[?#]|$))/,
  /([,_])(\d{1,2})(?=\.\w{2,5}(?:[?#]|$))/,
];

interface Marked {
  /** The address without its mark: the same for all pages of an article. */
  readonly bare: string;
  readonly number: number | null;
  readonly numbered: (number: number) => string;
}

const tidy = (address: string): string => address.replace(/[?&]$/, '').replace(/\/$/, '');

function markedIn(address: string): Marked {
  for (const mark of MARKS) {
    const match = mark.exec(address);
    if (!match) continue;
    const [whole, lead = '', number = ''] = match;
    const [before, after] = [address.slice(0, match.index), address.slice(match.index + whole.length)];
    return { bare: tidy(before + after), number: Number(number), numbered: (n) => before + lead + n + after };
  }
  return { bare: tidy(address), number: null, numbered: () => address };
}

/** One page of an article that has several. */
export interface OneOfSeveral {
  readonly number: number;
  /** Its own address, as its neighbours' tell it. */
  readonly url: string;
  readonly next: string | null;
}

const hrefOf = (document: TreeDocument, rel: string, base: string): Marked | null => {
  for (const link of [
    ...document.querySelectorAll(`link[rel~="${rel}" i]`),
    ...[...document.querySelectorAll(`a[rel~="${rel}" i]`)].slice(0, 20),
  ]) {
    const href = oneLine(link.getAttribute('href'));
    if (href && URL.canParse(href, base)) return markedIn(new URL(href, base).href);
  }
  return null;
};

/**
 * Which page of an article this is, where it is one of several: the next or the one before has the same address but for a number. Links to the
 * next article, which pages mark alike, have another address.
 */
export function oneOfSeveral(document: TreeDocument, base: string | null): OneOfSeveral | null {
  if (!base || !URL.canParse(base)) return null;
  const own = markedIn(new URL(base).href);
  const isSame = (one: Marked | null): one is Marked => one !== null && one.bare === own.bare;
  const [after, before] = [hrefOf(document, 'next', base), hrefOf(document, 'prev', base) ?? hrefOf(document, 'previous', base)];
  const [next, previous] = [isSame(after) && after.number ? after : null, isSame(before) ? before : null];
  if (!next && !previous) return null;
  const number = next?.number ? next.number - 1 : (previous?.number ?? 1) + 1;
  if (number < 1) return null;
  const numbered = next ?? (previous?.number ? previous : null);
  return { number, url: number > 1 && numbered ? numbered.numbered(number) : base, next: next?.numbered(number + 1) ?? null };
}
