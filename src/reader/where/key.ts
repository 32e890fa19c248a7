/** How names are made comparable: the same at build time and at look-up. */
const SHORT: ReadonlyMap<string, string> = new Map([
  ['saint', 'st'],
  ['sainte', 'ste'],
  ['mount', 'mt'],
  ['fort', 'ft'],
]);

/** A name as the gazetteer's key: no accents, no full stops or apostrophes, hyphens as spaces, lower case, "Saint" as "St". */
export function keyOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[.'’‘`]/g, '')
    .replace(/[-‐-―\s]+/g, ' ')
    .trim();
  const first = plain.indexOf(' ');
  if (first < 0) return plain;
  return plain
    .split(' ')
    .map((word) => SHORT.get(word) ?? word)
    .join(' ');
}
