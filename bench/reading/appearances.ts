/**
 * Of how many sourced appearances of stories (../shared/stories format; copies left out) some statement covers half and has a source.
 *   npx tsx bench/reading/appearances.ts texts OUT.jsonl STORY.json…      the reports, for bench/reading/read.ts
 *   npx tsx bench/reading/appearances.ts score READ.jsonl STORY.json…     what read.ts made of them
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Reading, Span, Spans } from '../../src/model/index.ts';

interface Story {
  readonly reports: readonly { readonly id: string; readonly text: string; readonly copyOf: string | null }[];
  readonly claims: readonly { readonly appearances: readonly { report: string; content: string; source: string | null }[] }[];
}
/** Of what both hold, in characters, so much is shared. */
const HALF = 0.5;

const [mode, file = '', ...stories] = process.argv.slice(2);
const rows = stories.flatMap((path) => {
  const story = JSON.parse(readFileSync(path, 'utf8')) as Story;
  return story.reports
    .filter(({ copyOf }) => copyOf === null)
    .map(({ id, text }) => ({
      id: `${basename(path, '.json')}.${id}`,
      text,
      told: story.claims
        .flatMap(({ appearances }) => appearances)
        .filter((one) => one.report === id && one.source !== null && text.includes(one.content))
        .map(({ content }): Span => [text.indexOf(content), text.indexOf(content) + content.length]),
    }));
});

const length = (spans: Spans): number => spans.reduce((sum, [from, to]) => sum + to - from, 0);
function likeness(spans: Spans, [start, end]: Span): number {
  const shared = spans.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0);
  return shared / (length(spans) + end - start - shared);
}

if (mode === 'texts') writeFileSync(file, `${rows.map(({ id, text }) => JSON.stringify({ id, text })).join('\n')}\n`);
else {
  const read = new Map(
    readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Reading)
      .map(({ report, statements }) => [report.id, statements] as const),
  );
  const found = rows.flatMap(({ id, told }) =>
    told.map((span) => {
      const [best] = [...(read.get(id) ?? [])].sort((a, b) => likeness(b.content.spans, span) - likeness(a.content.spans, span));
      return best !== undefined && best.source !== null && likeness(best.content.spans, span) >= HALF;
    }),
  );
  const right = found.filter(Boolean).length;
  console.log(
    `${found.length} sourced appearances, ${((100 * right) / Math.max(1, found.length)).toFixed(1)} % covered by a statement with a source`,
  );
}
