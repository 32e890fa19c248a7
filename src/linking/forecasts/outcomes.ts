import type { Forecast } from '../../model/index.ts';
import { cosine, type Proposition, sameBounds, sameCounted, sharedWeight, topicLikeness } from '../claims/features.ts';
import { byPublication, type Placed } from '../input.ts';
import { lastDay } from './window.ts';

/** What became of a forecast, as one fitted decision: every later statement may tell that it came or that it did not, beside "nobody has told yet". */

/** What became of a forecast, and by which words. */
export type Verdict = Pick<Forecast, 'outcome' | 'resolvedBy'> & { readonly reason: string };

/** A statement as forecasts are held against it: what its own sentence shows is found once. */
export interface Told {
  readonly placed: Placed;
  readonly words: Proposition;
  /** The statement's whole sentence or so. */
  readonly sentence: string;
  /** The single day in its words, or null. */
  readonly day: string | null;
  readonly shown: Shown;
}

/** Words of a statement or of its sentence that tell of an outcome. */
interface Shown {
  readonly failed: boolean;
  readonly failedNear: boolean;
  readonly kept: boolean;
  readonly looksBack: boolean;
  readonly willNot: boolean;
  readonly past: boolean;
}

/** Everything that one forecast is held against. */
export interface Foreseen {
  readonly first: Placed;
  /** The forecast as it is compared: without its dates, and with them. */
  readonly lead: Proposition;
  readonly dated: Proposition;
  readonly window: string | null;
  readonly condition: string | null;
  /** Names that its source goes by. */
  readonly names: readonly string[];
  /** How many forecasts its source has made: "missed its own deadline" tells which where there is but one. */
  readonly ofSource: number;
  readonly sourceOf: (statementId: string) => string | null;
  /** Statements that are this very forecast. */
  readonly own: ReadonlySet<string>;
  /** The day on which the story's last report came out. */
  readonly until: string;
}

/** Words by which a report says that what was foreseen did not come. Plain negation is told by polarity. */
const FAILED =
  /\b(?:failed|fails|missed|abandon\w*|delay\w*|slip(?:s|ped)|postpon\w*|cancel\w*|still|put off|withdr\w+|out of time|instead|later than|gave up|broke|overdue|in vain|shelved|scrapped|dropped|without|nothing|nobody|no one|someone else|too (?:high|low|early|late)|went on|goes on|well above|well below)\b/i;
const KEPT =
  /\b(?:(?:a|one|two|three|four|five) (?:day|week|month)s? (?:early|earlier|ahead)|on time|as (?:promised|announced|planned|predicted|expected|foreseen|foretold|scheduled)|ahead of (?:time|schedule)|kept (?:its|his|her|their) (?:word|promise)|in time|was right|came true)\b/i;
/** Words by which a later sentence looks back at what its subject had promised or foreseen. */
const LOOKS_BACK =
  /\b(?:had (?:\w+ ){0,2}(?:promised|said|predicted|expected|forecast|planned|announced|hoped|pledged|foreseen|foretold|ruled out|insisted|threatened|vowed|warned)|earlier (?:date|promise|forecast|deadline|target)|(?:its|his|her|their) (?:own )?(?:deadline|forecast|promise|prediction|target)|predicted earlier|(?:it|he|she|they) (?:promised|threatened)|promised for|than (?:forecast|promised|expected|planned|announced))\b/i;
const WILL_NOT = /\b(?:will|would|shall) (?:not|no longer|never)\b|\bwon[’']t\b|\bno longer\b/i;
const PAST = /\b(?:has|have|had|was|were|did|went|came|began|won|lost|said|fell|rose|met|\w{3,}ed)\b/i;
/** Whoever is to bring something out has done so when it says something of the matter. */
const BRINGS_OUT = /\b(?:publish|findings?|results?|reports?|answer|decision|decide|announce|opinion|ruling|rule|give its|present)\b/;
const NOT_BEFORE = /\b(?:before|until)\b/;
/** "Whether Sunday could be kept", "no statement": questions and scraps tell of no event. */
const NO_EVENT = /^(?:that\s)?(?:whether|if|when|how|why)\b|^\S+(?:\s\S+)?$/i;
/** Characters on each side of a statement in which its sentence ends, and within which another stands beside it. */
const AROUND = 170;
const BESIDE = 430;
const SENTENCE = /(?<=[.!?]["”’]?)\s+/;

export const publishedDay = ({ report }: Placed): string => report.published?.slice(0, 10) ?? '';
const startOf = ({ statement }: Placed): number => statement.content.spans[0]?.[0] ?? 0;
const endOf = ({ statement }: Placed): number => statement.content.spans.at(-1)?.[1] ?? 0;

/** The statement's whole sentence or so: from the full stop before it to the one after, in its own paragraph. */
function sentenceAround(placed: Placed): string {
  const { text } = placed.report;
  const [start, end] = [startOf(placed), endOf(placed)];
  const before =
    text
      .slice(Math.max(0, start - AROUND), start)
      .split(/\n\s*\n/)
      .at(-1)
      ?.split(SENTENCE)
      .at(-1) ?? '';
  const after =
    text
      .slice(end, end + AROUND)
      .split(/\n\s*\n/)[0]
      ?.split(SENTENCE)[0] ?? '';
  return `${before}${text.slice(start, end)}${after}`;
}

/** The single day in a statement's words, or null. */
function dayOf({ statement }: Placed): string | null {
  const days = statement.times.flatMap(({ edtf }) => (edtf && /^\d{4}-\d\d-\d\d(?:T|$)/.test(edtf) ? [edtf.slice(0, 10)] : []));
  return days.length === 1 ? (days[0] as string) : null;
}

/** A statement with what its words and its sentence show. */
export function told(placed: Placed, words: Proposition): Told {
  const sentence = sentenceAround(placed);
  const { text } = placed.statement.content;
  const shown: Shown = {
    failed: FAILED.test(text),
    failedNear: FAILED.test(sentence),
    kept: KEPT.test(sentence),
    looksBack: LOOKS_BACK.test(sentence),
    willNot: WILL_NOT.test(text),
    past: PAST.test(text),
  };
  return { placed, words, sentence, day: dayOf(placed), shown };
}

/** What a statement that may settle a forecast is scored by. */
const TELLING = [
  'like',
  'meaning',
  'contained',
  'best',
  'mention',
  'beside',
  'looksBack',
  'onDue',
  'inWindow',
  'soon',
  'beforeDue',
  'foresees',
  'past',
  'ownVoice',
  'sameSource',
  'figure',
  'bringsOut',
] as const;
/** What "it did not come" is scored by beside that; "it came" is the rest. */
const AGAINST = [
  'failed',
  'against',
  'failedWords',
  'failedNear',
  'kept',
  'late',
  'lateReport',
  'early',
  'short',
  'reached',
  'tooSoon',
  'notBefore',
  'putOff',
  'willNot',
  'negativeLead',
] as const;
/** What "nobody has told" is scored by. */
const OPEN = ['open', 'passed', 'noDue', 'conditional'] as const;

export const OUTCOME_FEATURES = [...TELLING, ...AGAINST, ...OPEN] as const;
export type OutcomeFeature = (typeof OUTCOME_FEATURES)[number];

const flag = (value: boolean): number => (value ? 1 : 0);
const DAY = 86_400_000;
/** Days from the one to the other; a month or a year counts from its middle. */
function daysBetween(from: string, to: string): number {
  const middle = (edtf: string): number => Date.parse(edtf.length >= 10 ? edtf : edtf.length === 7 ? `${edtf}-15` : `${edtf}-07-01`);
  return (middle(to) - middle(from)) / DAY;
}
/** Whether a day is after a window: whoever keeps a promise late has not kept it. */
const afterDue = (day: string, due: string): boolean => due !== '' && day.slice(0, due.length) > due;

/** 41.8 metres are the 42 foreseen. */
const NEARLY = 0.95;

/** Whether a figure of a statement falls short of the one foreseen, or reaches it; null where they are of different things. */
function reaches(lead: Proposition, words: Proposition): boolean | null {
  for (const figure of lead.figures) {
    const other = words.figures.find(({ percent, low }) => percent === figure.percent && low !== null);
    if (!other || figure.low === null || (!figure.percent && !figure.of.some((word) => other.of.includes(word)))) continue;
    return (other.low as number) >= figure.low * NEARLY;
  }
  return null;
}

/** One thing that may have become of a forecast. */
export interface Option {
  readonly outcome: Forecast['outcome'];
  readonly by: Told | null;
  readonly x: Readonly<Partial<Record<OutcomeFeature, number>>>;
}

/** Likeness under which a statement tells of a forecast only if it looks back at it or stands beside a mention of it. */
const FAINT = 0.2;
/** Likeness from which on a statement's denial, its words of failure and its date are about what was foreseen. */
const CLEAR = 0.36;
/** Statements that a forecast is held against, the likest first. */
const MOST = 40;

interface Candidate {
  readonly row: Told;
  readonly like: number;
  readonly mention: boolean;
  readonly beside: boolean;
  readonly looksBack: boolean;
}

/** Whether a later statement only tells what had been foreseen: "it had expected 90". */
const tellsAgain = ({ lead }: Foreseen, { words, shown }: Told, like: number): boolean =>
  shown.looksBack && (lead.figures.some(({ low }) => low !== null && words.figures.some((other) => other.low === low)) || like >= 0.42);

/** The later statements that may tell what became of a forecast. */
function candidatesFor(foreseen: Foreseen, all: readonly Told[]): Candidate[] {
  const { first, lead, dated, names, ofSource, own } = foreseen;
  const later = all
    .filter(({ placed }) => byPublication(placed.report, first.report) > 0 && !NO_EVENT.test(placed.statement.content.text.trim()))
    .map((row) => {
      const like = Math.max(topicLikeness(lead, row.words), topicLikeness(dated, row.words));
      return { row, like, mention: own.has(row.placed.statement.id) || tellsAgain(foreseen, row, like) };
    });
  const mentions = later.filter(({ mention }) => mention).map(({ row }) => row.placed);
  const near = (one: Placed): boolean =>
    mentions.some(
      (other) =>
        other.report.id === one.report.id &&
        other.statement.id !== one.statement.id &&
        Math.max(endOf(one), endOf(other)) - Math.min(startOf(one), startOf(other)) < BESIDE,
    );
  return later
    .map(({ row, like, mention }): Candidate => {
      const named = names.some((name) => row.sentence.includes(name));
      return { row, like, mention, beside: near(row.placed), looksBack: row.shown.looksBack && named && (like >= FAINT || ofSource === 1) };
    })
    .filter(({ like, mention, beside, looksBack }) => like >= FAINT || mention || beside || looksBack)
    .sort((a, b) => b.like - a.like || (a.row.placed.statement.id < b.row.placed.statement.id ? -1 : 1))
    .slice(0, MOST);
}

/** Everything that may have become of a forecast, with what speaks for it; the last is that nobody has told yet. */
export function optionsFor(foreseen: Foreseen, all: readonly Told[]): Option[] {
  const { lead, window, condition, until } = foreseen;
  // "Not before Tuesday" falls due on Tuesday.
  const due = lastDay(window) || (lead.negative ? (window?.split('/')[0] ?? '') : '');
  const candidates = candidatesFor(foreseen, all);
  const options = candidates.flatMap((candidate, at): Option[] => {
    const telling = tellingOf(foreseen, candidate, at === 0, due);
    return [
      { outcome: 'fulfilled', by: candidate.row, x: telling },
      { outcome: 'failed', by: candidate.row, x: { ...telling, ...againstOf(foreseen, candidate, due) } },
    ];
  });
  const open = { open: 1, passed: flag(due !== '' && until > due), noDue: flag(due === ''), conditional: flag(condition !== null) };
  return [...options, { outcome: 'pending', by: null, x: open }];

  function tellingOf(
    { sourceOf, first }: Foreseen,
    { row, like, mention, beside, looksBack }: Candidate,
    best: boolean,
    end: string,
  ): Partial<Record<OutcomeFeature, number>> {
    const { placed, words, day, shown } = row;
    const published = publishedDay(placed);
    const source = sourceOf(first.statement.id);
    const same = source !== null && sourceOf(placed.statement.id) === source;
    return {
      like,
      meaning: Math.max(0, cosine(lead.vector, words.vector) ?? 0),
      contained: sharedWeight(lead, words) / Math.max(1e-9, Math.min(lead.weight, words.weight)),
      best: flag(best),
      mention: flag(mention),
      beside: flag(beside),
      looksBack: flag(looksBack),
      onDue: flag(day !== null && end.length === 10 && day === end),
      inWindow: flag(day !== null && end !== '' && day >= publishedDay(first) && !afterDue(day, end)),
      soon: flag(end !== '' && Math.abs(daysBetween(end, published)) <= (end.length === 10 ? 3 : 20)),
      beforeDue: flag(end !== '' && published < end),
      foresees: flag(words.foresees),
      past: flag(shown.past),
      ownVoice: flag(placed.statement.voice === 'outlet'),
      sameSource: flag(same),
      figure: flag(lead.figures.some((figure) => words.figures.some((other) => sameBounds(figure, other) && sameCounted(figure, other)))),
      bringsOut: flag(same && !words.foresees && BRINGS_OUT.test(lead.folded)),
    };
  }
}

function againstOf(
  { lead, sourceOf, first }: Foreseen,
  { row, like, beside, mention, looksBack }: Candidate,
  due: string,
): Partial<Record<OutcomeFeature, number>> {
  const { placed, words, day, shown } = row;
  const denied = placed.statement.certainty.level === 'denied' || placed.statement.stance === 'denies';
  const published = publishedDay(placed);
  const source = sourceOf(first.statement.id);
  // "Not before Tuesday" is kept by what comes on or after it.
  const notBefore = lead.negative && !words.negative && NOT_BEFORE.test(lead.folded) && due !== '';
  const reached = reaches(lead, words);
  // "Nobody was killed" denies no road its opening.
  const speaksOfIt = like >= CLEAR || mention || looksBack || (beside && like >= FAINT);
  return {
    failed: 1,
    against: flag(speaksOfIt && !notBefore && (words.negative || denied) !== lead.negative),
    failedWords: flag(speaksOfIt && !lead.negative && shown.failed),
    failedNear: flag(speaksOfIt && !lead.negative && !shown.failed && shown.failedNear),
    kept: flag(shown.kept),
    late: flag(speaksOfIt && !lead.negative && day !== null && afterDue(day, due)),
    lateReport: flag(speaksOfIt && !lead.negative && day === null && afterDue(published, due)),
    early: flag(due !== '' && published < due),
    short: flag(reached === false),
    reached: flag(reached === true),
    tooSoon: flag(notBefore && (day ?? published) < due),
    notBefore: flag(notBefore && (day ?? published) >= due),
    putOff: flag(
      source !== null && sourceOf(placed.statement.id) === source && words.due !== null && afterDue(words.due, due) && like >= 0.42,
    ),
    willNot: flag(speaksOfIt && !lead.negative && shown.willNot),
    negativeLead: flag(lead.negative),
  };
}
