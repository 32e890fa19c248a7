/**
 * Links a story from its truth's own statements (../shared/stories format): what linking can do when the reading is right.
 *   npx tsx bench/linking/oracle.ts STORY.json > ledger.json; node ../shared/tools/score-story.mjs STORY.json ledger.json
 */
import { linkStory } from '../../src/linking/index.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { givenStory } from './given.ts';
import { ledgerOf } from './ledger.ts';

const [file, cache] = process.argv.slice(2);
const reader = createDefaultReader();
const { reports, vectors } = await givenStory(file as string, cache, () => reader);
console.log(JSON.stringify(ledgerOf(reports, linkStory(reports, vectors))));
await reader.close();
