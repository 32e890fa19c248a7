import type { Quantity } from '../../model/index.ts';
import type { ClaimDraft } from '../claims/claims.ts';
import { type Proposition, proposition } from '../claims/features.ts';
import type { Placed } from '../input.ts';
import { stems } from '../words/normalise.ts';
import { type Scope, scopeOf } from './scopes.ts';

/** One figure in one statement, with what it counts. */
export interface Point {
  readonly placed: Placed;
  readonly claim: string;
  readonly quantity: Quantity;
  readonly scope: Scope | null;
  /** `%`, `money:GBP`, or `count`: figures of different measures are never compared. */
  readonly measure: string;
  /** Stems of what is counted. */
  readonly counted: readonly string[];
  /** The statement as claims compare it: tells one event's figures from another's. */
  readonly context: Proposition;
  /** Whom the figure goes back to. */
  readonly source: string | null;
  /** Figures that it takes the place of, where the words say so: 4,000 for "to 5,200, from about 4,000", 9 for "It had spoken of nine." */
  readonly formers: readonly number[];
  /** Stems of the words of its clause, but for what is counted: what is said of it. */
  readonly said: readonly string[];
  /** It counts only some of them, or only those added: "two of them", "another nine". */
  readonly part: boolean;
  /** The words tell it as what was said before ("it had spoken of 23"): no news. */
  readonly lookedBack: boolean;
  /** What it counts in the report's own words, where the figure itself does not say: "the number of villages", or the figure before it. */
  readonly noun: string | null;
  /** The figure before it in the report that tells what this bare one counts. */
  readonly inherits?: Point;
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(?:GBP|£|pounds?(?: sterling)?)$/i, 'GBP'],
  [/^(?:EUR|€|euros?)$/i, 'EUR'],
  [/^(?:USD|\$|US\$|(?:US )?dollars?)$/i, 'USD'],
  [/^(?:JPY|¥|yen)$/i, 'JPY'],
  [/^(?:CNY|RMB|yuan)$/i, 'CNY'],
  [/^(?:RUB|₽|rou?bles?)$/i, 'RUB'],
  [/^(?:INR|₹|rupees?)$/i, 'INR'],
  [/^(?:CHF|KRW|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|ILS|AUD|CAD|NZD|BRL|MXN|ZAR|UAH|EGP|NGN|KES|IDR|THB|VND|PHP|PKR|SAR|AED|IRR|IQD)$/, 'code'],
  [/^(?:won|francs?|kron\w+|crowns?|pesos?|soles|liras?|zlotys?|shekels?|rand|hryvnias?)$/i, 'name'],
];
const TIME_OR_SIZE =
  /^(?:s|min|h|d|wk|mo|a|m|km|mi|kg|ft|in|cm|mm|years?|months?|weeks?|days?|hours?|minutes?|seconds?|kilomet\w+|centimet\w+|millimet\w+|met(?:er|re)s?|(?:nautical |square )?miles?|feet|degrees?|°C|°F|km\/h|mph)$/i;

/** Units of time and length whose figures may be a count that several give: hours flown, months without pay, how high a cloud rose. */
const EXTENTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:h|hours?)$/i, 'hours'],
  [/^(?:d|days?)$/i, 'days'],
  [/^(?:wk|weeks?)$/i, 'weeks'],
  [/^(?:mo|months?)$/i, 'months'],
  [/^(?:min|minutes?)$/i, 'minutes'],
  [/^(?:km|kilomet\w+)$/i, 'kilometres'],
  [/^(?:m|met(?:er|re)s?)$/i, 'metres'],
  [/^(?:cm|centimet\w+)$/i, 'centimetres'],
  [/^(?:mi|miles?)$/i, 'miles'],
  [/^(?:ft|feet)$/i, 'feet'],
];
/** "Within three days", "two hours later", "nine miles off the cape": when and where it was, and no count. */
const WHEN_BEFORE =
  /\b(?:within|in|after|over|every|next|last|past|another|further|than|following|until|on|nearly|first|by|the|a|an|every|each|some|almost|about)\s$/i;
const WHEN_AFTER =
  /^[-\s]*(?:ago|earlier|later|before|after|from|off|away|north|south|east|west|inside|outside|below|above|of talks|old|long|to\s|notice|into (?:the|its|his|her) \w+ term)\b|^['’]/i;

/** What a figure of time or length measures where it may be a count of its own; null where it only says when or where. */
export function extentOf({ unit }: Quantity, before: string, after: string): string | null {
  const found = EXTENTS.find(([pattern]) => pattern.test(unit?.trim() ?? ''))?.[1];
  return found && !WHEN_BEFORE.test(before) && !WHEN_AFTER.test(after) ? `extent:${found}` : null;
}

const broken = ({ low, high }: Quantity): boolean => [low, high].some((value) => value !== null && !Number.isInteger(value));

/** What a figure measures, or null for durations, lengths and weights: those are counts only where `extentOf` says so. */
export function measureOf(quantity: Quantity): string | null {
  const unit = quantity.unit?.trim() ?? '';
  if (unit === '%' || /per ?cent|%/.test(quantity.text)) return '%';
  const currency = CURRENCIES.find(([pattern]) => pattern.test(unit))?.[1];
  if (currency) return `money:${currency === 'code' || currency === 'name' ? unit.toLowerCase() : currency}`;
  if (TIME_OR_SIZE.test(unit)) return null;
  // "Half of the lorries", "a 6.4 that injured": people and things are counted whole.
  return quantity.ucum === undefined && broken(quantity) ? null : 'count';
}

/** Where another clause or another figure's words begin. */
const NEXT_CLAUSE =
  /[,;:—–]\s|\bbut\b|\band (?=\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|another|more than|about|some|at least)\b)/i;

/** Characters to either side of a figure within which its clause ends. */
const CLAUSE_LENGTH = 400;

/** The figure's own clause: from the last break before it to the next after it. */
function clauseAround(text: string, at: number, end: number): string {
  const before =
    text
      .slice(Math.max(0, at - CLAUSE_LENGTH), at)
      .split(/[,;:—–]\s|\band\b|\bbut\b/)
      .at(-1) ?? '';
  const after = text.slice(end, end + CLAUSE_LENGTH).split(NEXT_CLAUSE)[0] ?? '';
  return `${before} ${text.slice(at, end)} ${after}`;
}

/** "Put the number of injured at", "the number of houses lost is": what a figure without a noun counts. */
const NUMBER_OF =
  /\b(?:numbers?|count|total|tally) of ([\p{L}’' -]{3,40}?)\s(?:at|to|is|was|are|were|has|had|rose|fell|stood|stands|reached)\b[^.]*$/iu;

/** "Nor does it accept the number of dead. It speaks of five": what the sentence before, or the own one, speaks of. */
const SPOKEN_OF =
  /\b(?:numbers?|counts?|totals?|tall(?:y|ies)|figures?|estimates?) (?:of|for) (?:the |those |people |its |their )?([\p{L}’'-]{3,20})\b[^.;:\d]{0,60}(?:\.["”’]?\s[^.;:\d]{0,60})?$/iu;
const SPOKEN_WITHIN = 160;

/** "Her crew of 21", "the injured number 21": what a bare figure counts. */
const GROUP_OF =
  /\b(crew|workforce|staff|team|crowd|garrison|delegation|injured|wounded|dead|missing|homeless)\s(?:of|(?:now\s)?number(?:ed|s)?)\s(?:about\s|some\s|only\s|at least\s|more than\s)?$/iu;

/** "And not 48,000", "not 86": a figure that is named to be put aside. */
const putAside = (before: string): boolean =>
  /\b(?:and|but)?\s*not\s+(?:the\s+|as\s+\w+\s+)?$/i.test(before) && !/\bif not\s+$/i.test(before);

/** "The mayor's figure of 6,500 was wrong": whoever says so does not give that figure. */
const DISOWNED_BEFORE =
  /\b(?:figures?|counts?|estimates?|numbers?|tolls?|tall(?:y|ies)|totals?|claims?)\s(?:of|that)\s(?:[\w’']+\s){0,3}$/iu;
const DISOWNED_AFTER =
  /^[^.;]{0,40}?\b(?:was|were|is|are|had been|proved|turned out to be)\s(?:\w+\s){0,2}?(?:wrong|mistaken|false|incorrect|inaccurate|exaggerated|inflated|too (?:high|low)|an? (?:error|mistake|exaggeration))\b/iu;
const disowned = (before: string, after: string): boolean => DISOWNED_BEFORE.test(before) && DISOWNED_AFTER.test(after);

/** "Far more than the 4,000 that the ministry gave", "compared with the 4,000": whoever compares with a figure does not give it. */
const COMPARED = /\b(?:than|compared (?:with|to))\s(?:the|its|his|her|their|those|that)\s(?:\w+\s)?$/i;
/** The quantity's own words may begin with "more than the". */
const comparedWith = (before: string, quantity: string): boolean => COMPARED.test(before + (quantity.split(/\d/, 1)[0] ?? ''));

/** "Of them", "of the wounded", behind a figure; "another nine", "nine more": some of those counted, or those added. */
const OF_THEM =
  /^\s(?:\p{L}+\s){0,1}?of\s(?:them|whom|those|these|us|(?:the|its|their|our)\s(?:wounded|injured|dead|victims|missing|killed|patients|sick|survivors))\b/iu;
const ADDED = /\b(?:another|more|further|additional|others?)\b(?!\sthan)/i;
const isPart = (quantity: Quantity, text: string): boolean =>
  quantity.partial === true ||
  quantity.cumulative === false ||
  OF_THEM.test(text.slice(endOf(quantity), endOf(quantity) + 40)) ||
  /\sof\s(?:them|whom|those)\b/i.test(quantity.text) ||
  ADDED.test(text.slice(startOf(quantity) - 9, endOf(quantity) + 9));

const amountOf = ({ low, high }: Quantity): number | null => low ?? high;
const startOf = ({ spans }: Quantity): number => spans[0]?.[0] ?? 0;
const endOf = ({ spans }: Quantity): number => spans.at(-1)?.[1] ?? 0;

/** Words between a figure and the one that it takes the place of, and how many characters they have at most. */
const IN_PLACE_OF = /^(?:\s\p{L}+){0,3},?\s(?:up |down )?from\s$/u;
const IN_PLACE_LENGTH = 80;

const extentIn = (text: string, quantity: Quantity): string | null =>
  extentOf(quantity, text.slice(Math.max(0, startOf(quantity) - 20), startOf(quantity)), text.slice(endOf(quantity), endOf(quantity) + 30));

/** Each figure of a statement with the one right behind it whose place it takes. */
function replacements(figures: readonly Quantity[], text: string): Map<Quantity, Quantity> {
  const inOrder = [...figures].sort((a, b) => startOf(a) - startOf(b));
  return new Map(
    inOrder.flatMap((figure, at) => {
      const next = inOrder[at + 1];
      if (!next || startOf(next) > endOf(figure) + IN_PLACE_LENGTH) return [];
      return IN_PLACE_OF.test(text.slice(endOf(figure), startOf(next))) ? [[figure, next] as const] : [];
    }),
  );
}

/** Words before a figure by which it is one that was given earlier. */
const LOOKS_BACK =
  /\bhad\s(?:\w+\s){0,2}?(?:said|given|put|spoken|estimated|promised|expected|counted|reported|told|insisted|claimed|announced|predicted|foreseen|maintained|held|stated|mentioned)\b|\b(?:(?:was|were) told|at first|at the outset|first spoke|initially|previously|until now|instead of|up from|down from|a week earlier|used to say|(?:after|for) (?:insisting|maintaining)|said at first)\b/i;
/** From here on the sentence tells what is said now. */
const NOW = /(?:,|\band\b|\bbut\b)\s(?:[\w’']+\s){0,4}?(?:said|says|speaks?|lowered|cut|raised|puts?|now|explained)\s/iu;
const sentenceBefore = (text: string, at: number): string =>
  (
    text
      .slice(Math.max(0, at - 200), at)
      .split(/[.!?;]["”’]?\s/)
      .at(-1) ?? ''
  )
    .split(NOW)
    .at(-1) ?? '';

/** "And not 48,000", "not three", right behind a figure: the one that was given before it. */
const setAside = (figures: readonly Quantity[], figure: Quantity, text: string): (number | null)[] =>
  figures
    .filter((other) => startOf(other) > endOf(figure) && startOf(other) - endOf(figure) < PUT_ASIDE_LENGTH)
    .filter((other) => measureOf(other) === measureOf(figure) || measureOf(other) === 'count')
    .filter((other) =>
      /\bnot\s(?:the\s)?$|\brather than\s$|\btaking back (?:the|its|their) $/i.test(text.slice(endOf(figure), startOf(other))),
    )
    .map(amountOf);
const PUT_ASIDE_LENGTH = 90;

/** Words of a clause that say something of what is counted: no figures, and not the noun itself. */
const saidIn = (clause: string, counted: readonly string[]): readonly string[] =>
  [...new Set(stems(clause))].filter((word) => !counted.includes(word) && !/\d/.test(word) && !NUMBER.test(word));
const NUMBER =
  /^(?:one|two|three|four|fiv|six|seven|eight|nin|ten|eleven|twelv|\w+teen|\w+ty|hundr|thousand|million|billion|dozen|about|least|most|more|les|som|nearly|almost|only|another|number|total|figur|count)$/;

/** The figures of a claim's statements that count something. */
export function pointsOf(
  claim: ClaimDraft,
  { vectors, around }: Readonly<Record<'vectors' | 'around', ReadonlyMap<string, Float32Array>>>,
  sourceOf: (statementId: string) => string | null,
): Point[] {
  return claim.appearances.flatMap((placed) => {
    const { statement, report } = placed;
    const context = proposition(statement, {
      report: report.id,
      source: null,
      vector: vectors.get(statement.id) ?? null,
      around: around.get(statement.id) ?? null,
    });
    const replaced = replacements(statement.quantities, report.text);
    const outdated = new Set(replaced.values());
    return statement.quantities.flatMap((quantity): Point[] => {
      // "From about 4,000 a day earlier": told already, by whoever gave it then.
      if (outdated.has(quantity)) return [];
      const measure = measureOf(quantity) ?? extentIn(report.text, quantity);
      if (!measure || (quantity.low === null && quantity.high === null)) return [];
      const [start, end] = [startOf(quantity), endOf(quantity)];
      const [from, to] = statement.content.spans.find(([a, b]) => a <= start && end <= b) ?? [start, end];
      const before = report.text.slice(Math.max(from, start - 30), start);
      if (putAside(before.slice(-20)) || comparedWith(before, report.text.slice(start, end))) return [];
      if (disowned(report.text.slice(Math.max(from, start - 60), start), report.text.slice(end, Math.min(to, end + 90)))) return [];
      const content = report.text.slice(from, to);
      const former = replaced.get(quantity);
      const clause = clauseAround(content, start - from, end - from);
      const lead = report.text.slice(Math.max(0, from, start - 90), start);
      const bare = !quantity.unit && !quantity.counted;
      const about = bare ? SPOKEN_OF.exec(report.text.slice(Math.max(0, start - SPOKEN_WITHIN), start))?.[1] : undefined;
      const named = (NUMBER_OF.exec(lead) ?? GROUP_OF.exec(lead))?.[1] ?? about ?? '';
      const counted = [...new Set([...stems(quantity.unit ?? ''), ...stems(quantity.counted ?? ''), ...stems(named)])];
      return [
        {
          placed,
          claim: claim.id,
          noun: named || null,
          quantity,
          scope: measure === 'count' ? scopeOf(clause, counted) : null,
          measure,
          counted,
          context,
          source: sourceOf(statement.id),
          formers: [...(former ? [amountOf(former)] : []), ...setAside(statement.quantities, quantity, report.text)].filter(
            (value): value is number => value !== null,
          ),
          said: saidIn(clause, counted),
          part: isPart(quantity, report.text),
          lookedBack: LOOKS_BACK.test(sentenceBefore(report.text, start)),
        },
      ];
    });
  });
}

/** Characters between a figure and the one that it is said to take the place of, in their report. */
const FORMER_NEAR = 260;
/** Figures to either side among which that one is: more do not stand so near. */
const NEIGHBOURS = 40;

const mayBeOne = (a: Point, b: Point): boolean =>
  a.measure === b.measure &&
  (a.scope?.id === b.scope?.id || a.scope === null || b.scope === null) &&
  (a.counted.length === 0 || b.counted.length === 0 || a.counted.some((word) => b.counted.includes(word)) || a.scope?.id === b.scope?.id);

/** "… put the dead at 22. It had spoken of nine": each figure with those near it that it is said to take the place of. */
export function withFormers(points: readonly Point[]): Point[] {
  const formers = new Map<Point, number[]>();
  points.forEach((former, i) => {
    if (!former.lookedBack) return;
    const near = (other: Point | undefined): boolean =>
      other !== undefined &&
      !other.lookedBack &&
      other.placed.report.id === former.placed.report.id &&
      Math.max(startOf(former.quantity) - endOf(other.quantity), startOf(other.quantity) - endOf(former.quantity)) < FORMER_NEAR &&
      amountOf(other.quantity) !== amountOf(former.quantity) &&
      mayBeOne(former, other);
    const taking = points.slice(Math.max(0, i - NEIGHBOURS), i).findLast(near) ?? points.slice(i + 1, i + 1 + NEIGHBOURS).find(near);
    if (taking) formers.set(taking, [...(formers.get(taking) ?? []), amountOf(former.quantity) as number]);
  });
  return points.map((point) => (formers.has(point) ? { ...point, formers: [...point.formers, ...(formers.get(point) ?? [])] } : point));
}

/** Characters from one figure to the next within which a bare one speaks of the same thing. */
const NEAR = 420;
/** From here on a bare figure after a sum of money may be money. */
const LARGE = 100_000;

/**
 * Figures that do not say what they count ("the company itself now speaks of 70") count what the figure before them in the same report
 * does. In order of publication and place.
 */
export function withInherited(points: readonly Point[]): Point[] {
  const last = new Map<string, Point>();
  return points.map((point) => {
    const key = point.placed.report.id;
    const before = last.get(key);
    const bare = point.measure === 'count' && point.scope === null && point.counted.length === 0;
    const near = before && startOf(point.quantity) - endOf(before.quantity) < NEAR;
    // "Put it at 80 million", right after a sum of money: that many of the same coin. A small number is none.
    const takes = near && (before.measure === 'count' || (amountOf(point.quantity) ?? 0) >= LARGE);
    const full =
      bare && takes
        ? {
            ...point,
            measure: before.measure,
            scope: before.scope,
            counted: before.counted,
            noun: before.quantity.unit ?? before.noun,
            inherits: before,
          }
        : point;
    if (full.measure === 'count' || full.measure.startsWith('money:')) last.set(key, full);
    return full;
  });
}
