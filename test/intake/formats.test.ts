import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brief, given, only, PARAGRAPHS, page, take } from './helpers.ts';
import { docxOf, odtOf, pdfOf, tarOf, warcOf, zipOf } from './made.ts';

const TEXT = PARAGRAPHS.join('\n\n');
const report = async (bytes: Uint8Array | string) => only(await take([given(bytes)]));

describe('office documents', () => {
  it.each([
    ['DOCX', docxOf(PARAGRAPHS)],
    ['ODT', odtOf(PARAGRAPHS)],
  ])('%s', async (_name, bytes) => {
    const received = await report(bytes);
    expect(received.report).toMatchObject({ text: TEXT, title: 'Barge strikes pier', byline: 'Ada Quill' });
    expect(Buffer.from(received.raw).equals(bytes)).toBe(true);
  });

  it('RTF', async () => {
    const words = PARAGRAPHS.map((text) => text.replace(/[^\p{ASCII}]/gu, (c) => `\\u${c.charCodeAt(0)}?`)).join('\\par\n');
    const rtf = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\title Barge strikes pier}}{\\*\\generator x}\\f0 ${words}\\par caf\\'e9}`;
    expect((await report(rtf)).report).toMatchObject({ text: `${TEXT}\n\ncafé`, title: 'Barge strikes pier' });
  });
});

describe('PDF', () => {
  it('makes paragraphs of lines, makes cut words whole, and drops running heads and page numbers', async () => {
    const pages = [1, 2, 3].map((number) => [
      [60, 800, 'Vellmar Courier, 15 October 2024'] as const,
      [60, 740, `First paragraph of page ${number}, which runs over the har-`] as const,
      [60, 726, 'bour of Vellmar and ends with a full stop.'] as const,
      [60, 690, `Second paragraph of page ${number} stands a gap below.`] as const,
      [300, 40, String(number)] as const,
    ]);
    const { report: found } = await report(pdfOf(pages));
    const expected = [1, 2, 3].flatMap((n) => [
      `First paragraph of page ${n}, which runs over the harbour of Vellmar and ends with a full stop.`,
      `Second paragraph of page ${n} stands a gap below.`,
    ]);
    expect(found).toMatchObject({
      text: expected.join('\n\n'),
      title: 'Barge strikes pier',
      byline: 'Ada Quill',
      published: '2024-10-15T07:30:00+02:00',
    });
  });

  it('says what it is that cannot be read', async () => {
    const cut = pdfOf([[[60, 700, PARAGRAPHS[0] ?? '']]]).subarray(0, 60);
    expect((await take([given(pdfOf([[]])), given(cut)])).map(brief)).toEqual(['INTAKE_UNSUPPORTED', 'INTAKE_DAMAGED']);
  });
});

describe('mail', () => {
  const head =
    'From: "Ada Quill" <ada@courier.example>\r\nTo: desk@courier.example\r\nSubject: =?utf-8?q?Barge_at_Vellmar_=E2=80=93_latest?=\r\nDate: Tue, 15 Oct 2024 07:30:00 +0200\r\n';

  it('gives the words of its sender, not what is quoted, and what is attached as reports of their own', async () => {
    const body = `${PARAGRAPHS[0]}\r\n\r\n${PARAGRAPHS[1]}\r\n\r\n> an older line\r\nOn Mon, 14 Oct 2024 at 09:00, Tom Reed wrote:\r\n> What is known?\r\n`;
    const source = `${head}Content-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n--b1\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename="page.html"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(page('')).toString('base64')}\r\n--b1--\r\n`;
    const [mail, attached] = await take([given(source)]);
    expect(mail).toMatchObject({
      report: {
        text: `${PARAGRAPHS[0]}\n\n${PARAGRAPHS[1]}`,
        title: 'Barge at Vellmar – latest',
        byline: 'Ada Quill',
        published: '2024-10-15T07:30:00+02:00',
      },
    });
    expect(attached).toMatchObject({ report: { text: TEXT, from: 'given!page.html' } });
  });

  it('mbox: each message', async () => {
    const one = (n: number) => `From ada@courier.example Tue Oct 15 07:30:00 2024\r\n${head}\r\nMessage ${n}. ${PARAGRAPHS[0]}\r\n\r\n`;
    const all = await take([given(one(1) + one(2))]);
    expect(all.map((each) => each.kind === 'report' && each.report.text.slice(0, 10))).toEqual(['Message 1.', 'Message 2.']);
    expect(new Set(all.map(brief)).size).toBe(2);
  });

  it('a page saved as MHTML', async () => {
    const html = page('<meta property="article:published_time" content="2024-10-15T05:30:00Z">').replaceAll('=', '=3D');
    const source = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/barge\r\nSubject: Barge\r\nDate: Sat, 1 Nov 2025 00:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${Buffer.from(
      html,
    )
      .toString('latin1')
      .replace(/[^\p{ASCII}]/gu, (c) => `=${c.charCodeAt(0).toString(16).toUpperCase()}`)}\r\n--x--\r\n`;
    expect((await report(source)).report).toMatchObject({
      text: TEXT,
      url: 'https://courier.example/barge',
      published: '2024-10-15T05:30:00Z',
      byline: null,
    });
  });
});

describe('feeds and agency formats', () => {
  it('RSS: whole articles, and summaries with a warning', async () => {
    const html = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');
    const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="c"><channel><title>Vellmar Courier</title>
      <item><title>Barge &amp; pier</title><link>https://courier.example/1</link><pubDate>Tue, 15 Oct 2024 07:30:00 GMT</pubDate><dc:creator>Ada Quill</dc:creator><content:encoded><![CDATA[${html}]]></content:encoded></item>
      <item><title>Second</title><link>https://courier.example/2</link><description>A summary of what the other report says.</description></item></channel></rss>`;
    const [whole, summary] = await take([given(rss)]);
    expect(whole).toMatchObject({
      report: {
        text: TEXT,
        title: 'Barge & pier',
        outlet: 'Vellmar Courier',
        byline: 'Ada Quill',
        url: 'https://courier.example/1',
        published: '2024-10-15T07:30:00Z',
      },
    });
    expect(summary).toMatchObject({
      report: { text: 'A summary of what the other report says.' },
      warnings: [{ code: 'intake-headline-only' }],
    });
  });

  it('Atom', async () => {
    const html = PARAGRAPHS.map((text) => `&lt;p&gt;${text}&lt;/p&gt;`).join('');
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title>Barge</title><link rel="alternate" href="https://courier.example/1"/><published>2024-10-15T07:30:00Z</published><author><name>Ada Quill</name></author><content type="html">${html}</content></entry></feed>`;
    expect((await report(atom)).report).toMatchObject({
      text: TEXT,
      outlet: 'Courier',
      byline: 'Ada Quill',
      url: 'https://courier.example/1',
    });
  });

  it('a feed says where its entries are from, when they changed and in which language; its links may be relative', async () => {
    const rss = `<rss><channel><title>Wire</title><language>de</language><item><title>A</title><link>/1</link><category>Politik</category><source url="https://o.example/">Other Courier</source><description>Ein Kahn stieß an den Pier.</description></item></channel></rss>`;
    const bytes = warcOf([{ url: 'https://courier.example/rss', head: 'HTTP/1.1 200 OK\r\nContent-Type: text/plain', body: rss }]);
    const [one] = await take([given(bytes)]);
    expect(one).toMatchObject({ report: { outlet: 'Other Courier', url: 'https://courier.example/1' } });
    const atom = `<feed xml:lang="de"><title>Wire</title><entry><title>A</title><updated>2024-10-16T09:00:00+02:00</updated><published>2024-10-15T07:30:00Z</published><category term="Politik"/><source><id>x</id><title>Other Courier</title></source><content>${TEXT}</content></entry></feed>`;
    const { report: read, evidence } = await report(atom);
    expect(read).toMatchObject({ outlet: 'Other Courier', published: '2024-10-15T07:30:00Z' });
    expect(evidence).toContainEqual(expect.objectContaining({ field: 'modified', value: '2024-10-16T09:00:00+02:00' }));
    expect(evidence).toContainEqual(expect.objectContaining({ field: 'section', value: 'Politik' }));
    expect(evidence).toContainEqual(expect.objectContaining({ field: 'language', value: 'de', from: 'feed language' }));
  });

  it('NITF', async () => {
    const nitf = `<?xml version="1.0"?><nitf><head><title>t</title></head><body><body.head><hedline><hl1>Barge strikes pier</hl1></hedline><byline>Ada Quill</byline><distributor>Vellmar Wire</distributor><dateline><story.date norm="20241015T073000+0200"/></dateline></body.head><body.content>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</body.content></body></nitf>`;
    expect((await report(nitf)).report).toMatchObject({
      text: TEXT,
      title: 'Barge strikes pier',
      outlet: 'Vellmar Wire',
      byline: 'Ada Quill',
      published: '2024-10-15T07:30:00+02:00',
    });
  });

  it('NewsML-G2', async () => {
    const g2 = `<newsItem xmlns="n"><itemMeta><provider><name>Vellmar Wire</name></provider><versionCreated>2024-10-15T07:30:00Z</versionCreated></itemMeta><contentMeta><headline>Barge strikes pier</headline><by>Ada Quill</by></contentMeta><contentSet><inlineXML><html xmlns="x"><body>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}</body></html></inlineXML></contentSet></newsItem>`;
    expect((await report(g2)).report).toMatchObject({ text: TEXT, title: 'Barge strikes pier', outlet: 'Vellmar Wire' });
  });

  it('expands nothing that a document declares', async () => {
    const bomb = `<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body.content><p>${PARAGRAPHS[0]} &b; &x;</p></body.content></nitf>`;
    const { report: found } = await report(bomb);
    expect(found.text).not.toContain('aaaa');
    expect(found.text).not.toContain('root:');
  });
});

describe('archives', () => {
  const files = { 'a.txt': `A. ${TEXT}`, '../../etc/b.html': page(''), 'sub/c.txt': `C. ${TEXT}` };

  it.each([
    ['ZIP', zipOf(files)],
    ['tar', tarOf(files)],
    ['tar.gz', gzipSync(tarOf(files))],
  ])('%s: each file in it, by a name that is never a path', async (_name, bytes) => {
    const all = await take([given(bytes)]);
    expect(all.map((each) => each.kind === 'report' && each.report.from)).toEqual([
      'given!a.txt',
      'given!../../etc/b.html',
      'given!sub/c.txt',
    ]);
  });

  it('WARC: pages by their addresses, unpacked, pictures and errors passed over', async () => {
    const bytes = warcOf([
      {
        url: 'https://courier.example/1',
        head: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip',
        body: gzipSync(page('')),
      },
      { url: 'https://courier.example/p.png', head: 'HTTP/1.1 200 OK\r\nContent-Type: image/png', body: 'x' },
      { url: 'https://courier.example/gone', head: 'HTTP/1.1 404 Not Found\r\nContent-Type: text/html', body: page('') },
      {
        url: 'https://courier.example/2',
        head: 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked',
        body: `${Buffer.byteLength(page('')).toString(16)}\r\n${page('')}\r\n0\r\n\r\n`,
      },
    ]);
    for (const form of [bytes, gzipSync(bytes)]) {
      const all = await take([given(form)]);
      expect(all.map((each) => each.kind === 'report' && [each.report.url, each.report.text])).toEqual([
        ['https://courier.example/1', TEXT],
        ['https://courier.example/2', TEXT],
      ]);
      // The headers are the page's; of the record only what is the record's alone.
      expect(all[0]).toMatchObject({ headers: { 'content-type': 'text/html', 'warc-type': 'response' } });
    }
    const wacz = zipOf({ 'datapackage.json': '{}', 'pages/pages.jsonl': '{"text":"not this"}', 'archive/data.warc.gz': gzipSync(bytes) });
    expect(await take([given(wacz)])).toHaveLength(2);
  });

  it.each([
    ['a book', zipOf({ mimetype: 'application/epub+zip', 'META-INF/container.xml': '<x/>' }), 'INTAKE_UNSUPPORTED'],
    ['a spreadsheet', zipOf({ 'xl/workbook.xml': '<x/>' }), 'INTAKE_UNSUPPORTED'],
    ['a directory that lies about a size', zipOf({ 'a.txt': 'x'.repeat(100_000) }, { lie: 10 }), 'INTAKE_EXPANDS'],
    ['a cut directory', zipOf({ 'a.txt': TEXT }).subarray(0, 100), 'INTAKE_DAMAGED'],
    ['a cut WARC', Buffer.from('WARC/1.0\r\nContent-Length: x\r\n\r\n'), 'INTAKE_DAMAGED'],
  ])('%s is refused', async (_what, bytes, code) => expect((await take([given(bytes)])).map(brief)).toEqual([code]));

  it('XML nested without end is refused before it is parsed', async () => {
    const deep = '<p>'.repeat(100_000);
    const entry = `<rss><channel><item><title>a</title>${deep}</item></channel></rss>`;
    const document = zipOf({ 'word/document.xml': `<w:document>${deep}</w:document>` });
    expect((await take([given(`<?xml version="1.0"?><nitf>${deep}`), given(entry), given(document)])).map(brief)).toEqual(
      Array(3).fill('INTAKE_TOO_DEEP'),
    );
  });

  it('archives in archives are opened so far and no further', async () => {
    let nested: Buffer = zipOf({ 'a.txt': TEXT });
    for (let i = 0; i < 10; i++) nested = zipOf({ [`${i}.zip`]: nested });
    expect((await take([given(nested)])).map(brief)).toEqual(['INTAKE_TOO_DEEP']);
  });
});

describe('damage', () => {
  const whole: Readonly<Record<string, Uint8Array>> = {
    docx: docxOf(PARAGRAPHS),
    tar: tarOf({ 'a.txt': TEXT }),
    warc: warcOf([{ url: 'https://a.example/', head: 'HTTP/1.1 200 OK\r\nContent-Type: text/html', body: page('') }]),
    pdf: pdfOf([[[60, 700, PARAGRAPHS[0] ?? '']]]),
    html: Buffer.from(page('')),
    gzip: gzipSync(TEXT),
  };
  it.each(Object.keys(whole))('of a %s is a report or a coded refusal, never a throw', async (name) => {
    const bytes = whole[name] ?? new Uint8Array();
    const edits = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(edits, fc.integer({ min: 1, max: bytes.length }), async (changes, length) => {
        const damaged = Buffer.from(bytes.subarray(0, length));
        for (const [at, value] of changes) if (at < length) damaged[at] = value;
        for (const one of await take([given(damaged)])) expect(one.kind === 'report' || one.problem.code.startsWith('INTAKE_')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('markup that is no report is refused by name, never taken for words', () => {
  it.each([
    ['<smil xmlns="http://www.w3.org/ns/SMIL"><body><par/></body></smil>', 'SMIL'],
    ['<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><text>words</text></svg>', 'SVG'],
    ['<?xml version="1.0"?><opml version="2.0"><body><outline text="x"/></body></opml>', 'OPML'],
    ['<?xml version="1.0"?><made-up><a>words that stand in it</a></made-up>', 'XML'],
  ])('%s', async (source, word) => {
    expect(await take([given(source)])).toMatchObject([
      { problem: { code: 'INTAKE_UNSUPPORTED', details: { what: expect.stringContaining(word) } } },
    ]);
  });
});
