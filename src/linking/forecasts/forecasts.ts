import type { Forecast } from '../../model/index.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import { type Proposition, proposition, topicLikeness } from '../claims/features.ts';
import { byPublication, type LinkReport, type Placed } from '../input.ts';

export interface ForecastDraft extends Forecast {
  readonly reason: string;
}

const FAILED =
  /\b(?:not|no|none|never|nobody|nothing|without|failed|fails|missed|abandon\w*|delay\w*|slip\w*|postpon\w*|cancel\w*|still|put off|wrong|one .{0,20}out)\b/i;
const LIKE = 0.42;

/** Days and months as an interval of comparable strings; an open end is empty. */
function bounds(window: string): { readonly from: string; readonly to: string } {
  const [from = '', to] = window.split('/');
  const clean = (part: string): string => (part === '..' ? '' : part.replace(/[~?%X].*$/, ''));
  return { from: clean(from), to: clean(to ?? from) };
}

const day = (placed: Placed): string => placed.report.published?.slice(0, 10) ?? '';

interface Evidence {
  readonly placed: Placed;
  readonly likeness: number;
}

/** Later statements about the same thing that are no forecasts themselves, the likest first. */
function laterEvidence(
  forecast: Placed,
  lead: Proposition,
  all: readonly { readonly placed: Placed; readonly words: Proposition }[],
): Evidence[] {
  return all
    .filter(
      ({ placed }) =>
        byPublication(placed.report, forecast.report) > 0 && day(placed) > day(forecast) && placed.statement.forecast === null,
    )
    .map(({ placed, words }) => ({ placed, likeness: topicLikeness(lead, words) }))
    .filter(({ likeness }) => likeness >= LIKE)
    .sort(
      (a, b) =>
        b.likeness - a.likeness ||
        byPublication(a.placed.report, b.placed.report) ||
        (a.placed.statement.id < b.placed.statement.id ? -1 : 1),
    );
}

/** What became of one forecast: by the likest later statement; pending where nothing speaks of it. */
function outcomeOf(window: string | null, evidence: readonly Evidence[]): Pick<ForecastDraft, 'outcome' | 'resolvedBy' | 'reason'> {
  const [best] = evidence;
  if (!best) return { outcome: 'pending', resolvedBy: null, reason: 'no later statement speaks of it' };
  const { statement, report } = best.placed;
  const negative = FAILED.test(statement.content.text) || statement.certainty.level === 'denied';
  const due = window === null ? '' : bounds(window).to;
  const published = report.published?.slice(0, 10) ?? '';
  if (negative && due !== '' && published < due)
    return { outcome: 'pending', resolvedBy: null, reason: `not yet by ${published}, and due only ${due}` };
  const quote = statement.content.text.slice(0, 120);
  return { outcome: negative ? 'failed' : 'fulfilled', resolvedBy: statement.id, reason: `“${quote}”` };
}

/** Claims about what is to come, with window, condition and outcome. A person's word on the outcome stands above this. */
export function findForecasts(
  claims: readonly ClaimDraft[],
  reports: readonly LinkReport[],
  vectors: ReadonlyMap<string, Float32Array>,
  sourceOf: (statementId: string) => string | null,
): ForecastDraft[] {
  const drafts = claims.flatMap((claim) => {
    const first = claim.appearances.find(({ statement }) => statement.forecast !== null && statement.voice !== 'outlet');
    return first ? [{ claim, first }] : [];
  });
  if (drafts.length === 0) return [];
  const all = reports.flatMap(({ report, statements }) =>
    statements.map((statement) => ({
      placed: { statement, report },
      words: proposition(statement, { report: report.id, source: null, vector: vectors.get(statement.id) ?? null }),
    })),
  );
  return drafts.map(({ claim, first }) => {
    const own = new Set(claim.appearances.map(({ statement }) => statement.id));
    const window = claim.appearances.map(({ statement }) => statement.forecast?.window ?? null).find((value) => value !== null) ?? null;
    const condition =
      claim.appearances.map(({ statement }) => statement.forecast?.condition ?? null).find((value) => value !== null) ?? null;
    const lead = proposition(first.statement, { report: first.report.id, source: null, vector: vectors.get(first.statement.id) ?? null });
    const evidence = laterEvidence(first, lead, all).filter(({ placed }) => !own.has(placed.statement.id));
    return { claim: claim.id, sourceId: sourceOf(first.statement.id), window, condition, ...outcomeOf(window, evidence) };
  });
}
