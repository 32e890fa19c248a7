/** The small stories (training/bearing/stories) as reports with the statements that are marked in them (training/said) and who makes each, by its writer. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report, Span, Spans } from '../src/model/index.ts';
import type { Attribution } from '../src/reader/layers.ts';
import { bareOf } from './gold-coref.ts';

export interface SmallReport {
  readonly report: Report;
  readonly attributions: readonly Attribution[];
  /** Who makes the statement whose content lies there, in the writer's words; several of a sentence are one. */
  readonly told: readonly { readonly span: Span; readonly who: string }[];
}

interface Row {
  readonly outlet: string;
  readonly text: readonly (readonly [claim: string, who: string, sentence: string])[];
}

/** Two sentences a paragraph; twin of `text_of` in training/said/said.py. */
function textOf({ text }: Row): { text: string; told: SmallReport['told'] } {
  let whole = '';
  const told: { span: Span; who: string }[] = [];
  text.forEach(([, who, sentence], i) => {
    whole += i === 0 ? '' : i % 2 === 0 ? '\n\n' : ' ';
    const start = whole.length;
    whole += sentence.replace(/[[\]]/g, '');
    if (who.trim() !== '') told.push({ span: [start, whole.length], who: who.trim() });
  });
  return { text: whole, told };
}

/** Every report that somebody has marked, in the order of the files. */
export function* smallReports(training: string): Generator<SmallReport> {
  const marked = new Map(
    readFileSync(join(training, 'said', 'claims.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; claims: readonly (readonly [Spans, Spans, Spans])[] })
      .map(({ id, claims }) => [id, claims] as const),
  );
  const folder = join(training, 'bearing', 'stories');
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()) {
    const stories = readFileSync(join(folder, file), 'utf8').trim().split('\n');
    for (const [number, line] of stories.entries()) {
      const { reports } = JSON.parse(line) as { reports: readonly Row[] };
      for (const [i, row] of reports.entries()) {
        const id = `${file.slice(0, -6)}-${number + 1}.r${i + 1}`;
        const claims = marked.get(id);
        if (!claims) continue;
        const { text, told } = textOf(row);
        yield { report: { ...bareOf(id, text), outlet: row.outlet }, told, attributions: claims.map(attributionOf) };
      }
    }
  }
}

const attributionOf = ([source, cue, content]: readonly [Spans, Spans, Spans]): Attribution => ({
  source: source.length > 0 ? source : null,
  cue,
  content,
  quotation: 'indirect',
  depth: 0,
  within: null,
  confidence: null,
});
