import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listingOf } from '../../src/intake/listing/listing.ts';

const of = (text: string | Uint8Array) =>
  listingOf(typeof text === 'string' ? Buffer.from(text) : text, {
    address: 'https://courier.example/feeds/all',
    contentType: undefined,
    maxBytes: 1_000_000,
  });
const SITEMAP =
  '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://courier.example/a?x=1&amp;y=2</loc><lastmod>2024-10-15</lastmod></url><url><loc>/b</loc></url></urlset>';

describe('what a listing points to', () => {
  it.each([
    [
      'RSS',
      '<rss version="2.0"><channel><link>https://courier.example/</link><item><title>A</title><link>https://courier.example/a#top</link><pubDate>Tue, 15 Oct 2024 07:00:00 GMT</pubDate></item><item><link><![CDATA[ /b ]]></link></item></channel></rss>',
      'feed',
      [
        { url: 'https://courier.example/a', changed: 'Tue, 15 Oct 2024 07:00:00 GMT' },
        { url: 'https://courier.example/b', changed: null },
      ],
    ],
    [
      'RSS with nothing but a permanent guid',
      '<rss><channel><item><guid>https://courier.example/a</guid></item><item><guid isPermaLink="false">x7</guid></item></channel></rss>',
      'feed',
      [{ url: 'https://courier.example/a', changed: null }],
    ],
    [
      'RSS 1.0',
      '<rdf:RDF xmlns:rdf="r"><channel><items/></channel><item rdf:about="x"><link>https://courier.example/a</link><dc:date>2024-10-15</dc:date></item></rdf:RDF>',
      'feed',
      [{ url: 'https://courier.example/a', changed: '2024-10-15' }],
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link rel="self" href="/self"/><link href="/a"/><published>2024-10-14T00:00:00Z</published><updated>2024-10-15T00:00:00Z</updated></entry></feed>',
      'feed',
      [{ url: 'https://courier.example/a', changed: '2024-10-15T00:00:00Z' }],
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","url":"/a","date_modified":"2024-10-15"},{"id":"2"},null]}',
      'feed',
      [{ url: 'https://courier.example/a', changed: '2024-10-15' }],
    ],
    [
      'a sitemap',
      SITEMAP,
      'sitemap',
      [
        { url: 'https://courier.example/a?x=1&y=2', changed: '2024-10-15' },
        { url: 'https://courier.example/b', changed: null },
      ],
    ],
    [
      'a news sitemap',
      '<urlset xmlns:news="n"><url><loc>https://courier.example/a</loc><news:news><news:publication_date>2024-10-15</news:publication_date></news:news></url></urlset>',
      'sitemap',
      [{ url: 'https://courier.example/a', changed: '2024-10-15' }],
    ],
    [
      'an index of sitemaps',
      '<sitemapindex><sitemap><loc>https://courier.example/s1.xml.gz</loc><lastmod>2024-10-15</lastmod></sitemap></sitemapindex>',
      'sitemap-index',
      [{ url: 'https://courier.example/s1.xml.gz', changed: '2024-10-15' }],
    ],
  ])('%s', (_, text, kind, entries) => expect(of(text)).toEqual({ kind, entries }));

  it('is read from gzip, and a bomb is refused', () => {
    expect(of(gzipSync(SITEMAP))?.entries).toHaveLength(2);
    expect(() => of(gzipSync(Buffer.alloc(3_000_000, ' ')))).toThrow(/INTAKE_EXPANDS/);
    expect(() => of(Buffer.from([0x1f, 0x8b, 1, 2, 3]))).toThrow(/INTAKE_DAMAGED/);
  });

  it.each([
    ['a page', '<!doctype html><html><body><p>Words</p></body></html>'],
    ['words', 'Only words.'],
    ['JSON that is no feed', '{"items":[{"url":"/a"}]}'],
    ['broken JSON', '{"version"'],
  ])('%s lists nothing', (_, text) => expect(of(text)).toBeNull());

  it('leads nowhere but to http and https', () => {
    const links = ['javascript:alert(1)', 'file:///etc/passwd', 'mailto:a@b.example', 'ht!tp://x', ''];
    expect(of(`<rss>${links.map((link) => `<item><link>${link}</link></item>`).join('')}</rss>`)?.entries.map(({ url }) => url)).toEqual([
      'https://courier.example/feeds/ht!tp://x',
    ]);
  });

  it('never throws for a cut feed, wherever it is cut', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: SITEMAP.length }), (at) => void of(SITEMAP.slice(0, at))));
  });
});
