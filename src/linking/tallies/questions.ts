import type { Point } from './points.ts';

/** Plurals without an s, and what is counted without one. */
const PLURAL =
  /(?:[^su]s|ees|men|people|children|police|troops|crew|staff|personnel|sheep|cattle|fish|aircraft|dead|injured|wounded|missing|homeless|feet|teeth|mice|geese|media|data|krona|yen|rand|won)$/i;
/** Ends like a plural and is none: "a class of", "a bus", "less". */
const SINGULAR = /(?:^|\s)(?:as|its|this|was|is|has|less|plus|minus|versus|perhaps|sometimes|always)$|ss$|us$/i;

/** What hangs behind the noun: "villages without water". */
const BEHIND = /\s(?:of|without|with|in|on|for|from|at|to|under|who|that|which)\s.*$/;

/** Whether words name several of something, as whatever is counted does: "fuel bowsers", and not "hospital", "carried". */
export function namesMany(words: string): boolean {
  const noun = words.replace(BEHIND, '');
  return PLURAL.test(noun) && !SINGULAR.test(noun);
}

interface Naming {
  readonly what: string;
  readonly unit: string;
  /** The unit is a measure of what is counted: tonnes of wheat. */
  readonly measured: boolean;
}

/** What a point says that it counts; null where it does not say so in words that name several. */
function namingOf({ quantity, noun }: Point): Naming | null {
  const unit = quantity.unit ?? noun ?? quantity.counted;
  const what = quantity.counted ?? unit;
  if (!what || !unit) return null;
  if (quantity.ucum !== undefined) return { what: quantity.counted ?? unit, unit, measured: quantity.counted !== null };
  return namesMany(what) ? { what, unit: namesMany(unit) ? unit : what, measured: false } : null;
}

/** What most rows say, the earliest of equals. */
function mostOf<T>(rows: readonly T[], keyOf: (row: T) => string): T | null {
  const votes = new Map<string, { readonly row: T; count: number }>();
  for (const row of rows) {
    const known = votes.get(keyOf(row));
    if (known) known.count += 1;
    else votes.set(keyOf(row), { row, count: 1 });
  }
  return (
    [...votes.values()].reduce<{ row: T; count: number } | null>((best, one) => (best && best.count >= one.count ? best : one), null)
      ?.row ?? null
  );
}

/** What most points of a tally say that they count; the earliest of equals. */
export const namedBy = (points: readonly Point[]): Naming | null =>
  mostOf(
    points.flatMap((point) => namingOf(point) ?? []),
    ({ unit }) => unit,
  );

/** "What share of drivers?": whatever most of the figures that say so are a share of. */
function shareOf(points: readonly Point[]): string {
  const of = mostOf(
    points.flatMap(({ quantity: { counted } }) => (counted && namesMany(counted) ? [counted] : [])),
    (counted) => counted,
  );
  return of ? `What share of ${of}?` : 'What share?';
}

/** A tally's question in words, and its unit: what most of its figures name. */
export function questionOf(points: readonly Point[]): { readonly question: string; readonly unit: string | null } {
  const [first] = points;
  const named = namedBy(points);
  const measure = first?.measure ?? 'count';
  const scope = mostOf(points, (point) => point.scope?.id ?? '')?.scope;
  if (measure === '%') return { question: shareOf(points), unit: '%' };
  if (measure.startsWith('money:')) return { question: 'How much money?', unit: first?.quantity.unit ?? measure };
  if (measure.startsWith('extent:')) {
    const unit = measure.slice('extent:'.length);
    return { question: `How many ${unit}?`, unit };
  }
  if (scope) return { question: scope.question, unit: named?.unit ?? (/\bpeople\b/.test(scope.question) ? 'people' : null) };
  if (!named) return { question: 'How many?', unit: null };
  return { question: named.measured ? `How many ${named.unit} of ${named.what}?` : `How many ${named.what}?`, unit: named.unit };
}
