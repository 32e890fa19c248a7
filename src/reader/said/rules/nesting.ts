import type { Spans } from '../../../model/index.ts';
import type { Attribution } from '../../layers.ts';
import type { Quotation } from '../../text/quotations.ts';
import type { Draft } from './statements.ts';

const startOf = (spans: Spans): number => spans[0]?.[0] ?? 0;

/** Whether a place lies inside spans. */
const holds = (spans: Spans, at: number): boolean => spans.some(([from, to]) => from <= at && at < to);

/** Direct where all of it stands in quotation marks, mixed where some does. `quotations` in reading order. */
export function quotationKind(content: Spans, quotations: readonly Quotation[]): Attribution['quotation'] {
  let quoted = 0;
  let whole = true;
  for (const [start, end] of content) {
    let low = 0;
    let high = quotations.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((quotations[middle] as Quotation).span[1] <= start) low = middle + 1;
      else high = middle;
    }
    const first = quotations[low];
    if (!first || first.span[0] >= end) whole = false;
    else {
      quoted += 1;
      if (first.span[0] > start || first.span[1] < end) whole = false;
    }
  }
  return quoted === 0 ? 'indirect' : whole ? 'direct' : 'mixed';
}

/** Drafts as attributions in reading order, each with the one that holds it. */
export function nested(drafts: readonly Draft[], quotations: readonly Quotation[]): Attribution[] {
  const anchor = (draft: Draft): number => startOf(draft.cue ?? draft.content);
  const sorted = [...drafts].sort((a, b) => startOf(a.content) - startOf(b.content) || anchor(a) - anchor(b));
  const open: number[] = [];
  const rows: Attribution[] = [];
  sorted.forEach((draft, i) => {
    while (open.length > 0 && ((sorted[open.at(-1) as number] as Draft).content.at(-1)?.[1] ?? 0) <= startOf(draft.content)) open.pop();
    // A cue inside another's content is said by that one; a cue beside it is not.
    const within =
      open.findLast((j) => holds((sorted[j] as Draft).content, anchor(draft)) && !sameWords(sorted[j] as Draft, draft)) ?? null;
    const { source, cue, content, confidence } = draft;
    rows.push({
      source,
      cue,
      content,
      quotation: quotationKind(content, quotations),
      depth: within === null ? 0 : (rows[within]?.depth ?? 0) + 1,
      within,
      confidence,
    });
    if (open.length < MOST_OPEN) open.push(i);
  });
  return rows;
}

/** Deeper nesting than this is not told apart. */
const MOST_OPEN = 16;

const sameWords = (a: Draft, b: Draft): boolean =>
  a.content.length === b.content.length && a.content.every((span, i) => span[0] === b.content[i]?.[0] && span[1] === b.content[i]?.[1]);
