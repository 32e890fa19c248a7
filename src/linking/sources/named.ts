import type { SourceKind, Statement } from '../../model/index.ts';
import { ministryOf, speaksFor } from '../origins/speakers.ts';
import { DOCUMENT_NOUN } from './documents.ts';
import { bodyWords, HEADS, isProperName } from './names.ts';
import { saneName, senderIn } from './sane.ts';

/** A source as one statement names it. */
export interface Named {
  readonly name: string;
  readonly text: string;
  readonly kind: SourceKind;
  readonly title?: string | null;
  readonly affiliation?: string | null;
}

/** A pronoun names nobody beyond its own sentence: it is no alias. */
export const PRONOUN = /^(?:he|she|it|they|who|which|that|we|i|you|his|her|their)$/i;

/** Whom a statement names as its source, or null where nobody can be named. */
export function namedSource(statement: Statement): Named | null {
  const given = asNamed(statement);
  const sane = given && (saneName(given.name) ?? acronymIn(given.text));
  const named = given && sane && { ...given, name: senderIn(sane) ?? withOwner(sane, given.text) };
  if (!named) return null;
  if (named.kind !== 'person') return named;
  if (!named.title) return { ...named, ...roleIn(statement.source?.text ?? '') };
  // "Corvin spokesman Peter Orr": the body stands in the title.
  const inTitle = /^(\p{Lu}.*?)\s(?:spokes\w+|chief executive|ceo|director|manager)$/u.exec(named.title)?.[1];
  return named.affiliation || !inTitle ? named : { ...named, affiliation: inTitle };
}

/** "Vaal's Foreign Ministry": of two countries' ministries a name without its country would be either. */
function withOwner(name: string, text: string): string {
  const whole =
    /^(?:the\s)?(?<owner>\p{Lu}\p{L}{3,20})[’']s\s(?<body>.*(?:[Mm]inistry|[Aa]rmy|[Nn]avy|[Aa]ir [Ff]orce|[Gg]overnment|[Pp]arliament|[Cc]oast [Gg]uard|[Gg]eneral [Ss]taff))$/u.exec(
      text.replace(/,.*$/, ''),
    )?.groups;
  return whole?.body === name && whole.owner ? `${whole.owner}'s ${name}` : name;
}

/** "The WHO", which a reader took for an article and a pronoun. */
const acronymIn = (text: string): string | null => /^(?:the\s)?(\p{Lu}{2,6})$/u.exec(text.trim())?.[1] ?? null;

/** "A spokesman for the board, Eskil Dorn": the role and whose, in the words around a name of which the reader found neither. */
function roleIn(text: string): Pick<Named, 'title' | 'affiliation'> {
  const found = /(?:^|\s)(spokes(?:man|woman|person))(?:\s(?:for|of)\s(?:the\s)?([^,]{2,50}?))?(?=,|\s*$)/iu.exec(text);
  return found?.[1] ? { title: found[1].toLowerCase(), ...(found[2] && { affiliation: found[2] }) } : {};
}

function asNamed(statement: Statement): Named | null {
  const { source } = statement;
  // "She" whom nothing resolves is nobody we can name: an honest blank, never a source called "she".
  if (!source || (source.name === null && PRONOUN.test(source.text.trim()))) return null;
  if (source.name === null) {
    const whole = bareName(source.text);
    if (!whole) return null;
    const bare = nameDescribed(whole) ?? whole;
    return { name: bare, text: bare, kind: source.kind, title: source.title, affiliation: source.affiliation };
  }
  const described = nameDescribed(source.name);
  if (described)
    return {
      name: described,
      text: source.text,
      kind: source.kind === 'anonymous' ? 'unknown' : source.kind,
      title: source.title,
      affiliation: source.affiliation,
    };
  return { name: source.name, text: source.text, kind: source.kind, title: source.title, affiliation: source.affiliation };
}

/** "The environmental group Friends of the Valley", "its operator Ostrava Water": what it is, then its name and nothing else. */
const DESCRIBED =
  /^(?:(?:the|a|an)\s+(?:\p{Ll}[\p{Ll}-]*\s){0,3}(?:group|firm|company|site|agency|organisation|organization|newspaper|broadcaster|channel|bank|maker|brokerage|charity|party|club|union|daily|magazine|institute|dairy)\s(?<kind>\p{Lu}.*)|(?:the|its|their|his|her)\s(?:(?!(?:of|in|at|for|from|to|with|by|on|and|or|near|than|as|that|who)\s)\p{Ll}[\p{Ll}-]*\s){1,4}(?<name>\p{Lu}[\p{L}’'.&-]*(?:\s(?:(?:of|and|for|the|de|del|la)\s){0,2}\p{Lu}[\p{L}’'.&-]*)*))$/u;

/** The name in a phrase that says first what its bearer is, or null. */
const nameDescribed = (phrase: string): string | null => {
  const groups = DESCRIBED.exec(phrase.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()))?.groups;
  return groups?.kind ?? groups?.name ?? null;
};

/**
 * The name in a source phrase that the reader could not resolve: "In Lima, the Directorate, which keeps count," is the Directorate, "the
 * court's registrar, Ulla Brandt," is Ulla Brandt. Null where the phrase is somebody's quoted words.
 */
function bareName(text: string): string | null {
  if (/^["“‘]/.test(text.trim())) return null;
  const whole = text
    .trim()
    .replace(/^(?:in|at|on|by|from) [^,]{2,30}, /i, '')
    .replace(/^(?:said|says|according to)\s+/i, '')
    // "A log of which the Herald has pages" is a log; "the WHO" is no relative clause.
    .replace(/[,\s]+(?:(?:of|in|to|from|by|on|for|with)\s)?(?:who|which|that|whose|whom)\b.*$/, '')
    .replace(/[\s,;:]+$/, '');
  const [first = whole, ...rest] = whole.split(/,\s*/);
  const named = (part: string): boolean => /^(?:\p{Lu}[\p{L}’'.-]*\s?){2,4}$/u.test(part);
  return rest.find(named) ?? (first.length > 1 ? first : whole);
}

/** The outlet's own people at the scene: "a Union News reporter saw", "we counted", "told our reporter". */
const AT_SCENE =
  /\b(?:reporters?|correspondents?|photographers?|team)\b[^.]{0,60}\b(?:saw|counted|found|watched|heard|visited|seen|could not)\b|\b(?:we|our (?:reporter|correspondent|team))\s(?:\w+\s)?(?:saw|counted|found|watched|visited|have seen)\b|\bhas (?:read|seen) (?:them|it|the)\b/i;

/** "We stand by our report that …": an outlet that speaks of what it has said. */
const OWN_REPORT = /^(?:But\s)?we\s(?:stand\sby|stood\sby|reported|published|said|wrote|can\sreport|have\slearned)\b/i;

/** An outlet vouches for what its own people saw, and for what it says that it has reported. */
export function ownReporter(statement: Statement, outlet: string | null): Named | null {
  if (statement.voice !== 'outlet' || outlet === null) return null;
  if (OWN_REPORT.test(statement.content.text)) return { name: outlet, text: outlet, kind: 'media' };
  if (!AT_SCENE.test(statement.content.text)) return null;
  // "A Union News reporter": no other outlet's.
  const whose = /\b[Aa]n? ((?:\p{Lu}[\p{L}’'-]*\s)+)(?:reporter|correspondent|photographer|team)/u
    .exec(statement.content.text)?.[1]
    ?.trim();
  return whose && !outlet.includes(whose) && !whose.includes(outlet) ? null : { name: outlet, text: outlet, kind: 'media' };
}

/** Titles that only a body's own people have: countries and towns have presidents and heads, too. */
const HEADS_COMPANY = /\b(?:spokes\w+|chief executive|ceo|managing director|manager|press officer|general secretary)\b/i;

/**
 * The body that somebody speaks for by title, where its name says what it is: it vouches, though nobody quotes it.
 * @param speakOf whether the reports speak of a minister's ministry.
 */
export function bodySpokenFor({ kind, title, affiliation }: Named, speakOf: (ministry: string) => boolean): string | null {
  if (kind !== 'person' || !title || !speaksFor(title)) return null;
  const [ministry] = ministryOf(title);
  if (!affiliation) return ministry && speakOf(ministry) ? ministry : null;
  if (HEADS_COMPANY.test(title) && isProperName(affiliation)) return affiliation;
  const words = bodyWords(affiliation);
  return words.length > 1 && words.some((word) => HEADS.has(word)) ? affiliation : null;
}

/** "…, a sailor who survived told the National Bulletin." and "…, the Morning Ledger has learned from its log.": who hands a sentence on. */
const HANDED_ON =
  /,\s["”’]?(?<who>(?:an?|one|two|three|several|the)\s[^,."”]{3,90}?)\s(?:(?:ha[sd]\s|have\s)?told\s(?:us|me|this\s\p{Ll}{3,12}|(?:the\s)?\p{Lu}[^,."”]{2,40})|(?:said|says|has learned|have learned|has reported|reported|forecast|forecasts|predicted|warned|confirmed|calculated)(?:\s(?:in|on|late|early|yesterday|today|from)\s[^,]{0,60})?)\.?["”’]?$/u;
/** "…, Channel 24 has learned from a source in the chancellery." */
const LEARNED =
  /,\s(?<who>\p{Lu}[\p{L}\p{N}’'-]{1,30}(?:\s[\p{Lu}\p{N}][\p{L}\p{N}’'-]{0,30}){0,4})\s(?:has|have)\s(?:learned|been told)(?:\s(?:from|by)\s[^,]{3,80})?\.?$/u;
/** "Continental Mutual, its insurer, values them at 41 million": a name that gives a figure, though nothing else of the story quotes it. */
const GIVES_FIGURE =
  /^(?:The\s)?(?<who>(?:\p{Lu}[\p{L}’'-]+\s){1,4}?(?:\p{Lu}[\p{L}’'-]+)?)\s?(?:,\s[^,]{3,60},)?\s?(?:(?:itself|still|now|also|has|had)\s){0,2}(?:values?|valued|says|said|puts?|estimates?|estimated|counts|counted|speaks of|spoke of|spoken of|expects)\s/u;
/** "…, say three families on Mill Lane who were awake." */
const HANDED_BEHIND = /,\s["”’]?(?:say|says|said)\s(?<who>(?:an?|one|two|three|four|five|several|some)\s[^,."”]{3,80}?)\.?$/u;
/** "Organisers spoke of 3,000": one word is a giver where the verb is one of counting. */
const COUNTS =
  /^(?!(?:He|She|It|They|We|You|I|This|That|These|Those|Both|Each|One|Some|Many|Others|Nobody|Who|Which|There)\b)\p{Lu}\p{Ll}+\s(?:(?:had|have|has|now|later|still|themselves)\s){0,2}(?:spoke of|speaks? of|counted|puts?|estimated)\s/u;
const UNNAMED = /^(?:an?|one|two|three|several)\s/i;

/** "…, a shipping manifest seen by the Herald shows.": a paper behind what it shows. */
const PAPER_BEHIND =
  /,\s(?<who>(?:an?|the|its)\s(?:\p{Ll}+\s){0,3}(?:manifest|log|logbook|report|letter|memo|note|document|register|record|e-mail|invoice|contract|minutes|ledger|list)s?)(?:\s(?:seen|obtained|read|shown|written|of|from|by|to)\s[^,.]{2,60}?)?\s(?:shows?|showed|says|states|reveals?)\.?$/u;

/** Whom an outlet's own sentence names as the one who says it, though the reader found no statement there. */
export function handedOver(statement: Statement): Named | null {
  if (statement.voice !== 'outlet') return null;
  const { text } = statement.content;
  const who = HANDED_ON.exec(text)?.groups?.who?.trim();
  if (who && UNNAMED.test(who)) return { name: who, text: who, kind: 'anonymous' };
  if (who && isProperName(who)) return { name: who.replace(/^the\s/i, ''), text: who, kind: 'unknown' };
  const learned = LEARNED.exec(text)?.groups?.who;
  if (learned) return { name: learned, text: learned, kind: 'unknown' };
  const behind = HANDED_BEHIND.exec(text)?.groups?.who?.trim();
  if (behind) return { name: behind, text: behind, kind: 'anonymous' };
  const paper = PAPER_BEHIND.exec(text)?.groups?.who;
  if (paper) return { name: paper.replace(/^(?:the|its)\s/i, ''), text: paper, kind: 'document' };
  const shown = documentShown(text) ?? paperGives(text) ?? foundBy(text);
  if (shown) return shown;
  const giver = statement.quantities.length > 0 ? GIVES_FIGURE.exec(text)?.groups?.who?.trim() : undefined;
  return giver?.includes(' ') || (giver && COUNTS.test(text)) ? { name: giver as string, text: giver as string, kind: 'unknown' } : null;
}

/** "The Channel has learned from the General Staff", "the site reported, citing a Western diplomat": from whom a sentence says that its source has it. */
const HAD_FROM =
  /\b(?:ha[sd]|have)\s(?:learned|heard|been told)\s(?:from|by)\s(?<from>[^,.;"“”]{3,60})|,\s(?:citing|quoting)\s(?<cited>[^,.;"“”]{3,60})|\b\p{N}+\s(?:\p{Ll}+\s){1,3}(?:counted|compiled|recorded|registered|listed)\sby\s(?<count>the\s\p{Lu}[^,.;"“”]{3,60})/u;

/** Whom the source of a statement has it from, in the same sentence; null where that is not told, or is several. */
export function hadFrom(statement: Statement, text: string): Named | null {
  const [first] = statement.content.spans;
  const cue = statement.cue?.spans[0]?.[0] ?? first?.[1] ?? 0;
  if (!first || statement.quotation === 'direct') return null;
  const start = Math.min(first[0], cue);
  const sentence = /^[^\n]*?[.!?](?=["”’]?(?:\s|$))/u.exec(text.slice(Math.max(start, cue - 200), cue + 200))?.[0] ?? '';
  const groups = HAD_FROM.exec(sentence)?.groups;
  const who = (groups?.from ?? groups?.cited ?? groups?.count)?.replace(/\s(?:who|which|that|on|in|with|as|saying)\s.*$/u, '').trim();
  if (!who || / and /.test(who)) return null;
  if (/^(?:the|its|their|his|her|an?)\s.*\b(?:log|memo|minutes|report|letter|documents?|records?|e-mails?|files?|audit)$/iu.test(who))
    return { name: who.replace(/^(?:the|its|their|his|her)\s/i, ''), text: who, kind: 'document' };
  if (/^(?:an?|one|two|three|several|some|unnamed)\s/i.test(who)) return { name: who, text: who, kind: 'anonymous' };
  return isProperName(who) ? { name: who.replace(/^the\s/i, ''), text: who, kind: 'unknown' } : null;
}

/** "Satellite pictures published by Skyline Imagery show …", "Skyline's pictures make it clear that …". */
const SHOWS = new RegExp(
  `^(?:that\\s)?(?<document>(?:(?:the|its|their|these|\\p{Lu}[\\p{L}-]+[’']s?)\\s)?(?:[\\p{L}-]+\\s){0,2}?${DOCUMENT_NOUN}(?:\\s(?:of|by|from|taken|released|published|bought|seen|kept|shown)\\s[^,;]{2,60}?)?),?\\s(?:[^,;]{2,60},\\s)?(?:\\p{L}+\\s)?(?:show|shows|showed|made it clear|makes? it clear|proves?|reveal|reveals|revealed|indicates?|suggests?|records?)\\s`,
  'iu',
);

/** "The slip, dated 4 February, assigns 14 men to the school": a paper that gives what a sentence holds. */
function paperGives(text: string): Named | null {
  const who =
    /^(?<who>(?:The|Its|Their|An?)\s(?:\p{Ll}+\s){0,2}(?:slip|letter|note|list|register|contract|invoice|receipt|ledger|log|minutes|notebook|memo|plan|entry|records?)),?\s(?:[^,;]{2,40},\s)?(?:assigns?|lists?|names?|notes?|puts?|gives?|states?|mentions?|counts?|dates?)\s/u.exec(
      text,
    )?.groups?.who;
  return who ? { name: who.replace(/^(?:The|Its|Their)\s/, ''), text: who, kind: 'document' } : null;
}

/** "Inspectors of the Water Directorate who examined the dam found no crack": people of a body vouch for it. */
function foundBy(text: string): Named | null {
  const body =
    /^(?:The\s|Its\s)?(?:Inspectors|Investigators|Experts|Engineers|Auditors|Scientists|Doctors|Observers|Researchers)\s(?:of|from|at|for)\s(?:the\s)?(?<body>\p{Lu}[\p{L}’'-]+(?:\s(?:(?:of|for)\s(?:the\s)?)?\p{Lu}[\p{L}’'-]+)*)\s(?:who\s[^,;]{3,80}?\s)?(?:found|have found|concluded|established|confirmed|counted|saw)\s/u.exec(
      text,
    )?.groups?.body;
  return body ? { name: body, text: body, kind: 'agency' } : null;
}

/** The document by which a sentence or a statement begins and which shows what it holds, or null. */
export function documentShown(text: string): Named | null {
  const found = SHOWS.exec(text)?.groups?.document?.trim();
  return found && !/^(?:he|she|they|it)\b/i.test(found)
    ? { name: found.replace(/^(?:the|its|their|these)\s/i, ''), text: found, kind: 'document' }
    : null;
}
