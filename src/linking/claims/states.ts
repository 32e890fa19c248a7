/** Pronouns and small words that say nothing without what they stand for. */
const EMPTY =
  /^(?:i|we|you|he|she|it|they|me|us|him|her|them|this|that|these|those|so|one|which|what|who|not|to|do|did|does|the|a|an|and|or|of|for)$/;
/** "(North Coast Wire)": whose report it is, and nothing of what it tells. */
const CREDIT = /^\s*[([]\s*\p{Lu}[\p{L}’'.-]*(?:[\s,–—/]+\p{Lu}[\p{L}’'.-]*){0,5}\s*[)\]]\.?\s*$/u;
/** Characters that a credit may have: longer texts are not looked at for one. */
const CREDIT_LENGTH = 120;

/** Whether a content holds anything to be said again: "it" in "he had not known of it" does not. */
export const statesAnything = (content: string): boolean =>
  !(content.length <= CREDIT_LENGTH && CREDIT.test(content)) &&
  content
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 0 && !EMPTY.test(word));
