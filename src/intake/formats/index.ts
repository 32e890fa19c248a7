import { feed } from './feed.ts';
import type { Format } from './format.ts';
import { gzip } from './gzip.ts';
import { html } from './html.ts';
import { jsonFeed } from './jsonfeed.ts';
import { jsonLines } from './jsonlines.ts';
import { mail } from './mail.ts';
import { markdown } from './markdown.ts';
import { newsml } from './newsml.ts';
import { office } from './office.ts';
import { pdf } from './pdf.ts';
import { plain } from './plain.ts';
import { rtf } from './rtf.ts';
import { sitemap } from './sitemap.ts';
import { tar } from './tar.ts';
import { warc } from './warc.ts';
import { zip } from './zip.ts';
import { zstd } from './zstd.ts';

/** Every format that is read, in the order in which they are tried: those told by their first bytes, then markup, then any text. */
export const formats: readonly Format[] = [
  gzip,
  zstd,
  zip,
  office,
  tar,
  warc,
  pdf,
  rtf,
  jsonFeed,
  jsonLines,
  mail,
  feed,
  sitemap,
  newsml,
  html,
  markdown,
  plain,
];
