import { hash32 } from '../words/normalise.ts';

/** Words a shingle. Five in a row seldom agree by chance (Broder 1997 uses 10 for pages; news is shorter). */
export const SHINGLE_WORDS = 5;

const WORD = /[\p{L}\p{N}]+/gu;

/** The hashed shingles of a text, each once. Case and punctuation do not count. */
export function shingles(text: string): Set<number> {
  const words = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(WORD) ?? [];
  const found = new Set<number>();
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i += 1) found.add(hash32(words.slice(i, i + SHINGLE_WORDS).join(' ')));
  return found;
}

/**
 * The shingles by which a report is looked up: those whose hash falls in one slot of sixteen ("mod k" sampling, Broder 1997).
 * Two texts that share a part share the same fraction of its sketch, whatever their lengths.
 */
export const sketch = (all: ReadonlySet<number>): number[] => [...all].filter((hash) => hash % 16 === 0);

/** How much of `inner` stands in `outer`, 0 to 1. */
export function containment(inner: ReadonlySet<number>, outer: ReadonlySet<number>): number {
  if (inner.size === 0) return 0;
  let shared = 0;
  for (const hash of inner) if (outer.has(hash)) shared += 1;
  return shared / inner.size;
}
