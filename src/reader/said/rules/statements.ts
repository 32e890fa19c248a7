import type { Span, Spans } from '../../../model/index.ts';
import { complementOf } from './complements.ts';
import { type Cue, cuesOf, leadsToCue } from './cues.ts';
import { looksFinite, looksLikeVerb } from './lexicon.ts';
import { holdsVerb, phraseFrom, type Stretch, subjectBefore, verbGroupStart } from './nounphrases.ts';
import { NOUNS } from './nouns.ts';
import type { Element, Segment } from './segments.ts';
import { BREAKS_OFF, DAY_WORDS, DETERMINERS, FINITE, isParticiple, looksPast, PREPOSITIONS } from './words.ts';

/** One source, cue and content found in one segment. */
export interface Draft {
  readonly source: Spans | null;
  readonly cue: Spans | null;
  readonly content: Spans;
  /** Its content is quoted, so that quotations that follow belong to it as well. */
  readonly quoted: boolean;
  readonly confidence: number;
}

/** The span of a stretch of elements. */
export const spanOf = (elements: readonly Element[], [from, to]: Stretch): Span => [
  (elements[from] as Element).start,
  (elements[to - 1] as Element).end,
];

const isSign = (element: Element | undefined, pattern: RegExp): boolean => element?.kind === 'sign' && pattern.test(element.text);

/** A stretch without the signs at its ends; null where nothing is left. */
function trimmed(elements: readonly Element[], [from, to]: Stretch): Stretch | null {
  let start = from;
  let end = to;
  while (start < end && isSign(elements[start], /^[,;:—–.]$/u)) start += 1;
  while (end > start && (isSign(elements[end - 1], /^[,;:—–.]$/u) || ['and', 'but'].includes(elements[end - 1]?.lower ?? ''))) end -= 1;
  return end > start ? [start, end] : null;
}

/** Where the content that starts at `from` ends: before the next cue that stands beside it, or with the segment. */
function clauseEnd(elements: readonly Element[], cues: readonly Cue[], from: number, own: number): number {
  for (let i = own + 1; i < cues.length; i += 1) {
    const { breaksAt } = cues[i] as Cue;
    if (breaksAt !== null && breaksAt > from + 1) return breaksAt;
  }
  return accordingIn(elements, from);
}

const accordingIn = (elements: readonly Element[], from: number): number => {
  const at = elements.findIndex(({ lower }, i) => i > from + 2 && lower === 'according' && elements[i + 1]?.lower === 'to');
  return at < 0 ? elements.length : at;
};

const ASIDES = new Set(['which', 'while', 'although', 'though', 'but', 'where']);

/** A clause ends before a last aside that is more often the outlet's own: ", which …", ", but …", ", while …" with no comma after it. */
function asideStart(elements: readonly Element[], from: number, ceiling: number): number {
  for (let i = ceiling - 2; i > from + 2; i -= 1) {
    const here = elements[i] as Element;
    if (here.kind === 'quote') return ceiling;
    if (here.text === ',') return ASIDES.has(elements[i + 1]?.lower ?? '') ? i : ceiling;
  }
  return ceiling;
}

/** A thing said ends sooner than a clause: at a comma with a conjunction, a relative or a participle. */
function thingEnd(elements: readonly Element[], from: number, ceiling: number): number {
  for (let i = from + 1; i < ceiling; i += 1) {
    const here = elements[i] as Element;
    if (isSign(here, /^[;—–]$/u)) return i;
    if (['while', 'because', 'after', 'before', 'when', 'although', 'though', 'during'].includes(here.lower)) return i;
    if (here.text !== ',') continue;
    const next = elements[i + 1];
    if (next?.lower === 'that') return i;
    if (next && (BREAKS_OFF.has(next.lower) || isParticiple(next.lower))) return i;
  }
  return ceiling;
}

/** Whether what follows a postposed cue is nothing, or only when and where it was said. */
function tailOf(elements: readonly Element[], from: number): 'end' | 'goes-on' | 'content' {
  let at = from;
  while (at < elements.length) {
    const here = elements[at] as Element;
    if (isSign(here, /^[.;!?…]$/u)) return 'end';
    if (here.text === ',' || here.kind === 'quote') return at === elements.length - 1 ? 'end' : 'goes-on';
    if (
      at === from &&
      !PREPOSITIONS.has(here.lower) &&
      !DAY_WORDS.has(here.lower) &&
      here.kind === 'word' &&
      !['when', 'as', 'while', 'earlier', 'later'].includes(here.lower)
    )
      return 'content';
    at += 1;
  }
  return 'end';
}

/** Where a postposed cue's content starts: after what came before it in the segment, or after a dateline. */
function startBefore(elements: readonly Element[], cues: readonly Cue[], own: number): number {
  const earlier = cues.slice(0, own).findLast(({ breaksAt }) => breaksAt !== null && breaksAt > 0);
  const floor = earlier ? (earlier.breaksAt as number) : 0;
  const dash = elements.findIndex(({ text }, i) => i >= floor && i < 9 && /^[—–]$/u.test(text));
  const dateline = dash > 0 && elements.slice(0, dash).every(({ capital, kind }) => capital || kind !== 'word');
  return dateline ? dash + 1 : floor;
}

interface Context {
  readonly elements: readonly Element[];
  readonly cues: readonly Cue[];
}

const quotesIn = (elements: readonly Element[], from: number, to: number): Spans =>
  elements.slice(from, to).flatMap(({ kind, start, end }): Span[] => (kind === 'quote' ? [[start, end]] : []));

/** The quotations before a cue that lead up to it without a break: `"A," he said`, `"A," the tall man said`. */
function quoteBefore(elements: readonly Element[], at: number): number {
  let i = at - 1;
  if (isSign(elements[i], /^[,—–]$/u)) i -= 1;
  return elements[i]?.kind === 'quote' && (leadsToCue(elements[i]) || i < at - 1) ? i : -1;
}

/** What one cue vouches for. */
function draftOf(
  { elements, cues }: Context,
  own: number,
  inherited: Stretch | null,
): (Draft & { readonly subject: Stretch | null }) | null {
  const cue = cues[own] as Cue;
  const subject = cue.subject ?? inherited;
  if (!subject) return null;
  const source: Spans = [spanOf(elements, subject)];
  const first = Math.min(cue.group[0], cue.subject?.[0] ?? cue.group[0]);
  const last = Math.max(cue.group[1], cue.subject?.[1] ?? 0);
  const made = (content: Spans, cueEnd: number, quoted: boolean, confidence: number) => ({
    source,
    cue: [spanOf(elements, [cue.group[0], Math.max(cueEnd, cue.group[1])])] as Spans,
    content,
    quoted,
    confidence,
    subject,
  });
  const { takes } = cue.form;
  const before = takes.has('quote') ? quoteBefore(elements, first) : -1;
  const complement = complementOf(elements, cue);
  if (before >= 0 && (cue.inverted || leadsToCue(elements[before]) || complement.kind === 'none' || complement.kind === 'quote')) {
    // What was said before the cue, and what goes on after it within the segment.
    const end = clauseEnd(elements, cues, last, own);
    const lead = before > 0 && !elements.slice(0, before).some(({ kind }) => kind === 'quote') ? wholeBefore(elements, before) : null;
    const content: Spans = lead ? [lead] : quotesIn(elements, startBefore(elements, cues, own), before + 1);
    return made([...content, ...quotesIn(elements, last, end)], complement.cueEnd, true, 0.9);
  }
  if (complement.kind === 'quote') {
    const quote = elements[complement.from] as Element;
    const head =
      elements[first - 1]?.text === ',' && /^\W*\p{Ll}/u.test(quote.text.slice(0, 8))
        ? trimmed(elements, [startBefore(elements, cues, own), first - 1])
        : null;
    // "It would go on, she said, "getting smaller"": one clause, its end quoted.
    if (head && head[1] - head[0] >= 3) return made([spanOf(elements, head), [quote.start, quote.end]], complement.cueEnd, false, 0.8);
    const end = clauseEnd(elements, cues, complement.from, own);
    return made(quotesIn(elements, complement.from, end), complement.cueEnd, true, 0.9);
  }
  const comma = elements[first - 1]?.text === ',' || (cue.inverted && elements[cue.verb - 1]?.text === ',');
  const relative = ['who', 'which'].includes(elements[subject[0]]?.lower ?? '');
  if (comma && !relative && (takes.has('bare') || takes.has('clause')) && ['none', 'bare'].includes(complement.kind)) {
    const tail = tailOf(elements, cue.inverted ? subject[1] : complement.after);
    const from = startBefore(elements, cues, own);
    const head = trimmed(elements, [from, first - 1]);
    if (tail !== 'content' && head && (head[1] - head[0] >= 3 || tail === 'goes-on' || cue.inverted)) {
      const rest = tail === 'goes-on' ? restAfter(elements, cues, last, own) : null;
      return made([spanOf(elements, head), ...(rest ? [spanOf(elements, rest)] : [])], cue.group[1], false, 0.8);
    }
  }
  if (complement.kind === 'none') return null;
  const ceiling = clauseEnd(elements, cues, complement.from, own);
  const clause = complement.kind === 'clause' || complement.kind === 'bare';
  const end = clause ? asideStart(elements, complement.from, ceiling) : thingEnd(elements, complement.from, ceiling);
  const content = trimmed(elements, [complement.from, end]);
  if (!content) return null;
  const whole = elements[content[0]]?.kind === 'quote' && content[1] - content[0] === 1;
  return made([spanOf(elements, content)], complement.cueEnd, whole, complement.kind === 'clause' ? 0.85 : 0.7);
}

/** A sentence that only ends in quotation marks before its cue: `The plan is "dead," he said`. */
function wholeBefore(elements: readonly Element[], quote: number): Span | null {
  const plain = elements.slice(0, quote).filter(({ kind }) => kind === 'word').length;
  return plain >= 2 ? spanOf(elements, [0, quote + 1]) : null;
}

/** What goes on after a cue set between commas: "The bridge, he said, was mined." */
function restAfter(elements: readonly Element[], cues: readonly Cue[], last: number, own: number): Stretch | null {
  const comma = elements.findIndex(({ text }, i) => i >= last && text === ',');
  if (comma < 0) return null;
  const next = elements[comma + 1];
  if (!next || isParticiple(next.lower) || ['but', 'who', 'which', 'when', 'as', 'while', 'a', 'an'].includes(next.lower)) return null;
  const rest = trimmed(elements, [comma + 1, clauseEnd(elements, cues, comma, own)]);
  return rest && holdsVerb(elements, rest) ? rest : null;
}

/** "according to": its source, and the clause that it stands beside. */
function accordingTo({ elements, cues }: Context): Draft[] {
  return elements.flatMap(({ lower }, i): Draft[] => {
    if (lower !== 'according' || elements[i + 1]?.lower !== 'to') return [];
    const initial =
      i === 0 ||
      (elements[i - 1]?.text === ',' && elements[i - 2]?.lower === 'that') ||
      elements.slice(0, i).every(({ kind, lower: word }) => kind !== 'word' || ['and', 'but'].includes(word));
    const source = phraseFrom(elements, i + 2, true);
    if (!source) return [];
    const cueSpan: Span = [(elements[verbGroupStart(elements, i)] as Element).start, (elements[i + 1] as Element).end];
    const made = (content: Spans): Draft[] => [
      {
        source: [spanOf(elements, source)],
        cue: [cueSpan],
        content,
        quoted: content.length > 0 && elements[i - 1]?.kind === 'quote',
        confidence: 0.9,
      },
    ];
    if (initial) {
      const content = trimmed(elements, [source[1], elements.length]);
      return content ? made([spanOf(elements, content)]) : [];
    }
    const from = [...cues].reverse().find(({ breaksAt, verb }) => verb < i && breaksAt !== null && breaksAt > 0)?.breaksAt ?? 0;
    const head = trimmed(elements, [Math.max(from, startBefore(elements, [], 0)), i]);
    if (!head) return [];
    const after =
      elements[source[1]]?.text === ','
        ? trimmed(elements, [
            source[1],
            clauseEnd(
              elements,
              cues,
              source[1],
              cues.findLastIndex(({ verb }) => verb < i),
            ),
          ])
        : null;
    const next = after && elements[after[0]];
    const on = after && next && !BREAKS_OFF.has(next.lower) && !isParticiple(next.lower);
    return made([spanOf(elements, head), ...(on ? [spanOf(elements, after)] : [])]);
  });
}

const POSSESSIVES = new Set('his her its their our my'.split(' '));

/** "the mayor" of "the mayor’s claim": back to its article, or over its capitals. */
function possessorBefore(elements: readonly Element[], mark: number): Stretch | null {
  let at = mark;
  while (at > 0 && mark - at < 7) {
    const before = elements[at - 1] as Element;
    if (before.kind !== 'word' || PREPOSITIONS.has(before.lower) || looksLikeVerb(before.lower)) break;
    if (elements[at]?.capital && !before.capital && !DETERMINERS.has(before.lower)) break;
    at -= 1;
    if (DETERMINERS.has(before.lower)) break;
  }
  return at < mark ? [at, mark] : null;
}

/** "his statement that …", "the mayor’s claim that …". */
function nounStatements({ elements, cues }: Context): Draft[] {
  return elements.flatMap(({ lower, capital }, i): Draft[] => {
    if (capital || !NOUNS.has(lower) || elements[i + 1]?.lower !== 'that') return [];
    // One adjective may stand between: "his early warning that".
    const owner = [i - 1, i - 2].find((at) => POSSESSIVES.has(elements[at]?.lower ?? '') || elements[at]?.lower === "'s");
    if (owner === undefined) return [];
    const possessive = elements[owner]?.lower === "'s";
    const phrase = possessive ? possessorBefore(elements, owner) : ([owner, owner + 1] as const);
    if (!phrase) return [];
    const last = cues.findLastIndex(({ verb }) => verb < i);
    const content = trimmed(elements, [i + 1, clauseEnd(elements, cues, i + 1, last)]);
    const source: Stretch = [phrase[0], possessive ? owner + 1 : phrase[1]];
    return content
      ? [
          {
            source: [spanOf(elements, source)],
            cue: [spanOf(elements, [i, i + 1])],
            content: [spanOf(elements, content)],
            quoted: false,
            confidence: 0.7,
          },
        ]
      : [];
  });
}

/** The subject of a segment's first verb: whose "and said" a later one is. */
function mainSubject(elements: readonly Element[]): Stretch | null {
  const reach = Math.min(elements.length, 16);
  for (let i = 1; i < reach; i += 1) {
    const { lower, capital, kind } = elements[i] as Element;
    if (kind === 'quote') return null;
    if (!capital && (FINITE.has(lower) || looksPast(lower) || looksFinite(lower)))
      return subjectBefore(elements, verbGroupStart(elements, i));
  }
  return null;
}

/** Everything that one segment says somebody vouches for. */
export function draftsOf(segment: Segment): Draft[] {
  const { elements } = segment;
  const cues = cuesOf(elements);
  const context: Context = { elements, cues };
  let subject: Stretch | null = mainSubject(elements);
  const drafts: Draft[] = [];
  cues.forEach((cue, i) => {
    const draft = draftOf(context, i, subject);
    if (draft) drafts.push(draft);
    subject = cue.subject ?? subject;
  });
  return [...drafts, ...accordingTo(context), ...nounStatements(context)];
}
