import type { Decision, Judged, Relation, Ruling } from '../model/index.ts';
import { judgedOf } from '../model/index.ts';
import type { ClaimDraft } from './claims/claims.ts';
import { SAME_THRESHOLD } from './claims/decide.ts';
import { COPY_THRESHOLD } from './copies/copies.ts';
import type { ForecastDraft } from './forecasts/forecasts.ts';
import type { Copy, LinkReport } from './input.ts';
import type { Resolution } from './sources/resolve.ts';
import { shortId } from './words/normalise.ts';

/** What the decisions of a story are gathered from. */
export interface Decided {
  readonly version: string;
  readonly reports: readonly LinkReport[];
  readonly copies: readonly Copy[];
  readonly resolution: Resolution;
  readonly claims: readonly ClaimDraft[];
  readonly relations: readonly Relation[];
  readonly forecasts: readonly ForecastDraft[];
  /** Decisions that people looked at, by id. */
  readonly looked: ReadonlyMap<string, Ruling>;
}

type Draft = Pick<Decision, 'kind' | 'members' | 'score' | 'doubt' | 'uses' | 'reason'>;

/** From 1 at the threshold, where it could as well have gone the other way, to 0 where nothing speaks against it. */
const doubtAbove = (score: number, threshold: number): number => Math.max(0, Math.min(1, 1 - (score - threshold) / (1 - threshold)));

/** Decisions without a score: how often their kind is wrong on the stories of test/stories, roughly. */
const DOUBT = { source: 0.5, relation: 0.4, forecast: 0.6 } as const;
/** A statement that the reader was surer of than this is not asked about. */
const SURE_STATEMENT = 0.6;

const reportsOf = ({ appearances }: ClaimDraft): number => new Set(appearances.map(({ report }) => report.id)).size;

function drafts({ reports, copies, resolution, claims, relations, forecasts }: Decided): Draft[] {
  const uses = new Map(claims.map((claim) => [claim.id, reportsOf(claim)]));
  const byStatement = new Map(
    claims.flatMap((claim) => claim.appearances.map(({ statement }) => [statement.id, reportsOf(claim)] as const)),
  );
  const quoted = new Map<string, number>();
  for (const { sourceId } of resolution.statementSources.values()) if (sourceId) quoted.set(sourceId, (quoted.get(sourceId) ?? 0) + 1);
  const statements = reports.flatMap((report) => report.statements);
  return [
    ...copies.map(
      ({ report, copyOf, containment, reason }): Draft => ({
        kind: 'copy',
        members: [report, copyOf],
        score: containment,
        doubt: doubtAbove(containment, COPY_THRESHOLD),
        uses: 2,
        reason,
      }),
    ),
    ...resolution.joined.map(({ name, into, reason }): Draft => {
      const source = resolution.find(into) ?? resolution.find(name);
      const members = source ? [name, into, source] : [name, into];
      return { kind: 'source', members, score: null, doubt: DOUBT.source, uses: quoted.get(source ?? '') ?? 0, reason };
    }),
    ...claims.flatMap((claim) =>
      claim.links.map(
        ({ a, b, decision }): Draft => ({
          kind: 'claim',
          members: [a, b],
          score: decision.score,
          doubt: doubtAbove(decision.score, SAME_THRESHOLD),
          uses: reportsOf(claim),
          reason: decision.reason,
        }),
      ),
    ),
    ...relations.map(
      ({ from, to, type, reason }): Draft => ({
        kind: 'relation',
        members: [from, to],
        score: null,
        doubt: DOUBT.relation,
        uses: (uses.get(from) ?? 0) + (uses.get(to) ?? 0),
        reason: `${type}: ${reason ?? ''}`,
      }),
    ),
    ...forecasts
      .filter(({ outcome }) => outcome !== 'pending')
      .map(
        ({ claim, outcome, reason }): Draft => ({
          kind: 'forecast',
          members: [claim],
          score: null,
          doubt: DOUBT.forecast,
          uses: uses.get(claim) ?? 0,
          reason: `${outcome}: ${reason}`,
        }),
      ),
    ...statements
      .filter(({ confidence, voice }) => voice !== 'outlet' && typeof confidence === 'number' && confidence < SURE_STATEMENT)
      .map(
        ({ id, confidence }): Draft => ({
          kind: 'statement',
          members: [id],
          score: confidence as number,
          doubt: 1 - (confidence as number) / 2,
          uses: byStatement.get(id) ?? 1,
          reason: `the reader's own confidence is ${(confidence as number).toFixed(2)}`,
        }),
      ),
  ];
}

/** Every decision of a story as a row of its own, with its reason: what a person confirms or turns down. In order of id. */
export function decisionsOf(decided: Decided): Decision[] {
  const { version, reports, looked } = decided;
  // The story goes by the first of its reports in order of id.
  const report = reports.map((row) => row.report.id).sort()[0] ?? '';
  const rows = new Map<string, Decision>();
  for (const draft of drafts(decided)) {
    const id = shortId('d', `${draft.kind}|${draft.members.join('|')}`);
    const ruling = looked.get(id);
    const judged: Judged | undefined = ruling && judgedOf([ruling]);
    rows.set(id, { id, ...draft, doubt: Number(draft.doubt.toFixed(3)), version, report, ...(judged && { judged }) });
  }
  return [...rows.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
