/**
 * chrono-node on the reports of a JSON Lines file, one JSON line a report as score.mjs takes it:
 *   npm install --prefix PEERS --ignore-scripts chrono-node
 *   node --import tsx bench/normalise/peers/dates-chrono.ts PEERS OUT.in.jsonl > OUT.chrono.jsonl
 * It gives instants; of each, what the text was certain of is written as a TIMEX value (day, month or year).
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

interface Components {
  readonly get: (part: string) => number | null;
  readonly isCertain: (part: string) => boolean;
}
interface Found {
  readonly index: number;
  readonly text: string;
  readonly start: Components;
}

const [peers, file] = process.argv.slice(2);
if (!peers || !file) {
  console.error('usage: dates-chrono.ts PEERS REPORTS.jsonl');
  process.exit(2);
}
const chrono = createRequire(join(resolve(peers), 'package.json'))('chrono-node') as {
  parse: (text: string, day?: Date) => readonly Found[];
};
const two = (n: number | null): string => String(n ?? 1).padStart(2, '0');

function timexOf({ start }: Found): string {
  const day = `${start.get('year')}-${two(start.get('month'))}-${two(start.get('day'))}`;
  if (start.isCertain('hour')) return `${day}T${two(start.get('hour'))}:${two(start.get('minute') ?? 0)}`;
  if (start.isCertain('day') || start.isCertain('weekday')) return day;
  return start.isCertain('month') ? day.slice(0, 7) : day.slice(0, start.isCertain('year') ? 4 : 10);
}

let reports = 0;
let spent = 0;
for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const { id, text, published } = JSON.parse(line) as { id: string; text: string; published?: string | null };
  const started = performance.now();
  const found = chrono.parse(text, published ? new Date(`${published}T12:00:00`) : undefined);
  spent += performance.now() - started;
  reports++;
  const times = found.map((x) => ({ spans: [[x.index, x.index + x.text.length]], timex: { type: 'DATE', value: timexOf(x) } }));
  console.log(JSON.stringify({ report: { id, text }, times }));
}
console.error(`${((1000 * reports) / spent).toFixed(1)} reports a second`);
