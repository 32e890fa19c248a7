import type { Statement } from '../../model/index.ts';
import type { LinkReport } from '../input.ts';
import { fold } from '../words/normalise.ts';
import { paragraphBefore } from '../words/sentence.ts';
import { type Heard, subjectBefore } from './before.ts';
import type { Named } from './named.ts';
import { bodyWords, conjunctsOf, isProperName, personNames, wordsWithin } from './names.ts';

/** What a firm may be called for short. */
const FIRM =
  /^the\s(?:company|firm|operator|manufacturer|maker|carmaker|automaker|airline|contractor|developer|retailer|producer|supplier|builder|owners?|managers?)$/i;
const A_FIRM = /\bthe\s(?:company|firm|carmaker|automaker|manufacturer|airline|operator|maker)\b/i;
/** What a body may be called by the noun of its name. */
const BODY =
  /^(?:the|his|her)\s(?<noun>ministry|board|council|authority|commission|agency|court|police|army|navy|observatory|institute|union|federation|association|university|museum|club|bank|hospital|network|mission|trust|office|department|inspectorate|service|observers|survey|league|charity)$/i;
/** What somebody may be called by the office. */
const OFFICE =
  /^the\s(?<noun>minister|governor|mayor|president|premier|prosecutor|commissioner|ambassador|bishop|chairman|chairwoman|director|registrar)$/i;
/** What a body sends out under its name: its word is the body's. */
const REPORT = /^(?:the|its|their)\s(?:(?:final|interim|own|short|written|annual)\s)?(?:report|statement|communiqu[ée]|press release)$/i;
const SENDS: ReadonlySet<string> = new Set(['agency', 'government', 'group', 'company']);
/** "Ada Roe's mission": a body that is told by one of its people. */
const OF_ONE = /^\p{Lu}\S+\s\p{Lu}\S+[’']s\s\p{Ll}+$/u;
/** Names of bodies that are no firm. */
const PUBLIC =
  /\b(?:board|ministry|council|authority|commission|agency|court|police|army|navy|observatory|inspectorate|department|government|parliament|committee)\b/i;

/** What a story's reports call its firms and its office-holders, by names that stand in the very words. */
export interface Known {
  readonly firms: ReadonlySet<string>;
  /** Names that stand in the very words of some statement's source: these are heard, and no guess of the reader's. */
  readonly spoken: ReadonlySet<string>;
  /** Folded words of somebody's titles, by names without titles. */
  readonly offices: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Firms and office-holders of a story, as its statements' sources show them. */
export function knownOf(reports: readonly LinkReport[]): Known {
  const firms = new Set<string>();
  const spoken = new Set<string>();
  const offices = new Map<string, Set<string>>();
  for (const { statements } of reports)
    for (const { source } of statements) {
      if (!source?.name) continue;
      if (source.text.includes(source.name)) spoken.add(source.name);
      if (source.kind === 'company' && source.text.includes(source.name) && !PUBLIC.test(source.name)) firms.add(source.name);
      if (source.kind !== 'person' || !source.title || FIRM.test(source.text) || OFFICE.test(source.text)) continue;
      const person = personNames(source.name).join(' ');
      const words = offices.get(person) ?? new Set();
      for (const word of bodyWords(source.title)) words.add(word);
      offices.set(person, words);
    }
  return { firms, spoken, offices };
}

/** What is looked at to find whom a second mention means. */
export interface Before {
  readonly text: string;
  readonly heard: readonly Heard[];
  readonly bodies: readonly string[];
  readonly known: Known;
}

/** A second mention: its words, where it stands, what the reader makes of it, and whom the report heard before. */
interface Mention extends Before {
  readonly named: Named;
  readonly words: string;
  readonly start: number;
  readonly earlier: readonly Heard[];
}

/** Whom "the company", "the board", "the minister" means where the reader's answer cannot go by that noun and one of those heard before can; else the reader's. */
export function calledRightly(named: Named, { source }: Statement, before: Before): Named {
  // "The minister's promise": the minister's.
  const words = source?.text.trim().replace(/[’']s?(?:\sown)?$/u, '') ?? '';
  const start = source?.spans[0]?.[0] ?? 0;
  const mention: Mention = { ...before, named, words, start, earlier: before.heard.filter(({ at }) => at < start) };
  const conjuncts = conjunctsOf(named.name);
  if (conjuncts) return oneOfTwo(conjuncts, mention);
  if (FIRM.test(words) && !before.known.firms.has(named.name)) return firmCalled(mention);
  if (REPORT.test(words)) return senderCalled(mention);
  return bodyCalledSo(mention) ?? officeCalled(mention) ?? named;
}

/** "Quill and the union signed. The carmaker will cut jobs, it said": it is the firm; else the one of the two that the words call. */
function oneOfTwo(conjuncts: readonly string[], { named, words, text, start, earlier, known }: Mention): Named {
  const firms = conjuncts.filter((name) => known.firms.has(name));
  if (/^it$/i.test(words) && firms.length === 1 && A_FIRM.test(text.slice(Math.max(0, start - NEAR), start)))
    return { name: firms[0] as string, text: words, kind: 'company' };
  return oneOf(conjuncts, named, words, earlier);
}

/** "The company": the firm heard last, or the only one of the story, where the reader's answer can be none. */
function firmCalled({ named, words, earlier, known }: Mention): Named {
  const last = earlier.findLast(({ name }) => known.firms.has(name))?.name ?? (known.firms.size === 1 ? [...known.firms][0] : undefined);
  const unfit = PUBLIC.test(named.name) || MONTH.test(named.name) || !isProperName(named.name) || !known.spoken.has(named.name);
  return last !== undefined && unfit && !FIRM.test(named.name) ? { name: last, text: words, kind: 'company' } : named;
}

/** "The report": whoever was heard last in the same paragraph and sends reports out. */
function senderCalled({ named, words, text, start, earlier }: Mention): Named {
  const sender = earlier.findLast(({ kind }) => SENDS.has(kind));
  const apart = sender && /\n\s*\n/.test(text.slice(sender.at, start));
  return sender && !apart ? { name: sender.name, text: words, kind: sender.kind } : named;
}

/** "The board": the only one heard before that goes by the noun, or for "her mission" the only one of the story; null where the reader's answer may stand. */
function bodyCalledSo({ named, words, earlier, bodies }: Mention): Named | null {
  const noun = BODY.exec(words)?.groups?.noun?.toLowerCase();
  if (!noun || (goesBy(named.name, noun) && !OF_ONE.test(named.name))) return null;
  const fits = earlier.filter(({ name, kind }) => kind !== 'person' && !OF_ONE.test(name) && goesBy(name, noun));
  const last = fits.at(-1);
  if (last && fits.every(({ name }) => name === last.name)) return { name: last.name, text: words, kind: last.kind };
  const all = /^(?:his|her)\s/i.test(words) ? bodies.filter((name) => !OF_ONE.test(name) && goesBy(name, noun)) : [];
  return all.length === 1 ? { name: all[0] as string, text: words, kind: 'agency' } : named;
}

/** "The minister": the only one of the story who has that office, where the reader's answer has others; else null. */
function officeCalled({ named, words, known }: Mention): Named | null {
  const office = OFFICE.exec(words)?.groups?.noun?.toLowerCase();
  const own = known.offices.get(personNames(named.name).join(' '));
  if (!office || !own || own.size === 0 || own.has(office)) return null;
  const fits = [...known.offices].filter(([, titles]) => titles.has(office)).map(([name]) => name);
  const found = fits.length === 1 ? [...known.spoken].find((name) => personNames(name).join(' ') === fits[0]) : undefined;
  return found === undefined ? null : { name: found, text: words, kind: 'person', title: office };
}

/** "The Council" for "the government and the Harbour Council": the one that goes by these words, or that was heard last; both where both are named. */
function oneOf(conjuncts: readonly string[], named: Named, words: string, earlier: readonly Heard[]): Named {
  const own = bodyWords(words);
  const fits = conjuncts.filter((name) => own.length > 0 && wordsWithin(own, bodyWords(name)));
  const last = /^(?:it|they|which|who)$/i.test(words) ? earlier.findLast(({ name }) => conjuncts.includes(name))?.name : undefined;
  const [name] = fits.length === 1 ? fits : last ? [last] : [];
  return name ? { ...named, name } : named;
}

const MONTH = /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/;

/** Whether a name holds a noun, in one number or the other. */
const goesBy = (name: string, noun: string): boolean =>
  fold(name)
    .split(' ')
    .some((word) => word === noun || word === `${noun}s` || `${word}s` === noun);

/** Characters between the words of one source and a pronoun that goes on with it. */
const NEAR = 240;

/** By what a paper tells something: "it says", "it shows that". */
const SHOWS = /^(?:shows?|says|states|reads|lists|gives)$/i;
/** "The auditor's letter", "a page torn from a log", "its technical log". */
const PAPER =
  /\b(?:an?|the|its|their|his|her)\s(?:\p{L}{2,20}[’']s\s)?(?:(?!(?:the|an?|of|in|by|and|to|from)\s)\p{Ll}{2,20}\s){0,2}(?:log|logbook|slip|letter|page|draft|note|memo|minutes|manifest|file|e-mail|document|list|notice|register|diary|notebook)\b/u;

/** The paper that the sentence before a pronoun is of: the first that it names, unless a body that has a name is its subject. */
function paperBefore(text: string, start: number): string | null {
  const sentences = paragraphBefore(text, start, NEAR).split(/(?<=[.!?]["”’]?)\s+(?=["“‘]?\p{Lu})/u);
  for (const sentence of sentences.reverse().slice(0, 3)) {
    const paper = PAPER.exec(sentence)?.[0];
    if (paper) return paper.replace(/^(?:the|its|their|his|her)\s/i, '');
    if (/^(?:The\s)?\p{Lu}\S+\s\p{Lu}/u.test(sentence)) return null;
  }
  return null;
}

/** Whom "it", "they", "he" or "she" stands for where the reader found nobody: the body that is the subject before it; whoever was heard right before. */
export function antecedentOf({ source, cue }: Statement, { text, heard, bodies }: Before): Named | null {
  const words = source?.text.trim() ?? '';
  const start = source?.spans[0]?.[0];
  if (start === undefined || source?.name !== null) return null;
  if (/^(?:it|they)$/i.test(words)) {
    const paper = /^it$/i.test(words) && SHOWS.test(cue?.text ?? '') ? paperBefore(text, start) : null;
    if (paper) return { name: paper, text: words, kind: 'document' };
    const body = subjectBefore(text, start, heard, bodies);
    return body ? { name: body, text: words, kind: heard.findLast(({ name }) => name === body)?.kind ?? 'agency' } : null;
  }
  if (!/^(?:he|she)$/i.test(words)) return null;
  const last = heard.findLast(({ at }) => at < start);
  const between = last ? text.slice(last.at, start) : '';
  const one = last && (last.kind === 'person' || last.kind === 'anonymous' || /^(?:an?|one)\s/i.test(last.name));
  return one && between.length < NEAR && !/\n\s*\n/.test(between) ? { name: last.name, text: words, kind: last.kind } : null;
}
