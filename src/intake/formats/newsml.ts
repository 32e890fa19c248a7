import { isBinary } from '../encoding/binary.ts';
import { textDocument } from '../encoding/document.ts';
import type { TreeElement } from '../html/tree.ts';
import { oneLine } from '../html/words.ts';
import { candidatesFrom } from './candidates.ts';
import type { Format } from './format.ts';
import { child, descendants, parseXml } from './xml.ts';

const ROOT = /<(?:nitf|newsItem|newsMessage|NewsML)\b/;

const first = (root: TreeElement, ...names: readonly string[]): TreeElement | null => descendants(root, ...names)[0] ?? null;
const words = (element: TreeElement | null): string | null => oneLine(element?.textContent) || null;

/** The paragraphs of a NITF `body.content` or of the XHTML in a NewsML-G2 `contentSet`. */
function paragraphs(root: TreeElement): string {
  const body = first(root, 'body.content') ?? first(root, 'inlinexml', 'inlinedata') ?? root;
  return descendants(body, 'p', 'hl2', 'h2', 'h3', 'li')
    .map((one) => oneLine(one.textContent))
    .filter(Boolean)
    .join('\n\n');
}

/** What agencies send: NITF, and NewsML-G2 with NITF or XHTML inside. */
export const newsml: Format = {
  name: 'newsml',
  describes: 'agency formats: NITF, NewsML-G2',
  mediaType: 'application/xml',
  extensions: ['.nitf', '.xml'],
  streams: false,
  apart: true,
  recognises: ({ head }) => !isBinary(head) && ROOT.test(Buffer.from(head.subarray(0, 2048)).toString('latin1')),
  async *read(arrival, { limits }) {
    const { text: source, bytes } = await textDocument(arrival, limits.maxBytes, { markup: true });
    const root = parseXml(source, arrival.from);
    const text = root ? paragraphs(root) : '';
    const issued = root && first(root, 'date.issue', 'story.date');
    const candidates = root
      ? candidatesFrom('agency', {
          title: words(first(root, 'hl1') ?? first(root, 'headline') ?? first(root, 'title')),
          byline: words(first(root, 'byline') ?? first(root, 'by')),
          published:
            issued?.getAttribute('norm') ??
            words(first(root, 'contentcreated') ?? first(root, 'versioncreated') ?? first(root, 'firstcreated')),
          outlet: words(first(root, 'distributor') ?? child(first(root, 'provider'), 'name') ?? first(root, 'creditline')),
        })
      : [];
    yield { kind: 'article', text, candidates, warnings: [], raw: bytes, mediaType: 'application/xml' };
  },
};
