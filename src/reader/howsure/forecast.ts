import type { StatementForecast, Time } from '../../model/index.ts';
import type { Attribution } from '../layers.ts';
import type { Tokens } from '../when/index.ts';
import { cutWords, mainClause } from './certainty.ts';
import { Phrases } from './phrases.ts';
import { runsOf } from './place.ts';
import { CONDITION_WORDS, FORECAST_WORDS } from './words/forecast.ts';

const FORECASTS = new Phrases(FORECAST_WORDS, ({ words }) => words, cutWords);
const CONDITIONS = new Phrases(CONDITION_WORDS, (words) => words, cutWords);
/** How many tokens a condition may run for. */
const LONGEST = 40;

/** A content about what is to come: its window from the first time in it that is not gone, and its condition. Null for any other. */
export function forecastOf(
  tokens: Tokens,
  attribution: Attribution,
  times: readonly Time[],
  published: string | null,
): StatementForecast | null {
  const content = runsOf(tokens, attribution.content);
  const clause = mainClause(tokens, content);
  const [will] = FORECASTS.all(tokens, clause.from, clause.to);
  if (!will || pastWould(tokens, will.from, will.end)) return null;
  return { window: windowOf(attribution, times, published), condition: conditionOf(tokens, content) };
}

/** "would have gone" tells of what did not come. */
const pastWould = (tokens: Tokens, from: number, end: number): boolean => tokens.lower[from] === 'would' && tokens.lower[end] === 'have';

function windowOf({ content }: Attribution, times: readonly Time[], published: string | null): string | null {
  const day = published?.slice(0, 10) ?? null;
  for (const { spans, edtf, timex } of times) {
    const [span] = spans;
    if (!span || !content.some(([start, end]) => start <= span[0] && span[1] <= end)) continue;
    if (timex.value === 'FUTURE_REF' && day) return `${day}/..`;
    if (edtf === null || edtf.startsWith('[') || (day !== null && lastOf(edtf) < day.slice(0, lastOf(edtf).length))) continue;
    return edtf;
  }
  return null;
}

/** The last date that an EDTF names; an open end is later than all. */
const lastOf = (edtf: string): string => {
  const last = edtf.split('/').at(-1) ?? edtf;
  return last === '..' ? '~' : last;
};

/** The words of the condition, from the word that opens it to the end of its clause. */
function conditionOf(tokens: Tokens, content: readonly { readonly from: number; readonly to: number }[]): string | null {
  for (const { from, to } of content) {
    const [opened] = CONDITIONS.all(tokens, from, to);
    if (!opened) continue;
    let end = opened.end;
    while (end < to && end < opened.from + LONGEST && !CLAUSE_ENDS.has(tokens.lower[end] as string)) end++;
    return end > opened.end ? tokens.text.slice(tokens.start[opened.from], tokens.end[end - 1]) : null;
  }
  return null;
}
const CLAUSE_ENDS: ReadonlySet<string> = new Set(['.', ',', ';', ':', '"', '”', '\n\n', '-', '!', '?']);
