import { type HostileCase, MEBIBYTE, page, WORDS } from './case.ts';

const many = (what: string, times: number): string => what.repeat(times);
const TOO_DEEP = 'INTAKE_TOO_DEEP';

export const PAGES: readonly HostileCase[] = [
  ...['div', 'b', 'font', 'table', 'svg', 'form', 'x-y', 'ul', 'blockquote'].map((tag) => ({
    name: `html: 100,000 <${tag}> in one another`,
    make: () => page('', many(`<${tag}>`, 100_000)),
    gives: TOO_DEEP,
  })),
  { name: 'html: 60,000 elements', make: () => page('', many('<i>a</i>', 60_000)), gives: 'INTAKE_TOO_LARGE' },
  { name: 'html: 4 MiB of <', make: () => page('', many('<', 3 * MEBIBYTE)), gives: ['report', 'INTAKE_NO_ARTICLE'] },
  { name: 'html: 500,000 comments begun', make: () => page('', `<p>${WORDS}</p>${many('<!--', 500_000)}`), gives: 'report' },
  {
    name: 'html: a page that begins with comments without end',
    make: () => `${many('<!-- -', 100_000)}<html>${WORDS}`,
    gives: ['report', 'INTAKE_NO_ARTICLE'],
  },
  {
    name: 'html: 200,000 attributes',
    make: () => page('', `<p ${Array.from({ length: 200_000 }, (_, i) => `a${i}=1`).join(' ')}>${WORDS}</p>`),
    gives: 'report',
  },
  { name: 'html: an attribute of 3 MiB', make: () => page('', `<p class="${many('a-', 1.5 * MEBIBYTE)}">${WORDS}</p>`), gives: 'report' },
  { name: 'html: an attribute without end', make: () => page('', `<p>${WORDS}</p><p class="${many('a ', MEBIBYTE)}`), gives: 'report' },
  { name: 'html: 200,000 entities begun', make: () => page('', `<p>${WORDS}</p><p>${many('&amp', 200_000)}</p>`), gives: 'report' },
  {
    name: 'html: characters that do not exist',
    make: () => page('', `<p>${WORDS} &#x110000; &#xD800; &#99999999999; &#0;</p>`),
    gives: ['report', 'INTAKE_BROKEN_TEXT'],
  },
  { name: 'html: cut in a tag', make: () => page('', `<p>${WORDS}</p><p cla`).slice(0, -40), gives: 'report' },
  {
    name: 'html: a script',
    make: () => page('<script>document.title = "run"; fetch("http://127.0.0.1:9/")</script>'),
    gives: 'report',
    never: '"run"',
  },
  {
    name: 'html: what a click would do',
    make: () => page('', `<p onclick="steal()">${WORDS}</p><img src=x onerror="steal()">`),
    gives: 'report',
    never: 'steal',
  },
  {
    name: 'html: a frame of a file',
    make: () => page('', `<p>${WORDS}</p><iframe src="file:///etc/passwd"></iframe>`),
    gives: 'report',
    never: 'root:',
  },
  {
    name: 'html: sent elsewhere at once',
    make: () => page('<meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">'),
    gives: 'report',
  },
  {
    name: 'html: an address of its own that is a script',
    make: () => page('<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="data:text/html,x">'),
    gives: 'report',
    never: 'javascript:',
  },
  {
    name: 'html: a base that is a script',
    make: () => page('<base href="javascript:x"><link rel="canonical" href="/a">'),
    gives: 'report',
  },
  {
    name: 'html: escaped markup stays words',
    make: () => page('', `<p>${WORDS} &lt;script&gt;alert(1)&lt;/script&gt;</p>`),
    gives: 'report',
    holds: '<script>alert(1)</script>',
  },
  {
    name: 'html: JSON-LD 100,000 deep',
    make: () => page(`<script type="application/ld+json">${many('[', 100_000)}${many(']', 100_000)}</script>`),
    gives: 'report',
  },
  {
    name: 'html: JSON-LD of 100,000 objects',
    make: () => page(`<script type="application/ld+json">[${many('{"@type":"NewsArticle"},', 100_000)}{}]</script>`),
    gives: 'report',
  },
  {
    name: 'html: JSON-LD that reaches for prototypes',
    make: () =>
      page(
        '<script type="application/ld+json">{"__proto__":{"polluted":1},"constructor":{"prototype":{}},"@type":"NewsArticle","headline":{"name":{"name":"Deep"}}}</script>',
      ),
    gives: 'report',
  },
  {
    name: 'html: names of attributes that every object has',
    make: () => page('', `<p __proto__="x" constructor="y" toString="z" hasOwnProperty>${WORDS}</p>`),
    gives: 'report',
  },
  {
    name: 'html: JSON-LD that is cut',
    make: () => page('<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-</script>'),
    gives: 'report',
  },
  { name: 'html: a title of 1 MiB', make: () => page(`<meta property="og:title" content="${many('t', MEBIBYTE)}">`), gives: 'report' },
  { name: 'html: 100,000 meta tags', make: () => page(many('<meta name="a" content="b">', 40_000)), gives: 'report' },
  {
    name: 'html: a day as long as a page',
    make: () => page(`<meta property="article:published_time" content="${many('2024-10-', 100_000)}">`),
    gives: 'report',
  },
  {
    name: 'html: 20,000 lines that look like days',
    make: () => page('', `<p>${WORDS}</p>${many('<span>1 October 20</span>', 20_000)}`),
    gives: 'report',
  },
  {
    name: 'html: a line of 2 MiB without a blank',
    make: () => page('', `<p>${WORDS}</p><p>${many('a', 2 * MEBIBYTE)}</p>`),
    gives: 'report',
  },
  { name: 'html: 1 MiB of blanks', make: () => page('', `<p>${WORDS}</p><p>${many(' \n', MEBIBYTE)}x</p>`), gives: 'report' },
  {
    name: 'html: words hidden from people',
    make: () => page('', `<p>${WORDS}</p><p style="display:none">Ignore what stands here</p>`),
    gives: 'report',
    never: 'Ignore what',
  },
  {
    name: 'html: a page in a template',
    make: () => page('', `<p>${WORDS}</p><template><p>${'never seen. '.repeat(100)}</p></template>`),
    gives: 'report',
    never: 'never seen',
  },
  { name: 'html: zeros among the letters', make: () => page('', `<p>${WORDS}</p><p>a\0b</p>`), gives: 'INTAKE_BINARY' },
  { name: 'html: nothing', make: () => '<html></html>', gives: 'INTAKE_NO_ARTICLE' },
  {
    name: 'html: an encoding that there is not',
    make: () => Buffer.from(page('<meta charset="x-made-up">', `<p>${WORDS} caf\xe9</p>`), 'latin1'),
    gives: 'INTAKE_UNKNOWN_ENCODING',
  },
  {
    name: 'html: UTF-7',
    make: () => page('<meta charset="utf-7">', `<p>${WORDS} +ADw-script+AD4-</p>`),
    gives: 'report',
    never: '<script>',
  },
  { name: 'html: says UTF-16 and is not', make: () => page('<meta charset="utf-16">'), gives: 'report', holds: 'harbour' },
  {
    name: 'html: bytes in the article that are no UTF-8',
    make: () =>
      Buffer.concat([
        Buffer.from(page('<meta charset="utf-8">', `<p>“${WORDS}” é`).split('</article>')[0] ?? ''),
        Buffer.from([0xc3, 0x28]),
        Buffer.from(' and more words.</p></article></body></html>'),
      ]),
    gives: 'INTAKE_BROKEN_TEXT',
  },
];

const rss = (items: string, front = ''): string =>
  `<?xml version="1.0"?>${front}<rss version="2.0"><channel><title>Courier</title>${items}</channel></rss>`;
const item = (inner: string): string => `<item><title>Barge</title><description>${WORDS}${inner}</description></item>`;
const LAUGHS = `<!DOCTYPE l [<!ENTITY a "hahahaha">${'bcdefghij'.replace(/./g, (c) => `<!ENTITY ${c} "${many(`&${String.fromCharCode(c.charCodeAt(0) - 1)};`, 10)}">`)}]>`;

export const XML: readonly HostileCase[] = [
  { name: 'xml: a billion laughs in RSS', make: () => rss(item('&j;'), LAUGHS), gives: 'report', never: 'haha' },
  {
    name: 'xml: a billion laughs in Atom',
    make: () => `${LAUGHS}<feed><entry><title>T</title><summary>${WORDS} &j;</summary></entry></feed>`,
    gives: 'report',
    never: 'haha',
  },
  {
    name: 'xml: a billion laughs in NITF',
    make: () => `${LAUGHS}<nitf><body><body.content><p>${WORDS} &j;</p></body.content></body></nitf>`,
    gives: 'report',
    never: 'haha',
  },
  {
    name: 'xml: a file as an entity',
    make: () => rss(item('&x;'), '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    gives: 'report',
    never: 'root:',
  },
  {
    name: 'xml: an address as an entity',
    make: () => rss(item('&x;'), '<!DOCTYPE l [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]>'),
    gives: 'report',
  },
  {
    name: 'xml: entities by parameters',
    make: () => rss(item('&x;'), '<!DOCTYPE l [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'),
    gives: 'report',
  },
  {
    name: 'xml: a grammar from elsewhere',
    make: () => rss(item(''), '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">'),
    gives: 'report',
  },
  {
    name: 'xml: one entity a hundred thousand times',
    make: () => rss(item(many('&a;', 100_000)), `<!DOCTYPE l [<!ENTITY a "${many('ha', 10_000)}">]>`),
    gives: ['report', 'INTAKE_UNSUPPORTED'],
    never: 'haha',
  },
  {
    name: 'xml: a file by XInclude',
    make: () => rss(item('<xi:include xmlns:xi="x" href="file:///etc/passwd" parse="text"/>')),
    gives: 'report',
    never: 'root:',
  },
  {
    name: 'xml: a stylesheet to run',
    make: () => rss(item(''), '<?xml-stylesheet type="text/xsl" href="http://127.0.0.1:9/"?>'),
    gives: 'report',
  },
  { name: 'xml: an item 100,000 deep', make: () => rss(`<item>${many('<a>', 100_000)}</item>`), gives: TOO_DEEP },
  { name: 'xml: a NITF 100,000 deep', make: () => `<nitf>${many('<block>', 100_000)}`, gives: TOO_DEEP },
  {
    name: 'xml: a page in an item, 100,000 deep',
    make: () => rss(`<item><description><![CDATA[${many('<div>', 100_000)}]]></description></item>`),
    gives: TOO_DEEP,
  },
  {
    name: 'xml: character data without end',
    make: () => rss(`<item><description><![CDATA[<p>${WORDS}</p>`),
    gives: ['report', 'INTAKE_EMPTY', 'INTAKE_NO_ARTICLE'],
  },
  {
    name: 'xml: items without end',
    make: () => rss(many('<item>', 5000)),
    gives: ['INTAKE_EMPTY', 'INTAKE_NO_ARTICLE', 'INTAKE_TOO_DEEP'],
  },
  {
    name: 'xml: one bad item among good ones',
    make: () => rss(`${item('')}<item><description></description></item>${item('2')}`),
    gives: 'report INTAKE_NO_ARTICLE report',
  },
  {
    name: 'xml: more items than are allowed',
    make: () => rss(many('<item></item>', 1_001)),
    gives: 'INTAKE_NO_ARTICLE×1000 INTAKE_EXPANDS',
    options: { limits: { maxEntries: 1000 } },
  },
  {
    name: 'xml: an address that is a script',
    make: () => rss(`<item><link>javascript:alert(1)</link><description>${WORDS}</description></item>`),
    gives: 'report',
    never: 'alert(1)',
  },
  {
    name: 'xml: a script in an item',
    make: () => rss(`<item><description><![CDATA[<p>${WORDS}</p><script>steal()</script>]]></description></item>`),
    gives: 'report',
    never: 'steal',
  },
  { name: 'xml: cut', make: () => rss(item('')).slice(0, 120), gives: ['INTAKE_EMPTY', 'report', 'INTAKE_NO_ARTICLE'] },
  {
    name: 'xml: 200,000 attributes',
    make: () =>
      `<nitf ${Array.from({ length: 200_000 }, (_, i) => `a${i}="1"`).join(' ')}><body.content><p>${WORDS}</p></body.content></nitf>`,
    gives: 'report',
  },
  {
    name: 'xml: an encoding that there is not',
    make: () =>
      Buffer.from(`<?xml version="1.0" encoding="made-up"?><rss><item><description>${WORDS} \xe9</description></item></rss>`, 'latin1'),
    gives: 'INTAKE_UNKNOWN_ENCODING',
  },
];
