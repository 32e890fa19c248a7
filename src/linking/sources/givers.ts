import type { SourceKind, Statement } from '../../model/index.ts';
import type { LinkReport } from '../input.ts';
import { fold } from '../words/normalise.ts';
import { paragraphBefore } from '../words/sentence.ts';

/** Verbs by which a body gives a figure without being quoted: "the directorate raised the toll to 74". */
const GIVES =
  /\s(?:(?:itself|himself|herself|itself,|has|have|had|now|also|later|since|already|still|only|first|once)\s){0,4}(?:puts?|raised|raises|lowered|lowers|revised|revises|corrected|counts?|counted|estimated|estimates|(?:gave|given|gives)(?= (?:the |a |an )?(?:number|figure|toll|count|total|share|\d|it [^.;]{0,40}\bas\b))|brought|brings|recorded|recalled|is recalling|expects|expected|speaks of|spoke of|spoken of|speak of|says?|said|promised|announced|reported|reports|values|valued|listed|lists|recorded|knows of|claims|claimed|arrived at|arrives at|came to|comes to|(?:is|was|stands|stood|remains|remained)(?: still)? at(?= \d))\s/;
/** Verbs by which somebody binds himself or goes back on what he said, figure or none: "Ostby Power had promised to", "she abandoned her figure". */
const BINDS =
  /\s(?:has|have|had|later|now|again|also)?\s?(?:(?:promised|undertaken|pledged|vowed|offered|agreed)\s(?:last\s\p{L}+\s|on\s\p{L}+\s|then\s)?to|(?:abandoned|withdrew|withdrawn|retracted|dropped|repeated|corrected)\s(?:her|his|its|their|the (?=figure|number|claim|report|estimate|statement|accusation))|(?:stood|stands|stand)\sby)\s?/u;
/** "…, the judges found", "…, the site reported on Saturday": who hands a whole sentence on, after it. */
const HANDED_ON =
  /,\s["”’]?(?<who>(?:\S+\s){1,12}?)(?:said|says|found|finds|reported|reports|announced|estimates|estimated|has learned|has reported|ruled|concluded|concludes|forecast|forecasts|predicted|warned|warns|admitted|confirmed|calculated|maintains?|maintained|insists?|insisted|repeats?|repeated|promises|promised|states?|stated|adds?|added|went on|goes on|made known|testified|believes|argues|argued)\b(?:\s(?:in|on|late|early|yesterday|today)\s[^,]{0,40})?(?:,\s(?:citing|quoting)\s[^.]{0,80})?\.?["”’]?$/u;
const PRONOUN = /^(?:it|they|he|she|which|who)$/i;
const LEADS = /^(?:in|on|by|at|for|since|after|until)\s+[^,]{1,30},\s+|^(?:in|on|by)\s+\S+,?\s*|^at\s+(?=the\s)/i;
const FILLERS = /\s(?:itself|himself|herself|they|now|still|also|again)$/i;
/** "The company's first version was that …": whose version a sentence gives. */
const VERSION =
  /^(?<who>[^,.;:]{2,50}?)[’']s\s(?:\p{Ll}{3,10}\s)?(?:version|account|story|explanation|position|answer|claim|figure|count)\s(?:is|was|had been)\s(?:still\s)?(?:that\s|\d)/u;
/** "By her count it has killed 23", "those who, on Quill's count, were cut off". */
const BY_COUNT =
  /(?:^By|,\s(?:on|by))\s(?:(?<pronoun>his|her|its|their)|(?<who>(?:\S{2,20}\s){0,4}?\S{2,20})[’']s?)\s(?:own\s)?(?:count|estimate|reckoning|account|figures)\b/u;
/** "It raised the rating of the event to level 2": what only the body that rates can say. */
const RATES =
  /\s(?:has\s|had\s)?(?:placed|put|rated|classed|raised|lowered|assigned)\s(?:the\s|its\s|it\s|this\s)[^.;,]{0,50}?(?:at|to|as)\s(?:level|category|grade|stage|class)\s/;
/** "He himself had seen them": a witness's own account goes on. */
const SAW = /^(?:He|She)\s(?:himself|herself)\s(?:had\s)?(?:seen|saw|heard|counted|found)\b/;
/** "By Wednesday night it had registered 11,400": a pronoun behind a time. */
const BEHIND_TIME = /^(?:By|On|Until|Since|Before|After)\s(?:[\p{L}\p{N}.]{1,12}\s){1,4}(?<pronoun>it|they|he|she)\s(?:has|had|have)\s/u;
/** ", said Ada Roe, who heads the union, and": what stands between the first half of what somebody says and the second. */
const AND_ALSO = /^,?["”’]?,?\s(?:said|says|added)\s[^.!?\n]{3,120}(?:,\s)?and\s$/u;

/** "…, in the official's view", "…, by the county's count": whose view or count a whole sentence is. */
const IN_VIEW =
  /,\s(?:in|by|on)\s(?<who>(?:\S{1,30}\s){0,5}\S{1,30}?)[’']s?\s(?:own\s)?(?:view|opinion|judgement|estimate|count|reckoning|account|figures|words)\.?$/u;

/** The words that can name the subject: what stands before the verb, and each part of it between commas. */
function subjects(sentence: string, gives: RegExp = GIVES): string[] {
  const verb = gives.exec(` ${sentence}`);
  if (!verb) return [];
  const before = sentence.slice(0, Math.max(0, verb.index)).trim();
  return namesIn(before);
}

/** "A report seen by Quill": who read a paper gives none of its figures. */
const SEEN_BY = /,?\s(?:and\s)?(?:seen|obtained|reviewed|read|viewed|acquired|examined)\sby\s.*$/u;

/** A phrase as names to look for: whole, its parts between commas, and the capitalised words that close each. */
function namesIn(phrase: string): string[] {
  return (
    [phrase, ...phrase.split(/,\s*/)]
      .map((part) => part.replace(SEEN_BY, '').replace(LEADS, '').replace(FILLERS, '').trim())
      .flatMap((part) => [part, part.replace(/\sin\s\p{Lu}\p{L}+$/u, '')])
      // "During the trial she": the pronoun right before the verb.
      .flatMap((part) => [part, ...(/(?<=\s)(?:it|he|she|they)$/.exec(part) ?? [])])
      .flatMap((part) => [part, ...(/(?<=\s)(?:the|its|their)\s(?:\p{Ll}+\s){0,2}\p{Ll}+$/u.exec(part) ?? [])])
      .flatMap((part) => [part, ...(GENERIC.exec(part) ?? [])])
      .flatMap((part) => [part, ...endings(/(?:\p{Lu}[\p{L}’'.-]+\s)*\p{Lu}[\p{L}’'.-]+$/u.exec(part)?.[0] ?? '')])
      .filter((part) => part.length > 1 && !ANYBODY.test(part))
  );
}

/** "Ostby police": the police, where only one is heard. */
const GENERIC = /(?<=\p{Lu}\p{Ll}+\s)(?:police|army|navy|firefighters|prosecutors)$/u;

/** Nobody in particular gives no figure: "Someone had put out two more". */
const ANYBODY = /^(?:some(?:one|body)|any(?:one|body)|every(?:one|body)|nobody|people|others|both|all)$/i;

/** "Captain Luis Saar", "Luis Saar", "Saar": a name with ever less before it. */
const endings = (name: string): string[] => name.split(' ').map((_, i, words) => words.slice(i).join(' '));

/** A source as a report speaks of it: where, and by which noun it may be called for short. */
interface Heard {
  readonly end: number;
  readonly source: string;
  /** Whether it was heard with a figure: the sentence after it may go on with the same count. */
  readonly counts: boolean;
}

const FIRM = /^(?:company|firm|operator|manufacturer|maker|carmaker|airline)$/;

/** Whether a body that goes by these names may be "the company", "the board": the noun is one of its words. */
function callable(noun: string, names: readonly string[]): boolean {
  return names.some((name) => fold(name).split(' ').includes(noun));
}

/**
 * Who gives what a report states in its own voice: statement id → source id. Only where the sentence's subject gives a figure, or the
 * sentence ends with who said it, or it goes on with the count of the statement before it; and only sources known by that name, the one body just spoken of that goes by that noun, or, for a
 * pronoun, the source of the statement before in the same paragraph. Whatever else stays the outlet's.
 * @param namesOf every name of a source.
 * @param kindOf what a source is held for.
 */
export function figureGivers(
  { report, statements }: LinkReport,
  find: (name: string) => string | null,
  sourceOf: (statementId: string) => string | null,
  namesOf: (sourceId: string) => readonly string[],
  kindOf: (sourceId: string) => SourceKind | null = () => null,
): Map<string, string> {
  const found = new Map<string, string>();
  const ordered = [...statements].sort((a, b) => placeOf(a) - placeOf(b));
  const heard: Heard[] = [];
  /** "The mission": the source heard last that is called so. */
  const called = (name: string): string | null => {
    const noun = /^(?:the|its|their|this)\s+(?:\S+\s)?(\S+)$/i.exec(name)?.[1]?.toLowerCase();
    if (noun && FIRM.test(noun)) return heard.findLast(({ source }) => kindOf(source) === 'company')?.source ?? null;
    return noun ? (heard.findLast(({ source }) => callable(noun, namesOf(source)))?.source ?? null) : null;
  };
  for (const statement of ordered) {
    const start = placeOf(statement);
    const end = statement.content.spans.at(-1)?.[1] ?? start;
    const known = sourceOf(statement.id);
    if (statement.voice === 'outlet') {
      const last = heard.at(-1);
      const near = last && !/\n\s*\n/.test(report.text.slice(last.end, start)) ? last.source : null;
      const fitting = (pronoun: string): string | null => {
        if (near !== null && fits(pronoun, kindOf(near))) return near;
        return /^it$/i.test(pronoun) ? subjectOfBefore(report.text, start, find, kindOf) : null;
      };
      const named = (name: string): string | null => (PRONOUN.test(name) ? fitting(name) : (find(name) ?? called(name)));
      const count = BY_COUNT.exec(statement.content.text)?.groups;
      const handed = (
        HANDED_ON.exec(statement.content.text) ??
        IN_VIEW.exec(statement.content.text) ??
        VERSION.exec(statement.content.text)
      )?.groups?.who?.trim();
      const pronoun = /^(It|They|He|She)\s(?:has|have|had|now|is|was)\b/.exec(statement.content.text)?.[1];
      const names = [
        ...(pronoun && counted(statement) && !PASSIVE.test(statement.content.text) ? [pronoun] : []),
        ...(handed ? namesIn(handed) : []),
        ...(count?.who ? namesIn(count.who) : count?.pronoun ? [POSSESSES[count.pronoun] ?? 'it'] : []),
        ...(statement.quantities.length > 0 && GOES_ON.test(statement.content.text) ? beginningOf(report.text, start) : []),
        ...(SAW.test(statement.content.text) ? ['he'] : []),
        ...(counted(statement) ? (BEHIND_TIME.exec(statement.content.text)?.groups?.pronoun ?? []) : []),
        ...(statement.quantities.length > 0 ? subjects(statement.content.text) : []),
        ...subjects(statement.content.text, BINDS),
        ...subjects(statement.content.text, RATES),
      ];
      const counts = counted(statement);
      // "…, the coastguard said. By morning 96 had been rescued": the count goes on, and nobody else is named.
      const goesOn =
        counts &&
        near !== null &&
        last?.counts &&
        last.end + FOLLOWS > start &&
        names.length === 0 &&
        !OTHER_SUBJECT.test(statement.content.text) &&
        !/^if\s/i.test(statement.content.text);
      // "…, he said. The search would go on for days": the outlet itself would write "will".
      const subjectOf = foretoldOf(statement.content.text);
      const foretold =
        subjectOf !== undefined && last !== undefined && last.end + FOLLOWS > start && (PRONOUN.test(subjectOf) || !named(subjectOf));
      const backshifted = last !== undefined && last.end + FOLLOWS > start && BACKSHIFTED.test(statement.content.text);
      const indirect = near !== null && (INDIRECT.test(statement.content.text) || foretold || backshifted);
      const alsoSaid = near !== null && last !== undefined && AND_ALSO.test(report.text.slice(last.end, start));
      const giver =
        names.map(named).find((id) => id !== null) ?? (goesOn || indirect || alsoSaid ? near : ownPlan(statement, named, kindOf));
      if (giver) {
        found.set(statement.id, giver);
        heard.push({ end, source: giver, counts });
        continue;
      }
      const subject = find(SUBJECT.exec(statement.content.text)?.[1] ?? '');
      if (subject) heard.push({ end, source: subject, counts: counted(statement) });
    }
    const cueSubject = known === null && statement.voice !== 'outlet' ? subjectOfCue(statement, report.text) : null;
    const giver =
      cueSubject === null
        ? null
        : (namesIn(cueSubject)
            .map((name) => find(name) ?? called(name))
            .find((id) => id !== null) ?? null);
    if (giver) {
      found.set(statement.id, giver);
      heard.push({ end, source: giver, counts: counted(statement) });
    }
    if (known) heard.push({ end, source: known, counts: counted(statement) && statement.quotation !== 'direct' });
  }
  return found;
}

/** What stands from the beginning of a statement's sentence to the verb that is its cue, or to the verb before "its statement that"; null where neither is there. */
function subjectOfCue({ cue, source }: Statement, text: string): string | null {
  const at = cue?.spans[0]?.[0];
  if (at === undefined || cue === null || source !== null) return null;
  const before = text.slice(Math.max(0, at - LOOKED_BACK), at);
  const sentence = before.split(/[.!?]["”’]?\s+(?=["“‘]?\p{Lu})|\n\s*\n|—\s/u).at(-1) ?? '';
  if (/^(?:had|has|have)\s\p{Ll}+$/u.test(cue.text)) return sentence.trim();
  if (!/^(?:its|their|his|her)\s/.test(cue.text)) return null;
  return (
    /^(?<who>(?:\S+\s){1,12}?)(?:(?:who|which|that)\s[^,]{3,80}?\s)?(?:took back|takes back|withdrew|withdraws|dropped|gave up|retracted|corrected|repeated)\s/
      .exec(sentence)
      ?.groups?.who?.trim() ?? null
  );
}

/** "…, and puts the number at 900": the second verb of a sentence whose subject stands at its beginning. */
const GOES_ON = /^(?:and\s)?(?:puts?|says|said|counts?|counted|estimates?|estimated|speaks of|spoke of)\s/;

/** The name that begins the sentence in which an offset is, if one does. */
function beginningOf(text: string, start: number): string[] {
  const before = text.slice(Math.max(0, start - LOOKED_BACK), start);
  const sentence = before.split(/[.!?]["”’]?\s+(?=["“‘]?\p{Lu})|\n\s*\n/u).at(-1) ?? '';
  const name = [...sentence.matchAll(BEGINS)].at(0)?.groups?.name;
  return name === undefined || before.length === sentence.length ? [] : [name];
}

/** Whether a pronoun may stand for a source of a kind: "it" for no person, "she" for no body. */
function fits(pronoun: string, kind: SourceKind | null): boolean {
  if (/^it$/i.test(pronoun)) return kind !== 'person' && kind !== 'anonymous';
  return !/^(?:he|she)$/i.test(pronoun) || kind === 'person' || kind === 'anonymous' || kind === 'unknown' || kind === null;
}

const POSSESSES: Readonly<Record<string, string>> = { his: 'he', her: 'she', its: 'it', their: 'they' };
/** "Quill Motors does.": a name that begins a sentence. */
const BEGINS =
  /(?:^|[.!?]["”’]?\s)(?:The\s)?(?<name>\p{Lu}[\p{L}’'&-]{1,30}(?:\s(?:(?:of|for|and)\s)?\p{Lu}[\p{L}’'&-]{1,30}){0,5})\s\p{Ll}/gu;
/** Characters before a sentence in which the body that "it" goes on with begins one. */
const LOOKED_BACK = 200;

/** The body that begins a sentence last before an offset, in the same paragraph; null where another name begins one after it. */
function subjectOfBefore(
  text: string,
  start: number,
  find: (name: string) => string | null,
  kindOf: (sourceId: string) => SourceKind | null,
): string | null {
  const last = [...paragraphBefore(text, start, LOOKED_BACK).matchAll(BEGINS)].at(-1)?.groups?.name;
  const id = last === undefined ? null : find(last);
  return id !== null && OWN_PLANS.has(kindOf(id) ?? 'unknown') ? id : null;
}

/** Characters between a source's statement and a sentence that goes on with its count. */
const FOLLOWS = 220;
/** The subject of an outlet's own sentence: "it" in the next one may mean it. */
const SUBJECT = /^((?:The\s)?[\p{L}’'& -]{3,50}?)\s(?:has|have|had|will|is|was|ended|began|started|opened|closed|stopped)\b/u;
/** "It was sent to four managers": what is told of it, and not by it. */
const PASSIVE = /^\S+\s(?:is|was|were|has been|had been)\s(?:\p{L}+ed|sent|given|told|seen|found|sold|made)\b/iu;
const INDIRECT = /^(?!would\b)(?!.*\bif\b)[^"“]*\bwould (?!have (?!to\b))/i;
/** "…, he said. There had been no cream.": told as he told it. */
const BACKSHIFTED = /^(?:(?:There|They|It|Nobody|Nothing)\s(?:\p{Ll}{2,12}\s)?had\s|Nor\shad\s)/u;
/** "…, the prosecutor said. A trial will begin in September.": who speaks of it would know. */
const FORETOLD = /^([^"“,;:]{2,60}?)\s(?:will|is to|are to)\s(?:not\s|be\s)?\p{Ll}/u;
const BY_WHEN = /\b(?:by|in|on|before|until|within|from|after)\s/;

/** The subject of a sentence that tells what will be and by when, without a quotation in it; undefined for any other. */
function foretoldOf(sentence: string): string | undefined {
  const found = /["“]/.test(sentence) ? null : FORETOLD.exec(sentence);
  return found && BY_WHEN.test(sentence.slice(found[0].length)) ? found[1] : undefined;
}
/** "The board will decide on a fine before Christmas": what a body is to do itself, and by when, it has said. */
const OWN_ACT =
  /\s(?:will|is to)\s(?:not\s)?(?:decide|rule|publish|announce|report|vote|meet|sit|present|give|issue|release|open|close|reopen|hold|begin|start|resume)\b/;

/** The body whose own plan a sentence tells, or null. */
function ownPlan(
  { content, times }: Statement,
  named: (name: string) => string | null,
  kindOf: (sourceId: string) => SourceKind | null,
): string | null {
  const subject = times.length > 0 && OWN_ACT.test(content.text) ? foretoldOf(content.text) : undefined;
  const id = subject && !PRONOUN.test(subject) ? named(subject) : null;
  return id && OWN_PLANS.has(kindOf(id) ?? 'unknown') ? id : null;
}
const OWN_PLANS: ReadonlySet<SourceKind> = new Set(['agency', 'government', 'group', 'company']);

/** A sentence that an outlet's own people vouch for, or that gives a verb of saying to somebody who is not known. */
const OTHER_SUBJECT =
  /\b(?:reporters?|correspondent|photographer|our|we|this newspaper|said|says|told|according|nobody|spoke to|employs|founded|built|sold|costs?)\b/i;
const TIMES = /^(?:s|min|h|d|wk|mo|a|years?|months?|weeks?|days?|hours?|minutes?|km|m|mi|miles?|met(?:er|re)s?|kilomet\w+)$/i;

/** Whether a statement counts something: a figure that is no duration and no distance. */
const counted = ({ quantities }: Statement): boolean => quantities.some(({ unit }) => !TIMES.test(unit ?? ''));

const placeOf = (statement: Statement): number => statement.content.spans[0]?.[0] ?? 0;
