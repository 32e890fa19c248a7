import type { Figure } from './figures.ts';
import { phrases } from './phrases.ts';
import { CUMULATIVE, SCOPES, type ScopeRow } from './scope.data.ts';
import { at, type Token } from './tokens.ts';

type Scope = ScopeRow['scope'];
const BY_WORD: ReadonlyMap<string, Scope> = new Map(SCOPES.flatMap((row) => row.words.map((word) => [word, row.scope] as const)));
const TALLIES = phrases(CUMULATIVE.map((row) => [row.words, row.cumulative] as const));

/** Tokens that another figure, or the end of the sentence, keeps out of reach. */
const STOPS = new Set(['.', ';', '!', '?', ':']);

/** The harm word nearest to a figure on one side, at most `reach` tokens away; both of "killed or wounded". */
function scan(tokens: readonly Token[], from: number, step: 1 | -1, reach: number, limit: number): readonly Scope[] {
  for (let k = from, n = 0; n < reach && k >= 0 && k < tokens.length; k += step, n += 1) {
    const token = at(tokens, k);
    if (step === 1 ? k >= limit || token.opens : k < limit) return [];
    if (STOPS.has(token.text) || (token.text === ',' && n > 0)) return [];
    const scope = BY_WORD.get(token.lower);
    if (scope) {
      const other =
        at(tokens, k + step).lower === 'or' ||
        (step === -1 && at(tokens, k - 1).lower === 'and') ||
        (step === 1 && at(tokens, k + 1).lower === 'and');
      const second = other ? BY_WORD.get(at(tokens, k + 2 * step).lower) : undefined;
      return second && second !== scope ? (step === 1 ? [scope, second] : [second, scope]) : [scope];
    }
    // "12 were killed and 30 injured": what follows "and" is said of the next figure.
    if (step === 1 && n > 0 && (token.lower === 'and' || token.lower === 'but' || token.lower === 'while')) return [];
    if (step === -1 && token.opens) return [];
  }
  return [];
}

/**
 * What befell those who are counted: from the words next to the figure, else the verb before it, else the one behind it.
 * `left` and `right` are the ends of the neighbouring figures, which the search does not cross.
 */
export function scopeOf(tokens: readonly Token[], figure: Figure, from: number, to: number, left: number, right: number): readonly Scope[] {
  if (figure.unit) return [];
  for (let k = figure.to; k < to; k += 1) {
    const own = BY_WORD.get(at(tokens, k).lower);
    if (own) return scan(tokens, k, 1, 1, right);
  }
  const beside = scan(tokens, to, 1, 1, right);
  if (beside.length > 0) return beside;
  const before = scan(tokens, from - 1, -1, 5, left);
  if (before.length > 0) return before;
  const after = scan(tokens, to, 1, 6, right);
  return after.length > 0 ? after : scan(tokens, from - 1, -1, 9, left);
}

/** Whether the sentence says that the figure counts everything so far (true) or only what is new (false); null where it does not say. */
export function cumulativeOf(tokens: readonly Token[], from: number, to: number): boolean | null {
  for (let k = from - 1; k > from - 12 && k >= 0; k -= 1) {
    if (STOPS.has(at(tokens, k).text)) break;
    const found = TALLIES.from(tokens, k);
    if (found) return found.row;
    if (at(tokens, k).opens) break;
  }
  for (let k = to; k < to + 10 && k < tokens.length; k += 1) {
    if (STOPS.has(at(tokens, k).text) || at(tokens, k).opens) break;
    const found = TALLIES.from(tokens, k);
    if (found) return found.row;
  }
  return null;
}
