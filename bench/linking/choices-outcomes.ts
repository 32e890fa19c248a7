import { type Option, OUTCOME_FEATURES, type OutcomeFeature, optionsFor } from '../../src/linking/forecasts/outcomes.ts';
import { type Bearings, storyForecasts, UNASKED } from '../../src/linking/index.ts';
import { type Choice, fitChoices } from '../softmax.ts';
import { answersOf, type LinkedFrom } from './readings.ts';
import { APPEARS, likeness, type Truth } from './truth.ts';

/** A forecast of the truth that linking found, with what may have become of it. */
export interface OutcomeChoice extends Choice {
  /** Its outcome; null for a forecast that is not in the truth. */
  readonly gold: string | null;
  readonly outcomes: readonly string[];
  /** The forecast's words, then each option's. */
  readonly shown: readonly string[];
  /** The forecast again as it is without the network. */
  readonly again: boolean;
}

/** A forecast that is not in the truth: mostly nothing tells what became of it, and sometimes nobody wrote it down. */
const UNKNOWN_WEIGHT = 0.15;
const DECAY = 8;
/** Words that are rare in the stories and mean what they say: "as promised", "put off until Friday". */
const PRIOR: Partial<Record<OutcomeFeature, number>> = {
  like: 1.5,
  meaning: 1.5,
  against: 1,
  failedWords: 1,
  late: 1,
  open: 1,
  failed: -1,
  looksBack: 1,
  kept: -2,
  reached: -1.5,
  short: 1.5,
  tooSoon: 1.5,
  notBefore: -1.5,
  putOff: 2,
  bearsSettles: 3,
  bearsFailed: 2,
  bearsNot: -1,
  bearsFaint: -1,
  earlyFaint: -1,
  besideFaint: -1,
  retells: -1,
  onTime: -1,
  willNot: 1,
  putOffOther: 0.5,
};

/** Each forecast is learnt from unasked as well: the words have to do where there is no network. */
const UNASKED_SHARE = 0.3;

const row = ({ x }: Option): number[] => OUTCOME_FEATURES.map((name) => x[name] ?? 0);

/** Each forecast that is found, and which of its options are right. */
export async function outcomeChoices(truth: Truth, linked: LinkedFrom): Promise<OutcomeChoice[]> {
  const { reports, vectors } = linked;
  const bearings = await answersOf(linked);
  const dateOf = new Map(reports.map(({ report }) => [report.id, report.published ?? '']));
  return choicesFrom(truth, storyForecasts(reports, vectors, bearings), bearings, dateOf);
}

/** The same of forecasts that were found before. */
export function choicesFrom(
  truth: Truth,
  asked: ReturnType<typeof storyForecasts>,
  bearings: Bearings,
  dateOf: ReadonlyMap<string, string>,
): OutcomeChoice[] {
  return asked.flatMap(({ foreseen, all }): OutcomeChoice[] => {
    const { report, statement } = foreseen.first;
    const claim = truth.claims.find(({ appearances }) =>
      appearances.some((one) => one.report === report.id && likeness(one.content, statement.content.text) >= APPEARS),
    );
    const gold = truth.forecasts.find((one) => one.claim === claim?.id) ?? null;
    return [false, true].flatMap((again): OutcomeChoice[] => {
      const options = optionsFor(foreseen, all, again ? UNASKED : bearings);
      const { right, weight } = gold ? rightOf(truth, gold, options, dateOf) : { right: [options.length - 1], weight: UNKNOWN_WEIGHT };
      if (right.length === 0) return [];
      return [
        {
          options: options.map(row),
          right,
          weight: (again ? UNASKED_SHARE : 1) * weight,
          gold: gold?.outcome ?? null,
          outcomes: options.map(({ outcome }) => outcome),
          shown: [statement.content.text, ...options.map(({ outcome, by }) => `${outcome}: ${by?.placed.statement.content.text ?? ''}`)],
          again,
        },
      ];
    });
  });
}

/** Which options are right of a forecast that is in the truth, and how much that is to weigh. */
function rightOf(
  truth: Truth,
  gold: Truth['forecasts'][number],
  options: readonly Option[],
  dateOf: ReadonlyMap<string, string>,
): { readonly right: readonly number[]; readonly weight: number } {
  const told = options.flatMap(({ outcome, by }, i) =>
    outcome === gold.outcome && (by === null || settles(truth, gold, by.placed)) ? [i] : [],
  );
  if (told.length > 0) return { right: told, weight: 1 };
  // The words that settle it were not read as a statement: any later one that tells the same outcome, from then on.
  const from = dateOf.get(gold.resolvedBy?.report ?? '') ?? '';
  const late = options.flatMap(({ outcome, by }, i) =>
    outcome === gold.outcome && by !== null && (by.placed.report.published ?? '') >= from ? [i] : [],
  );
  return { right: late, weight: 0.5 };
}

/** Whether a statement is the one that the truth names as settling a forecast, or of one claim with it. */
function settles(
  truth: Truth,
  { resolvedBy }: Truth['forecasts'][number],
  { report, statement }: { report: { id: string }; statement: { content: { text: string } } },
): boolean {
  if (!resolvedBy) return false;
  const { text } = statement.content;
  const is = (one: { report: string; content: string }): boolean =>
    one.report === report.id && (likeness(one.content, text) >= APPEARS || (one.content.length > 20 && text.includes(one.content)));
  if (is(resolvedBy)) return true;
  const claim = truth.claims.find(({ appearances }) =>
    appearances.some((one) => one.report === resolvedBy.report && one.content === resolvedBy.content),
  );
  return claim?.appearances.some(is) ?? false;
}

export const fitOutcomes = (choices: readonly Choice[], decay = DECAY): number[] =>
  fitChoices(
    choices,
    decay,
    OUTCOME_FEATURES.map((name) => PRIOR[name] ?? 0),
  );
