import type { Block } from './blocks.ts';

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Lines that pages put among an article's paragraphs, by how they begin or what they are. Each row has an example, which is its test. */
export const ASIDES: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    pattern:
      /^(?:related(?: \w+)?|read more|more from \w+|tags?|buyer's guide|see more|see also|also read|read also|read next|don['’]t miss|more on this|watch|also|leggi anche|lire aussi|lee también|lees ook)\s*[:|>–-]/i,
    example: 'Related: The harbour in pictures',
  },
  {
    pattern:
      /^(?:advertisement|advert|anzeige|publicité|publicidad|continue reading(?: below)?|story continues below.{0,40}|article continues below.{0,40}|loading\s?…?\.{0,3}|enlarge(?: image)?|view author archive|close|don['’]t miss)$/i,
    example: 'Story continues below advertisement',
  },
  {
    pattern:
      /^(?:click here (?:to|for)|sign up (?:for|to)|subscribe (?:to|now|here|for)|follow (?:us|me|\S+ on)|like this story|get the .{0,40}app\b|download (?:the|our) .{0,30}app)\b/i,
    example: 'Click here to subscribe to the Courier',
  },
  {
    pattern:
      /^\W{0,3}(?:image|photo|picture|foto|bild|credit|image credit|photo credit|image copyright|image caption|media caption)s?(?:\s+(?:by|courtesy))?\s*[:©(]/i,
    example: '(Image: A. Quill)',
  },
  {
    pattern: /^\W{0,2}(?:image copyright|image caption|media caption|media playback is unsupported)/i,
    example: 'Media playback is unsupported on your device',
  },
  { pattern: /^(?:page|seite|página|pagina|strana|side|sida)\s+\d{1,3}\s*(?:of|von|de|di|av|af|z|\/)\s*\d{1,3}$/i, example: 'Page 2 of 3' },
  { pattern: /^(?:©|copyright|\(c\))\s?.{0,200}$/i, example: '© 2024 Vellmar Courier. All rights reserved.' },
  { pattern: /^.{0,60}(?:getty images|ap photo|afp|shutterstock)\W{0,3}$/i, example: 'Ada Quill/Getty Images' },
  {
    pattern: /^(?:published|updated|posted|last updated|first published|last modified)\b.{0,80}\d/i,
    example: 'Published 14:02, 15 October 2024',
  },
  {
    pattern:
      /^(?:comments?|share|tweet|email|print|save|tags|topics|trending|more|home|news|reply|facebook|twitter|whatsapp)(?:\s*\(?\d*\)?)?:?$/i,
    example: 'Share',
  },
  {
    pattern: /^[Bb][Yy]\s+\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]*){1,3}(?:\s*[|,–-].{0,80})?$/u,
    example: 'By Ada Quill, Vellmar Courier',
  },
];

const isAside = (text: string): boolean => text.length < 300 && ASIDES.some(({ pattern }) => pattern.test(text));

/** A day, a time, a place of publication and nothing else. */
const DATE_LINE =
  /^(?=.{6,80}$)(?=.*\b(?:19|20)\d{2}\b)[^.!?]*?(?:\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d{1,2}\b|\b\d{1,2}\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})[^.!?]*(?:[ap]\.m\.)?[^.!?]*$/i;

/** A line that is only links is a teaser or a label; in running text links are words among others. */
const isLinks = ({ text, linked, tag }: Block): boolean => linked >= 0.8 * text.length && (text.length > 12 || tag === 'LI');

/** What of the article's part is the article: without title, teasers, captions, share lines, and without headings that nothing follows. */
export function keptBlocks(blocks: readonly Block[], titles: readonly string[]): readonly Block[] {
  const known = new Set(titles.map(letters));
  const own = blocks.filter((block, at) => {
    if (block.tag === 'H1') return false;
    if (at < 6 && known.has(letters(block.text))) return false;
    if (isAside(block.text) || isLinks(block)) return false;
    return !((at < 6 || at > blocks.length - 6) && DATE_LINE.test(block.text));
  });
  return own.filter((block, at) => !/^H\d$/.test(block.tag) || (at < own.length - 1 && !/^H\d$/.test(own[at + 1]?.tag ?? 'H1')));
}
