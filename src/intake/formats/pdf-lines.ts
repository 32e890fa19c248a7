/** One line of a page as it is printed. `top` counts from the bottom of the page, in points, as `size` does. */
export interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

/** Lines further apart than this many times their size begin a paragraph. */
const GAP = 1.75;
/** How far in a first line begins, in sizes. */
const INDENT = 0.8;
/** Pages on which a line must come back, at its place, to be a running head or foot. */
const REPEATS = 3;

const likeness = (text: string): string => text.replace(/\d+/g, '#').toLowerCase();
const isPageNumber = (text: string): boolean =>
  /^(?:page|seite|p\.)?\s*[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|\/|von)\s*\d{1,4})?$/i.test(text);

/** The highest and the lowest line of a page, where they stand apart from the rest. */
function edgesOf(lines: readonly PrintedLine[]): ReadonlySet<PrintedLine> {
  const byHeight = [...lines].sort((a, b) => b.top - a.top);
  const pairs = [byHeight.slice(0, 2), byHeight.slice(-2).reverse()];
  return new Set(pairs.flatMap(([edge, next]) => (edge && next && Math.abs(edge.top - next.top) > GAP * edge.size ? [edge] : [])));
}

/** Pages without the lines that come back at the top or bottom of several, and without page numbers there. */
export function withoutRunningHeads(pages: readonly (readonly PrintedLine[])[]): readonly (readonly PrintedLine[])[] {
  const seen = new Map<string, number>();
  const edges = pages.map(edgesOf);
  for (const edge of edges) for (const key of new Set([...edge].map(({ text }) => likeness(text)))) seen.set(key, (seen.get(key) ?? 0) + 1);
  return pages.map((lines, i) =>
    lines.filter((line) => !edges[i]?.has(line) || ((seen.get(likeness(line.text)) ?? 0) < REPEATS && !isPageNumber(line.text))),
  );
}

const endsSentence = (text: string): boolean => /[.!?:…]["”’»)]*$/.test(text);

/** Whether `line` begins a paragraph after `last`: a gap or an indent; or the last one ended a sentence where a column or page did. */
function begins(line: PrintedLine, last: PrintedLine, isNewPage: boolean): boolean {
  if (isNewPage || line.top > last.top) return endsSentence(last.text);
  if (Math.abs(line.size - last.size) > 1) return true;
  return last.top - line.top > GAP * last.size || line.left - last.left > INDENT * line.size;
}

/** Printed lines to paragraphs: words that were cut at a line's end are made whole, columns and pages run on. */
export function paragraphsOfLines(pages: readonly (readonly PrintedLine[])[]): readonly string[] {
  const paragraphs: string[] = [];
  let last: PrintedLine | null = null;
  for (const lines of pages) {
    let isNewPage = true;
    for (const line of lines) {
      const open = paragraphs.length - 1;
      const before = paragraphs[open];
      if (!last || before === undefined || begins(line, last, isNewPage)) paragraphs.push(line.text);
      else if (/\p{L}[-\u00ad]$/u.test(before) && /^\p{Ll}/u.test(line.text)) paragraphs[open] = before.slice(0, -1) + line.text;
      else paragraphs[open] = `${before} ${line.text}`;
      last = line;
      isNewPage = false;
    }
  }
  return paragraphs;
}
