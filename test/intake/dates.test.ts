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
  ])('%s is %s', (text, value) => expect(statedDate(text, { now })).toBe(value));

  it.each(['2024-13-40', '2024-02-30', 'yesterday', '', '0000-00-00', '3024-01-01'])('%s is none', (text) =>
    expect(statedDate(text, { now })).toBeNull(),
  );
});

describe('a day written in words', () => {
  it.each([
    ['Published 15 October 2024 at 14:02', '2024-10-15T14:02:00'],
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
  ])('%s', (text, value) => expect(writtenDate(text, { now })?.value).toBe(value));

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

  it('is read from the address', async () =>
    expect(await published('', text, 'https://courier.example/2024/10/15/barge')).toBe('2024-10-15'));

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
