/**
 * Reads and links stories (../shared/stories format) from their texts alone and prints every figure of each, with the means.
 * Reports are parted into stories first, as `add` does it. With --keep the ledgers stay in that folder.
 *   npx tsx bench/linking/stories.ts [--cache FOLDER] [--errors N] [--keep FOLDER] STORY.json…
 * With --cache the readings are kept between runs (delete the folder after a change of the reader): linking alone takes a second a story.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LinkReport, linkStory, partition, storyMark } from '../../src/linking/index.ts';
import type { Reading, Report, Statement } from '../../src/model/index.ts';
import { createDefaultReader, type Reader } from '../../src/reader/index.ts';
import { createSentenceEncoder, joinStories, vectorsOf, withOwnVoice } from '../../src/work/linking/index.ts';
import { ledgerOf } from './ledger.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cache: { type: 'string' },
    keep: { type: 'string' },
    errors: { type: 'string', default: '0' },
    scorer: { type: 'string', default: '/work/shared/tools/score-story.mjs' },
  },
});

type StoryReport = Omit<Report, 'from' | 'url' | 'language' | 'sha256'>;
/** What is kept of a story between runs: its readings, and sentence vectors by text. */
interface Read {
  readonly readings: readonly Reading[];
  readonly vectors: Record<string, readonly number[]>;
}

/** The sentence vectors of statements, by id: those of texts that are not known yet are made, and noted. */
async function vectorsFor(statements: readonly Statement[], known: Read['vectors']): Promise<Map<string, Float32Array>> {
  const fresh = statements.filter(({ content }) => !(content.text in known));
  if (fresh.length > 0) {
    const encoder = await createSentenceEncoder('models/sentences');
    const made = await vectorsOf(encoder, fresh);
    await encoder.close();
    for (const { id, content } of fresh) known[content.text] = [...(made.get(id) ?? [])];
  }
  return new Map(
    statements.flatMap(({ id, content }) => {
      const vector = known[content.text] ?? [];
      return vector.length > 0 ? [[id, Float32Array.from(vector)] as const] : [];
    }),
  );
}

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
    const rows = (JSON.parse(bytes.toString()) as { reports: StoryReport[] }).reports;
    const given = rows.map((row) => ({ ...row, from: null, url: null, language: 'en', sha256: row.id }));
    read = { readings: await reader().readMany(given), vectors: {} };
  }
  const reports = read.readings.map(withOwnVoice).map(({ report, statements }): LinkReport => ({ report, statements }));
  const vectors = await vectorsFor(
    reports.flatMap(({ statements }) => statements),
    read.vectors,
  );
  if (cached) writeFileSync(cached, JSON.stringify(read));
  const reportById = new Map(reports.map((row) => [row.report.id, row]));
  const parts = partition(reports.map(({ report }) => storyMark(report)));
  if (parts.length > 1) console.error(`${basename(file)}: held for ${parts.length} stories`);
  const links = joinStories(
    parts.map((ids) =>
      linkStory(
        ids.map((id) => reportById.get(id) as LinkReport),
        vectors,
      ),
    ),
  );
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
