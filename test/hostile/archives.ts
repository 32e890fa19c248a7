import { gzipSync } from 'node:zlib';
import { type HostileCase, MEBIBYTE, page, WORDS } from './case.ts';
import { type Entry, zipFile } from './zips.ts';

const text = (name: string, extra: Partial<Entry> = {}): Entry => ({ name, data: `${name.length}. ${WORDS}`, ...extra });
const good = text('good.txt');
/** More than is allowed in every way, and no more than it takes a moment to pack. */
const BOMB = 24 * MEBIBYTE;
const large = Buffer.alloc(BOMB);
const nested = (levels: number, pack: (inner: Uint8Array) => Uint8Array): Uint8Array => {
  let inner: Uint8Array = Buffer.from(WORDS);
  for (let i = 0; i < levels; i++) inner = pack(inner);
  return inner;
};
const inZip = (data: Uint8Array): Uint8Array => zipFile([{ name: 'inner', data }]);
const LINK = 0o120777;
const XML = '<?xml version="1.0"?>';
const word = (body: string, more: readonly Entry[] = []): Uint8Array =>
  zipFile([{ name: '[Content_Types].xml', data: '<Types/>' }, { name: 'word/document.xml', data: body }, ...more]);
const wordBody = (inner: string): string => `${XML}<w:document xmlns:w="w"><w:body>${inner}</w:body></w:document>`;
const wordParagraph = `<w:p><w:r><w:t>${WORDS}</w:t></w:r></w:p>`;

export const ZIPS: readonly HostileCase[] = [
  { name: 'zip: one member of 24 MiB in 24 KiB', make: () => zipFile([{ name: 'a', data: large }]), gives: 'INTAKE_EXPANDS' },
  {
    name: 'zip: a member that says 100 bytes and is 10 MiB',
    make: () => zipFile([{ name: 'a', data: Buffer.alloc(10 * MEBIBYTE), size: 100 }, good]),
    gives: 'INTAKE_EXPANDS report',
  },
  { name: 'zip: a member that says 2 GiB', make: () => zipFile([text('a', { size: 0x7fffffff })]), gives: 'INTAKE_EXPANDS' },
  {
    name: 'zip: a thousand directory entries for one body (overlapping)',
    make: () =>
      zipFile(Array.from({ length: 1000 }, (_, i) => ({ name: `${i}`, data: Buffer.alloc(i === 0 ? 100_000 : 1), size: 100_000, at: 0 }))),
    gives: 'INTAKE_EXPANDS',
  },
  { name: 'zip: six archives in one another', make: () => nested(6, inZip), gives: 'INTAKE_TOO_DEEP' },
  { name: 'zip: three archives in one another', make: () => nested(3, inZip), gives: 'report' },
  { name: 'zip: gzip in zip in gzip', make: () => gzipSync(inZip(gzipSync(WORDS))), gives: 'report' },
  { name: 'zip: ../ in a name', make: () => zipFile([text('../../../etc/cron.d/x')]), gives: 'report' },
  { name: 'zip: an absolute name', make: () => zipFile([text('/etc/passwd')]), gives: 'report' },
  {
    name: 'zip: names of another system',
    make: () => zipFile([text('C:\\Windows\\x.txt'), text('\\\\server\\share\\x')]),
    gives: 'report×2',
  },
  { name: 'zip: names of devices', make: () => zipFile([text('CON'), text('aux.txt'), text('COM1:')]), gives: 'report×3' },
  { name: 'zip: a zero in a name', make: () => zipFile([text('a.txt\0.exe')]), gives: 'report', never: '\0' },
  { name: 'zip: writing turned round in a name', make: () => zipFile([text('txt.\u202efdp.exe')]), gives: 'report', never: '\u202e' },
  { name: 'zip: terminal commands in a name', make: () => zipFile([text('\u001b[2J\u001b]0;x\u0007')]), gives: 'report', never: '\u001b' },
  {
    name: 'zip: names that differ by case alone',
    make: () => zipFile([text('A.txt'), { ...text('a.TXT'), data: `2. ${WORDS}` }]),
    gives: 'report×2',
  },
  { name: 'zip: one name twice', make: () => zipFile([text('a'), { ...text('a'), data: `2. ${WORDS}` }]), gives: 'report×2' },
  { name: 'zip: an empty name', make: () => zipFile([text('')]), gives: 'report' },
  { name: 'zip: a name of 60,000 characters', make: () => zipFile([text('a'.repeat(60_000))]), gives: 'report' },
  {
    name: 'zip: a link',
    make: () => zipFile([{ name: 'link.txt', data: '/etc/passwd', mode: LINK }, good]),
    gives: 'report',
    never: 'root:',
  },
  { name: 'zip: nothing but links', make: () => zipFile([{ name: 'l', data: '../../../etc/shadow', mode: LINK }]), gives: 'INTAKE_EMPTY' },
  { name: 'zip: a device', make: () => zipFile([{ name: 'zero', data: WORDS, mode: 0o020666 }]), gives: 'INTAKE_EMPTY' },
  { name: 'zip: a pipe', make: () => zipFile([{ name: 'pipe', data: WORDS, mode: 0o010666 }]), gives: 'INTAKE_EMPTY' },
  { name: 'zip: a locked member', make: () => zipFile([text('a', { flags: 1 }), good]), gives: 'INTAKE_UNSUPPORTED report' },
  { name: 'zip: packed by an unknown method', make: () => zipFile([text('a', { method: 99 }), good]), gives: 'INTAKE_UNSUPPORTED report' },
  { name: 'zip: a wrong check sum', make: () => zipFile([text('a', { crc: 1 }), good]), gives: 'INTAKE_DAMAGED report' },
  {
    name: 'zip: packed bytes that are none',
    make: () => zipFile([{ name: 'a', data: `\xff\xff${WORDS}`, method: 0 }]).map((byte, i) => (i === 8 ? 8 : byte)),
    gives: ['INTAKE_DAMAGED', 'report'],
  },
  { name: 'zip: cut in half', make: () => zipFile([text('a'), good]).subarray(0, 200), gives: 'INTAKE_DAMAGED' },
  { name: 'zip: a directory that stands nowhere', make: () => zipFile([good], { start: 0x7fffffff }), gives: 'INTAKE_DAMAGED' },
  { name: 'zip: a directory of more members than there are', make: () => zipFile([good], { count: 500 }), gives: 'INTAKE_DAMAGED' },
  { name: 'zip: a member that stands nowhere', make: () => zipFile([text('a', { at: 0x7fffffff }), good]), gives: 'INTAKE_DAMAGED report' },
  {
    name: 'zip: a member longer than its file',
    make: () => zipFile([text('a', { packed: 0x7fffff }), good]),
    gives: 'INTAKE_DAMAGED report',
  },
  {
    name: 'zip: a member that stands in the directory',
    make: () => zipFile([text('a', { at: 230 }), good]),
    gives: 'INTAKE_DAMAGED report',
  },
  { name: 'zip: none in it', make: () => zipFile([]), gives: 'INTAKE_EMPTY' },
  {
    name: 'zip: folders alone',
    make: () =>
      zipFile([
        { name: 'a/', data: '' },
        { name: 'a/b/', data: '' },
      ]),
    gives: 'INTAKE_EMPTY',
  },
  {
    name: 'zip: 100,000 members',
    make: () => zipFile(Array.from({ length: 100_000 }, (_, i) => ({ name: `${i}`, data: 'x' }))),
    gives: 'INTAKE_EXPANDS',
    options: { limits: { maxEntries: 10_000 } },
  },
  {
    name: 'zip: 5,000 empty members',
    make: () => zipFile(Array.from({ length: 5000 }, (_, i) => ({ name: `${i}`, data: '' }))),
    gives: 'INTAKE_EMPTY×5000',
  },
  { name: 'zip: what a Macintosh adds', make: () => zipFile([text('__MACOSX/a'), text('._a'), text('.DS_Store'), good]), gives: 'report' },
  {
    name: 'zip: a picture, a program and a report',
    make: () =>
      zipFile([
        { name: 'a.html', data: `\x89PNG${'\0'.repeat(70)}` },
        { name: 'b.txt', data: Buffer.from('\x7fELF\x02\0\0', 'latin1') },
        good,
      ]),
    gives: ['INTAKE_BINARY INTAKE_UNSUPPORTED report', 'INTAKE_UNSUPPORTED×2 report'],
  },
  { name: 'zip: a book', make: () => zipFile([text('mimetype'), text('META-INF/container.xml')]), gives: 'INTAKE_UNSUPPORTED' },
  { name: 'zip: a spreadsheet', make: () => zipFile([text('xl/workbook.xml')]), gives: 'INTAKE_UNSUPPORTED' },
  { name: 'zip: a presentation', make: () => zipFile([text('ppt/presentation.xml')]), gives: 'INTAKE_UNSUPPORTED' },
  { name: 'zip: a program for telephones', make: () => zipFile([text('AndroidManifest.xml')]), gives: 'INTAKE_UNSUPPORTED' },
];

export const OFFICE: readonly HostileCase[] = [
  {
    name: 'docx: entities that grow',
    make: () =>
      word(
        `${XML}<!DOCTYPE x [<!ENTITY a "aaaaaaaaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${wordBody(`${wordParagraph}<w:p><w:r><w:t>&b;</w:t></w:r></w:p>`).slice(XML.length)}`,
      ),
    gives: 'report',
    never: 'aaaaaaaa',
  },
  {
    name: 'docx: an entity that is a file',
    make: () =>
      word(
        `${XML}<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${wordBody(`${wordParagraph}<w:p><w:r><w:t>&a;</w:t></w:r></w:p>`).slice(XML.length)}`,
      ),
    gives: 'report',
    never: 'root:',
  },
  { name: 'docx: 100,000 elements in one another', make: () => word(wordBody('<w:p>'.repeat(100_000))), gives: 'INTAKE_TOO_DEEP' },
  { name: 'docx: a text of 24 MiB', make: () => word(`${wordBody(wordParagraph)}${' '.repeat(BOMB)}`), gives: 'INTAKE_EXPANDS' },
  { name: 'docx: a text that is cut', make: () => word(wordBody(wordParagraph).slice(0, -40)), gives: 'report' },
  { name: 'docx: a text that is no XML', make: () => word('\0\0\0\0'), gives: ['INTAKE_DAMAGED', 'INTAKE_EMPTY'] },
  { name: 'docx: macros', make: () => word(wordBody(wordParagraph), [text('word/vbaProject.bin')]), gives: 'report' },
  {
    name: 'docx: a template from elsewhere',
    make: () =>
      word(wordBody(wordParagraph), [
        text('word/_rels/settings.xml.rels', {
          data: '<Relationships><Relationship TargetMode="External" Target="http://127.0.0.1:9/t.dotm"/></Relationships>',
        }),
      ]),
    gives: 'report',
  },
  {
    name: 'docx: a command in a field',
    make: () => word(wordBody(`${wordParagraph}<w:p><w:r><w:instrText>DDEAUTO c:\\\\x.exe</w:instrText></w:r></w:p>`)),
    gives: 'report',
    never: 'DDEAUTO',
  },
  {
    name: 'odt: a script beside the text',
    make: () =>
      zipFile([
        { name: 'content.xml', data: `<o:document-content xmlns:o="o" xmlns:t="t"><t:p>${WORDS}</t:p></o:document-content>` },
        text('Scripts/python/x.py'),
      ]),
    gives: 'report',
  },
];

/** A tar entry; `size` is what its head says, as it says it. */
const tarEntry = (name: string, data: string, { size, type = '0' }: { readonly size?: string; readonly type?: string } = {}): Buffer => {
  const head = Buffer.alloc(512);
  head.write(name, 0, 100);
  head.write(size ?? Buffer.byteLength(data).toString(8).padStart(11, '0'), 124, 'latin1');
  head.write(type, 156);
  head.write('ustar', 257);
  const body = Buffer.from(data);
  return Buffer.concat([head, body, Buffer.alloc((512 - (body.length % 512)) % 512)]);
};
const tarFile = (...entries: readonly Buffer[]): Buffer => Buffer.concat([...entries, Buffer.alloc(1024)]);
const tarGood = tarEntry('good.txt', WORDS);
const SPECIAL = {
  '1': 'a hard link',
  '2': 'a link',
  '3': 'a character device',
  '4': 'a block device',
  '5': 'a folder',
  '6': 'a pipe',
  S: 'a file with holes',
  x: 'a pax head',
  g: 'a global pax head',
  L: 'a long name',
  V: 'a volume label',
};

export const TARS: readonly HostileCase[] = [
  ...Object.entries(SPECIAL).map(([type, what]) => ({
    name: `tar: ${what}`,
    make: () => tarFile(tarEntry('/etc/passwd', 'linkpath=/etc/shadow', { type }), tarGood),
    gives: 'report',
    never: 'shadow',
  })),
  { name: 'tar: ../ in a name', make: () => tarFile(tarEntry('../../x', WORDS)), gives: 'report' },
  { name: 'tar: an absolute name', make: () => tarFile(tarEntry('/etc/shadow', WORDS)), gives: 'report' },
  { name: 'tar: writing turned round in a name', make: () => tarFile(tarEntry('a\u202etxt.exe', WORDS)), gives: 'report', never: '\u202e' },
  {
    name: 'tar: names that differ by case alone',
    make: () => tarFile(tarEntry('A', WORDS), tarEntry('a', `2 ${WORDS}`)),
    gives: 'report×2',
  },
  { name: 'tar: longer than the file', make: () => tarFile(tarEntry('a', WORDS, { size: '77777777777' })), gives: 'INTAKE_DAMAGED' },
  { name: 'tar: a length that is no number', make: () => tarFile(tarEntry('a', WORDS, { size: 'zzz' })), gives: 'INTAKE_DAMAGED' },
  { name: 'tar: a length below zero', make: () => tarFile(tarEntry('a', WORDS, { size: '-7777777777' })), gives: 'INTAKE_DAMAGED' },
  {
    name: 'tar: a length in base 256',
    make: () => tarFile(tarEntry('a', WORDS, { size: '\x80\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff' })),
    gives: 'INTAKE_DAMAGED',
  },
  { name: 'tar: cut', make: () => tarFile(tarGood, tarEntry('a', WORDS)).subarray(0, 1024 + 600), gives: 'report INTAKE_DAMAGED' },
  {
    name: 'tar: 10,001 members',
    make: () => tarFile(...Array.from({ length: 10_001 }, (_, i) => tarEntry(`${i}`, '', { type: '5' }))),
    gives: ['INTAKE_EXPANDS', 'INTAKE_TOO_LARGE'],
  },
  {
    name: 'tar: six in one another',
    make: () => nested(6, (inner) => tarFile(tarEntry('inner', Buffer.from(inner).toString('latin1')))),
    gives: 'INTAKE_TOO_DEEP',
  },
  { name: 'tar: none in it', make: () => tarFile(tarEntry('a/', '', { type: '5' })), gives: 'INTAKE_EMPTY' },
];

export const GZIPS: readonly HostileCase[] = [
  { name: 'gzip: 24 MiB of nothing', make: () => gzipSync(large), gives: ['INTAKE_EXPANDS', 'INTAKE_BINARY', 'INTAKE_TOO_LARGE'] },
  {
    name: 'gzip: 24 MiB of blanks',
    make: () => gzipSync(Buffer.alloc(BOMB, ' ')),
    gives: ['INTAKE_EXPANDS', 'INTAKE_TOO_LARGE'],
  },
  {
    name: 'gzip: a tar of 24 MiB',
    make: () => gzipSync(tarFile(tarEntry('a', 'a'.repeat(BOMB)))),
    gives: ['INTAKE_EXPANDS', 'INTAKE_TOO_LARGE'],
  },
  {
    name: 'gzip: one line of JSON Lines of 24 MiB',
    make: () => gzipSync(`{"text":"${'a '.repeat(BOMB / 2)}"}\n`),
    gives: ['INTAKE_EXPANDS', 'INTAKE_TOO_LARGE'],
  },
  { name: 'gzip: six in one another', make: () => nested(6, gzipSync), gives: 'INTAKE_TOO_DEEP' },
  { name: 'gzip: cut', make: () => gzipSync(WORDS.repeat(10)).subarray(0, 60), gives: 'INTAKE_DAMAGED' },
  {
    name: 'gzip: a wrong check sum',
    make: () => gzipSync(WORDS).map((byte, i, all) => (i === all.length - 6 ? byte ^ 1 : byte)),
    gives: 'INTAKE_DAMAGED',
  },
  { name: 'gzip: nothing in it', make: () => gzipSync(''), gives: 'INTAKE_EMPTY' },
  { name: 'gzip: a head alone', make: () => Buffer.from([0x1f, 0x8b, 8, 0]), gives: 'INTAKE_DAMAGED' },
  { name: 'gzip: every flag set', make: () => Buffer.from([0x1f, 0x8b, 8, 0xff, 1, 2, 3, 4, 5, 6, 7, 8, 9]), gives: 'INTAKE_DAMAGED' },
  {
    name: 'gzip: rubbish after its end',
    make: () => Buffer.concat([gzipSync(WORDS), Buffer.from('rubbish')]),
    gives: ['report', 'INTAKE_DAMAGED'],
  },
  { name: 'gzip: two, one after the other', make: () => Buffer.concat([gzipSync(WORDS), gzipSync(page(''))]), gives: 'report' },
];
