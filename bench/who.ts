/**
 * Who the sources are, held against stories whose sources are written down (their format: each report's claims with `content` and `source`,
 * each source with its names).
 *
 *   npx tsx bench/who.ts STORY.json… [--model] [--cache FOLDER] [--errors] [--context]
 *
 * --model      statements by the neural reader, not by rules
 * --cache      what the neural reader said is kept in that folder: a second run takes a second
 * --errors     each one that is wrong; with --context the text before it too
 *
 * found      appearances with a source for which the reader has a statement (words shared / joint >= 0.5)
 * right      of those, the share whose source has a name, or is called in the same report, as the truth calls it
 * precision  the same, of those to which the reader gave a name
 * mixed      entities of one report that are called by the names of two different sources: a wrong merge
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Reading, Statement } from '../src/model/index.ts';
import { createReader } from '../src/reader/reader.ts';
import { saidByRules } from '../src/reader/said/rules/index.ts';
import { sentences } from '../src/reader/text/index.ts';
import { who } from '../src/reader/who/index.ts';
import { saidOnce } from './said-once.ts';
import { fold, overlap } from './words.ts';

interface Story {
  readonly story: string;
  readonly sources: readonly { id: string; name: string; aliases: readonly string[] }[];
  readonly reports: readonly { id: string; outlet: string; byline: string; published: string; title: string; text: string }[];
  readonly claims: readonly {
    id: string;
    appearances: readonly { report: string; content: string; source: string | null; chain: readonly string[] }[];
  }[];
}

/** Every way that a report speaks of a statement's source. */
function callsOf({ report, entities, statements }: Reading, { source }: Statement): Set<string> {
  if (!source?.name) return new Set();
  const mentions = entities
    .filter(({ name }) => name === source.name)
    .flatMap((entity) => entity.mentions.map(([start, end]) => report.text.slice(start, end)));
  const words = statements.flatMap((other) => (other.source?.name === source.name ? [other.source.text] : []));
  return new Set([source.name, ...mentions, ...words].map(fold).filter(Boolean));
}

/** The text before a statement's source, and its sentence. */
function contextOf(text: string, { source, content }: Statement): string {
  const at = source?.spans[0]?.[0] ?? content.spans[0]?.[0] ?? 0;
  const marked = `${text.slice(Math.max(0, at - BEFORE), at)}[[${text.slice(at, at + AFTER)}`;
  return marked.replaceAll('\n', ' ');
}
const [BEFORE, AFTER] = [700, 120];

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    model: { type: 'boolean', default: false },
    cache: { type: 'string' },
    errors: { type: 'boolean', default: false },
    context: { type: 'boolean', default: false },
  },
});
const showErrors = values.errors;
const byModel = async () => (await import('../src/reader/said/neural/index.ts')).saidByModel({ workers: 1 });
const said = !values.model ? saidByRules() : values.cache ? saidOnce(byModel, values.cache) : await byModel();
const reader = createReader([sentences(), said, who()]);
const total = { appearances: 0, found: 0, named: 0, right: 0, chains: 0, mixed: 0 };
for (const file of files) {
  const story = JSON.parse(readFileSync(file, 'utf8')) as Story;
  const names = new Map(story.sources.map(({ id, name, aliases }) => [id, new Set([name, ...aliases].map(fold))]));
  const readings = new Map<string, Reading>();
  for (const { id, outlet, byline, published, title, text } of story.reports) {
    const reading = await reader.read({ id, from: null, url: null, title, outlet, byline, published, language: 'en', sha256: '', text });
    readings.set(id, reading);
    for (const entity of reading.entities) {
      const calls = new Set(
        [entity.name, ...entity.mentions.map(([start, end]) => text.slice(start, end))]
          .map(fold)
          .filter((call) => call.split(' ').length > 1),
      );
      const truths = story.sources.filter(({ id: source }) => [...calls].some((call) => names.get(source)?.has(call)));
      if (truths.length > 1) {
        total.mixed += 1;
        if (showErrors) console.error(`mixed  ${id} ${entity.name}: ${truths.map(({ name }) => name).join(' / ')}`);
      }
    }
  }
  for (const { id, appearances } of story.claims) {
    for (const { report, content, source, chain } of appearances) {
      const reading = readings.get(report);
      if (source === null || !reading) continue;
      total.appearances += 1;
      const truth = names.get(source) ?? new Set();
      const fits = reading.statements
        .map((statement) => ({
          statement,
          score: overlap(content, statement.content.text) + ([...callsOf(reading, statement)].some((call) => truth.has(call)) ? 0.001 : 0),
        }))
        .filter(({ score }) => score >= 0.5)
        .sort((a, b) => b.score - a.score);
      const best = fits[0]?.statement;
      if (!best) {
        if (showErrors) console.error(`absent ${report} ${id} (${source}): ${content.slice(0, 90)}`);
        continue;
      }
      total.found += 1;
      if (best.source?.name) total.named += 1;
      const right = [...callsOf(reading, best)].some((call) => truth.has(call));
      if (right) total.right += 1;
      else if (showErrors) {
        console.error(`wrong  ${report} ${id}: ${best.source?.text} -> ${best.source?.name}; truth ${source}`);
        if (values.context) console.error(`       ${contextOf(reading.report.text, best)}\n`);
      }
      const last = best.chain.at(-1)?.name;
      const innermost = chain.at(-1);
      if (innermost && last && names.get(innermost)?.has(fold(last))) total.chains += 1;
    }
  }
}
const share = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));
console.log(`${total.appearances} appearances with a source; found ${share(total.found, total.appearances)}`);
console.log(
  `right ${share(total.right, total.found)}  precision ${share(total.right, total.named)}  mixed entities ${total.mixed}  innermost of the chain right ${share(total.chains, total.found)}`,
);
await reader.close();
