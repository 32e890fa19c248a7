/** A name as the truth and the reader may both have it: no articles, marks, forms of address. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:the|a|an|mr|ms|mrs|dr)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Words shared over words joint. */
export function overlap(a: string, b: string): number {
  const [x, y] = [fold(a).split(' '), fold(b).split(' ')];
  const left = new Map<string, number>();
  for (const word of x) left.set(word, (left.get(word) ?? 0) + 1);
  const shared = y.filter((word) => {
    const n = left.get(word) ?? 0;
    left.set(word, n - 1);
    return n > 0;
  }).length;
  return shared / Math.max(1, x.length + y.length - shared);
}
