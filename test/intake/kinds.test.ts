// What reports come as, told by what is in them: Markdown, pages of reading modes, AMP, print views, pages of one article, mail passed on.
import { describe, expect, it } from 'vitest';
import { given, only, PARAGRAPHS, take } from './helpers.ts';

const TEXT = PARAGRAPHS.join('\n\n');
const BODY = PARAGRAPHS.map((words) => `<p>${words}</p>`).join('');
const report = async (text: string, fields?: Record<string, string>) => only(await take([given(text, fields)]));
const codes = ({ warnings }: Awaited<ReturnType<typeof report>>) => warnings.map(({ code }) => code);

describe('Markdown', () => {
  it('gives its words without its marks, and what its front matter states', async () => {
    const source = `---\ntitle: "Barge strikes pier"\nauthors:\n  - Ada Quill\n  - Jan Moor\ndate: 2024-10-15T07:30:00+02:00\nsource: https://courier.example/barge\nlang: en\n---\n\nThe harbour of **Vellmar** was closed after a [barge](https://x.example/a_(b)) struck\nthe *eastern* pier, \`port_authority\` said\\*.\n\n> “We heard a sound,” said Orla Brandt.\n> Then the lights went out.\n\n- one thing\n- another 2 * 3 * 4\n\n## What next\n\n![The pier](pier.jpg)\nIt will reopen.\n`;
    const read = await report(source);
    expect(read).toMatchObject({
      mediaType: 'text/markdown',
      report: {
        title: 'Barge strikes pier',
        byline: 'Ada Quill, Jan Moor',
        published: '2024-10-15T07:30:00+02:00',
        url: 'https://courier.example/barge',
        text: [
          'The harbour of Vellmar was closed after a barge struck the eastern pier, port_authority said*.',
          '“We heard a sound,” said Orla Brandt. Then the lights went out.',
          'one thing',
          'another 2 * 3 * 4',
          'What next',
          'It will reopen.',
        ].join('\n\n'),
      },
    });
    expect(read.evidence).toContainEqual(expect.objectContaining({ field: 'byline', from: 'front matter authors', chosen: true }));
  });

  it.each([
    ['a heading before its text', `# Barge strikes pier\n\n${TEXT}`, 'Barge strikes pier'],
    ['a heading that is underlined, and a link', `Barge strikes pier\n===\n\n[More](https://x.example/) and ${TEXT}`, 'Barge strikes pier'],
  ])('is told by %s', async (_what, source, title) =>
    expect(await report(source)).toMatchObject({ mediaType: 'text/markdown', report: { title } }),
  );

  it.each([
    ['lists and quotations alone', `${TEXT}\n\n> so he said\n\n- one\n- two\n`],
    ['a number sign in it', `${TEXT}\n\nThe barge was #4 of * all * of them - the largest.`],
    ['a rule of dashes', `${TEXT}\n\n---\n\n${TEXT}`],
  ])('is not taken for it: plain text with %s', async (_what, source) =>
    expect(await report(source)).toMatchObject({ mediaType: 'text/plain', report: { text: source.trim() } }),
  );
});

describe('pages in other dress', () => {
  it('Firefox’s reader mode', async () => {
    const source = `<!DOCTYPE html><html><head><title>Barge</title></head><body><div class="container" lang="en"><div class="header reader-header"><a class="domain reader-domain" href="https://courier.example/barge">courier.example</a><h1 class="reader-title">Barge strikes pier</h1><div class="credits reader-credits">Ada Quill</div><div class="meta-data"><div class="reader-estimated-time">3–4 minutes</div></div></div><div class="content"><div class="moz-reader-content"><div id="readability-page-1" class="page">${BODY}</div></div></div></div></body></html>`;
    expect((await report(source)).report).toMatchObject({
      text: TEXT,
      title: 'Barge strikes pier',
      byline: 'Ada Quill',
      url: 'https://courier.example/barge',
    });
  });

  it('Safari’s reader mode', async () => {
    const source = `<html><body><div id="article" role="article"><div class="page"><h1 class="title">Barge strikes pier</h1><div class="metadata singleline"><a href="#" class="byline">Ada Quill</a>&nbsp;<time class="date">October 15, 2024</time></div>${BODY}</div></div></body></html>`;
    expect((await report(source)).report).toMatchObject({ text: TEXT, byline: 'Ada Quill', published: '2024-10-15' });
  });

  it('AMP: by the article’s own address, without what AMP puts into it', async () => {
    const source = `<!doctype html><html ⚡ lang="en"><head><title>Barge</title><link rel="canonical" href="https://courier.example/barge"></head><body><amp-sidebar><ul><li>The news of the day, the news of the week, and a long menu.</li></ul></amp-sidebar><article><h1>Barge strikes pier</h1>${BODY}<amp-ad><div fallback>Placed here by somebody, for something that is sold.</div></amp-ad><amp-consent><div>We use cookies, dear reader, as all pages do, on this page.</div></amp-consent>${BODY}</article></body></html>`;
    const { report: read } = await report(source, { url: 'https://courier.example/amp/barge' });
    expect(read.text).toBe(`${TEXT}\n\n${TEXT}`);
    expect((await report(source)).report.url).toBe('https://courier.example/barge');
  });

  it('a print view', async () => {
    const source = `<html><head><title>Print: Barge strikes pier</title><link rel="canonical" href="https://courier.example/barge"></head><body class="print print-page" onload="window.print()"><div class="print-header">Vellmar Courier</div><div class="print-content"><h1>Barge strikes pier</h1><div class="print-date">October 15, 2024</div>${BODY}</div><div class="print-footer">Source: https://courier.example/barge</div></body></html>`;
    expect((await report(source)).report).toMatchObject({ text: TEXT, url: 'https://courier.example/barge', published: '2024-10-15' });
  });
});

describe('one page of an article that has several', () => {
  const pageOf = (head: string) =>
    `<html lang="en"><head><title>Barge</title>${head}</head><body><h1>Barge</h1>${BODY}<p>Page 2 of 3</p></body></html>`;
  const canonical = '<link rel="canonical" href="https://courier.example/barge">';

  it.each([
    [
      'a number asked for',
      `${canonical}<link rel="prev" href="/barge?page=1"><link rel="next" href="/barge?page=3">`,
      'https://courier.example/barge?page=2',
    ],
    ['a last page', `${canonical}<link rel="prev" href="/barge/page/2/">`, 'https://courier.example/barge/page/3/'],
    ['a first page', `${canonical}<link rel="next" href="/barge/2">`, 'https://courier.example/barge'],
  ])('is told by its neighbours and has an address of its own: %s', async (_what, head, url) => {
    const read = await report(pageOf(head));
    expect(read.report).toMatchObject({ url, text: TEXT });
    expect(codes(read)).toEqual(['intake-one-of-several']);
  });

  it('links to the next article say nothing of pages', async () => {
    const read = await report(pageOf(`${canonical}<link rel="prev" href="/storm"><link rel="next" href="/harbour-2">`));
    expect(read.report.url).toBe('https://courier.example/barge');
    expect(codes(read)).toEqual([]);
  });
});

describe('mail of others', () => {
  const mail = (subject: string, body: string, type = 'text/plain') =>
    `From: "Ada Quill" <ada@x.example>\r\nTo: desk@x.example\r\nSubject: ${subject}\r\nDate: Wed, 16 Oct 2024 09:00:00 +0200\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body.replaceAll('\n', '\r\n')}`;
  const head =
    'From: Port Authority <press@port.example>\nDate: Tue, Oct 15, 2024 at 7:30 AM\nSubject: Harbour closed\nTo: <ada@x.example>\n\n';

  it.each([
    ['Gmail', 'Fwd: Harbour closed', `---------- Forwarded message ---------\n${head}`],
    ['Apple', 'Fwd: Harbour closed', `Begin forwarded message:\n\n${head.replace(/^(?=.)/gm, '> ')}`],
    [
      'Outlook, in German',
      'WG: Harbour closed',
      head.replace('From', 'Von').replace('Date', 'Gesendet').replace('Subject', 'Betreff').replace('To', 'An'),
    ],
  ])('what is passed on is a report of its own: %s', async (_program, subject, before) => {
    const all = await take([given(mail(subject, `Please see below, this came in today.\n\n${before}${TEXT}\n`))]);
    expect(all).toMatchObject([
      { report: { text: 'Please see below, this came in today.', byline: 'Ada Quill', published: '2024-10-16T09:00:00+02:00' } },
      { report: { text: TEXT, byline: 'Port Authority', title: 'Harbour closed', published: '2024-10-15T07:30:00' } },
    ]);
  });

  it('what is passed on without a word is the mail’s report', async () => {
    const read = await report(mail('Fwd: Harbour closed', `---------- Forwarded message ---------\n${head}${TEXT}\n`));
    expect(read).toMatchObject({ mediaType: 'message/rfc822', report: { text: TEXT, byline: 'Port Authority' } });
  });

  it.each([
    ['by a line of the program', `${TEXT}\n\nOn Mon, 14 Oct 2024 at 09:00, Tom Reed <t@x.example> wrote:\nWhat is known?\n`],
    ['by the head of a mail', `${TEXT}\n\n${head}What is known?\n`],
    ['by marks', `${TEXT}\n> What is known?\n`],
  ])('what is answered is not the sender’s: told %s', async (_how, body) =>
    expect((await report(mail('Re: Harbour', body))).report.text).toBe(TEXT),
  );

  it('a sentence that ends as such a line does stays', async () => {
    const body = `On Tuesday, 15 October, the port authority wrote:\n\n${TEXT}`;
    expect((await report(mail('Harbour', body))).report.text).toBe(body);
  });

  it('what is answered in a page is not the sender’s', async () => {
    const quoted =
      '<div class="gmail_quote"><div>On Mon, Tom Reed wrote:</div><blockquote type="cite">What is known of the barge, and of the pier?</blockquote></div>';
    expect((await report(mail('Re: Harbour', `<html><body>${BODY}${quoted}</body></html>`, 'text/html'))).report.text).toBe(TEXT);
  });
});

describe('contradictions', () => {
  const pageOf = (head: string, language = 'en') =>
    `<html lang="${language}"><head><title>Barge</title>${head}</head><body><h1>Barge</h1>${BODY}</body></html>`;
  it.each([
    ['intake-language-contradicted', pageOf('', 'de')],
    [
      'intake-modified-before-published',
      pageOf('<meta property="article:published_time" content="2024-10-15"><meta property="article:modified_time" content="2024-10-01">'),
    ],
  ])('%s', async (code, source) => expect(codes(await report(source))).toEqual([code]));

  it.each([
    ['Barge strikes pier - Courier', 'Harbour', 'Courier', 'Courier'],
    ['Barge strikes pier - Courier', 'Harbour', '@other', 'Harbour'],
    ['Barge strikes pier - Courier', 'The Vellmar Courier', '@courier', 'The Vellmar Courier'],
    ['Barge strikes pier - latest', 'Harbour', '@latest', 'Harbour'],
  ])('an outlet that the title “%s”, the address and another place name comes before %s', async (title, stated, other, outlet) => {
    const head = `<title>${title}</title><meta property="og:site_name" content="${stated}"><meta name="twitter:site" content="${other}">`;
    const source = pageOf(head).replace('<title>Barge</title>', '');
    expect((await report(source, { url: 'https://www.courier.example/barge' })).report.outlet).toBe(outlet);
  });

  it('of languages that are written alike the label tells which', async () => {
    const words =
      '<p>Pemerintah mengatakan bahwa pelabuhan ditutup pada hari Selasa setelah sebuah tongkang menabrak dermaga timur, dan tiga orang dibawa ke rumah sakit oleh penjaga pantai yang mengirim dua kapal ke tempat kejadian.</p>';
    const written = (language: string) =>
      `<html lang="${language}"><head><title>T</title></head><body><h1>T</h1>${words.repeat(3)}</body></html>`;
    for (const language of ['id', 'ms']) {
      const read = await report(written(language));
      expect(read.report.language).toBe(language);
      expect(codes(read)).toEqual([]);
    }
  });

  it('the day of change is read from the page’s words too', async () => {
    const { evidence } = await report(
      pageOf('').replace('<p>', '<p class="meta">Published 15 October 2024, updated 16 October 2024 09:15</p><p>'),
    );
    expect(evidence.filter(({ field }) => field === 'modified')).toMatchObject([{ value: '2024-10-16T09:15:00', chosen: true }]);
  });
});
