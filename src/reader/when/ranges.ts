import type { Time } from '../../model/index.ts';
import type { Candidate } from './grammar.ts';
import { adjoins, type Tokens } from './tokens.ts';

const CONNECTORS: ReadonlySet<string> = new Set(['to', 'through', 'until', 'till', '-', 'and']);

/**
 * "from 2009 to 2011", "between May 3 and May 9", "1914-1918": each end keeps its own words and TIMEX3 value, and the EDTF of both is the
 * whole interval. Ends of different fineness, or in the wrong order, are left as they are.
 * @param placed the candidates of `times`, one for one
 */
export function joinRanges(tokens: Tokens, placed: readonly Candidate[], times: readonly Time[]): readonly Time[] {
  const joined = [...times];
  for (let i = 0; i + 1 < joined.length; i++) {
    const [first, last] = [joined[i], joined[i + 1]] as [Time, Time];
    const interval = isRange(tokens, placed[i] as Candidate, placed[i + 1] as Candidate) ? intervalOf(first, last) : null;
    if (interval === null) continue;
    joined[i] = { ...first, edtf: interval };
    joined[i + 1] = { ...last, edtf: interval };
    i++;
  }
  return joined;
}

function isRange(tokens: Tokens, first: Candidate, last: Candidate): boolean {
  const between = tokens.lower[first.to] ?? '';
  if (last.from !== first.to + 1 || !CONNECTORS.has(between)) return false;
  const lead = tokens.lower[first.from - 1];
  if (between === '-') return adjoins(tokens, first.to) && adjoins(tokens, last.from);
  if (between === 'and') return lead === 'between';
  return between !== 'to' || lead === 'from';
}

/** "2009" and "2011" make "2009/2011"; "../2011", left by "through", counts as its end. */
function intervalOf(first: Time, last: Time): string | null {
  const from = first.edtf;
  const to = last.edtf?.replace(/^\.\.\//, '') ?? null;
  if (first.timex.type !== 'DATE' || last.timex.type !== 'DATE' || from === null || to === null) return null;
  if (!/^\d{4}(-\d\d){0,2}$/.test(from) || from.length !== to.length || !/^\d{4}(-\d\d){0,2}$/.test(to)) return null;
  return from < to ? `${from}/${to}` : null;
}
