import chardet from 'chardet';
import iconv from 'iconv-lite';
import { AccordingtoError, type Warning } from '../../model/index.ts';
import { warning } from '../warnings.ts';

/** Text of bytes, and how it was come by. `broken` counts the places that could not be decoded (each shows as U+FFFD). */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly by: 'byte order mark' | 'header' | 'document' | 'valid UTF-8' | 'detection';
  readonly broken: number;
  readonly warnings: readonly Warning[];
}

export interface DecodeHints {
  readonly from: string;
  /** The charset that transport gave. */
  readonly header?: string | null;
  /** The charset that the document itself declares. */
  readonly document?: string | null;
}

const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32le' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32be' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** As the WHATWG Encoding Standard has it: what the web calls Latin-1 or ASCII is read as Windows-1252. */
const SAME_AS: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
  'x-sjis': 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
  'x-gbk': 'gbk',
  gb2312: 'gbk',
};

const normal = (name: string): string => {
  const lower = name
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  return SAME_AS[lower] ?? lower;
};

const markOf = (bytes: Uint8Array) => MARKS.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte));

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const looseUtf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text if the bytes are UTF-8 through and through, else null. */
export function asUtf8(bytes: Uint8Array): string | null {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * How many sequences of more than one byte are well formed, and how many are not.
 * Text in an older encoding has next to none that are well formed; damaged UTF-8 has many.
 */
function utf8Sequences(bytes: Uint8Array): { readonly good: number; readonly bad: number } {
  let good = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const tail = lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    let seen = 0;
    while (seen < tail && ((bytes[i + seen + 1] ?? 0) & 0xc0) === 0x80) seen++;
    // Cut off in the middle of a character: that says nothing against UTF-8.
    if (tail && i + seen + 1 === bytes.length) break;
    if (tail && seen === tail) {
      good++;
      i += tail;
    } else bad++;
  }
  return { good, bad };
}

const count = (text: string, what: string): number => {
  let n = 0;
  for (let at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + 1)) n++;
  return n;
};

function decodeAs(bytes: Uint8Array, encoding: string): { readonly text: string; readonly broken: number } {
  const strict = encoding === 'utf-8' ? asUtf8(bytes) : null;
  if (strict !== null) return { text: strict, broken: 0 };
  const text =
    encoding === 'utf-8' ? looseUtf8.decode(bytes) : iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding);
  return { text, broken: count(text, '\ufffd') };
}

/**
 * Bytes to text: by byte order mark, then what transport says, then what the document says, then by trying UTF-8, then by detection.
 * Bytes that are not what they are said to be are told apart: damaged UTF-8 stays UTF-8 (`broken` counts the places),
 * an older encoding under a wrong label is read as what it is, with a warning.
 * @throws AccordingtoError INTAKE_UNKNOWN_ENCODING where the named encoding is not known or none can be told.
 */
export function decode(bytes: Uint8Array, hints: DecodeHints): Decoded {
  const mark = markOf(bytes);
  if (mark) {
    const { text, broken } = decodeAs(bytes.subarray(mark.bytes.length), mark.encoding);
    return { text, broken, encoding: mark.encoding, by: 'byte order mark', warnings: [] };
  }
  const named = hints.header || hints.document;
  if (!named) return undeclared(bytes, hints.from);
  const by = hints.header ? 'header' : 'document';
  const encoding = normal(named);
  if (!iconv.encodingExists(encoding)) {
    const text = asUtf8(bytes);
    if (text === null) throw new AccordingtoError('INTAKE_UNKNOWN_ENCODING', { from: hints.from, encoding: named.slice(0, 60) });
    const contradicted = warning('intake-encoding-contradicted', { expected: named.slice(0, 60), actual: 'utf-8' });
    return { text, broken: 0, encoding: 'utf-8', by: 'valid UTF-8', warnings: [contradicted] };
  }
  return declared(bytes, encoding, by);
}

function declared(bytes: Uint8Array, encoding: string, by: 'header' | 'document'): Decoded {
  if (encoding === 'utf-8') {
    const decoded = decodeAs(bytes, encoding);
    const { good, bad } = decoded.broken ? utf8Sequences(bytes) : { good: 1, bad: 0 };
    const older = bad > good ? chardet.detect(bytes) : null;
    if (!older || normal(older) === 'utf-8' || !iconv.encodingExists(older)) return { ...decoded, encoding, by, warnings: [] };
    const contradicted = warning('intake-encoding-contradicted', { expected: 'utf-8', actual: older });
    return { ...decodeAs(bytes, normal(older)), encoding: normal(older), by: 'detection', warnings: [contradicted] };
  }
  // Many a page is UTF-8 under an older label; two bytes that happen to be well-formed UTF-8 are rare in any other encoding.
  const text = asUtf8(bytes);
  if (text !== null && utf8Sequences(bytes).good > 0 && !encoding.startsWith('utf-') && !encoding.startsWith('iso-2022')) {
    const contradicted = warning('intake-encoding-contradicted', { expected: encoding, actual: 'utf-8' });
    return { text, broken: 0, encoding: 'utf-8', by: 'valid UTF-8', warnings: [contradicted] };
  }
  return { ...decodeAs(bytes, encoding), encoding, by, warnings: [] };
}

function undeclared(bytes: Uint8Array, from: string): Decoded {
  const text = asUtf8(bytes);
  if (text !== null && !text.includes('\u001b$')) return { text, broken: 0, encoding: 'utf-8', by: 'valid UTF-8', warnings: [] };
  const { good, bad } = utf8Sequences(bytes);
  if (good > bad) return { ...decodeAs(bytes, 'utf-8'), encoding: 'utf-8', by: 'detection', warnings: [] };
  const found = chardet.detect(bytes);
  if (!found || normal(found) === 'utf-8' || !iconv.encodingExists(found)) {
    throw new AccordingtoError('INTAKE_UNKNOWN_ENCODING', { from, encoding: found ?? 'none fits' });
  }
  const encoding = normal(found);
  return { ...decodeAs(bytes, encoding), encoding, by: 'detection', warnings: [warning('intake-encoding-guessed', { actual: encoding })] };
}

const META_BYTES = 4096;
const DECLARED =
  /<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:.-]{1,40})|^\s{0,20}<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}["']([\w:.-]{1,40})/i;

/** The encoding that an HTML or XML document declares in its first 4 KiB, null where it declares none. */
export function declaredIn(head: Uint8Array): string | null {
  const ascii = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, META_BYTES)).toString('latin1');
  const match = DECLARED.exec(ascii);
  const name = match?.[1] ?? match?.[2] ?? null;
  // A document that can be read as ASCII this far is not UTF-16, whatever it says (the WHATWG rule).
  return name && /^utf-?(16|32)/i.test(name) ? 'utf-8' : name;
}

/** The charset of a Content-Type header, null where it names none. */
export function charsetOf(contentType: string | undefined): string | null {
  return /charset\s{0,5}=\s{0,5}"?([\w:.-]{1,40})/i.exec(contentType ?? '')?.[1] ?? null;
}
