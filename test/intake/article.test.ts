import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASIDES } from '../../src/intake/html/article/keep.ts';
import { given, only, PARAGRAPHS, page, take } from './helpers.ts';

const TEXT = PARAGRAPHS.join('\n\n');
const paragraphs = PARAGRAPHS.map((text) => `<p>${text}</p>`);
const [one = '', two = '', ...rest] = paragraphs;
const textOf = async (html: string) => only(await take([given(html)])).report.text;

describe('the article and nothing that it brings along', () => {
  it.each([
    ['a caption', `<figure><img src="x"><figcaption>The pier at dawn, seen from the old mole. (Image: A. Quill)</figcaption></figure>`],
    [
      'a teaser',
      '<div class="related-stories"><h3>Related</h3><p>Another barge struck another pier, and that is another story altogether, they said.</p></div>',
    ],
    ['a line of links', '<p><a href="/x">What we know of the quarry at Sant and its owners</a></p>'],
    [
      'a newsletter box',
      '<div class="newsletter-signup"><p>Get the Courier in your inbox each morning, with all that matters, for nothing.</p></div>',
    ],
    ['a byline', '<div class="byline">By Ada Quill</div>'],
    ['a share bar', '<ul class="social-share"><li>Share</li><li>Tweet</li></ul>'],
    ['an advertisement', '<div class="adSlot"><p>Advertisement</p></div>'],
    [
      'a hidden part',
      '<div style="display: none"><p>Hidden words that nobody who reads the page would ever see, of some length.</p></div>',
    ],
    ['a script', '<script>document.write("<p>words, and more words, and more of them, to a good length</p>")</script>'],
    [
      'a cookie notice',
      '<div id="cookie-banner"><p>We use cookies, as everybody does, and we would like you to agree to all of them.</p></div>',
    ],
    ['comments', '<section class="comments"><p>I saw it all from my window, and it was not as they say, whatever they say.</p></section>'],
  ])('leaves out %s', async (_what, junk) => {
    expect(await textOf(page('', [one, junk, two, ...rest].join('\n')))).toBe(TEXT);
    expect(await textOf(page('', [one, two, ...rest, junk].join('\n')))).toBe(TEXT);
  });

  it.each(ASIDES.map(({ example }) => [example]))('leaves out the line “%s”', async (line) => {
    expect(await textOf(page('', [one, `<p>${line}</p>`, two, ...rest].join('\n')))).toBe(TEXT);
  });

  it('keeps quotations, lists, headings with text below, and line breaks as paragraphs', async () => {
    const body = `${one}<h2>What is known</h2><blockquote><p>It came out of the fog, and nobody had time.</p></blockquote><ul><li>Three hurt</li><li>One barge</li></ul><div>${PARAGRAPHS[1]}<br><br>${PARAGRAPHS[2]}</div>`;
    expect(await textOf(page('', body))).toBe(
      [
        PARAGRAPHS[0],
        'What is known',
        'It came out of the fog, and nobody had time.',
        'Three hurt',
        'One barge',
        PARAGRAPHS[1],
        PARAGRAPHS[2],
      ].join('\n\n'),
    );
  });

  it('takes the report that the title stands in, not those below it', async () => {
    const others = Array.from(
      { length: 5 },
      (_, i) => `<article><h2>Other ${i}</h2><p>${'Another report of another day, with other words in it. '.repeat(8)}</p></article>`,
    ).join('');
    const html = `<html><body><main><article><h1>Barge strikes pier</h1>${paragraphs.join('')}</article>${others}</main></body></html>`;
    expect(await textOf(html)).toBe(TEXT);
  });

  it('takes what the page states in its metadata where it shows next to nothing', async () => {
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', articleBody: PARAGRAPHS.join('\n') })}</script>`;
    expect(await textOf(page(head, '<p>Loading</p>'))).toBe(TEXT);
  });

  it('warns of a stub', async () => {
    const { report, warnings } = only(await take([given(page('<meta name="description" content="A barge struck a pier.">', ''))]));
    expect(report.text).toBe('A barge struck a pier.');
    expect(warnings.map(({ code }) => code)).toContain('intake-text-short');
  });

  it('keeps markup in the words as words', async () => {
    const text = await textOf(
      page('', `${paragraphs.join('')}<p>He wrote &lt;script&gt;alert(1)&lt;/script&gt; on the wall, and the police asked him why.</p>`),
    );
    expect(text).toContain('<script>alert(1)</script>');
  });
});

it('reads or refuses whatever markup comes, and its words are never more than the page has', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="related">',
      '</div>',
      '<a href=x>',
      '</a>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<br>',
      '<ul><li>',
      '&amp;',
      '&#0;',
      '<h1>',
      '<table><tr><td>',
    ),
    fc.string(),
    fc.constantFrom(...PARAGRAPHS),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const html = `<html><body>${pieces.join('')}</body></html>`;
      const all = await take([given(html)]);
      expect(all).toHaveLength(1);
      const [first] = all;
      if (first?.kind === 'report') expect(first.report.text.length).toBeLessThanOrEqual(html.length * 2);
      else expect(first?.problem.code).not.toBe('INTAKE_PARSER_FAILED');
    }),
    { numRuns: 150 },
  );
});
