import { VERB_FORMS, type VerbForm } from './lexicon.ts';
import { holdsVerb, phraseFrom, type Stretch, subjectBefore, verbGroupStart } from './nounphrases.ts';
import type { Element } from './segments.ts';
import { AUXILIARIES, BARE_PARTICIPLES, DAY_WORDS, DETERMINERS, FINITE, OFTEN_NOUNS, OPENERS, PREPOSITIONS } from './words.ts';

/** A verb of the table in a place where it can make somebody a source. Indices into the segment's elements. */
export interface Cue {
  readonly verb: number;
  readonly form: VerbForm;
  /** The verb with its auxiliaries and adverbs. */
  readonly group: Stretch;
  /** Null where the subject is that of the cue before ("and added", ", saying"). */
  readonly subject: Stretch | null;
  readonly inverted: boolean;
  /** Stands beside what goes before it, not inside it: "…, but she denied". The index where the former content ends. */
  readonly breaksAt: number | null;
}

const PASSIVE = new Set("is are was were be been being 's 're get got".split(' '));
const DONE = new Set("has have had 've".split(' '));
const ENDS_WITH_MARK = /[,?!.…—–-]["”’'»]*$/u;

/** Whether a quotation ends so that its cue may follow ("…," said). */
export const leadsToCue = (element: Element | undefined): boolean =>
  element?.kind === 'quote' && ENDS_WITH_MARK.test(element.text.slice(-4));

/** "said by telephone": a means, not an agent. */
const MEANS = /^(?:telephone|phone|e-?mail|text|letter|video|satellite)$/;

/** "was told", "were accused", "the statement issued by": nobody is the source here. */
function isPassive(elements: readonly Element[], verb: number, group: Stretch, form: VerbForm): boolean {
  if (form.form !== 'past') return false;
  if (elements[verb + 1]?.lower === 'by' && !MEANS.test(elements[verb + 2]?.lower ?? '')) return true;
  for (let i = group[1] - 2; i >= group[0]; i -= 1) {
    const { lower } = elements[i] as Element;
    if (DONE.has(lower)) return false;
    if (PASSIVE.has(lower)) return true;
  }
  return false;
}

/** Determiners that are subjects by themselves: "Some say", "One said". */
const STANDS_FOR_MANY = new Set(
  'some many most few several both all others another one two three four five six seven eight nine ten this each neither either'.split(' '),
);

const isNoun = (elements: readonly Element[], verb: number, group: Stretch): boolean => {
  const before = elements[group[0] - 1];
  if (!before) return false;
  if (group[0] === verb && ((DETERMINERS.has(before.lower) && !STANDS_FOR_MANY.has(before.lower)) || PREPOSITIONS.has(before.lower)))
    return true;
  return elements[verb]?.capital === true && verb > 0 && before.capital;
};

/** Whether an infinitive ("to say") or a modal question stands here: its subject would be a guess. */
const isInfinitive = (elements: readonly Element[], group: Stretch): boolean =>
  elements.slice(...group).some(({ lower }) => lower === 'to');

/** Where the content before a cue ends, when the cue's clause stands beside it. */
function breakBefore(elements: readonly Element[], start: number): number | null {
  let at = start;
  while (at > 0 && OPENERS.has(elements[at - 1]?.lower ?? '') && !['that', 'whether', 'how', 'why'].includes(elements[at - 1]?.lower ?? ''))
    at -= 1;
  const before = elements[at - 1];
  if (!before) return 0;
  if (/^[,;—–]$/u.test(before.text)) return at - 1;
  return at < start ? at : null;
}

function inverted(elements: readonly Element[], verb: number, form: VerbForm): Cue | null {
  const before = elements[verb - 1];
  if (!before || !form.takes.has('quote') || form.takes.has('told') || form.form === 'ing' || form.form === 'base') return null;
  if (!leadsToCue(before) && before.text !== ',') return null;
  if (elements[verb + 1]?.lower === 'that' || elements[verb + 1]?.lower === 'to') return null;
  const subject = phraseFrom(elements, verb + 1);
  if (!subject || !endsAClause(elements, subject, before.text === ',')) return null;
  // "Marta Orr, who runs the mill, said the dam …": the subject stands before.
  const closed = elements[subject[1]] === undefined || elements[subject[1]]?.kind === 'sign';
  if (before.text === ',' && !closed && subjectBefore(elements, verb)) return null;
  return { verb, form, group: [verb, verb + 1], subject, inverted: true, breaksAt: null };
}

/** Whether nothing after an inverted subject says that it is the subject of another verb: "said the dam was safe". */
function endsAClause(elements: readonly Element[], [from, to]: Stretch, afterComma: boolean): boolean {
  const next = elements[to];
  if (!next) return true;
  if (FINITE.has(next.lower) || next.lower === 'that') return false;
  return (
    !afterComma || next.kind !== 'word' || PREPOSITIONS.has(next.lower) || DAY_WORDS.has(next.lower) || !holdsVerb(elements, [from, to + 1])
  );
}

function coordinated(elements: readonly Element[], verb: number, group: Stretch, form: VerbForm): Cue | null {
  const before = elements[group[0] - 1];
  if (!before) return null;
  const joins =
    before.lower === 'and' ||
    before.lower === 'but' ||
    (before.text === ',' && form.form === 'ing') ||
    (before.kind === 'quote' && form.form === 'past');
  if (!joins || (form.form === 'ing' && before.lower === 'and')) return null;
  const comma = elements[group[0] - 2]?.text === ',' && before.text !== ',' ? 2 : 1;
  return { verb, form, group, subject: null, inverted: false, breaksAt: before.kind === 'quote' ? group[0] : group[0] - comma };
}

function cueAt(elements: readonly Element[], verb: number, form: VerbForm): Cue | null {
  const inversion = inverted(elements, verb, form);
  if (inversion) return inversion;
  const group: Stretch = [verbGroupStart(elements, verb), verb + 1];
  if (isNoun(elements, verb, group) || isPassive(elements, verb, group, form) || isInfinitive(elements, group)) return null;
  const bare = group[0] === verb;
  if (form.row.lemma === 'go' && elements[verb + 1]?.lower !== 'on') return null;
  // "quotes an official as saying that": the official says it.
  if (form.form === 'ing' && elements[verb - 1]?.lower === 'as') {
    const quoted = subjectBefore(elements, verb - 1);
    return quoted && { verb, form, group, subject: quoted, inverted: false, breaksAt: null };
  }
  if (form.form === 'ing' && bare) return coordinated(elements, verb, group, form);
  const subject = subjectBefore(elements, group[0]);
  if (!subject) return coordinated(elements, verb, group, form);
  const spelled = (elements[verb] as Element).lower;
  if (form.form === 'base' && bare && !agrees(elements, subject)) return null;
  if (BARE_PARTICIPLES.has(spelled) && !elements.slice(...group).some(({ lower }) => DONE.has(lower) || lower === "'s")) return null;
  if (bare && OFTEN_NOUNS.has(spelled) && !standsAlone(elements, subject)) return null;
  return { verb, form, group, subject, inverted: false, breaksAt: breakBefore(elements, subject[0]) };
}

/** Whether a phrase is a subject by itself, so that a word after it that could be a noun is its verb. */
function standsAlone(elements: readonly Element[], [from, to]: Stretch): boolean {
  const last = elements[to - 1] as Element;
  if (holdsVerb(elements, [from, to])) return false;
  return (
    last.capital ||
    last.kind === 'sign' ||
    to - from === 1 ||
    /(?:s|people|police|who|which|men|women)$/.test(last.lower) ||
    DETERMINERS.has(elements[from]?.lower ?? '')
  );
}

/** Whether a bare form ("say", "claim") can have this subject: a plural, "they", "who", or two joined by "and". */
function agrees(elements: readonly Element[], [from, to]: Stretch): boolean {
  const words = elements.slice(from, to);
  const last = words.at(-1)?.lower ?? '';
  if (['they', 'we', 'i', 'you', 'who', 'which'].includes(last)) return true;
  if (['he', 'she', 'it'].includes(last)) return false;
  const stop = words.findIndex(({ lower }, i) => i > 0 && (PREPOSITIONS.has(lower) || lower === ',' || lower === 'who'));
  const head = words[(stop < 0 ? words.length : stop) - 1]?.lower ?? '';
  return /(?:[^s]s|people|police|men|women|media|many|some|most|few|others|both)$/.test(head) || words.some(({ lower }) => lower === 'and');
}

/** The cues of a segment, in order. */
export function cuesOf(elements: readonly Element[]): Cue[] {
  const cues: Cue[] = [];
  elements.forEach(({ kind, lower }, i) => {
    if (kind !== 'word' || AUXILIARIES.has(lower)) return;
    const form = VERB_FORMS.get(lower);
    const cue = form && cueAt(elements, i, form);
    if (cue) cues.push(cue);
  });
  return cues;
}

export const isSpeechVerb = (lower: string): boolean => VERB_FORMS.get(lower)?.takes.has('quote') === true;
