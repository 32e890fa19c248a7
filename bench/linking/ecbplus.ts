/**
 * How well claims separate the same from different events within a topic: ECB+ (Cybulska and Vossen 2014), sentences of different
 * documents of one topic, the same where they share an event of the cross-document annotation.
 *   npx tsx bench/linking/ecbplus.ts [FOLDER]
 * In the same run: a plain threshold on the cosine of the same sentence vectors, and on words shared. Thresholds are chosen on the
 * topics of the other half; average precision needs none.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aroundOf } from '../../src/linking/claims/around.ts';
import { decidePair, SAME_THRESHOLD } from '../../src/linking/claims/decide.ts';
import { cosine, type Proposition, proposition, sharedWeight } from '../../src/linking/claims/features.ts';
import type { Placed } from '../../src/linking/input.ts';
import type { Statement } from '../../src/model/index.ts';
import { howmany } from '../../src/reader/howmany/index.ts';
import { createReader } from '../../src/reader/reader.ts';
import { sentences } from '../../src/reader/text/index.ts';
import { when } from '../../src/reader/when/index.ts';
import { createSentenceEncoder } from '../../src/work/linking/sentences.ts';

interface Line {
  readonly topic: number;
  readonly document: string;
  readonly text: string;
  readonly events: ReadonlySet<string>;
}

/** The sentences of a document that hold an event known across documents. */
function linesOf(topic: number, document: string, xml: string): Line[] {
  const tokens = [...xml.matchAll(/<token t_id="(\d+)" sentence="(\d+)" number="\d+">([^<]*)<\/token>/g)];
  const sentenceOf = new Map(tokens.map(([, id, sentence]) => [id, sentence as string]));
  const words = new Map<string, string[]>();
  for (const [, , sentence, word] of tokens) words.set(sentence as string, [...(words.get(sentence as string) ?? []), word as string]);
  const mentions = new Map<string, string>();
  for (const [, id, inner] of xml.matchAll(/<(?:ACTION|NEG_ACTION)_\w+ m_id="(\d+)"[^>]*>(.*?)<\/(?:ACTION|NEG_ACTION)_\w+>/gs)) {
    const token = /<token_anchor t_id="(\d+)"/.exec(inner as string)?.[1];
    if (token) mentions.set(id as string, sentenceOf.get(token) ?? '');
  }
  const events = new Map<string, Set<string>>();
  for (const [, note, inner] of xml.matchAll(/<CROSS_DOC_COREF[^>]*note="((?:ACT|NEG)[^"]*)"[^>]*>(.*?)<\/CROSS_DOC_COREF>/gs))
    for (const [, mention] of (inner as string).matchAll(/<source m_id="(\d+)"/g)) {
      const sentence = mentions.get(mention as string);
      if (sentence) events.set(sentence, (events.get(sentence) ?? new Set()).add(note as string));
    }
  return [...events]
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([sentence, found]) => ({
      topic,
      document,
      text: (words.get(sentence) ?? [])
        .join(' ')
        .replace(/\s+([,.;:!?%)]|'s|n't)/g, '$1')
        .replace(/&(?:amp|quot|apos);/g, "'"),
      events: found,
    }));
}

const folder = process.argv[2] ?? '/work/shared/data/events/ecbplus';
const lines = readdirSync(folder)
  .filter((name) => /^\d+$/.test(name))
  .sort((a, b) => Number(a) - Number(b))
  .flatMap((topic) =>
    readdirSync(join(folder, topic))
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .flatMap((name) => linesOf(Number(topic), name, readFileSync(join(folder, topic, name), 'utf8'))),
  );

const reader = createReader([sentences(), howmany(), when()]);
const encoder = await createSentenceEncoder('models/sentences');
const vectors = await encoder.encode(lines.map(({ text }) => text));
await encoder.close();
const statements: Placed[] = [];
for (const [i, { text, document }] of lines.entries()) {
  const report = {
    id: `${i}`,
    text,
    title: null,
    published: null,
    outlet: null,
    byline: null,
    url: null,
    from: null,
    language: 'en',
    sha256: `${i}`,
  };
  const { quantities, times } = await reader.read(report);
  const statement: Statement = {
    id: `${i}`,
    source: null,
    cue: null,
    content: { spans: [[i, i + text.length]], text },
    quotation: 'indirect',
    depth: 0,
    within: null,
    chain: [],
    basis: [],
    certainty: { level: 'unknown', words: [] },
    forecast: null,
    quantities,
    times,
    places: [],
    saidWhen: null,
  };
  statements.push({ statement, report: { ...report, id: document } });
}
await reader.close();
const vectorOf = new Map(statements.map(({ statement }, i) => [statement.id, vectors[i] as Float32Array] as const));
const around = aroundOf(statements, vectorOf);
const propositions: Proposition[] = statements.map(({ statement, report }) =>
  proposition(statement, {
    report: report.id,
    source: null,
    vector: vectorOf.get(statement.id) ?? null,
    around: around.get(statement.id) ?? null,
  }),
);

interface Pair {
  readonly half: 0 | 1;
  readonly same: boolean;
  readonly scores: readonly number[];
}
const NAMES = ['claims (ours)', 'sentence vectors', 'words shared'];
const pairs: Pair[] = [];
for (let i = 0; i < lines.length; i += 1)
  for (let j = 0; j < i; j += 1) {
    const [a, b] = [lines[i] as Line, lines[j] as Line];
    if (a.topic !== b.topic || a.document === b.document) continue;
    const [first, second] = [propositions[i] as Proposition, propositions[j] as Proposition];
    const shared = sharedWeight(first, second);
    const ours = decidePair(first, second).score;
    pairs.push({
      half: (a.topic % 2) as 0 | 1,
      same: [...a.events].some((event) => b.events.has(event)),
      scores: [ours, cosine(first.vector, second.vector) ?? 0, shared / Math.max(1e-9, first.weight + second.weight - shared)],
    });
  }

const f1 = (rows: readonly Pair[], which: number, from: number): { f: number; p: number; r: number } => {
  const hits = rows.filter(({ same, scores }) => same && (scores[which] as number) >= from).length;
  const p = hits / Math.max(1, rows.filter(({ scores }) => (scores[which] as number) >= from).length);
  const r = hits / Math.max(1, rows.filter(({ same }) => same).length);
  return { f: (2 * p * r) / Math.max(1e-9, p + r), p, r };
};

function averagePrecision(which: number): number {
  const ranked = [...pairs].sort((a, b) => (b.scores[which] as number) - (a.scores[which] as number));
  let hits = 0;
  let sum = 0;
  ranked.forEach(({ same }, i) => {
    if (!same) return;
    hits += 1;
    sum += hits / (i + 1);
  });
  return sum / Math.max(1, hits);
}

const STEPS = Array.from({ length: 50 }, (_, i) => i / 50);
console.log(`${lines.length} sentences, ${pairs.length} pairs, ${pairs.filter(({ same }) => same).length} of the same event`);
console.log(`${''.padEnd(18)}average precision   F1 at the other half's best threshold (precision / recall)`);
NAMES.forEach((name, which) => {
  const halves = ([0, 1] as const).map((half) => {
    const [learn, test] = [pairs.filter((row) => row.half !== half), pairs.filter((row) => row.half === half)];
    const best = STEPS.reduce((at, step) => (f1(learn, which, step).f > f1(learn, which, at).f ? step : at), 0);
    return f1(test, which, best);
  });
  const mean = (key: 'f' | 'p' | 'r'): string => ((100 * halves.reduce((sum, row) => sum + row[key], 0)) / 2).toFixed(1);
  console.log(
    `${name.padEnd(18)}${(100 * averagePrecision(which)).toFixed(1).padStart(8)}${mean('f').padStart(18)} (${mean('p')} / ${mean('r')})`,
  );
});
/** The most that is found while at least this share of what is found is right: what linking, which must not merge wrongly, works at. */
const SURE = 0.85;
NAMES.forEach((name, which) => {
  const recalls = Array.from({ length: 200 }, (_, i) => f1(pairs, which, i / 200)).filter(({ p }) => p >= SURE);
  console.log(`${name}: recall ${(100 * Math.max(0, ...recalls.map(({ r }) => r))).toFixed(1)} at precision ${SURE}`);
});
const fixed = f1(pairs, 0, SAME_THRESHOLD);
console.log(
  `claims, at the threshold that links (${SAME_THRESHOLD}): F1 ${(100 * fixed.f).toFixed(1)} (${(100 * fixed.p).toFixed(1)} / ${(100 * fixed.r).toFixed(1)})`,
);
