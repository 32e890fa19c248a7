import type { Span } from '../../model/index.ts';

/** One quoted passage of one paragraph. A quotation that runs over several paragraphs is several of these, tied by `goesOn`. */
export interface Quotation {
  /** With its marks. */
  readonly span: Span;
  /** Without its marks. */
  readonly inner: Span;
  /** 0: outermost; 1: a quotation within a quotation … */
  readonly depth: number;
  /** Has its closing mark in this paragraph. */
  readonly closed: boolean;
  /** Not closed, and the next paragraph opens with a mark again: the same speaker goes on. */
  readonly goesOn: boolean;
  readonly paragraph: number;
}

type Mark = 'double' | 'single' | 'angle';
interface Sign {
  readonly mark: Mark;
  readonly role: 'open' | 'close';
  readonly at: number;
  readonly length: number;
}

const LETTER = /[\p{L}\p{N}]/u;
const OPENS_AFTER = /[\s([{—–\-/“‘«"]/u;
const ALWAYS: Readonly<Record<string, { mark: Mark; role: 'open' | 'close' }>> = {
  '“': { mark: 'double', role: 'open' },
  '„': { mark: 'double', role: 'open' },
  '”': { mark: 'double', role: 'close' },
  '«': { mark: 'angle', role: 'open' },
  '»': { mark: 'angle', role: 'close' },
  '‘': { mark: 'single', role: 'open' },
};
const INTERESTING = /["'“”„«»‘’`]/g;

/** What the sign at `at` does, from its neighbours; null for an apostrophe. `open` tells which marks are open now. */
function signAt(text: string, at: number, [from, to]: Span, isOpen: (mark: Mark) => boolean): Sign | null {
  const char = text[at] as string;
  const before = at > from ? (text[at - 1] as string) : ' ';
  const twice = (char === "'" || char === '`') && at + 1 < to && text[at + 1] === char;
  const length = twice ? 2 : 1;
  const after = at + length < to ? (text[at + length] as string) : ' ';
  const fixed = ALWAYS[char];
  if (fixed && char !== '‘') return { ...fixed, at, length };
  if (char === '‘') return LETTER.test(before) ? null : { mark: 'single', role: 'open', at, length };
  if (char === '`' && !twice) return null;
  const opening = OPENS_AFTER.test(before) && !/\s/u.test(after);
  if (char === '"' || twice) {
    const role = opening && !(isOpen('double') && /\S/u.test(before) && !/[([{—–-]/u.test(before)) ? 'open' : 'close';
    return { mark: 'double', role: role === 'close' && !isOpen('double') && !/\s/u.test(after) ? 'open' : role, at, length };
  }
  if (LETTER.test(before) && LETTER.test(after)) return null;
  if (isOpen('single') && !opening) return { mark: 'single', role: 'close', at, length };
  return opening && char === "'" && LETTER.test(after) ? { mark: 'single', role: 'open', at, length } : null;
}

interface Open {
  readonly sign: Sign;
  readonly depth: number;
}

/** Deeper nesting than this is noise: further marks are taken for text. Keeps the work linear on a text of nothing but marks. */
const MOST_NESTED = 4;

/** The quotations of one paragraph, and whether one was still open at its end. */
function quotationsIn(text: string, span: Span, paragraph: number): Quotation[] {
  const stack: Open[] = [];
  const found: Quotation[] = [];
  const isOpen = (mark: Mark): boolean => stack.some(({ sign }) => sign.mark === mark);
  const take = ({ sign, depth }: Open, end: number, innerEnd: number, closed: boolean): void => {
    found.push({ span: [sign.at, end], inner: [sign.at + sign.length, innerEnd], depth, closed, goesOn: false, paragraph });
  };
  // Within the paragraph: a search through all that follows it would be one through the whole text for each.
  const [from, to] = span;
  const own = text.slice(from, to);
  INTERESTING.lastIndex = 0;
  for (let match = INTERESTING.exec(own); match; match = INTERESTING.exec(own)) {
    const sign = signAt(text, from + match.index, span, isOpen);
    if (!sign) continue;
    INTERESTING.lastIndex = sign.at + sign.length - from;
    // “ closes what „ opened.
    const top = stack.at(-1)?.sign;
    const closesLow = text[sign.at] === '“' && top !== undefined && text[top.at] === '„';
    if (sign.role === 'open' && !closesLow) {
      if (stack.length < MOST_NESTED) stack.push({ sign, depth: stack.length });
      continue;
    }
    const at = stack.findLastIndex((open) => open.sign.mark === sign.mark);
    if (at < 0) continue;
    // Inner marks that were never closed were apostrophes or slips: they are dropped with their opener.
    const open = stack[at] as Open;
    stack.length = at;
    take(open, sign.at + sign.length, sign.at, true);
  }
  // A single mark that never closes is an apostrophe ("'90s"); a double one runs to the end of its paragraph.
  const left = stack.find(({ sign }) => sign.mark !== 'single');
  if (left) take({ ...left, depth: 0 }, span[1], span[1], false);
  return found.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
}

/** Every quotation of a text whose paragraphs are given, in reading order. */
export function quotationsOf(text: string, paragraphs: readonly Span[]): Quotation[] {
  const byParagraph = paragraphs.map((span, i) => quotationsIn(text, span, i));
  return byParagraph.flatMap((quotations, i) => {
    const next = byParagraph[i + 1]?.[0];
    const reopened = next !== undefined && next.span[0] === paragraphs[i + 1]?.[0];
    return quotations.map((quotation) => (quotation.closed || !reopened ? quotation : { ...quotation, goesOn: true }));
  });
}

/** The outermost quotations, in reading order: what a reader sees as quoted. */
export const outermost = (quotations: readonly Quotation[]): Quotation[] => quotations.filter(({ depth }) => depth === 0);
