// A WARC of many records, made here and read as a stream: seconds, reports, and the most memory that each process held.
//   node --import tsx bench/intake/warc.ts [RECORDS] [--warcio PYTHON]
// Every tenth record is a page of an article; the others are pictures, scripts and errors, as in a crawl. Plain, gzipped record by record, and packed
// with Zstandard (where the program `zstd` is there), each read in a process of its own. PYTHON has warcio, which says what is in each.
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createIntake } from '../../src/intake/index.ts';

const SENTENCE = 'The harbour of Vellmar was closed on Tuesday after a barge struck the pier, the port authority said in a statement. ';
const OTHERS = ['image/png', 'application/javascript', 'text/css'];

/** Bytes that do not pack: a picture's are packed already. */
function noise(seed: number): string {
  const words = new Uint32Array(750);
  let state = seed + 1;
  for (let i = 0; i < words.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[i] = state;
  }
  return Buffer.from(words.buffer).toString('base64');
}

function record(i: number): string {
  const isPage = i % 10 === 0;
  const type = isPage ? 'text/html; charset=utf-8' : OTHERS[i % OTHERS.length];
  const status = i % 10 === 9 ? '404 Not Found' : '200 OK';
  const body = isPage
    ? `<html><head><title>Report ${i}</title></head><body><article><h1>Report ${i}</h1>${`<p>${i}. ${SENTENCE}</p>`.repeat(12)}</article></body></html>`
    : noise(i);
  const block = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n\r\n${body}`;
  const about = `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(i).padStart(12, '0')}>\r\nWARC-Date: 2024-10-15T07:30:00Z`;
  const head = `WARC/1.1\r\nWARC-Type: response\r\n${about}\r\nWARC-Target-URI: https://courier.example/${i}\r\nContent-Type: application/http; msgtype=response\r\n`;
  return `${head}Content-Length: ${Buffer.byteLength(block)}\r\n\r\n${block}\r\n\r\n`;
}

async function make(path: string, records: number, packed: (record: string) => string | Buffer): Promise<void> {
  const file = await open(path, 'w');
  for (let i = 0; i < records; i++) await file.write(packed(record(i)) as Buffer);
  await file.close();
}

/** The most that a process ever held, in MB, as the kernel counts. */
const mostOf = (pid: number | string): number =>
  Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1000;
const parentOf = (pid: string): string | undefined => {
  try {
    return /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  } catch {
    // It ended in between.
    return undefined;
  }
};

async function read(path: string): Promise<void> {
  let [reports, refused] = [0, 0];
  let parser = 0;
  const start = performance.now();
  for await (const one of createIntake()([{ kind: 'path', path }])) {
    if (one.kind === 'report') reports++;
    else refused++;
    if (reports % 1000 !== 1) continue;
    const children = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && parentOf(pid) === String(process.pid));
    parser = Math.max(parser, ...children.map(mostOf));
  }
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1e6;
  const megabytes = Math.round(statSync(path).size / 1e6);
  console.log(
    `${path.split('.').slice(1).join('.').padEnd(9)} ${megabytes} MB: ${reports} reports, ${refused} refused, ${seconds.toFixed(1)} s (${own.toFixed(1)} s of this process); at most ${Math.round(mostOf('self'))} MB, the parser's process ${Math.round(parser)} MB`,
  );
}

const WARCIO = `
import sys
from warcio.archiveiterator import ArchiveIterator
records = pages = 0
for record in ArchiveIterator(open(sys.argv[1], "rb")):
    records += 1
    h = record.http_headers
    pages += record.rec_type == "response" and h.get_statuscode() == "200" and h.get_header("Content-Type").startswith("text/html")
print(f"          warcio: {records} records, {pages} pages")
`;

async function main(records: number, python: string | undefined): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'accordingto-bench-'));
  const plain = join(folder, 'made.warc');
  await make(plain, records, (one) => one);
  await make(`${plain}.gz`, records, (one) => gzipSync(one));
  const paths = [plain, `${plain}.gz`];
  try {
    execFileSync('zstd', ['-q', '-3', plain]);
    paths.push(`${plain}.zst`);
  } catch {
    console.log('zstd: not here');
  }
  console.log(`${records} records`);
  for (const path of paths) {
    await once(fork(fileURLToPath(import.meta.url), ['--read', path]), 'exit');
    if (python && !path.endsWith('.zst')) process.stdout.write(execFileSync(python, ['-c', WARCIO, path]));
  }
  rmSync(folder, { recursive: true });
}

const [first, path = '', ...rest] = process.argv.slice(2);
if (first === '--read') await read(path);
else await main(Number(first ?? 100_000), [path, ...rest].at(-1) || undefined);
