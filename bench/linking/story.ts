/**
 * Reads and links a story (../shared/stories format) from its texts alone, in memory.
 *   npx tsx bench/linking/story.ts STORY.json > ledger.json; node ../shared/tools/score-story.mjs STORY.json ledger.json
 */
import { readFileSync } from 'node:fs';
import { type LinkReport, linkStory } from '../../src/linking/index.ts';
import type { Report } from '../../src/model/index.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { createSentenceEncoder, vectorsOf, withOwnVoice } from '../../src/work/linking/index.ts';
import { ledgerOf } from './ledger.ts';

const story = JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as {
  readonly reports: readonly Omit<Report, 'from' | 'url' | 'language' | 'sha256'>[];
};
const reader = createDefaultReader();
const readings = await reader.readMany(story.reports.map((row) => ({ ...row, from: null, url: null, language: 'en', sha256: row.id })));
await reader.close();
const reports = readings.map(withOwnVoice).map(({ report, statements }): LinkReport => ({ report, statements }));
const encoder = await createSentenceEncoder('models/sentences');
const vectors = await vectorsOf(
  encoder,
  reports.flatMap(({ statements }) => statements),
);
await encoder.close();
const links = linkStory(reports, vectors);
console.log(JSON.stringify(ledgerOf(reports, links)));
