// The day of publication, ours beside htmldate's, over the same pages in the same run.
//   tsx bench/intake/dates.ts PAGES.in.jsonl PAGES.gold.jsonl [--htmldate PYTHON] [--errors]
// PAGES.in.jsonl: {"id", "url"?, "html"} a line; PAGES.gold.jsonl: {"id", "date"}. PYTHON has htmldate installed. Wrong: of the days given.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createIntake } from '../../src/intake/index.ts';
import type { ReceivedReport } from '../../src/model/index.ts';

const [file, goldFile, ...flags] = process.argv.slice(2);
if (!file || !goldFile) throw new Error('usage: tsx bench/intake/dates.ts PAGES.in.jsonl PAGES.gold.jsonl [--htmldate PYTHON] [--errors]');
const flag = (name: string): string | undefined => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : undefined);
const lines = <Row>(path: string): readonly Row[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
const gold = new Map(lines<{ readonly id: string; readonly date?: string }>(goldFile).map(({ id, date }) => [String(id), date ?? null]));

interface Found {
  readonly day: string | null;
  readonly where: string;
}

async function ours(): Promise<ReadonlyMap<string, Found>> {
  const found = new Map<string, Found>();
  for await (const one of createIntake({ jsonl: true })([{ kind: 'given', bytes: readFileSync(file as string), name: 'pages' }])) {
    if (one.kind === 'report') found.set(one.report.id, { day: one.report.published?.slice(0, 10) ?? null, where: placesIn(one) });
  }
  return found;
}

const placesIn = ({ evidence }: ReceivedReport): string =>
  evidence.flatMap(({ field, value, from }) => (field === 'published' ? [`${from}: ${value}`] : [])).join('; ');

const HTMLDATE = `
import json, sys, logging
from htmldate import find_date
logging.disable(logging.CRITICAL)
for line in open(sys.argv[1], encoding="utf8"):
    page = json.loads(line)
    try: day = find_date(page["html"], url=page.get("url"), original_date=True)
    except Exception: day = None
    print(json.dumps({"id": page["id"], "day": day}))
`;

const theirs = (python: string): ReadonlyMap<string, Found> =>
  new Map(
    execFileSync(python, ['-c', HTMLDATE, file as string], { encoding: 'utf8', maxBuffer: 1 << 28 })
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { readonly id: string; readonly day: string | null })
      .map(({ id, day }) => [String(id), { day, where: '' }]),
  );

const percent = (part: number, whole: number): string => ((100 * part) / Math.max(1, whole)).toFixed(1).padStart(5);

function score(name: string, found: ReadonlyMap<string, Found>): void {
  let [right, given, wrong] = [0, 0, 0];
  for (const [id, day] of gold) {
    const { day: got, where } = found.get(id) ?? { day: null, where: 'no report' };
    if (got) given += 1;
    if (got === day && got) right += 1;
    else if (got) wrong += 1;
    if (got !== day && flags.includes('--errors'))
      console.log(`  ${name} ${id}: ${got ?? 'none'}, should be ${day}   [${where.slice(0, 400)}]`);
  }
  const [p, r] = [right / Math.max(1, given), right / gold.size];
  console.log(
    `${name.padEnd(12)} P ${percent(right, given)}  R ${percent(right, gold.size)}  F1 ${percent((2 * p * r) / (p + r || 1), 1)}  wrong ${percent(wrong, given)} %  none ${percent(gold.size - given, gold.size)} %`,
  );
}

score('accordingto', await ours());
const python = flag('--htmldate');
if (python) score('htmldate', theirs(python));
