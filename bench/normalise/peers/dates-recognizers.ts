/**
 * The dates of Microsoft Recognizers-Text on the reports of a JSON Lines file, one JSON line a report as score.mjs takes it:
 *   npm install --prefix PEERS --ignore-scripts @microsoft/recognizers-text-suite
 *   node --import tsx bench/normalise/peers/dates-recognizers.ts PEERS OUT.in.jsonl > OUT.recognizers.jsonl
 * It gives a TIMEX and, where that is relative, values resolved both ways: of two readings the earlier one stands, as news tells what has been.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

interface Found {
  readonly start: number;
  readonly end: number;
  readonly resolution: { readonly values?: readonly Readonly<Record<string, string>>[] } | null;
}

const [peers, file] = process.argv.slice(2);
if (!peers || !file) {
  console.error('usage: dates-recognizers.ts PEERS REPORTS.jsonl');
  process.exit(2);
}
const suite = createRequire(join(resolve(peers), 'package.json'))('@microsoft/recognizers-text-suite') as {
  recognizeDateTime: (text: string, culture: string, options: number, day?: Date) => readonly Found[];
};

function timexOf({ resolution }: Found): string {
  const [first] = resolution?.values ?? [];
  const timex = first?.timex ?? '';
  if (timex === 'PRESENT_REF' || timex === 'PAST_REF' || timex === 'FUTURE_REF' || /^P/.test(timex) || /^\d{4}/.test(timex)) return timex;
  return first?.value ?? timex;
}

let reports = 0;
let spent = 0;
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const { id, text, published } = JSON.parse(line) as { id: string; text: string; published?: string | null };
  const started = performance.now();
  const found = suite.recognizeDateTime(text, 'en-us', 0, published ? new Date(`${published}T12:00:00`) : undefined);
  spent += performance.now() - started;
  reports++;
  const times = found.map((x) => ({ spans: [[x.start, x.end + 1]], timex: { type: 'DATE', value: timexOf(x) } }));
  console.log(JSON.stringify({ report: { id, text }, times }));
}
console.error(`${((1000 * reports) / spent).toFixed(1)} reports a second`);
