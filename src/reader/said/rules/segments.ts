import type { Span } from '../../../model/index.ts';
import type { Sentence } from '../../layers.ts';
import type { Quotation } from '../../text/quotations.ts';
import { type Token, tokensOf } from '../../text/tokens.ts';

/** A token outside quotation marks, or a whole quotation taken as one. */
export interface Element {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  readonly kind: Token['kind'] | 'quote';
  readonly capital: boolean;
  /** The quotation, where `kind` is `quote`. */
  readonly quotation: Quotation | null;
}

/** One sentence as it is read aloud: sentences that a quotation holds together are one. */
export interface Segment {
  readonly span: Span;
  readonly paragraph: number;
  readonly elements: readonly Element[];
}

const ENDS_A_QUESTION = /[?!]["”’'»]+$/u;
/** How far after a closing mark the verb of "“Why?” a neighbour asked" may stand. */
const CUE_REACH = 60;

/** Joins sentences that the splitter parted inside a quotation, or between a quoted question and its cue. */
function joined(
  text: string,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  isCue: (word: string) => boolean,
): Sentence[] {
  const merged: Sentence[] = [];
  let next = 0;
  for (const sentence of sentences) {
    const last = merged.at(-1);
    while (next < quotations.length && (quotations[next]?.span[1] ?? 0) <= sentence.span[0]) next += 1;
    const quotation = quotations[next];
    const split = quotation && quotation.span[0] < sentence.span[0] && last && quotation.span[0] < last.span[1];
    const asked =
      last &&
      ENDS_A_QUESTION.test(text.slice(Math.max(last.span[0], last.span[1] - 3), last.span[1])) &&
      sentence.span[1] - sentence.span[0] <= CUE_REACH * 2 &&
      !/["“]/u.test(text[sentence.span[0]] ?? '') &&
      /^[^,;:.]*$/u.test(text.slice(sentence.span[0], sentence.span[0] + 20)) &&
      text
        .slice(sentence.span[0], Math.min(sentence.span[1], sentence.span[0] + CUE_REACH))
        .split(/[^\p{L}]+/u)
        .slice(0, 4)
        .some((word) => isCue(word.toLowerCase()));
    if (last && last.paragraph === sentence.paragraph && (split || asked))
      merged[merged.length - 1] = { span: [last.span[0], sentence.span[1]], paragraph: last.paragraph };
    else merged.push(sentence);
  }
  return merged;
}

/** No sentence of prose is longer; what is (a list, a hostile text) is cut, so that the rules stay linear in the text's length. */
const MOST_ELEMENTS = 500;

function cut(segment: Segment): Segment[] {
  const { elements, paragraph } = segment;
  if (elements.length <= MOST_ELEMENTS) return [segment];
  const pieces: Segment[] = [];
  for (let from = 0; from < elements.length; from += MOST_ELEMENTS) {
    const piece = elements.slice(from, from + MOST_ELEMENTS);
    pieces.push({ span: [(piece[0] as Element).start, (piece.at(-1) as Element).end], paragraph, elements: piece });
  }
  return pieces;
}

/** Adds a token; the full stop of an abbreviation or an initial ("Rep.", "J.") stays with its word, for its sentence goes on. */
function add(elements: Element[], found: Element, end: number): void {
  const last = elements.at(-1);
  if (
    found.text === '.' &&
    last?.kind === 'word' &&
    (last.capital || last.text.includes('.')) &&
    last.end === found.start &&
    found.end < end
  )
    elements[elements.length - 1] = { ...last, end: found.end, text: `${last.text}.` };
  else elements.push(found);
}

const quoteElement = (text: string, quotation: Quotation): Element => ({
  start: quotation.span[0],
  end: quotation.span[1],
  text: text.slice(...quotation.span),
  lower: '',
  kind: 'quote',
  capital: false,
  quotation,
});

/** The segments of a text, given its sentences and outermost quotations (both in reading order). */
export function segmentsOf(
  text: string,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  isCue: (word: string) => boolean,
): Segment[] {
  let next = 0;
  return joined(text, sentences, quotations, isCue)
    .map(({ span, paragraph }) => {
      const elements: Element[] = [];
      let at = span[0];
      const words = (to: number): void => {
        for (const found of tokensOf(text, at, to)) add(elements, { ...found, quotation: null }, span[1]);
      };
      while (next < quotations.length && (quotations[next]?.span[0] ?? 0) < span[0]) next += 1;
      for (; next < quotations.length; next += 1) {
        const quotation = quotations[next] as Quotation;
        if (quotation.span[1] > span[1]) break;
        words(quotation.span[0]);
        elements.push(quoteElement(text, quotation));
        at = quotation.span[1];
      }
      words(span[1]);
      return { span, paragraph, elements };
    })
    .flatMap(cut);
}
