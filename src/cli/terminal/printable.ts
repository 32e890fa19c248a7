// Control characters, bidirectional overrides and isolates: what could move the cursor, recolour the terminal or reorder our own words.
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose.
const UNPRINTABLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Text from a document made safe to print: an escape sequence in an article is shown, never obeyed. Tabs become spaces. */
export const printable = (text: string): string => text.replace(/\t/g, ' ').replace(UNPRINTABLE, '\uFFFD');

/** The same on one line. */
export const oneLine = (text: string): string => printable(text.replace(/\s+/g, ' ').trim());
