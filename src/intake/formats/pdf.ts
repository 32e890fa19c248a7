import { AccordingtoError } from '../../model/index.ts';
import { bytesOf } from '../arrival.ts';
import { candidatesFrom } from './candidates.ts';
import type { Format } from './format.ts';
import { type PrintedLine, paragraphsOfLines, withoutRunningHeads } from './pdf-lines.ts';

interface TextItem {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly height: number;
  readonly transform: readonly number[];
}

interface Info {
  readonly Title?: unknown;
  readonly Author?: unknown;
  readonly CreationDate?: unknown;
}

const MAX_PAGES = 2000;
/** Fewer letters a page than this, and the page is a picture of a page. */
const LETTERS_OF_A_PAGE = 20;

/** The pieces of a page as lines, in the order in which they are printed. */
function linesOf(items: readonly TextItem[]): readonly PrintedLine[] {
  const lines: PrintedLine[] = [];
  let text = '';
  let place: Omit<PrintedLine, 'text'> | null = null;
  const flush = (): void => {
    const words = text.replace(/\s+/g, ' ').trim();
    if (words && place) lines.push({ text: words, ...place });
    text = '';
    place = null;
  };
  for (const item of items) {
    const [, , , , left = 0, top = 0] = item.transform;
    if (place && Math.abs(place.top - top) > place.size / 2) flush();
    if (!place && item.str.trim()) place = { left, top, size: item.height || 10 };
    text += item.str;
    if (item.hasEOL) flush();
  }
  flush();
  return lines;
}

const asText = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** `D:20241015073000+02'00'` as ISO 8601. */
const isoOf = (date: string | null): string | null => {
  const match = /^D:(\d{8})(\d{6})?(?:([+-]\d{2})'?(\d{2})'?|(Z))?/.exec(date ?? '');
  if (!match?.[1]) return null;
  return match[2] ? `${match[1]}T${match[2]}${match[5] ?? (match[3] ? `${match[3]}:${match[4]}` : '')}` : match[1];
};

/** PDF by its text layer. Nothing in it is run or followed; a scan without text is said to be one. */
export const pdf: Format = {
  name: 'pdf',
  describes: 'PDF with a text layer',
  mediaType: 'application/pdf',
  extensions: ['.pdf'],
  streams: false,
  apart: true,
  recognises: ({ head }) => Buffer.from(head.subarray(0, 1024)).toString('latin1').includes('%PDF-'),
  async *read(arrival, { limits }) {
    const { from } = arrival;
    const raw = await bytesOf(arrival, limits.maxBytes);
    const { getDocumentProxy } = await import('unpdf');
    const pages: (readonly PrintedLine[])[] = [];
    let info: Info = {};
    try {
      // The parser takes the bytes it is given for its own: it gets a copy.
      const document = await getDocumentProxy(new Uint8Array(raw), { isEvalSupported: false, verbosity: 0 });
      info = ((await document.getMetadata()).info ?? {}) as Info;
      for (let number = 1; number <= Math.min(document.numPages, MAX_PAGES); number++) {
        const content = await (await document.getPage(number)).getTextContent();
        pages.push(linesOf(content.items.filter((item): item is typeof item & TextItem => 'str' in item)));
      }
      await document.destroy();
    } catch (cause) {
      const name = cause instanceof Error ? cause.name : '';
      if (name === 'PasswordException')
        throw new AccordingtoError('INTAKE_UNSUPPORTED', { from, what: 'locked with a password' }, { cause });
      throw new AccordingtoError('INTAKE_DAMAGED', { from, reason: 'it is no whole PDF' }, { cause });
    }
    const letters = pages.flat().reduce((sum, { text }) => sum + text.length, 0);
    if (letters < LETTERS_OF_A_PAGE * pages.length)
      throw new AccordingtoError('INTAKE_UNSUPPORTED', { from, what: 'a scan without a text layer' });
    const text = paragraphsOfLines(withoutRunningHeads(pages)).join('\n\n');
    const candidates = candidatesFrom('properties', {
      title: asText(info.Title),
      byline: asText(info.Author),
      published: isoOf(asText(info.CreationDate)),
    });
    yield { kind: 'article', text, candidates, warnings: [], raw, mediaType: 'application/pdf' };
  },
};
