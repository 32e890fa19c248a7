import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from '../../model/index.ts';
import { apart, insideAny, sharesAny } from './spans.ts';

const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 9 })).map(([start, length]): Span => [start, start + length]);
const spans = fc.array(span, { maxLength: 12 });

describe('spans', () => {
  it('stand in order and apart, and cover what they covered', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const found = apart(all);
        for (const [i, [start]] of found.entries()) if (i > 0) expect(start).toBeGreaterThan((found[i - 1] as Span)[1]);
        for (let at = 0; at < 80; at += 1) expect(found.some(([a, b]) => a <= at && at < b)).toBe(all.some(([a, b]) => a <= at && at < b));
      }),
    );
  });

  it('share a character with a span, or hold an offset, as one by one they do', () => {
    fc.assert(
      fc.property(spans, span, (all, [start, end]) => {
        expect(sharesAny(all)([start, end])).toBe(all.some(([a, b]) => a < end && start < b));
        expect(insideAny(all)(start)).toBe(all.some(([a, b]) => a <= start && start < b));
      }),
    );
  });
});
