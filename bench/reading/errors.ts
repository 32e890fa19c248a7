/**
 * Parts what a reader got wrong into classes, and counts them: the table "Errors" in docs/reading.md.
 *   npx tsx bench/reading/errors.ts GOLD.jsonl READINGS.jsonl [--show CLASS] [--most N]
 * GOLD: documents with `text` and `claims`; READINGS: what `accordingto read --json` prints. Statements of depth 0 count.
 * A gold statement and a read one are paired by their cues (or, where those differ, by the words of their contents), best first.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

type Spans = readonly (readonly [number, number])[];
interface Claim {
  readonly source: Spans;
  readonly cue: Spans;
  readonly content: Spans;
}
interface Gold {
  readonly id: string;
  readonly text: string;
  readonly claims?: readonly Claim[];
  readonly annotations?: readonly { readonly claims: readonly Claim[] }[];
}
interface Reading {
  readonly report: { readonly id: string };
  readonly statements: readonly {
    readonly depth: number;
    readonly source: { readonly spans: Spans } | null;
    readonly cue: { readonly spans: Spans } | null;
    readonly content: { readonly spans: Spans };
  }[];
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'string' }, most: { type: 'string', default: '20' } },
});
const [goldFile, readingsFile] = positionals;
if (!goldFile || !readingsFile) throw new Error('usage: errors.ts GOLD.jsonl READINGS.jsonl [--show CLASS] [--most N]');

const linesOf = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/** The words of a text that lie within some spans, by their number in the text. */
function wordsIn(words: readonly (readonly [number, number])[], spans: Spans): number[] {
  return words.flatMap(([from, to], i) => (spans.some(([a, b]) => Math.min(b, to) - Math.max(a, from) >= (to - from) / 2) ? [i] : []));
}

interface Words {
  readonly source: readonly number[];
  readonly cue: readonly number[];
  readonly content: readonly number[];
}

const shared = (a: readonly number[], b: readonly number[]): number => a.filter((i) => b.includes(i)).length;
const joint = (a: readonly number[], b: readonly number[]): number => shared(a, b) / Math.max(1, a.length + b.length - shared(a, b));
const piecesOf = (words: readonly number[]): number => words.filter((word, i) => i === 0 || word !== (words[i - 1] as number) + 1).length;

/** What is wrong with one role of a pair, or nothing. */
function differences(role: 'source' | 'cue' | 'content', gold: readonly number[], read: readonly number[]): string[] {
  if (gold.join() === read.join()) return [];
  if (read.length === 0) return [`${role} not found`];
  if (gold.length === 0) return [`${role} where there is none`];
  if (shared(gold, read) === 0) return [`${role} is another`];
  const [first, last] = [(read[0] as number) - (gold[0] as number), (read.at(-1) as number) - (gold.at(-1) as number)];
  const edges = [
    ...(first < 0 ? [`${role} too long at its start`] : first > 0 ? [`${role} too short at its start`] : []),
    ...(last > 0 ? [`${role} too long at its end`] : last < 0 ? [`${role} too short at its end`] : []),
  ];
  if (edges.length > 0) return edges;
  return [piecesOf(gold) === piecesOf(read) ? `${role} with other words inside` : `${role} in another number of pieces`];
}

const classes = new Map<string, string[]>();
const count = (name: string, example: string): void => {
  classes.set(name, [...(classes.get(name) ?? []), example]);
};

const readings = new Map(linesOf<Reading>(readingsFile).map((reading) => [reading.report.id, reading]));
let statements = 0;
for (const document of linesOf<Gold>(goldFile)) {
  const { text } = document;
  const words = [...text.matchAll(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)].map(
    ({ index, 0: word }) => [index, index + word.length] as const,
  );
  const inWords = (claim: Claim): Words => ({
    source: wordsIn(words, claim.source),
    cue: wordsIn(words, claim.cue),
    content: wordsIn(words, claim.content),
  });
  const gold = (document.claims ?? document.annotations?.[0]?.claims ?? []).map(inWords).filter(({ content }) => content.length > 0);
  const read = (readings.get(document.id)?.statements ?? [])
    .filter(({ depth }) => depth === 0)
    .map(({ source, cue, content }) => inWords({ source: source?.spans ?? [], cue: cue?.spans ?? [], content: content.spans }));
  statements += gold.length;
  const shown = (claim: Words): string =>
    (['source', 'cue', 'content'] as const)
      .map((role) => `${role}: ${claim[role].map((i) => text.slice(...(words[i] as readonly [number, number]))).join(' ')}`)
      .join(' | ');
  const pairs = gold
    .flatMap((a) => read.map((b) => ({ a, b, score: joint(a.content, b.content) + (shared(a.cue, b.cue) > 0 ? 1 : 0) })))
    .filter(({ score }) => score >= 0.5)
    .sort((x, y) => y.score - x.score);
  const [left, right] = [new Set(gold), new Set(read)];
  for (const { a, b } of pairs) {
    if (!left.has(a) || !right.has(b)) continue;
    left.delete(a);
    right.delete(b);
    const found = (['source', 'cue', 'content'] as const).flatMap((role) => differences(role, a[role], b[role]));
    for (const name of found) count(name, `${shown(a)}\n      read ${shown(b)}`);
    if (found.length === 0) count('exactly as marked', shown(a));
  }
  for (const a of left)
    count(
      [...right].some((b) => shared(a.content, b.content) > 0) || read.some((b) => shared(a.content, b.content) > 0)
        ? 'missed, its words given to another cue'
        : 'missed whole',
      shown(a),
    );
  for (const b of right)
    count(gold.some((a) => shared(a.content, b.content) > 0) ? 'not marked, its words another statement’s' : 'not marked', shown(b));
}

const ranked = [...classes].sort((a, b) => b[1].length - a[1].length);
if (values.show) for (const example of (classes.get(values.show) ?? []).slice(0, Number(values.most))) console.log(`  ${example}`);
else {
  console.log(`${statements} statements marked; a pair may be wrong in several ways`);
  for (const [name, examples] of ranked) console.log(`${String(examples.length).padStart(6)}  ${name}`);
}
