import type { Forecast } from '../../model/index.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import { type Proposition, proposition, topicLikeness } from '../claims/features.ts';
import { byPublication, type LinkReport, type Placed } from '../input.ts';

export interface ForecastDraft extends Forecast {
  readonly reason: string;
}

/** Words by which a report says that what was foreseen did not come, or came. */
const FAILED =
  /\b(?:not yet|had not|has not|have not|was not|were not|did not|no longer|none|never|nobody|failed|fails|missed|abandon\w*|delay\w*|slip(?:s|ped)|postpon\w*|cancel\w*|still|put off|withdr\w+|out of time|instead)\b/i;
const KEPT =
  /\b(?:(?:a|one|two|three) (?:day|week|month)s? (?:early|earlier|ahead)|on time|as (?:promised|announced|planned|predicted|expected|foreseen)|ahead of (?:time|schedule)|kept (?:its|his|her|their) (?:word|promise))\b/i;
/** Words by which a later sentence looks back at what its subject had promised or foreseen. */
const LOOKS_BACK =
  /\b(?:had (?:promised|said|predicted|expected|forecast|planned|announced|hoped|pledged|foreseen|ruled out|insisted)|earlier (?:date|promise|forecast|deadline)|(?:its|his|her|their) (?:own )?(?:deadline|forecast|promise|prediction|target)|predicted earlier)\b/i;
const MISSED =
  /\b(?:missed|abandon\w*|gave up|broke|failed|did not|out of time|put off|postpon\w*|no longer|too (?:high|low|early)|wrong|one \w+ out)\b/i;
/** From this likeness on a later statement speaks of what was foreseen. */
const LIKE = 0.5;
/** Likeness that is enough where a sentence looks back at what its subject foresaw. */
const FAINT = 0.25;
/** Characters on each side of a forecast's later mention in which a report says what became of it. */
const AROUND = 170;

const lastDay = (window: string | null): string => {
  const due = window?.split('/').at(-1) ?? '';
  return due === '..' ? '' : due.slice(0, 10);
};

const publishedDay = ({ report }: Placed): string => report.published?.slice(0, 10) ?? '';

/** What stands before and after a passage in its own paragraph. */
const beforeIn = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - AROUND), at)
    .split(/\n\s*\n/)
    .at(-1) ?? '';
const afterIn = (text: string, at: number): string => text.slice(at, at + AROUND).split(/\n\s*\n/)[0] ?? '';

type Verdict = Pick<ForecastDraft, 'outcome' | 'resolvedBy' | 'reason'>;

/** What a later report says right beside its mention of the forecast: "promised by Friday … still at work". */
function besideMention(
  mentions: readonly Placed[],
  window: string | null,
  statements: ReadonlyMap<string, readonly Placed[]>,
): Verdict | null {
  for (const { statement, report } of mentions) {
    const start = statement.content.spans[0]?.[0] ?? 0;
    const end = statement.content.spans.at(-1)?.[1] ?? 0;
    const near = `${beforeIn(report.text, start)} ${afterIn(report.text, end)}`;
    const word = near.match(KEPT)?.[0] ?? near.match(FAILED)?.[0];
    if (!word) continue;
    const kept = KEPT.test(near);
    // Before it is due, only what is kept early is settled.
    if (!kept && lastDay(window) > publishedDay({ statement, report })) continue;
    const told = (statements.get(report.id) ?? []).find(({ statement: other }) => {
      const from = other.content.spans[0]?.[0] ?? 0;
      return other.id !== statement.id && Math.abs(from - end) < AROUND && new RegExp(`\\b${word}\\b`, 'i').test(other.content.text);
    });
    return {
      outcome: kept ? 'fulfilled' : 'failed',
      resolvedBy: (told?.statement ?? statement).id,
      reason: `“${word}” beside its later mention`,
    };
  }
  return null;
}

/** The likest later statement about the same thing that is no forecast itself. */
function laterLike(forecast: Placed, lead: Proposition, window: string | null, all: readonly Compared[]): Verdict | null {
  const [best] = all
    .filter(({ placed }) => byPublication(placed.report, forecast.report) > 0 && placed.statement.forecast === null)
    .map(({ placed, words }) => ({ placed, words, likeness: topicLikeness(lead, words) }))
    .filter(({ likeness }) => likeness >= LIKE)
    .sort(
      (a, b) =>
        b.likeness - a.likeness ||
        byPublication(a.placed.report, b.placed.report) ||
        (a.placed.statement.id < b.placed.statement.id ? -1 : 1),
    );
  if (!best) return null;
  const { statement } = best.placed;
  const failed = best.words.negative !== lead.negative || FAILED.test(statement.content.text) || statement.certainty.level === 'denied';
  const due = lastDay(window);
  if (failed && due !== '' && publishedDay(best.placed) < due)
    return { outcome: 'pending', resolvedBy: null, reason: `not yet by ${publishedDay(best.placed)}, and due only ${due}` };
  return { outcome: failed ? 'failed' : 'fulfilled', resolvedBy: statement.id, reason: `“${statement.content.text.slice(0, 120)}”` };
}

/** A later sentence that names the source, looks back at what it foresaw, and says whether that was kept or missed. */
function lookedBack(first: Placed, lead: Proposition, names: readonly string[], all: readonly Compared[]): Verdict | null {
  const told = all
    .filter(({ placed }) => publishedDay(placed) > publishedDay(first))
    .flatMap(({ placed, words }) => {
      const sentence = sentenceAround(placed);
      const verdict = KEPT.test(sentence) ? 'fulfilled' : MISSED.test(sentence) ? 'failed' : null;
      if (!verdict || !LOOKS_BACK.test(sentence) || !names.some((name) => sentence.includes(name))) return [];
      return [{ placed, verdict, likeness: topicLikeness(lead, words) } as const];
    })
    .filter(({ likeness }) => likeness >= FAINT)
    .sort((a, b) => b.likeness - a.likeness || (a.placed.statement.id < b.placed.statement.id ? -1 : 1));
  const [best] = told;
  return best
    ? { outcome: best.verdict, resolvedBy: best.placed.statement.id, reason: `“${sentenceAround(best.placed).slice(0, 160)}”` }
    : null;
}

/** The statement's whole sentence or so: from the full stop before it to the one after. */
function sentenceAround({ statement, report }: Placed): string {
  const start = statement.content.spans[0]?.[0] ?? 0;
  const end = statement.content.spans.at(-1)?.[1] ?? 0;
  const before =
    beforeIn(report.text, start)
      .split(/(?<=[.!?]["”’]?)\s+/)
      .at(-1) ?? '';
  const after = afterIn(report.text, end).split(/(?<=[.!?]["”’]?)\s+/)[0] ?? '';
  return `${before}${report.text.slice(start, end)}${after}`;
}

interface Compared {
  readonly placed: Placed;
  readonly words: Proposition;
}

/** A source that denies its own forecast later has given it up. */
function givenUp(claim: ClaimDraft, first: Placed, sourceOf: (statementId: string) => string | null): Verdict | null {
  const denial = claim.appearances.find(
    ({ statement, report }) =>
      statement.stance === 'denies' && byPublication(report, first.report) > 0 && sourceOf(statement.id) === sourceOf(first.statement.id),
  );
  return denial ? { outcome: 'failed', resolvedBy: denial.statement.id, reason: 'the source gave it up itself' } : null;
}

/**
 * Claims about what is to come, with window, condition and outcome. A person's word on the outcome stands above this.
 * @param reports without copies: a copy says nothing new about what became of it.
 */
export function findForecasts(
  claims: readonly ClaimDraft[],
  reports: readonly LinkReport[],
  vectors: ReadonlyMap<string, Float32Array>,
  sourceOf: (statementId: string) => string | null,
  namesOf: (sourceId: string | null) => readonly string[],
): ForecastDraft[] {
  const drafts = claims.flatMap((claim) => {
    const first = claim.appearances.find(({ statement }) => statement.forecast !== null && statement.voice !== 'outlet');
    return first ? [{ claim, first }] : [];
  });
  if (drafts.length === 0) return [];
  const statements = new Map(
    reports.map(({ report, statements: rows }) => [report.id, rows.map((statement): Placed => ({ statement, report }))]),
  );
  const compare = ({ statement, report }: Placed): Proposition =>
    proposition(statement, { report: report.id, source: null, vector: vectors.get(statement.id) ?? null });
  const all = [...statements.values()].flat().map((placed): Compared => ({ placed, words: compare(placed) }));
  return drafts.map(({ claim, first }) => {
    const own = new Set(claim.appearances.map(({ statement }) => statement.id));
    const window = claim.appearances.map(({ statement }) => statement.forecast?.window ?? null).find((value) => value !== null) ?? null;
    const condition =
      claim.appearances.map(({ statement }) => statement.forecast?.condition ?? null).find((value) => value !== null) ?? null;
    const mentions = claim.appearances.filter((placed) => statements.has(placed.report.id) && publishedDay(placed) > publishedDay(first));
    const others = all.filter(({ placed }) => !own.has(placed.statement.id));
    const verdict =
      givenUp(claim, first, sourceOf) ??
      lookedBack(first, compare(first), namesOf(sourceOf(first.statement.id)), all) ??
      besideMention(mentions, window, statements) ??
      laterLike(first, compare(first), window, others);
    return {
      claim: claim.id,
      sourceId: sourceOf(first.statement.id),
      window,
      condition,
      ...(verdict ?? { outcome: 'pending', resolvedBy: null, reason: 'no later statement speaks of it' }),
    };
  });
}
