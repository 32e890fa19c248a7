import type { Format } from './format.ts';
import { gzip } from './gzip.ts';
import { html } from './html.ts';
import { jsonLines } from './jsonlines.ts';
import { plain } from './plain.ts';

/** Every format that is read, in the order in which they are tried: those told by their first bytes, then markup, then any text. */
export const formats: readonly Format[] = [gzip, jsonLines, html, plain];
