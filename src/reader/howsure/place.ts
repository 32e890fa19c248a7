import type { Span, Spans } from '../../model/index.ts';
import type { Tokens } from '../when/index.ts';

/** A run of tokens, [from, to). */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** The first token that ends after `place`. */
function tokenAfter(tokens: Tokens, place: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.end[middle] as number) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens under each span. */
export const runsOf = (tokens: Tokens, spans: Spans): readonly Run[] =>
  spans.map(([start, end]) => {
    const from = tokenAfter(tokens, start);
    let to = tokenAfter(tokens, end);
    if (to < tokens.count && (tokens.start[to] as number) < end) to++;
    return { from, to };
  });

/** Where a run of tokens stands in the text. */
export const spanOf = (tokens: Tokens, from: number, to: number): Span => [tokens.start[from] as number, tokens.end[to - 1] as number];
