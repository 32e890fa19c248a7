const OPENING = '“‘«';
const CLOSING = '”’»';
const OPENING_MARKS = `"'${OPENING}`;
const CLOSING_MARKS = `"'${CLOSING}`;

/** Whether the marks within a text open and close in pairs; a straight one opens after a blank, and a "’" that closes nothing is an apostrophe. */
function paired(text: string): boolean {
  let open = 0;
  for (const mark of text.replace(/(^|[\s(])"/gu, '$1“').replace(/"/gu, '”')) {
    if (OPENING.includes(mark)) open += 1;
    else if (CLOSING.includes(mark) && !(mark === '’' && open === 0)) open -= 1;
    if (open < 0) return false;
  }
  return open === 0;
}

/** Without what stands at its ends and is one of these characters or blank. By hand: a pattern for an end is a square over blanks within. */
function bare(text: string, before: string, after: string): string {
  let start = 0;
  let end = text.length;
  const strip = (at: number, marks: string): boolean => marks.includes(text.charAt(at)) || text.charAt(at).trim() === '';
  while (start < end && strip(start, before)) start += 1;
  while (end > start && strip(end - 1, after)) end -= 1;
  return text.slice(start, end);
}

/** Without the marks around the whole, or a mark at one end that has no partner within. */
function unmarked(text: string): string {
  const inner = bare(text, OPENING_MARKS, CLOSING_MARKS);
  if (paired(inner)) return inner;
  const [first, last] = [text.charAt(0), text.at(-1) ?? ''];
  const opens = OPENING_MARKS.includes(first) ? first : '';
  const closes = CLOSING_MARKS.includes(last) ? last : '';
  const kept = [`${inner}${closes}`, `${opens}${inner}`, `${opens}${inner}${closes}`].find(paired);
  return kept ?? inner;
}

/** A statement's words as a sentence of their own: no mark without its partner, no "that" before them, a capital first. */
export function standingAlone(text: string): string {
  const words = bare(unmarked(bare(text, '', ',;')), '', ',;').replace(/^that\s+(?=\S+\s)/i, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
