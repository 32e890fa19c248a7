import type { Statement } from '../../model/index.ts';

/** Pronouns and small words that say nothing without what they stand for. */
const EMPTY =
  /^(?:i|we|you|he|she|it|they|me|us|him|her|them|this|that|these|those|so|one|which|what|who|not|to|do|did|does|the|a|an|and|or|of|for)$/;
/** "(North Coast Wire)": whose report it is, and nothing of what it tells. */
const CREDIT = /^\s*[([]\s*\p{Lu}[\p{L}’'.-]*(?:[\s,–—/]+\p{Lu}[\p{L}’'.-]*){0,5}\s*[)\]]\.?\s*$/u;
/** Characters from which on a text is no credit, no heading and nothing that is merely declined. */
const SHORT = 120;

/** "Would not discuss", "did not answer": what somebody keeps silent about is not said. */
const SILENT =
  /\b(?:would|did|could|do|does|will)(?:\s+not|n[’']t)\s+(?:say|discuss|comment|confirm|name|talk|speak|be\s+drawn|guess|elaborate|answer|reply|respond|return)\b/i;
/** "To comment", "to be named": what is declined or asked for, and no claim. */
const DECLINED =
  /^["“‘'\s]*(?:to\s+(?:comment|elaborate|say\s+(?:more|why|who|how)|speak|answer|respond|reply|be\s+(?:named|identified|quoted|interviewed|drawn))|anonymity)["”’'\s.,]*$/i;
/** Words of which something that nobody says holds no claim: "the equipment" that he would not discuss. */
const FEW = 3;

/** A heading among an outlet's own sentences: "Licence.", "THE POWER." Scripts without blanks between words have whole sentences of one. */
const HEADING = /^\P{L}*(?:(?:the|an?)\s+)?\p{Script=Latin}+\P{L}*$/iu;

/** Whether a statement holds a claim: not where its source keeps silent, and not a heading. */
export function statesClaim({
  content: { text },
  cue,
  voice,
  quantities,
}: Pick<Statement, 'content' | 'cue' | 'voice' | 'quantities'>): boolean {
  if (!statesAnything(text)) return false;
  if (text.length > SHORT) return true;
  if (voice === 'outlet') return quantities.length > 0 || !HEADING.test(text);
  return !DECLINED.test(text) && ((text.match(/[\p{L}\p{N}]+/gu) ?? []).length > FEW || !SILENT.test(cue?.text ?? ''));
}

/** Whether a content holds anything to be said again: "it" in "he had not known of it" does not. */
export const statesAnything = (content: string): boolean =>
  !(content.length <= SHORT && CREDIT.test(content)) &&
  content
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 0 && !EMPTY.test(word));
