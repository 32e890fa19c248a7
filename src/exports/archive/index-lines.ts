import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { sha256 } from './record.ts';

/** Where a record of the archive stands, and what it holds. */
export interface Indexed {
  readonly url: string;
  readonly date: string;
  readonly mime: string;
  readonly digest: string;
  readonly offset: number;
  readonly length: number;
}

/** An address as indexes sort by it: `https://www.example.org/a?b` is `org,example)/a?b`. */
export function sortKey(url: string): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return url;
  const { hostname, port, pathname, search } = new URL(url);
  const isNumber = /^[\d.]+$|^\[/.test(hostname);
  const host = isNumber
    ? hostname
    : hostname
        .replace(/^www\d*\./, '')
        .split('.')
        .reverse()
        .join(',');
  return `${host}${port ? `:${port}` : ''})${pathname}${search}`.toLowerCase();
}

const stamp = (date: string): string => date.replace(/\D/g, '').slice(0, 14);

const lineOf = ({ url, date, mime, digest, offset, length }: Indexed): string =>
  `${sortKey(url)} ${stamp(date)} ${JSON.stringify({ url, mime, status: '200', digest, length: String(length), offset: String(offset), filename: 'data.warc.gz' })}`;

/** Lines of one compressed block of the index. */
const IN_BLOCK = 300;

/** A sorted index that is kept on the disk while it grows (SQLite's own temporary file), so that memory does not grow with the archive. */
export interface IndexLines {
  readonly add: (indexed: Indexed) => void;
  /** The index in compressed blocks, and for each the line that says where it begins. */
  readonly blocks: () => Generator<{ readonly bytes: Buffer; readonly heading: string }>;
  readonly close: () => void;
}

export function createIndexLines(): IndexLines {
  const database = new Database('');
  database.exec('CREATE TABLE lines (line TEXT NOT NULL); CREATE INDEX by_line ON lines (line)');
  const insert = database.prepare('INSERT INTO lines (line) VALUES (?)');
  return {
    add: (indexed) => void insert.run(lineOf(indexed)),
    *blocks() {
      let offset = 0;
      let block: string[] = [];
      const packed = () => {
        const bytes = gzipSync(`${block.join('\n')}\n`);
        const where = { offset, length: bytes.length, digest: `sha256:${sha256(bytes)}`, filename: 'index.cdx.gz' };
        const heading = `${(block[0] ?? '').split(' ').slice(0, 2).join(' ')} ${JSON.stringify(where)}`;
        offset += bytes.length;
        block = [];
        return { bytes, heading };
      };
      for (const { line } of database.prepare<[], { readonly line: string }>('SELECT line FROM lines ORDER BY line').iterate()) {
        block.push(line);
        if (block.length === IN_BLOCK) yield packed();
      }
      if (block.length > 0) yield packed();
    },
    close: () => database.close(),
  };
}
