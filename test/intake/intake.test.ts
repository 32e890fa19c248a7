import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { createIntake, formats } from '../../src/intake/index.ts';
import { brief, given, only, PARAGRAPHS, page, take } from './helpers.ts';

const folder = mkdtempSync(join(tmpdir(), 'accordingto-intake-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const path = (name: string, content: string | Uint8Array) => ({ kind: 'path', path: file(name, content) }) as const;
const TEXT = PARAGRAPHS.join('\n\n');

describe('a web page', () => {
  it('gives text, title, outlet, byline, day, address and language, each with where it was read', async () => {
    const head = `<title>Barge strikes pier - Vellmar Courier</title>
      <link rel="canonical" href="https://courier.example/2024/10/15/barge">
      <meta property="og:site_name" content="Vellmar Courier">
      <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Barge strikes pier","author":[{"name":"Ada Quill"},{"name":"Tom Reed"}],
      "datePublished":"2024-10-15T07:30:00+02:00","publisher":{"name":"Vellmar Courier"}}]}</script>`;
    const { report, evidence, mediaType, raw } = only(await take([given(page(head))]));
    expect(report).toMatchObject({
      title: 'Barge strikes pier',
      outlet: 'Vellmar Courier',
      byline: 'Ada Quill, Tom Reed',
      published: '2024-10-15T07:30:00+02:00',
      url: 'https://courier.example/2024/10/15/barge',
      language: 'en',
      text: TEXT,
    });
    expect(report.id).toBe(`r${createHash('sha256').update(raw).digest('hex').slice(0, 16)}`);
    expect(mediaType).toBe('text/html');
    expect(evidence).toContainEqual({
      field: 'published',
      value: '2024-10-15T07:30:00+02:00',
      from: 'JSON-LD NewsArticle.datePublished',
      chosen: true,
      why: expect.any(String),
    });
    expect(evidence).toContainEqual({ field: 'title', value: 'Barge strikes pier - Vellmar Courier', from: 'title', chosen: false });
  });

  it('is told by its content, not by its name', async () => {
    expect(only(await take([path('page.txt', page(''))])).mediaType).toBe('text/html');
    expect(only(await take([path('words.html', TEXT)])).report.text).toBe(TEXT);
  });

  it('gives the address that the page calls its own, without its fragment', async () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","mainEntityOfPage":{"@id":"https://courier.example/x#webpage"}}</script>';
    expect(only(await take([given(page(head))])).report.url).toBe('https://courier.example/x');
    expect(only(await take([given(page(`${head}<link rel="canonical" href="https://courier.example/y">`))])).report.url).toBe(
      'https://courier.example/y',
    );
    expect(only(await take([given(page('<link rel="canonical" href="javascript:alert(1)">'))])).report.url).toBeNull();
  });

  it('uses --published only where the page does not say', async () => {
    const dated = page('<meta property="article:published_time" content="2024-10-15T07:30:00Z">');
    const [a, b] = await take([given(dated), given(page(''))], { published: '2020-01-01' });
    expect([a, b].map((one) => one?.kind === 'report' && one.report.published)).toEqual(['2024-10-15T07:30:00Z', '2020-01-01']);
  });

  it('warns where two trusted places give days that lie apart', async () => {
    const head = `<meta property="article:published_time" content="2024-10-15"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2023-01-02"}</script>`;
    expect(only(await take([given(page(head))])).warnings.map(({ code }) => code)).toContain('intake-published-contradicted');
  });
});

describe('encodings', () => {
  const words = 'Die Behörde in Köln sagte am Dienstag, fünf Männer seien verletzt worden; das Außenministerium äußerte sich nicht. '
    .repeat(3)
    .trim();
  const html = (declared: string) => `<html><head>${declared}</head><body><article><p>${words}</p><p>${words}</p></article></body></html>`;
  it.each([
    ['a byte order mark', Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(words, 'utf-16le')])],
    ['a meta tag', iconv.encode(html('<meta charset="iso-8859-1">'), 'windows-1252')],
    ['detection', iconv.encode(words, 'windows-1252')],
    ['a wrong label over UTF-8', Buffer.from(html('<meta charset="iso-8859-1">'))],
  ])('are read by %s', async (_by, bytes) => expect(only(await take([given(bytes)])).report.text).toContain('Männer seien verletzt'));

  it('reads Russian, Japanese and Chinese pages in their old encodings', async () => {
    const samples: readonly (readonly [string, string])[] = [
      ['windows-1251', 'Министерство сообщило во вторник, что порт закрыт. '],
      ['koi8-r', 'Министерство сообщило во вторник, что порт закрыт. '],
      ['shift_jis', '当局は火曜日、港を閉鎖したと発表した。'],
      ['euc-jp', '当局は火曜日、港を閉鎖したと発表した。'],
      ['gb18030', '当局周二表示，港口已经关闭，三人受伤。'],
      ['big5', '當局週二表示，港口已經關閉，三人受傷。'],
    ];
    for (const [encoding, sentence] of samples) {
      const source = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${encoding}"></head><body><p>${sentence.repeat(10)}</p></body></html>`;
      expect(only(await take([given(iconv.encode(source, encoding))])).report.text).toContain(sentence.trim());
    }
  });

  it('refuses broken UTF-8 in the article, and an encoding that nobody knows', async () => {
    const broken = Buffer.from(page('').replace('Orla Brandt', 'Orla Brandt Ähnlich')).map((byte) => (byte === 0x84 ? 0x28 : byte));
    const unknown = iconv.encode(html('<meta charset="x-vellmar">'), 'windows-1252');
    expect((await take([given(broken), given(unknown)])).map(brief)).toEqual(['INTAKE_BROKEN_TEXT', 'INTAKE_UNKNOWN_ENCODING']);
  });

  it('keeps an article whose page is broken elsewhere, and says so', async () => {
    const bytes = Buffer.from(page('<meta name="x" content="#">')).map((byte) => (byte === 0x23 ? 0xff : byte));
    expect(only(await take([given(bytes)])).warnings.map(({ code }) => code)).toContain('intake-bytes-broken');
  });
});

describe('JSON Lines', () => {
  const odd = 'One  line.\r\n\r\n\r\n  Another, with a tab\tand two spaces.  ';
  const lines = [
    { id: 'a', text: odd, published: '2024-10-18', outlet: 'Courier' },
    { id: 7, html: page('<title>Barge</title>'), title: 'Given title', url: 'https://courier.example/b' },
  ].map((line) => JSON.stringify(line));

  it.each([
    ['plain', (text: string) => Buffer.from(text)],
    ['gzipped', (text: string) => gzipSync(text)],
  ])('%s: text comes back unchanged, html is read, what is given wins', async (_name, pack) => {
    for (const options of [{ jsonl: true }, {}]) {
      const [a, b] = await take([given(pack(`${lines.join('\n')}\n`))], options);
      expect(a).toMatchObject({
        kind: 'report',
        idGiven: true,
        report: { id: 'a', text: odd, published: '2024-10-18', outlet: 'Courier' },
      });
      expect(b).toMatchObject({ kind: 'report', report: { id: '7', text: TEXT, title: 'Given title', url: 'https://courier.example/b' } });
      expect(Buffer.from((a?.kind === 'report' && a.raw) || '').toString()).toBe(lines[0]);
    }
  });

  it('refuses the line that is bad, with its number, and reads the rest', async () => {
    const bad = ['{"text":"one"}', '', '{"text":', '[1]', '{"title":"no words"}', '{"text":"  "}', '{"text":"last"}'].join('\n');
    const all = await take([path('bad.jsonl', bad)], { jsonl: true });
    expect(all.map((one) => (one.kind === 'report' ? one.report.text : one.problem.code))).toEqual([
      'one',
      'INTAKE_BAD_JSON',
      'INTAKE_BAD_RECORD',
      'INTAKE_BAD_RECORD',
      'INTAKE_EMPTY',
      'last',
    ]);
    expect(all[1]).toMatchObject({ from: `${join(folder, 'bad.jsonl')}:3`, problem: { details: { line: 3 } } });
  });

  it('holds no more than a line: one that is too long is refused, the next is read', async () => {
    const long = `{"text":"${'x'.repeat(5000)}"}`;
    const all = await take([given(`${long}\n{"text":"short"}`)], { jsonl: true, maxBytes: 1000 });
    expect(all.map((one) => (one.kind === 'report' ? one.report.text : one.problem.code))).toEqual(['INTAKE_TOO_LARGE', 'short']);
  });

  it('is read as it comes: the first report is there before the second is sent', async () => {
    async function* sent(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`{"text":"${'first '.repeat(20_000)}"}\n`);
      expect(seen).toBe(1);
      yield Buffer.from('{"text":"second"}\n');
    }
    let seen = 0;
    for await (const one of createIntake({ jsonl: true })([{ kind: 'stdin', stream: sent() as unknown as NodeJS.ReadableStream }])) {
      expect(one.kind).toBe('report');
      seen++;
    }
    expect(seen).toBe(2);
  });

  it('drops a day that cannot be read and says so', async () => {
    const { report, warnings } = only(await take([given('{"text":"words","published":"sometime soon"}')]));
    expect(report.published).toBeNull();
    expect(warnings.map(({ code }) => code)).toEqual(['intake-published-unclear']);
  });
});

describe('bad input is refused with its code, and the batch goes on', () => {
  it('files', async () => {
    const huge = file('huge.txt', 'a beginning of text');
    truncateSync(huge, 2 * 1024 ** 3);
    const all = await take(
      [
        path('empty.txt', ''),
        path('spaces.txt', '  \n\t '),
        path('picture.html', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(100)])),
        path('binary.html', Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 7) % 256))),
        { kind: 'path', path: huge },
        { kind: 'path', path: join(folder, 'nowhere') },
        { kind: 'path', path: '/dev/null' },
        path('cut.gz', gzipSync(TEXT).subarray(0, 40)),
        path('bomb.gz', gzipSync(Buffer.alloc(30_000_000, 'a '))),
        path('empty.html', '<html><body></body></html>'),
        path('good.txt', TEXT),
      ],
      { maxBytes: 1_000_000 },
    );
    expect(all.map((one) => (one.kind === 'report' ? 'report' : one.problem.code))).toEqual([
      'INTAKE_EMPTY',
      'INTAKE_EMPTY',
      'INTAKE_UNSUPPORTED',
      'INTAKE_BINARY',
      'INTAKE_TOO_LARGE',
      'INTAKE_NOT_FOUND',
      'INTAKE_UNREADABLE',
      'INTAKE_DAMAGED',
      'INTAKE_TOO_LARGE',
      'INTAKE_NO_ARTICLE',
      'report',
    ]);
  });

  it('a folder is walked in order; hidden files are passed over; a loop is refused once', async () => {
    file('desk/b.txt', `${TEXT} b`);
    file('desk/a/one.txt', `${TEXT} one`);
    file('desk/.hidden.txt', 'hidden');
    symlinkSync(join(folder, 'desk'), join(folder, 'desk', 'a', 'loop'));
    const all = await take([{ kind: 'path', path: join(folder, 'desk') }]);
    expect(all.map((one) => (one.kind === 'report' ? one.report.from : one.problem.code))).toEqual([
      'INTAKE_FOLDER_LOOP',
      join(folder, 'desk/a/one.txt'),
      join(folder, 'desk/b.txt'),
    ]);
  });

  it('a page of too many elements', async () => {
    expect(
      (await take([given(`<html><body>${'<i>a</i>'.repeat(5000)}</body></html>`)], { limits: { maxElements: 1000 } })).map(brief),
    ).toEqual(['INTAKE_TOO_LARGE']);
  });

  it('a page of two hundred thousand parts side by side is read', async () => {
    const [one] = await take([given(page('', `<p>${PARAGRAPHS[0]}</p>${'<div class="x"></div><div>a</div>'.repeat(100_000)}`))]);
    expect(one?.kind === 'report' && one.report.text).toContain('harbour of Vellmar');
  });

  it('a page nested a hundred thousand deep', async () => {
    expect((await take([given(`<html><body>${'<div>'.repeat(100_000)}words</body></html>`)])).map(brief)).toEqual(['INTAKE_TOO_DEEP']);
  });
});

describe('the registry of formats', () => {
  it('names each format once and says what it is', () => {
    expect(new Set(formats.map(({ name }) => name)).size).toBe(formats.length);
    for (const format of formats) expect(format).toMatchObject({ describes: expect.any(String), mediaType: expect.stringContaining('/') });
  });
});
