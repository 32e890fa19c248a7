import { type RawBuilder, sql } from 'kysely';
import {
  AccordingtoError,
  BASIS_KINDS,
  CERTAINTY_LEVELS,
  COPY_KINDS,
  DECISION_KINDS,
  OUTCOMES,
  POINT_STATUSES,
  QUOTATIONS,
  RELATION_TYPES,
  SOURCE_KINDS,
  STANCES,
} from '../../model/index.ts';
import { normalName } from '../derive/normal.ts';
import type { RowKind } from '../port.ts';
import { wordsExpression } from './words.ts';

type Condition = RawBuilder<boolean>;

/** What a value must be, in words, and the value as the query takes it; undefined refuses it. */
interface Values {
  readonly expected: string;
  readonly read: (value: string) => string | number | undefined;
}

/** One filter: what it is for, what it takes, the condition on a row of its kind's table (called `t`). */
export interface Filter {
  readonly about: string;
  readonly values: Values;
  readonly where: (value: string | number) => Condition;
}

const text: Values = { expected: 'some text', read: (value) => (value.length > 0 && value.length <= 1000 ? value : undefined) };
const oneOf = (allowed: readonly string[]): Values => ({
  expected: `one of: ${allowed.join(', ')}`,
  read: (value) => (allowed.includes(value) ? value : undefined),
});
const flag = oneOf(['true', 'false']);
const day: Values = {
  expected: 'a date such as 2024, 2024-10 or 2024-10-18',
  read: (value) => (/^\d{4}(-\d{2}(-\d{2}(T[\d:.]+Z?)?)?)?$/.test(value) ? value : undefined),
};
const share: Values = {
  expected: 'a number from 0 to 1',
  read: (value) => (/^(0(\.\d+)?|1(\.0+)?|\.\d+)$/.test(value) ? Number(value) : undefined),
};

const entry: Values = {
  expected: "a place in the log (an entry's sequence)",
  read: (value) => (/^\d{1,15}$/.test(value) ? Number(value) : undefined),
};

const column = (about: string, name: string, values: Values = text): Filter => ({
  about,
  values,
  where: (value) => sql<boolean>`${sql.ref(`t.${name}`)} = ${value}`,
});

/** A day counts as a whole: `to` 2024-10-18 takes in that evening. */
const from = (name: string): Filter => ({
  about: 'on that day or later',
  values: day,
  where: (value) => sql<boolean>`${sql.ref(`t.${name}`)} >= ${value}`,
});
const to = (name: string): Filter => ({
  about: 'on that day or earlier',
  values: day,
  where: (value) => sql<boolean>`${sql.ref(`t.${name}`)} <= ${`${value}~`}`,
});

/** A filter on what `facets` knows of a row. */
const facet = (
  kind: RowKind,
  about: string,
  field: string,
  values: Values = text,
  as: (value: string) => string = (value) => value,
): Filter => ({
  about,
  values,
  where: (value) =>
    sql<boolean>`t.key IN (SELECT key FROM facets WHERE kind = ${kind} AND field = ${field} AND value = ${as(String(value))})`,
});

/** Statements of claims (`c`) that came with a report after an entry of the log: a report's key is its entry's place. */
const CAME_SINCE = sql`reports r JOIN statements s ON s.report = r.id JOIN claim_statements c ON c.statement = s.id WHERE r.key > `;

/** What is new since an entry of the log, by kind of row. */
const SINCE = {
  reports: {
    about: 'added after that entry of the log',
    values: entry,
    where: (value) => sql<boolean>`t.key > ${value}`,
  },
  claims: {
    about: 'first seen after that entry of the log',
    values: entry,
    where: (value) => sql<boolean>`(t.id IN (SELECT c.claim FROM ${CAME_SINCE} ${value}) AND NOT EXISTS (
      SELECT 1 FROM claim_statements o JOIN statements os ON os.id = o.statement JOIN reports ors ON ors.id = os.report
      WHERE o.claim = t.id AND ors.key <= ${value}))`,
  },
  denied: {
    about: 'denied by a report added after that entry of the log',
    values: entry,
    where: (value) => sql<boolean>`t.id IN (SELECT c.claim FROM ${CAME_SINCE} ${value} AND c.stance = 'denies')`,
  },
  relations: {
    about: 'with a claim first seen after that entry of the log',
    values: entry,
    where: (value) => sql<boolean>`t.key IN (SELECT f.key FROM facets f WHERE f.kind = 'relations' AND f.field = 'claim' AND f.value IN (
      SELECT c.claim FROM ${CAME_SINCE} ${value} AND NOT EXISTS (
        SELECT 1 FROM claim_statements o JOIN statements os ON os.id = o.statement JOIN reports ors ON ors.id = os.report
        WHERE o.claim = c.claim AND ors.key <= ${value})))`,
  },
  moved: {
    about: 'with a figure, revised, corrected, retracted or in conflict, of a report added after that entry of the log',
    values: entry,
    where: (value) => sql<boolean>`(t.key IN (
      SELECT f.key FROM reports r JOIN facets f ON f.kind = 'tallies' AND f.field = 'report' AND f.value = r.id WHERE r.key > ${value})
      AND EXISTS (SELECT 1 FROM json_each(t.row, '$.points') p JOIN reports r ON r.id = p.value ->> 'report'
        WHERE r.key > ${value} AND p.value ->> 'status' <> 'first'))`,
  },
  settled: {
    about: 'settled by a report added after that entry of the log',
    values: entry,
    where: (value) => sql<boolean>`(t.sort >= '1' AND EXISTS (
      SELECT 1 FROM statements s JOIN reports r ON r.id = s.report WHERE s.id = t.row ->> 'resolvedBy' AND r.key > ${value}))`,
  },
} as const satisfies Readonly<Record<string, Filter>>;

/** A forecast's order says when it is due: `0 2024-10-18 …` while it is open. */
const due = (about: string, compare: (dueOn: RawBuilder<unknown>, day: string | number) => Condition): Filter => ({
  about,
  values: day,
  where: (value) => compare(sql`substr(t.sort, 3, 10)`, value),
});

const REPORTS: Readonly<Record<string, Filter>> = {
  outlet: column('who published it', 'outlet'),
  language: column('its language (BCP 47)', 'language'),
  from: from('day'),
  to: to('day'),
  since: SINCE.reports,
  copyOf: column('the report that it copies', 'copy_of'),
  copyKind: column('how it copies another', 'copy_kind', oneOf(COPY_KINDS)),
  copy: {
    about: 'whether it copies another',
    values: flag,
    where: (value) => (value === 'true' ? sql<boolean>`t.copy_of IS NOT NULL` : sql<boolean>`t.copy_of IS NULL`),
  },
};

/** Words in a source's name or in how the statement names it. */
const sourceWords = (value: string | number): Condition => {
  const words = wordsExpression(String(value));
  if (words === null) return sql<boolean>`0`;
  return sql<boolean>`t.key IN (SELECT rowid FROM statements_words WHERE statements_words MATCH ${`source : (${words})`})`;
};

const STATEMENTS: Readonly<Record<string, Filter>> = {
  report: column('the report that it stands in', 'report'),
  source: { about: "words in the source's name", values: text, where: sourceWords },
  sourceId: column('the source', 'source_id'),
  kind: column('what kind of source', 'kind', oneOf(SOURCE_KINDS)),
  certainty: column('how sure the source is', 'certainty', oneOf(CERTAINTY_LEVELS)),
  quotation: column('whose words', 'quotation', oneOf(QUOTATIONS)),
  place: {
    about: "a place's name",
    values: text,
    where: (value) => sql<boolean>`t.key IN (SELECT statement FROM statement_places WHERE name = ${normalName(String(value))})`,
  },
  country: {
    about: 'a country (ISO 3166-1, two letters)',
    values: { expected: 'two letters', read: (value) => (/^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : undefined) },
    where: (value) => sql<boolean>`t.key IN (SELECT statement FROM statement_places WHERE country = ${value})`,
  },
  from: from('said'),
  to: to('said'),
  basis: {
    about: 'what the source says it rests on',
    values: oneOf([...BASIS_KINDS, 'none']),
    where: (value) => (value === 'none' ? sql<boolean>`t.bases = ''` : sql<boolean>`instr(t.bases, ${` ${value} `}) > 0`),
  },
  hasFigure: {
    about: 'whether it gives a figure',
    values: flag,
    where: (value) => sql<boolean>`t.has_figure = ${value === 'true' ? 1 : 0}`,
  },
  minConfidence: {
    about: "the reader's own confidence, at least",
    values: share,
    where: (value) => sql<boolean>`t.confidence >= ${value}`,
  },
  claim: {
    about: 'the claim that it states',
    values: text,
    where: (value) => sql<boolean>`t.id IN (SELECT statement FROM claim_statements WHERE claim = ${value})`,
  },
  voice: {
    about: "whether a source vouches, or the outlet alone; 'source' where nothing is said",
    values: oneOf(['source', 'outlet', 'any']),
    where: (value) =>
      value === 'any' ? sql<boolean>`1` : value === 'outlet' ? sql<boolean>`t.voice = 'outlet'` : sql<boolean>`t.voice IS NULL`,
  },
};

/** Every filter of every kind of row. A table, so that the API, the command line and the docs list the same. */
export const FILTERS: Readonly<Record<RowKind, Readonly<Record<string, Filter>>>> = {
  reports: REPORTS,
  statements: STATEMENTS,
  sources: { kind: column('what kind of source', 'kind', oneOf(SOURCE_KINDS)) },
  claims: {
    source: facet('claims', 'a source that states it', 'source'),
    origin: facet('claims', 'a source that vouches for it independently', 'origin'),
    outlet: facet('claims', 'an outlet that carries it', 'outlet'),
    report: facet('claims', 'a report that carries it', 'report'),
    certainty: facet('claims', 'how sure a source is of it', 'certainty', oneOf(CERTAINTY_LEVELS)),
    stance: facet('claims', 'how a source stands to it', 'stance', oneOf(STANCES)),
    place: facet('claims', "a place's name", 'place', text, normalName),
    country: facet('claims', 'a country (ISO 3166-1, two letters)', 'country', text, (value) => value.toUpperCase()),
    contradicted: facet('claims', 'whether another claim contradicts or denies it', 'contradicted', flag),
    singleOrigin: {
      about: 'whether exactly one source vouches for it independently',
      values: flag,
      where: (value) => {
        const one = sql`SELECT key FROM facets WHERE kind = 'claims' AND field = 'origins' AND value = '1'`;
        return value === 'true' ? sql<boolean>`t.key IN (${one})` : sql<boolean>`t.key NOT IN (${one})`;
      },
    },
    since: SINCE.claims,
    deniedSince: SINCE.denied,
  },
  relations: {
    claim: facet('relations', 'a claim on either side', 'claim'),
    type: facet('relations', 'how the one stands to the other', 'type', oneOf(RELATION_TYPES)),
    since: SINCE.relations,
  },
  tallies: {
    report: facet('tallies', 'a report that gives a figure', 'report'),
    source: facet('tallies', 'a source that gives a figure', 'source'),
    status: facet('tallies', 'what became of a figure', 'status', oneOf(POINT_STATUSES)),
    unit: facet('tallies', 'what is counted', 'unit'),
    movedSince: SINCE.moved,
  },
  forecasts: {
    claim: facet('forecasts', 'the claim that forecasts it', 'claim'),
    source: facet('forecasts', 'who forecasts it', 'source'),
    outcome: facet('forecasts', 'what became of it', 'outcome', oneOf(OUTCOMES)),
    dueFrom: due('due on that day or later', (on, value) => sql<boolean>`${on} >= ${value}`),
    dueTo: due('due on that day or earlier', (on, value) => sql<boolean>`${on} <= ${`${value}~`}`),
    settledSince: SINCE.settled,
  },
  timeline: {
    report: facet('timeline', 'the report that says so', 'report'),
    statement: facet('timeline', 'the statement that says so', 'statement'),
    where: facet('timeline', 'the place', 'where'),
    country: facet('timeline', 'a country (ISO 3166-1, two letters)', 'country', text, (value) => value.toUpperCase()),
    geonames: facet('timeline', 'the place by its number in GeoNames', 'geonames'),
    placed: facet('timeline', 'whether it can be put on a map', 'placed', flag),
    from: { ...from('sort'), about: 'happened on that day or later' },
    to: { ...to('sort'), about: 'happened on that day or earlier' },
  },
  decisions: {
    kind: facet('decisions', 'what was decided', 'kind', oneOf(DECISION_KINDS)),
    member: facet('decisions', 'a statement, report, claim or name that it is about', 'member'),
    report: facet('decisions', 'the report of the story that it is kept under', 'report'),
    judged: facet('decisions', 'whether a person has looked at it', 'judged', flag),
  },
};

/** What is left out of a list unless the query says otherwise: the outlet's own sentences would drown what sources say. */
function usualFilters(kind: RowKind, filters: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return kind === 'statements' && !('claim' in filters) ? { voice: 'source', ...filters } : filters;
}

/**
 * The conditions that a row of `kind` must meet.
 * @throws AccordingtoError LEDGER_QUERY_FILTER for an unknown filter, LEDGER_QUERY_VALUE for a value that it does not take.
 */
export function conditionsOf(kind: RowKind, filters: Readonly<Record<string, string>> = {}): readonly Condition[] {
  const known = FILTERS[kind];
  return Object.entries(usualFilters(kind, filters)).map(([name, given]) => {
    const filter = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!filter) throw new AccordingtoError('LEDGER_QUERY_FILTER', { filter: name, kind, known: Object.keys(known).join(', ') });
    const value = filter.values.read(given);
    if (value === undefined) {
      throw new AccordingtoError('LEDGER_QUERY_VALUE', { filter: name, value: given.slice(0, 80), expected: filter.values.expected });
    }
    return filter.where(value);
  });
}
