import { aroundOf } from '../claims/around.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import { type Proposition, proposition } from '../claims/features.ts';
import { stanceOf } from '../claims/stance.ts';
import type { Placed } from '../input.ts';
import { fold, stems } from '../words/normalise.ts';

/** A claim as relations compare it. */
export interface Side {
  readonly id: string;
  /** By first appearance. */
  readonly order: number;
  /** Whom its first statement goes back to. */
  readonly source: string | null;
  /** Whoever says it; who denies it does not. */
  readonly sources: ReadonlySet<string>;
  /** Its statements as claims compare them: the first few that differ, and deny nothing. */
  readonly told: readonly Proposition[];
  readonly placed: readonly Placed[];
  readonly first: Placed;
  /** The whole sentence of its first statement. */
  readonly sentence: string;
  /** Stems of that sentence and of the two before it: what "it" and "no such thing" are about. */
  readonly context: readonly string[];
  readonly negative: boolean;
  readonly foresees: boolean;
}

/** Statements of a claim that are compared at most: a claim of thousands is compared like one of four. */
const MOST_TOLD = 4;
/** Characters on each side of a statement in which its sentence ends. */
const REACH = 250;
const ENDS = /(?<=[.!?]["”’]?)\s+|\n\s*\n/;

export const startOf = ({ statement }: Placed): number => statement.content.spans[0]?.[0] ?? 0;
const endOf = ({ statement }: Placed): number => statement.content.spans.at(-1)?.[1] ?? 0;

/** From the full stop before a statement to the one after it. */
export function sentenceAround(placed: Placed): string {
  const { text } = placed.report;
  const [start, end] = [startOf(placed), endOf(placed)];
  const before =
    text
      .slice(Math.max(0, start - REACH), start)
      .split(ENDS)
      .at(-1) ?? '';
  const after = text.slice(end, end + REACH).split(ENDS)[0] ?? '';
  return `${before}${text.slice(start, end)}${after}`;
}

/** Characters before a statement in which what it goes on with is looked for, and sentences of them. */
const CONTEXT_REACH = 400;
const CONTEXT_SENTENCES = 3;
/** Words around a statement that are looked at, and how long they are at least. */
const MOST_AROUND = 80;
const SHORTEST_AROUND = 4;

/** Stems of the words in and before a sentence. */
function contextOf(placed: Placed, sentence: string): readonly string[] {
  const start = startOf(placed);
  const before = placed.report.text
    .slice(Math.max(0, start - CONTEXT_REACH), start)
    .split(ENDS)
    .slice(-CONTEXT_SENTENCES)
    .join(' ');
  return [...new Set(stems(`${before} ${sentence}`))].filter((word) => word.length >= SHORTEST_AROUND).slice(0, MOST_AROUND);
}

/** The statements of a claim that are compared: of each wording one. */
function toldOf(placed: readonly Placed[]): readonly Placed[] {
  const seen = new Set<string>();
  const told: Placed[] = [];
  for (const one of placed) {
    const words = fold(one.statement.content.text);
    if (told.length === MOST_TOLD || seen.has(words) || one.statement.stance === 'denies') continue;
    seen.add(words);
    told.push(one);
  }
  return told;
}

/** "Nobody should wait to see the water": what is not to be done denies nothing that is said to be so. */
const ADVISES = /\b(?:should|must|ought|needn[’']t|need not|had better|(?:have|has|had) to)\b/i;
/** "When the spillway had last been inspected": what is asked says nothing. */
const ASKS = /^(?:that\s)?(?:whether|when|how|why|who|what|where)\b(?![^.]*\b(?:is|was|were|are)\s(?:an?|the)\b)/i;
const asks = ({ statement }: Placed): boolean => ASKS.test(statement.content.text.trim());
const denies = ({ negative }: Proposition, { statement }: Placed): boolean => negative && !ADVISES.test(statement.content.text);

/** Every claim that says something, in order of first appearance. */
export function sidesOf(
  claims: readonly ClaimDraft[],
  vectors: ReadonlyMap<string, Float32Array>,
  sourceOf: (statementId: string) => string | null,
): Side[] {
  const around = aroundOf(
    claims.flatMap(({ appearances }) => appearances),
    vectors,
  );
  const compare = ({ statement, report }: Placed): Proposition =>
    proposition(statement, {
      report: report.id,
      published: report.published,
      source: sourceOf(statement.id),
      vector: vectors.get(statement.id) ?? null,
      around: around.get(statement.id) ?? null,
    });
  return claims.flatMap((claim, order): Side[] => {
    const telling = toldOf(claim.appearances);
    const told = telling.map(compare);
    const [first] = claim.appearances;
    const [lead, shown] = [told[0], telling[0]];
    if (!first || !lead || !shown || asks(shown)) return [];
    const sentence = sentenceAround(first);
    return [
      {
        id: claim.id,
        order,
        source: sourceOf(first.statement.id),
        sources: new Set(
          claim.appearances.flatMap(({ statement }) => (stanceOf(statement) === 'denies' ? [] : (sourceOf(statement.id) ?? []))),
        ),
        told,
        placed: claim.appearances,
        first,
        sentence,
        context: contextOf(first, sentence),
        negative: denies(lead, shown),
        foresees: told.some(({ foresees }) => foresees),
      },
    ];
  });
}
