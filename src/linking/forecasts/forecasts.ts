import type { Forecast, StatementForecast } from '../../model/index.ts';
import type { Bearings } from '../bearing/bearing.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import { type Proposition, proposition } from '../claims/features.ts';
import type { LinkReport, Placed } from '../input.ts';
import { decideOutcome } from './decide.ts';
import { foreseenIn } from './foreseen.ts';
import type { Foreseen } from './outcomes.ts';
import { publishedDay, type Told, told } from './told.ts';

export interface ForecastDraft extends Forecast {
  readonly reason: string;
}

const foreseenAt = ({ statement, report }: Placed): StatementForecast | null => foreseenIn(statement, report.published);

/** A forecast of a story, with all that is needed to tell what became of it. */
export interface Asked {
  readonly claim: string;
  readonly foreseen: Foreseen;
  /** What the story tells, each statement as forecasts are held against it; the same for all. */
  readonly all: readonly Told[];
}

/**
 * Claims about what is to come, before their outcome is decided.
 * @param reports without copies: a copy says nothing new about what became of it.
 */
export function askedIn(
  claims: readonly ClaimDraft[],
  reports: readonly LinkReport[],
  vectors: ReadonlyMap<string, Float32Array>,
  sourceOf: (statementId: string) => string | null,
  namesOf: (statementId: string) => readonly string[],
): Asked[] {
  const drafts = claims.flatMap((claim) => {
    const first = claim.appearances.find((placed) => foreseenAt(placed) !== null);
    return first ? [{ claim, first }] : [];
  });
  if (drafts.length === 0) return [];
  const compare = ({ statement, report }: Placed): Proposition =>
    proposition(statement, { report: report.id, published: report.published, source: null, vector: vectors.get(statement.id) ?? null });
  const all = reports
    .flatMap(({ report, statements }) => statements.map((statement): Placed => ({ statement, report })))
    .map((placed) => told(placed, compare(withSource(placed))));
  const until =
    all
      .map(({ placed }) => publishedDay(placed))
      .sort()
      .at(-1) ?? '';
  const bySource = new Map<string | null, number>();
  for (const { first } of drafts) {
    const source = sourceOf(first.statement.id);
    bySource.set(source, (bySource.get(source) ?? 0) + 1);
  }
  return drafts.map(({ claim, first }) => {
    const found = claim.appearances.map(foreseenAt);
    const source = sourceOf(first.statement.id);
    const foreseen: Foreseen = {
      first,
      lead: { ...compare(undated(first)), folded: compare(first).folded },
      dated: compare(first),
      window: found.map((row) => row?.window ?? null).find((value) => value !== null) ?? null,
      condition: found.map((row) => row?.condition ?? null).find((value) => value !== null) ?? null,
      names: namesOf(first.statement.id),
      ofSource: source === null ? 0 : (bySource.get(source) ?? 0),
      sourceOf,
      own: new Set(claim.appearances.map(({ statement }) => statement.id)),
      until,
    };
    return { claim: claim.id, foreseen, all };
  });
}

const withText = ({ statement, report }: Placed, text: string): Placed => ({
  report,
  statement: { ...statement, content: { ...statement.content, text } },
});

/** A forecast without its dates: those who tell what came of it name other ones. */
const undated = (placed: Placed): Placed =>
  withText(
    placed,
    placed.statement.times.reduce((words, time) => words.replace(time.text, ' '), placed.statement.content.text),
  );

/** A short later statement with its source and cue: "agreed" tells that what was foreseen to be agreed came. */
function withSource(placed: Placed): Placed {
  const { content, cue, source } = placed.statement;
  const short = source && cue && content.text.split(' ').length < 9;
  return short ? withText(placed, `${source.text} ${cue.text} ${content.text}`) : placed;
}

/** Claims about what is to come, with window, condition and outcome. A person's word on the outcome stands above this. */
export const findForecasts = (asked: readonly Asked[], bearings: Bearings): ForecastDraft[] =>
  asked.map(({ claim, foreseen, all }) => ({
    claim,
    sourceId: foreseen.sourceOf(foreseen.first.statement.id),
    window: foreseen.window,
    condition: foreseen.condition,
    ...decideOutcome(foreseen, all, bearings),
  }));
