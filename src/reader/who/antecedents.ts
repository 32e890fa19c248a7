import type { Span, Spans } from '../../model/index.ts';
import { LEANING } from './data/leaning.data.ts';
import { type Entity, isPerson, type Mention, mayBePerson, settled } from './entity.ts';

/** Whom a pronoun stands for, as one fitted decision: everybody who fits is scored by the features below, "cannot tell" beside them. */

export type Pronoun = 'he' | 'she' | 'it' | 'they';

/** Where and how a pronoun stands. */
export interface Asked {
  readonly pronoun: Pronoun;
  readonly offset: number;
  /** As the source of a statement, as the subject of a sentence, or before what somebody has ("its spokesman"). */
  readonly place: 'source' | 'subject' | 'owner';
  /** What it is said to have said: who is named in there is seldom the speaker. */
  readonly content: Spans;
  /** Who says the passage that the pronoun stands in. */
  readonly holder: Entity | null;
}

/** Somebody whom a pronoun could stand for, and where they were spoken of before it, in reading order. */
export interface Candidate {
  readonly entity: Entity;
  readonly mentions: readonly Mention[];
}

/** The number of the sentence that an offset stands in, in which quoted ones do not count, and of its paragraph. */
export interface Numbering {
  readonly sentenceAt: (offset: number) => number;
  readonly paragraphAt: (offset: number) => number;
  /** Whether an offset lies inside what somebody is said to have said. */
  readonly toldAt: (offset: number) => boolean;
}

/** What somebody whom a pronoun could stand for is scored by, each 0 to 1. */
export const FEATURES = [
  'beyond0',
  'beyond1',
  'beyond2',
  'subject1',
  'subject2',
  'spoke1',
  'lastSubject',
  'fresh',
  'paragraph',
  'opens',
  'faint',
  'ownSubject',
  'ownFirst',
  'lastSource',
  'lastHere',
  'alone',
  'subjectHere',
  'acted',
  'told',
  'aside',
  'holder',
  'oneName',
  'behind1',
  'behind2',
  'sure',
  'given',
  'ending',
  'unnamed',
  'often',
  'government',
  'document',
  'maybePerson',
] as const;
export type Feature = (typeof FEATURES)[number];

/** What "cannot tell" is scored by. */
export const NOBODY_FEATURES = ['bias', 'owner', 'subject'] as const;
type NobodyFeature = (typeof NOBODY_FEATURES)[number];

const flag = (value: boolean): number => (value ? 1 : 0);
const inside = (span: Span, spans: readonly Span[]): boolean => spans.some(([start, end]) => span[0] >= start && span[1] <= end);

/** What a first name alone tells, where nothing else does: nearly always a woman's or a man's, or rather a woman's ("Berta") by its last letter. */
export function leaning({ gender, names }: Entity, pronoun: Pronoun): { given: number; ending: number } {
  const none = { given: 0, ending: 0 };
  if (gender !== 'unknown' || (pronoun !== 'he' && pronoun !== 'she')) return none;
  const first = /^\p{L}{2,}(?=\s)/u.exec(names.find((name) => name.includes(' ')) ?? '')?.[0];
  if (first === undefined) return none;
  const asked = pronoun === 'she' ? 1 : -1;
  const known = LEANING.get(first.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
  if (known) return { given: known * asked, ending: 0 };
  const letter = /[ao]$/.exec(first)?.[0];
  return letter ? { given: 0, ending: (letter === 'a' ? 1 : -1) * asked } : none;
}

/** Whether a mention opens a content: "the board has …", "“Norvane will …". */
const opensAt = (mention: number, content: number): boolean => content >= 0 && mention >= content && mention <= content + OPENING;
/** As long as an article with a quotation mark. */
const OPENING = 5;

/** The features of each candidate, in the order of `FEATURES`. */
export function featuresOf({ sentenceAt, paragraphAt, toldAt }: Numbering, asked: Asked, candidates: readonly Candidate[]): number[][] {
  const here = sentenceAt(asked.offset);
  const paragraph = paragraphAt(asked.offset);
  const told = candidates.map(({ entity, mentions }) => {
    const out = asked.place === 'source' ? mentions.filter(({ span }) => !inside(span, asked.content)) : mentions;
    const near = out.at(-1) ?? (mentions.at(-1) as Mention);
    const subjects = out.filter(({ subject }) => subject);
    const away = ({ span }: Mention): number => here - sentenceAt(span[0]);
    const subjectAway = Math.min(9, ...subjects.map(away));
    const spoke = Math.max(-1, ...out.filter(({ source }) => source).map(({ span }) => span[0]));
    const act = subjects.at(-1)?.span[0] ?? -1;
    const begun = Math.min(
      Number.POSITIVE_INFINITY,
      ...subjects.filter(({ span }) => paragraphAt(span[0]) === paragraph).map(({ span }) => span[0]),
    );
    return { entity, mentions, out, near, away: away(near), subjectAway, spoke, act, begun };
  });
  const lastAct = Math.max(-1, ...told.map(({ act }) => act));
  const first = Math.min(...told.map(({ begun }) => begun));
  const lastSpoke = Math.max(-1, ...told.map(({ spoke }) => spoke));
  const actingHere = told.filter(({ act }) => act >= 0 && paragraphAt(act) === paragraph && !toldAt(act)).map(({ entity }) => entity);
  const contentStart = asked.content[0]?.[0] ?? -1;
  return told.map(({ entity, mentions, out, near, away, subjectAway, spoke, act, begun }): number[] => {
    const { given, ending } = leaning(entity, asked.pronoun);
    const later = told.filter((other) => other.out.length > 0 && other.near.span[0] > near.span[0]).length;
    const value: Readonly<Record<Feature, number>> = {
      beyond0: flag(away > 0),
      beyond1: flag(away > 1),
      beyond2: flag(away > 2),
      subject1: flag(subjectAway <= 1),
      subject2: flag(subjectAway <= 2),
      lastSubject: flag(lastAct >= 0 && act === lastAct),
      fresh: flag(entity.names.length === 0 && subjectAway <= 1),
      spoke1: flag(spoke >= 0 && here - sentenceAt(spoke) <= 1),
      paragraph: flag(paragraphAt(near.span[0]) === paragraph),
      opens: flag(begun === first && Number.isFinite(begun)),
      faint: flag(near.faint),
      ownSubject: flag(mentions.some((mention) => mention.subject && !out.includes(mention))),
      ownFirst: flag(asked.place === 'source' && mentions.some(({ span, faint }) => !faint && opensAt(span[0], contentStart))),
      lastSource: flag(lastSpoke >= 0 && spoke === lastSpoke),
      lastHere: flag(lastAct >= 0 && act === lastAct && paragraphAt(act) === paragraph),
      alone: flag(actingHere.length === 1 && actingHere[0] === entity),
      subjectHere: flag(act >= 0 && paragraphAt(act) === paragraph && !toldAt(act)),
      acted: flag(mentions.some(({ subject, source }) => subject || source)),
      told: flag(toldAt(near.span[0]) && !near.source),
      aside: flag(mentions.every(({ faint }) => faint)),
      holder: flag(asked.holder !== null && settled(asked.holder) === settled(entity)),
      oneName: flag(!isPerson(entity) && !mayBePerson(entity) && entity.names.length > 0),
      behind1: flag(later >= 1),
      behind2: flag(later >= 2),
      sure: flag(asked.pronoun === 'it' ? entity.thing || !mayBePerson(entity) : entity.gender !== 'unknown'),
      given,
      ending,
      unnamed: flag(entity.names.length === 0),
      often: Math.min(1, entity.mentions.length / 6),
      government: flag(entity.kind === 'government'),
      document: flag(entity.kind === 'document'),
      maybePerson: flag(!isPerson(entity) && mayBePerson(entity)),
    };
    return FEATURES.map((name) => value[name]);
  });
}

/** The features of "cannot tell", in the order of `NOBODY_FEATURES`. */
export function nobodyOf({ place }: Asked): number[] {
  const value: Readonly<Record<NobodyFeature, number>> = {
    bias: 1,
    owner: flag(place === 'owner'),
    subject: flag(place === 'subject'),
  };
  return NOBODY_FEATURES.map((name) => value[name]);
}

/** What the features weigh, and the least chance at which the best candidate is taken. Fitted by `bench/fit-who.ts`. */
export interface Weights {
  readonly weights: Readonly<Record<Feature | NobodyFeature, number>>;
  readonly least: number;
}

/** For "he" and "she". */
export const PERSON: Weights = {
  least: 0.5,
  weights: {
    beyond0: -0.43,
    beyond1: 0.03,
    beyond2: -0.88,
    subject1: 0.35,
    subject2: 0.36,
    spoke1: 0.74,
    lastSubject: 0.04,
    fresh: -0.23,
    paragraph: 0.78,
    opens: -0.61,
    faint: -0.6,
    ownSubject: 0.15,
    ownFirst: 0.25,
    lastSource: -0.31,
    lastHere: 0.78,
    alone: 0.27,
    subjectHere: 0.28,
    acted: -0.04,
    told: 0.22,
    aside: -0.15,
    holder: 0.45,
    oneName: -0.51,
    behind1: -0.73,
    behind2: -0.12,
    sure: 1.87,
    given: 2.03,
    ending: -0.13,
    unnamed: -0.57,
    often: 1.47,
    government: 0,
    document: 0,
    maybePerson: -1.05,
    bias: -1.75,
    owner: 2.98,
    subject: 2.52,
  },
};

/** For "it" and "they" as the source of a statement. */
export const THING: Weights = {
  least: 0.5,
  weights: {
    beyond0: 0.59,
    beyond1: -0.68,
    beyond2: -0.62,
    subject1: 0.63,
    subject2: 0.81,
    spoke1: 0.36,
    lastSubject: -0.26,
    fresh: -1.01,
    paragraph: 0.39,
    opens: -0.09,
    faint: -0.33,
    ownSubject: 1.38,
    ownFirst: 1.46,
    lastSource: 0.58,
    lastHere: 0.81,
    alone: 0.22,
    subjectHere: 0.9,
    acted: 0.64,
    told: -0.53,
    aside: 0.06,
    holder: -0.43,
    oneName: -0.19,
    behind1: 0.27,
    behind2: -0.81,
    sure: 0.19,
    given: 0,
    ending: 0,
    unnamed: 0.19,
    often: 0.39,
    government: -1.24,
    document: -1.21,
    maybePerson: 0.31,
    bias: -0.27,
    owner: 0.19,
    subject: 2.33,
  },
};

/** For "it" and "they" elsewhere, of which no text tells the truth: what was fitted on sources before the small stories were, whose sentences
 * seldom speak of one body twice. */
export const THING_ELSEWHERE: Weights = {
  least: 0.5,
  weights: {
    beyond0: 0.29,
    beyond1: -0.39,
    beyond2: -0.64,
    subject1: 1.36,
    subject2: 0.87,
    spoke1: 0.51,
    lastSubject: 1.25,
    fresh: 0.35,
    paragraph: 0.22,
    opens: 0.56,
    faint: -1.05,
    ownSubject: 3.53,
    ownFirst: 0,
    lastSource: 0,
    lastHere: 0,
    alone: 0,
    subjectHere: 0,
    acted: 0,
    told: 0,
    aside: 0,
    holder: -0.47,
    oneName: -0.15,
    behind1: -0.25,
    behind2: -0.46,
    sure: -0.71,
    given: 0,
    ending: 0,
    unnamed: -0.11,
    often: 0.56,
    government: -0.89,
    document: -0.71,
    maybePerson: 0.05,
    bias: 0.21,
    owner: 0.49,
    subject: 0.92,
  },
};

/** Weights in the order of `FEATURES`, then `NOBODY_FEATURES`. */
const listed = ({ weights }: Weights): readonly number[] => [...FEATURES, ...NOBODY_FEATURES].map((name) => weights[name]);
const LISTS = { person: listed(PERSON), thing: listed(THING), elsewhere: listed(THING_ELSEWHERE) };

/** The chance of each candidate, by their order. */
export function chances(weights: readonly number[], rows: readonly (readonly number[])[], nobody: readonly number[]): number[] {
  const sum = (row: readonly number[], from: number): number => row.reduce((total, x, k) => total + x * (weights[from + k] as number), 0);
  const scores = [...rows.map((row) => sum(row, 0)), sum(nobody, FEATURES.length)];
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const whole = powers.reduce((a, b) => a + b, 0);
  return powers.slice(0, -1).map((power) => power / whole);
}

/** The likeliest of several, if it is likely enough. */
export function choose(numbering: Numbering, asked: Asked, candidates: readonly Candidate[]): Candidate | null {
  if (candidates.length === 0) return null;
  const human = asked.pronoun === 'he' || asked.pronoun === 'she';
  const weights = human ? LISTS.person : asked.place === 'source' ? LISTS.thing : LISTS.elsewhere;
  const rows = featuresOf(numbering, asked, candidates);
  const found = chances(weights, rows, nobodyOf(asked));
  const best = found.indexOf(Math.max(...found));
  return (found[best] as number) >= (human ? PERSON : THING).least ? (candidates[best] as Candidate) : null;
}
