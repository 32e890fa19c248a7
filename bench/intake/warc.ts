// A WARC of many records, made here and read as a stream: seconds, reports, and the most memory held.
//   node --import tsx bench/intake/warc.ts [RECORDS]
// Every tenth record is a page of an article; the others are pictures, scripts and errors, as in a crawl.
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createIntake } from '../../src/intake/index.ts';

const records = Number(process.argv[2] ?? 100_000);
const SENTENCE = 'The harbour of Vellmar was closed on Tuesday after a barge struck the pier, the port authority said in a statement. ';
const OTHERS = ['image/png', 'application/javascript', 'text/css'];

function record(i: number): Buffer {
  const isPage = i % 10 === 0;
  const type = isPage ? 'text/html; charset=utf-8' : OTHERS[i % OTHERS.length];
  const body = isPage
    ? `<html><head><title>Report ${i}</title></head><body><article><h1>Report ${i}</h1>${`<p>${i}. ${SENTENCE}</p>`.repeat(12)}</article></body></html>`
    : 'x'.repeat(4000);
  const block = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n${body}`;
  const head = `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/${i}\r\nContent-Length: ${Buffer.byteLength(block)}\r\n`;
  return gzipSync(`${head}\r\n${block}\r\n\r\n`);
}

const folder = mkdtempSync(join(tmpdir(), 'accordingto-bench-'));
const path = join(folder, 'made.warc.gz');
const file = await open(path, 'w');
for (let i = 0; i < records; i++) await file.write(record(i));
await file.close();

let reports = 0;
let refused = 0;
let most = 0;
const start = performance.now();
for await (const one of createIntake()([{ kind: 'path', path }])) {
  if (one.kind === 'report') reports++;
  else refused++;
  if (reports % 100 === 0) most = Math.max(most, process.memoryUsage.rss());
}
const seconds = (performance.now() - start) / 1000;
console.log(
  `${records} records: ${reports} reports, ${refused} refused, ${seconds.toFixed(1)} s, at most ${Math.round(most / 1e6)} MB resident`,
);
rmSync(folder, { recursive: true });
