import type { Span, Spans } from '../../../model/index.ts';
import type { Quotation } from '../../text/quotations.ts';
import { subjectBefore } from './nounphrases.ts';
import type { Element, Segment } from './segments.ts';
import { type Draft, draftsOf, spanOf } from './statements.ts';
import { FINITE, looksPast } from './words.ts';

const quotesOf = (elements: readonly Element[]): Quotation[] => elements.flatMap(({ quotation }) => (quotation ? [quotation] : []));

/** Whether a segment is nothing but quotations: its speaker stands elsewhere. */
const isOnlyQuoted = ({ elements }: Segment): boolean =>
  elements.some(({ kind }) => kind === 'quote') &&
  elements.every(({ kind, text }) => kind === 'quote' || (kind === 'sign' && /^[.,…—–-]$/u.test(text)));

/** The subject of a plain sentence: who a quotation that follows it belongs to. */
function subjectOf(segment: Segment | undefined): Spans | null {
  if (!segment) return null;
  const { elements } = segment;
  const verb = elements.findIndex(({ lower, capital }, i) => i > 0 && !capital && (FINITE.has(lower) || looksPast(lower)));
  if (verb < 1 || verb > 14) return null;
  const subject = subjectBefore(elements, verb);
  if (!subject) return null;
  const first = elements[subject[0]] as Element;
  const person = first.capital || /^(?:he|she|they|the)$/.test(first.lower);
  return person && first.lower !== 'it' ? [spanOf(elements, subject)] : null;
}

interface Open {
  draft: Draft;
  content: Span[];
  /** The paragraph where its last quotation stands, and whether that one runs on. */
  paragraph: number;
  goesOn: boolean;
}

/**
 * Drafts of all segments, with each quotation that has no cue of its own given to its speaker: the cue before it in its paragraph,
 * the paragraph before it where its marks were left open or a colon led up to it, or the subject of the sentence before.
 */
export function withQuotations(segments: readonly Segment[]): Draft[] {
  const all: Open[] = [];
  let speaker: Open | null = null;
  segments.forEach((segment, i) => {
    const { elements, paragraph } = segment;
    const quotes = quotesOf(elements);
    if (!isOnlyQuoted(segment)) {
      const found = draftsOf(segment).map((draft): Open => ({ draft, content: [...draft.content], paragraph, goesOn: false }));
      all.push(...found);
      const last = found.findLast(({ draft }) => draft.quoted) ?? null;
      if (last) last.goesOn = quotes.at(-1)?.goesOn ?? false;
      const colon = elements.at(-1)?.text === ':';
      if (last || found.length > 0 || (speaker && speaker.paragraph !== paragraph))
        speaker = last ?? (colon ? (found.at(-1) ?? null) : (found.at(-1) ?? null));
      return;
    }
    const spans = quotes.map(({ span }) => span);
    const near =
      speaker !== null &&
      (speaker.paragraph === paragraph || speaker.goesOn || (speaker.paragraph === paragraph - 1 && speaker.draft.quoted));
    if (speaker && near && (speaker.draft.quoted || speaker.paragraph === paragraph)) {
      if (!speaker.draft.quoted) {
        const made: Open = { draft: { ...speaker.draft, quoted: true, confidence: 0.6 }, content: [...spans], paragraph, goesOn: false };
        all.push(made);
        speaker = made;
      } else speaker.content.push(...spans);
      speaker.paragraph = paragraph;
      speaker.goesOn = quotes.at(-1)?.goesOn ?? false;
      return;
    }
    const before = segments[i - 1];
    const source = before?.paragraph === paragraph ? subjectOf(before) : null;
    if (!source) return;
    const made: Open = {
      draft: { source, cue: null, content: spans, quoted: true, confidence: 0.5 },
      content: [...spans],
      paragraph,
      goesOn: quotes.at(-1)?.goesOn ?? false,
    };
    all.push(made);
    speaker = made;
  });
  return all.map(({ draft, content }) => ({ ...draft, content }));
}
