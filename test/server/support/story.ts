import { createHash } from 'node:crypto';
import type { Linking } from '../../../src/ledger/port.ts';
import type { Claim, Reading, ReceivedReport, Report, Spans, Statement } from '../../../src/model/index.ts';
import { STORY, type WrittenReport, type WrittenStatement } from './texts.ts';

/** One report with its reading, as intake and the reader would have made them. */
export interface StoryReport {
  readonly received: ReceivedReport;
  readonly reading: Reading;
}

const encoder = new TextEncoder();

const place = (text: string, words: string, from = 0): readonly [number, number] => {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`the story's text does not hold: ${words}`);
  return [start, start + words.length];
};

const spansOf = (text: string, words: readonly string[], from = 0): Spans => words.map((part) => place(text, part, from));

/** Where to look for a statement's source and cue: the nearest occurrence before or after its content. */
function near(text: string, words: string, content: Spans): readonly [number, number] {
  const at = content[0]?.[0] ?? 0;
  const end = content[0]?.[1] ?? 0;
  const after = text.indexOf(words, end);
  const before = text.lastIndexOf(words, Math.max(0, at - words.length));
  if (before >= 0 && (after < 0 || at - before < after - end)) return [before, before + words.length];
  return after >= 0 ? [after, after + words.length] : place(text, words);
}

function statementOf(report: Report, written: WrittenStatement, made: readonly Statement[]): Statement {
  const { text } = report;
  const spans = spansOf(text, written.content);
  const from = spans[0]?.[0] ?? 0;
  const parent = written.within === undefined ? undefined : made[written.within];
  const one = (words: string): Spans => [near(text, words, spans)];
  const inside = (words: string): Spans => [place(text, words, from)];
  const names = [...(written.through ?? []), ...(written.name ? [written.name] : [])];
  return {
    id: `${report.id}:${from}-${spans.at(-1)?.[1] ?? 0}`,
    source:
      written.source === null
        ? null
        : { spans: one(written.source), text: written.source, name: written.name ?? null, kind: written.kind ?? 'unknown' },
    cue: written.cue === null ? null : { spans: one(written.cue), text: written.cue },
    content: { spans, text: written.content.join(' ') },
    quotation: written.quotation ?? 'indirect',
    depth: parent ? parent.depth + 1 : 0,
    within: parent?.id ?? null,
    chain: names.map((name, i) => ({
      name,
      kind: i === names.length - 1 && written.kind ? written.kind : 'media',
      role: i === 0 ? 'outlet' : name === 'Cardinal Press' ? 'wire' : written.kind === 'document' ? 'document' : 'speaker',
    })),
    basis: (written.basis ?? []).map(([kind, words]) => ({ kind, spans: [place(text, words)], text: words })),
    certainty: {
      level: written.certainty ?? 'unknown',
      words: (written.sure ?? []).map((words) => ({ spans: inside(words), text: words })),
    },
    stance: written.certainty === 'denied' ? 'denies' : 'asserts',
    forecast: written.forecast ?? null,
    quantities: (written.figures ?? []).map(([words, low, high, unit]) => ({
      spans: inside(words),
      text: words,
      low,
      high,
      lowInclusive: low === null ? null : true,
      highInclusive: high === null ? null : true,
      approximate: false,
      unit,
      counted: null,
    })),
    times: (written.times ?? []).map(([words, edtf]) => ({
      spans: inside(words),
      text: words,
      edtf,
      timex: { type: 'DATE' as const, value: edtf ?? 'FUTURE_REF' },
    })),
    places: (written.places ?? []).map(([words, name, lat, lon]) => ({
      spans: inside(words),
      text: words,
      name,
      country: 'CH',
      admin1: null,
      lat,
      lon,
      geonames: null,
      as: 'place' as const,
    })),
    saidWhen: written.saidWhen ?? null,
    confidence: written.confidence ?? null,
  };
}

const bare = (report: Report, words: string): Statement => ({
  ...statementOf(report, { source: null, cue: null, content: [words] }, []),
  id: `${report.id}:${place(report.text, words).join('-')}.own`,
  voice: 'outlet',
});

/** A written report as the rooms before the ledger would hand it on. */
export function storyReport(written: WrittenReport, from: string | null = null): StoryReport {
  const raw = encoder.encode(`${written.title}\n${written.text}`);
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const { url, title, outlet, byline, published, text } = written;
  const report: Report = { id: `r${sha256.slice(0, 16)}`, from, url, title, outlet, byline, published, language: 'en', sha256, text };
  const statements: Statement[] = [];
  for (const statement of written.statements) statements.push(statementOf(report, statement, statements));
  return {
    received: { kind: 'report', report, idGiven: false, raw, mediaType: 'text/plain', headers: {}, evidence: [], warnings: [] },
    reading: {
      report,
      statements,
      unattributed: written.own.map((words) => bare(report, words)),
      times: statements.flatMap(({ times }) => times),
      places: statements.flatMap(({ places }) => places),
      quantities: statements.flatMap(({ quantities }) => quantities),
      entities: [],
      warnings: [],
      reader: 'story@1',
    },
  };
}

export const storyReports = (): readonly StoryReport[] => STORY.map((written, i) => storyReport(written, `story/${i + 1}.txt`));

const slug = (name: string): string => `s-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;

/** What linking would find in the story: enough of everything for every page to have something to show. */
export function storyLinking(reports: readonly StoryReport[]): Linking {
  const all = reports.flatMap(({ reading }) => reading.statements);
  const links = all.flatMap(({ chain, source }) =>
    chain.map(({ name, kind }) => ({ name, kind: source?.name === name ? source.kind : kind })),
  );
  const kinds = new Map(links.map(({ name, kind }) => [name, kind]));
  const find = (report: number, start: string): Statement => {
    const found = reports[report]?.reading.statements.find(({ content }) => content.text.startsWith(start));
    if (!found) throw new Error(`the story has no statement that begins: ${start}`);
    return found;
  };
  const idOf = (report: number): string => reports[report]?.received.report.id ?? '';
  const measured = [find(0, 'measurements'), find(1, 'measurements')];
  const corrected = find(2, 'its figure');
  const failing = find(0, 'he had been told');
  const claim = (
    id: string,
    proposition: string,
    statements: readonly Statement[],
    origins: Claim['origins'],
    stance: 'asserts' | 'hedges' = 'asserts',
  ) => ({
    id,
    proposition,
    statements: statements.map((statement) => ({ id: statement.id, stance })),
    origins,
  });
  const board = slug('Orrin Water Board');
  const seeping = [find(0, 'Water is'), find(1, 'Water is')];
  return {
    version: 'story@1',
    copies: STORY.flatMap(({ copyOf, copyKind }, i) =>
      copyOf === undefined || !copyKind ? [] : [{ report: idOf(i), copyOf: idOf(copyOf), copyKind }],
    ),
    sources: [...kinds].map(([name, kind]) => ({
      id: slug(name),
      name,
      kind,
      aliases: [...new Set(all.flatMap(({ source }) => (source?.name === name && source.text !== name ? [source.text] : [])))],
    })),
    statementSources: new Map(
      all.map((statement) => [
        statement.id,
        { sourceId: statement.source?.name ? slug(statement.source.name) : null, chainIds: statement.chain.map(({ name }) => slug(name)) },
      ]),
    ),
    claims: [
      claim('c-seeping', 'Water is seeping through the eastern wall of the Hallin reservoir.', seeping, [
        {
          sourceId: board,
          reason: 'The board says so itself; the Courier carries the same text as Cardinal Press, cut by three paragraphs.',
        },
      ]),
      claim('c-forty', 'The seepage had risen to at least 40 litres a second.', measured, [
        { sourceId: slug('Ines Valcourt'), reason: 'The engineer cites measurements of her own board.' },
      ]),
      claim(
        'c-thirty',
        'The leak is between 25 and 30 litres a second.',
        [corrected],
        [{ sourceId: board, reason: 'The board corrects itself.' }],
      ),
      claim(
        'c-days',
        'The wall could go within days.',
        [failing],
        [{ sourceId: slug('Piet Oskarsen'), reason: 'The mayor names nobody who told him.' }],
        'hedges',
      ),
    ],
    relations: [{ from: 'c-thirty', to: 'c-forty', type: 'corrects', reason: 'corrected its figure' }],
    tallies: [
      {
        id: 't-leak',
        question: 'How many litres a second leak through the wall?',
        unit: 'litres a second',
        points: [
          {
            report: idOf(0),
            statement: find(0, 'the figure had been').id,
            sourceId: slug('Interior Ministry'),
            low: 12,
            high: 12,
            approximate: false,
            asOf: '2025-03',
            status: 'first',
          },
          {
            report: idOf(0),
            statement: measured[0]?.id ?? null,
            sourceId: slug('Ines Valcourt'),
            low: 40,
            high: null,
            approximate: false,
            asOf: '2025-04-14',
            status: 'revised',
          },
          {
            report: idOf(2),
            statement: corrected.id,
            sourceId: board,
            low: 25,
            high: 30,
            approximate: false,
            asOf: '2025-04-16',
            status: 'corrected',
          },
        ],
      },
    ],
    forecasts: [
      {
        claim: 'c-days',
        sourceId: slug('Piet Oskarsen'),
        window: '2025-04-15/2025-04-20',
        condition: 'if the rain did not stop',
        outcome: 'pending',
        resolvedBy: null,
      },
    ],
    timeline: [
      {
        when: '2025-03',
        what: 'the figure had been 12 litres a second',
        where: null,
        report: idOf(0),
        statement: find(0, 'the figure had been').id,
      },
      {
        when: '2025-04-14',
        what: 'measurements taken',
        where: 'Hallin',
        country: 'CH',
        lat: 46.9,
        lon: 9.1,
        geonames: 7,
        report: idOf(0),
        statement: measured[0]?.id ?? null,
      },
    ],
    decisions: [
      {
        id: 'd-forty',
        kind: 'claim',
        members: measured.map(({ id }) => id),
        score: 0.9,
        doubt: 0.2,
        uses: 2,
        reason: 'the same figure of the same thing',
        version: 'story@1',
        report: idOf(0),
      },
    ],
  };
}
