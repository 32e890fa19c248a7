import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP of the members, made here so that tests need no program. `lie` states sizes that are not so. */
export function zipOf(members: Readonly<Record<string, string | Uint8Array>>, { lie }: { readonly lie?: number } = {}): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(members)) {
    const data = Buffer.from(content as string);
    const packed = deflateRawSync(data);
    const title = Buffer.from(name);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(data), 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(lie ?? data.length, 8);
    const local = Buffer.concat([
      Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 8, 8, 0, 0, 0, 0, 0]),
      sizes,
      Buffer.from([title.length, 0, 0, 0]),
      title,
      packed,
    ]);
    const tail = Buffer.alloc(18);
    tail.writeUInt16LE(title.length, 0);
    tail.writeUInt32LE(at, 14);
    directory.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0, 20, 0, 0, 8, 8, 0, 0, 0, 0, 0]), sizes, tail, title]));
    locals.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, listed, end]);
}

/** A tar of the members. */
export function tarOf(members: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(members).flatMap(([name, content]) => {
    const data = Buffer.from(content);
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(data.length.toString(8).padStart(11, '0'), 124);
    header.write('0', 156);
    header.write('ustar', 257);
    return [header, data, Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

/** A WARC of pages, each a whole HTTP answer. */
export function warcOf(pages: readonly { readonly url: string; readonly head: string; readonly body: Uint8Array | string }[]): Buffer {
  return Buffer.concat(
    pages.flatMap(({ url, head, body }) => {
      const block = Buffer.concat([Buffer.from(`${head}\r\n\r\n`), Buffer.from(body as string)]);
      const lines = [
        'WARC/1.1',
        'WARC-Type: response',
        `WARC-Target-URI: ${url}`,
        'WARC-Date: 2024-10-15T08:00:00Z',
        'Content-Type: application/http; msgtype=response',
      ];
      return [Buffer.from(`${[...lines, `Content-Length: ${block.length}`].join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')];
    }),
  );
}

/** A PDF whose pages hold the lines, each `[left, top, words]` in points, in Helvetica of 11 points. */
export function pdfOf(pages: readonly (readonly (readonly [number, number, string])[])[]): Buffer {
  const objects: string[] = [];
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  objects.push('<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  pages.forEach((lines, i) => {
    const stream = lines
      .map(([left, top, words]) => `BT /F1 11 Tf 1 0 0 1 ${left} ${top} Tm (${words.replace(/[\\()]/g, '\\$&')}) Tj ET`)
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  });
  objects.push("<< /Title (Barge strikes pier) /Author (Ada Quill) /CreationDate (D:20241015073000+02'00') >>");
  let source = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = source.length;
    source += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const start = source.length;
  source += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}`;
  source += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(source, 'latin1');
}

/** A DOCX of the paragraphs. */
export const docxOf = (paragraphs: readonly string[]): Buffer =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text.slice(0, 10)}</w:t></w:r><w:del><w:r><w:delText>deleted</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">${text.slice(10)}</w:t></w:r></w:p>`).join('')}</w:body></w:document>`,
    'docProps/core.xml':
      '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Barge strikes pier</dc:title><dc:creator>Ada Quill</dc:creator></cp:coreProperties>',
  });

/** An ODT of the paragraphs. */
export const odtOf = (paragraphs: readonly string[]): Buffer =>
  zipOf({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${paragraphs.map((text) => `<text:p>${text}</text:p>`).join('')}</office:text></office:body></office:document-content>`,
    'meta.xml':
      '<office:document-meta xmlns:office="o" xmlns:dc="d"><office:meta><dc:title>Barge strikes pier</dc:title><dc:creator>Ada Quill</dc:creator></office:meta></office:document-meta>',
  });
