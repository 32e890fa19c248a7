import { GZIPS, OFFICE, TARS, ZIPS } from './archives.ts';
import type { HostileCase } from './case.ts';
import { JSON_LINES, MAILS, PDFS, RTFS, TEXTS, TYPES, WARCS } from './documents.ts';
import { PAGES, XML } from './markup.ts';

/** Every case but addresses (addresses.ts) and what servers do (server.test.ts). */
export const CORPUS: readonly HostileCase[] = [
  ...ZIPS,
  ...OFFICE,
  ...TARS,
  ...GZIPS,
  ...PAGES,
  ...XML,
  ...JSON_LINES,
  ...MAILS,
  ...PDFS,
  ...RTFS,
  ...TEXTS,
  ...TYPES,
  ...WARCS,
];
