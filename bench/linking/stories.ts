/**
 * Reads and links stories (../shared/stories format) from their texts alone and prints every figure of each, with the means.
 * Reports are parted into stories first, as `add` does it.
 *   npx tsx bench/linking/stories.ts [--cache FOLDER] [--errors N] STORY.json…
 * With --cache the readings are kept between runs (delete the folder after a change of the reader): linking alone takes a second a story.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LinkReport, linkStory, partition, storyMark } from '../../src/linking/index.ts';
import type { Report } from '../../src/model/index.ts';
import { createDefaultReader, type Reader } from '../../src/reader/index.ts';
import { createSentenceEncoder, joinStories, vectorsOf, withOwnVoice } from '../../src/work/linking/index.ts';
import { ledgerOf } from './ledger.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cache: { type: 'string' },
    errors: { type: 'string', default: '0' },
    scorer: { type: 'string', default: '/work/shared/tools/score-story.mjs' },
  },
});

type StoryReport = Omit<Report, 'from' | 'url' | 'language' | 'sha256'>;
interface Read {
  readonly reports: readonly LinkReport[];
  readonly vectors: readonly (readonly [string, readonly number[]])[];
}

const readStory = async (rows: readonly StoryReport[], reader: () => Reader): Promise<Read> => {
  const readings = await reader().readMany(rows.map((row) => ({ ...row, from: null, url: null, language: 'en', sha256: row.id })));
  const reports = readings.map(withOwnVoice).map(({ report, statements }): LinkReport => ({ report, statements }));
  const encoder = await createSentenceEncoder('models/sentences');
  const vectors = await vectorsOf(
    encoder,
    reports.flatMap(({ statements }) => statements),
  );
  await encoder.close();
  return { reports, vectors: [...vectors].map(([id, vector]) => [id, [...vector]]) };
};

const readers: Reader[] = [];
/** The reader, made when the first story has to be read. */
const reader = (): Reader => {
  if (readers.length === 0) readers.push(createDefaultReader());
  return readers[0] as Reader;
};
const scores: Record<string, number>[] = [];
for (const file of positionals) {
  const bytes = readFileSync(file);
  const cached = values.cache && join(values.cache, `${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.json`);
  if (values.cache) mkdirSync(values.cache, { recursive: true });
  let read: Read;
  if (cached && existsSync(cached)) read = JSON.parse(readFileSync(cached, 'utf8')) as Read;
  else {
    read = await readStory((JSON.parse(bytes.toString()) as { reports: StoryReport[] }).reports, reader);
    if (cached) writeFileSync(cached, JSON.stringify(read));
  }
  const vectors = new Map(read.vectors.map(([id, vector]) => [id, Float32Array.from(vector)]));
  const reportById = new Map(read.reports.map((row) => [row.report.id, row]));
  const parts = partition(read.reports.map(({ report }) => storyMark(report)));
  if (parts.length > 1) console.error(`${basename(file)}: held for ${parts.length} stories`);
  const links = joinStories(
    parts.map((ids) =>
      linkStory(
        ids.map((id) => reportById.get(id) as LinkReport),
        vectors,
      ),
    ),
  );
  const ledger = join('/tmp', `ledger-${process.pid}-${basename(file)}`);
  writeFileSync(ledger, JSON.stringify(ledgerOf(read.reports, links)));
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
