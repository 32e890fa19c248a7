import type { Span } from '../../model/index.ts';
import { hasFiniteVerb } from './finite.ts';

/** Fewer words are no proposition of their own. */
const FEWEST_WORDS = 3;
/** Verbs by which a clause after a bare "and" is sure to be one: "and 540 had been injured". */
const AUXILIARY = '(?:is|are|was|were|has|had|have|will|would|can|cannot|could|may|might|must|should|did|does|do)';
/** How many people, in "and eleven burned". */
const NUMBER =
  '(?:\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}+teen|\\p{L}+ty(?:-\\p{L}+)?|another\\s\\S+|at least\\s\\S+|some\\s\\d\\S*|about\\s\\S+)';
/** Second verbs that share a "will" or "would" with a first one, each with a count of its own: "will hand over 84 and receive 62". */
const BASE =
  '(?:add|arrest|build|buy|close|create|cut|deliver|deploy|evacuate|free|get|give|hand|hire|invest|keep|lay|lend|move|open|pay|produce|pull|raise|receive|recruit|release|repay|return|save|sell|send|shed|shut|spend|supply|take|train|withdraw)';
/** Words that can begin a clause's subject: a noun alone ("men and women") goes on with what is before. */
const SUBJECT =
  "(?:(?:that|later|then|now|so|yet)\\s+)*(?:\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\p{L}+teen|\\p{L}+ty(?:-\\p{L}+)?|he|she|it|they|we|I|you|there|each|both|none|nobody|everybody|some|another|others|many|most|more|the|a|an|his|her|its|their|our|my|this|these|those|no|at least|about|up to|\\p{Lu}[\\p{L}’'-]+)";
/**
 * The end of a sentence; a semicolon; a colon before a clause; people of another lot ("and eleven burned"); a second count ("and receive 62"); a comma with "and" or "but"; a bare "and" before a clause of its own, before "that" (as in a list of such clauses), or before the
 * auxiliary of a second verb ("had not resigned and would serve"); a clause that hangs behind a comma; and what a figure is compared with
 * behind one ("2.35 billion, up from 2.1 billion": the old figure is not what is stated).
 */
const CUTS = new RegExp(
  [
    `(?<colon>(?<=[\\p{L}\\d”"’)]):\\s+(?=["“‘]?[\\p{L}\\d]))`,
    `(?<hurt>\\s(?:and|but)\\s+(?=${NUMBER}(?:\\s\\p{Ll}+){0,2}\\s(?:were\\s)?(?:killed|injured|wounded|hurt|burned|burnt|missing|arrested|detained|rescued|displaced|evacuated)\\b))`,
    `(?<sentence>[.!?]["”’]?\\s+(?=["“‘]?[\\p{Lu}\\d]))`,
    `(?<clause>;\\s+|\\s[—–]\\s(?=(?:and|but)\\s)|,\\s+(?:and|but)\\s+)`,
    `(?<joined>\\s(?:and|but)\\s+(?=${SUBJECT}(?:\\s+(?!(?:who|which|that|and|or)\\b)[^\\s,;]+){0,5}?\\s+${AUXILIARY}\\b))`,
    `(?<that>(?:\\s(?:and|but)|(?<=\\p{L}{2}|\\d),)\\s+(?=that\\s(?!is,)))`,
    `(?<shared>\\s(?:and|but)\\s+(?=${AUXILIARY}\\s))`,
    `(?<counted>\\s(?:and|but)\\s+(?=${BASE}\\s(?:(?:back|out|off|up|over|away|on|in)\\s)?${NUMBER}\\s))`,
    `(?<aside>,\\s+(?=(?:after|when|because|although|though|while|since|which|whose|where|who)\\s))`,
    `(?<beside>,\\s+(?=(?:up from|down from|compared (?:with|to)|instead of|against|among them|including|a figure|a number|half as many|twice as many|on the strength of|out of the|for which|as (?:found|counted|estimated|reported) by)\\s))`,
  ].join('|'),
  'gu',
);
/** A clause by its first word, whatever its verb. */
const CLAUSE = /^\s*that\s(?:\S+\s+){3}/;
/** Characters before a second count in which the first one stands. */
const COUNTED_WITHIN = 200;
/** What comes before a second count: the first, behind the verb that both share. */
const FIRST_COUNT = new RegExp(`\\b(?:will|would|shall|to)\\s[^,;:]*\\b${NUMBER}\\b[^,;:]*$`, 'u');
/** What leads a bare "and" that joins no clauses: "between … and", "both … and", or a relative clause that goes on. */
const HOLDS_ON = /\b(?:between|both|who|which|whose|whom|if|whether|when|because|once|until|unless|where|while)\b[^,;]*$/i;

/** What a full stop after does not end a sentence: initials, titles, months, what firms are. Where one may do both, the text stays whole. */
const ABBREVIATED =
  /(?:^|[\s("“‘'’-])(?:\p{L}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Col|Maj|Lt|Cmdr|Capt|Adm|Sgt|Cpl|Sen|Rep|Gov|Rev|Hon|St|Mt|Ft|Nos?|Jr|Sr|Inc|Ltd|Cos?|Corp|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|vs|approx|c)$/u;

const wordsOf = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const bare = (text: string): string => text.replace(/^["“”‘’'\s,;:.—–-]+|["“”‘’\s,;:—–-]+$/gu, '');

/** Whether a stretch of text states something by itself. */
export const standsAlone = (text: string): boolean => {
  const words = bare(text);
  return wordsOf(words) >= FEWEST_WORDS && hasFiniteVerb(words);
};

/** What follows a colon up to where it may end: a list ("three towns: Orr, Ostby and Lome, which …") states nothing by itself. */
const firstClause = (text: string): string => /^[^,;:.]*/.exec(text)?.[0] ?? '';

/** A stretch without the blanks, marks and joining words around it. */
function trimmed(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end);
  const from = start + (/^(?:[\s,;:—–-]|(?:and|but)\s)*/.exec(words)?.[0].length ?? 0);
  return [from, Math.max(from, end - (/[\s,;:—–]*$/.exec(text.slice(from, end))?.[0].length ?? 0))];
}

/** Cuts one span of a report's text into what states something by itself; a piece that does not stays with the one before it. */
export function cutSpan(text: string, [start, end]: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(CUTS)) {
    const at = start + match.index;
    const rest = at + match[0].length;
    const left = text.slice(from, at);
    const { sentence, joined, that, beside, colon, hurt, counted } = match.groups ?? {};
    if (!standsAlone(left) && !(that && CLAUSE.test(left))) continue;
    if (counted && !FIRST_COUNT.test(left.slice(-COUNTED_WITHIN))) continue;
    if (!beside && !hurt && !counted && !standsAlone(text.slice(rest, end))) continue;
    if (sentence?.startsWith('.') && ABBREVIATED.test(left)) continue;
    if ((joined || hurt) && HOLDS_ON.test(left)) continue;
    if (that?.startsWith(',') && !CLAUSE.test(left)) continue;
    if (colon && !standsAlone(firstClause(text.slice(rest, end)))) continue;
    const kept = sentence ? at + match[0].trimEnd().length : at;
    found.push(trimmed(text, [from, kept]));
    from = rest;
  }
  return [...found, trimmed(text, [from, end])];
}
