/**
 * Links a story from its truth's own statements (../shared/stories format): what linking can do when the reading is right.
 *   npx tsx bench/linking/oracle.ts STORY.json > ledger.json; node ../shared/tools/score-story.mjs STORY.json ledger.json
 */
import { readFileSync } from 'node:fs';
import { type LinkReport, linkStory } from '../../src/linking/index.ts';
import type { SourceKind, Statement } from '../../src/model/index.ts';
import { createDefaultReader } from '../../src/reader/index.ts';
import { createSentenceEncoder } from '../../src/work/linking/sentences.ts';
import { ledgerOf } from './ledger.ts';

interface Story {
  readonly sources: readonly { id: string; name: string; kind: string; aliases: string[] }[];
  readonly reports: readonly { id: string; outlet: string; byline: string; published: string; title: string; text: string }[];
  readonly claims: readonly {
    id: string;
    appearances: readonly {
      report: string;
      content: string;
      source: string | null;
      chain: string[];
      stance: NonNullable<Statement['stance']>;
    }[];
  }[];
}

const story = JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as Story;
const source = new Map(story.sources.map((row) => [row.id, row]));

/** Facts that the reader's rooms find inside a span, so that figures and dates are real though the statement is given. */
const inside = <Row extends { readonly spans: readonly (readonly [number, number])[] }>(
  rows: readonly Row[],
  start: number,
  end: number,
): Row[] => rows.filter(({ spans }) => spans.every(([from, to]) => start <= from && to <= end));

const reader = createDefaultReader();
const reports: LinkReport[] = [];
for (const row of story.reports) {
  const report = { ...row, from: null, url: null, language: 'en', sha256: row.id, byline: row.byline };
  const reading = await reader.read(report);
  const given = story.claims.flatMap((claim) => claim.appearances.filter((appearance) => appearance.report === row.id));
  const statements = given.map((appearance, i): Statement => {
    const start = row.text.indexOf(appearance.content);
    const end = start + appearance.content.length;
    const who = appearance.source === null ? null : source.get(appearance.source);
    const found = [...reading.statements, ...(reading.unattributed ?? [])].find(({ content }) =>
      content.spans.some(([a, b]) => a < end && start < b),
    );
    return {
      id: `${row.id}:${start}-${end}.${i}`,
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
  });
  const rest = (reading.unattributed ?? []).filter(
    ({ content: { spans } }) => !statements.some((s) => s.content.spans.some(([a, b]) => spans.some(([c, d]) => a < d && c < b))),
  );
  reports.push({ report, statements: [...statements, ...rest] });
}
const encoder = await createSentenceEncoder('models/sentences');
const all = reports.flatMap(({ statements }) => statements);
const vectors = await encoder.encode(all.map(({ content }) => content.text));
await encoder.close();
const links = linkStory(reports, new Map(all.map(({ id }, i) => [id, vectors[i] as Float32Array])));
console.log(JSON.stringify(ledgerOf(reports, links)));
await reader.close();
