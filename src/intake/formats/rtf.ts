import iconv from 'iconv-lite';
import { bytesOf } from '../arrival.ts';
import { candidatesFrom } from './candidates.ts';
import type { Format } from './format.ts';
import { tidyPlain } from './plain.ts';

/** Groups whose words are not the document's: fonts, colours, pictures, notes on the document itself. */
const SILENT = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr footer footerl footerr footnote themedata listtable listoverridetable rsidtbl generator fldinst datastore xmlnstbl'.split(
    ' ',
  ),
);
const BREAKS: Readonly<Record<string, string>> = {
  par: '\n\n',
  sect: '\n\n',
  page: '\n\n',
  line: '\n',
  tab: '\t',
  cell: '\t',
  row: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
};
const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gi;

interface Group {
  readonly silent: boolean;
  /** Characters that stand in for one Unicode character, to be passed over. */
  readonly skip: number;
}

/** The words of RTF. Macros, fields and embedded objects are passed over. */
export function rtfText(source: string): string {
  const codepage = /\\ansicpg(\d{3,5})/.exec(source.slice(0, 500))?.[1] ?? '1252';
  const encoding = iconv.encodingExists(`windows-${codepage}`) ? `windows-${codepage}` : 'windows-1252';
  const stack: Group[] = [];
  let group: Group = { silent: false, skip: 1 };
  let out = '';
  let pending = 0;
  let fresh = false;
  const add = (text: string): void => {
    const left = text.slice(pending);
    pending = Math.max(0, pending - text.length);
    if (!group.silent) out += left;
  };
  for (const [, word, number, hex, symbol, brace, plain] of source.matchAll(TOKEN)) {
    const opening = fresh;
    fresh = false;
    if (brace === '{') {
      stack.push(group);
      fresh = true;
    } else if (brace === '}') group = stack.pop() ?? group;
    else if (symbol === '*') group = { ...group, silent: true };
    else if (symbol !== undefined) add(symbol === '~' ? '\u00a0' : symbol === '_' ? '-' : /[\\{}]/.test(symbol) ? symbol : '');
    else if (hex) add(iconv.decode(Buffer.from(hex, 'hex'), encoding));
    else if (plain) add(plain);
    else if (word === 'u' && number) {
      add(String.fromCharCode((Number(number) + 65_536) % 65_536));
      pending = group.skip;
    } else if (word === 'uc' && number) group = { ...group, skip: Math.min(9, Math.max(0, Number(number))) };
    else if (word && opening && SILENT.has(word)) group = { ...group, silent: true };
    else if (word && BREAKS[word] && !group.silent) out += BREAKS[word];
  }
  return tidyPlain(out);
}

const infoOf = (source: string, name: string): string | undefined =>
  new RegExp(`\\{\\\\info[\\s\\S]{0,4000}?\\{\\\\${name} ([^{}\\\\]{1,300})`).exec(source)?.[1];

export const rtf: Format = {
  name: 'rtf',
  describes: 'rich text (RTF)',
  mediaType: 'application/rtf',
  extensions: ['.rtf'],
  streams: false,
  apart: true,
  recognises: ({ head }) => Buffer.from(head.subarray(0, 5)).toString('latin1') === '{\\rtf',
  async *read(arrival, { limits }) {
    const raw = await bytesOf(arrival, limits.maxBytes);
    const source = Buffer.from(raw).toString('latin1');
    const candidates = candidatesFrom('info', { title: infoOf(source, 'title'), byline: infoOf(source, 'author') });
    yield { kind: 'article', text: rtfText(source), candidates, warnings: [], raw, mediaType: 'application/rtf' };
  },
};
