import type { Report } from '../../model/index.ts';
import { byPublication, type Copy } from '../input.ts';
import { remember } from '../words/memory.ts';
import { hash32 } from '../words/normalise.ts';
import { containment, shingles } from './shingles.ts';

/** From here on a report is held to take over another's text rather than to quote the same handout. */
export const COPY_THRESHOLD = 0.5;
/** A report most of whose text is its own may still carry another whole, as several wires in one report do. */
const WHOLE_WIRE = 0.8;
const VERBATIM = 0.97;
/** By how much a later report must hold more to be taken for the original rather than an earlier one. */
const BETTER = 0.02;
/** Reports that one shingle leads to, the earliest first: boilerplate and a wire run by thousands stay cheap. */
const MOST_POSTINGS = 32;
/** Shorter texts agree by chance (a notice, a score line). */
const FEWEST_SHINGLES = 25;

/** Shingles of reports that were looked at lately: a story is linked anew with each report that joins it. */
const lately = remember<ReadonlySet<number>>(2000);
const shinglesOf = ({ sha256, text }: Report): ReadonlySet<number> =>
  lately(`${sha256} ${text.length} ${hash32(text)}`, () => shingles(text));

interface Candidate {
  readonly report: Report;
  readonly shingles: ReadonlySet<number>;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function paragraphSpans(text: string): [number, number][] {
  const spans: [number, number][] = [];
  for (const match of text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g)) spans.push([match.index, match.index + match[0].length]);
  return spans;
}

/** Paragraphs of `text` of which less than half stands in `other`. */
function paragraphsMissing(text: string, other: ReadonlySet<number>): [number, number][] {
  return paragraphSpans(text).filter(([start, end]) => {
    const own = shingles(text.slice(start, end));
    return own.size > 0 && containment(own, other) < 0.5;
  });
}

/** What the later of two reports is to the earlier: a copy of some kind, or null. */
export function compareTexts(earlier: Candidate, later: Candidate): Copy | null {
  if (Math.min(earlier.shingles.size, later.shingles.size) < FEWEST_SHINGLES) return null;
  const taken = containment(later.shingles, earlier.shingles);
  const kept = containment(earlier.shingles, later.shingles);
  if (taken < COPY_THRESHOLD && kept < WHOLE_WIRE) return null;
  const copyKind = taken >= VERBATIM && kept >= VERBATIM ? 'verbatim' : taken >= 0.9 ? 'trimmed' : 'rewritten';
  const cut = paragraphsMissing(earlier.report.text, later.shingles);
  const added = paragraphsMissing(later.report.text, earlier.shingles);
  const whose = earlier.report.outlet ?? earlier.report.id;
  const reason = {
    verbatim: `same text as ${whose}`,
    trimmed: `${percent(taken)} of its text is ${whose}'s, ${cut.length} of whose paragraphs are cut`,
    rewritten: `${percent(taken)} of its text is ${whose}'s; ${added.length} of its paragraphs are its own`,
  }[copyKind];
  return { report: later.report.id, copyOf: earlier.report.id, copyKind, containment: Math.max(taken, kept), reason, cut, added };
}

/**
 * Which reports copy which, each from the one that holds most of it (the earlier of equals).
 * Pairs come from an index of shingles, never from all pairs; the answer does not depend on the order of arrival.
 */
export function findCopies(reports: readonly Report[]): Copy[] {
  const ordered = [...reports].sort(byPublication).map((report) => ({ report, shingles: shinglesOf(report) }));
  const index = new Map<number, number[]>();
  const copies: Copy[] = [];
  ordered.forEach((later, at) => {
    const shared = new Map<number, number>();
    for (const hash of later.shingles) for (const other of index.get(hash) ?? []) shared.set(other, (shared.get(other) ?? 0) + 1);
    let best: Copy | null = null;
    for (const other of [...shared.keys()].sort((a, b) => a - b)) {
      const earlier = ordered[other] as Candidate;
      const count = shared.get(other) as number;
      if (count < COPY_THRESHOLD * Math.min(later.shingles.size, earlier.shingles.size)) continue;
      const copy = compareTexts(earlier, later);
      if (copy && (!best || copy.containment > best.containment + BETTER)) best = copy;
      // None can hold that much more than this one: of a wire run by hundreds only the first is compared.
      if (best && best.containment + BETTER >= 1) break;
    }
    if (best) copies.push(best);
    for (const hash of later.shingles) {
      const list = index.get(hash);
      if (!list) index.set(hash, [at]);
      else if (list.length < MOST_POSTINGS) list.push(at);
    }
  });
  return copies;
}

/** The first report of a chain of copies, for every report that is one. Chains cannot be circular: a copy is always the later. */
export function copyRoots(copies: readonly Copy[]): Map<string, string> {
  const parent = new Map(copies.map((copy) => [copy.report, copy.copyOf]));
  const roots = new Map<string, string>();
  for (const start of parent.keys()) {
    let at = start;
    while (parent.has(at)) at = parent.get(at) as string;
    roots.set(start, at);
  }
  return roots;
}
