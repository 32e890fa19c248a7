import type { Spans } from '../../../model/index.ts';
import type { Attribution } from '../../layers.ts';
import type { Step } from '../../step.ts';
import { attributionsByRules } from './attributions.ts';

const startOf = ({ content }: Attribution): number => content[0]?.[0] ?? 0;
const length = (spans: Spans): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);

/** How many characters two lists of spans share. Both are short: a source, a cue, the pieces of one content. */
function shared(a: Spans, b: Spans): number {
  let sum = 0;
  for (const [from, to] of a) for (const [start, end] of b) sum += Math.max(0, Math.min(to, end) - Math.max(from, start));
  return sum;
}

/** The share of the shorter content that two statements may have in common and still be two. */
const TOUCHING = 0.2;

/** Whether two attributions are one, or one holds the other's cue: where both readers speak, the first one is believed. */
function clash(known: Attribution, extra: Attribution): boolean {
  if (shared(known.cue ?? [], extra.cue ?? []) > 0 || shared(known.content, extra.cue ?? []) > 0) return true;
  return shared(known.content, extra.content) > TOUCHING * Math.min(length(known.content), length(extra.content));
}

/**
 * A reader's attributions, and those of another that stand where the first found nothing. Linear in their number:
 * both are walked in order of place.
 */
export function completed(first: readonly Attribution[], second: readonly Attribution[]): Attribution[] {
  const known = first.map((row, index) => ({ row, index })).sort((a, b) => startOf(a.row) - startOf(b.row));
  let low = 0;
  const extras = [...second]
    .filter(({ depth }) => depth === 0)
    .sort((a, b) => startOf(a) - startOf(b))
    .filter((extra) => {
      const [from, to] = reach(extra);
      while (low < known.length && (known[low]?.row.content.at(-1)?.[1] ?? 0) + LONGEST_SENTENCE < from) low += 1;
      for (let i = low; i < known.length; i += 1) {
        const { row } = known[i] as { row: Attribution };
        if (startOf(row) > to + LONGEST_SENTENCE) break;
        if (clash(row, extra)) return false;
      }
      return true;
    });
  const all = [...known, ...extras.map((row) => ({ row: { ...row, within: null }, index: -1 }))].sort(
    (a, b) => startOf(a.row) - startOf(b.row),
  );
  const place = new Map(all.map(({ index }, i) => [index, i]));
  return all.map(({ row }) => (row.within === null ? row : { ...row, within: place.get(row.within) ?? null }));
}

/** A cue stands no farther from its content than this many characters. */
const LONGEST_SENTENCE = 1000;

function reach({ source, cue, content }: Attribution): readonly [number, number] {
  const spans = [...(source ?? []), ...(cue ?? []), ...content];
  return [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))];
}

/**
 * Adds to the `attributions` of the step before it what the rules are sure of (`least`, 0 to 1) and it passed over. A model that was
 * trained on one kind of news misses plain sentences of another; the rules do not.
 */
export const completedByRules = ({
  least = 0.8,
}: {
  readonly least?: number;
} = {}): Step<'sentences' | 'attributions', 'attributions'> => ({
  name: 'said-completed',
  version: '1',
  needs: ['sentences', 'attributions'],
  adds: ['attributions'],
  annotate: ({ report, sentences, attributions }) => {
    // The rules are English ones: a text that is known to be something else is left as it was read.
    if (report.language !== null && !/^en\b/i.test(report.language)) return { attributions };
    const sure = attributionsByRules(report.text, sentences).filter(
      ({ confidence, source, cue }) => source !== null && cue !== null && (confidence ?? 0) >= least,
    );
    return { attributions: completed(attributions, sure) };
  },
});
