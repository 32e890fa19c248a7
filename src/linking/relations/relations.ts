import type { Relation } from '../../model/index.ts';
import { type Bearings, type SayingPair, UNASKED } from '../bearing/bearing.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import { proposition, topicLikeness } from '../claims/features.ts';
import { foreseenIn } from '../forecasts/foreseen.ts';
import type { Point } from '../tallies/points.ts';
import type { TallyDraft } from '../tallies/tallies.ts';
import { startOf } from '../words/sentence.ts';
import { ADMITS, CHANGES, CORRECTS, DENIAL, FLAT_DENIAL } from './cues.ts';
import { askedOf, type Compared, compare, type Pair, pairsOf } from './pairs.ts';
import { sidesOf } from './sides.ts';
import { fromSiding, type KnownBefore, type SidingChoice, sidingAsked, sidingChoices } from './siding.ts';
import type { Kind } from './weights.ts';

const TYPE = { revised: 'updates', corrected: 'corrects', retracted: 'corrects', conflicting: 'contradicts' } as const;

/** Relations that the figures show: each revised, corrected or conflicting point against the one before it. */
function fromTallies(tallies: readonly TallyDraft[]): Relation[] {
  return tallies.flatMap((tally) =>
    tally.points.flatMap((point, i): Relation[] => {
      if (point.status === 'first') return [];
      const earlier = tally.points.slice(0, i).filter((other) => other.claim !== point.claim);
      const own = earlier.filter((other) => other.sourceId === point.sourceId);
      const others = earlier.filter((other) => other.sourceId !== point.sourceId);
      const opener = tally.points[0]?.sourceId ?? null;
      const before =
        point.status === 'conflicting'
          ? (others.filter((other) => opener !== null && other.sourceId === opener).at(-1) ??
            others.filter((other) => other.report !== point.report).at(-1) ??
            others.at(-1))
          : (own.at(-1) ?? others.at(-1));
      return before ? [{ from: point.claim, to: before.claim, type: TYPE[point.status], reason: `${tally.question} ${point.reason}` }] : [];
    }),
  );
}

const TOPIC = 0.5;
/** Likeness that is enough where one source sets another date. */
const RENEWED = 0.42;
/** Words by which a date takes the place of another, whoever gave that. */
const ANEW = /\b(?:now|instead|not (?:before|until)|after all|put off|postponed)\b/i;

/** A forecast of the same source about the same thing that is due at another time takes the place of the earlier one. */
function fromForecasts(
  claims: readonly ClaimDraft[],
  vectors: ReadonlyMap<string, Float32Array>,
  sourceOf: (statementId: string) => string | null,
): Relation[] {
  const foreseen = claims.flatMap((claim) => {
    const first = claim.appearances.find(({ statement, report }) => foreseenIn(statement, report.published) !== null);
    const source = first ? sourceOf(first.statement.id) : null;
    if (!first || source === null) return [];
    const lead = proposition(first.statement, {
      report: first.report.id,
      published: first.report.published,
      source,
      vector: vectors.get(first.statement.id) ?? null,
    });
    return lead.due === null ? [] : [{ claim, first, source, lead, anew: ANEW.test(first.statement.content.text) }];
  });
  return foreseen.flatMap((later, i): Relation[] => {
    const earlier = foreseen
      .slice(0, i)
      .filter(
        ({ first, source, lead }) =>
          first.report.id !== later.first.report.id && lead.due !== later.lead.due && (source === later.source || later.anew),
      )
      .filter(({ lead, source }) => topicLikeness(lead, later.lead) >= (source === later.source ? RENEWED : TOPIC))
      .at(-1);
    return earlier
      ? [
          {
            from: later.claim.id,
            to: earlier.claim.id,
            type: 'updates',
            reason: `due ${later.lead.due}, not ${earlier.lead.due} as the source said before`,
          },
        ]
      : [];
  });
}

const WITHDRAWS = /\b(?:(?:that|this|it) was (?:wrong|incorrect|false|an error)|in error|we withdraw|withdraws?|retracts?|we regret)\b/i;
const NOTICE = /^(?:a )?(?:correction|retraction|clarification|erratum)\b/i;
/** Characters after the withdrawn words in which the right ones follow. */
const FOLLOWS = 600;

/** What an outlet puts in place of words that it withdraws: the first thing it states after them corrects their claim. */
function fromNotices(claims: readonly ClaimDraft[]): Relation[] {
  const byReport = new Map<string, { readonly claim: ClaimDraft; readonly placed: ClaimDraft['appearances'][number] }[]>();
  for (const claim of claims)
    for (const placed of claim.appearances) {
      const list = byReport.get(placed.report.id) ?? [];
      byReport.set(placed.report.id, list);
      list.push({ claim, placed });
    }
  return [...byReport.values()].flatMap((rows): Relation[] => {
    rows.sort((a, b) => startOf(a.placed) - startOf(b.placed));
    const report = rows[0]?.placed.report;
    if (!report || !(NOTICE.test(report.title ?? '') || NOTICE.test(report.text) || WITHDRAWS.test(report.text.slice(0, 800)))) return [];
    const withdrawn = rows.find(({ claim, placed }) => claim.appearances[0]?.report.id !== placed.report.id);
    if (!withdrawn) return [];
    const end = withdrawn.placed.statement.content.spans.at(-1)?.[1] ?? 0;
    const right = rows.find(
      ({ claim, placed }) =>
        claim !== withdrawn.claim &&
        placed.statement.voice === 'outlet' &&
        startOf(placed) >= end &&
        startOf(placed) < end + FOLLOWS &&
        !WITHDRAWS.test(placed.statement.content.text) &&
        claim.appearances[0]?.report.id === report.id,
    );
    return right
      ? [{ from: right.claim.id, to: withdrawn.claim.id, type: 'corrects', reason: `${report.outlet ?? 'the outlet'} withdraws it` }]
      : [];
  });
}

/** "There is no danger" denies no "nobody should wait": what is not to be done is not said to be so. */
const deniesAdvice = ({ later, earlier, figures }: Pair): boolean => later.negative && earlier.warnsOff && !figures;

/** The earlier claim that each later one bears on, the surest; the latest of equals. */
function surest(pairs: readonly Pair[]): Pair[] {
  const best = new Map<string, Pair>();
  for (const pair of pairs) {
    const before = best.get(pair.later.id);
    const surer = !before || pair.score > before.score || (pair.score === before.score && pair.earlier.order > before.earlier.order);
    if (pair.score >= 1 && surer && !deniesAdvice(pair)) best.set(pair.later.id, pair);
  }
  return [...best.values()];
}

/** Words of each kind that show it, the most telling first. */
const CUES: Readonly<Record<Kind, readonly RegExp[]>> = {
  corrects: [ADMITS, CORRECTS, CHANGES],
  updates: [CHANGES],
  denies: [FLAT_DENIAL, DENIAL],
  contradicts: [DENIAL],
};

/** The words or figures that show how a later claim bears on an earlier one. */
function shownBy({ later, tallied, sameSource, opposed, figures, named, x }: Pair, kind: Kind): string {
  if (named === 'aside') return 'names the figure and puts it aside';
  if (named === 'former') return 'names the figure that held before';
  if (tallied?.type === kind) return tallied.reason ?? '';
  const cue = CUES[kind].flatMap((pattern) => pattern.exec(later.sentence)?.[0].trim() || [])[0];
  if (cue) return `“${cue}”`;
  if (opposed) return sameSource ? 'the same source denies what it said before' : 'the words of one deny what the other says';
  if (x.dueMoved) return 'due at another time';
  if (figures) return 'their figures differ';
  return sameSource ? 'the same source says otherwise later' : x.causes ? 'gives another reason' : 'tells it otherwise';
}

/** By the surest sum; a figure that is named to be put aside is corrected, whoever gave it. */
const relationOf = (pair: Pair): Relation => {
  const type = pair.named === 'aside' ? 'corrects' : pair.kind;
  return { from: pair.later.id, to: pair.earlier.id, type, reason: shownBy(pair, type) };
};

/** What relations are found from. */
export interface Told {
  readonly claims: readonly ClaimDraft[];
  readonly tallies: readonly TallyDraft[];
  /** The figures of the claims. */
  readonly points: readonly Point[];
  readonly vectors: ReadonlyMap<string, Float32Array>;
  readonly sourceOf: (statementId: string) => string | null;
  /** Proper names of whoever a statement goes back to, and every name by which the reports call them. */
  readonly namesOf: (statementId: string) => readonly string[];
  readonly calledOf: (statementId: string) => readonly string[];
}

/** The claims beside each other, before it is asked how they bear. */
export const comparedIn = ({ claims, tallies, points, vectors, sourceOf }: Omit<Told, 'namesOf' | 'calledOf'>): Compared =>
  compare(sidesOf(claims, vectors, sourceOf), fromTallies(tallies), points);

/** Every later claim beside the earlier ones that it may bear on: what the weights are fitted on. */
export const relatedPairs = (told: Omit<Told, 'namesOf' | 'calledOf'>, bearings: Bearings = UNASKED): Pair[] =>
  pairsOf(comparedIn(told), bearings);

/** The claims that side with others, each beside those that it may mean: what the weights of siding are fitted on. */
export function sidingIn(told: Told, bearings: Bearings = UNASKED): SidingChoice[] {
  const compared = comparedIn(told);
  return sidingChoices(compared.sides, told, knownBefore(pairsOf(compared, bearings), bearings));
}

/** What is known of a story's claims before it is told which of them side with which. */
const knownBefore = (pairs: readonly Pair[], bearings: Bearings): KnownBefore => ({
  found: surest(pairs).map(relationOf),
  bearings,
});

/** Pairs that the network is to judge before relations are told. */
export const askedFor = (told: Told, compared: Compared): SayingPair[] => [...askedOf(compared), ...sidingAsked(compared.sides, told)];

/** Of two findings on one pair the more telling one stands. */
const RANK: Readonly<Record<Relation['type'], number>> = { corrects: 4, updates: 3, denies: 2, contradicts: 1, endorses: 0 };

/** How claims stand to each other, with the reason; each pair once. A contradiction is a record: nothing is outvoted. */
export function findRelations(told: Told, compared: Compared, bearings: Bearings): Relation[] {
  const before = knownBefore(pairsOf(compared, bearings), bearings);
  const seen = new Map<string, Relation>();
  for (const relation of [
    ...before.found,
    ...fromForecasts(told.claims, told.vectors, told.sourceOf),
    ...fromNotices(told.claims),
    ...fromSiding(compared.sides, told, before),
  ]) {
    const key = [relation.from, relation.to].sort().join('|');
    const other = seen.get(key);
    if (!other || RANK[relation.type] > RANK[other.type]) seen.set(key, relation);
  }
  return [...seen].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, relation]) => relation);
}
