import type { Place, Quantity, Reading, Span, Spans, Statement, Time, Warning } from '../model/index.ts';
import { type Attribution, type Layers, passage } from './layers.ts';

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

/** Sentences that no attribution touches: the outlet's own voice. */
function ownVoice(layers: Partial<Layers> & Pick<Layers, 'report'>): Attribution[] {
  const taken = (layers.attributions ?? []).flatMap(({ source, cue, content }) => [...(source ?? []), ...(cue ?? []), ...content]);
  taken.sort((a, b) => a[0] - b[0]);
  let next = 0;
  let reach = 0;
  return (layers.sentences ?? []).flatMap(({ span }): Attribution[] => {
    for (; next < taken.length && (taken[next]?.[0] ?? 0) < span[1]; next += 1) reach = Math.max(reach, taken[next]?.[1] ?? 0);
    if (reach > span[0]) return [];
    return [{ source: null, cue: null, content: [span], quotation: 'indirect', depth: 0, within: null, confidence: null }];
  });
}

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

/** Puts the layers together as the contract's reading. A layer that no step added stays empty: nothing is invented. */
export function assemble(layers: Partial<Layers> & Pick<Layers, 'report'>, warnings: readonly Warning[]): Reading {
  const { report, attributions = [], times = [], places = [], quantities = [], entities = [] } = layers;
  const ids = statementIds(report.id, attributions);
  const facts: Facts = { quantities: rowsInside(quantities), times: rowsInside(times), places: rowsInside(places) };
  const statements = attributions.map((attribution, i) => toStatement(layers, facts, attribution, i, ids));
  const unattributed = ownVoice(layers).map((attribution): Statement => {
    const [start, end] = attribution.content[0] as Span;
    return { ...toStatement({ report }, facts, attribution, 0, [`${report.id}:${start}-${end}.own`]), voice: 'outlet' };
  });
  return { report, statements, unattributed, times, places, quantities, entities, warnings };
}
