import type { Entry, Ledger, Linking, Page, Query, RowKind, RowTypes } from '../../../src/ledger/port.ts';
import { AccordingtoError, type Judgement, type Reading, type ReceivedReport } from '../../../src/model/index.ts';

interface Kept {
  readonly received: ReceivedReport;
  readonly reading: Reading;
}

const NO_LINKING: Linking = {
  version: 'none',
  copies: [],
  sources: [],
  statementSources: new Map(),
  claims: [],
  relations: [],
  tallies: [],
  forecasts: [],
  timeline: [],
};

const missing = (name: string) => (): never => {
  throw new Error(`the fake ledger does not ${name}`);
};

/** The fields that a filter of this name may match, beside the one of its own name. */
const FIELDS: Readonly<Record<string, readonly string[]>> = { source: ['sourceId'], claim: ['claim', 'from', 'to'] };

function matches(row: Readonly<Record<string, unknown>>, filters: Readonly<Record<string, string>>): boolean {
  return Object.entries(filters).every(([name, value]) => {
    if (name === 'voice') return value === 'any' || (row.voice ?? 'source') === value;
    const text = JSON.stringify(row);
    const fields = FIELDS[name] ?? [name];
    if (fields.some((field) => row[field] === value)) return true;
    return (name === 'report' || name === 'source') && !('report' in row) && text.includes(`"${value}`);
  });
}

/** A ledger in memory, for tests of what stands on the port. It knows no durability and no index. */
export function createFakeLedger(): Ledger {
  const kept = new Map<string, Kept>();
  const log: Entry[] = [];
  let linking = NO_LINKING;

  const write = (kind: string, body: unknown): Entry => {
    const sequence = log.length + 1;
    const entry = {
      sequence,
      at: '2025-04-16T09:00:00Z',
      by: 'test',
      kind,
      body,
      previous: log.at(-1)?.hash ?? '',
      hash: `hash${sequence}`,
    };
    log.push(entry);
    return entry;
  };

  const reports = (): RowTypes['reports'][] =>
    [...kept.values()].map(({ reading: { report } }) => {
      const copy = linking.copies.find((row) => row.report === report.id);
      return { ...report, copyOf: copy?.copyOf ?? null, copyKind: copy?.copyKind ?? null };
    });
  const statements = (): RowTypes['statements'][] =>
    [...kept.values()].flatMap(({ reading }) =>
      [...reading.statements, ...(reading.unattributed ?? [])].map((statement) => {
        const link = linking.statementSources.get(statement.id);
        return { ...statement, report: reading.report.id, sourceId: link?.sourceId ?? null, chainIds: link?.chainIds ?? [] };
      }),
    );
  const all: { readonly [Kind in RowKind]: () => readonly RowTypes[Kind][] } = {
    reports,
    statements,
    sources: () => linking.sources,
    claims: () => linking.claims,
    relations: () => linking.relations,
    tallies: () => linking.tallies,
    forecasts: () => linking.forecasts,
    timeline: () => linking.timeline,
    decisions: () => linking.decisions ?? [],
  };
  const idOf = (row: object): string => ('id' in row ? String(row.id) : 'claim' in row ? String(row.claim) : JSON.stringify(row));

  function page<Row>(rows: readonly Row[], { q, limit = 50, cursor = '0', filters = {} }: Query): Page<Row> {
    if (!/^\d+$/.test(cursor)) throw new AccordingtoError('LEDGER_QUERY_CURSOR', { cursor });
    const words = (q ?? '').toLowerCase().split(/\s+/);
    const found = rows.filter((row) => {
      const text = JSON.stringify(row).toLowerCase();
      return words.every((word) => text.includes(word)) && matches(row as Record<string, unknown>, filters);
    });
    const start = Number(cursor);
    return { rows: found.slice(start, start + limit), next: start + limit < found.length ? String(start + limit) : null };
  }

  const add: Ledger['add'] = async (received, reading) => {
    const { id } = received.report;
    if (kept.has(id)) return { status: 'known', reportId: id };
    kept.set(id, { received, reading });
    write('report', { id });
    return { status: 'stored', reportId: id };
  };

  return {
    add,
    addMany: (items) => Promise.all(items.map(({ received, reading }) => add(received, reading))),
    reread: missing('reread'),
    reportIdOf: async (sha256) => [...kept.values()].find(({ received }) => received.report.sha256 === sha256)?.received.report.id ?? null,
    page: async (kind, query = {}) => {
      const filters = kind === 'statements' ? { voice: 'source', ...query.filters } : query.filters;
      return page(all[kind](), { ...query, filters });
    },
    row: async <Kind extends RowKind>(kind: Kind, id: string) => all[kind]().find((row) => idOf(row) === id) ?? null,
    citations: async () => ({
      cites: [{ sourceId: 's-orrin-water-board', statements: 2 }],
      citedBy: [{ sourceId: 's-cardinal-press', statements: 3 }],
      outlets: [{ outlet: 'Cardinal Press', statements: 3 }],
      reports: 2,
      partial: false,
    }),
    overview: async ({ q, filters = {} } = {}) => {
      const { from: _, to: __, placed: ___, ...rest } = filters;
      const { rows } = page(linking.timeline, { limit: 1000, filters: rest, ...(q && { q }) });
      const placed = rows.filter(({ lat }) => lat != null);
      return {
        rows: rows.length,
        placed: placed.length,
        places: placed.map(({ where, country = null, lat, lon, geonames = null }) => ({
          name: where ?? '',
          country,
          lat: lat ?? 0,
          lon: lon ?? 0,
          geonames,
          rows: 1,
        })),
        placesLeftOut: 0,
        dates: rows.map(({ when }) => ({ when, rows: 1 })),
        datesLeftOut: 0,
      };
    },
    reading: async (id) => kept.get(id)?.reading ?? null,
    raw: async (id) => {
      const found = kept.get(id)?.received;
      return found ? { bytes: found.raw, mediaType: found.mediaType } : null;
    },
    custody: async () => null,
    versions: async () => [],
    look: async (look) => write('look', look),
    watching: {
      places: async () => [],
      rows: async () => [],
      item: async () => null,
      due: async () => [],
      next: async () => null,
      put: missing('watch'),
      forget: async () => false,
      hold: async () => null,
      release: async () => undefined,
    },
    link: async (next) => {
      linking = next;
    },
    linkDelta: missing('link by delta'),
    unmarked: async () => [],
    marksNear: async () => [],
    toLink: async (id) => kept.get(id)?.reading ?? null,
    linkedTo: missing('look for links'),
    rulingsOn: async () => [],
    judgement: async (sequence) => {
      const entry = log.find((row) => row.sequence === sequence && row.kind === 'judgement');
      return entry ? { sequence, at: entry.at, undone: false, judgement: entry.body as Judgement } : null;
    },
    judge: async (judgement) => write('judgement', judgement),
    judgementsOn: async (target) =>
      log.flatMap((entry) => {
        const judgement = entry.body as Judgement;
        if (entry.kind !== 'judgement' || judgement.target !== target) return [];
        const undone = log.some(
          ({ body }) => (body as Judgement).verdict === 'undo' && (body as Judgement).target === String(entry.sequence),
        );
        return [{ sequence: entry.sequence, at: entry.at, undone, judgement }];
      }),
    entries: async (query = {}) => page(log.toReversed(), query),
    counts: async () => {
      const numbers = Object.entries(all).map(([kind, rows]) => [kind, rows().length]);
      return { ...Object.fromEntries(numbers), entries: log.length };
    },
    exportAll: missing('export'),
    each: missing('walk'),
    eachReading: missing('walk readings'),
    about: async () => ({
      location: 'memory',
      schema: 1,
      readOnly: false,
      bytes: 0,
      head: { sequence: log.length, hash: '' },
      linking: null,
    }),
    verify: async function* () {
      if (log.some(({ kind }) => kind === 'judgement')) yield { sequence: 1, what: 'entry', id: '1', message: 'a finding for the test' };
    },
    rebuild: missing('rebuild'),
    close: async () => undefined,
  };
}
