import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statedDate, writtenDate } from '../../src/intake/html/dates/parse.ts';
import { fromPersian } from '../../src/intake/html/dates/persian.ts';
import { given, only, PARAGRAPHS, page, take } from './helpers.ts';

const now = new Date('2026-01-01T00:00:00Z');

describe('a day as metadata states it', () => {
  it.each([
    ['2024-10-15', '2024-10-15'],
    ['2024-10-15T07:30:00+02:00', '2024-10-15T07:30:00+02:00'],
    ['2024-10-15T07:30:00.123Z', '2024-10-15T07:30:00Z'],
    ['2024-10-15 07:30', '2024-10-15T07:30:00'],
    ['2024-10-15T07:30:00+0530', '2024-10-15T07:30:00+05:30'],
    ['20241015T073000Z', '2024-10-15T07:30:00Z'],
    ['2024/10/15', '2024-10-15'],
    ['Tue, 15 Oct 2024 07:30:00 GMT', '2024-10-15T07:30:00Z'],
    ['1728977400', '2024-10-15T07:30:00Z'],
    ['1728977400000', '2024-10-15T07:30:00Z'],
    ['October 15, 2024 7:30 PM', '2024-10-15T19:30:00'],
    ['15/10/2024, 14:02 (GMT+7)', '2024-10-15T14:02:00+07:00'],
    ['2024-10-15 14:02 UTC+05:30', '2024-10-15T14:02:00+05:30'],
    ['2024-10-15 14:02 zone', '2024-10-15T14:02:00'],
    ['le 15 octobre 2024 à 14h02', '2024-10-15T14:02:00'],
  ])('%s is %s', (text, value) => expect(statedDate(text, { now })).toBe(value));

  it.each(['2024-13-40', '2024-02-30', 'yesterday', '', '0000-00-00', '3024-01-01', '3/4/2020', '03-04-2020 10:00'])('%s is none', (text) =>
    expect(statedDate(text, { now })).toBeNull(),
  );
});

describe('a day written in words', () => {
  it.each([
    ['Published 15 October 2024 at 14:02', '2024-10-15T14:02:00'],
    ['14:02, 15 октября 2024', '2024-10-15T14:02:00'],
    ['11:25 PM - 15 Oct 2024', '2024-10-15T23:25:00'],
    ['Tue Oct 15 07:30:00 +0000 2024', '2024-10-15T07:30:00+00:00'],
    ['Tue Oct 15 07:30:00 UTC 2024', '2024-10-15T07:30:00Z'],
    ['15. Oktober 2024', '2024-10-15'],
    ['15 de octubre de 2024', '2024-10-15'],
    ['le 15 octobre 2024', '2024-10-15'],
    ['15 октября 2024', '2024-10-15'],
    ['2024年10月15日', '2024-10-15'],
    ['2024년 10월 15일', '2024-10-15'],
    ['١٥ أكتوبر ٢٠٢٤', '2024-10-15'],
    ['24 نيسان / أبريل 2020', '2020-04-24'],
    ['۲ تیر ۱۳۹۹', '2020-06-22'],
    ['15.10.2024', '2024-10-15'],
    ['10/15/2024', '2024-10-15'],
    ['12 people met, 15 Oct 2024', '2024-10-15'],
    ['2024. október 15. kedd', '2024-10-15'],
    ['2024 m. spalio 15 d.', '2024-10-15'],
    ['2024. gada 15. oktobris', '2024-10-15'],
    ['2024ko urriaren 15a', '2024-10-15'],
    ['2024 жылғы 15 қазан', '2024-10-15'],
    ['2024 оны 10-р сарын 15', '2024-10-15'],
    ['ngày 15 tháng 10 năm 2024', '2024-10-15'],
    ['15 tháng 10, 2024', '2024-10-15'],
    ['15 ตุลาคม 2567', '2024-10-15'],
    ['15/10/2567', '2024-10-15'],
    ['令和6年10月15日', '2024-10-15'],
    ['令和元年12月1日', '2019-12-01'],
    ['民國113年10月15日', '2024-10-15'],
    ['15 באוקטובר 2024', '2024-10-15'],
    ['15 تشرين الأول 2024', '2024-10-15'],
    ['الثلاثاء 15 أكتوبر، 2024', '2024-10-15'],
    ['2024. 10. 15. 오후', '2024-10-15'],
    ['15-Oct-24', '2024-10-15'],
    ['Oct. 15th, 2024', '2024-10-15'],
  ])('%s', (text, value) => expect(writtenDate(text, { now })?.value).toBe(value));

  it.each(['15 October 10 people', '12 ربيع الآخر 1446', '२०८१ असोज २९', 'May 2024', '1/2'])('%s is none', (text) =>
    expect(writtenDate(text, { now })).toBeNull(),
  );

  it('begins with its year where the language does', () => {
    expect(writtenDate('24.10.15 14:02', { now, yearFirst: true })?.value).toBe('2024-10-15T14:02:00');
    expect(writtenDate('24.10.15 14:02', { now })?.value).toBe('2015-10-24T14:02:00');
  });

  it('says when a day could be two', () => {
    expect(writtenDate('3/4/2020', { now })?.unclear).toBe(true);
    expect(writtenDate('3/4/2020', { now, monthFirst: true })).toMatchObject({ value: '2020-03-04', unclear: false });
    expect(writtenDate('3/4/2020', { now, monthFirst: false })).toMatchObject({ value: '2020-04-03', unclear: false });
  });

  it('never gives a day that does not exist, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/.: -]{0,30}$/)), (text) => {
        const value = statedDate(text, { now });
        if (value) expect(new Date(`${value.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10)).toBe(value.slice(0, 10));
      }),
      { numRuns: 2000 },
    );
  });
});

it('the Persian calendar agrees with the tables of the runtime from 1300 to 1500', () => {
  const table = new Intl.DateTimeFormat('en-u-ca-persian', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 72_000 }), (days) => {
      const at = new Date(Date.UTC(1921, 5, 1) + days * 86_400_000);
      const part = (type: string) =>
        Number(
          table
            .formatToParts(at)
            .find((one) => one.type === type)
            ?.value.replace(/\D/g, ''),
        );
      expect(fromPersian(part('year'), part('month'), part('day'))).toEqual([at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()]);
    }),
  );
  expect(fromPersian(1400, 12, 30)).toBeNull();
});

describe('the day a page came out', () => {
  const published = async (head: string, body?: string, url?: string) =>
    only(await take([given(page(head, body), url ? { url } : undefined)])).report.published;
  const text = PARAGRAPHS.map((p) => `<p>${p}</p>`).join('');

  it.each([
    ['a line under the title', '', `<p>October 15, 2024</p>${text}`, '2024-10-15'],
    ['a class that says so', '', `<span class="post-date">15 Oct 2024</span>${text}`, '2024-10-15'],
    ['a title on a time', '', `<a class="timestamp" href="/x" title="7:30 - 15 Oct 2024">15 Oct</a>${text}`, '2024-10-15'],
    [
      'JSON-LD that is broken',
      '<script type="application/ld+json">{"@type":"NewsArticle", "x": , "datePublished": "2024-10-15T07:30:00Z"}</script>',
      text,
      '2024-10-15T07:30:00Z',
    ],
  ])('is read from %s', async (_where, head, body, value) => expect(await published(head, body)).toBe(value));

  it.each([
    'https://courier.example/2024/10/15/barge',
    'https://courier.example/2024/oct/15/barge',
    'https://courier.example/n-20241015.html',
  ])('is read from the address %s', async (url) => expect(await published('', text, url)).toBe('2024-10-15'));

  it.each([
    ['a label in bare text', `Posted: [ 15 Oct 2024 14:02 ]<br>${text}`, '2024-10-15T14:02:00'],
    ['a label in the element before', `<div><b>Veröffentlicht am</b> 15.10.2024</div>${text}`, '2024-10-15'],
    ['a label without spaces', `<div>입력 2024-10-15 14:02 수정 2024-10-16</div>${text}`, '2024-10-15T14:02:00'],
    ['words that tell it from the change', `<p class="meta">Updated 16 October 2024 | Published 15 October 2024</p>${text}`, '2024-10-15'],
    ['a script that writes it', `<script>showDate("2024/10/15 07:30")</script>${text}`, '2024-10-15T07:30:00'],
    ['a script’s data, as seconds', `<script>var a = {"publishTime":1728977400}</script>${text}`, '2024-10-15T07:30:00Z'],
    ['a script’s variable', `<script>var publish_time = '2024-10-15 07:30';</script>${text}`, '2024-10-15T07:30:00'],
    [
      'a time that is no time element',
      `<relative-time datetime="2024-10-15T07:30:00Z">two hours ago</relative-time>${text}`,
      '2024-10-15T07:30:00Z',
    ],
    [
      'a script’s data, escaped',
      `<script>var a = "{\\"publishedAt\\":\\"2024-10-15T07:30:00Z\\"}"</script>${text}`,
      '2024-10-15T07:30:00Z',
    ],
    ['an attribute for machines', `<span data-timestamp="1728977400">two hours ago</span>${text}`, '2024-10-15T07:30:00Z'],
    ['a hook of a script called nav', `<a class="stamp-time js-nav" title="14:02 - 15 Oct 2024">15 Oct</a>${text}`, '2024-10-15'],
  ])('is read from %s', async (_where, body, value) => expect(await published('', body)).toBe(value));

  it.each([
    ['the day that somebody joined', `<span class="join-date">15 Oct 2019</span>${text}`],
    ['an event', `<span class="event-date">15 Oct 2024</span>${text}`],
    ['a change', `<p class="meta">Zuletzt bearbeitet: 15.10.2024</p>${text}`, '2024-10-15'],
    ['a placeholder', `<meta property="article:published_time" content="1970-01-01T00:00:00Z">${text}`],
    ['a day to come', `<span class="date">15 Oct 2090</span>${text}`],
    ['a day that could be two', `<span class="date">03/04/2020</span>${text}`],
    [
      'a label in the middle of a sentence',
      `<p>The list was first shown to the council and then, after many complaints, published on 15 Oct 2004, it said.</p>${text}`,
    ],
  ])('is not %s', async (_what, body, last: string | null = null) => expect(await published('', body)).toBe(last));

  describe('where days contradict each other', () => {
    const linked = (moment: string) => `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"${moment}"}</script>`;

    it.each([
      ['2024-10-16T02:54:29Z', '<span class="date">October 15, 2024</span>', '2024-10-15'],
      ['2024-10-14T21:25:00+00:00', '<span class="date">15 October 2024 07:25</span>', '2024-10-15T07:25:00'],
      ['2024-10-15T21:25:00+00:00', '<span class="date">15 October 2024</span>', '2024-10-15T21:25:00+00:00'],
      ['2024-10-15T15:00:00Z', '<span class="date">14 October 2024</span>', '2024-10-15T15:00:00Z'],
      ['2024-10-16T02:54:29+02:00', '<span class="date">15 October 2024</span>', '2024-10-16T02:54:29+02:00'],
    ])('the moment %s is the day that readers are shown, where it can be: %s', async (moment, shown, value) =>
      expect(await published(linked(moment), shown + text)).toBe(value),
    );

    const zone = (name: string) => `<script>window.site = {"timezone":{"short":"x","long":"${name}"}}</script>`;
    it.each([
      ['its data names its zone', zone('America/New_York'), '', '2024-10-15T22:54:29-04:00'],
      ['it lists zones', zone('America/New_York') + zone('Asia/Tokyo'), '', '2024-10-16T02:54:29Z'],
      ['it names no zone that there is', zone('America/Vellmar'), '', '2024-10-16T02:54:29Z'],
      [
        'another of its times has an offset',
        '<meta property="article:modified_time" content="2024-10-16T08:00:00-05:00">',
        '',
        '2024-10-15T21:54:29-05:00',
      ],
      [
        'it shows that day in words',
        zone('America/New_York'),
        '<time datetime="2024-10-16T02:54:29Z">16 October 2024</time>',
        '2024-10-16T02:54:29Z',
      ],
      ['it shows another day in words', '', '<time datetime="2024-10-16T02:54:29Z">15 October 2024</time>', '2024-10-15'],
    ])('a moment in UTC on a page, where %s', async (_where, head, shown, value) =>
      expect(await published(linked('2024-10-16T02:54:29Z') + head, shown + text)).toBe(value),
    );

    it.each([
      [3, '2024-10-16T02:54:29Z'],
      [1, '2024-10-15'],
    ])('of %i posts with stamps for scripts, the days shown are the visitor’s or the site’s', async (count, value) => {
      const posts = Array.from(
        { length: count },
        (_, i) => `<p class="post-time">15 October 2024</p><i data-time="${1729047269 + i}"></i>`,
      );
      expect(await published('', posts.join('') + text)).toBe(value);
    });

    it('of several articles that a page describes, its own counts', async () => {
      const list = `<script type="application/ld+json">[{"@type":"NewsArticle","url":"https://courier.example/other","datePublished":"2024-10-20"},
        {"@type":"NewsArticle","url":"https://courier.example/barge","datePublished":"2024-10-15"}]</script>`;
      expect(await published(`${list}<link rel="canonical" href="https://courier.example/barge">`)).toBe('2024-10-15');
    });

    it('three kinds of places outvote one', async () => {
      const head = `${linked('2024-10-18')}<meta name="pubdate" content="20241015">`;
      expect(await published(head, `<span class="date">15 October 2024</span>${text}`, 'https://courier.example/2024/10/15/barge')).toBe(
        '2024-10-15',
      );
    });

    it('a wiki of news says when its report came out', async () => {
      const body = `<strong class="published"><span id="publishDate" title="2024-10-15">Tuesday, October 15, 2024</span></strong>${text}<p id="lastmod">Last edited on 3 March 2025.</p>`;
      expect(await published('<meta name="generator" content="MediaWiki 1.39">', body)).toBe('2024-10-15');
    });

    it('a wiki says what it says since its last edit', async () => {
      const head = `<meta name="generator" content="MediaWiki 1.39">${'<script type="application/ld+json">{"@type":"Article","datePublished":"2005-07-26","dateModified":"2024-10-15T07:30:00Z"}</script>'}`;
      expect(await published(head)).toBe('2024-10-15T07:30:00Z');
    });
  });

  it.each([
    ['en-GB', '03/04/2020', undefined, '2020-04-03'],
    ['en-US', '03/04/2020', undefined, '2020-03-04'],
    ['en-US', '03/04/2020', 'https://courier.example.in/a', null],
    ['en', '03/04/2020', 'https://courier.example.uk/a', '2020-04-03'],
    ['de', '03/04/2020', undefined, '2020-04-03'],
    ['ko', '24.10.15', undefined, '2024-10-15'],
  ])('on a page in %s, %s at %s is %s', async (language, shown, url, value) => {
    const source = page('', `<span class="date">${shown}</span>${text}`).replace('lang="en"', `lang="${language}"`);
    expect(only(await take([given(source, url ? { url } : undefined)])).report.published).toBe(value);
  });

  it('another day on the page tells its order', async () =>
    expect(await published('', `<span class="date">03/04/2020</span>${text}<p>Open until 25/04/2020.</p>`)).toBe('2020-04-03'));

  it('is not that of a film on it, nor of another report below it', async () => {
    const film =
      '<script type="application/ld+json">{"@type":"VideoObject","uploadDate":"2019-01-01"}</script><meta property="article:published_time" content="2024-10-15">';
    expect(await published(film)).toBe('2024-10-15');
    expect(
      await published(
        '',
        `${text}<div class="related"><a href="/o"><span class="date">1 May 2020</span> Another report of another day</a></div>`,
      ),
    ).toBeNull();
  });

  it('a lone date gives way to one that the address and another place agree on', async () => {
    const head =
      '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-10-16"}</script><meta name="pubdate" content="20241015">';
    expect(await published(head, text, 'https://courier.example/2024/10/15/barge')).toBe('2024-10-15');
  });

  it('stays blank where nothing tells', async () => expect(await published('')).toBeNull());
});
