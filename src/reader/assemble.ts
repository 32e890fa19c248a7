import type { Reading, Spans, Statement, Warning } from '../model/index.ts';
import { type Attribution, type Layers, passage } from './layers.ts';

const UNKNOWN = { level: 'unknown', words: [] } as const;

/** Whether `inner` stands wholly inside one of `outer`'s spans. */
const inside = (inner: Spans, outer: Spans): boolean =>
  inner.every(([start, end]) => outer.some(([from, to]) => from <= start && end <= to));

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

/** Puts the layers together as the contract's reading. A layer that no step added stays empty: nothing is invented. */
export function assemble(layers: Partial<Layers> & Pick<Layers, 'report'>, warnings: readonly Warning[]): Reading {
  const { report, attributions = [], times = [], places = [], quantities = [], entities = [] } = layers;
  const ids = statementIds(report.id, attributions);
  const statements = attributions.map((attribution, i): Statement => {
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
      quantities: quantities.filter((row) => inside(row.spans, attribution.content)),
      times: times.filter((row) => inside(row.spans, attribution.content)),
      places: places.filter((row) => inside(row.spans, attribution.content)),
      saidWhen: layers.saidWhen?.[i] ?? null,
      confidence: attribution.confidence,
    };
  });
  return { report, statements, times, places, quantities, entities, warnings };
}
