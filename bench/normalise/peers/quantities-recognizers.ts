/**
 * Microsoft Recognizers-Text on the same sentences, in the same form, so that one scorer judges both:
 *   npm install --prefix PEERS --ignore-scripts @microsoft/recognizers-text-suite
 *   node --import tsx bench/normalise/peers/quantities-recognizers.ts PEERS OUT.in.jsonl > OUT.recognizers.jsonl
 * It finds numbers without bounds; where it gives one figure two readings ("$5 million" and "5 million"), the longer stands.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

interface Found {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly resolution: { readonly value?: string } | null;
}
type Recognizer = (text: string, culture: string) => readonly Found[];

const [peers, file] = process.argv.slice(2);
if (!peers || !file) {
  console.error('usage: recognizers.ts PEERS REPORTS.jsonl');
  process.exit(2);
}
const suite = createRequire(join(resolve(peers), 'package.json'))('@microsoft/recognizers-text-suite') as Record<string, Recognizer>;
const kinds = ['recognizeNumber', 'recognizePercentage', 'recognizeCurrency', 'recognizeDimension', 'recognizeAge', 'recognizeTemperature'];

let characters = 0;
const started = performance.now();
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const { id, text } = JSON.parse(line) as { id: string; text: string };
  characters += text.length;
  const dates = suite.recognizeDateTime?.(text, 'en-us') ?? [];
  const all = kinds.flatMap((kind) => suite[kind]?.(text, 'en-us') ?? []).filter((a) => a.resolution?.value != null);
  const kept = all
    .filter((a) => !dates.some((d) => d.start <= a.start && a.end <= d.end && !/duration/.test(JSON.stringify(d.resolution))))
    .filter((a, i) => !all.some((b, k) => k !== i && b.start <= a.start && a.end <= b.end && (b.end - b.start > a.end - a.start || k < i)));
  const quantities = kept.map((a) => {
    const value = Number(String(a.resolution?.value).replace('%', ''));
    return { spans: [[a.start, a.end + 1]], text: a.text, low: value, high: value, approximate: false };
  });
  console.log(JSON.stringify({ report: { id, text }, quantities: quantities.filter((q) => Number.isFinite(q.low)) }));
}
console.error(`${Math.round(characters / (performance.now() - started))} characters a millisecond`);
