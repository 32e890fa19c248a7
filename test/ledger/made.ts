import { createHash } from 'node:crypto';
import type { Linking } from '../../src/ledger/port.ts';
import type { Claim, Quantity, Reading, ReceivedReport, Report, Source, Statement } from '../../src/model/index.ts';

/** Numbers from a seed (mulberry32): the same seed, the same reports. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const OUTLETS = ['The Harbour Post', 'Inland Daily', 'Wire North', 'Radio Delta', 'The Ledger & Mail'];
const SYLLABLES = 'ka lo mi ter van su ron del pra vik sho na bel tur os ev lin gar'.split(' ');
const ROLES = ['a senior official', 'two officers', 'residents', 'the ministry', 'a spokesman'];
const PLACES = [
  { name: 'Donetsk', country: 'UA', admin1: null, lat: 48.02, lon: 37.8, geonames: 709717 },
  { name: 'Lagos', country: 'NG', admin1: null, lat: 6.45, lon: 3.4, geonames: 2332459 },
  { name: 'Lima', country: 'PE', admin1: null, lat: -12.04, lon: -77.03, geonames: 3936456 },
];
const WORDS =
  'troops bridge harbour crossed denied said flood convoy evacuated minister border shelling grain election count recall strike'.split(' ');

const pick = <Value>(random: () => number, values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;

/** One of some three thousand invented names: few are quoted often, most seldom. */
function name(random: () => number): string {
  const n = Math.floor(3000 * random() ** 3);
  const syllable = (k: number): string => SYLLABLES[k % SYLLABLES.length] as string;
  const word = (a: number, b: number): string => {
    const [first = '', ...rest] = `${syllable(a)}${syllable(b)}`;
    return first.toUpperCase() + rest.join('');
  };
  return `${word(n, n >> 4)} ${word(n >> 2, n >> 7)}`;
}

function quantity(random: () => number, at: number): Quantity {
  const low = Math.floor(random() * 1000);
  const text = String(low);
  return {
    spans: [[at, at + text.length]],
    text,
    low,
    high: low,
    lowInclusive: true,
    highInclusive: true,
    approximate: false,
    unit: 'people',
    counted: 'people',
  };
}

export interface Made {
  readonly received: ReceivedReport;
  readonly reading: Reading;
}

function source(random: () => number, start: number): Statement['source'] {
  if (random() < 0.1) return null;
  const anonymous = random() < 0.2;
  const text = anonymous ? pick(random, ROLES) : name(random);
  const kind = anonymous ? 'anonymous' : pick(random, ['person', 'agency', 'government'] as const);
  return { spans: [[start, start + text.length]], text, name: anonymous ? null : text, kind };
}

/** The statements of an invented report and its text, built up sentence by sentence so that every span holds its words. */
function write(random: () => number, id: string, count: number): { readonly text: string; readonly statements: readonly Statement[] } {
  let text = '';
  const statements: Statement[] = [];
  for (let i = 0; i < count; i += 1) {
    const who = source(random, text.length);
    if (who) text += `${who.text} said `;
    const start = text.length;
    const place = random() < 0.4 ? pick(random, PLACES) : null;
    const words = Array.from({ length: 8 + Math.floor(random() * 8) }, () => pick(random, WORDS));
    const figure = random() < 0.3 ? quantity(random, start) : null;
    text += [...(figure ? [figure.text] : []), ...words].join(' ');
    if (place) text += ` in ${place.name}`;
    const content = text.slice(start);
    const placeAt = text.length - (place?.name.length ?? 0);
    statements.push({
      id: `${id}:${start}-${text.length}`,
      source: who,
      cue: null,
      content: { spans: [[start, text.length]], text: content },
      quotation: pick(random, ['direct', 'indirect', 'mixed'] as const),
      depth: 0,
      within: null,
      chain: random() < 0.1 ? [{ name: 'Wire North', kind: 'media', role: 'wire' }] : [],
      basis: random() < 0.2 ? [{ kind: 'imagery', spans: [[start, start + 1]], text: content.slice(0, 1) }] : [],
      certainty: { level: pick(random, ['certain', 'certain', 'probable', 'possible', 'denied'] as const), words: [] },
      stance: 'asserts',
      forecast: null,
      quantities: figure ? [figure] : [],
      times: [],
      places: place ? [{ ...place, spans: [[placeAt, text.length]], text: place.name, as: 'place' }] : [],
      saidWhen: null,
      confidence: Math.round(random() * 100) / 100,
    });
    text += '. ';
  }
  return { text: text.trim(), statements };
}

/** The invented report number `i`: as intake and reader would hand it over, under an id that its line gave. */
export function made(i: number, statementCount = 10): Made {
  const random = seeded(i + 1);
  const given = `given-${i}`;
  const { text, statements } = write(random, given, statementCount);
  const raw = Buffer.from(JSON.stringify({ id: given, text }), 'utf8');
  const sha256 = createHash('sha256').update(raw).digest('hex');
  const published = new Date(Date.UTC(2024, 0, 1) + Math.floor(random() * 365) * 86_400_000).toISOString().slice(0, 10);
  const report: Report = {
    id: given,
    from: `made/${i}.jsonl`,
    url: null,
    title: `${pick(random, WORDS)} ${pick(random, WORDS)} ${i}`,
    outlet: pick(random, OUTLETS),
    byline: null,
    published: random() < 0.05 ? null : published,
    language: 'en',
    sha256,
    text,
  };
  const reading: Reading = {
    report,
    statements: statements.filter(({ source: who }) => who !== null),
    unattributed: statements.filter(({ source: who }) => who === null).map((statement) => ({ ...statement, voice: 'outlet' as const })),
    times: [],
    places: [],
    quantities: [],
    entities: [],
    warnings: [],
    reader: 'made@1',
  };
  return {
    received: {
      kind: 'report',
      report,
      idGiven: true,
      raw,
      mediaType: 'application/json',
      headers: {},
      evidence: [{ field: 'published', value: published, from: 'line', chosen: true }],
      warnings: [{ code: 'MADE', message: 'invented' }],
    },
    reading,
  };
}

/** The id that the ledger gives an invented report. */
export const idOf = ({ received }: Made): string => `r${received.report.sha256.slice(0, 16)}`;

/** A linking over invented reports that holds something of every kind: `salt` makes another one. */
export function madeLinking(
  reports: readonly { readonly report: Report; readonly statements: readonly Statement[] }[],
  salt = '',
): Linking {
  const statements = reports.flatMap(({ report, statements: all }) => all.map((statement) => ({ report, statement })));
  const sources = new Map<string, Source>();
  const statementSources = new Map<string, { readonly sourceId: string | null; readonly chainIds: readonly string[] }>();
  for (const { statement } of statements) {
    const named = statement.source?.name ?? null;
    if (named === null) continue;
    const id = `L-${named}${salt}`;
    sources.set(id, { id, name: named, kind: statement.source?.kind ?? 'unknown', aliases: [`${named} himself`] });
    statementSources.set(statement.id, { sourceId: id, chainIds: [] });
  }
  const claims = new Map<string, Claim>();
  for (const { statement } of statements) {
    const id = `C${salt}-${statement.content.text.split(' ').slice(0, 2).join('-')}`;
    const claim = claims.get(id) ?? { id, proposition: statement.content.text, statements: [], origins: [] };
    const sourceId = statementSources.get(statement.id)?.sourceId ?? null;
    const isNew = sourceId !== null && !claim.origins.some((origin) => origin.sourceId === sourceId);
    claims.set(id, {
      ...claim,
      statements: [...claim.statements, { id: statement.id, stance: statement.stance ?? 'asserts' }],
      origins: isNew ? [...claim.origins, { sourceId, reason: 'said so itself' }] : claim.origins,
    });
  }
  const all = [...claims.values()];
  const [first, second, third] = all;
  const [a, b] = reports;
  return {
    version: `made@1${salt}`,
    copies: a && b ? [{ report: b.report.id, copyOf: a.report.id, copyKind: 'trimmed' }] : [],
    sources: [...sources.values()],
    statementSources,
    claims: all,
    relations:
      first && second && third
        ? [
            { from: first.id, to: second.id, type: 'contradicts', reason: 'differs' },
            { from: third.id, to: first.id, type: 'updates' },
          ]
        : [],
    tallies: a
      ? [
          {
            id: `T${salt}`,
            question: 'people evacuated',
            unit: 'people',
            points: [
              {
                report: a.report.id,
                statement: null,
                sourceId: null,
                low: 3,
                high: null,
                approximate: false,
                asOf: '2024-02-01',
                status: 'first',
              },
            ],
          },
        ]
      : [],
    forecasts: first ? [{ claim: first.id, sourceId: null, window: '2024-03-01/..', outcome: 'pending', resolvedBy: null }] : [],
    timeline: a ? [{ when: '2024-02-0X', what: 'the bridge was crossed', where: 'Lima', report: a.report.id, statement: null }] : [],
  };
}
