import { holdsOffice, speaksFor } from '../origins/speakers.ts';
import { sentenceBefore } from '../words/sentence.ts';
import { bodyCalled, type Heard, peopleBefore, subjectBefore } from './before.ts';
import { type Introduction, introductionsIn } from './introductions.ts';
import { bodyWords, isProperName, personNames, samePerson } from './names.ts';
import type { Node, Nodes } from './nodes.ts';

/** "The plant", "the mine": what belongs to a body that has a name. */
const FACILITY = /^(?:plant|mill|factory|works|mine|refinery|smelter|yard|terminal|depot|quarry|site|station|dam|airport|hospital|clinic)$/;
/** Who rules a place rather than a firm, where the body's name is one word: "Karvia's president". */
const RULES_PLACE = /\b(?:president|minister|leader|head|chief|commissioner|secretary)\b/i;

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Whose plant it is: the one body of the story by whose name the noun is called, "the Orvel plant", "Orvel's chemical plant". */
function ownerOf(noun: string, text: string, bodies: readonly string[]): string | null {
  const firstOf = (name: string): string => name.replace(/^the\s/i, '').split(' ')[0] ?? '';
  const owners = bodies.filter((name) => {
    const first = firstOf(name);
    return first.length > 2 && new RegExp(`(?<!\\p{L})${escaped(first)}(?:[’']s)?\\s(?:[\\p{L}&]+\\s){0,3}${noun}\\b`, 'u').test(text);
  });
  // "Orvel" and "Orvel Chemicals" are one.
  const [longest] = [...owners].sort((a, b) => b.length - a.length);
  return longest !== undefined && new Set(owners.map(firstOf)).size === 1 ? longest : null;
}

/** "The Coast Fund, which pays for it, will …, its director, Ada Roe, said": a body by its noun that is the sentence's subject, though nobody heard it. */
const INSTITUTION =
  /^["“]?The\s(?<name>\p{Lu}\p{L}{1,20}(?:\s(?:(?:of|for)\s(?:the\s)?)?\p{Lu}\p{L}{1,20}){0,4}\s(?:Fund|Foundation|Institute|Registry|Observatory|Laboratory|Centre|Center|Society|Trust|Bank|Authority|Agency|Service|Bureau|Network|League|Association))\b/u;
const SENTENCE = 400;

function institutionBefore(text: string, at: number): string | null {
  return INSTITUTION.exec(sentenceBefore(text, at, SENTENCE))?.groups?.name ?? null;
}

/** The body that an introduction names or means. */
function bodyOf({ body, own, at, leads }: Introduction, { text, heard, sender }: HeardIn, bodies: readonly string[]): string | null {
  if (own) return sender;
  if (body === null) return peopleBefore(text, at) ?? subjectBefore(text, at, heard, bodies) ?? institutionBefore(text, at);
  const bare = body.replace(/^the\s/i, '');
  if (isProperName(bare)) return leads && !bodies.includes(bare) && !MEMBERS_BODY.test(bare) ? null : bare;
  const noun = bare.split(' ').at(-1)?.toLowerCase() ?? '';
  const called = bodyCalled(bodyWords(bare), at, heard, bodies, text);
  if (called) return called;
  if (FACILITY.test(noun)) return ownerOf(noun, text, bodies) ?? sender;
  return SENT_OUT.test(noun) ? subjectBefore(text, at, heard, bodies) : null;
}

/** "Who leads the Oar Workers’ Union": a body by its noun, and no race that somebody leads. */
const MEMBERS_BODY =
  /\s(?:Union|League|Federation|Association|Alliance|Council|Congress|Authority|Agency|Service|Institute|Fund|Ministry|Commission|Board)$/;

/** "The mission", "the delegation": whoever sent it is the subject. */
const SENT_OUT = /^(?:mission|delegation|team|panel|crew|inquiry|investigation)$/;

/** A report's text, and who was heard in it. */
export interface HeardIn {
  readonly text: string;
  readonly heard: readonly Heard[];
  /** The body that sends the report out itself, or null. */
  readonly sender: string | null;
}

/** An introduction with its person's names and the report that it stands in. */
interface Introduced extends HeardIn {
  readonly introduction: Introduction;
  readonly names: readonly string[];
  readonly title: string;
}

/** Who speaks for a person as often as for a body. */
const COUNSEL = /\b(?:lawyer|attorney)\b/i;

/** Those whom the reports introduce as speaking for somebody. */
const introduced = (reports: readonly HeardIn[]): Introduced[] =>
  reports.flatMap((report) =>
    introductionsIn(report.text).flatMap((introduction): Introduced[] => {
      const title = introduction.title.replace(/^(?:the|an?)\s/, '');
      return holdsOffice(title) || (speaksFor(title) && !COUNSEL.test(title))
        ? [{ ...report, introduction, names: personNames(introduction.name), title }]
        : [];
    }),
  );

const namesOfNode = (node: Node): string[] => node.key.slice('person|'.length).split(' ');

/** Those who share a last name. */
function byLast<T>(all: readonly T[], namesOf: (one: T) => readonly string[]): Map<string, T[]> {
  const sharing = new Map<string, T[]>();
  for (const one of all) {
    const last = namesOf(one).at(-1) ?? '';
    const those = sharing.get(last);
    if (those) those.push(one);
    else sharing.set(last, [one]);
  }
  return sharing;
}

/** Adds to each person of the story the bodies that its reports introduce them as speaking for; a body with a name of its own becomes a source. */
export function addServed(nodes: Nodes, reports: readonly HeardIn[], bodies: readonly string[]): void {
  const persons = byLast(
    [...nodes.all.values()].filter(({ key }) => key.startsWith('person|')),
    namesOfNode,
  );
  if (persons.size === 0) return;
  for (const [last, sharing] of byLast(introduced(reports), ({ names }) => names)) {
    const names = [...new Map(sharing.map((one) => [one.names.join(' '), one.names])).values()];
    const alone = names.every((own) => names.every((other) => isOneName(own, other)));
    for (const one of sharing) {
      // Of two Kims who are introduced, "Kim" alone is neither.
      const fits = (persons.get(last) ?? []).filter((node) => {
        const own = namesOfNode(node);
        return own.length === 1 ? alone : isOneName(own, one.names);
      });
      if (fits.length > 0) addBody(nodes, fits, one, bodies);
    }
  }
}

const isOneName = (a: readonly string[], b: readonly string[]): boolean => samePerson(a, b) || a.join(' ') === b.join(' ');

function addBody(nodes: Nodes, persons: readonly Node[], { introduction, title, ...report }: Introduced, bodies: readonly string[]): void {
  const body = bodyOf(introduction, report, bodies);
  if (!body) return;
  for (const node of persons) {
    node.serves.add(body);
    node.titles.add(title);
  }
  const oneWord = !body.includes(' ');
  // Of an office that speaks only for who is heard itself no body is made.
  if (!speaksFor(title)) return;
  const unheard = introduction.body !== null || !bodies.includes(body);
  if (unheard && isProperName(body) && !(oneWord && RULES_PLACE.test(title))) nodes.add({ name: body, text: body, kind: 'agency' }, '');
}
