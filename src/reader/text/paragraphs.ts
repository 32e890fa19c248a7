import type { Span } from '../../model/index.ts';

const SPACE = /\s/u;
const ENDS_A_LINE = /[.!?:;"'”’»)\]…]/u;

/** Lines with their offsets, trimmed of white space; empty ones left out but remembered as `gap` before the next. */
interface Line {
  readonly span: Span;
  readonly afterGap: boolean;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let afterGap = true;
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    let start = from;
    let end = to;
    while (start < end && SPACE.test(text[start] as string)) start += 1;
    while (end > start && SPACE.test(text[end - 1] as string)) end -= 1;
    if (start < end) {
      lines.push({ span: [start, end], afterGap });
      afterGap = false;
    } else afterGap = true;
    from = to + 1;
  }
  return lines;
}

/**
 * Paragraphs as spans without white space at their ends. A blank line always parts them. A single line break does where most lines
 * of the text end like sentences (one paragraph a line); where they do not, the text is wrapped and its line breaks mean nothing.
 */
export function paragraphsOf(text: string): Span[] {
  const lines = linesOf(text);
  const single = lines.filter((_, i) => lines[i + 1]?.afterGap === false);
  const finished = single.filter(({ span }) => ENDS_A_LINE.test(text[span[1] - 1] as string)).length;
  const wrapped = finished * 2 < single.length;
  const paragraphs: Span[] = [];
  for (const { span, afterGap } of lines) {
    const last = paragraphs.at(-1);
    if (last && wrapped && !afterGap) paragraphs[paragraphs.length - 1] = [last[0], span[1]];
    else paragraphs.push(span);
  }
  return paragraphs;
}
