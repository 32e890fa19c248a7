import type { LedgerStatement, ReportDetail } from '../../api/types.ts';

export type MarkKind = 'when' | 'where' | 'many' | 'sure';

/** Words that were taken for something: a time, a place, a figure, a word that shows how sure the source is. */
export interface Mark {
  readonly kind: MarkKind;
  readonly start: number;
  readonly end: number;
  readonly takenFor: string;
  /** Rule or model, and its score. */
  readonly why: string;
  /** Ties it to a date on the line or a point on the map. */
  readonly tied?: string;
}

/** A run of characters under the same statements and marks. Statements are named by their place in the list given. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** Statements whose content covers it, outermost first. */
  readonly contents: readonly number[];
  readonly source: number | null;
  readonly cue: number | null;
  readonly mark: Mark | null;
  /** Statements whose content begins here. */
  readonly begins: readonly number[];
}

export interface Paragraph {
  readonly start: number;
  readonly end: number;
  readonly segments: readonly Segment[];
}

type Role = 'content' | 'source' | 'cue';
interface Range {
  readonly start: number;
  readonly end: number;
  readonly role: Role | 'mark';
  readonly index: number;
}

/** Ranges that stand in the text and hold something: what a reader of another version got wrong must not break the page. */
const within = (length: number) => (range: Range) => range.start >= 0 && range.start < range.end && range.end <= length;

function rangesOf(statements: readonly LedgerStatement[], marks: readonly Mark[]): Range[] {
  const ranges = statements.flatMap(({ content, source, cue }, index) => {
    const of = (role: Role, spans: readonly (readonly [number, number])[]) => spans.map(([start, end]) => ({ start, end, role, index }));
    return [...of('content', content.spans), ...of('source', source?.spans ?? []), ...of('cue', cue?.spans ?? [])];
  });
  return [...ranges, ...marks.map(({ start, end }, index) => ({ start, end, role: 'mark' as const, index }))];
}

/** The paragraphs of a text, parted by blank lines. */
function* paragraphRanges(text: string): Generator<readonly [number, number]> {
  let start = 0;
  for (const gap of text.matchAll(/\n[ \t]*\n\s*/g)) {
    if (gap.index > start) yield [start, gap.index];
    start = gap.index + gap[0].length;
  }
  if (start < text.length) yield [start, text.length];
}

/**
 * The text as paragraphs of segments: one pass over the sorted ends of all ranges, so a report of thousands of statements
 * stays near linear. Where marks overlap, the one that begins first is shown.
 */
export function paragraphsOf(text: string, statements: readonly LedgerStatement[], marks: readonly Mark[]): readonly Paragraph[] {
  const ranges = rangesOf(statements, marks).filter(within(text.length));
  const opens = [...ranges].sort((a, b) => a.start - b.start);
  const cuts = [...new Set(ranges.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const firsts = new Map<number, number[]>();
  for (const [index, { content }] of statements.entries()) {
    const first = content.spans[0]?.[0];
    if (first !== undefined) firsts.set(first, [...(firsts.get(first) ?? []), index]);
  }

  let open: Range[] = [];
  let nextOpen = 0;
  let nextCut = 0;
  return [...paragraphRanges(text)].map(([start, end]) => {
    const segments: Segment[] = [];
    let at = start;
    while (at < end) {
      while (nextCut < cuts.length && (cuts[nextCut] as number) <= at) nextCut += 1;
      const to = Math.min(end, cuts[nextCut] ?? end);
      for (; nextOpen < opens.length && (opens[nextOpen] as Range).start <= at; nextOpen += 1) open.push(opens[nextOpen] as Range);
      open = open.filter((range) => range.end > at);
      segments.push(segmentOf(at, to, open, statements, marks, firsts.get(at) ?? []));
      at = to;
    }
    return { start, end, segments };
  });
}

function segmentOf(
  start: number,
  end: number,
  open: readonly Range[],
  statements: readonly LedgerStatement[],
  marks: readonly Mark[],
  begins: readonly number[],
): Segment {
  const depth = (index: number): number => statements[index]?.depth ?? 0;
  const of = (role: Range['role']): number[] => open.filter((range) => range.role === role).map(({ index }) => index);
  // The innermost statement's source and cue are shown where two claim the same words.
  const innermost = (indexes: number[]): number | null =>
    indexes.reduce<number | null>((best, index) => (best === null || depth(index) > depth(best) ? index : best), null);
  const mark = of('mark')[0];
  return {
    start,
    end,
    contents: [...new Set(of('content'))].sort((a, b) => depth(a) - depth(b) || a - b),
    source: innermost(of('source')),
    cue: innermost(of('cue')),
    mark: mark === undefined ? null : (marks[mark] ?? null),
    begins,
  };
}

/** In the order of the text; an outer statement before what stands in it. */
export const inTextOrder = (statements: readonly LedgerStatement[]): LedgerStatement[] =>
  [...statements].sort((a, b) => (a.content.spans[0]?.[0] ?? 0) - (b.content.spans[0]?.[0] ?? 0) || a.depth - b.depth);

/** Statements with the ones that stand in them. One whose outer statement is not in the list stands by itself. */
export interface Branch {
  readonly index: number;
  readonly inner: readonly Branch[];
}

export function branchesOf(statements: readonly Pick<ReportDetail['statements'][number], 'id' | 'within'>[]): readonly Branch[] {
  const indexOf = new Map(statements.map(({ id }, index) => [id, index]));
  const inner = new Map<number, number[]>();
  const outer: number[] = [];
  for (const [index, { within }] of statements.entries()) {
    const parent = within === null ? undefined : indexOf.get(within);
    if (parent === undefined || parent === index) outer.push(index);
    else inner.set(parent, [...(inner.get(parent) ?? []), index]);
  }
  const reached = new Set<number>();
  const branch = (index: number): Branch => {
    reached.add(index);
    return { index, inner: (inner.get(index) ?? []).map(branch) };
  };
  const branches = outer.map(branch);
  // Statements that stand in one another in a circle are a reader's fault; their notes are shown all the same.
  const circling = statements.flatMap((_, index) => (reached.has(index) ? [] : [{ index, inner: [] }]));
  return [...branches, ...circling];
}
