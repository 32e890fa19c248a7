// The article's words, ours beside others', over the same pages in the same run, and the pages that all of them miss.
//   tsx bench/intake/texts.ts PAGES.in.jsonl PAGES.gold.jsonl [--jsdom FOLDER] [--trafilatura PYTHON]
// PAGES.in.jsonl: {"id", "url"?, "html"} a line; PAGES.gold.jsonl: {"id", "body"}. FOLDER has jsdom and @mozilla/readability; PYTHON has trafilatura 2. Counted
// as article-extraction-benchmark does: shingles of four words, each page weighing the same. Missed: precision or recall of 80 % or less.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createIntake } from '../../src/intake/index.ts';

const [file, goldFile, ...flags] = process.argv.slice(2);
if (!file || !goldFile)
  throw new Error('usage: tsx bench/intake/texts.ts PAGES.in.jsonl PAGES.gold.jsonl [--jsdom FOLDER] [--trafilatura PYTHON]');
const flag = (name: string): string | undefined => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : undefined);
const rows = <Row>(text: string): readonly Row[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
type Texts = ReadonlyMap<string, string>;
const pages = rows<{ readonly id: string; readonly html: string }>(readFileSync(file, 'utf8'));
const gold = new Map(
  rows<{ readonly id: string; readonly body: string }>(readFileSync(goldFile, 'utf8')).map(({ id, body }) => [id, body]),
);

async function ours(): Promise<Texts> {
  const texts = new Map<string, string>();
  for await (const one of createIntake({ jsonl: true })([{ kind: 'given', bytes: readFileSync(file as string), name: 'pages' }]))
    if (one.kind === 'report') texts.set(one.report.id, one.report.text);
  return texts;
}

interface Peers {
  readonly JSDOM: new (
    html: string,
    options: { url: string },
  ) => { readonly window: { readonly document: unknown; readonly close: () => void } };
  readonly Readability: new (document: unknown) => { readonly parse: () => { readonly textContent: string } | null };
}

function readability(folder: string): Texts {
  const load = createRequire(resolve(folder, 'x.js'));
  const { JSDOM } = load('jsdom') as Peers;
  const { Readability } = load('@mozilla/readability') as Peers;
  return new Map(
    pages.map(({ id, html }) => {
      const { window } = new JSDOM(html, { url: 'https://page.example/' });
      const text = new Readability(window.document).parse()?.textContent ?? '';
      window.close();
      return [id, text];
    }),
  );
}

const TRAFILATURA = `
import json, sys, trafilatura
for line in open(sys.argv[1], encoding="utf8"):
    if line.strip():
        page = json.loads(line)
        print(json.dumps({"id": page["id"], "body": trafilatura.extract(page["html"], include_comments=False) or ""}))
`;
const trafilatura = (python: string): Texts =>
  new Map(
    rows<{ readonly id: string; readonly body: string }>(
      execFileSync(python, ['-c', TRAFILATURA, file as string], { encoding: 'utf8', maxBuffer: 1 << 28 }),
    ).map(({ id, body }) => [id, body]),
  );

function shingles(text: string): ReadonlyMap<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const found = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - 3); i++) {
    const key = words.slice(i, i + 4).join(' ');
    if (key) found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
}

interface Score {
  readonly precision: number | null;
  readonly recall: number | null;
}

function scoreOf(body: string, text: string): Score {
  const [wanted, got] = [shingles(body), shingles(text)];
  let [both, extra, missing] = [0, 0, 0];
  for (const key of new Set([...wanted.keys(), ...got.keys()])) {
    const [x, y] = [wanted.get(key) ?? 0, got.get(key) ?? 0];
    both += Math.min(x, y);
    extra += Math.max(0, y - x);
    missing += Math.max(0, x - y);
  }
  return { precision: both + extra ? both / (both + extra) : null, recall: both + missing ? both / (both + missing) : null };
}

const mean = (values: readonly (number | null)[]): number => {
  const known = values.filter((value) => value !== null);
  return (100 * known.reduce((a, b) => a + b, 0)) / Math.max(1, known.length);
};
const [folder, python] = [flag('--jsdom'), flag('--trafilatura')];
const readers: readonly (readonly [name: string, texts: Texts])[] = [
  ['accordingto', await ours()],
  ...(folder ? [['jsdom + Readability', readability(folder)] as const] : []),
  ...(python ? [['trafilatura 2', trafilatura(python)] as const] : []),
];
const missedBy = new Map<string, string[]>();
for (const [name, texts] of readers) {
  const scores = [...gold].map(([id, body]) => [id, scoreOf(body, texts.get(id) ?? '')] as const);
  const [p, r] = [mean(scores.map(([, { precision }]) => precision)), mean(scores.map(([, { recall }]) => recall))];
  const missed = scores.filter(([, { precision, recall }]) => !((precision ?? 0) > 0.8 && (recall ?? 0) > 0.8));
  for (const [id, { precision, recall }] of missed)
    missedBy.set(id, [...(missedBy.get(id) ?? []), `${name} ${(100 * (precision ?? 0)).toFixed(0)}/${(100 * (recall ?? 0)).toFixed(0)}`]);
  console.log(
    `${name.padEnd(20)} P ${p.toFixed(1)}  R ${r.toFixed(1)}  F1 ${((2 * p * r) / (p + r)).toFixed(1)}   missed ${missed.length} of ${gold.size}`,
  );
}
for (const [id, by] of missedBy) console.log(`  ${by.length === readers.length ? 'all' : '   '} ${id.slice(0, 16)}  ${by.join(', ')}`);
