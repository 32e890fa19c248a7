import { readFileSync } from 'node:fs';
import type { LinkReport } from '../../src/linking/index.ts';
import type { Reading, SourceKind, Statement } from '../../src/model/index.ts';
import type { Reader } from '../../src/reader/index.ts';
import { withOwnVoice } from '../../src/work/linking/index.ts';
import { type LinkedFrom, linkedFrom } from './readings.ts';

interface Given {
  readonly sources: readonly { readonly id: string; readonly name: string; readonly kind: string }[];
  readonly claims: readonly {
    readonly appearances: readonly {
      readonly report: string;
      readonly content: string;
      readonly source: string | null;
      readonly chain: readonly string[];
      readonly stance: NonNullable<Statement['stance']>;
    }[];
  }[];
}
type Appearance = Given['claims'][number]['appearances'][number];

/** Facts that the reader's rooms find inside a span, so that figures and dates are real though the statement is given. */
const inside = <Row extends { readonly spans: readonly (readonly [number, number])[] }>(
  rows: readonly Row[],
  start: number,
  end: number,
): Row[] => rows.filter(({ spans }) => spans.every(([from, to]) => start <= from && to <= end));

/** One appearance of the truth as a statement: whose it is and its stance are given, what is in its words is read. */
function statementOf(
  appearance: Appearance,
  i: number,
  reading: Reading,
  source: ReadonlyMap<string, Given['sources'][number]>,
): Statement {
  const start = reading.report.text.indexOf(appearance.content);
  const end = start + appearance.content.length;
  const who = appearance.source === null ? null : source.get(appearance.source);
  const found = [...reading.statements, ...(reading.unattributed ?? [])].find(({ content }) =>
    content.spans.some(([a, b]) => a < end && start < b),
  );
  return {
    id: `${reading.report.id}:${start}-${end}.${i}`,
    source: who ? { spans: [], text: who.name, name: who.name, kind: who.kind as SourceKind } : null,
    cue: found?.cue ?? null,
    content: { spans: [[start, end]], text: appearance.content },
    quotation: 'indirect',
    depth: 0,
    within: null,
    chain: appearance.chain.map((id) => ({
      name: source.get(id)?.name ?? id,
      kind: (source.get(id)?.kind ?? 'unknown') as SourceKind,
      role: 'speaker' as const,
    })),
    basis: found?.basis ?? [],
    certainty: found?.certainty ?? { level: 'unknown', words: [] },
    stance: appearance.stance,
    forecast: found?.forecast ?? null,
    quantities: inside(reading.quantities, start, end),
    times: inside(reading.times, start, end),
    places: inside(reading.places, start, end),
    saidWhen: found?.saidWhen ?? null,
    ...(who ? {} : { voice: 'outlet' as const }),
  };
}

function givenReport(reading: Reading, story: Given): LinkReport {
  const source = new Map(story.sources.map((row) => [row.id, row]));
  const statements = story.claims
    .flatMap(({ appearances }) => appearances.filter(({ report }) => report === reading.report.id))
    .map((appearance, i) => statementOf(appearance, i, reading, source));
  const rest = (reading.unattributed ?? []).filter(
    ({ content: { spans } }) => !statements.some((s) => s.content.spans.some(([a, b]) => spans.some(([c, d]) => a < d && c < b))),
  );
  return { report: reading.report, statements: [...statements, ...rest] };
}

const lengthIn = (statement: Statement): number => statement.content.spans.reduce((sum, [from, to]) => sum + to - from, 0);
const sharedWith = (statement: Statement, start: number, end: number): number =>
  statement.content.spans.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)), 0);
/** An appearance is that of a statement which holds so much of it. */
const HELD = 0.6;

/** A reading whose statements have the truth's source and chain where they hold what the truth has; what else was read stays as it is. */
function correctedReport(reading: Reading, story: Given): LinkReport {
  const source = new Map(story.sources.map((row) => [row.id, row]));
  const { report, statements } = withOwnVoice(reading);
  const right = new Map<Statement, Appearance>();
  for (const appearance of story.claims.flatMap(({ appearances }) => appearances)) {
    const start = report.text.indexOf(appearance.content);
    if (appearance.report !== report.id || start < 0) continue;
    const end = start + appearance.content.length;
    const [best] = statements
      .filter((statement) => sharedWith(statement, start, end) >= HELD * (end - start))
      .sort((a, b) => sharedWith(b, start, end) / lengthIn(b) - sharedWith(a, start, end) / lengthIn(a));
    if (best && !right.has(best)) right.set(best, appearance);
  }
  const corrected = statements.map((statement, i): Statement => {
    const appearance = right.get(statement);
    if (!appearance) return statement;
    const { voice: _, ...given } = statementOf(appearance, i, reading, source);
    const { voice: __, ...read } = statement;
    return { ...read, source: given.source, chain: given.chain, ...(given.source ? {} : { voice: 'outlet' as const }) };
  });
  return { report, statements: corrected };
}

/** A story as it was read, but for the sources and chains, which are the truth's: what linking could do if every speaker were told right. */
export function correctedStory(file: string, cache: string | undefined, reader: () => Reader): Promise<LinkedFrom> {
  const story = JSON.parse(readFileSync(file, 'utf8')) as Given;
  return linkedFrom(file, cache, reader, (readings) => readings.map((reading) => correctedReport(reading, story)));
}

/** A story with its truth's own statements, sources and chains: what linking can do when the reading is right. */
export function givenStory(file: string, cache: string | undefined, reader: () => Reader): Promise<LinkedFrom> {
  const story = JSON.parse(readFileSync(file, 'utf8')) as Given;
  return linkedFrom(file, cache, reader, (readings) => readings.map((reading) => givenReport(reading, story)));
}
