import { type HostileCase, MEBIBYTE, page, WORDS } from './case.ts';
import { zipFile } from './zips.ts';

const many = (what: string, times: number): string => what.repeat(times);
const line = (fields: object): string => `${JSON.stringify(fields)}\n`;
const good = line({ id: 'good', text: WORDS });

const LINES: readonly HostileCase[] = [
  { name: 'jsonl: a line of 5 MiB', make: () => line({ text: many('a ', 2.5 * MEBIBYTE) }) + good, gives: 'INTAKE_TOO_LARGE report' },
  { name: 'jsonl: arrays 100,000 deep', make: () => `{"text":${many('[', 100_000)}\n${good}`, gives: 'INTAKE_BAD_JSON report' },
  {
    name: 'jsonl: objects 100,000 deep, closed',
    make: () => `{"x":${many('{"a":', 100_000)}1${many('}', 100_000)},"text":"${WORDS}"}\n${good}`,
    gives: 'report×2',
  },
  { name: 'jsonl: a page 100,000 deep', make: () => line({ html: many('<div>', 100_000) }) + good, gives: 'INTAKE_TOO_DEEP report' },
  { name: 'jsonl: a page without an article', make: () => line({ html: '<html></html>' }) + good, gives: 'INTAKE_NO_ARTICLE report' },
  {
    name: 'jsonl: bytes that are no UTF-8',
    make: () => Buffer.concat([Buffer.from('{"text":"caf\xe9"}\n', 'latin1'), Buffer.from(good)]),
    gives: 'INTAKE_BAD_JSON report',
  },
  { name: 'jsonl: half a character', make: () => `{"text":"${WORDS} \\ud800"}\n`, gives: 'report' },
  {
    name: 'jsonl: reaches for prototypes',
    make: () => `{"__proto__":{"text":"x"},"constructor":1,"text":"${WORDS}"}\n`,
    gives: 'report',
    holds: 'harbour',
  },
  { name: 'jsonl: a text by inheritance alone', make: () => '{"__proto__":{"text":"inherited"}}\n', gives: 'INTAKE_BAD_RECORD' },
  {
    name: 'jsonl: a text that is a number, nothing, a list',
    make: () => line({ text: 1 }) + line({ text: null }) + line({ text: ['a'] }),
    gives: 'INTAKE_BAD_RECORD×3',
  },
  { name: 'jsonl: an empty text', make: () => line({ text: '' }) + line({ text: ' \n ' }) + good, gives: 'INTAKE_EMPTY×2 report' },
  { name: 'jsonl: cut', make: () => `${good}{"text":"${WORDS}`, gives: 'report INTAKE_BAD_JSON' },
  { name: 'jsonl: what no line of ours is', make: () => `[1]\n"a"\n1\nnull\ntrue\n${good}`, gives: 'INTAKE_BAD_RECORD×5 report' },
  { name: 'jsonl: an address that is a script', make: () => line({ text: WORDS, url: 'javascript:alert(1)' }), gives: 'report' },
  {
    name: 'jsonl: a day that is none',
    make: () => line({ text: WORDS, published: '2024-02-31' }) + line({ text: `2 ${WORDS}`, published: many('9', 100_000) }),
    gives: 'report×2',
  },
  { name: 'jsonl: 20,000 blank lines', make: () => many('\n', 20_000) + good, gives: 'report' },
];

export const JSON_LINES: readonly HostileCase[] = LINES.map((one) => ({ ...one, options: { jsonl: true } }));

const head = `From: a@x.example\r\nTo: b@x.example\r\nSubject: Barge\r\nDate: Tue, 15 Oct 2024 07:30:00 +0200\r\n`;
const multipart = (boundary: string, inner: string): string =>
  `Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n--${boundary}\r\n${inner}\r\n--${boundary}--\r\n`;
const attached = (bytes: Uint8Array, name: string): string =>
  `${head}${multipart('b', `Content-Type: text/plain\r\n\r\n${WORDS}\r\n--b\r\nContent-Type: application/zip\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(bytes).toString('base64')}`)}`;

export const MAILS: readonly HostileCase[] = [
  {
    name: 'mail: thirty parts in one another',
    make: () => head + Array.from({ length: 30 }).reduce((inner: string, _, i) => multipart(`b${i}`, inner), `\r\n${WORDS}`),
    gives: 'INTAKE_TOO_DEEP',
  },
  {
    name: 'mail: 2,000 parts',
    make: () => `${head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${many('--b\r\n\r\nx\r\n', 2000)}--b--`,
    gives: 'INTAKE_TOO_DEEP',
  },
  { name: 'mail: no boundary', make: () => `${head}Content-Type: multipart/mixed\r\n\r\n${WORDS}`, gives: ['report', 'INTAKE_NO_ARTICLE'] },
  {
    name: 'mail: a boundary of nothing',
    make: () => `${head}Content-Type: multipart/mixed; boundary=""\r\n\r\n--\r\n\r\n${WORDS}`,
    gives: ['report', 'INTAKE_NO_ARTICLE'],
  },
  {
    name: 'mail: a boundary that is an expression',
    make: () => `${head}${multipart('(a+)+$[', `\r\n${WORDS}`)}`,
    gives: ['report', 'INTAKE_NO_ARTICLE'],
  },
  { name: 'mail: no body', make: () => head, gives: 'INTAKE_NO_ARTICLE' },
  { name: 'mail: 100,000 heads', make: () => `${head}${many('X-A: b\r\n', 100_000)}\r\n${WORDS}`, gives: 'report' },
  { name: 'mail: a head of 3 MiB', make: () => `${head}X-A: ${many('a', 3 * MEBIBYTE)}\r\n\r\n${WORDS}`, gives: 'report' },
  { name: 'mail: 200,000 folded lines', make: () => `${head}X-A: b\r\n${many(' c\r\n', 200_000)}\r\n${WORDS}`, gives: 'report' },
  {
    name: 'mail: encoded words without end',
    make: () => `From: a@x.example\r\nDate: x\r\nSubject: ${many('=?utf-8?q?', 50_000)}\r\n\r\n${WORDS}`,
    gives: 'report',
  },
  {
    name: 'mail: an encoding that there is not',
    make: () => Buffer.from(`${head}Content-Type: text/plain; charset=made-up\r\n\r\n${WORDS} \xe9`, 'latin1'),
    gives: 'INTAKE_UNKNOWN_ENCODING',
  },
  {
    name: 'mail: base64 that is none',
    make: () => `${head}Content-Transfer-Encoding: base64\r\n\r\n!!!!`,
    gives: ['INTAKE_NO_ARTICLE', 'report'],
  },
  {
    name: 'mail: a bomb attached',
    make: () => attached(zipFile([{ name: 'a', data: Buffer.alloc(24 * MEBIBYTE) }]), 'a.zip'),
    gives: 'report INTAKE_EXPANDS',
  },
  {
    name: 'mail: a name of an attachment that leads away',
    make: () => attached(zipFile([{ name: 'a', data: `2 ${WORDS}` }]), '../../../etc/x.zip'),
    gives: 'report×2',
  },
  {
    name: 'mail: a name of an attachment turned round',
    make: () => attached(zipFile([{ name: 'a', data: `2 ${WORDS}` }]), 'a\u202epiz.exe'),
    gives: 'report×2',
    never: '\u202e',
  },
  {
    name: 'mail: a picture that tells who reads',
    make: () => `${head}Content-Type: text/html\r\n\r\n<p>${WORDS}</p><img src="http://127.0.0.1:9/seen.gif">`,
    gives: 'report',
  },
  {
    name: 'mbox: one bad mail among good ones',
    make: () =>
      [`${head}\r\n${WORDS}`, head, `${head}\r\n2 ${WORDS}`]
        .map((one) => `From a@x.example Tue Oct 15 07:30:00 2024\r\n${one}\r\n`)
        .join(''),
    gives: 'report INTAKE_NO_ARTICLE report',
  },
  {
    name: 'mbox: 20,000 lines that begin as one',
    make: () => `From a@x.example Tue Oct 15 07:30:00 2024\r\n${head}\r\n${many('From the desk of somebody we know\r\n', 20_000)}`,
    gives: ['report'],
  },
];

const pdfOf = (...objects: readonly string[]): string => {
  let source = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = source.length;
    source += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return `${source}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${source.length}\n%%EOF`;
};
const stream = (dictionary: string, data: string): string => `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`;
const shown = `BT /F1 11 Tf 60 700 Td (${WORDS}) Tj ET`;
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const onePage = (contents: string, { catalog = '', page: more = '' } = {}): string =>
  pdfOf(
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [4 0 R] /Count 1 >>',
    FONT,
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> ${more} >>`,
    contents,
  );
const REFUSED = ['INTAKE_DAMAGED', 'INTAKE_UNSUPPORTED', 'INTAKE_EMPTY', 'INTAKE_TOO_SLOW', 'INTAKE_TOO_MUCH_MEMORY'];
const bomb = (): string => 'x'.repeat(10);

export const PDFS: readonly HostileCase[] = [
  {
    name: 'pdf: pages that hold themselves',
    make: () => pdfOf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>'),
    gives: REFUSED,
  },
  {
    name: 'pdf: pages in a circle',
    make: () =>
      pdfOf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'),
    gives: REFUSED,
  },
  {
    name: 'pdf: two thousand million pages',
    make: () => pdfOf('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 2147483647 >>'),
    gives: REFUSED,
  },
  {
    name: 'pdf: a table of places before itself',
    make: () => `%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Root 1 0 R /Prev 9 >>\nstartxref\n9\n%%EOF`,
    gives: REFUSED,
  },
  { name: 'pdf: a catalogue that is itself', make: () => pdfOf('1 0 R'), gives: REFUSED },
  {
    name: 'pdf: a length that is its own',
    make: () => onePage('<< /Length 5 0 R >>\nstream\nBT ET\nendstream'),
    gives: [...REFUSED, 'report'],
  },
  {
    name: 'pdf: a length of two thousand million',
    make: () => onePage(`<< /Length 2147483647 >>\nstream\n${shown}\nendstream`),
    gives: ['report', ...REFUSED],
  },
  {
    name: 'pdf: arrays 100,000 deep',
    make: () => onePage(stream('', `${many('[', 100_000)} ${shown}`)),
    gives: [...REFUSED, 'report', 'INTAKE_PARSER_FAILED'],
  },
  {
    name: 'pdf: a catalogue 100,000 deep',
    make: () => pdfOf(`<< /Type /Catalog /X ${many('<< /A ', 100_000)}`),
    gives: [...REFUSED, 'INTAKE_PARSER_FAILED'],
  },
  {
    name: 'pdf: a hundred filters one after the other',
    make: () => onePage(stream(`/Filter [${many('/FlateDecode ', 100)}]`, 'x')),
    gives: [...REFUSED, 'report'],
  },
  { name: 'pdf: 2,000 states kept', make: () => onePage(stream('', `${many('q\n', 2_000)}${shown}`)), gives: ['report', ...REFUSED] },
  {
    name: 'pdf: a script that runs when it is opened',
    make: () => onePage(stream('', shown), { catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }),
    gives: 'report',
    never: 'app.alert',
  },
  {
    name: 'pdf: a program to start',
    make: () => onePage(stream('', shown), { catalog: '/OpenAction << /S /Launch /F (/bin/sh) >>' }),
    gives: 'report',
  },
  {
    name: 'pdf: an address to send to',
    make: () => onePage(stream('', shown), { page: '/AA << /O << /S /SubmitForm /F (http://127.0.0.1:9/) >> >>' }),
    gives: 'report',
  },
  { name: 'pdf: a picture of a page', make: () => onePage(stream('', '0 0 595 842 re f')), gives: 'INTAKE_UNSUPPORTED' },
  {
    name: 'pdf: a page of no size',
    make: () => onePage(stream('', shown)).replace('[0 0 595 842]', '[0 0 000 000]'),
    gives: ['report', ...REFUSED],
  },
  {
    name: 'pdf: no table of places',
    make: () =>
      onePage(stream('', shown))
        .replace(/xref\n0 6[\s\S]*trailer/, 'trailer')
        .replace(/startxref\n\d+/, 'startxref\n0'),
    gives: ['report', ...REFUSED],
  },
  {
    name: 'pdf: locked',
    make: () =>
      onePage(stream('', shown)).replace(
        '/Root 1 0 R',
        '/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /U (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /P -4 >> /ID [(a)(a)]',
      ),
    gives: REFUSED,
  },
  { name: 'pdf: cut', make: () => onePage(stream('', shown)).slice(0, 300), gives: REFUSED },
  { name: 'pdf: a head alone', make: () => '%PDF-1.7', gives: REFUSED },
  { name: 'pdf: a page that says that it is one', make: () => `%PDF-1.4${page('')}${bomb()}`, gives: REFUSED },
];

export const RTFS: readonly HostileCase[] = [
  { name: 'rtf: 500,000 groups in one another', make: () => `{\\rtf1 ${WORDS}${many('{', 500_000)}`, gives: 'report' },
  { name: 'rtf: 500,000 ends', make: () => `{\\rtf1 ${WORDS}${many('}', 500_000)}`, gives: 'report' },
  {
    name: 'rtf: an object to run',
    make: () => `{\\rtf1 ${WORDS}{\\object\\objautlink\\objupdate{\\*\\objdata d0cf11e0steal}}}`,
    gives: 'report',
    never: 'steal',
  },
  {
    name: 'rtf: a template from elsewhere',
    make: () => `{\\rtf1{\\*\\template http://127.0.0.1:9/steal.dot}${WORDS}}`,
    gives: 'report',
    never: 'steal',
  },
  {
    name: 'rtf: a command in a field',
    make: () => `{\\rtf1 ${WORDS}{\\field{\\*\\fldinst DDEAUTO steal}{\\fldrslt shown}}}`,
    gives: 'report',
    never: 'steal',
  },
  {
    name: 'rtf: numbers past all bounds',
    make: () => `{\\rtf1\\uc9999999999 \\u99999999999? \\bin2147483647 ${WORDS} and more and more and more}`,
    gives: ['report', 'INTAKE_EMPTY'],
  },
  { name: 'rtf: letters in half a mile of codes', make: () => `{\\rtf1 ${WORDS}${many("\\'e9", 200_000)}}`, gives: 'report' },
  { name: 'rtf: nothing', make: () => '{\\rtf1}', gives: 'INTAKE_EMPTY' },
];

const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

export const TEXTS: readonly HostileCase[] = [
  { name: 'text: a line of 3 MiB', make: () => many('a', 3 * MEBIBYTE), gives: 'report' },
  { name: 'text: 3 MiB of blanks and a letter', make: () => `${many(' ', 3 * MEBIBYTE)}x`, gives: 'report' },
  { name: 'text: 3 MiB of tabs, each line a blank', make: () => `${WORDS}${many('\t \n', MEBIBYTE)}x`, gives: 'report' },
  { name: 'text: 3 MiB of line ends', make: () => `${WORDS}${many('\r\n', 1.5 * MEBIBYTE)}${WORDS}`, gives: 'report' },
  { name: 'text: 5 MiB', make: () => many('a b ', 1.25 * MEBIBYTE + 1), gives: 'INTAKE_TOO_LARGE' },
  { name: 'text: blanks alone', make: () => ' \n\t\u00a0\u3000 ', gives: 'INTAKE_EMPTY' },
  { name: 'text: signs of no width alone', make: () => '\u200b\u200c\u200d\ufeff', gives: ['INTAKE_EMPTY', 'report'] },
  { name: 'text: a byte order mark alone', make: () => Buffer.from([0xef, 0xbb, 0xbf]), gives: 'INTAKE_EMPTY' },
  {
    name: 'text: UTF-16 with half a character',
    make: () => Buffer.concat([utf16(WORDS), Buffer.from([0x41])]),
    gives: ['report', 'INTAKE_BROKEN_TEXT'],
  },
  { name: 'text: UTF-16 with half a pair', make: () => utf16(`${WORDS}\ud800`), gives: ['report', 'INTAKE_BROKEN_TEXT'] },
  { name: 'text: UTF-16 without a mark', make: () => Buffer.from(WORDS, 'utf16le'), gives: 'INTAKE_BINARY' },
  {
    name: 'text: UTF-8 written too long',
    make: () => Buffer.concat([Buffer.from(`${WORDS} “é” é é é `), Buffer.from([0xc0, 0xaf])]),
    gives: 'INTAKE_BROKEN_TEXT',
  },
  {
    name: 'text: UTF-8 cut in a character',
    make: () => Buffer.concat([Buffer.from(`${WORDS} é é `), Buffer.from([0xe2, 0x80])]),
    gives: 'INTAKE_BROKEN_TEXT',
  },
  { name: 'text: every byte there is', make: () => Buffer.from(Array.from({ length: 4096 }, (_, i) => i % 256)), gives: 'INTAKE_BINARY' },
  { name: 'text: commands to a terminal', make: () => `${WORDS}\u001b]0;owned\u0007\u001b[2J`, gives: ['report', 'INTAKE_BINARY'] },
  { name: 'text: characters that were lost before', make: () => `${WORDS} caf\ufffd`, gives: 'report' },
  { name: 'text: 500,000 marks on one letter', make: () => `${WORDS} e${many('\u0301', 500_000)}`, gives: 'report' },
  { name: 'text: writing turned round', make: () => `${WORDS} \u202edesrever\u202c`, gives: 'report', holds: '\u202e' },
  { name: 'text: nothing', make: () => '', gives: 'INTAKE_EMPTY' },
];

const magic = (start: string): Buffer => Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(600)]);
const UNREAD = {
  PNG: '\x89PNG\r\n\x1a\n',
  JPEG: '\xff\xd8\xff\xe0',
  GIF: 'GIF89a',
  WebP: 'RIFF\0\0\0\0WEBP',
  TIFF: 'II*\0',
  MP4: '\0\0\0\x18ftypmp42',
  MKV: '\x1aE\xdf\xa3',
  MP3: 'ID3\x04',
  Ogg: 'OggS',
  ELF: '\x7fELF',
  EXE: 'MZ\x90\0',
  DOC: '\xd0\xcf\x11\xe0',
  PostScript: '%!PS-Adobe',
  SQLite: 'SQLite format 3\0',
  '7z': "7z\xbc\xaf'\x1c",
  RAR: 'Rar!\x1a\x07',
  xz: '\xfd7zXZ\0',
  bzip2: 'BZh9',
};

export const TYPES: readonly HostileCase[] = [
  ...Object.entries(UNREAD).map(([name, start]) => ({
    name: `type: ${name} under another name`,
    make: () => magic(start),
    gives: ['INTAKE_UNSUPPORTED', 'INTAKE_BINARY'],
  })),
  { name: 'type: a picture that is a page too', make: () => `GIF89a/*${page('')}*/`, gives: ['report', 'INTAKE_UNSUPPORTED'] },
  {
    name: 'type: a page in front of an archive',
    make: () => Buffer.concat([Buffer.from(page('')), zipFile([{ name: 'a', data: WORDS }])]),
    gives: ['report', 'INTAKE_BINARY'],
  },
  {
    name: 'type: an archive in front of a page',
    make: () => Buffer.concat([zipFile([{ name: 'a', data: WORDS }]), Buffer.from(page(''))]),
    gives: ['report', 'INTAKE_DAMAGED'],
  },
  { name: 'type: a program of letters', make: () => `#!/bin/sh\nrm -rf /\n# ${WORDS}`, gives: 'report' },
];

const record = (
  block: string,
  { length = Buffer.byteLength(block), type = 'response', url = 'https://x.example/1', more = '' } = {},
): string => `WARC/1.1\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\n${more}Content-Length: ${length}\r\n\r\n${block}\r\n\r\n`;
const answer = (head2: string, body: string): string => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${head2}\r\n${body}`;
const goodRecord = record(answer('', page('')), { url: 'https://x.example/good' });

export const WARCS: readonly HostileCase[] = [
  {
    name: 'warc: a length longer than the file',
    make: () => goodRecord + record(answer('', page('')), { length: 999_999 }),
    gives: ['report INTAKE_DAMAGED', 'report×2'],
  },
  {
    name: 'warc: a length shorter than the record',
    make: () => goodRecord + record(answer('', page('')), { length: 50 }),
    gives: ['report INTAKE_DAMAGED', 'report INTAKE_NO_ARTICLE INTAKE_DAMAGED', 'report INTAKE_EMPTY INTAKE_DAMAGED'],
  },
  { name: 'warc: a length below zero', make: () => goodRecord + record('x', { length: -5 }), gives: 'report INTAKE_DAMAGED' },
  { name: 'warc: a length past all bounds', make: () => goodRecord + record('x', { length: 1e300 }), gives: 'report INTAKE_DAMAGED' },
  {
    name: 'warc: a length of a million gigabytes',
    make: () => goodRecord + record('x', { length: 1e15 }),
    gives: 'report INTAKE_TOO_LARGE',
  },
  { name: 'warc: no length', make: () => `${goodRecord}WARC/1.1\r\nWARC-Type: response\r\n\r\nx`, gives: 'report INTAKE_DAMAGED' },
  {
    name: 'warc: 100,000 heads',
    make: () => record(answer('', page('')), { more: many('X-A: b\r\n', 100_000) }),
    gives: ['report', 'INTAKE_DAMAGED'],
  },
  {
    name: 'warc: a head of 3 MiB',
    make: () => record(answer('', page('')), { more: `X-A: ${many('a', 3 * MEBIBYTE)}\r\n` }),
    gives: 'report',
  },
  {
    name: 'warc: packed bytes that are none',
    make: () => record(answer('Content-Encoding: gzip\r\n', page(''))) + goodRecord,
    gives: 'INTAKE_DAMAGED report',
  },
  {
    name: 'warc: packed five times',
    make: () => record(answer('Content-Encoding: gzip, gzip, gzip, gzip, gzip\r\n', 'x')) + goodRecord,
    gives: 'INTAKE_UNSUPPORTED report',
  },
  {
    name: 'warc: in pieces of lengths that are none',
    make: () => record(answer('Transfer-Encoding: chunked\r\n', `zz\r\n${page('')}`)),
    gives: 'report',
  },
  {
    name: 'warc: in pieces longer than all',
    make: () => record(answer('Transfer-Encoding: chunked\r\n', `fffffff\r\n${page('')}`)),
    gives: 'report',
  },
  {
    name: 'warc: an address that is a script',
    make: () => record(answer('', page('')), { url: 'javascript:alert(1)' }),
    gives: 'report',
    never: '"url":"javascript:',
  },
  {
    name: 'warc: an address that is a file',
    make: () => record(answer('', page('')), { url: 'file:///etc/passwd' }),
    gives: 'report',
    never: '"url":"file:',
  },
  { name: 'warc: no answer of a site', make: () => record('not HTTP at all') + goodRecord, gives: 'report' },
  { name: 'warc: 10,001 records', make: () => many(record('', { type: 'metadata' }), 10_001), gives: 'INTAKE_EXPANDS' },
  { name: 'warc: rubbish between records', make: () => `${goodRecord}rubbish\r\n${goodRecord}`, gives: 'report INTAKE_DAMAGED' },
];
