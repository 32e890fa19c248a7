import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sortKey } from '../../src/exports/archive/index-lines.ts';
import { exportWacz } from '../../src/exports/wacz.ts';
import { membersOf } from '../../src/intake/formats/zipfile.ts';
import { createIntake, DEFAULT_LIMITS } from '../../src/intake/index.ts';
import { type Ledger, openLedger } from '../../src/ledger/index.ts';
import { createReader } from '../../src/reader/reader.ts';
import { createDesk } from '../../src/work/index.ts';
import { given, PARAGRAPHS, page, serve, take } from '../intake/helpers.ts';
import { temporaryFolder } from '../ledger/folder.ts';
import { collected } from '../ledger/suite.ts';

// What a validator of others says of it is tried by hand: docs/intake.md has the commands.

const folder = temporaryFolder();
const FETCHED = page('<title>Fetched</title>');
const LINE = JSON.stringify({ id: 'line-1', text: PARAGRAPHS.join('\n\n'), title: 'A line' });
let ledger: Ledger;
let address: string;
let members: ReadonlyMap<string, Uint8Array>;
let archive: Buffer;

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');
const exported = async (): Promise<Buffer> => Buffer.concat(await collected(exportWacz(ledger)));
const words = (name: string): string => Buffer.from(members.get(name) ?? []).toString('utf8');
/** The WARC as text: the records' gzip members one after the other. */
const warc = (): string => gunzipSync(members.get('archive/data.warc.gz') ?? new Uint8Array()).toString('utf8');

beforeAll(async () => {
  const site = await serve((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end();
    else response.setHeader('content-type', 'text/html').setHeader('x-odd', 'a b').end(FETCHED);
  });
  address = `${site.url}/a`;
  ledger = await openLedger(join(folder.path, 'desk.db'), { create: true });
  const intake = () => createIntake({ allowPrivate: ['127.0.0.1/32'] });
  const desk = createDesk({ intake, reader: createReader([]), ledger });
  const saved = given(
    page('<link rel="canonical" href="https://courier.example/saved">', `<p>${PARAGRAPHS.slice(0, 3).join('</p><p>')}</p>`),
  );
  await collected(desk.add([{ kind: 'address', url: address }, saved, given(LINE)]));
  await site.stop();
  archive = await exported();
  members = new Map(membersOf(archive, DEFAULT_LIMITS, 'test').map((member) => [member.name, member.bytes()]));
});
afterAll(async () => {
  await ledger.close();
  folder[Symbol.dispose]();
});

describe('the export as a web archive', () => {
  it('holds what the format asks for, each member with its hash and size', () => {
    expect([...members.keys()]).toEqual([
      'archive/data.warc.gz',
      'indexes/index.cdx.gz',
      'indexes/index.idx',
      'pages/pages.jsonl',
      'datapackage.json',
      'datapackage-digest.json',
    ]);
    const { resources, wacz_version } = JSON.parse(words('datapackage.json'));
    expect(wacz_version).toBe('1.1.1');
    expect(resources).toHaveLength(4);
    for (const { path, hash, bytes } of resources) {
      const member = members.get(path) ?? new Uint8Array();
      expect([path, hash, bytes]).toEqual([path, `sha256:${sha256(member)}`, member.length]);
    }
    expect(JSON.parse(words('datapackage-digest.json')).hash).toBe(`sha256:${sha256(words('datapackage.json'))}`);
  });

  it('gives back the bytes as they came, to be read again with the same hash', async () => {
    const again = await take([given(archive)]);
    const hashes = again.flatMap((one) => (one.kind === 'report' ? [one.report.sha256] : []));
    expect(hashes).toContain(sha256(FETCHED));
    const fetched = again.find((one) => one.kind === 'report' && one.report.sha256 === sha256(FETCHED));
    expect(fetched).toMatchObject({ report: { url: address }, headers: { 'x-odd': 'a b' } });
    expect(warc()).toContain(`\r\n\r\n${LINE}\r\n\r\n`);
  });

  it('says what each is: an answer of a site, a file under the address that it states, or under its hash', () => {
    expect(warc()).toMatch(new RegExp(`WARC-Type: response[\\s\\S]*?WARC-Target-URI: ${address}\r\n`));
    expect(warc()).toMatch(/WARC-Type: resource[\s\S]*?WARC-Target-URI: https:\/\/courier\.example\/saved\r\n/);
    expect(warc()).toContain(`WARC-Target-URI: urn:sha256:${sha256(LINE)}\r\n`);
  });

  it('has beside each how it came', async () => {
    const id = await ledger.reportIdOf(sha256(FETCHED));
    expect(warc()).toContain(JSON.stringify(await ledger.custody(id ?? '')));
  });

  it('indexes each record by its place', () => {
    const lines = gunzipSync(members.get('indexes/index.cdx.gz') ?? new Uint8Array())
      .toString('utf8')
      .trimEnd()
      .split('\n');
    expect(lines).toEqual([...lines].sort());
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      const { offset, length, digest } = JSON.parse(line.slice(line.indexOf('{')));
      const record = gunzipSync(
        (members.get('archive/data.warc.gz') as Uint8Array).subarray(Number(offset), Number(offset) + Number(length)),
      );
      expect(record.toString('utf8')).toContain(`WARC-Payload-Digest: ${digest}\r\n`);
    }
    const [, heading = ''] = words('indexes/index.idx').split('\n');
    expect(JSON.parse(heading.slice(heading.indexOf('{')))).toMatchObject({
      offset: 0,
      length: members.get('indexes/index.cdx.gz')?.length,
    });
  });

  it('is the same to the byte the next time', async () => expect(sha256(await exported())).toBe(sha256(archive)));

  it('leaves nothing behind where it is broken off', async () => {
    for await (const piece of exportWacz(ledger)) {
      expect(piece.length).toBeGreaterThan(0);
      break;
    }
  });
});

it.each([
  ['https://www.Courier.example/News/A?x=1', 'example,courier)/news/a?x=1'],
  ['http://courier.example:8080/', 'example,courier:8080)/'],
  ['http://192.0.2.7/a', '192.0.2.7)/a'],
  ['urn:sha256:ab', 'urn:sha256:ab'],
])('%s is sorted as %s', (url, key) => expect(sortKey(url)).toBe(key));
