import { type Atom, isNumberWord } from './atoms.ts';
import { at, isCapitalised, isWord, opensSentence, type Token } from './tokens.ts';
import { FUNCTION_WORDS, NOT_PLURALS, PERSONS, PLURALS, VERBS } from './words.data.ts';

/** What a rule looks at: the tokens and one number among them. */
export interface Sight {
  readonly tokens: readonly Token[];
  readonly atom: Atom;
  /** Tokens around the number: before(1) is the one right before it, after(1) the one right behind. */
  readonly before: (k: number) => Token;
  readonly after: (k: number) => Token;
  /** Digits without currency, unit, scale or decimals. */
  readonly bare: boolean;
  /** Digits that are names somewhere in this text ("737" of "Boeing 737"). */
  readonly names: ReadonlySet<string>;
}

export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
export const MONTHS = words(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
);

const YEAR_BEFORE = words(
  'in of since until till by from after before late early year circa during mid spring summer autumn fall winter season the christmas easter',
);

export const isPlural = (token: Token): boolean =>
  isWord(token) &&
  (PLURALS.has(token.lower) ||
    (/[^s']s$/.test(token.lower) && token.text.length > 3 && !NOT_PLURALS.has(token.lower) && !FUNCTION_WORDS.has(token.lower)));

const isMonth = (token: Token): boolean => isCapitalised(token) && MONTHS.has(token.lower);

const connects = (token: Token): boolean => ['-', '–', '—', '/', ',', 'to', 'and', 'or', 'through'].includes(token.lower);

const isDay = (token: Token): boolean => token.kind === 'digits' && /^(?:0?[1-9]|[12]\d|3[01])$/.test(token.text);

const looksYear = (token: Token): boolean => /^(?:1\d|20|21)\d\d$/.test(token.text);

/** A month name right before token distance k ("October 3", "Oct. 3"). */
const monthBefore = ({ before }: Sight, k: number): boolean => isMonth(before(k)) || (before(k).text === '.' && isMonth(before(k + 1)));

export const pluralSoon = ({ after }: Sight): boolean =>
  isPlural(after(1)) || (isWord(after(1)) && !FUNCTION_WORDS.has(after(1).lower) && !VERBS.has(after(1).lower) && isPlural(after(2)));

const BOUNDED = words('than about around least some nearly almost approximately roughly over under exactly another estimated total');

export function isYear(sight: Sight): boolean {
  const { atom, before, after, tokens, bare } = sight;
  const token = at(tokens, atom.numeral.from);
  if (!bare || !looksYear(token)) return false;
  const modern = atom.value >= 1900 && atom.value < 2100;
  const bounded = BOUNDED.has(before(1).lower);
  if (PERSONS.has(after(1).lower)) return false;
  if (pluralSoon(sight)) return modern ? !bounded : YEAR_BEFORE.has(before(1).lower) && before(1).lower !== 'of';
  if (bounded && !modern) return false;
  if (before(1).lower === 'least') return modern && YEAR_BEFORE.has(before(3).lower);
  if (modern) return before(1).lower !== 'than';
  return YEAR_BEFORE.has(before(1).lower) || before(1).text === '(' || isMonth(before(1)) || connects(before(1));
}

export function isDate(sight: Sight): boolean {
  const { atom, before, after, tokens, bare } = sight;
  if (!bare) return false;
  const token = at(tokens, atom.numeral.from);
  if (looksYear(token) && (isMonth(before(1)) || (before(1).text === ',' && isDay(before(2))))) return true;
  if (!isDay(token)) return false;
  if (monthBefore(sight, 1) && before(1).lower !== 'may' && !pluralSoon(sight)) return true;
  if (isMonth(before(1)) && (!opensSentence(tokens, atom.from - 1) || after(1).kind === 'mark' || after(1).kind === 'end')) return true;
  if (isMonth(after(1)) && !(after(1).lower === 'march' && FUNCTION_WORDS.has(after(2).lower))) return true;
  if (after(1).lower === 'of' && isMonth(after(2))) return true;
  if (connects(after(1)) && isDay(after(2)) && (isMonth(after(3)) || monthBefore(sight, 1))) return true;
  return connects(before(1)) && isDay(before(2)) && (monthBefore(sight, 3) || isMonth(after(1)));
}

/** Digits run together with other characters: versions, phone numbers, codes, addresses. */
export function isCode(sight: Sight): boolean {
  const { atom, before, after, tokens } = sight;
  const first = at(tokens, atom.from);
  const last = at(tokens, atom.to - 1);
  if (first.kind === 'digits' && first.glued) {
    if (isWord(before(1))) return true;
    if (/^[#@_=\\*^]$/.test(before(1).text)) return true;
    if (before(1).text === '.' && before(1).glued && isWord(before(2))) return true;
    // "A330-200": digits joined to a code.
    if (
      before(1).text === '-' &&
      before(1).glued &&
      before(2).kind === 'digits' &&
      before(2).glued &&
      isWord(before(3)) &&
      !isNumberWord(before(3).lower)
    )
      return true;
    if (before(1).text === '/' && !(before(1).glued && before(2).kind === 'digits')) return true;
    if (
      ['-', '–'].includes(before(1).text) &&
      before(1).glued &&
      isWord(before(2)) &&
      !isNumberWord(before(2).lower) &&
      !joinsUnit(tokens, atom.from - 2) &&
      before(2).lower !== 'magnitude'
    )
      return true;
  }
  if (last.kind === 'digits' && after(1).glued && isWord(after(1))) return true;
  return last.kind === 'digits' && after(1).glued && /^[@_=]$/.test(after(1).text);
}

/** Whether the word at `i` is written against digits: the unit of "10km-12km". */
const joinsUnit = (tokens: readonly Token[], i: number): boolean => at(tokens, i).glued && at(tokens, i - 1).kind === 'digits';

/** The digits and marks written together around a number, at most 40 characters: "+44-20-7946-0958". */
function run({ tokens, atom }: Sight): string {
  let from = atom.numeral.from;
  let to = from + 1;
  const part = (token: Token): boolean => token.kind === 'digits' || /^[-–./:+()]$/.test(token.text);
  while (
    from > 0 &&
    at(tokens, atom.numeral.from).start - at(tokens, from).start < 20 &&
    at(tokens, from).glued &&
    part(at(tokens, from - 1))
  )
    from -= 1;
  while (at(tokens, to).glued && part(at(tokens, to)) && at(tokens, to).end - at(tokens, from).start < 40) to += 1;
  let out = '';
  for (let k = from; k < to; k += 1) out += at(tokens, k).text;
  return out.replace(/[-–./:(]+$/, '');
}

export function isWrittenCode(sight: Sight): boolean {
  if (at(sight.tokens, sight.atom.numeral.from).kind !== 'digits' || sight.atom.unit?.kind === 'money') return false;
  const whole = run(sight);
  if (/^\d{4}-\d{1,2}-\d{1,2}$|^\d{1,2}[/.-]\d{1,2}[/.-](?:\d{2}|\d{4})$/.test(whole)) return true;
  if (/^\(?\+?\d+\)?(?:[-./]\d+\)?){2,}$/.test(whole)) return true;
  if (/^\+?\(?\d{3}\)?[-.]\d{3}[1-9]$|^\(?\d{3}\)?-\d{3}\d?[1-9]$/.test(whole) && /-\d{4}$/.test(whole)) return true;
  if (/^\+\d{2,}$/.test(whole) && !sight.atom.unit && !pluralSoon(sight)) return true;
  if (/^\(\d{2,4}\)$/.test(whole) && sight.after(2).kind === 'digits' && sight.after(3).text === '-') return true;
  if (/^(\d+)-\1$/.test(whole) && !sight.atom.unit) return whole === '50-50';
  if (/^(?:1[0-9]|20)\d\d[-–/](?:\d\d|\d{4})$/.test(whole) && !pluralSoon(sight)) return true;
  return /\d:\d/.test(whole);
}
