import type { SourceKind } from '../../model/index.ts';
import { fold } from '../words/normalise.ts';
import { paragraphBefore } from '../words/sentence.ts';
import { PRONOUN } from './named.ts';
import { wordsWithin } from './names.ts';

/** Characters before somebody's words in which the body that a "spokeswoman" speaks for is looked for: in the same paragraph. */
const BEFORE = 400;

/** Who has been heard in a report: where, and what the reader holds them for. */
export interface Heard {
  readonly at: number;
  readonly name: string;
  readonly kind: SourceKind;
}

/** Words that stand for several, whoever they are. */
const SEVERAL = /^(?:both|all|some|others|each|neither|many|two|three)\b/i;
/** "The payroll", of which a reader could not tell what it is. */
const PAPER = /\b(?:payroll|file|log|slip|letter|list|report|note|page|record|draft|manifest|minutes)s?$/i;
const NO_BODY: ReadonlySet<SourceKind> = new Set(['person', 'anonymous', 'document', 'media']);

/** "Guard scouts": several people, and no body that "its spokeswoman" speaks for; "security forces" may be one. */
const MANY = /\s(?!(?:forces|services|railways|airways|works|news)$)\p{Ll}{3,}[^s\W]s$/u;

/** Bodies alone: whoever is one person, several, a paper or an outlet has no spokeswoman here. */
const isBody = ({ kind, name }: Heard): boolean =>
  !NO_BODY.has(kind) && !PRONOUN.test(name) && !SEVERAL.test(name) && (kind !== 'unknown' || !PAPER.test(name));

/**
 * The body that "its spokeswoman" or "a spokeswoman" speaks for: the nearest in the same paragraph before her that was heard itself, or is
 * known by name; farther back only where one body alone has been heard in the report.
 */
export function bodyBefore(text: string, start: number, heard: readonly Heard[], bodies: readonly string[]): string | null {
  const before = paragraphBefore(text, start, BEFORE);
  const from = start - before.length;
  const named = bodies.map((name) => ({ name, at: from + before.lastIndexOf(name) })).filter(({ at }) => at >= from);
  const spoken = heard.filter((one) => one.at >= from && one.at < start && isBody(one));
  const near = [...named, ...spoken].sort((a, b) => b.at - a.at || b.name.length - a.name.length)[0]?.name;
  if (near) return near;
  const all = new Set(heard.filter((one) => one.at < start && isBody(one)).map(({ name }) => name));
  return all.size === 1 ? ([...all][0] as string) : null;
}

/** The beginnings of sentences in a stretch of text, the text's own first. */
const sentenceStarts = (text: string): number[] => [
  0,
  ...[...text.matchAll(/[.!?]["”’]?\s+(?=["“‘]?\p{Lu})/gu)].map(({ index, 0: found }) => index + found.length),
];

/** A subject of its own that is no name: "The works at Hallow, which get their ore by rail, would have to …, its director said." */
const OTHER_SUBJECT = /^["“‘]?(?:The|A|An|This|That)\s\p{Ll}/u;

/**
 * What "its spokeswoman" speaks for: the body nearest before her in the same paragraph that was heard itself or begins a sentence, as its
 * subject; else the only one named there. Null where her own sentence has another subject, or several bodies could be meant.
 */
export function subjectBefore(text: string, start: number, heard: readonly Heard[], bodies: readonly string[]): string | null {
  const before = paragraphBefore(text, start, BEFORE);
  const from = start - before.length;
  const starts = sentenceStarts(before);
  const spoken = heard.filter((one) => one.at >= from && one.at < start && isBody(one) && !MANY.test(one.name));
  const begins = (name: string): number =>
    starts.findLast((at) => before.startsWith(name, at) || before.startsWith(`The ${name}`, at) || before.startsWith(`“${name}`, at)) ?? -1;
  const subjects = bodies.map((name) => ({ name, at: from + begins(name) })).filter(({ name, at }) => at >= from && !MANY.test(name));
  const near = [...subjects, ...spoken].sort((a, b) => b.at - a.at || b.name.length - a.name.length)[0];
  const own = from + (starts.at(-1) ?? 0);
  if (near && (near.at >= own || !OTHER_SUBJECT.test(before.slice(own - from)))) return near.name;
  if (OTHER_SUBJECT.test(before.slice(own - from))) return null;
  const named = new Set(bodies.filter((name) => before.includes(name)));
  const longest = [...named].filter((name) => ![...named].some((other) => other !== name && other.includes(name)));
  return longest.length === 1 ? (longest[0] as string) : null;
}

/**
 * "The ministry", "the foreign ministry": the body heard last before that goes by these words or named since in the same paragraph, or the
 * only one of the story that does.
 */
export function bodyCalled(
  words: readonly string[],
  start: number,
  heard: readonly Heard[],
  bodies: readonly string[],
  text = '',
): string | null {
  // "The plant's union" is no plant.
  const goesBy = (name: string): boolean => wordsWithin(words, fold(name.replace(/\S+[’']s\s/g, '')).split(' '));
  const last = heard.findLast((one) => one.at < start && isBody(one) && goesBy(one.name));
  // "A senior official at the Justice Ministry said so. The ministry's spokeswoman …": named in the same paragraph, nobody having quoted it.
  const before = paragraphBefore(text, start, BEFORE);
  const named = bodies
    .filter(goesBy)
    .map((name) => ({ name, at: before.lastIndexOf(name) }))
    .filter(({ at }) => at >= 0 && at + start - before.length > (last?.at ?? -1))
    .sort((a, c) => c.at - a.at || c.name.length - a.name.length)[0];
  if (named) return named.name;
  if (last) return last.name;
  const fits = bodies.filter(goesBy);
  return fits.length === 1 ? (fits[0] as string) : null;
}

/** "Inspectors of the Water Directorate who examined the dam found no crack": people of a body, as their sentence's subject. */
const PEOPLE_OF =
  /^["“]?(?:The\s)?(?:\p{L}[\p{L}-]{2,20}\s)?\p{L}[\p{L}-]{2,20}s\s(?:of|from)\s(?:the\s)?(?<body>\p{Lu}[\p{L}’'-]{1,30}(?:\s(?:(?:of|for)\s(?:the\s)?)?\p{Lu}[\p{L}’'-]{1,30}){1,5})\s/u;

/** The body whose people "their leader" leads: the last in the same paragraph who are the subject of a sentence. */
export function peopleBefore(text: string, start: number): string | null {
  if (!/\btheir\b/.test(text.slice(start, start + LED))) return null;
  const before = paragraphBefore(text, start, BEFORE);
  const told = sentenceStarts(before).flatMap((at) => PEOPLE_OF.exec(before.slice(at, at + LONGEST))?.groups?.body ?? []);
  return told.at(-1) ?? null;
}

/** Characters within which an introduction says "their", and those of a subject. */
const LED = 60;
const LONGEST = 200;
