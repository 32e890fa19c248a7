/**
 * Who is who, held against coreference over whole texts (OntoGUM's CoNLL-U with `Entity=` in MISC).
 *
 *   npx tsx bench/coref.ts FOLDER-OF-CONLLU [--genre news]
 *
 * The reader looks only at names, sources and subjects, so its recall over all coreference is low by design; what counts is whether
 * the mentions that it holds for one are one. A mention counts where its last word is the last word of the gold mention's head noun phrase:
 * spans are compared by their end and by overlap.
 *
 * links      pairs of neighbouring mentions of one of our entities, both of which the gold marks: how many it holds for one (precision),
 *            and how many of the gold's neighbouring pairs we hold for one (recall)
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createReader } from '../src/reader/reader.ts';
import { saidByRules } from '../src/reader/said/rules/index.ts';
import { sentences } from '../src/reader/text/index.ts';
import { who } from '../src/reader/who/index.ts';

interface Gold {
  readonly text: string;
  readonly mentions: readonly { readonly id: string; readonly start: number; readonly end: number }[];
}

/** The text of a CoNLL-U document, paragraphs parted, and its marked mentions by character. */
function readGold(file: string): Gold {
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

const [folder] = process.argv.slice(2);
const genre = process.argv.includes('--genre') ? process.argv[process.argv.indexOf('--genre') + 1] : null;
if (!folder) {
  console.error('usage: npx tsx bench/coref.ts FOLDER-OF-CONLLU [--genre news]');
  process.exit(2);
}
const reader = createReader([sentences(), saidByRules(), who()]);
const links = { right: 0, ours: 0, gold: 0, found: 0 };
let documents = 0;
for (const file of readdirSync(folder).filter((name) => name.endsWith('.conllu') && (!genre || name.includes(`_${genre}_`)))) {
  const gold = readGold(join(folder, file));
  documents += 1;
  const reading = await reader.read({
    id: file,
    from: null,
    url: null,
    title: null,
    outlet: null,
    byline: null,
    published: null,
    language: 'en',
    sha256: '',
    text: gold.text,
  });
  /** The gold mention that one of ours is: the same start or the same end, and the most shared. */
  const goldAt = (start: number, end: number): string | null => {
    const fits = gold.mentions
      .filter((mention) => mention.start === start || mention.end === end)
      .filter((mention) => mention.start < end && mention.end > start);
    fits.sort((a, b) => Math.abs(a.end - a.start - (end - start)) - Math.abs(b.end - b.start - (end - start)));
    return fits[0]?.id ?? null;
  };
  const ourAt = new Map<number, number>();
  reading.entities.forEach(({ mentions }, entity) => {
    const marked = mentions.flatMap(([start, end]) => {
      const id = goldAt(start, end);
      ourAt.set(end, entity);
      return id === null ? [] : [id];
    });
    for (let i = 1; i < marked.length; i += 1) {
      links.ours += 1;
      if (marked[i] === marked[i - 1]) links.right += 1;
    }
  });
  const byId = new Map<string, number[]>();
  for (const { id, end } of gold.mentions) byId.set(id, [...(byId.get(id) ?? []), end]);
  for (const ends of byId.values()) {
    ends.sort((a, b) => a - b);
    for (let i = 1; i < ends.length; i += 1) {
      links.gold += 1;
      const [a, b] = [ourAt.get(ends[i - 1] as number), ourAt.get(ends[i] as number)];
      if (a !== undefined && a === b) links.found += 1;
    }
  }
}
const precision = links.right / Math.max(1, links.ours);
const recall = links.found / Math.max(1, links.gold);
const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
console.log(
  `${documents} documents: links P ${(100 * precision).toFixed(1)} (${links.ours})  R ${(100 * recall).toFixed(1)} (${links.gold})  F1 ${(100 * f1).toFixed(1)}`,
);
