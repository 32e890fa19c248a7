import type { Span, Statement, StatementSource } from '../../model/index.ts';
import { standsAlone } from './cuts.ts';

/** Little words before a verb: "still maintains", "has since held". */
const BEFORE = '(?:(?:still|now|also|long|since|later|thereupon|already|even|again|once|always|has|have|had)\\s){0,4}';
const HOLDS =
  '(?:maintain(?:s|ed)?|h(?:eld|olds?)|insist(?:s|ed)?|claim(?:s|ed)?|asserts?|asserted|argue[sd]?|sa(?:id|ys?)(?=\\sat\\sfirst))';
const KEEPS = '(?:st(?:ands?|ood)\\sby|st(?:icks?|uck)\\sto|h(?:eld|olds?)\\sto)';
const TAKES_BACK =
  '(?:withdrew|withdraws|withdrawn|t(?:ook|akes|aken)\\sback|dropped|drops|retracted|retracts|gave\\sup|given\\sup|abandoned|no\\slonger\\sstands\\sby)';
const SAYING = '(?:statement|claim|charge|announcement|assertion|accusation|report|story|position|version|account|view|allegation)';
const WHOSE = `(?:its|his|her|their|the)\\s${SAYING}(?:\\s(?:of|made)\\s[^,;:]{1,30}?)?`;
/** What stands between such a verb and its clause: "has held since Saturday that". */
const WHEN = '(?:\\s(?:since\\s\\S{1,30}|at\\sfirst|so\\sfar|until\\snow|from\\sthe\\s\\S{1,30}|on\\s\\S{1,30}))?';
/**
 * Who maintains something, or takes back what he had said, and what: in a sentence's beginning, or in a clause that hangs on who was named
 * right before it. Bounded, so that it is linear in the text.
 */
const MAINTAINED = new RegExp(
  `^(?:(?:In|On|At|Until|Since|By|For)\\s[^,;:"“]{1,30}?,?\\s(?:where\\s)?)?(?<who>[^,;:"“”.]{2,70}?)\\s(?:(?:on\\s\\S{1,30}\\s)?${BEFORE})(?:(?<holds>${HOLDS}${WHEN}|${KEEPS}\\s${WHOSE})|(?<back>${TAKES_BACK}\\s${WHOSE}|no\\slonger\\smaintains?))\\sthat\\s(?<what>\\S.{8,300})$`,
  'su',
);
const PRONOUN = /^(?:it|he|she|they)$/i;
const RELATIVE = /^(?:who|which)$/i;
/** Words before a subject that are none of it: "in Ostby the Water Authority". */
const NOBODY = /^(?:who|which|where|when)\s|\b(?:nobody|someone|somebody|everyone|people|there|that|what|some|many)\b/i;
/** Characters between who was named and the clause that hangs on it. */
const HANGS = 4;

const startOf = ({ content }: Statement): number => content.spans[0]?.[0] ?? 0;

/** Where a source is named, the first word of it. */
const namedAt = ({ source }: Statement): number => source?.spans[0]?.[0] ?? -1;

/** The source that a pronoun at an offset stands for: the last one named before it in its paragraph, or for "who" the one right before it. */
function antecedent(pronoun: string, at: number, text: string, named: readonly Statement[]): Statement | null {
  if (RELATIVE.test(pronoun)) return named.find(({ source }) => source?.spans.some(([, end]) => end <= at && at - end <= HANGS)) ?? null;
  const last = named.findLast((one) => namedAt(one) < at && one.source?.name !== null);
  return last && !/\n\s*\n/.test(text.slice(namedAt(last), at)) ? last : null;
}

/**
 * A statement of an outlet's own voice that tells what somebody maintains or takes back ("until now it had maintained that there were 214",
 * "the guild has dropped its claim that …"), as that one's statement; null where it is none, or nobody can be meant.
 * @param named the report's statements that name a source, in their order.
 */
export function maintained(statement: Statement, text: string, named: readonly Statement[]): Statement | null {
  const { content } = statement;
  const [span] = content.spans;
  if (statement.voice !== 'outlet' || !span || content.spans.length !== 1) return null;
  const found = MAINTAINED.exec(text.slice(...span));
  const { who, what, back } = found?.groups ?? {};
  if (!found || !who || !what || NOBODY.test(who)) return null;
  const at = span[0] + found[0].indexOf(who);
  const source = sourceAt(who, at, text, named);
  const start = span[1] - what.length - 'that '.length;
  // "Where the ministry had maintained that nobody crossed it, the mood was sour": the clause that hangs on somebody ends at its comma.
  const hangs = RELATIVE.test(who) || /\bwhere\s$/.test(text.slice(span[0], at));
  const end = start + (hangs ? (/^[^,]*/.exec(text.slice(start, span[1]))?.[0].length ?? 0) : span[1] - start);
  if (!source || !standsAlone(text.slice(start, end))) return null;
  return {
    ...attributed(statement, text, source, [start, end]),
    cue: { spans: [[at + who.length + 1, start - 1]], text: text.slice(at + who.length + 1, start - 1) },
    stance: back ? 'denies' : 'asserts',
    certainty: back ? { level: 'denied', words: [] } : statement.certainty,
  };
}

type Whose = Pick<Statement, 'source' | 'chain'>;

/** Whom a phrase at an offset names, or for a pronoun whom it stands for. */
function sourceAt(who: string, at: number, text: string, named: readonly Statement[]): Whose | null {
  const spans: readonly Span[] = [[at, at + who.length]];
  if (PRONOUN.test(who) || RELATIVE.test(who)) {
    const before = antecedent(who, at, text, named);
    return before?.source ? { source: { ...before.source, spans, text: who }, chain: before.chain } : null;
  }
  const source: StatementSource = { spans, text: who, name: null, kind: 'unknown' };
  return { source, chain: [] };
}

/** A statement as somebody's own, with what of its facts stands in the words given. */
export function attributed({ voice: _, ...statement }: Statement, text: string, { source, chain }: Whose, [start, end]: Span): Statement {
  const inside = ({ spans }: { readonly spans: readonly Span[] }): boolean => spans.every(([from, to]) => start <= from && to <= end);
  return {
    ...statement,
    source,
    chain,
    content: { spans: [[start, end]], text: text.slice(start, end) },
    quantities: statement.quantities.filter(inside),
    times: statement.times.filter(inside),
    places: statement.places.filter(inside),
  };
}

/** The statements of a report that name a source, in their order. */
export const naming = (statements: readonly Statement[]): Statement[] =>
  statements
    .filter((one) => one.voice !== 'outlet' && namedAt(one) >= 0)
    .sort((a, b) => namedAt(a) - namedAt(b) || startOf(a) - startOf(b));

/** What an outlet's own sentence has of a source: nothing. */
export const OWN = {
  source: null,
  cue: null,
  chain: [],
  basis: [],
  certainty: { level: 'unknown', words: [] },
  stance: undefined,
  quotation: 'indirect',
  depth: 0,
  within: null,
  forecast: null,
  saidWhen: null,
  voice: 'outlet',
} as const;
