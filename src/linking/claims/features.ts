import type { Quantity, Statement } from '../../model/index.ts';
import { type Saying, sayingOf } from '../bearing/bearing.ts';
import { foreseenIn } from '../forecasts/foreseen.ts';
import { CALLS_RIGHT } from '../relations/cues.ts';
import { countedClass } from '../tallies/scopes.ts';
import { fold, negated, stem, stems } from '../words/normalise.ts';

/** A figure as a claim holds it: its bounds and the head of what is counted. */
export interface Figure {
  readonly low: number | null;
  readonly high: number | null;
  readonly approximate: boolean;
  /** Stems of the unit and of what is counted; empty where the words do not say. */
  readonly of: readonly string[];
  readonly percent: boolean;
}

/** What is compared when two statements are asked whether they say the same. */
export interface Proposition {
  readonly id: string;
  readonly report: string;
  /** When its report came out, ISO 8601. */
  readonly published: string | null;
  /** As the network reads it. */
  readonly saying: Saying;
  /** Whom the statement goes back to; null for the outlet's own voice. */
  readonly source: string | null;
  readonly folded: string;
  readonly stems: ReadonlyMap<string, number>;
  readonly weight: number;
  readonly figures: readonly Figure[];
  readonly times: readonly string[];
  /** The end of what it foresees, EDTF; null where it is no forecast or open. */
  readonly due: string | null;
  /** The words of its times: told again later, "within a week" comes to another day and is the same forecast. */
  readonly timeWords: readonly string[];
  /** Whether it is about what is to come. */
  readonly foresees: boolean;
  readonly negative: boolean;
  /** "Any such sum", "such a payment": it speaks of what was said before it. */
  readonly anaphoric: boolean;
  /** "The union was right": it is about what another said, and does not say it. */
  readonly callsRight: boolean;
  readonly vector: Float32Array | null;
  /** The vector with its neighbours' in the report: what the words around it are about. Null where only the words themselves are compared. */
  readonly around: Float32Array | null;
  /** Words that stand side by side, as pairs of stems. */
  readonly phrases: ReadonlySet<string>;
}

const TIME_UNIT = /^(?:s|min|h|d|wk|mo|a|year|month|week|day|hour|minut|second|night)$/;
const NUMBER_WORD =
  /^(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w*teen|\w*ty|hundred|thousand|million|billion|dozen)$/;
/** Words that stand in half of all news: they say little about which proposition it is. */
const COMMON = new Set(
  `people peopl person man woman new first last year week day month time country government official minister report statement make take come go give get
  say tell ask number more most many much group state part place way work know see use want expect plan call show`
    .split(/\s+/)
    .map(stem),
);

const figureOf = (quantity: Quantity): Figure => ({
  low: quantity.low,
  high: quantity.high,
  approximate: quantity.approximate,
  of: countedClass(
    [...new Set([...stems(quantity.unit ?? ''), ...stems(quantity.counted ?? '')])].filter((word) => !NUMBER_WORD.test(word)),
  ),
  percent: quantity.unit === '%' || /per ?cent|%/.test(quantity.text),
});

/** A name counts more than a word, a common word less. Static, so that the answer does not hang on what else is in the archive. */
function weightOf(word: string, capital: boolean): number {
  if (NUMBER_WORD.test(word)) return 0.3;
  if (COMMON.has(word)) return 0.4;
  return capital ? 1.3 : 1;
}

function weightedStems(text: string): Map<string, number> {
  const capitals = new Set((text.match(/(?<=[\p{Ll},;]\s)\p{Lu}[\p{L}’'-]+/gu) ?? []).flatMap((word) => stems(word)));
  return new Map(stems(text).map((word) => [word, weightOf(word, capitals.has(word))]));
}

const phrasesOf = (words: readonly string[]): ReadonlySet<string> => new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`));

/** The dates in the words, and the end of a forecast's window: "by Sept. 30" and "by the end of this month" meet there. */
const timesOf = (statement: Statement, published: string | null): string[] => {
  const due = dueOf(statement, published);
  return [...statement.times.flatMap((time) => (time.edtf ? [time.edtf] : [])), ...(due ? [due] : [])];
};

const dueOf = (statement: Statement, published: string | null): string | null => {
  const due = foreseenIn(statement, published)?.window?.split('/').at(-1);
  return due && due !== '..' ? due : null;
};

/** "Three, not four": the figure that is named to be put aside is none of the statement's. */
function setAside(text: string, figure: string): boolean {
  const at = text.indexOf(figure);
  return at > 0 && /(?:\b(?:and|but)|,)\s+not\s+(?:the\s+|as\s+\w+\s+)?$/i.test(text.slice(Math.max(0, at - 24), at));
}

/** A statement as it is compared. `vector` is its content's sentence vector of length 1, where one was made. */
export function proposition(
  statement: Statement,
  {
    report,
    source,
    vector,
    around = null,
    published = null,
    before = '',
  }: Pick<Proposition, 'report' | 'source' | 'vector'> & {
    readonly around?: Float32Array | null;
    readonly published?: string | null;
    /** What stands before it in its report. */
    readonly before?: string;
  },
): Proposition {
  const { text } = statement.content;
  const words = weightedStems(text);
  return {
    id: statement.id,
    report,
    published,
    saying: sayingOf(statement, before),
    source,
    folded: fold(text),
    stems: words,
    weight: [...words.values()].reduce((sum, weight) => sum + weight, 0),
    figures: statement.quantities
      .filter((quantity) => !setAside(text, quantity.text))
      .map(figureOf)
      .filter((figure) => !figure.of.some((word) => TIME_UNIT.test(word))),
    times: timesOf(statement, published),
    due: dueOf(statement, published),
    timeWords: statement.times.map((time) => fold(time.text)),
    foresees: foreseenIn(statement, published) !== null,
    negative: negated(text),
    anaphoric: /\bsuch\b/i.test(text),
    callsRight: CALLS_RIGHT.test(text),
    vector,
    around,
    phrases: phrasesOf([...words.keys()]),
  };
}

/** The sum of the lower weights of the words that both hold. */
export function sharedWeight(a: Proposition, b: Proposition): number {
  const [small, large] = a.stems.size <= b.stems.size ? [a.stems, b.stems] : [b.stems, a.stems];
  let sum = 0;
  for (const [word, weight] of small) sum += Math.min(weight, large.get(word) ?? 0);
  return sum;
}

/** Phrases that both hold, of the one's that has fewer. */
export function sharedPhrases({ phrases: a }: Proposition, { phrases: b }: Proposition): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const phrase of small) if (large.has(phrase)) shared += 1;
  return shared / Math.max(1, small.size);
}

export function cosine(a: Float32Array | null, b: Float32Array | null): number | null {
  if (!a || !b) return null;
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** The one value that a figure names, open to one side or not; null for a range. */
const namedValue = ({ low, high }: Figure): number | null => (low === null || low === high ? high : high === null ? low : null);
/** "At least 25" and "at most 25" do not agree. */
const opposed = (a: Figure, b: Figure): boolean => (a.low === null && b.high === null) || (a.high === null && b.low === null);

/** Whether two figures are the same; "at most 25" and "25" are. */
export const sameFigure = (a: Figure, b: Figure): boolean =>
  a.percent === b.percent &&
  ((a.low === b.low && a.high === b.high) || (namedValue(a) !== null && namedValue(a) === namedValue(b) && !opposed(a, b)));

/** Whether two figures can count the same thing: their words meet, or one of them does not say what it counts. */
export const sameCounted = (a: Figure, b: Figure): boolean =>
  a.percent === b.percent && (a.of.length === 0 || b.of.length === 0 || a.of.some((word) => b.of.includes(word)));

/** How much a shared number tells: 7 little, 3,200 much. 0 to 1. */
export function salience(figure: Figure): number {
  const value = Math.abs(figure.low ?? figure.high ?? 0);
  const digits = String(value).replace(/\.|0+$/g, '').length;
  if (value < 10) return 0.25;
  return Math.min(1, 0.35 + 0.2 * digits);
}

/** How near two propositions are when polarity and figures are left aside. */
export function topicLikeness(a: Proposition, b: Proposition): number {
  const shared = sharedWeight(a, b);
  const contained = shared / Math.max(1e-9, Math.min(a.weight, b.weight));
  const cos = cosine(a.vector, b.vector);
  return cos === null ? contained : 0.5 * contained + 0.5 * Math.max(0, cos);
}
