/** How names are made comparable: the same at build time and at look-up. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['mount', 'mt'],
  ['fort', 'ft'],
]);

/** One word of a key: no accents, no full stops or apostrophes, lower case. */
export function wordKey(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z]*$/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[.'’‘`]/g, '');
}

/** A word as it stands in a key of several words: "Saint" as "St", "Mount" as "Mt". */
export const shortKey = (word: string): string => SHORT.get(word) ?? word;

/** A name as the gazetteer's key: its words' keys, hyphens as spaces, "Saint" as "St" where other words follow or stand before. */
export function keyOf(name: string): string {
  const words = name
    .split(/[-‐-―\s]+/)
    .map(wordKey)
    .filter((word) => word !== '');
  return words.length > 1 ? words.map(shortKey).join(' ') : (words[0] ?? '');
}
