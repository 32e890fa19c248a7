/** Markup that is no report, by the name of its outermost element. Each has the plain word for it. */
const KINDS: Readonly<Record<string, string>> = {
  smil: 'a presentation of sound and pictures (SMIL)',
  svg: 'a picture (SVG)',
  opml: 'a list of feeds (OPML)',
  package: 'a part of a book (EPUB)',
  ncx: 'a part of a book (EPUB)',
  kml: 'a map (KML)',
  gpx: 'a map (GPX)',
  plist: 'settings (plist)',
  tt: 'subtitles (TTML)',
};
const LOOK = 16_384;
/** A declaration of XML or of a document type, then what stands before the first element; its name, where it comes in time. */
const DECLARED = /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s{0,100}(?:<\?xml\b|<!doctype\b)/i;
const FIRST = /<([a-z_][\w.-]{0,60})(?::([\w.-]{1,60}))?[\s/>]/i;

const startOf = (head: Uint8Array): string => Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, LOOK)).toString('latin1');

/** The plain word for markup whose outermost element says that it is no page, null where it says nothing of the kind. */
export function knownMarkup(head: Uint8Array): string | null {
  const start = startOf(head);
  const [, first = '', second] = FIRST.exec(start) ?? [];
  return start.trimStart().startsWith('<') ? (KINDS[(second ?? first).toLowerCase()] ?? null) : null;
}

/**
 * The plain word for markup that is not read, null where it is none: so that markup is never taken for words. What formats read is asked
 * before this.
 */
export function unreadMarkup(head: Uint8Array): string | null {
  return knownMarkup(head) ?? (DECLARED.test(startOf(head)) ? 'XML of a kind' : null);
}
