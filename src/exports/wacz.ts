import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Ledger } from '../ledger/port.ts';
import type { Custody } from '../model/index.ts';
import { createIndexLines, type IndexLines } from './archive/index-lines.ts';
import { headerValue, packRecord, recordId, sha256, type WarcRecord } from './archive/record.ts';

const SOFTWARE = 'accordingto';
/** What no longer holds of bytes whose packing was undone: kept under a name of our own. */
const PACKING = new Set(['content-encoding', 'transfer-encoding', 'content-length']);
const HTTP_NAME = /^[!#$%&'*+.^_`|~0-9a-z-]+$/i;

/** The HTTP head under which the bytes came, as far as it was kept. */
function httpHead(custody: Custody): Buffer {
  const lines = Object.entries(custody.headers)
    .filter(([name]) => HTTP_NAME.test(name) && !/^warc-/i.test(name))
    .map(([name, value]) => `${PACKING.has(name.toLowerCase()) ? `x-${SOFTWARE}-` : ''}${name}: ${headerValue(value)}`);
  return Buffer.from(`${['HTTP/1.1 200 OK', ...lines, `content-length: ${custody.bytes}`].join('\r\n')}\r\n\r\n`, 'utf8');
}

/** Where the bytes were had from, null where they came from no address. */
const fetchedFrom = ({ evidence }: Custody): string | null =>
  evidence.find(({ field, from }) => field === 'url' && from === 'where it was fetched')?.value ?? null;

/** What came in: an answer with its headers, or a file's bytes under the address that it states, else under its hash. */
function original(custody: Custody, raw: Uint8Array): WarcRecord {
  const { report, entry, mediaType, url } = custody;
  const name = `${report} original`;
  const fetched = Object.keys(custody.headers).length > 0 ? fetchedFrom(custody) : null;
  if (fetched === null) {
    const target = url ?? `urn:sha256:${custody.sha256}`;
    return { type: 'resource', target, date: entry.at, name, contentType: mediaType, block: raw, payloadAt: 0 };
  }
  const head = httpHead(custody);
  const block = Buffer.concat([head, raw]);
  return {
    type: 'response',
    target: fetched,
    date: entry.at,
    name,
    contentType: 'application/http;msgtype=response',
    block,
    payloadAt: head.length,
  };
}

/** How it came and what was chosen from it, beside it. */
const chain = (custody: Custody, target: string | null): WarcRecord => ({
  type: 'metadata',
  target,
  date: custody.entry.at,
  name: `${custody.report} custody`,
  contentType: 'application/json',
  block: Buffer.from(JSON.stringify(custody), 'utf8'),
  about: recordId(`${custody.report} original`),
});

async function* records(
  ledger: Ledger,
): AsyncGenerator<{ readonly custody: Custody; readonly raw: Uint8Array; readonly mediaType: string }> {
  for await (const { id } of ledger.each('reports')) {
    const [custody, raw] = await Promise.all([ledger.custody(id), ledger.raw(id)]);
    if (custody && raw) yield { custody, raw: raw.bytes, mediaType: raw.mediaType };
  }
}

/** The archive, record by record; the index and the date of the newest record grow with it. */
async function* warc(ledger: Ledger, index: IndexLines, created: (date: string) => void): AsyncGenerator<Buffer> {
  const { head } = await ledger.about();
  const [newest] = (await ledger.entries({ limit: 1 })).rows;
  const date = newest?.at ?? '1970-01-01T00:00:00.000Z';
  created(date);
  const about = `software: ${SOFTWARE}\r\nformat: WARC File Format 1.1\r\ndescription: a ledger of ${head.sequence} entries; the newest has the hash ${head.hash}\r\n`;
  const first = packRecord({
    type: 'warcinfo',
    target: null,
    date,
    name: `${head.hash} warcinfo`,
    contentType: 'application/warc-fields',
    block: Buffer.from(about, 'utf8'),
  });
  yield first;
  let offset = first.length;
  for await (const { custody, raw, mediaType } of records(ledger)) {
    const record = original(custody, raw);
    const packed = packRecord(record);
    const url = record.target ?? '';
    index.add({ url, date: record.date, mime: mediaType, digest: `sha256:${custody.sha256}`, offset, length: packed.length });
    yield packed;
    const beside = packRecord(chain(custody, record.target));
    yield beside;
    offset += packed.length + beside.length;
  }
}

async function* pages(ledger: Ledger): AsyncGenerator<Buffer> {
  yield Buffer.from(`${JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'Reports' })}\n`);
  for await (const { id, title } of ledger.each('reports')) {
    const custody = await ledger.custody(id);
    const url = custody && (fetchedFrom(custody) ?? custody.url);
    if (url) yield Buffer.from(`${JSON.stringify({ id, url, ts: custody.entry.at, ...(title && { title }) })}\n`);
  }
}

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

/**
 * Everything that came in, as a web archive (WACZ 1.1.1): the bytes with their hashes and headers, beside each how it came and what was
 * chosen from it. Written as it is read; memory does not grow with the ledger.
 */
export async function* exportWacz(ledger: Ledger): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const index = createIndexLines();
  const resources: Resource[] = [];
  const headings: string[] = [];
  let created = '';
  let reading: Readable | null = null;

  /** A member of the archive, stored as it is; its hash and size are noted while it goes by. */
  const add = (path: string, content: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>): void => {
    async function* noted(): AsyncGenerator<Uint8Array> {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const piece of content()) {
        hash.update(piece);
        bytes += piece.length;
        yield piece;
      }
      resources.push({ name: path.split('/').at(-1) ?? path, path, hash: `sha256:${hash.digest('hex')}`, bytes });
    }
    zip.addReadStreamLazy(path, { compress: false, mtime: new Date(0) }, (give) => {
      reading = Readable.from(noted(), { objectMode: false });
      give(null, reading);
    });
  };
  /** A member made of what was noted of those before it. */
  const addLast = (path: string, content: () => Buffer): void =>
    zip.addReadStreamLazy(path, { compress: false, mtime: new Date(0) }, (give) => give(null, Readable.from([content()])));

  let described = Buffer.alloc(0);
  add('archive/data.warc.gz', () => warc(ledger, index, (date) => (created = date)));
  add('indexes/index.cdx.gz', function* () {
    for (const { bytes, heading } of index.blocks()) {
      headings.push(heading);
      yield bytes;
    }
  });
  add('indexes/index.idx', () => [
    Buffer.from(`${['!meta 0 {"format": "cdxj-gzip-1.0", "filename": "index.cdx.gz"}', ...headings].join('\n')}\n`),
  ]);
  add('pages/pages.jsonl', () => pages(ledger));
  addLast('datapackage.json', () => {
    const about = {
      profile: 'data-package',
      title: 'What came into a ledger',
      created,
      software: SOFTWARE,
      wacz_version: '1.1.1',
      resources,
    };
    described = Buffer.from(`${JSON.stringify(about, null, 2)}\n`);
    return described;
  });
  addLast('datapackage-digest.json', () =>
    Buffer.from(`${JSON.stringify({ path: 'datapackage.json', hash: `sha256:${sha256(described)}` })}\n`),
  );
  zip.end();

  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  // Whoever walks over the pieces is told of an error; one that comes after they have left is nobody's.
  out.on('error', () => undefined);
  try {
    for await (const piece of out) yield piece as Uint8Array;
  } finally {
    (reading as Readable | null)?.destroy();
    index.close();
  }
}
