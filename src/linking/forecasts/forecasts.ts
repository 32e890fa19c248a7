import type { Forecast, StatementForecast } from '../../model/index.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import { type Proposition, proposition } from '../claims/features.ts';
import { byPublication, type LinkReport, type Placed } from '../input.ts';
import { foreseenIn } from './foreseen.ts';
import { besideMention, type Compared, laterLike, lookedBack, publishedDay, putOff, tellsAgain, type Verdict } from './settle.ts';

export interface ForecastDraft extends Forecast {
  readonly reason: string;
}

/** A source that denies its own forecast later has given it up. */
function givenUp(claim: ClaimDraft, first: Placed, sourceOf: (statementId: string) => string | null): Verdict | null {
  const denial = claim.appearances.find(
    ({ statement, report }) =>
      statement.stance === 'denies' && byPublication(report, first.report) > 0 && sourceOf(statement.id) === sourceOf(first.statement.id),
  );
  return denial ? { outcome: 'failed', resolvedBy: denial.statement.id, reason: 'the source gave it up itself' } : null;
}

const foreseenAt = ({ statement, report }: Placed): StatementForecast | null => foreseenIn(statement, report.published);

/**
 * Claims about what is to come, with window, condition and outcome. A person's word on the outcome stands above this.
 * @param reports without copies: a copy says nothing new about what became of it.
 */
export function findForecasts(
  claims: readonly ClaimDraft[],
  reports: readonly LinkReport[],
  vectors: ReadonlyMap<string, Float32Array>,
  sourceOf: (statementId: string) => string | null,
  namesOf: (statementId: string) => readonly string[],
): ForecastDraft[] {
  const drafts = claims.flatMap((claim) => {
    const first = claim.appearances.find((placed) => foreseenAt(placed) !== null);
    return first ? [{ claim, first }] : [];
  });
  if (drafts.length === 0) return [];
  const compare = ({ statement, report }: Placed): Proposition =>
    proposition(statement, { report: report.id, published: report.published, source: null, vector: vectors.get(statement.id) ?? null });
  /** A forecast without its dates: those who tell what came of it name other ones. */
  const undated = (placed: Placed): Proposition => {
    const { content, times } = placed.statement;
    const text = times.reduce((words, time) => words.replace(time.text, ' '), content.text);
    return { ...compare({ ...placed, statement: { ...placed.statement, content: { ...content, text } } }), folded: compare(placed).folded };
  };
  /** A later statement with its source and cue: "agreed" tells that what was foreseen to be agreed came. */
  const whole = (placed: Placed): Proposition => {
    const { content, cue, source } = placed.statement;
    const text = source && cue && content.text.split(' ').length < 9 ? `${source.text} ${cue.text} ${content.text}` : content.text;
    return compare({ ...placed, statement: { ...placed.statement, content: { ...content, text } } });
  };
  const kept = new Set(reports.map(({ report }) => report.id));
  const all = reports
    .flatMap(({ report, statements }) => statements.map((statement): Placed => ({ statement, report })))
    .map((placed): Compared => ({ placed, words: whole(placed) }));
  const bySource = new Map<string, Placed[]>();
  for (const { first } of drafts) {
    const source = sourceOf(first.statement.id);
    if (source !== null) bySource.set(source, [...(bySource.get(source) ?? []), first]);
  }
  return drafts.map(({ claim, first }) => {
    const own = new Set(claim.appearances.map(({ statement }) => statement.id));
    const found = claim.appearances.map(foreseenAt);
    const window = found.map((row) => row?.window ?? null).find((value) => value !== null) ?? null;
    const condition = found.map((row) => row?.condition ?? null).find((value) => value !== null) ?? null;
    const lead = undated(first);
    const source = sourceOf(first.statement.id);
    const rest = all.filter(({ placed }) => !own.has(placed.statement.id));
    const later = rest.filter(({ placed }) => publishedDay(placed) > publishedDay(first));
    const again = new Set(later.filter((row) => tellsAgain(lead, row)).map(({ placed }) => placed));
    const foreseen = {
      first,
      lead,
      window,
      names: namesOf(first.statement.id),
      dated: compare(first),
      ofSource: source === null ? [] : (bySource.get(source) ?? []),
      sourceOf,
      mentions: [
        ...claim.appearances.filter((placed) => kept.has(placed.report.id) && publishedDay(placed) > publishedDay(first)),
        ...again,
      ],
      others: rest.filter(({ placed }) => !again.has(placed)),
    };
    const verdict =
      givenUp(claim, first, sourceOf) ?? lookedBack(foreseen) ?? besideMention(foreseen) ?? putOff(foreseen) ?? laterLike(foreseen);
    return {
      claim: claim.id,
      sourceId: sourceOf(first.statement.id),
      window,
      condition,
      ...(verdict ?? { outcome: 'pending', resolvedBy: null, reason: 'no later statement speaks of it' }),
    };
  });
}
