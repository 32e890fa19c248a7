import type { StatementForecast, Time } from '../../model/index.ts';
import type { Attribution } from '../layers.ts';
import type { Tokens } from '../when/index.ts';
import { cueWords, cutWords } from './certainty.ts';
import { firstSentence, isMonthMay, mainClause } from './clause.ts';
import { Phrases } from './phrases.ts';
import { type Run, runsOf } from './place.ts';
import { isAhead, standsIn, windowFrom } from './window.ts';
import { NEGATORS } from './words/cues.ts';
import { CONDITION_WORDS, FORECAST_WORDS, HABITS, MODALS_AHEAD } from './words/forecast.ts';
import { BEFORE_A_NOUN } from './words/verbs.ts';

const FORECASTS = new Phrases(FORECAST_WORDS, ({ words }) => words, cutWords);
const CONDITIONS = new Phrases(CONDITION_WORDS, (words) => words, cutWords);
/** How many tokens a condition may run for. */
const LONGEST = 40;

/** A content about what is to come: its window from the first time in it that gives one, and its condition. Null for any other. */
export function forecastOf(
  tokens: Tokens,
  attribution: Attribution,
  times: readonly Time[],
  published: string | null,
): StatementForecast | null {
  const content = runsOf(tokens, attribution.content);
  const clause = mainClause(tokens, content);
  const condition = conditionOf(tokens, content, times);
  const mine = times.filter(
    (time) => content.some((run) => standsIn(tokens, time, run)) && !(condition && standsIn(tokens, time, condition)),
  );
  if (!tellsAhead(tokens, clause) && !hangsAhead(tokens, attribution, content) && !mayComeAhead(tokens, clause, mine, published))
    return null;
  const windows = mine.map((time) => windowFrom(tokens, time, clause, published));
  return { window: windows.find((window) => window !== null) ?? null, condition: condition && wordsIn(tokens, condition) };
}

/** Whether the main clause itself tells of what is to come. "Would have gone" tells of what did not, "would often go" of what did, "the will" of neither. */
function tellsAhead(tokens: Tokens, clause: Run): boolean {
  for (const { row, from, end } of FORECASTS.all(tokens, clause.from, clause.to)) {
    const word = tokens.lower[from] as string;
    const next = tokens.lower[end] ?? '';
    if (row.words === 'would' && (next === 'have' || HABITS.has(next))) continue;
    if (word === 'will' && BEFORE_A_NOUN.has(tokens.lower[from - 1] ?? '')) continue;
    return true;
  }
  return false;
}

/** Whether the cue makes the content one about what is to come: "vowed to …", "expects … to …", "ruled out …ing". */
function hangsAhead(tokens: Tokens, attribution: Attribution, content: readonly Run[]): boolean {
  const ahead = cueWords(tokens, attribution)?.row.ahead ?? null;
  const { from, to } = content[0] ?? { from: 0, to: 0 };
  if (ahead === null || to <= from) return false;
  const first = tokens.lower[from] as string;
  if (ahead === 'begins with -ing') return first.length > 4 && first.endsWith('ing');
  if (
    ahead === 'always' ||
    first === 'to' ||
    (NEGATORS.has(first) && tokens.lower[from + 1] === 'to') ||
    (ahead === 'begins with to' && tokens.lower[from - 1] === 'to')
  )
    return true;
  return ahead === 'has to' && tokens.lower.slice(from, Math.min(to, from + LONGEST)).includes('to');
}

/** "May fall next month": what may come, with a time that is ahead. */
const mayComeAhead = (tokens: Tokens, clause: Run, times: readonly Time[], published: string | null): boolean =>
  tokens.lower.slice(clause.from, clause.to).some((word, i) => MODALS_AHEAD.has(word) && !isMonthMay(tokens, clause.from + i)) &&
  times.some((time) => isAhead(time, published));

/** Where conditions open: at a row of the table, and at a "should" that stands first ("should rates rise, …"). */
function* openedConditions(
  tokens: Tokens,
  { from, to }: Run,
): Generator<{ readonly row: string; readonly from: number; readonly end: number }> {
  if (tokens.lower[from] === 'should') yield { row: 'should', from, end: from + 1 };
  yield* CONDITIONS.all(tokens, from, to);
}

/** The condition, from the word that opens it to the end of its clause. "Until the end of June" is a time and no condition. */
function conditionOf(tokens: Tokens, content: readonly Run[], times: readonly Time[]): Run | null {
  for (const run of content) {
    const { from, to } = firstSentence(tokens, run);
    for (const opened of openedConditions(tokens, { from, to })) {
      // "has not said when it will end": an opener that begins the content opens it all, unless a main clause follows its comma.
      if (opened.from === from && !tokens.lower.slice(from, to).includes(',')) continue;
      const next = { from: opened.end, to: Math.min(to, opened.end + TIME_WITHIN) };
      if (opened.row === 'until' && times.some((time) => standsIn(tokens, time, next))) continue;
      let end = opened.end;
      while (end < to && end < opened.from + LONGEST && !CLAUSE_ENDS.has(tokens.lower[end] as string)) end++;
      if (tokens.lower[end - 1] === '.') end--;
      if (end > opened.end) return { from: opened.from, to: end };
    }
  }
  return null;
}
/** How many tokens behind "until" a time ends that belongs to it. */
const TIME_WITHIN = 6;
const CLAUSE_ENDS: ReadonlySet<string> = new Set([',', ';', ':', '"', '”', '\n\n', '-', '!', '?']);

const wordsIn = (tokens: Tokens, { from, to }: Run): string => tokens.text.slice(tokens.start[from], tokens.end[to - 1]);
