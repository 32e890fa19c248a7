/** Pronouns and small words that say nothing without what they stand for. */
const EMPTY =
  /^(?:i|we|you|he|she|it|they|me|us|him|her|them|this|that|these|those|so|one|which|what|who|not|to|do|did|does|the|a|an|and|or|of|for)$/;
/** "(North Coast Wire)": whose report it is, and nothing of what it tells. */
const CREDIT = /^\s*[([]\s*(?:\p{Lu}[\p{L}’'.-]*[\s,–—/-]*){1,6}[)\]]\.?\s*$/u;

/** Whether a content holds anything to be said again: "it" in "he had not known of it" does not. */
export const statesAnything = (content: string): boolean =>
  !CREDIT.test(content) &&
  content
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.length > 0 && !EMPTY.test(word));
