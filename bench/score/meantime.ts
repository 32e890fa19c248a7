/**
 * Turns MEANTIME's token files into the two files that `prepare.mjs times` writes for the other sets:
 *   node --import tsx bench/score/meantime.ts FOLDER OUT   ->  OUT.in.jsonl, OUT.gold.jsonl
 * Tokens are joined by blanks and sentences by line ends. The publication day is the document's creation time.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, out] = process.argv.slice(2);
if (!folder || !out) {
  console.error('usage: meantime.ts FOLDER OUT');
  process.exit(2);
}
const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** MEANTIME marks times in the first sentences of each document alone (its guidelines: the title, the date line and four more). */
const LAST_SENTENCE = 5;

const reports = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.xml'))
  .sort()
  .map((file) => {
    const xml = readFileSync(join(folder, file), 'utf8');
    const places = new Map<string, readonly [number, number]>();
    let text = '';
    let sentence = '0';
    for (const [, attributes = '', word = ''] of xml.matchAll(/<token\b([^>]*)>([^<]*)<\/token>/g)) {
      const at = attribute(attributes, 'sentence');
      if (Number(at) > LAST_SENTENCE) break;
      if (text) text += at === sentence ? ' ' : '\n';
      sentence = at;
      const start = text.length;
      text += unescaped(word);
      places.set(attribute(attributes, 't_id'), [start, text.length]);
    }
    let published: string | undefined;
    const times = [];
    for (const [, attributes = '', inner = ''] of xml.matchAll(/<TIMEX3\b([^>]*)>([\s\S]*?)<\/TIMEX3>/g)) {
      const value = attribute(attributes, 'value');
      if (attribute(attributes, 'functionInDocument') === 'CREATION_TIME') published ??= value.slice(0, 10);
      const anchors = [...inner.matchAll(/t_id="(\d+)"/g)].flatMap(([, id = '']) => places.get(id) ?? []);
      if (anchors.length > 0)
        times.push({ start: Math.min(...anchors), end: Math.max(...anchors), type: attribute(attributes, 'type'), value });
    }
    times.sort((a, b) => a.start - b.start);
    return { id: file, text, published, times };
  });
const lines = (rows: readonly object[]): string => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
writeFileSync(`${out}.in.jsonl`, lines(reports.map(({ id, text, published }) => ({ id, text, published }))));
writeFileSync(`${out}.gold.jsonl`, lines(reports.map(({ id, text, times }) => ({ id, text, times }))));
console.log(`${reports.length} reports`);
