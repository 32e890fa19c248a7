// Would a learned choice between a page's candidates find its day better than the rules? Each page is left out of what it is judged by.
//   tsx bench/intake/choice.ts PAGES.in.jsonl PAGES.gold.jsonl
// A day's features: which kinds of places give it, how many of them, and whether one of them is the first of its kind. Logistic regression, the likeliest
// day of the page is taken. Beside it the rules: the candidates' own order (which was written looking at these pages), and only the first of each kind.
import { readFileSync } from 'node:fs';
import { createIntake } from '../../src/intake/index.ts';

const [file, goldFile] = process.argv.slice(2);
if (!file || !goldFile) throw new Error('usage: tsx bench/intake/choice.ts PAGES.in.jsonl PAGES.gold.jsonl');
const rows = <Row>(path: string): readonly Row[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
const gold = new Map(rows<{ readonly id: string; readonly date?: string }>(goldFile).map(({ id, date }) => [String(id), date ?? null]));

/** The kind of a place, so that it can be met on other pages too. */
const KINDS: readonly (readonly [name: string, from: RegExp])[] = [
  ['JSON-LD published', /^JSON-LD .*datePublished/],
  ['meta published', /^meta (?!.*(?:modif|updat)).*/],
  ['meta changed', /^meta .*(?:modif|updat)/],
  ['marked', /^page \[itemprop|^page time\[pubdate/],
  ['time', /^page time(?: in words)?$/],
  ['address', /^address/],
  ['stamp', /^page stamp/],
  ['line', /^page line/],
  ['shown', /^page /],
  ['script', /^script/],
  ['JSON-LD other', /^JSON-LD/],
];
const kindOf = (from: string): number => KINDS.findIndex(([, pattern]) => pattern.test(from));

interface Option {
  readonly day: string;
  readonly features: readonly number[];
}
interface Page {
  readonly id: string;
  readonly first: string | null;
  readonly options: readonly Option[];
}

const pages: Page[] = [];
for await (const one of createIntake({ jsonl: true })([{ kind: 'given', bytes: readFileSync(file), name: 'pages' }])) {
  if (one.kind !== 'report') continue;
  const candidates = one.evidence
    .filter(({ field }) => field === 'published')
    .map(({ value, from }) => ({ day: value.slice(0, 10), kind: kindOf(from) }));
  const firsts = KINDS.map((_, kind) => candidates.find((candidate) => candidate.kind === kind)?.day);
  const options = [...new Set(candidates.map(({ day }) => day))].map((day) => {
    const kinds = KINDS.map((_, kind) => (candidates.some((candidate) => candidate.kind === kind && candidate.day === day) ? 1 : 0));
    return {
      day,
      features: [1, ...kinds, ...firsts.map((first) => (first === day ? 1 : 0)), kinds.reduce((a: number, b) => a + b, 0) / 5],
    };
  });
  pages.push({ id: one.report.id, first: one.report.published?.slice(0, 10) ?? null, options });
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** Weights of a choice among each page's options, by plain gradient ascent with a little decay. */
function learned(from: readonly Page[]): readonly number[] {
  const length = from[0]?.options[0]?.features.length ?? from.find(({ options }) => options.length > 0)?.options[0]?.features.length ?? 0;
  let weights = new Array<number>(length).fill(0);
  for (let step = 0; step < 300; step++) {
    const gradient = weights.map((weight) => -0.01 * weight);
    for (const { id, options } of from) {
      const right = options.findIndex(({ day }) => day === gold.get(id));
      if (right < 0) continue;
      const powers = options.map(({ features }) => Math.exp(dot(features, weights)));
      const all = powers.reduce((a, b) => a + b, 0);
      options.forEach(({ features }, i) => {
        const pull = (i === right ? 1 : 0) - (powers[i] ?? 0) / all;
        features.forEach((feature, k) => {
          gradient[k] = (gradient[k] ?? 0) + (pull * feature) / from.length;
        });
      });
    }
    weights = weights.map((weight, k) => weight + 2 * (gradient[k] ?? 0));
  }
  return weights;
}

const best = ({ options }: Page, weights: readonly number[]): string | null =>
  [...options].sort((a, b) => dot(b.features, weights) - dot(a.features, weights))[0]?.day ?? null;

function score(name: string, choose: (page: Page) => string | null): void {
  let [right, given] = [0, 0];
  for (const page of pages) {
    const day = choose(page);
    if (day) given += 1;
    if (day && day === gold.get(page.id)) right += 1;
  }
  const [p, r] = [(100 * right) / given, (100 * right) / gold.size];
  console.log(
    `${name.padEnd(40)} P ${p.toFixed(1)}  R ${r.toFixed(1)}  F1 ${((2 * p * r) / (p + r)).toFixed(1)}  wrong ${(100 - p).toFixed(1)} %`,
  );
}

const reachable = pages.filter(({ id, options }) => options.some(({ day }) => day === gold.get(id))).length;
console.log(
  `${gold.size} pages; the day is among the candidates of ${reachable}; ${pages.filter(({ options }) => options.length > 1).length} have several days`,
);
score('the rules', ({ first }) => first);
score(
  'the commonest day among the kinds',
  (page) => [...page.options].sort((a, b) => (b.features.at(-1) ?? 0) - (a.features.at(-1) ?? 0))[0]?.day ?? null,
);
score(
  'learned, seen on all',
  (
    (weights) => (page: Page) =>
      best(page, weights)
  )(learned(pages)),
);
score('learned, each page left out', (page) => best(page, learned(pages.filter((other) => other !== page))));
