/**
 * Reads the same reports with onnxruntime-node and with onnxruntime-web (WebAssembly in Node, one thread) and says how far they agree.
 *   npx tsx bench/reading/web.ts REPORTS.jsonl [HOW_MANY]
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { modelFolder, openNetworks } from '../../src/reader/encoder/index.ts';
import { type ModelBytes, openWebNetworks } from '../../src/reader/encoder/web.ts';
import { readText } from '../../src/reader/said/neural/read.ts';

type Networks = Parameters<typeof readText>[0];
type Found = Awaited<ReturnType<typeof readText>>;

const FILES = ['manifest.json', 'encoder.onnx', 'second.onnx', 'tokenizer.json'] as const;
const [path, most = '1000'] = process.argv.slice(2);
if (!path) throw new Error('which reports? npx tsx bench/reading/web.ts REPORTS.jsonl [HOW_MANY]');
const texts = readFileSync(path, 'utf8').trim().split('\n').slice(0, Number(most));

// onnxruntime-node first: both share one list of backends, and the first to come keeps "cpu".
const node = await openNetworks();
const runtime = createRequire(import.meta.url)('onnxruntime-web');
runtime.env.wasm.numThreads = 1;
const files = Object.fromEntries(FILES.map((name) => [name, new Uint8Array(readFileSync(join(modelFolder(), name)))])) as ModelBytes;
const web = await openWebNetworks(runtime, files);
const settings = { threshold: node.manifest.settings.threshold, depth: 2 };

/** What one runtime finds in a text, and the processor seconds it takes. */
async function timed(networks: Networks, text: string): Promise<{ readonly found: Found; readonly seconds: number }> {
  const before = process.cpuUsage();
  const found = await readText(networks, text, settings);
  const { user, system } = process.cpuUsage(before);
  return { found, seconds: (user + system) / 1e6 };
}

const spansOf = ({ source, cue, content, depth }: Found[number]): string => JSON.stringify([source, cue, content, depth]);
const sum = { node: 0, web: 0, sameSpans: 0, sameConfidence: 0, furthestConfidence: 0, nodeSeconds: 0, webSeconds: 0 };
for (const line of texts) {
  const { text } = JSON.parse(line) as { readonly text: string };
  const one = await timed(node, text);
  const two = await timed(web, text);
  const bySpans = new Map(two.found.map((statement) => [spansOf(statement), statement]));
  sum.node += one.found.length;
  sum.web += two.found.length;
  sum.nodeSeconds += one.seconds;
  sum.webSeconds += two.seconds;
  for (const statement of one.found) {
    const same = bySpans.get(spansOf(statement));
    if (!same) continue;
    const apart = Math.abs((statement.confidence ?? 0) - (same.confidence ?? 0));
    sum.sameSpans += 1;
    sum.sameConfidence += apart === 0 ? 1 : 0;
    sum.furthestConfidence = Math.max(sum.furthestConfidence, apart);
  }
}
console.log({ reports: texts.length, ...sum });
process.exit(0);
