import type { Relation } from '../../model/index.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import { type Proposition, proposition, topicLikeness } from '../claims/features.ts';
import { foreseenIn } from '../forecasts/foreseen.ts';
import { sameWord } from '../sources/names.ts';
import type { TallyDraft } from '../tallies/tallies.ts';
import { fold } from '../words/normalise.ts';

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

/** What a denial and its opposite are to each other: the later one is the telling one. */
function opposed(lead: Lead, other: Lead): { readonly from: Lead; readonly to: Lead; readonly type: Relation['type'] } {
  const [later, earlier] = lead.order > other.order ? [lead, other] : [other, lead];
  if (later.source !== null && later.source === earlier.source) return { from: later, to: earlier, type: 'updates' };
  return { from: later, to: earlier, type: later === lead ? 'denies' : 'contradicts' };
}

interface Lead {
  readonly id: string;
  readonly order: number;
  readonly source: string | null;
  readonly words: Proposition;
  /** Its cue and its words. */
  readonly said: string;
}

/** Every claim by its first statement. */
function leadsOf(
  claims: readonly ClaimDraft[],
  vectors: ReadonlyMap<string, Float32Array>,
  sourceOf: (statementId: string) => string | null,
): Lead[] {
  return claims.map((claim, order): Lead => {
    const { statement, report } = claim.appearances[0] as ClaimDraft['appearances'][number];
    const words = proposition(statement, {
      report: report.id,
      published: report.published,
      source: null,
      vector: vectors.get(statement.id) ?? null,
    });
    return { id: claim.id, order, source: sourceOf(statement.id), words, said: `${statement.cue?.text ?? ''} ${statement.content.text}` };
  });
}

/** Claims that one denial is held against at most, the likest. */
const MOST_OPPOSED = 2;

/** A claim whose words deny ("no soldier has set foot") against those that affirm the like. */
function fromNegation(leads: readonly Lead[]): Relation[] {
  const holders = new Map<string, number[]>();
  leads.forEach(({ words }, i) => {
    for (const [word, weight] of words.stems) if (weight >= 0.9) holders.set(word, [...(holders.get(word) ?? []), i]);
  });
  return leads.flatMap((lead, i): Relation[] => {
    if (!lead.words.negative) return [];
    const near = new Set([...lead.words.stems.keys()].flatMap((word) => (holders.get(word) ?? []).slice(0, 100)));
    return [...near]
      .flatMap((j) => {
        const other = leads[j] as Lead;
        const like = other.words.negative || i === j ? 0 : topicLikeness(lead.words, other.words);
        return like >= TOPIC ? [{ other, like }] : [];
      })
      .sort((a, b) => b.like - a.like || a.other.order - b.other.order)
      .slice(0, MOST_OPPOSED)
      .map(({ other }): Relation => {
        const { from, to, type } = opposed(lead, other);
        return { from: from.id, to: to.id, type, reason: 'the words of one deny what the other says' };
      });
  });
}

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

/** Cues and words by which somebody sides with what another said, and by which the reverse is said. */
const SIDES =
  /\b(?:back(?:s|ed|ing)|agree[sd]? with|confirm(?:s|ed|ing)?|endors\w+|corroborat\w+|shar(?:e|es|ed) the (?:\S+ ){0,2}view|(?:was|is|were|are|had been) (?:right|correct|credible|accurate|true)|(?:is|was) borne out|called? (?:the|its|his|her|their) [^.]{0,60}(?:credible|correct|accurate|right)|account (?:was|is) (?:correct|right|true))\b/i;
const SIDES_NOT = /\b(?:not|never|no|nothing|without)\b|n[’']t\b|\bif\b/i;
/** Likeness that is enough where the words name whose account it is, and where they do not. */
const SIDED_BY_NAME = 0.15;
const SIDED = 0.45;

/** Whether some words name a source: "the Sorvenian view" is Sorvenia's. Long common beginnings only. */
const mentions = (said: string, names: readonly string[]): boolean =>
  names
    .flatMap((name) => name.match(/\p{Lu}[\p{L}-]{3,}/gu) ?? [])
    .some((word) => !OFFICE.test(word) && (said.match(/\p{Lu}[\p{L}-]{3,}/gu) ?? []).some((other) => sameWord(fold(word), fold(other))));
const OFFICE =
  /^(?:Ministry|Minister|Defen[cs]e|Foreign|Interior|Justice|Directorate|Court|Supreme|General|Staff|Police|Office|President|Council|National)$/;

/** "He shared the Sorvenian view of the market": a claim whose words side with another's. */
function fromSiding(leads: readonly Lead[], namesOf: (statementId: string) => readonly string[]): Relation[] {
  return leads.flatMap((lead): Relation[] => {
    if (!SIDES.test(lead.said) || SIDES_NOT.test(lead.said)) return [];
    const [best] = leads
      .filter((other) => other.order < lead.order && other.source !== null && other.source !== lead.source)
      .map((other) => ({ other, like: topicLikeness(lead.words, other.words), named: mentions(lead.said, namesOf(other.words.id)) }))
      .filter(({ other, like, named }) => (named ? like >= SIDED_BY_NAME : like >= SIDED && other.words.report !== lead.words.report))
      .sort((a, b) => Number(b.named) - Number(a.named) || b.like - a.like);
    return best ? [{ from: lead.id, to: best.other.id, type: 'endorses', reason: `“${SIDES.exec(lead.said)?.[0]}”` }] : [];
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

const startOf = ({ statement }: ClaimDraft['appearances'][number]): number => statement.content.spans[0]?.[0] ?? 0;

/** Of two findings on one pair of claims the more telling one stands. */
const RANK: Readonly<Record<Relation['type'], number>> = { corrects: 4, updates: 3, denies: 2, contradicts: 1, endorses: 0 };

/** How claims stand to each other, with the reason; each pair once. A contradiction is a record: nothing is outvoted. */
export function findRelations(
  claims: readonly ClaimDraft[],
  tallies: readonly TallyDraft[],
  vectors: ReadonlyMap<string, Float32Array>,
  sourceOf: (statementId: string) => string | null,
  namesOf: (statementId: string) => readonly string[] = () => [],
): Relation[] {
  const leads = leadsOf(claims, vectors, sourceOf);
  const seen = new Map<string, Relation>();
  for (const relation of [
    ...fromTallies(tallies),
    ...fromForecasts(claims, vectors, sourceOf),
    ...fromNotices(claims),
    ...fromNegation(leads),
    ...fromSiding(leads, namesOf),
  ]) {
    const key = [relation.from, relation.to].sort().join('|');
    const before = seen.get(key);
    if (!before || RANK[relation.type] > RANK[before.type]) seen.set(key, relation);
  }
  return [...seen].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([, relation]) => relation);
}
