/**
 * What one more report costs to link in stories as people write them (a score of statements a report, more than the generated archive of cost.ts
 * has): each story's last report, with everything before it linked and the network's answers to that at hand.
 *   npx tsx bench/linking/one-more.ts --cache FOLDER STORY.json…   (the folder that bench/linking/stories.ts filled)
 */
import { parseArgs } from 'node:util';
import { linkJudged, linkSteps, type SayingPair } from '../../src/linking/index.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { createNetworks } from '../../src/work/linking/index.ts';
import { readStory } from './readings.ts';

interface Cost {
  readonly whole: number;
  /** Of it the network's. */
  readonly network: number;
  readonly asked: number;
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { cache: { type: 'string' } } });
const networks = await createNetworks('models');
const costs: Cost[] = [];
for (const file of positionals) {
  const { reports, vectors } = await readStory(file, values.cache, createDefaultReader);
  const sorted = [...reports].sort((a, b) => ((a.report.published ?? '') < (b.report.published ?? '') ? -1 : 1));
  await linkJudged(linkSteps(sorted.slice(0, -1), vectors), (pairs) => networks.bearing.judge(pairs));
  let [network, asked] = [0, 0];
  const start = performance.now();
  await linkJudged(linkSteps(sorted, vectors), async (pairs: readonly SayingPair[]) => {
    const before = performance.now();
    const answers = await networks.bearing.judge(pairs);
    network += performance.now() - before;
    asked += pairs.length;
    return answers;
  });
  costs.push({ whole: performance.now() - start, network, asked });
}
await networks.close();
const median = (kind: keyof Cost): string =>
  ([...costs].sort((a, b) => a[kind] - b[kind])[Math.floor(costs.length / 2)]?.[kind] ?? 0).toFixed(0);
console.log(
  `${costs.length} stories, one more report, median: ${median('whole')} ms, of it the network ${median('network')} ms; ${median('asked')} pairs asked of in all`,
);
