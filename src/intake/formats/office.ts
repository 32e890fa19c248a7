import { AccordingtoError } from '../../model/index.ts';
import { bytesOf } from '../arrival.ts';
import type { TreeElement } from '../html/tree.ts';
import { candidatesFrom } from './candidates.ts';
import type { Article, Format } from './format.ts';
import { descendants, parseXml } from './xml.ts';
import { type Member, membersOf } from './zipfile.ts';

/** What a document of an office program is told by, and where its words and its head stand. */
interface Office {
  readonly body: string;
  readonly head: string;
  /** Elements that make a paragraph, and what in them is no word of it. */
  readonly paragraphs: readonly string[];
  readonly pieces: readonly string[];
  readonly mediaType: string;
}

const OFFICES: readonly Office[] = [
  {
    body: 'word/document.xml',
    head: 'docProps/core.xml',
    paragraphs: ['p'],
    pieces: ['t', 'tab', 'br'],
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  { body: 'content.xml', head: 'meta.xml', paragraphs: ['p', 'h'], pieces: [], mediaType: 'application/vnd.oasis.opendocument.text' },
];

/** The office document that a ZIP is, null where it is none that is read. */
export const officeOf = (members: readonly Member[]): Office | null =>
  OFFICES.find(({ body }) => members.some(({ name }) => name === body)) ?? null;

const GAPS: Readonly<Record<string, string>> = { tab: '\t', br: '\n' };

function wordsOf(paragraph: TreeElement, pieces: readonly string[]): string {
  if (pieces.length === 0) return paragraph.textContent ?? '';
  return descendants(paragraph, ...pieces)
    .map((piece) => GAPS[piece.tagName.replace(/^.*:/, '').toLowerCase()] ?? piece.textContent ?? '')
    .join('');
}

const textOf = (member: Member | undefined): string => (member ? Buffer.from(member.bytes()).toString('utf8') : '');

/** DOCX and ODT: paragraphs in order; headers, footers, notes and deleted words are other members or elements and are left. */
function officeArticle(office: Office, members: readonly Member[], raw: Uint8Array, from: string): Article {
  const named = (name: string) => members.find((member) => member.name === name);
  const root = parseXml(textOf(named(office.body)), from);
  if (!root) throw new AccordingtoError('INTAKE_DAMAGED', { from, reason: 'its text cannot be read' });
  const text = descendants(root, ...office.paragraphs)
    .map((paragraph) =>
      wordsOf(paragraph, office.pieces)
        .replace(/[^\S\n\t]+/g, ' ')
        .trim(),
    )
    .filter(Boolean)
    .join('\n\n');
  const head = named(office.head) ? parseXml(textOf(named(office.head)), from) : null;
  const stated = (...names: readonly string[]): string | null => (head ? (descendants(head, ...names)[0]?.textContent ?? null) : null);
  const candidates = candidatesFrom('properties', { title: stated('title'), byline: stated('creator', 'initial-creator') });
  return { kind: 'article', text, candidates, warnings: [], raw, mediaType: office.mediaType };
}

/** Documents of office programs. They are ZIPs: told by what is in them, so it is the ZIP's reader that finds them. */
export const office: Format = {
  name: 'office',
  describes: 'documents of office programs (DOCX, ODT)',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extensions: ['.docx', '.odt'],
  streams: false,
  apart: true,
  recognises: () => false,
  async *read(arrival, { limits }) {
    const bytes = await bytesOf(arrival, limits.maxBytes);
    const members = membersOf(bytes, limits, arrival.from);
    const found = officeOf(members);
    if (found) yield officeArticle(found, members, bytes, arrival.from);
  },
};
