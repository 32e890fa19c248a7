/** Letters that mean something in a regular expression, made to mean themselves. */
const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A text with the words that were searched for marked, as text only. */
export function Found({ text, q }: { readonly text: string; readonly q?: string | undefined }) {
  const words = (q ?? '').replaceAll('"', ' ').split(/\s+/).filter(Boolean).slice(0, 12);
  if (words.length === 0) return text;
  const parts = text.split(new RegExp(`(${words.map(literal).join('|')})`, 'giu'));
  // Every second part is one that was found.
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other name.
  return parts.map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part));
}
