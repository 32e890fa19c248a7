import { readFileSync } from 'node:fs';
import type { Report } from '../src/model/index.ts';

/** A text and its marked mentions. */
export interface Gold {
  readonly text: string;
  readonly mentions: readonly { readonly id: string; readonly start: number; readonly end: number }[];
}

/** The text of a CoNLL-U document, paragraphs parted, and its marked mentions by character. */
export function readGold(file: string): Gold {
  let text = '';
  const mentions: { id: string; start: number; end: number }[] = [];
  const open: { id: string; start: number }[] = [];
  let glue = false;
  let surface: { until: number; form: string } | null = null;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('# newpar ') || line === '# newpar') {
      if (text) text += '\n\n';
      glue = true;
    }
    const [id = '', form = '', , , , , , , , misc = ''] = line.split('\t');
    if (!/^\d/.test(id) || id.includes('.')) continue;
    if (id.includes('-')) {
      surface = { until: Number(id.split('-')[1]), form };
      if (!glue && text) text += ' ';
      glue = misc.includes('SpaceAfter=No');
      text += form;
      continue;
    }
    const inside = surface !== null && Number(id) <= surface.until;
    let start: number;
    if (inside) start = Math.max(0, text.length - (surface as { form: string }).form.length);
    else {
      surface = null;
      if (!glue && text) text += ' ';
      start = text.length;
      text += form;
      glue = misc.includes('SpaceAfter=No');
    }
    const marks = /(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? '';
    for (const [, opened, single, closed] of marks.matchAll(/\(([^()]+)(\))?|([^()]+)\)/g)) {
      if (opened && single) mentions.push({ id: opened, start, end: text.length });
      else if (opened) open.push({ id: opened, start });
      else if (closed) {
        const at = open.findLastIndex((entry) => entry.id === closed);
        if (at >= 0) mentions.push({ id: closed, start: (open.splice(at, 1)[0] as { start: number }).start, end: text.length });
      }
    }
  }
  return { text, mentions };
}

/** The gold mention that a span is: the same start or the same end, and the most shared. */
export function goldAt(gold: Gold, start: number, end: number): string | null {
  const fits = gold.mentions
    .filter((mention) => mention.start === start || mention.end === end)
    .filter((mention) => mention.start < end && mention.end > start);
  fits.sort((a, b) => Math.abs(a.end - a.start - (end - start)) - Math.abs(b.end - b.start - (end - start)));
  return fits[0]?.id ?? null;
}

/** A report of which nothing but the text is known. */
export const bareOf = (id: string, text: string): Report => ({
  ...{ id, from: null, url: null, title: null, outlet: null, byline: null, published: null },
  ...{ language: 'en', sha256: '', text },
});
