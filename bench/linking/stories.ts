/**
 * Reads and links stories (../shared/stories format) from their texts alone and prints every figure of each, with the means.
 * Reports are parted into stories first, as `add` does it. With --keep the ledgers stay in that folder.
 *   npx tsx bench/linking/stories.ts [--cache FOLDER] [--errors N] [--keep FOLDER] [--given | --corrected] STORY.json…
 * With --cache the readings are kept between runs (delete the folder after a change of the reader): linking alone takes a second a story.
 * With --given the truth's own statements, sources and chains are linked: what linking can do when the reading is right.
 * With --corrected the statements are as they were read, their sources and chains the truth's.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LinkReport, linkJudged, linkSteps, partition, type StoryLinks, storyMark } from '../../src/linking/index.ts';
import { createDefaultReader, type Reader } from '../../src/reader/index.ts';
import { joinStories } from '../../src/work/linking/index.ts';
import { correctedStory, givenStory } from './given.ts';
import { ledgerOf } from './ledger.ts';
import { readStory } from './readings.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cache: { type: 'string' },
    keep: { type: 'string' },
    errors: { type: 'string', default: '0' },
    given: { type: 'boolean', default: false },
    corrected: { type: 'boolean', default: false },
    scorer: { type: 'string', default: '/work/shared/tools/score-story.mjs' },
  },
});

const readers: Reader[] = [];
/** The reader, made when the first story has to be read. */
const reader = (): Reader => {
  if (readers.length === 0) readers.push(createDefaultReader());
  return readers[0] as Reader;
};
const scores: Record<string, number>[] = [];
for (const file of positionals) {
  const { reports, vectors, judge } = await (values.given ? givenStory : values.corrected ? correctedStory : readStory)(
    file,
    values.cache,
    reader,
  );
  const reportById = new Map(reports.map((row) => [row.report.id, row]));
  const parts = values.given ? [reports.map(({ report }) => report.id)] : partition(reports.map(({ report }) => storyMark(report)));
  if (parts.length > 1) console.error(`${basename(file)}: held for ${parts.length} stories`);
  const linked: StoryLinks[] = [];
  for (const ids of parts) {
    const given = ids.map((id) => reportById.get(id) as LinkReport);
    linked.push(await linkJudged(linkSteps(given, vectors), judge));
  }
  const links = joinStories(linked);
  const ledger = join(values.keep ?? '/tmp', values.keep ? basename(file) : `ledger-${process.pid}-${basename(file)}`);
  if (values.keep) mkdirSync(values.keep, { recursive: true });
  writeFileSync(ledger, JSON.stringify(ledgerOf(reports, links)));
  const arguments_ = [values.scorer, file, ledger, '--json', '--errors', values.errors];
  if (values.errors !== '0') console.error(`== ${basename(file)} ${ledger}`);
  const line = execFileSync('node', arguments_, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  scores.push({ ...(JSON.parse(line) as Record<string, number>) });
}
for (const open of readers) await open.close();
const figures = Object.keys(scores[0] ?? {}).filter((key) => key !== 'name');
const short = (key: string): string => key.slice(0, 6).padStart(7);
const percent = (value: number): string => (100 * value).toFixed(0).padStart(7);
console.log(`${''.padEnd(14)}${figures.map(short).join('')}`);
for (const row of scores)
  console.log(`${String(row.name).slice(0, 13).padEnd(14)}${figures.map((key) => percent(row[key] ?? 0)).join('')}`);
const mean = (key: string): number => scores.reduce((sum, row) => sum + (row[key] ?? 0), 0) / Math.max(1, scores.length);
console.log(`${'mean'.padEnd(14)}${figures.map((key) => percent(mean(key))).join('')}`);
