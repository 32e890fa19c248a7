const BLANK_LINE = /\n\s*\n/g;
const LINE = /\n+/g;
const ENDS_A_SENTENCE = /[.!?…:;"'”’»)\]]\s*$/u;
/** A text wrapped for a terminal or for mail has lines about this long. */
const [NARROWEST, WIDEST] = [40, 120];

/** The longest of some lengths; a loop, as a call takes no half a million arguments. */
const longest = (lengths: readonly number[]): number => lengths.reduce((most, length) => Math.max(most, length), 0);

/** Whether most lines end within a sentence, so that their ends mean nothing. */
function isWrapped(lines: readonly string[]): boolean {
  const width = longest(lines.map(({ length }) => length));
  const finished = lines.slice(0, -1).filter((line) => ENDS_A_SENTENCE.test(line)).length;
  return width >= NARROWEST && width <= WIDEST && finished * 2 < lines.length - 1;
}

/** Whether a wrapped text's paragraph ends with this line: at a sentence's end, with room left for the next word, or before an indented line. */
function endsParagraph(line: string, next: string, width: number): boolean {
  if (!ENDS_A_SENTENCE.test(line)) return false;
  const [word = ''] = next.trimStart().split(/\s/u);
  return /^\s/u.test(next) || line.trimEnd().length + 1 + word.length <= width;
}

/**
 * Where paragraphs end: at blank lines; at every line's end where a text has no blank line at all, unless it is wrapped. `training/text.py` has
 * this file's twin: keep them alike.
 */
export function breaksOf(text: string): number[] {
  const blank = [...text.matchAll(BLANK_LINE)].map(({ index }) => index);
  if (blank.length > 0) return blank;
  const ends = [...text.matchAll(LINE)].map(({ index }) => index);
  const lines = text.split(LINE);
  if (ends.length === 0 || !isWrapped(lines)) return ends;
  const width = longest(lines.map((line) => line.trimEnd().length));
  return ends.filter((_, i) => endsParagraph(lines[i] as string, lines[i + 1] as string, width));
}
