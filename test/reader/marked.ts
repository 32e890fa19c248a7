import type { Span } from '../../src/model/index.ts';

/** A sentence with its [source], {cue} and <content> marked, taken apart. */
export interface Marked {
  readonly text: string;
  readonly source: Span[];
  readonly cue: Span[];
  readonly content: Span[];
}

const ROLES = { '[': 'source', '{': 'cue', '<': 'content' } as const;
const CLOSERS: Readonly<Record<string, string>> = { ']': '[', '}': '{', '>': '<' };

/** Reads the marks off: `[Orr] {said} <it was late>.` */
export function readMarks(marked: string): Marked {
  const spans: Record<'source' | 'cue' | 'content', Span[]> = { source: [], cue: [], content: [] };
  const open: Record<string, number> = {};
  let text = '';
  for (const char of marked) {
    if (char in ROLES) open[char] = text.length;
    else if (char in CLOSERS) {
      const opener = CLOSERS[char] as keyof typeof ROLES;
      spans[ROLES[opener]].push([open[opener] as number, text.length]);
    } else text += char;
  }
  return { text, ...spans };
}

/** Puts the marks of one attribution back, so that a failing test reads as a sentence. */
export function withMarks(
  text: string,
  found: { source: readonly Span[] | null; cue: readonly Span[] | null; content: readonly Span[] },
): string {
  const inserts: [number, number, string][] = [];
  const mark = (spans: readonly Span[] | null, opener: string, closer: string): void => {
    for (const [start, end] of spans ?? []) inserts.push([end, 0, closer], [start, 1, opener]);
  };
  mark(found.source, '[', ']');
  mark(found.cue, '{', '}');
  mark(found.content, '<', '>');
  inserts.sort((a, b) => b[0] - a[0] || b[1] - a[1]);
  return inserts.reduce((marked, [at, , sign]) => marked.slice(0, at) + sign + marked.slice(at), text);
}
