import type { Place, Quantity, Reading, Span, Spans, Statement, Time, Warning } from '../model/index.ts';
import { forecastOf } from './howsure/forecast.ts';
import { timesWithin } from './howsure/within.ts';
import { type Attribution, type Layers, passage } from './layers.ts';
import { afterDateline } from './text/index.ts';
import { tokenize } from './when/index.ts';

const UNKNOWN = { level: 'unknown', words: [] } as const;

/** Whether `inner` stands wholly inside one of `outer`'s spans. */
const inside = (inner: Spans, outer: Spans): boolean =>
  inner.every(([start, end]) => outer.some(([from, to]) => from <= start && end <= to));

interface Placed {
  readonly spans: Spans;
}

/** The rows that stand inside spans. Rows are sorted once, so that a report of many statements stays near linear. */
function rowsInside<Row extends Placed>(rows: readonly Row[]): (spans: Spans) => Row[] {
  const sorted = [...rows].sort((a, b) => (a.spans[0]?.[0] ?? 0) - (b.spans[0]?.[0] ?? 0));
  const starts = sorted.map((row) => row.spans[0]?.[0] ?? 0);
  return (spans) => {
    const first = spans[0]?.[0] ?? 0;
    const last = spans.at(-1)?.[1] ?? 0;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as number) < first) low = middle + 1;
      else high = middle;
    }
    const found: Row[] = [];
    for (let i = low; i < sorted.length && (starts[i] as number) < last; i += 1) {
      const row = sorted[i] as Row;
      if (inside(row.spans, spans)) found.push(row);
    }
    return found;
  };
}

/** Looks up what stands inside a statement's content. */
interface Facts {
  readonly quantities: (spans: Spans) => Quantity[];
  readonly times: (spans: Spans) => Time[];
  readonly places: (spans: Spans) => Place[];
}

/** Ids by place: readable, the same in every run, unique in the report. */
function statementIds(reportId: string, attributions: readonly Attribution[]): string[] {
  const seen = new Map<string, number>();
  return attributions.map(({ content }) => {
    const base = `${reportId}:${content[0]?.[0] ?? 0}-${content.at(-1)?.[1] ?? 0}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return count === 1 ? base : `${base}.${count}`;
  });
}

/** Fewer words are no proposition of their own. */
const FEWEST_WORDS = 4;
/** A word by which a stretch of text is a clause rather than a list's item. */
const FINITE =
  /\b(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|did|does|said|says|put|puts|told|took|gave|rose|fell|found|made|\p{Ll}{3,}ed)\b/u;
/** Where one clause of a sentence ends and another begins. */
const CLAUSES = /;\s+|,\s+(?:and|but)\s+/g;

/** A stretch of text without the marks and blanks around it, or null where too little is left to state anything. */
function clauseOf(text: string, start: number, end: number): Span | null {
  const words = text.slice(start, end);
  const from = start + (/^(?:[\s,;:.—–-]|(?:and|but)\s)*/.exec(words)?.[0].length ?? 0);
  const to = end - (/[\s,;:]*$/.exec(text.slice(from, end))?.[0].length ?? 0);
  const clause = text.slice(from, to);
  return to > from && clause.split(/\s+/).length >= FEWEST_WORDS && FINITE.test(clause) ? [from, to] : null;
}

/** The clauses of a stretch of text: cut only where both sides can stand alone. */
function clausesIn(text: string, start: number, end: number): Span[] {
  const found: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(CLAUSES)) {
    const at = start + match.index;
    const rest = at + match[0].length;
    if (!clauseOf(text, from, at) || !clauseOf(text, rest, end)) continue;
    found.push(clauseOf(text, from, at) as Span);
    from = rest;
  }
  const last = clauseOf(text, from, end);
  return last ? [...found, last] : found;
}

/** What a sentence says beside the attributions in it, which reach from `first` to `last`: clauses cut off by a semicolon or an "and". */
function beside(text: string, [start, end]: Span, first: number, last: number): Span[] {
  const lead = /^(.*)(?:;|,\s+(?:and|but))\s+(?:[^;,]*)$/su.exec(text.slice(start, Math.max(start, first)));
  const tail = /^["”’]?\s*(?:;|,\s+(?:and|but)\s|,\s+(?=(?:which|who)\s))/.exec(text.slice(Math.min(end, last), end));
  return [
    ...(lead?.[1] ? clausesIn(text, start, start + lead[1].length) : []),
    ...(tail ? clausesIn(text, last + tail[0].length, end) : []),
  ];
}

/** "Harbour Aid, which had counted …, lowered its figure to 50": the subject with what it does after the attribution. */
function mainClause(text: string, [start, end]: Span, last: number): Span[] | null {
  const subject = /^([^,;:"“”]{3,80}),\s(?:which|who)\s/.exec(text.slice(start, end))?.[1];
  const tail = /^,\s+(?!(?:and|but|or|which|who|said|says)\b)/.exec(text.slice(Math.min(end, last), end));
  if (!subject || !tail) return null;
  const from = last + tail[0].length;
  return VERB_FIRST.test(text.slice(from, end))
    ? [
        [start, start + subject.length],
        [from, end],
      ]
    : null;
}

/** What a sentence goes on with after the comma that closes a relative clause: a verb in the past, or an auxiliary. */
const VERB_FIRST =
  /^(?:also |later |now )?(?:is|are|was|were|has|had|have|will|would|did|does|put|gave|took|cut|made|found|rose|fell|brought|told|kept|held|\p{Ll}{3,}ed)\s/u;

/** A longer sentence is taken whole: nobody wrote it for its clauses. */
const LONGEST_CUT = 1000;

/** The outlet's own voice: sentences that no attribution touches, clause by clause, and the clauses that stand beside one. */
function ownVoice(layers: Partial<Layers> & Pick<Layers, 'report'>): Attribution[] {
  const { text } = layers.report;
  const taken = (layers.attributions ?? []).flatMap(({ source, cue, content }) => [...(source ?? []), ...(cue ?? []), ...content]);
  taken.sort((a, b) => a[0] - b[0]);
  let next = 0;
  let reach = 0;
  return (layers.sentences ?? []).flatMap(({ span }): Attribution[] => {
    const [start, end] = span;
    const first = reach > start ? start : (taken[next]?.[0] ?? end);
    for (; next < taken.length && (taken[next]?.[0] ?? 0) < end; next += 1) reach = Math.max(reach, taken[next]?.[1] ?? 0);
    const long = end - start > LONGEST_CUT;
    if (reach > start) {
      const main = long ? null : mainClause(text, span, reach);
      const clauses: Spans[] = long ? [] : beside(text, span, first, reach).map((clause): Spans => [clause]);
      return (main ? [main, ...clauses] : clauses).map(own);
    }
    const clauses = long ? [] : clausesIn(text, start, end);
    return (clauses.length > 0 ? clauses : [span]).map((clause) => own([clause]));
  });
}

const own = (content: Spans): Attribution => ({
  source: null,
  cue: null,
  content,
  quotation: 'indirect',
  depth: 0,
  within: null,
  confidence: null,
});

/** One attribution with everything that the other layers know about its content. */
function toStatement(
  layers: Partial<Layers> & Pick<Layers, 'report'>,
  facts: Facts,
  attribution: Attribution,
  i: number,
  ids: readonly string[],
): Statement {
  const { report } = layers;
  const attributed = layers.attributed?.[i];
  const assessment = layers.assessments?.[i];
  const bare = attribution.source && { ...passage(report.text, attribution.source), name: null, kind: 'unknown' as const };
  return {
    id: ids[i] as string,
    source: attributed ? attributed.source : bare,
    cue: attribution.cue && passage(report.text, attribution.cue),
    content: passage(report.text, attribution.content),
    quotation: attribution.quotation,
    depth: attribution.depth,
    within: attribution.within === null ? null : (ids[attribution.within] ?? null),
    chain: attributed?.chain ?? [],
    basis: assessment?.basis ?? [],
    certainty: assessment?.certainty ?? UNKNOWN,
    ...(assessment && { stance: assessment.stance }),
    forecast: assessment?.forecast ?? null,
    quantities: facts.quantities(attribution.content),
    times: facts.times(attribution.content),
    places: facts.places(attribution.content),
    saidWhen: layers.saidWhen?.[i] ?? null,
    confidence: attribution.confidence,
  };
}

/** Spans without what stands before an offset: the place and the day that a report is filed from are no part of what it says. */
function withoutBefore(spans: Spans, offset: number): Spans {
  const [first, ...rest] = spans;
  return first && first[0] < offset && offset < first[1] ? [[offset, first[1]], ...rest] : spans;
}

/** Puts the layers together as the contract's reading. A layer that no step added stays empty: nothing is invented. */
export function assemble(layers: Partial<Layers> & Pick<Layers, 'report'>, warnings: readonly Warning[]): Reading {
  const { report, times = [], places = [], quantities = [], entities = [] } = layers;
  const start = afterDateline(report.text);
  const attributions = (layers.attributions ?? []).map((row) => ({ ...row, content: withoutBefore(row.content, start) }));
  const ids = statementIds(report.id, attributions);
  const facts: Facts = { quantities: rowsInside(quantities), times: rowsInside(times), places: rowsInside(places) };
  const statements = attributions.map((attribution, i) => toStatement(layers, facts, attribution, i, ids));
  const tokens = tokenize(report.text);
  const timesIn = timesWithin(times);
  const unattributed = ownVoice(layers).map((row): Statement => {
    const attribution = { ...row, content: withoutBefore(row.content, start) };
    const [from] = attribution.content[0] as Span;
    const [, end] = attribution.content.at(-1) as Span;
    const own = toStatement({ report }, facts, attribution, 0, [`${report.id}:${from}-${end}.own`]);
    return { ...own, forecast: forecastOf(tokens, attribution, timesIn(attribution), report.published), voice: 'outlet' };
  });
  return { report, statements, unattributed, times, places, quantities, entities, warnings };
}
