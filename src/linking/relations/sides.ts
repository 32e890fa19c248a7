import { beforeIn } from '../bearing/bearing.ts';
import { aroundOf } from '../claims/around.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import { type Proposition, proposition } from '../claims/features.ts';
import { stanceOf } from '../claims/stance.ts';
import type { Placed } from '../input.ts';
import { fold, stems } from '../words/normalise.ts';
import { SENTENCE_ENDS, sentenceOf, startOf } from '../words/sentence.ts';

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
  /** It says what is not to be done: nothing denies that, and it denies nothing. */
  readonly warnsOff: boolean;
  readonly foresees: boolean;
}

/** Statements of a claim that are compared at most: a claim of thousands is compared like one of four. */
const MOST_TOLD = 4;
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
    .split(SENTENCE_ENDS)
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
const advises = ({ statement }: Placed): boolean => ADVISES.test(statement.content.text);

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
      before: beforeIn({ statement, report }),
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
    const sentence = sentenceOf(first);
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
        negative: lead.negative && !advises(shown),
        warnsOff: lead.negative && advises(shown),
        foresees: told.some(({ foresees }) => foresees),
      },
    ];
  });
}
