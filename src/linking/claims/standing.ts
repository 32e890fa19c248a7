const OPENING = '“‘«';
const CLOSING = '”’»';

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

/** Without the marks around the whole, or a mark at one end that has no partner within. */
function unmarked(text: string): string {
  const inner = text.replace(/^["'“‘«\s]+/u, '').replace(/["'”’»\s]+$/u, '');
  if (paired(inner)) return inner;
  const closes = text.match(/["”’»]\s*$/u)?.[0].trim() ?? '';
  const opens = text.match(/^\s*["“‘«]/u)?.[0].trim() ?? '';
  const kept = [`${inner}${closes}`, `${opens}${inner}`, `${opens}${inner}${closes}`].find(paired);
  return kept ?? inner;
}

/** A statement's words as a sentence of their own: no mark without its partner, no "that" before them, a capital first. */
export function standingAlone(text: string): string {
  const bare = unmarked(text.trim().replace(/[\s,;]+$/u, ''))
    .replace(/[\s,;]+$/u, '')
    .replace(/^that\s+(?=\S+\s)/i, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
