const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
const NARROWLESS = /^(?:\p{M}|[\u200B-\u200D]|\uFE0F)$/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: a colour code begins with one.
const COLOUR_CODES = /\u001B\[[0-9;]*m/g;

/** Columns that text takes on a terminal, colour codes not counted. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text.replace(COLOUR_CODES, '')) {
    if (!NARROWLESS.test(character)) width += WIDE.test(character) ? 2 : 1;
  }
  return width;
}

/** Text broken at spaces into lines of at most `width` columns; a word longer than that is cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ').flatMap((whole) => pieces(whole, width))) {
    const wide = widthOf(word);
    if (line !== '' && used + 1 + wide > width) {
      lines.push(line);
      line = word;
      used = wide;
    } else {
      used += (line === '' ? 0 : 1) + wide;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line);
  return lines;
}

function pieces(word: string, width: number): string[] {
  if (widthOf(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of word) {
    const wide = widthOf(character);
    if (used + wide > width && part !== '') {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += wide;
  }
  parts.push(part);
  return parts;
}

/** Text filled with spaces to `width` columns. */
export const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));

/** Two blocks side by side, the left one `leftWidth` columns wide. */
export function sideBySide(left: readonly string[], right: readonly string[], leftWidth: number, gap: string): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => {
    const note = right[i] ?? '';
    return note === '' ? (left[i] ?? '') : `${pad(left[i] ?? '', leftWidth)}${gap}${note}`;
  });
}
