import { isBinary } from '../encoding/binary.ts';
import { refuseBroken, textDocument } from '../encoding/document.ts';
import { unescaped } from '../html/words.ts';
import { candidatesFrom } from './candidates.ts';
import type { Candidate, Field, Format } from './format.ts';
import { markdownParagraphs } from './markdown-text.ts';

const FRONT = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const KEY = /^([A-Za-z][\w-]{0,40}):[ \t]*(.{0,1000})$/;

/** Marks that Markdown has and plain text has not. */
const STRONG: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /(?<!!)\[[^\]\n]{1,300}\]\((?:https?:|\/|#|mailto:)[^)\n]{1,1000}\)/,
  /!\[[^\]\n]{0,300}\]\([^)\n]{1,1000}\)/,
  /^\[[^\]\n]{1,100}\]:[ \t]+<?https?:\/\//m,
  /^```/m,
];
/** Marks that people put into plain text and mail too. */
const WEAK: readonly RegExp[] = [
  /^.{2,120}\n(?:={3,}|-{3,})[ \t]*$/m,
  /(?<![\w*])\*\*[^*\s][^*\n]{0,200}\*\*(?!\w)/,
  /^> \S/m,
  /^(?:[-*+]|\d{1,3}\.) \S.*\n(?:[-*+]|\d{1,3}\.) \S/m,
];
/** A heading before anything else says it alone. */
const BEGINS = /^\ufeff?\s*# \S.{0,300}\n\s*\n/;
const LOOK = 16_384;

/** What a front matter's keys state. */
const KEYS: Readonly<Record<string, Field>> = {
  title: 'title',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  date: 'published',
  published: 'published',
  publishdate: 'published',
  pubdate: 'published',
  lastmod: 'modified',
  updated: 'modified',
  modified: 'modified',
  url: 'url',
  source: 'url',
  canonical: 'url',
  canonical_url: 'url',
  link: 'url',
  publisher: 'outlet',
  publication: 'outlet',
  outlet: 'outlet',
  site: 'outlet',
  lang: 'language',
  language: 'language',
  section: 'section',
  category: 'section',
};

/** A value of YAML's plain kinds: quoted or not, a list in brackets joined by commas. */
const plainValue = (written: string): string =>
  written
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .split(/,\s*(?=["'])|(?<=["']),\s*/)
    .map((one) => one.trim().replace(/^(["'])(.*)\1$/, '$2'))
    .join(', ');

/** What a front matter states. Only its plain lines are read: nothing of YAML that could refer or expand. */
function stated(front: string): readonly Candidate[] {
  const lines = front.split(/\r?\n/);
  return lines.flatMap((line, at) => {
    const [, key = '', written = ''] = KEY.exec(line) ?? [];
    const field = KEYS[key.toLowerCase()];
    if (!field) return [];
    const items = lines.slice(at + 1, at + 21).map((next) => /^\s{0,8}- +(.{1,300})$/.exec(next)?.[1]);
    const end = items.indexOf(undefined);
    const value = written.trim() ? plainValue(written) : items.slice(0, end < 0 ? items.length : end).join(', ');
    const usable = field === 'url' ? /^https?:/i.test(value) : value !== '';
    return usable ? [{ field, value, from: `front matter ${key}` }] : [];
  });
}

function isMarkdown(head: Uint8Array): boolean {
  const start = Buffer.from(head.subarray(0, LOOK)).toString('utf8').replace(/\r\n?/g, '\n');
  if (/^\ufeff?\s*<(?!https?:)/.test(start)) return false;
  const front = FRONT.exec(start);
  const states = front && stated(front[1] ?? '').length > 0;
  const rest = front ? start.slice(front[0].length) : start;
  if (states || BEGINS.test(rest)) return true;
  const count = (marks: readonly RegExp[]): number => marks.filter((mark) => mark.test(rest)).length;
  const strong = count(STRONG);
  return strong > 0 && strong + count(WEAK) > 1;
}

/** Markdown: its words without its marks, its first heading as title, its front matter as what is known of it. */
export const markdown: Format = {
  name: 'markdown',
  describes: 'Markdown, with what its front matter states',
  mediaType: 'text/markdown',
  extensions: ['.md', '.markdown'],
  streams: false,
  apart: true,
  recognises: ({ head }) => !isBinary(head) && isMarkdown(head),
  async *read(arrival, { limits }) {
    const document = await textDocument(arrival, limits.maxBytes, { markup: false });
    const front = FRONT.exec(document.text);
    const source = front ? document.text.slice(front[0].length) : document.text;
    const { title, paragraphs } = markdownParagraphs(source);
    const text = unescaped(paragraphs.join('\n\n'));
    refuseBroken(text, document, arrival.from);
    const candidates = [...stated(front?.[1] ?? ''), ...candidatesFrom('heading', { title: title && unescaped(title) })];
    yield { kind: 'article', text, candidates, warnings: document.warnings, raw: document.bytes, mediaType: 'text/markdown' };
  },
};
