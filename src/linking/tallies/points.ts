import type { Quantity } from '../../model/index.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import type { Placed } from '../input.ts';
import { fold, stems } from '../words/normalise.ts';
import { PERSON_SCOPES, SCOPES, type Scope } from './scopes.ts';

/** One figure in one statement, with what it counts. */
export interface Point {
  readonly placed: Placed;
  readonly claim: string;
  readonly quantity: Quantity;
  readonly scope: Scope | null;
  /** `%`, a currency code, or `count`: figures of different measures are never compared. */
  readonly measure: string;
  /** Stems of what is counted. */
  readonly counted: readonly string[];
  /** Stems of the statement around it, for telling one event's figures from another's. */
  readonly context: ReadonlySet<string>;
}

const CURRENCY = /^(?:[A-Z]{3}|£|\$|€|¥|dollars?|pounds?|euros?|yen|yuan|kron\w+|soles|rubles?|roubles?)$/i;
const TIME_OR_SIZE =
  /^(?:s|min|h|d|wk|mo|a|m|km|mi|kg|t|ft|in|cm|mm|ha|years?|months?|weeks?|days?|hours?|minutes?|seconds?|kilomet\w+|met(?:er|re)s?|miles?|tonnes?|tons?|feet|acres?|hectares?|degrees?)$/i;

const measureOf = (quantity: Quantity): string | null => {
  const unit = quantity.unit?.trim() ?? '';
  if (unit === '%' || /per ?cent|%/.test(quantity.text)) return '%';
  if (CURRENCY.test(unit)) return `money:${unit.toLowerCase()}`;
  if (TIME_OR_SIZE.test(unit)) return null;
  return 'count';
};

/** Words of the figure's own clause: from the last clause break before it to the next after it. */
function clauseAround(text: string, at: number, end: number): string {
  const before =
    text
      .slice(0, at)
      .split(/[,;:—–]|\band\b|\bbut\b/)
      .at(-1) ?? '';
  const after = text.slice(end).split(/[,;:—–]|\bbut\b|\band (?=\d)/)[0] ?? '';
  return `${before} ${text.slice(at, end)} ${after}`;
}

function scopeOf(clause: readonly string[], counted: readonly string[]): Scope | null {
  const byNoun = SCOPES.find((scope) => !PERSON_SCOPES.has(scope.id) && scope.shown.some((word) => counted.includes(word)));
  if (byNoun) return byNoun;
  return (
    SCOPES.find((scope) => PERSON_SCOPES.has(scope.id) && scope.shown.some((word) => clause.includes(word) || counted.includes(word))) ??
    null
  );
}

/** The figures of a claim's statements that count something. Durations, lengths and weights are measures, not tallies. */
export function pointsOf(claim: ClaimDraft): Point[] {
  return claim.appearances.flatMap((placed) =>
    placed.statement.quantities.flatMap((quantity): Point[] => {
      const measure = measureOf(quantity);
      if (!measure || (quantity.low === null && quantity.high === null)) return [];
      const start = quantity.spans[0]?.[0] ?? 0;
      const end = quantity.spans.at(-1)?.[1] ?? start;
      const from = placed.statement.content.spans.find(([a, b]) => a <= start && end <= b) ?? [start, end];
      const clause = stems(clauseAround(placed.report.text.slice(from[0], from[1]), start - from[0], end - from[0]));
      const counted = [...new Set([...stems(quantity.unit ?? ''), ...stems(quantity.counted ?? '')])];
      const context = new Set(stems(fold(placed.statement.content.text)).filter((word) => !/\d/.test(word)));
      return [{ placed, claim: claim.id, quantity, scope: scopeOf(clause, counted), measure, counted, context }];
    }),
  );
}
