import type { Forecast } from '../../model/index.ts';
import { type Bearing, type Bearings, type SayingPair, sayingIn, UNASKED } from '../bearing/bearing.ts';
import { cosine, type Proposition, sameCounted, sameFigure, sharedWeight, topicLikeness } from '../claims/features.ts';
import { byPublication, type Placed } from '../input.ts';
import { negated, stems } from '../words/normalise.ts';
import { endOf, startOf } from '../words/sentence.ts';
import { retold } from './foreseen.ts';
import { publishedDay, type Told, tellsOfEvent } from './told.ts';
import { lastDay, untilDay } from './window.ts';

/** What became of a forecast, and by which words: every later statement may tell that it came or that it did not, beside "nobody has told yet". */
export type Verdict = Pick<Forecast, 'outcome' | 'resolvedBy'> & { readonly reason: string };

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

/** Whoever is to bring something out has done so when it says something of the matter. */
const BRINGS_OUT = /\b(?:publish|findings?|results?|reports?|answer|decision|decide|announce|opinion|ruling|rule|give its|present)\b/;
const NOT_BEFORE = /\b(?:before|until)\b/;
/** Characters within which two statements stand beside one another. */
const BESIDE = 430;

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
  'bearsSettles',
  'bearsNot',
  'unasked',
  'bearsFaint',
  'retells',
  'earlyFaint',
  'besideFaint',
  'thin',
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
  'bearsFailed',
  'onTime',
  'putOffOther',
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
/** Weight of words under which a likeness says little: "we shall have him". */
const THIN = 2.5;
/** A sentence that takes up the one before and denies it. */
const NONE_CAME =
  /^(?:none (?:had|has|have|was|were|came|of (?:it|them|that|this))|nothing of the (?:kind|sort)|no such|(?:it|they|that|this) (?:did|has|had|have|was|were) (?:not|never)|(?:it|they|that|this) (?:did|has|had|have|was|were)n[’']t)\b/i;
/** Likeness under which nothing but its place speaks for a statement. */
const FAINTEST = 0.12;
/** Likeness from which on a statement's denial, its words of failure and its date are about what was foreseen. */
const CLEAR = 0.36;
/** Likeness from which on two forecasts are of one thing. */
const LIKE = 0.42;
/** Mentions of a forecast in one report that others are seen beside. */
const MOST_MENTIONS = 20;
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
  shown.looksBack && (lead.figures.some(({ low }) => low !== null && words.figures.some((other) => other.low === low)) || like >= LIKE);

/** Whether a statement stands in the report that looks back at a forecast, and tells what came since. */
const besideRetold = ({ first, own }: Foreseen, { placed, words }: Told): boolean =>
  placed.report.id === first.report.id && retold(first.statement) && !own.has(placed.statement.id) && !words.foresees;

/** "The drill, named Quiet Door, will …": a noun and the name that its thing is given. */
const GIVEN_A_NAME =
  /\b(?:The|the|an?|this)\s(?:[\p{Ll}-]{2,20}\s){0,2}?(?<noun>\p{Ll}{4,20}),?\s(?:which is\s)?(?:named|called|code-?named|dubbed)\s["“‘]?(?<name>\p{Lu}[\p{L}-]{2,20}(?:\s\p{Lu}[\p{L}-]{2,20}){0,3})/gu;

/** Characters around a forecast in which its report gives a name to what is foreseen. */
const NAMED_WITHIN = 1500;

/** Names that the report of a forecast gives to what is foreseen. */
function namesGiven({ first, lead }: Foreseen): string[] {
  const around = first.report.text.slice(Math.max(0, startOf(first) - NAMED_WITHIN), endOf(first) + NAMED_WITHIN);
  return [...around.matchAll(GIVEN_A_NAME)].flatMap(({ groups }) =>
    groups?.name && stems(groups.noun ?? '').some((word) => lead.stems.has(word)) ? [groups.name] : [],
  );
}

/** The later statements that may tell what became of a forecast. */
function candidatesFor(foreseen: Foreseen, all: readonly Told[]): Candidate[] {
  const { first, lead, dated, names, ofSource, own } = foreseen;
  // An undated report may be older.
  if (first.report.published === null) return [];
  const given = namesGiven(foreseen);
  const named = ({ placed, words }: Told): boolean => !words.foresees && given.some((name) => placed.statement.content.text.includes(name));
  const later = all
    .filter(({ placed }) => placed.report.published !== null && tellsOfEvent(placed))
    .filter((row) => byPublication(row.placed.report, first.report) > 0 || besideRetold(foreseen, row))
    .map((row) => {
      const like = Math.max(topicLikeness(lead, row.words), topicLikeness(dated, row.words), named(row) ? LIKE : 0);
      return { row, like, mention: own.has(row.placed.statement.id) || tellsAgain(foreseen, row, like) };
    });
  const mentions = new Map<string, Placed[]>(retold(first.statement) ? [[first.report.id, [first]]] : []);
  for (const { row, mention } of later) {
    if (!mention) continue;
    const those = mentions.get(row.placed.report.id);
    if (!those) mentions.set(row.placed.report.id, [row.placed]);
    else if (those.length < MOST_MENTIONS) those.push(row.placed);
  }
  const near = (one: Placed): boolean =>
    (mentions.get(one.report.id) ?? []).some(
      (other) =>
        other.statement.id !== one.statement.id && Math.max(endOf(one), endOf(other)) - Math.min(startOf(one), startOf(other)) < BESIDE,
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

/** Later statements that the network is asked about for each forecast, the likest. */
const MOST_ASKED = 6;

const heldBeside = ({ first }: Foreseen, { placed }: Told): SayingPair => ({
  earlier: sayingIn(first),
  later: sayingIn(placed),
});

/** The statements that the network is to hold beside a forecast. */
export const askedAbout = (foreseen: Foreseen, all: readonly Told[]): SayingPair[] =>
  candidatesFor(foreseen, all)
    .slice(0, MOST_ASKED)
    .map(({ row }) => heldBeside(foreseen, row));

/** What shows that it did not come. That the words are like, and late, shows nothing. */
const FAILURE: readonly OutcomeFeature[] = [
  'against',
  'failedWords',
  'failedNear',
  'late',
  'short',
  'tooSoon',
  'putOff',
  'putOffOther',
  'willNot',
  'bearsFailed',
];
const showsFailure = (x: Partial<Record<OutcomeFeature, number>>): boolean => FAILURE.some((name) => (x[name] ?? 0) > 0);

/** Everything that may have become of a forecast, with what speaks for it; the last is that nobody has told yet. */
export function optionsFor(foreseen: Foreseen, all: readonly Told[], bearings: Bearings = UNASKED): Option[] {
  const { lead, window, condition, until } = foreseen;
  // "Not before Tuesday" falls due on Tuesday.
  const due = lastDay(window) || (lead.negative ? (window?.split('/')[0] ?? '') : '');
  const candidates = candidatesFor(foreseen, all);
  const options = candidates.flatMap((candidate, at): Option[] => {
    const bearing = bearings(heldBeside(foreseen, candidate.row));
    const telling = { ...tellingOf(foreseen, candidate, at === 0, due), ...settling(lead, bearing, candidate) };
    const against = { ...againstOf(foreseen, candidate, due, bearing), bearsFailed: bearing ? bearing.failed - bearing.fulfilled : 0 };
    const failing = { ...against, ...calledOff(against) };
    const fulfilled: Option = { outcome: 'fulfilled', by: candidate.row, x: telling };
    // What happened before anybody foresaw it is not what was foreseen.
    const { day } = candidate.row;
    const before = day !== null && day.length === 10 && daysBetween(day, publishedDay(foreseen.first)) >= 1;
    if (before && candidate.like < CLEAR && !showsFailure(failing)) return [];
    // "People are queuing for something that has not opened" shows nothing that came.
    if (!lead.negative && candidate.row.words.negative && !deniesElsewhere(lead, candidate.row) && !showsFailure(failing)) return [];
    return showsFailure(failing) ? [fulfilled, { outcome: 'failed', by: candidate.row, x: { ...telling, ...failing } }] : [fulfilled];
  });
  const open = {
    open: 1,
    passed: flag(due !== '' && until > untilDay(due)),
    noDue: flag(due === ''),
    conditional: flag(condition !== null),
  };
  return [...options, { outcome: 'pending', by: null, x: open }];
}

/** What is put off or called off has failed when that is said, though its day has not come. */
const calledOff = ({ putOff, putOffOther, willNot }: Option['x']): Option['x'] =>
  putOff || putOffOther || willNot ? { foresees: 0, beforeDue: 0, earlyFaint: 0, early: 0 } : {};

/** Letters by which a word of failure is one with the forecast's: "withdrew", "will withdraw". */
const SAME_START = 6;

/** Words of failure, but those of the forecast itself: "will withdraw its guns" is kept by whoever withdrew them. */
const failuresBut = ({ folded }: Proposition, found: readonly string[]): boolean =>
  found.some((words) => !folded.includes(words.includes(' ') ? words : words.slice(0, SAME_START)));

/** Whether a statement only tells what had been foreseen: it names the day, too, and tells of nothing that came. */
const retellsIt = (lead: Proposition, { row: { words, shown }, mention }: Candidate): boolean =>
  mention && (words.foresees || shown.looksBackItself || shown.ahead) && !failuresBut(lead, shown.failed) && !shown.kept;

/** Whether what a statement denies is another thing than what it shares with a forecast: "the union, which voted on Tuesday, was not appeased". */
function deniesElsewhere(lead: Proposition, { placed }: Told): boolean {
  const clauses = placed.statement.content.text.split(/[,;:]\s/);
  const shares = (clause: string): boolean => stems(clause).some((word) => lead.stems.has(word));
  return clauses.length > 1 && clauses.some(shares) && clauses.every((clause) => !negated(clause) || !shares(clause));
}

/** What the network says of a statement beside a forecast. */
const settling = (lead: Proposition, bearing: Bearing | null, candidate: Candidate): Partial<Record<OutcomeFeature, number>> => ({
  bearsSettles: bearing && !retellsIt(lead, candidate) ? bearing.fulfilled + bearing.failed : 0,
  bearsFaint: bearing && candidate.like < CLEAR && !candidate.mention ? bearing.fulfilled + bearing.failed : 0,
  bearsNot: bearing ? bearing.near + bearing.apart : 0,
  unasked: flag(bearing === null),
});

function tellingOf(
  { lead, sourceOf, first }: Foreseen,
  candidate: Candidate,
  best: boolean,
  due: string,
): Partial<Record<OutcomeFeature, number>> {
  const { row, like, mention, beside, looksBack } = candidate;
  const { placed, words, day, shown } = row;
  const published = publishedDay(placed);
  const source = sourceOf(first.statement.id);
  const same = source !== null && sourceOf(placed.statement.id) === source;
  const retells = retellsIt(lead, candidate);
  const early = due !== '' && published < untilDay(due);
  return {
    like,
    meaning: Math.max(0, cosine(lead.vector, words.vector) ?? 0),
    contained: sharedWeight(lead, words) / Math.max(1e-9, Math.min(lead.weight, words.weight)),
    best: flag(best),
    mention: flag(mention),
    beside: flag(beside),
    besideFaint: flag(beside && like < FAINTEST),
    looksBack: flag(looksBack),
    onDue: flag(!retells && day !== null && due.length === 10 && day === due),
    inWindow: flag(!retells && day !== null && due !== '' && day >= publishedDay(first) && !afterDue(day, due)),
    soon: flag(due !== '' && Math.abs(daysBetween(due, published)) <= (due.length === 10 ? 3 : 20)),
    beforeDue: flag(early),
    earlyFaint: flag(early && like < LIKE),
    retells: flag(retells),
    thin: flag(Math.min(lead.weight, words.weight) < THIN),
    foresees: flag(words.foresees),
    past: flag(shown.past),
    ownVoice: flag(placed.statement.voice === 'outlet'),
    sameSource: flag(same),
    figure: flag(lead.figures.some((figure) => words.figures.some((other) => sameFigure(figure, other) && sameCounted(figure, other)))),
    bringsOut: flag(same && !words.foresees && BRINGS_OUT.test(lead.folded)),
  };
}

function againstOf(
  { lead, sourceOf, first }: Foreseen,
  { row, like, beside, mention, looksBack }: Candidate,
  due: string,
  bearing: Bearing | null,
): Partial<Record<OutcomeFeature, number>> {
  const { placed, words, day, shown } = row;
  const denied = placed.statement.certainty.level === 'denied' || placed.statement.stance === 'denies';
  const published = publishedDay(placed);
  const source = sourceOf(first.statement.id);
  // "Not before Tuesday" is kept by what comes on or after it.
  const notBefore = lead.negative && !words.negative && NOT_BEFORE.test(lead.folded) && due !== '';
  const reached = reaches(lead, words);
  const settlesIt = bearing !== null && bearing.fulfilled + bearing.failed >= 0.5;
  // "The bank said that the lights would be back by noon. None of them were."
  const noneCame = beside && NONE_CAME.test(placed.statement.content.text);
  // "Nobody was killed" denies no road its opening.
  const sameDue = words.due !== null && words.due === due;
  const speaksOfIt = like >= CLEAR || mention || looksBack || noneCame || ((beside || settlesIt || sameDue) && like >= FAINT);
  const dueLater = words.due !== null && afterDue(words.due, due) && like >= LIKE && !mention;
  const sameSource = source !== null && sourceOf(placed.statement.id) === source;
  const negative = words.negative && !deniesElsewhere(lead, row);
  const failed = failuresBut(lead, shown.failed);
  return {
    failed: 1,
    against: flag(speaksOfIt && !notBefore && (negative || denied) !== lead.negative),
    failedWords: flag(speaksOfIt && !lead.negative && failed),
    failedNear: flag(speaksOfIt && !lead.negative && !failed && failuresBut(lead, shown.failedNear)),
    kept: flag(shown.kept),
    late: flag(speaksOfIt && !lead.negative && !words.foresees && day !== null && afterDue(day, due)),
    lateReport: flag(speaksOfIt && !lead.negative && day === null && afterDue(published, due)),
    early: flag(due !== '' && published < untilDay(due)),
    onTime: flag(
      day !== null &&
        due !== '' &&
        day >= publishedDay(first) &&
        !afterDue(day, due) &&
        shown.past &&
        !negative &&
        shown.failedNear.length === 0,
    ),
    short: flag(reached === false),
    reached: flag(reached === true),
    tooSoon: flag(notBefore && (day ?? published) < due),
    notBefore: flag(notBefore && (day ?? published) >= due),
    putOff: flag(dueLater && sameSource),
    putOffOther: flag(dueLater && !sameSource),
    willNot: flag(speaksOfIt && !lead.negative && shown.willNot),
    negativeLead: flag(lead.negative),
  };
}
