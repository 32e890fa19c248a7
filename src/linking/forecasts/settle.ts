import type { Forecast } from '../../model/index.ts';
import { type Proposition, topicLikeness } from '../claims/features.ts';
import { byPublication, type Placed } from '../input.ts';
import { negated } from '../words/normalise.ts';

/** What became of a forecast, and by which words. */
export type Verdict = Pick<Forecast, 'outcome' | 'resolvedBy'> & { readonly reason: string };

export interface Compared {
  readonly placed: Placed;
  readonly words: Proposition;
}

/** Everything that one forecast is held against. */
export interface Foreseen {
  readonly first: Placed;
  /** The forecast as it is compared: without its dates, and with them. */
  readonly lead: Proposition;
  readonly dated: Proposition;
  readonly window: string | null;
  /** Names that its source goes by. */
  readonly names: readonly string[];
  /** Every forecast of its source, this one too: "missed its own deadline" tells which where there is but one. */
  readonly ofSource: readonly Placed[];
  readonly sourceOf: (statementId: string) => string | null;
  /** Later mentions of the same forecast. */
  readonly mentions: readonly Placed[];
  /** Statements of the story that are no mention of it. */
  readonly others: readonly Compared[];
}

/** Words by which a report says that what was foreseen did not come. Plain negation is told by polarity. */
const FAILED =
  /\b(?:failed|fails|missed|abandon\w*|delay\w*|slip(?:s|ped)|postpon\w*|cancel\w*|still|put off|withdr\w+|out of time|instead|later than|gave up|broke|overdue|in vain|shelved|scrapped|dropped|too (?:high|low|early))\b/i;
const KEPT =
  /\b(?:(?:a|one|two|three|four|five) (?:day|week|month)s? (?:early|earlier|ahead)|on time|as (?:promised|announced|planned|predicted|expected|foreseen|foretold|scheduled)|ahead of (?:time|schedule)|kept (?:its|his|her|their) (?:word|promise)|in time|was right|came true)\b/i;
/** Words by which a later sentence looks back at what its subject had promised or foreseen. */
const LOOKS_BACK =
  /\b(?:had (?:\w+ ){0,2}(?:promised|said|predicted|expected|forecast|planned|announced|hoped|pledged|foreseen|foretold|ruled out|insisted|threatened|vowed|warned)|earlier (?:date|promise|forecast|deadline)|(?:its|his|her|their) (?:own )?(?:deadline|forecast|promise|prediction|target)|predicted earlier|it (?:promised|threatened))\b/i;
const NOT_BEFORE = /\b(?:before|until)\b/;
/** An event, though the same words may go on to foresee ("has won and will be president"). */
const HAPPENED = /\b(?:has|have|had|was|were|\w{3,}ed)\b(?=.*\b(?:will|would)\b)/i;
/** From this likeness on a later statement speaks of what was foreseen; less is enough where its date falls into the window. */
const LIKE = 0.42;
const LIKE_IN_TIME = 0.36;
/** A denial settles a forecast only when it clearly speaks of it. */
const LIKE_AGAINST = 0.45;
/** Likeness that is enough where a sentence looks back at what its subject foresaw. */
const FAINT = 0.22;
/** Characters on each side of a forecast's later mention in which a report says what became of it. */
const AROUND = 170;

/** Last months of EDTF's seasons, as most news counts them. */
const SEASON_ENDS: Readonly<Record<string, string>> = { 21: '05', 22: '08', 23: '11', 24: '12' };

export const lastDay = (window: string | null): string => {
  const due = window?.split('/').at(-1) ?? '';
  const [, year, season] = /^(\d{4})-(2[1-4])$/.exec(due) ?? [];
  if (year && season) return `${year}-${SEASON_ENDS[season]}`;
  return due === '..' ? '' : due.slice(0, 10);
};

/** The first day of a window that has no end. */
const firstDay = (window: string | null): string => {
  const [first = ''] = window?.split('/') ?? [];
  return first.length === 10 ? first : '';
};

export const publishedDay = ({ report }: Placed): string => report.published?.slice(0, 10) ?? '';

const startOf = ({ statement }: Placed): number => statement.content.spans[0]?.[0] ?? 0;
const endOf = ({ statement }: Placed): number => statement.content.spans.at(-1)?.[1] ?? 0;

/** Whether a later statement only tells what had been foreseen: "it had expected 90". */
export const tellsAgain = (lead: Proposition, { placed, words }: Compared): boolean =>
  (LOOKS_BACK.test(placed.statement.content.text) ||
    (LOOKS_BACK.test(placed.statement.cue?.text ?? '') && lead.due !== null && lead.due === words.due)) &&
  (lead.figures.some(({ low }) => low !== null && words.figures.some((other) => other.low === low)) || topicLikeness(lead, words) >= LIKE);

/** What stands before and after a passage in its own paragraph. */
const beforeIn = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - AROUND), at)
    .split(/\n\s*\n/)
    .at(-1) ?? '';
const afterIn = (text: string, at: number): string => text.slice(at, at + AROUND).split(/\n\s*\n/)[0] ?? '';
const SENTENCE = /(?<=[.!?]["”’]?)\s+/;

/** The statement's whole sentence or so: from the full stop before it to the one after. */
function sentenceAround(placed: Placed): string {
  const { text } = placed.report;
  const before = beforeIn(text, startOf(placed)).split(SENTENCE).at(-1) ?? '';
  const after = afterIn(text, endOf(placed)).split(SENTENCE)[0] ?? '';
  return `${before}${text.slice(startOf(placed), endOf(placed))}${after}`;
}

/** The first statement beside a mention, in its paragraph, that is not the mention itself. */
const beside = (mention: Placed, others: readonly Compared[]): Compared[] =>
  others
    .filter(({ placed }) => placed.report.id === mention.report.id && placed.statement.id !== mention.statement.id)
    .filter(({ placed }) => {
      const [from, to] = [Math.min(startOf(placed), startOf(mention)), Math.max(endOf(placed), endOf(mention))];
      return to - from < AROUND + 260 && !/\n\s*\n/.test(mention.report.text.slice(from, to));
    })
    .sort((a, b) => Math.abs(startOf(a.placed) - startOf(mention)) - Math.abs(startOf(b.placed) - startOf(mention)));

const quote = (text: string): string => `“${text.replace(/\s+/g, ' ').trim().slice(0, 140)}”`;

/** Whether a day is after the window: whoever keeps a promise late has not kept it. */
const afterDue = (day: string, due: string): boolean => due.length > 0 && day.slice(0, due.length) > due;

/** The single day in a statement's words, or null. */
const dayOf = ({ statement }: Placed): string | null => {
  const days = statement.times.flatMap(({ edtf }) => (edtf && /^\d{4}-\d\d-\d\d(?:T|$)/.test(edtf) ? [edtf.slice(0, 10)] : []));
  return days.length === 1 ? (days[0] as string) : null;
};

/** Fulfilled or failed by one statement: the same polarity or not, words of failure, and whether it came too late. */
function judge({ lead, window }: Foreseen, { placed, words }: Compared): 'fulfilled' | 'failed' {
  const { text } = placed.statement.content;
  if (KEPT.test(text)) return 'fulfilled';
  const denied = placed.statement.certainty.level === 'denied' || placed.statement.stance === 'denies';
  const against = (words.negative || denied) !== lead.negative;
  const day = dayOf(placed);
  // "Not before Tuesday" is kept by what comes on or after it.
  const earliest = lastDay(window) || firstDay(window);
  if (lead.negative && !words.negative && NOT_BEFORE.test(lead.folded) && earliest !== '')
    return (day ?? publishedDay(placed)) >= earliest ? 'fulfilled' : 'failed';
  if (against || (!lead.negative && FAILED.test(text))) return 'failed';
  return !lead.negative && day !== null && afterDue(day, lastDay(window)) ? 'failed' : 'fulfilled';
}

/** What a later report says right beside its mention of the forecast: "promised by Friday … still at work". */
export function besideMention(foreseen: Foreseen): Verdict | null {
  const { mentions, lead, window, others } = foreseen;
  for (const mention of mentions) {
    const { text } = mention.report;
    const own = sentenceAround(mention);
    const near = `${beforeIn(text, startOf(mention))} ${own} ${afterIn(text, endOf(mention))}`;
    const early = lastDay(window) > publishedDay(mention);
    if (KEPT.test(near))
      return { outcome: 'fulfilled', resolvedBy: mention.statement.id, reason: `“${near.match(KEPT)?.[0]}” beside its later mention` };
    if (early) continue;
    const outside = `${beforeIn(text, startOf(mention))} ${afterIn(text, endOf(mention))}`;
    const told = beside(mention, others);
    const failed = outside.match(FAILED)?.[0];
    const telling = told.find(({ placed }) =>
      failed ? placed.statement.content.text.includes(failed) : negated(placed.statement.content.text),
    );
    if (failed && !lead.negative)
      return { outcome: 'failed', resolvedBy: (telling?.placed ?? mention).statement.id, reason: `“${failed}” beside its later mention` };
    const short = fallsShort(lead, told);
    if (short) return short;
    const [like] = told.filter(({ placed, words }) => placed.statement.forecast === null && topicLikeness(lead, words) >= FAINT);
    const next = like ?? (telling && { ...telling });
    if (next)
      return { outcome: judge(foreseen, next), resolvedBy: next.placed.statement.id, reason: quote(next.placed.statement.content.text) };
  }
  return null;
}

/** A figure beside the mention that does not reach the one foreseen: "73 percent; it had expected 90". */
function fallsShort(lead: Proposition, told: readonly Compared[]): Verdict | null {
  for (const { placed, words } of told) {
    for (const figure of lead.figures) {
      const other = words.figures.find(({ percent, low }) => percent === figure.percent && low !== null);
      if (!other || figure.low === null || (!figure.percent && !figure.of.some((word) => other.of.includes(word)))) continue;
      const reached = (other.low as number) >= figure.low;
      return {
        outcome: reached ? 'fulfilled' : 'failed',
        resolvedBy: placed.statement.id,
        reason: `${figure.low} foreseen, ${other.low} came: ${quote(placed.statement.content.text)}`,
      };
    }
  }
  return null;
}

/** "Whether Sunday could be kept", "no statement": questions and scraps tell of no event. */
const NO_EVENT = /^(?:that\s)?(?:whether|if|when|how|why)\b|^\S+(?:\s\S+)?$/i;
const isEvent = ({ statement }: Placed): boolean =>
  !NO_EVENT.test(statement.content.text.trim()) && (statement.forecast === null || HAPPENED.test(statement.content.text));

/** A later forecast of the same source about the same thing that is due later gives the earlier one up. */
export function putOff(foreseen: Foreseen): Verdict | null {
  const { first, lead, window, others, sourceOf } = foreseen;
  const due = lastDay(window);
  const source = sourceOf(first.statement.id);
  if (due === '' || source === null) return null;
  const later = others.find(
    ({ placed, words }) =>
      byPublication(placed.report, first.report) > 0 &&
      sourceOf(placed.statement.id) === source &&
      words.due !== null &&
      afterDue(words.due, due) &&
      topicLikeness(lead, words) >= LIKE,
  );
  return later
    ? { outcome: 'failed', resolvedBy: later.placed.statement.id, reason: `put off: ${quote(later.placed.statement.content.text)}` }
    : null;
}

/** The likest later statement about the same thing that is no forecast itself. */
export function laterLike(foreseen: Foreseen): Verdict | null {
  const { first, lead, window, others } = foreseen;
  const due = lastDay(window);
  const [best] = others
    .filter(({ placed }) => byPublication(placed.report, first.report) > 0 && isEvent(placed))
    .map((row) => ({ ...row, likeness: Math.max(topicLikeness(lead, row.words), topicLikeness(foreseen.dated, row.words)) }))
    .filter(({ placed, likeness }) => {
      const day = dayOf(placed) ?? publishedDay(placed);
      const inTime =
        due !== '' &&
        day >= publishedDay(first) &&
        Math.abs(Date.parse(day) - Date.parse(due.length === 10 ? due : `${due}-15`)) < 25 * 86_400_000;
      return likeness >= (inTime ? LIKE_IN_TIME : LIKE);
    })
    .sort(
      (a, b) =>
        b.likeness - a.likeness ||
        byPublication(a.placed.report, b.placed.report) ||
        (a.placed.statement.id < b.placed.statement.id ? -1 : 1),
    );
  if (!best) return null;
  const outcome = judge(foreseen, best);
  if (best.words.negative !== lead.negative && best.likeness < LIKE_AGAINST && !NOT_BEFORE.test(lead.folded)) return null;
  if (
    outcome === 'failed' &&
    due !== '' &&
    publishedDay(best.placed) < due &&
    !/\bnot\b.*\bafter all\b|\bwill not\b/i.test(best.placed.statement.content.text)
  )
    return { outcome: 'pending', resolvedBy: null, reason: `not yet by ${publishedDay(best.placed)}, and due only ${due}` };
  return { outcome, resolvedBy: best.placed.statement.id, reason: quote(best.placed.statement.content.text) };
}

/** A later sentence that names the source, looks back at what it foresaw, and says whether that was kept or missed. */
export function lookedBack({ first, lead, names, ofSource, others, mentions }: Foreseen): Verdict | null {
  const all: readonly Compared[] = [...mentions.map((placed) => ({ placed, words: lead })), ...others];
  const told = all
    .filter(({ placed }) => publishedDay(placed) > publishedDay(first))
    .flatMap((row) => {
      const sentence = sentenceAround(row.placed);
      const against = FAILED.test(sentence) || (negated(row.placed.statement.content.text) && !lead.negative);
      const verdict = KEPT.test(sentence) ? 'fulfilled' : against ? 'failed' : null;
      if (!verdict || !LOOKS_BACK.test(sentence) || !names.some((name) => sentence.includes(name))) return [];
      return [{ ...row, verdict, sentence, likeness: topicLikeness(lead, row.words) } as const];
    })
    .filter(
      ({ likeness, placed }) => likeness >= FAINT || ofSource.filter((other) => publishedDay(other) < publishedDay(placed)).length === 1,
    )
    .sort((a, b) => b.likeness - a.likeness || (a.placed.statement.id < b.placed.statement.id ? -1 : 1));
  const [best] = told;
  // "Missed an earlier date" beside another promise tells of that earlier date alone.
  if (!best || /\bmissed an? (?:earlier|first)\b/i.test(best.sentence)) return null;
  return { outcome: best.verdict, resolvedBy: best.placed.statement.id, reason: quote(best.sentence) };
}
