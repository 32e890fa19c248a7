import type { Relation } from '../../model/index.ts';
import type { Bearing } from '../bearing/bearing.ts';
import { type Figure, sameCounted } from '../claims/features.ts';
import type { Point } from '../tallies/points.ts';
import { countScore, countsOther, sharedNouns, sizeGap } from '../tallies/same.ts';
import { startOf } from '../words/sentence.ts';
import { ADMITS, CAUSE, CHANGES, CORRECTS, DENIAL, FINDS, FLAT_DENIAL, namesFigure, PRONOUN_FIRST } from './cues.ts';
import type { Places } from './places.ts';
import type { Side } from './sides.ts';
import type { Nearness } from './topic.ts';

/** What a later claim and an earlier one are compared by when it is asked how the one bears on the other, each 0 to 1. */
export const PAIR_FEATURES = [
  'best',
  'mutual',
  'centred',
  'centredBest',
  'around',
  'centredAround',
  'aroundBest',
  'near',
  'together',
  'togetherLater',
  'firstReport',
  'spread',
  'pronoun',
  'sameSource',
  'sameSourcePlain',
  'sameBreath',
  'otherSource',
  'unnamed',
  'outletLater',
  'outletEarlier',
  'counts',
  'scope',
  'falls',
  'rises',
  'grown',
  'room',
  'apart',
  'nouns',
  'setAside',
  'tallyConflicts',
  'tallyRevises',
  'tallyCorrects',
  'laterDenies',
  'earlierDenies',
  'opposedLike',
  'opposedClear',
  'opposedBest',
  'denialWord',
  'flatDenial',
  'finding',
  'admission',
  'correction',
  'change',
  'causes',
  'foresees',
  'onlyLaterForesees',
  'bothForesee',
  'dueMoved',
  'bearsSame',
  'bearsContradicts',
  'bearsDenies',
  'bearsEndorses',
  'bearsUpdates',
  'bearsCorrects',
  'bearsNot',
  'unasked',
] as const;
export type PairFeature = (typeof PAIR_FEATURES)[number];
export type Features = Readonly<Record<PairFeature, number>>;

/** What is told of a pair beside its features: the words that show how the one bears on the other. */
export interface Shown {
  /** What their figures in one tally say of the two. */
  readonly tallied: Relation | null;
  readonly sameSource: boolean;
  readonly opposed: boolean;
  /** Whether both give figures, and none the same. */
  readonly figures: boolean;
  /** Whether the later sentence names a figure of the earlier claim, to put it aside or as the former one. */
  readonly named: 'aside' | 'former' | null;
}

/** What a pair is measured against: the highest of either claim's pairs. */
export interface Highest {
  readonly topic: number;
  readonly centred: number;
  readonly around: number;
  readonly earlierTopic: number;
}

/** Characters within which two statements of one report stand together, and statements within which one follows another. */
const TOGETHER = 350;
const FOLLOWS = 3;
/** Statements of a claim that are looked at. */
const MOST = 50;
const flag = (value: boolean): number => (value ? 1 : 0);

/** Statements of the earlier claim that stand close to one of the later. */
const besideOf = (later: Side, earlier: Side) =>
  earlier.placed
    .slice(0, MOST)
    .filter((one) =>
      later.placed.slice(0, MOST).some((other) => other.report.id === one.report.id && Math.abs(startOf(other) - startOf(one)) < TOGETHER),
    );

type Bounds = Pick<Figure, 'low' | 'high'>;
const figuresOf = ({ told }: Side): readonly Figure[] => told.flatMap(({ figures }) => figures);

/** "Three" and "at least three" differ in nothing. */
const agrees = (a: Bounds, b: Bounds): boolean =>
  (a.low === b.low && (a.high === b.high || a.high === null || b.high === null)) ||
  (a.high === b.high && (a.low === null || b.low === null));

/** Whether the bounds of two figures leave room for both: 44 is no fewer than "at least 40". */
const leavesRoom = ({ quantity: a }: Point, { quantity: b }: Point): boolean =>
  (a.low ?? Number.NEGATIVE_INFINITY) <= (b.high ?? Number.POSITIVE_INFINITY) &&
  (b.low ?? Number.NEGATIVE_INFINITY) <= (a.high ?? Number.POSITIVE_INFINITY);

const COUNTED = ['counts', 'scope', 'falls', 'rises', 'grown', 'room', 'apart', 'nouns'] as const;
const UNCOUNTED = Object.fromEntries(COUNTED.map((name) => [name, 0])) as Record<(typeof COUNTED)[number], number>;

/** Two figures of two claims that count one thing and differ, the surest: how sure that is, and how the one stands to the other. */
function countsOf(later: readonly Point[], earlier: readonly Point[]): Pick<Features, (typeof COUNTED)[number]> {
  let [found, scope] = [UNCOUNTED, false];
  const sizeOf = ({ quantity }: Point): number => quantity.low ?? quantity.high ?? 0;
  for (const a of later)
    for (const b of earlier) {
      if (a.measure !== b.measure || countsOther(a, b) || agrees(a.quantity, b.quantity)) continue;
      scope ||= a.scope !== null && a.scope.id === b.scope?.id;
      const counts = countScore(a, b);
      if (counts <= found.counts) continue;
      const way = sizeOf(a) - sizeOf(b);
      found = {
        counts,
        scope: 0,
        falls: way < 0 ? counts : 0,
        rises: way > 0 ? counts : 0,
        grown: flag(way > 0 && a.scope?.nature === 'grows' && a.placed.report.id !== b.placed.report.id),
        room: flag(leavesRoom(a, b)),
        apart: sizeGap(a, b),
        nouns: sharedNouns(a, b),
      };
    }
  return { ...found, scope: flag(scope) };
}

/** Likeness from which on two claims clearly speak of one thing. */
const CLEAR = 0.4;
/** Reports that tell the earlier claim, from which on it is told everywhere. */
const EVERYWHERE = 8;
/** Whoever looked into it, or saw it without a name: they contradict rather than deny. */
const UNNAMED: ReadonlySet<string> = new Set(['anonymous', 'document', 'media']);

/** What will be is no denial. */
const TO_COME = /\b(?:will|would|shall)\b/i;

const share = (value: number, highest: number): number => value / Math.max(1e-9, highest);

/** What is seen of one claim by itself, however many pairs it is in. */
export interface Profile {
  /** What the words say of how it bears on others. */
  readonly words: Pick<
    Features,
    'denialWord' | 'finding' | 'admission' | 'correction' | 'change' | 'pronoun' | 'unnamed' | 'outletLater' | 'foresees'
  >;
  /** A denial without reserve by somebody named, who did not look into it. */
  readonly deniesFlatly: boolean;
  readonly cause: boolean;
  /** In how many reports it is told. */
  readonly reports: number;
  /** The figures in its words, and those of them that count something. */
  readonly figureTexts: readonly string[];
  readonly points: readonly Point[];
}

export function profileOf({ sentence, source, foresees, placed, first: { statement } }: Side, points: readonly Point[]): Profile {
  const few = placed.slice(0, MOST);
  return {
    words: {
      denialWord: flag(DENIAL.test(sentence)),
      finding: flag(FINDS.test(sentence)),
      admission: flag(ADMITS.test(sentence)),
      correction: flag(CORRECTS.test(sentence)),
      change: flag(CHANGES.test(sentence)),
      pronoun: flag(PRONOUN_FIRST.test(statement.content.text)),
      unnamed: flag(UNNAMED.has(statement.source?.kind ?? '')),
      outletLater: flag(source === null),
      foresees: flag(foresees),
    },
    deniesFlatly:
      (FLAT_DENIAL.test(sentence) || FLAT_DENIAL.test(statement.content.text.replace(/^["“‘'\s]+/, ''))) &&
      !FINDS.test(sentence) &&
      !TO_COME.test(statement.content.text) &&
      !UNNAMED.has(statement.source?.kind ?? ''),
    cause: CAUSE.test(statement.content.text),
    reports: new Set(few.map(({ report }) => report.id)).size,
    figureTexts: few.flatMap(({ statement: { quantities } }) => quantities.map(({ text }) => text)),
    points,
  };
}

/** What the network says of two claims, as features. */
export const bearingFeatures = (bearing: Bearing): Partial<Features> => ({
  bearsSame: bearing.same,
  bearsContradicts: bearing.contradicts,
  bearsDenies: bearing.denies,
  bearsEndorses: bearing.endorses,
  bearsUpdates: bearing.updates,
  bearsCorrects: bearing.corrects,
  bearsNot: bearing.near + bearing.apart,
  unasked: 0,
});

/** A later claim and an earlier one as the decision sees them before the network is asked, with what shows it. */
export function featuresOf(
  near: Nearness,
  highest: Highest,
  {
    places,
    tallied,
    profiles: [own, other],
  }: {
    readonly places: Places;
    readonly tallied: Relation | null;
    readonly profiles: readonly [Profile, Profile];
  },
): { readonly x: Features } & Shown {
  const { later, earlier, a, b, topic, centred, around, centredAround } = near;
  const [first, second] = [figuresOf(later), figuresOf(earlier)];
  const figures = first.length > 0 && second.length > 0;
  const equal = first.some((figure) => second.some((one) => agrees(figure, one) && sameCounted(figure, one)));
  const opposed = later.negative !== earlier.negative;
  const sameSource = later.source !== null && earlier.sources.has(later.source);
  const nobody = later.source === null && earlier.source === null;
  const firstReport = later.first.report.id === earlier.first.report.id;
  const beside = besideOf(later, earlier);
  const best = share(topic, highest.topic);
  const moved = a.due !== null && b.due !== null && a.due !== b.due;
  const named = namesFigure(later.sentence, other.figureTexts);
  const { words } = own;
  const counted = countsOf(own.points, other.points);
  // One literal of every field: of spread ones V8 makes a table that is slow to make and to read, for each of thousands of pairs.
  const x: Features = {
    best,
    mutual: flag(best >= 1 && topic >= highest.earlierTopic),
    centred: Math.max(0, centred),
    centredBest: Math.max(0, share(centred, highest.centred)),
    around,
    centredAround,
    aroundBest: share(centredAround, highest.around),
    near: flag(places.follows(later, earlier, FOLLOWS)),
    together: flag(beside.length > 0),
    togetherLater: flag(beside.some(({ report }) => report.id !== earlier.first.report.id)),
    firstReport: flag(firstReport),
    spread: Math.min(1, Math.log2(other.reports) / Math.log2(EVERYWHERE)),
    pronoun: words.pronoun,
    sameSource: flag(sameSource),
    sameSourcePlain: flag((sameSource || nobody) && !figures && !opposed && !moved && words.change === 0),
    sameBreath: flag(firstReport && (sameSource || later.source === null) && !opposed),
    otherSource: flag(later.source !== null && earlier.source !== null && !sameSource),
    unnamed: words.unnamed,
    outletLater: words.outletLater,
    outletEarlier: flag(earlier.source === null),
    counts: counted.counts,
    scope: counted.scope,
    falls: counted.falls,
    rises: counted.rises,
    grown: counted.grown,
    room: counted.room,
    apart: counted.apart,
    nouns: counted.nouns,
    setAside: flag(named !== null),
    tallyConflicts: flag(tallied?.type === 'contradicts'),
    tallyRevises: flag(tallied?.type === 'updates'),
    tallyCorrects: flag(tallied?.type === 'corrects'),
    laterDenies: flag(later.negative && !earlier.negative),
    earlierDenies: flag(earlier.negative && !later.negative),
    opposedLike: opposed ? topic : 0,
    opposedClear: opposed ? Math.max(0, topic - CLEAR) / (1 - CLEAR) : 0,
    opposedBest: opposed ? best : 0,
    denialWord: words.denialWord,
    flatDenial: flag(own.deniesFlatly && later.negative && !earlier.negative && !sameSource),
    finding: words.finding,
    admission: words.admission,
    correction: words.correction,
    change: words.change,
    causes: flag(own.cause && other.cause),
    foresees: words.foresees,
    onlyLaterForesees: flag(later.foresees && !earlier.foresees),
    bothForesee: flag(later.foresees && earlier.foresees),
    dueMoved: flag(moved),
    bearsSame: 0,
    bearsContradicts: 0,
    bearsDenies: 0,
    bearsEndorses: 0,
    bearsUpdates: 0,
    bearsCorrects: 0,
    bearsNot: 0,
    unasked: 1,
  };
  return { x, tallied, sameSource, opposed, figures: figures && !equal, named };
}
