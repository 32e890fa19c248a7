import { describe, expect, it } from 'vitest';
import { DATELINES, datelineCandidates } from '../../src/intake/formats/dateline.ts';
import { brief, given, only, PARAGRAPHS, page, take } from './helpers.ts';

const TEXT = PARAGRAPHS.join('\n\n');
const chosen = (received: ReturnType<typeof only>, field: string): string | undefined =>
  received.evidence.find((one) => one.field === field && one.chosen)?.value;

describe('JSON Feed', () => {
  const feed = (items: readonly object[]): string =>
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Vellmar Courier', language: 'en', items });

  it('gives each item, its page or its words, and says where there is a summary only', async () => {
    const all = await take([
      given(
        feed([
          {
            id: '1',
            url: 'https://courier.example/1',
            title: 'Barge',
            content_html: PARAGRAPHS.map((text) => `<p>${text}</p>`).join(''),
            date_published: '2024-10-15T07:30:00Z',
            date_modified: '2024-10-15T09:00:00Z',
            authors: [{ name: 'Ada Quill' }, { name: 'Tom Reed' }],
          },
          { id: '2', content_text: `Second. ${PARAGRAPHS[0]}` },
          { id: '3', summary: 'What the third report is about.' },
          { id: '4' },
        ]),
      ),
    ]);
    expect(all[0]).toMatchObject({
      report: {
        text: TEXT,
        title: 'Barge',
        outlet: 'Vellmar Courier',
        byline: 'Ada Quill, Tom Reed',
        url: 'https://courier.example/1',
        published: '2024-10-15T07:30:00Z',
      },
    });
    expect(all[1]).toMatchObject({ report: { text: `Second. ${PARAGRAPHS[0]}` }, warnings: [] });
    expect(all[2]).toMatchObject({ warnings: [{ code: 'intake-headline-only' }] });
    expect(all.slice(3).map(brief)).toEqual(['INTAKE_NO_ARTICLE']);
  });

  it('that is cut is damaged', async () => {
    expect((await take([given(feed([{ content_text: TEXT }]).slice(0, -20))])).map(brief)).toEqual(['INTAKE_DAMAGED']);
  });
});

describe('news sitemaps', () => {
  it('give each headline with its address and day; entries without news tags are passed over', async () => {
    const entry = (n: number): string =>
      `<url><loc>https://courier.example/${n}</loc><news:news><news:publication><news:name>Courier</news:name><news:language>en</news:language></news:publication><news:publication_date>2024-10-15T07:30:00Z</news:publication_date><news:title>Barge ${n} strikes the eastern pier</news:title></news:news></url>`;
    const source = `<?xml version="1.0"?><urlset xmlns="s" xmlns:news="n">${entry(1)}<url><loc>https://courier.example/about</loc></url>${entry(2)}</urlset>`;
    const all = await take([given(source)]);
    expect(all).toMatchObject(
      [1, 2].map((n) => ({
        report: {
          text: `Barge ${n} strikes the eastern pier`,
          url: `https://courier.example/${n}`,
          published: '2024-10-15T07:30:00Z',
          outlet: 'Courier',
        },
        warnings: [{ code: 'intake-headline-only' }],
      })),
    );
    expect(new Set(all.map(brief)).size).toBe(2);
    expect(all.map((one) => one.kind === 'report' && Buffer.from(one.raw).toString())).toEqual([entry(1), entry(2)]);
  });

  it('without news tags hold no article', async () => {
    expect((await take([given('<urlset><url><loc>https://courier.example/</loc></url></urlset>')])).map(brief)).toEqual([
      'INTAKE_NO_ARTICLE',
    ]);
  });
});

describe('live blogs', () => {
  const blog = (updates: readonly object[]): string =>
    page(
      `<script type="application/ld+json">${JSON.stringify({ '@type': 'LiveBlogPosting', headline: 'Storm, live', publisher: { name: 'Courier' }, liveBlogUpdate: updates })}</script>`,
    );

  it('are reports of their own, each with its own time', async () => {
    const update = (n: number) => ({
      '@type': 'BlogPosting',
      headline: `Entry ${n}`,
      datePublished: `2024-10-15T0${n}:30:00Z`,
      articleBody: `<p>${n}. ${PARAGRAPHS[0]}</p>`,
    });
    const all = await take([given(blog([update(8), update(7)]))]);
    expect(all).toMatchObject(
      [8, 7].map((n) => ({
        report: {
          from: `given#${9 - n}`,
          title: `Entry ${n}`,
          published: `2024-10-15T0${n}:30:00Z`,
          text: `${n}. ${PARAGRAPHS[0]}`,
          outlet: 'Courier',
        },
      })),
    );
    expect(new Set(all.map(brief)).size).toBe(2);
  });

  it('of one entry are read as one article', async () => {
    expect(only(await take([given(blog([{ articleBody: 'One entry.' }]))])).report.text).toBe(TEXT);
  });
});

describe('stubs before a payment wall', () => {
  const WALL = 'intake-paywalled';
  const codes = async (source: string) => only(await take([given(source)])).warnings.map(({ code }) => code);

  it('are warned of where the page says that it is not free', async () => {
    expect(
      await codes(page('<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":"False"}</script>')),
    ).toContain(WALL);
    expect(
      await codes(page('<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":true}</script>')),
    ).not.toContain(WALL);
  });

  it('are warned of where it shows the wall', async () => {
    const body = `<p>${PARAGRAPHS[0]}</p><div class="c-paywall"><p>Subscribe now to continue reading this story.</p></div>`;
    expect(await codes(page('', body))).toContain(WALL);
    expect(await codes(page('', `<p>${PARAGRAPHS[0]}</p>`))).not.toContain(WALL);
  });
});

describe('the first words of wire reports', () => {
  it.each([
    ['SEOUL, Oct 18 (Reuters) - The harbour was closed.', 'SEOUL', 'Reuters'],
    ['VELLMAR, Sant (AP) — The harbour was closed.', 'VELLMAR, Sant', 'AP'],
    ['NEW YORK (AP) -- The harbour was closed.', 'NEW YORK', 'AP'],
    ['(Reuters) - The harbour was closed.', undefined, 'Reuters'],
    ['VELLMAR – The harbour was closed.', 'VELLMAR', undefined],
    ['The harbour (AP) - was closed.', undefined, undefined],
    ['A barge - the largest - struck the pier.', undefined, undefined],
    ['Berlin/Frankfurt (dpa/lhe) - Der Hafen wurde gesperrt.', 'Berlin/Frankfurt', 'dpa/lhe'],
    ['PARIS, 18 oct. 2024 (AFP) - Le port est fermé.', 'PARIS', 'AFP'],
    ['Rio de Janeiro (EFE).- El puerto', 'Rio de Janeiro', 'EFE'],
    ['JAKARTA, KOMPAS.com - Pelabuhan ditutup.', 'JAKARTA', undefined],
    ['By Ada Quill\n\nSEOUL, Oct 18 (Reuters) - The harbour', 'SEOUL', 'Reuters'],
    ['NATO — the alliance — said so.', undefined, undefined],
    ['EU - China trade grew.', undefined, undefined],
    ['I - and others - saw it.', undefined, undefined],
  ])('%s', (text, place, credit) => {
    const found = datelineCandidates(text);
    expect([found.find(({ field }) => field === 'place')?.value, found.find(({ field }) => field === 'credit')?.value]).toEqual([
      place,
      credit,
    ]);
  });

  it.each(DATELINES)('%s: of each way an agency or a place is told', (example) =>
    expect(datelineCandidates(`${example}The harbour was closed.`)).not.toEqual([]),
  );

  it('are evidence beside section and last change; the words stay', async () => {
    const source = page(
      '<meta property="article:section" content="Harbour"><meta property="article:modified_time" content="2024-10-15T09:00:00Z">',
      `<p>VELLMAR, Oct 15 (AP) - ${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p>`,
    );
    const received = only(await take([given(source)]));
    expect(received.report.text).toContain('VELLMAR, Oct 15 (AP) - The harbour');
    expect(['place', 'credit', 'section', 'modified'].map((field) => chosen(received, field))).toEqual([
      'VELLMAR',
      'AP',
      'Harbour',
      '2024-10-15T09:00:00Z',
    ]);
  });
});

describe('Zstandard', () => {
  /** One frame of one raw block, as RFC 8878 has it: what a packer makes of bytes that do not pack. */
  const frameOf = (bytes: Buffer): Buffer => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(bytes.length);
    const block = Buffer.alloc(3);
    block.writeUIntLE((bytes.length << 3) | 1, 0, 3);
    return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0]), size, block, bytes]);
  };

  it('is unpacked, frame after frame', async () => {
    const packed = Buffer.concat([frameOf(Buffer.from(PARAGRAPHS[0] ?? '')), frameOf(Buffer.from(` ${PARAGRAPHS[1]}`))]);
    expect(only(await take([given(packed)])).report.text).toBe(`${PARAGRAPHS[0]} ${PARAGRAPHS[1]}`);
  });

  it('that is cut, or no frame, is damaged', async () => {
    const cut = frameOf(Buffer.from(TEXT)).subarray(0, 60);
    const none = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
    expect((await take([given(cut), given(none)])).map(brief)).toEqual(['INTAKE_DAMAGED', 'INTAKE_DAMAGED']);
  });
});
