import type { Relation } from '../../model/index.ts';
import { type Bearing, type Bearings, type SayingPair, UNASKED } from '../bearing/bearing.ts';
import { sameWord } from '../sources/names.ts';
import { fold, stems } from '../words/normalise.ts';
import { candidatesOf, withPairs } from './candidates.ts';
import { SIDES } from './cues.ts';
import { type Places, placesOf } from './places.ts';
import type { Side } from './sides.ts';
import { type Nearness, nearnessOf, sayingsOf } from './topic.ts';

/** What an earlier claim is weighed by as the one that a later claim sides with, each 0 to 1; `none` stands for no claim at all. */
export const SIDING_FEATURES = [
  'named',
  'called',
  'topic',
  'centred',
  'shares',
  'figure',
  'counts',
  'uncounted',
  'renewed',
  'warned',
  'foreseen',
  'near',
  'disputed',
  'spread',
  'late',
  'sameSource',
  'ownVoice',
  'denies',
  'bearsEndorses',
  'bearsNot',
  'unasked',
  'none',
] as const;
export type SidingFeature = (typeof SIDING_FEATURES)[number];

/** Fitted by `bench/linking/fit-siding.ts`. */
export const SIDING_WEIGHTS: Readonly<Record<SidingFeature, number>> = {
  named: 1.84,
  called: 2.06,
  topic: 1,
  centred: 0.84,
  shares: 1.11,
  figure: 1.79,
  counts: 0.72,
  uncounted: -1.05,
  renewed: 1.56,
  warned: 1.15,
  foreseen: -0.27,
  near: 0.95,
  disputed: 0.51,
  spread: 1.31,
  late: -0.19,
  sameSource: -1.04,
  ownVoice: -0.19,
  denies: -0.64,
  bearsEndorses: 2.39,
  bearsNot: 0.11,
  unasked: -0.65,
  none: 3.39,
};

const SIDES_NOT = /\b(?:not|never|no|nothing|without)\b|n[’']t\b|\bif\b/i;
const OFFICE =
  /^(?:Ministry|Minister|Defen[cs]e|Foreign|Interior|Justice|Directorate|Court|Supreme|General|Staff|Police|Office|President|Council|National)$/;
const capitalised = (text: string): readonly string[] => text.match(/\p{Lu}[\p{L}-]{3,}/gu) ?? [];

/** Whether some words name a source: "the Varnian view" is Varnia's. Long common beginnings only. */
const mentions = (said: string, names: readonly string[]): boolean =>
  names.flatMap(capitalised).some((word) => !OFFICE.test(word) && capitalised(said).some((other) => sameWord(fold(word), fold(other))));

/** Letters that a noun has at least by which a source is called: "the observers", "the council". */
const SHORTEST_NOUN = 4;
/** Whether some words call a source by its noun: "the council's finding" is the Harbour Council's. */
function calls(said: ReadonlySet<string>, names: readonly string[]): boolean {
  return names.some((name) => stems(name).some((word) => word.length >= SHORTEST_NOUN && said.has(word)));
}

/** Figures below tell little by themselves. */
const TELLING_FIGURE = 10;
const figuresIn = ({ told }: Side) => told.flatMap(({ figures }) => figures);
const tellingFigures = (side: Side) => figuresIn(side).filter(({ low }) => low !== null && low > TELLING_FIGURE);
/** "61 is the honest number" names what it sides with. */
const sharesFigure = (a: Side, b: Side): boolean =>
  tellingFigures(a).some((one) => tellingFigures(b).some((other) => one.low === other.low && one.high === other.high));

/** What is called right is a number, or something foreseen. */
const NUMBER = /\b(?:counts?|figures?|totals?|numbers?|toll|tally|estimates?|lists?)\b/i;
const RENEWED = /\b(?:new|revised|corrected|final|latest|later)\b/i;
const WARNING = /\b(?:warnings?|forecasts?|predictions?|prognos[ie]s)\b/i;

/** Statements to either side in a report within which a claim told there is what another calls right. */
const NEAR = 4;
/** How many statements of a claim are asked for whose they are. */
const MOST_ASKED = 5;
/** Reports that tell a claim from which on it is told everywhere. */
const EVERYWHERE = 8;

const flag = (value: boolean): number => (value ? 1 : 0);

/** A later claim that sides with an earlier one, and what each of the earlier ones has for it. */
export interface SidingChoice {
  readonly later: Side;
  readonly options: readonly { readonly near: Nearness; readonly earlier: Side; readonly x: Readonly<Record<SidingFeature, number>> }[];
}

/** What fromSiding asks of a statement: the proper names of whoever it goes back to, and every name by which the reports call them. */
export interface Whose {
  readonly namesOf: (statementId: string) => readonly string[];
  readonly calledOf: (statementId: string) => readonly string[];
}

/** The option that it sides with nothing told here. */
export const SIDES_WITH_NONE: Readonly<Record<SidingFeature, number>> = Object.fromEntries(
  SIDING_FEATURES.map((name) => [name, name === 'none' ? 1 : 0]),
) as Record<SidingFeature, number>;

const saidBy = ({ first }: Side): string => `${first.statement.cue?.text ?? ''} ${first.statement.content.text}`;
const sides = (side: Side): boolean => SIDES.test(saidBy(side)) && !SIDES_NOT.test(saidBy(side)) && !side.negative;

/** Words that a claim is known by: its own and those around it. */
const wordsOf = (side: Side): ReadonlySet<string> => new Set([...side.told.flatMap(({ stems: own }) => [...own.keys()]), ...side.context]);

/** What is known before it is told which claims side with which. */
export interface KnownBefore {
  /** How claims bear on one another otherwise. */
  readonly found: readonly Relation[];
  readonly bearings: Bearings;
}
const NOTHING_KNOWN: KnownBefore = { found: [], bearings: UNASKED };

/** Every claim whose words side with another's, beside the earlier claims that it may mean. */
export function sidingChoices(all: readonly Side[], { namesOf, calledOf }: Whose, { found, bearings }: KnownBefore): SidingChoice[] {
  const later = all.filter(sides);
  if (later.length === 0) return [];
  const disputed = new Set(found.flatMap(({ from, to, type }) => (type === 'updates' ? [] : [from, to])));
  const asked = (of: (statementId: string) => readonly string[]) =>
    new Map(
      all.map((side) => [side.id, [...new Set(side.placed.slice(0, MOST_ASKED).flatMap(({ statement }) => of(statement.id)))]] as const),
    );
  const [names, called] = [asked(namesOf), asked(calledOf)];
  const places = placesOf(all);
  return later.flatMap((side): SidingChoice[] => {
    const said = saidBy(side);
    const words = new Set(stems(said));
    const isNamed = (one: Side): boolean => mentions(said, names.get(one.id) ?? []);
    const isCalled = (one: Side): boolean => calls(words, called.get(one.id) ?? []);
    const close = new Set(places.near(side, NEAR).map(({ id }) => id));
    const meant = all.filter((one) => one.order < side.order && (close.has(one.id) || isNamed(one) || isCalled(one)));
    const compared = withPairs(
      candidatesOf(all, places, () => []),
      all,
      meant.map((one) => [side.id, one.id] as const),
    );
    const options = nearnessOf(all, compared, ({ id }) => id === side.id).map((near) => ({
      near,
      earlier: near.earlier,
      x: featuresOf(near, { said, words, places, named: isNamed, called: isCalled, disputed, bearing: bearings(sayingsOf(near)) }),
    }));
    return options.length > 0 ? [{ later: side, options }] : [];
  });
}

function featuresOf(
  { later, earlier, topic, centred }: Nearness,
  {
    said,
    words,
    places,
    named,
    called,
    disputed,
    bearing,
  }: {
    readonly said: string;
    readonly words: ReadonlySet<string>;
    readonly places: Places;
    readonly named: (side: Side) => boolean;
    readonly called: (side: Side) => boolean;
    readonly disputed: ReadonlySet<string>;
    readonly bearing: Bearing | null;
  },
): Readonly<Record<SidingFeature, number>> {
  const own = wordsOf(earlier);
  const counts = figuresIn(earlier).length > 0;
  const steps = [1, 2, NEAR].filter((most) => places.near(later, most).some(({ id }) => id === earlier.id));
  return {
    named: flag(named(earlier)),
    called: flag(called(earlier)),
    topic,
    centred: Math.max(0, centred),
    shares: [...words].filter((word) => own.has(word)).length / Math.max(1, words.size),
    figure: flag(sharesFigure(later, earlier)),
    counts: flag(NUMBER.test(said) && counts),
    uncounted: flag(NUMBER.test(said) && !counts),
    renewed: RENEWED.test(said) ? earlier.order / Math.max(1, later.order) : 0,
    warned: flag(WARNING.test(said) && earlier.foresees),
    foreseen: flag(!WARNING.test(said) && earlier.foresees),
    near: steps.length / 3,
    disputed: flag(disputed.has(earlier.id)),
    spread: Math.min(1, Math.log2(new Set(earlier.placed.slice(0, 50).map(({ report }) => report.id)).size) / Math.log2(EVERYWHERE)),
    late: earlier.order / Math.max(1, later.order),
    sameSource: flag(later.source !== null && earlier.sources.has(later.source)),
    ownVoice: flag(earlier.source === null),
    denies: flag(earlier.negative),
    bearsEndorses: bearing?.endorses ?? 0,
    bearsNot: bearing ? bearing.near + bearing.apart : 0,
    unasked: flag(bearing === null),
    none: 0,
  };
}

const scoreOf = (x: Readonly<Record<SidingFeature, number>>): number =>
  SIDING_FEATURES.reduce((sum, name) => sum + x[name] * SIDING_WEIGHTS[name], 0);

/** "He shared the Varnian view of the market": a claim whose words side with another's endorses the one that it most likely means, if any. */
export function fromSiding(all: readonly Side[], whose: Whose, before: KnownBefore): Relation[] {
  return sidingChoices(all, whose, before).flatMap(({ later, options }): Relation[] => {
    const best = options.reduce<{ readonly earlier: Side | null; readonly score: number }>(
      (most, { earlier, x }) => (scoreOf(x) > most.score ? { earlier, score: scoreOf(x) } : most),
      { earlier: null, score: scoreOf(SIDES_WITH_NONE) },
    );
    if (!best.earlier) return [];
    return [{ from: later.id, to: best.earlier.id, type: 'endorses', reason: `“${SIDES.exec(saidBy(later))?.[0].trim()}”` }];
  });
}

/** Earlier claims that the network is asked about for each claim whose words side with one. */
const MOST_HELD_BESIDE = 4;

/** Of each claim whose words side with another's the earlier ones that the network is to judge. */
export const sidingAsked = (all: readonly Side[], whose: Whose): SayingPair[] =>
  sidingChoices(all, whose, NOTHING_KNOWN).flatMap(({ options }) =>
    [...options]
      .sort((a, b) => scoreOf(b.x) - scoreOf(a.x) || a.earlier.order - b.earlier.order)
      .slice(0, MOST_HELD_BESIDE)
      .map(({ near }) => sayingsOf(near)),
  );
