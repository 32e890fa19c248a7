import type { Span } from '../../../model/index.ts';
import type { Attribution } from '../../layers.ts';
import { outermost, paragraphsOf, quotationsOf, sentencesOf, sharesAny } from '../../text/index.ts';
import { BODIES, DOCUMENTS } from '../../who/data/bodies.data.ts';
import { ROLES } from '../../who/data/roles.data.ts';
import { isSpeechVerb } from '../rules/cues.ts';
import { type Stretch, subjectBefore, verbGroupStart } from '../rules/nounphrases.ts';
import { type Element, segmentsOf } from '../rules/segments.ts';
import { BREAKS_OFF, DAY_WORDS, isParticiple, SUBJECT_PRONOUNS } from '../rules/words.ts';

/**
 * Figures that somebody gives without a verb of saying, by rule: "the police put turnout at 6,500", "the union has counted 14". The network, which
 * learned from reports of politics, passes over most of them.
 */

/**
 * How a verb gives a figure: at the end of what is counted ("put the dead at 40"), so but only of a number ("raised the toll to 40"; a raised price is
 * a deed), right behind it ("counted 14 of the crew"), or right behind its small word ("spoke of nine deaths").
 */
interface Giving {
  readonly where: 'at the end' | 'of a number' | 'next' | 'behind';
  readonly small: string;
}

const rows = (words: string, where: Giving['where'], small = ''): readonly (readonly [string, Giving])[] =>
  words.split(' ').map((word) => [word, { where, small }]);
const GIVES: ReadonlyMap<string, Giving> = new Map([
  ...rows('put puts places placed values valued estimates estimated', 'at the end', 'at'),
  ...rows('raise raises raised lower lowers lowered revise revises revised correct corrects corrected', 'of a number', 'to'),
  ...rows('counts counted tallies tallied', 'next'),
  ...rows('speak speaks spoke spoken', 'behind', 'of'),
  ...rows('stand stands stood', 'behind', 'by'),
  ...rows('stick sticks stuck keep keeps kept keeping', 'behind', 'to'),
  ...rows('arrive arrives arrived', 'behind', 'at'),
]);
const COUNTED_THING =
  /\b(?:numbers?|toll|figures?|estimates?|counts?|totals?|tally|losses|death|deaths|dead|injured|wounded|missing|casualties|turnout|rating)\b/i;

const NUMBER_WORD =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{L}+)?|hundreds?|thousands?|dozens?|half|nought|zero)$/u;
const isNumber = ({ kind, lower }: Element): boolean => kind === 'number' || NUMBER_WORD.test(lower);

/** Passive and future forms give no figure of the subject's own: "was put at 40". */
const NOT_GIVEN = /^(?:is|are|was|were|be|been|being|to|not|n't|never|cannot|can't|didn't|doesn't|won't|wouldn't)$/;

/** Elements within which the figure stands behind a small word, and the content ends. */
const NEAR = 5;
const LONGEST = 30;
/** A bare "14" says nothing by itself: it stays within the outlet's sentence, where tallies find who gives it. */
const FEWEST = 4;

const PLURAL_SPEAKERS =
  /^(?:cops|police|officials|officers|doctors|experts|organisers|organizers|unions|rebels|insurers|inspectors|observers|scientists)$/;
/** Whether a subject is somebody who could count: a name, a person's or a body's noun, a paper, or "it", "she". */
function couldCount(elements: readonly Element[], [from, to]: Stretch): boolean {
  const words = elements.slice(from, to);
  const [first] = words;
  if (!first || words.length > 14) return false;
  if (words.length === 1 && SUBJECT_PRONOUNS.has(first.lower)) return !/^(?:i|we|you|who|which)$/.test(first.lower);
  return words.some(
    ({ lower, capital, kind }, i) =>
      kind === 'word' &&
      ((capital && i > 0 && !DAY_WORDS.has(lower)) ||
        ROLES.has(lower) ||
        BODIES.has(lower) ||
        DOCUMENTS.has(lower) ||
        PLURAL_SPEAKERS.test(lower) ||
        (capital && words.length === 1 && !DAY_WORDS.has(lower))),
  );
}

/** Where what is given ends: at a mark, a clause of its own, or a word that opens one. */
function endFrom(elements: readonly Element[], from: number): number {
  for (let i = from; i < Math.min(elements.length, from + LONGEST); i += 1) {
    const { text, lower, kind } = elements[i] as Element;
    if (/^[;:.!?…—–()]$/u.test(text) || kind === 'quote') return i;
    if (i > from && /^(?:while|because|after|before|when|although|though|but|which|who)$/.test(lower)) return i;
    if (text !== ',') continue;
    const next = elements[i + 1];
    if (!next || (!isNumber(next) && (BREAKS_OFF.has(next.lower) || isParticiple(next.lower) || next.kind !== 'number'))) return i;
  }
  return Math.min(elements.length, from + LONGEST);
}

/** "at some 40", not "at risk in 2019". */
function leadsToNumber(words: readonly Element[]): boolean {
  const number = words.findIndex(isNumber);
  return number >= 0 && !words.slice(0, number).some(({ lower }) => /^(?:in|on|by|from|since|for)$/.test(lower));
}

/** A sentence with one of the verbs. */
const MAY_GIVE = new RegExp(`\\b(?:${[...GIVES.keys()].join('|')})\\b`);

/** "A note put out on Wednesday". */
const PARTICLE = /^(?:out|off|up|down|back|aside|in|through|together)$/;

/** The content that a verb at `at` gives, as a stretch; null where it gives no figure. */
function givenBy(elements: readonly Element[], at: number): Stretch | null {
  const giving = GIVES.get((elements[at] as Element).lower);
  if (!giving) return null;
  const { where, small } = giving;
  let from = at + 1;
  if (where === 'behind') {
    // "spoke on Tuesday of nine deaths"
    while (from < at + 4 && (DAY_WORDS.has(elements[from]?.lower ?? '') || elements[from]?.lower === 'on')) from += 1;
    if (elements[from]?.lower !== small) return null;
    from += 1;
  }
  if (PARTICLE.test(elements[from]?.lower ?? '')) return null;
  const to = endFrom(elements, from);
  const words = elements.slice(from, to);
  const number = words.findIndex(isNumber);
  if (number < 0 || words.length < FEWEST) return null;
  if (where === 'behind' || where === 'next') return number < NEAR ? [from, to] : null;
  if (where === 'of a number' && !words.some(({ text }) => COUNTED_THING.test(text))) return null;
  const end = words.findIndex(({ lower }, i) => lower === small && leadsToNumber(words.slice(i + 1, i + 1 + NEAR)));
  return end > 0 ? [from, to] : null;
}

/** Measured on what the rule adds in stories and in PolNeAR (docs/reading.md). */
export const FIGURES_CONFIDENCE = 0.6;

/** The statements that a text's figures make beside those that were found, in reading order. Pure; linear in the text's length. */
export function figuresGiven(text: string, found: readonly Attribution[]): Attribution[] {
  // Most sentences give no figure: no more than these are looked at word by word.
  const sentences = sentencesOf(text).filter(({ span }) => MAY_GIVE.test(text.slice(...span)));
  if (sentences.length === 0) return [];
  const quotations = outermost(quotationsOf(text, paragraphsOf(text)));
  const taken = sharesAny(found.flatMap(({ source, cue, content }) => [...(source ?? []), ...(cue ?? []), ...content]));
  return segmentsOf(text, sentences, quotations, isSpeechVerb).flatMap(({ elements }) =>
    elements.flatMap((element, at): Attribution[] => {
      if (element.kind !== 'word' || element.capital) return [];
      const content = givenBy(elements, at);
      if (!content) return [];
      const group = verbGroupStart(elements, at);
      if (elements.slice(group, at).some(({ lower }) => NOT_GIVEN.test(lower))) return [];
      const subject = subjectBefore(elements, group);
      if (!subject || !couldCount(elements, subject)) return [];
      const span = ([from, to]: Stretch): Span => [(elements[from] as Element).start, (elements[to - 1] as Element).end];
      const [source, cue, told] = [
        span(subject),
        span([group, GIVES.get(element.lower)?.where === 'behind' ? content[0] : at + 1]),
        span(content),
      ];
      if (taken(cue) || taken(told)) return [];
      return [
        { source: [source], cue: [cue], content: [told], quotation: 'indirect', depth: 0, within: null, confidence: FIGURES_CONFIDENCE },
      ];
    }),
  );
}

/** All statements in the order of their contents, each still within the one that it stood in. */
export function withFigures(text: string, found: readonly Attribution[]): Attribution[] {
  const more = figuresGiven(text, found);
  if (more.length === 0) return [...found];
  const begins = ({ content }: Attribution): number => content[0]?.[0] ?? 0;
  const order = [...found, ...more].map((attribution, was) => ({ attribution, was }));
  order.sort((a, b) => begins(a.attribution) - begins(b.attribution) || a.was - b.was);
  const now = new Map(order.map(({ was }, at) => [was, at]));
  return order.map(({ attribution }) =>
    attribution.within === null ? attribution : { ...attribution, within: now.get(attribution.within) ?? null },
  );
}
