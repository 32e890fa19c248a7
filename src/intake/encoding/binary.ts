/** How many of the first bytes are looked at. */
const LOOK = 8192;
/** Control characters that texts do hold: tab, line feed, form feed, carriage return, escape (ISO-2022). */
const TEXTUAL = new Set([0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);

const isWide = (head: Uint8Array): boolean =>
  (head[0] === 0xff && head[1] === 0xfe) ||
  (head[0] === 0xfe && head[1] === 0xff) ||
  (head[0] === 0 && head[1] === 0 && head[2] === 0xfe && head[3] === 0xff);

/** Whether bytes cannot be text in any encoding without zeros: a zero without a byte order mark, or many control characters. */
export function isBinary(head: Uint8Array): boolean {
  if (isWide(head)) return false;
  const looked = head.subarray(0, LOOK);
  let odd = 0;
  for (const byte of looked) {
    if (byte === 0) return true;
    if (byte < 0x20 && !TEXTUAL.has(byte)) odd++;
  }
  return odd * 100 > looked.length;
}

/** Kinds of file that are told by their first bytes and not read, each with the plain word for it. */
const MAGIC: readonly { readonly bytes: readonly number[]; readonly at?: number; readonly what: string }[] = [
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a picture (PNG)' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a picture (JPEG)' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a picture (GIF)' },
  { bytes: [0x52, 0x49, 0x46, 0x46], what: 'a picture, sound or film (RIFF)' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], what: 'a picture (TIFF)' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], what: 'a picture (TIFF)' },
  { bytes: [0x66, 0x74, 0x79, 0x70], at: 4, what: 'a film or picture (MP4, HEIC, AVIF)' },
  { bytes: [0x1a, 0x45, 0xdf, 0xa3], what: 'a film (Matroska, WebM)' },
  { bytes: [0x49, 0x44, 0x33], what: 'sound (MP3)' },
  { bytes: [0x4f, 0x67, 0x67, 0x53], what: 'sound (Ogg)' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'a program (ELF)' },
  { bytes: [0x4d, 0x5a, 0x90, 0x00], what: 'a program (Windows)' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Office file (DOC, XLS, MSG)' },
  { bytes: [0x25, 0x21, 0x50, 0x53], what: 'PostScript' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], what: 'a database (SQLite)' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], what: 'a 7-Zip archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], what: 'a RAR archive' },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a], what: 'packed with xz' },
  { bytes: [0x42, 0x5a, 0x68], what: 'packed with bzip2' },
];

/** The plain word for a kind of file that is never read, null where the first bytes are none of these. */
export function unreadKind(head: Uint8Array): string | null {
  return MAGIC.find(({ bytes, at = 0 }) => bytes.every((byte, i) => head[at + i] === byte))?.what ?? null;
}
