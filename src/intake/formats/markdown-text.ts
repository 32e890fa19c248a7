const HEADING = /^ {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$/;
const ITEM = /^ {0,12}(?:[-*+]|\d{1,9}[.)])[ \t]+(.*)$/;
const FENCE = /^ {0,3}(?:```|~~~)/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const UNDERLINE = /^ {0,3}(=+|-+)[ \t]*$/;
const DEFINITION = /^ {0,3}\[[^\]]{1,300}\]:[ \t]+\S/;
const TABLE_RULE = /^[ \t]*\|?(?:[ \t]*:?-{3,}:?[ \t]*\|)+[ \t]*(?::?-{3,}:?[ \t]*)?$/;

/** Inline marks taken out, their words kept. Pictures go with their captions; a backslash keeps what stands after it. */
export const inlineWords = (text: string): string =>
  text
    .replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => String.fromCodePoint(0xe000 + mark.charCodeAt(0)))
    .replace(/!\[[^\]]{0,500}\](?:\([^)]{0,2000}\)|\[[^\]]{0,200}\])/g, '')
    .replace(/\[\^[^\]]{1,50}\]/g, '')
    .replace(/\[([^[\]]{1,1000})\](?:\([^()]{0,1500}(?:\([^()]{0,500}\)[^()]{0,500})?\)|\[[^\]]{0,200}\])/g, '$1')
    .replace(/<((?:https?:\/\/|mailto:)[^\s<>]{1,1000})>/g, '$1')
    .replace(/<!--[\s\S]{0,2000}?-->|<\/?[a-zA-Z][^<>]{0,500}>/g, '')
    .replace(/(`{1,3})([^`]{1,1000})\1/g, '$2')
    .replace(/(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,1000}?)(?<=\S)\1(?![\w*])/g, '$2')
    .replace(/(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,1000}?)(?<=\S)\1(?![\w_])/g, '$2')
    .replace(/~~(?=\S)([^~\n]{1,1000}?)~~/g, '$1')
    .replace(/[\ue000-\ue07f]/g, (kept) => String.fromCharCode(kept.charCodeAt(0) - 0xe000))
    .replace(/[ \t]+/g, ' ')
    .trim();

interface Words {
  /** The first heading of the first rank, null where there is none before the text. */
  readonly title: string | null;
  readonly paragraphs: readonly string[];
}

/** The paragraphs of a Markdown document: lines of one joined, each item of a list one of its own, quotations without their marks. */
export function markdownParagraphs(source: string): Words {
  const paragraphs: string[] = [];
  let title: string | null = null;
  let open: string[] = [];
  let fenced = false;
  const close = (): void => {
    const words = inlineWords(open.join(' '));
    if (words) paragraphs.push(words);
    open = [];
  };
  const head = (rank: number, text: string): void => {
    close();
    const words = inlineWords(text);
    if (rank === 1 && title === null && paragraphs.length === 0) title = words || null;
    else if (words) paragraphs.push(words);
  };
  for (const written of source.replace(/\r\n?/g, '\n').split('\n')) {
    if (FENCE.test(written)) {
      close();
      fenced = !fenced;
      continue;
    }
    if (fenced) {
      if (written.trim()) paragraphs.push(written.trim());
      continue;
    }
    const line = written.replace(/^ {0,3}(?:>[ \t]?)+/, '');
    const quoted = line !== written;
    const heading = HEADING.exec(line);
    const underline = open.length > 0 && !quoted ? UNDERLINE.exec(line) : null;
    const item = ITEM.exec(line);
    if (heading) head(heading[1]?.length ?? 1, heading[2] ?? '');
    else if (underline) {
      const text = open.join(' ');
      open = [];
      head(underline[1]?.startsWith('=') ? 1 : 2, text);
    } else if (!line.trim() || RULE.test(line) || TABLE_RULE.test(line) || DEFINITION.test(line)) close();
    else if (item) {
      close();
      open = [(item[1] ?? '').replace(/^\[[ xX]\] /, '')];
    } else if (/^[ \t]*\|.*\|[ \t]*$/.test(line)) {
      close();
      open = [line.replace(/^[ \t]*\||\|[ \t]*$/g, '').replace(/\|/g, ' · ')];
      close();
    } else {
      open.push(line.trim());
      // Two blanks, or a backslash, at its end break a line.
      if (/(?: {2}|\\)$/.test(written)) {
        open.push(open.pop()?.replace(/\\$/, '') ?? '');
        close();
      }
    }
  }
  close();
  return { title, paragraphs };
}
