// Real documents of every format, made here and then damaged. Seconds as a test; an hour by
//   FUZZ_SECONDS=3600 npx vitest run test/hostile/fuzz.test.ts
// What is found prints its seed and path, to be run again; a crash that was found becomes a case of the corpus.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formats } from '../../src/intake/index.ts';
import { given, PARAGRAPHS, page, take } from '../intake/helpers.ts';
import { docxOf, odtOf, pdfOf, tarOf, warcOf, zipOf } from '../intake/made.ts';
import { NARROW } from './case.ts';

const seconds = Number(process.env.FUZZ_SECONDS ?? 12);

type Damage = (bytes: Buffer) => Buffer;
interface Sample {
  readonly format: string;
  /** The document, damaged: where it is packed, what is inside is damaged before it is packed, or the packed bytes are. */
  readonly make: (damage: Damage) => Buffer;
}

const body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('');
const html = page(
  '<title>Barge</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Barge","datePublished":"2024-10-15T07:30:00Z"}</script><meta property="article:published_time" content="2024-10-15">',
);
const mail = `From: "Ada" <ada@x.example>\r\nTo: b@x.example\r\nSubject: =?utf-8?q?Barge_=E2=80=93?=\r\nDate: Tue, 15 Oct 2024 07:30:00 +0200\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${PARAGRAPHS.join('\r\n\r\n')}\r\n--b\r\nContent-Type: text/html\r\nContent-Disposition: attachment; filename="p.html"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}\r\n--b--\r\n`;
const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title><item><title>Barge</title><link>https://x.example/1</link><pubDate>Tue, 15 Oct 2024 07:30:00 GMT</pubDate><description><![CDATA[${body}]]></description></item></channel></rss>`;
const nitf = `<?xml version="1.0"?><nitf><body><body.head><hedline><hl1>Barge</hl1></hedline></body.head><body.content>${body}</body.content></body></nitf>`;
const rtf = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Times;}}{\\info{\\title Barge}}\\f0 ${PARAGRAPHS.join('\\par\n').replace(/[^\p{ASCII}]/gu, "\\'93")}}`;
const warc = warcOf([{ url: 'https://x.example/1', head: 'HTTP/1.1 200 OK\r\nContent-Type: text/html', body: html }]);
const pdf = pdfOf([PARAGRAPHS.map((text, i) => [60, 700 - 40 * i, text.slice(0, 90)] as const)]);
const whole = (format: string, bytes: Buffer | string): Sample => ({ format, make: (damage) => damage(Buffer.from(bytes as string)) });

const SAMPLES: readonly Sample[] = [
  whole('html', html),
  whole('mail', mail),
  whole('feed', rss),
  whole('newsml', nitf),
  whole('rtf', rtf),
  whole('pdf', pdf),
  whole('warc', warc),
  whole('text', PARAGRAPHS.join('\n\n')),
  whole('jsonl', `${JSON.stringify({ id: 'a', text: PARAGRAPHS[0] })}\n${JSON.stringify({ html })}\n`),
  whole('tar', tarOf({ 'a.txt': PARAGRAPHS.join('\n\n'), 'b.html': html })),
  whole('zip', zipOf({ 'a.txt': PARAGRAPHS.join('\n\n'), 'b.html': html })),
  whole('office', docxOf(PARAGRAPHS)),
  whole(
    'jsonfeed',
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items: [{ title: 'a', content_html: body }, { content_text: 'b' }] }),
  ),
  whole(
    'sitemap',
    `<urlset>${'<url><loc>https://x.example/</loc><n:news><n:title>Barge strikes pier</n:title></n:news></url>'.repeat(3)}</urlset>`,
  ),
  whole(
    'zstd',
    Buffer.concat([
      Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, 50, (50 << 3) | (1 & 255), 1, 0]),
      Buffer.from(PARAGRAPHS[0]?.slice(0, 50) ?? ''),
    ]),
  ),
  whole(
    'markdown',
    `---\ntitle: "Barge"\nauthors:\n  - Ada\n---\n\n# Barge\n\n**${PARAGRAPHS[0]}** [a](https://x.example/a_(b)) ![b](c.png)\n\n> ${PARAGRAPHS[1]}\n\n- one\n- two\n\n\`\`\`\nx\n\`\`\`\n| a | b |\n|---|---|\n`,
  ),
  whole(
    'mail',
    `${mail.replace(/Content-Type: multipart[\s\S]*/, '')}\r\n${PARAGRAPHS[0]}\r\n\r\n---------- Forwarded message ---------\r\nFrom: B <b@x.example>\r\nDate: Tue, Oct 15, 2024\r\nSubject: C\r\n\r\n${PARAGRAPHS[1]}\r\nOn Mon, 14 Oct 2024, C <c@x.example> wrote:\r\n> ${PARAGRAPHS[2]}\r\n`,
  ),
  whole('gzip', gzipSync(html)),
  { format: 'gzip', make: (damage) => gzipSync(damage(Buffer.from(html))) },
  {
    format: 'office',
    make: (damage) =>
      zipOf({
        'word/document.xml': damage(
          Buffer.from(`<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${PARAGRAPHS[0]}</w:t></w:r></w:p></w:body></w:document>`),
        ),
      }),
  },
  { format: 'office', make: (damage) => damage(odtOf(PARAGRAPHS)) },
];

/** Pieces that parsers stumble over. */
const PIECES = [
  '<',
  '>',
  '</',
  '<!--',
  ']]>',
  '<![CDATA[',
  '&#',
  '"',
  '{',
  '}',
  '[',
  '\\',
  '\0',
  '\r\n\r\n',
  '--b',
  '\xff',
  '\x80',
  '%',
  '((',
  '1e999',
  '-1',
  '<div>',
  '<svg>',
  '<template>',
  'endobj',
  'stream',
];
const damage: fc.Arbitrary<Damage> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('cut', 'change', 'insert', 'repeat', 'leave out', 'move'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 1, max: 200 }),
      byte: fc.integer({ min: 0, max: 255 }),
      piece: fc.constantFrom(...PIECES),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(
    (edits) => (bytes) =>
      edits.reduce<Buffer>((now, { kind, at, length, byte, piece }) => {
        const place = Math.floor(at * now.length);
        const [before, after] = [now.subarray(0, place), now.subarray(place)];
        if (kind === 'cut') return before.length > 0 ? before : now;
        if (kind === 'change') return Buffer.concat([before, Buffer.from([byte]), after.subarray(1)]);
        if (kind === 'insert') return Buffer.concat([before, Buffer.from(piece, 'latin1'), after]);
        if (kind === 'repeat')
          return Buffer.concat([before, ...Array.from({ length: 1 + (byte % 20) }, () => after.subarray(0, length)), after]);
        if (kind === 'leave out') return Buffer.concat([before, after.subarray(length)]);
        return Buffer.concat([after.subarray(0, length), before, after.subarray(length)]);
      }, bytes),
  );

/** A parser that fails, hangs or grows is a fault of ours, even where it costs one document only. */
const FAULTS = ['INTAKE_PARSER_FAILED', 'INTAKE_TOO_SLOW', 'INTAKE_TOO_MUCH_MEMORY'];

it('has a sample of every format', () => {
  const missing = formats.filter(({ name }) => !SAMPLES.some(({ format }) => format === name)).map(({ name }) => name);
  expect(missing).toEqual([]);
});

it(
  'whatever is sent is read, or refused for a reason that is its own',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SAMPLES), damage, async ({ make }, change) => {
        for (const one of await take([given(make(change))], NARROW)) {
          if (one.kind === 'refusal') expect(FAULTS, one.problem.problem).not.toContain(one.problem.code);
          else expect(one.report.text.trim()).not.toBe('');
        }
      }),
      { numRuns: 1_000_000, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false },
    );
  },
  (seconds + 120) * 1000,
);
