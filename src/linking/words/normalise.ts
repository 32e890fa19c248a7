/** Words of no weight when two propositions are compared. */
const STOP = new Set(
  `a an the and or but of in on at to for from by with as is are was were be been being it its this that these those he she they them his her their there
  had has have having will would could should may might shall can do does did not no than then so which who whom whose what when where while
  i we you me us my our your said says say saying told according also just about into over under up out off after before until since more
  he's it's there's one's such any some each other own very still already now only even`
    .split(/\s+/)
    .filter(Boolean),
);

/** Lower case, without diacritics, possessives and punctuation; one space between words. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N}.%]+/gu, ' ')
    .replace(/\.(?!\d)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Words without their commonest endings: enough to bring "closed" to "close" and "convoys" to "convoy". */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const bare = word
    .replace(/(?:ies|ied)$/, 'y')
    .replace(/(?<=[^s])s$/, '')
    .replace(/(?:ing|ed)$/, (ending, at: number) => (at >= 3 ? '' : ending));
  return bare.replace(/(.)\1$/, '$1').replace(/e$/, '');
}

/** The stems of the words that carry meaning, in their order. */
export const stems = (text: string): string[] =>
  fold(text)
    .split(' ')
    .filter((word) => word.length > 0 && !STOP.has(word))
    .map(stem);

const NEGATION = /\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot|\w+n't|\w+n’t)\b/i;
/** Bounds, and what is set apart from the assertion: "no more than", "not only", "and not a prototype", ", none of them badly". */
const NO_DENIAL =
  /\b(?:no|not) (?:more|fewer|less|later|earlier) than\b|\bnot (?:only|just|merely|least)\b|\bno (?:doubt|wonder)\b|\bwhether or not\b|\bnothing but\b|,?\s(?:and|but) not\b.*$|, (?:none|not)\b.*$|\bif not\b/gi;

/** Whether the words deny by themselves ("not one soldier", "never received a copy"). */
export function negated(text: string): boolean {
  const words = text.replace(NO_DENIAL, ' ');
  if (!NEGATION.test(words)) return false;
  // Where a content runs over sentences, the longest is what it says.
  const sentences = words.split(/(?<=[.!?]["”’]?)\s+(?=["“‘]?\p{Lu})/u);
  return sentences.length < 2 || NEGATION.test(sentences.reduce((longest, one) => (one.length > longest.length ? one : longest)));
}

/** FNV-1a, 32 bits: fast, the same everywhere; for indexes, not for security. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** 53 bits as 14 hex digits: ids of derived rows, stable across runs and machines. */
export function shortId(prefix: string, text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${prefix}${(low >>> 0).toString(16).padStart(8, '0')}${(high & 0x1fffff).toString(16).padStart(6, '0')}`;
}
