import { type Atom, isNumberWord } from './atoms.ts';
import { isCode, isDate, isPlural, isWrittenCode, isYear, MONTHS, pluralSoon, type Sight, words } from './sight.ts';
import { at, isCapitalised, isWord, opensSentence, type Token } from './tokens.ts';
import { FUNCTION_WORDS, VERBS } from './words.data.ts';

/** One reason why a number is no quantity, with a text that shows it: the suite holds that nothing is found there. */
export interface ExcludeRow {
  readonly name: string;
  readonly example: string;
  readonly when: (sight: Sight) => boolean;
}

const IDENTIFIED = words(
  'article articles section sections chapter page pages route highway interstate channel flight room resolution no nos number phase level stage version lane gate grade type category tier volume vol episode verse bus platform paragraph clause appendix figure table district ward precinct zone block squadron apollo formula catch psalm title proposition prop rule line studio pier terminal ring runway sector warehouse box cell act court berth junction exit reactor hangar unit lot',
);
const COUNTED_RANKS = words('season week day game match round class year');
/** Verbs before "at 10.30". */
const AT_CLOCK = words(
  'start starts started begin begins began open opens opened close closes closed meet meets met kick kicks kicked off arrive arrives arrived leave leaves left',
);
const BRANDS = words(
  "nikkei ftse dax cac stoxx topix nasdaq csi kospi sensex asx ibex p poor's poors boeing airbus iphone iphones galaxy windows xbox playstation model nokia pixel windows peugeot ps falcon soyuz atlas nexus",
);
const STREETS = words('street st road rd avenue ave lane drive boulevard blvd square place way court terrace crescent highway parkway');
const ZONES = words('gmt bst utc est edt cet cest pst pdt ist jst msk local');
const NUMBERED = /^(?:now|already|dead|wounded|injured|missing|casualties|victims|they)$/;
const ONE_BEFORE = words('no any every each this that another some number the only which latest new other big last next first good bad');
const ONE_AFTER = words('another day thing time point side hand way such after by who that which or and more');
const WEEKDAYS = words('monday tuesday wednesday thursday friday saturday sunday');
/** Participles that count people by themselves: "in Gaza 12 killed". */
const HARMED = words('killed injured wounded dead died hurt missing arrested detained displaced captured abducted perished');
const ZERO_AFTER = words('tolerance sum hour emission emissions day waste carbon point');

const IN_SLASHES: ReadonlySet<string> = new Set(['of', 'cup', 'inch', 'inches', 'mile', 'miles']);

/** "10.30". */
const isClock = (text: string): boolean => /^(?:[01]?\d|2[0-3])\.[0-5]\d$/.test(text);

/** Every reason, in the order in which they are asked. */
export const EXCLUDES: readonly ExcludeRow[] = [
  {
    name: 'ordinals',
    example: 'The 3rd army marched on the 21st.',
    when: ({ after, atom, tokens }) =>
      at(tokens, atom.to - 1).kind === 'digits' && after(1).glued && /^(?:st|nd|rd|th|s)$/.test(after(1).lower),
  },
  {
    name: 'written codes, dates and times in digits',
    example: 'On 2024-10-18 at 14:30, and on 12/05/2023, call 555-1234 or 1-800-555-0199 about version 2.4.1.',
    when: isWrittenCode,
  },
  {
    name: 'numbers of a list',
    example: '1. The bridge closed at noon.\n2) Police said so.',
    when: ({ after, atom, tokens }) =>
      at(tokens, atom.numeral.from).opens && after(1).glued && /^[.)]$/.test(after(1).text) && !after(2).glued && isCapitalised(after(2)),
  },
  {
    name: 'digits run together with letters',
    example: 'An A320 and an F-16 flew over in COVID-19 times; see R2D2 and page#4.',
    when: isCode,
  },
  {
    name: 'fractions of days and idioms with a slash',
    example: 'It ran 24/7 after 9/11.',
    when: ({ before, after, atom, tokens }) => {
      const first = at(tokens, atom.numeral.from);
      if (first.kind !== 'digits') return false;
      if (before(1).text === '/' && before(1).glued) return true;
      return after(1).text === '/' && after(1).glued && after(2).kind === 'digits' && !IN_SLASHES.has(after(3).lower);
    },
  },
  {
    name: 'picture sizes',
    example: 'It shows 4K and 8K film, or 1080p at worst.',
    when: ({ atom, tokens, before }) => {
      const [digits, letter] = [at(tokens, atom.numeral.from).text, at(tokens, atom.numeral.from + 1)];
      if (!letter.glued || /^[$€£]$/.test(before(1).text)) return false;
      return (letter.text === 'K' && /^(?:2|4|8|16)$/.test(digits)) || (letter.text === 'p' && /^(?:480|720|1080|1440|2160)$/.test(digits));
    },
  },
  {
    name: 'clock times',
    example: 'It began at 9 a.m. and ended by 10pm, around 11 o’clock, or 1400 GMT, at 9 on Sunday.',
    when: ({ before, after, bare, atom, tokens }) => {
      if (/^[ap]$/i.test(after(1).text) && after(2).text === '.' && /^m$/i.test(after(3).text)) return true;
      if (/^[ap]m$|^o'clock$|^noon$/.test(after(1).lower)) return true;
      if (before(1).lower === 'at' && AT_CLOCK.has(before(2).lower) && !atom.unit && isClock(at(tokens, atom.numeral.from).text))
        return true;
      if (ZONES.has(after(1).lower) && /^[A-Z]|local/.test(after(1).text)) return true;
      return (
        bare &&
        before(1).lower === 'at' &&
        atom.value <= 12 &&
        ((after(1).lower === 'in' && after(2).lower === 'the') || (after(1).lower === 'on' && WEEKDAYS.has(after(2).lower)))
      );
    },
  },
  { name: 'days of months', example: 'On Oct. 3, on 4 November, from 5 to 7 May and on the 8 of June.', when: isDate },
  { name: 'years', example: 'In 2024 the 2019 elections were recalled, like those of 1945.', when: isYear },
  {
    name: 'leading zeros',
    example: 'Agent 007 used code 0451.',
    when: ({ bare, tokens, atom }) => bare && /^0\d/.test(at(tokens, atom.numeral.from).text),
  },
  {
    name: 'telephone numbers in groups',
    example: 'Call 0800 555 111 or 020 7946 0958 for help.',
    when: ({ bare, tokens, atom }) => bare && inPhone(tokens, atom.numeral.from),
  },
  {
    name: 'long identifiers',
    example: 'Account 4929123412341234 was closed.',
    when: ({ bare, tokens, atom }) => bare && /^\d{10,}$/.test(at(tokens, atom.numeral.from).text),
  },
  { name: 'square brackets', example: 'He said so. [12]', when: ({ before, after }) => before(1).text === '[' && after(1).text === ']' },
  {
    name: 'numbered things',
    example: 'Under Article 5 and Resolution 1701, flight 93 left from gate 12; see page 4, No. 10.',
    when: (sight) => {
      const { before, atom, tokens, bare } = sight;
      const small = bare || (atom.numeral.form === 'words' && !atom.unit && atom.numeral.scale === 1);
      if (!small || atom.value >= 10000) return false;
      if (before(1).text === '.' && /^nos?$|^vol$/.test(before(2).lower) && isCapitalised(before(2))) return true;
      const word = before(1).lower;
      // "The wounded now number 83": the verb.
      if (word === 'number' && NUMBERED.test(before(2).lower)) return false;
      if (IDENTIFIED.has(word)) return !(word === 'no' && (atom.numeral.form === 'words' || pluralSoon(sight)));
      return (
        COUNTED_RANKS.has(word) &&
        !pluralSoon(sight) &&
        at(tokens, atom.from - 1).end + 1 === at(tokens, atom.from).start &&
        !VERBS.has(sight.after(1).lower) &&
        atom.value < 60
      );
    },
  },
  {
    name: 'street addresses',
    example: 'He lives at 10 Downing Street, near 1600 Pennsylvania Avenue.',
    when: ({ bare, after }) =>
      bare && isCapitalised(after(1)) && [1, 2, 3].some((k) => isCapitalised(after(k)) && STREETS.has(after(k).lower) && k > 1),
  },
  {
    name: 'postal codes',
    example: 'Springfield, IL 62701',
    when: ({ bare, before, tokens, atom }) => bare && /^\d{5}$/.test(at(tokens, atom.from).text) && /^[A-Z]{2}$/.test(before(1).text),
  },
  {
    name: 'names that end in a number',
    example: 'The Nikkei 225 and the FTSE 100 fell; a Boeing 737 crashed; iPhone 4 and Safari 4.0 came out.',
    when: (sight) => {
      const { before, after, tokens, atom } = sight;
      const version = atom.numeral.form === 'digits' && !atom.unit && /^\d\d?\.\d$/.test(at(tokens, atom.numeral.to - 1).text);
      if (!(sight.bare || version) || !/\p{Lu}/u.test(before(1).text) || MONTHS.has(before(1).lower) || WEEKDAYS.has(before(1).lower))
        return false;
      if (FUNCTION_WORDS.has(before(1).lower) || VERBS.has(before(1).lower) || at(tokens, atom.from).text.includes(',')) return false;
      if (BRANDS.has(before(1).lower)) return true;
      // "beat Moreno 6-4": a result, not a name.
      if (after(1).text === '-' && after(1).glued && after(2).kind === 'digits' && after(2).glued) return false;
      if (opensSentence(tokens, atom.from - 1) && before(1).text !== before(1).text.toUpperCase()) return false;
      return !pluralSoon(sight) && !HARMED.has(after(1).lower) && !['were', 'have', 'had', 'are'].includes(after(1).lower);
    },
  },
  {
    name: 'numbers that are names elsewhere',
    example: 'The Boeing 737 is back; the 737 and the 737-800 flew.',
    when: ({ names, bare, before, tokens, atom }) =>
      names.size > 0 &&
      ((bare && names.has(at(tokens, atom.numeral.from).text)) || (before(1).text === '-' && before(1).glued && names.has(before(2).text))),
  },
  {
    name: 'one model of a line',
    example: 'They will fly the new 787 Dreamliner; the 787 took off.',
    when: ({ bare, before, after, atom }) =>
      bare &&
      (/^7[0-8]7$/.test(String(atom.value)) ||
        (atom.value >= 100 &&
          atom.value < 1000 &&
          !atom.hyphened &&
          /^(?:the|a|an|its|their|new|final|larger|smaller|latest|first|last)$/.test(before(1).lower))) &&
      before(2).lower !== 'of' &&
      !(after(1).text === '-' && after(2).kind === 'digits') &&
      !isPlural(after(1)) &&
      (!isWord(after(1)) || isCapitalised(after(1)) || FUNCTION_WORDS.has(after(1).lower) || VERBS.has(after(1).lower)),
  },
  {
    name: 'points of a list',
    example: 'He gave reasons: (1) cost and (2) time.',
    when: ({ bare, before, after, atom }) =>
      bare && atom.value < 20 && before(1).text === '(' && after(1).text === ')' && isWord(after(2)) && !isCapitalised(before(2)),
  },
  {
    name: 'short years',
    example: "The worst since '82.",
    when: ({ bare, before, tokens, atom }) =>
      bare && /^['’]$/.test(before(1).text) && at(tokens, atom.from).glued && /^\d\d$/.test(at(tokens, atom.from).text),
  },
  {
    name: 'names with a number in words',
    example: 'The Group of Seven and the Big Four met in Three Rivers.',
    when: ({ atom, tokens, before }) => {
      const first = at(tokens, atom.numeral.from);
      return (
        atom.numeral.form === 'words' &&
        !atom.unit &&
        isCapitalised(first) &&
        first.lower !== 'a' &&
        !opensSentence(tokens, atom.from) &&
        before(1).text !== '$'
      );
    },
  },
  {
    name: 'one as a pronoun or in an idiom',
    example: 'One of them said no one knew which one it was; one day, one another, number one.',
    when: ({ atom, before, after, tokens }) => {
      if (
        atom.numeral.form !== 'words' ||
        atom.value !== 1 ||
        atom.numeral.to !== atom.numeral.from + 1 ||
        at(tokens, atom.numeral.from).lower !== 'one'
      )
        return false;
      if (ONE_BEFORE.has(before(1).lower) && !(before(1).lower === 'only' || before(1).lower === 'the')) return true;
      if (after(1).text === '-' && after(1).glued && !atom.unit) return true;
      if (after(1).lower === 'in' && after(2).lower === 'every') return false;
      if (after(1).lower === 'in' && (after(2).kind === 'digits' || isNumberWord(after(2).lower))) return false;
      if (ONE_AFTER.has(after(1).lower)) return true;
      if (VERBS.has(after(1).lower)) return !HARMED.has(after(1).lower);
      return (
        !isWord(after(1)) ||
        after(1).lower.endsWith("'s") ||
        (FUNCTION_WORDS.has(after(1).lower) && !['was', 'were'].includes(after(1).lower)) ||
        (['was', 'were', 'is'].includes(after(1).lower) && !opensSentence(tokens, atom.from))
      );
    },
  },
  {
    name: 'zero in compounds',
    example: 'A zero-sum game with zero tolerance.',
    when: ({ atom, after, tokens }) =>
      at(tokens, atom.numeral.from).lower === 'zero' &&
      (ZERO_AFTER.has(after(1).lower) || after(1).text === '-' || at(tokens, atom.to).text === '-'),
  },
  {
    name: 'numbers inside compounds',
    example: 'A multi-million deal, a two-way street, one-sided talks, a three-pronged plan.',
    when: ({ atom, before, after, tokens }) => {
      if (atom.numeral.form !== 'words' || atom.unit) return false;
      if (before(1).text === '-' && at(tokens, atom.from).glued && before(1).glued && !isNumberWord(before(2).lower)) return true;
      return (
        after(1).text === '-' &&
        after(1).glued &&
        /^(?:way|sided|pronged|fold|time|off|on|liner|faced|dimensional|tier|tiered|bit|part|step|ply|star|wheeler|nation|nations|handed|thirds|up|hander)$/.test(
          after(2).lower,
        )
      );
    },
  },
  {
    name: 'the two, the three',
    example: 'The two met and the three agreed, one by one.',
    when: ({ atom, before, after }) =>
      atom.numeral.form === 'words' &&
      !atom.unit &&
      atom.numeral.scale === 1 &&
      ((before(1).lower === 'the' &&
        (!isWord(after(1)) ||
          FUNCTION_WORDS.has(after(1).lower) ||
          VERBS.has(after(1).lower) ||
          /ed$/.test(after(1).lower) ||
          after(1).lower === 'met') &&
        !(after(1).text === '-' && after(1).glued)) ||
        (before(1).lower === 'by' && (!isWord(after(1)) || FUNCTION_WORDS.has(after(1).lower)))),
  },
];

/** Groups of three to five digits, a blank between each, the first of which begins with 0. */
function inPhone(tokens: readonly Token[], i: number): boolean {
  const group = (k: number): boolean => at(tokens, k).kind === 'digits' && /^\d{3,5}$/.test(at(tokens, k).text);
  const next = (k: number): boolean => group(k) && at(tokens, k).start === at(tokens, k - 1).end + 1;
  let first = i;
  while (i - first < 4 && next(first) && group(first - 1)) first -= 1;
  return group(first) && at(tokens, first).text.startsWith('0') && next(first + 1);
}

/** Digits that this text uses as a name: behind a maker's name, before a plural s, or joined to a code ("777-200LR"). */
export function namedNumbers(tokens: readonly Token[]): ReadonlySet<string> {
  const names = new Set<string>();
  tokens.forEach((token, i) => {
    if (token.kind !== 'digits' || !/^[1-9]\d{2,3}$/.test(token.text)) return;
    const before = at(tokens, i - 1);
    const after = at(tokens, i + 1);
    const branded = isCapitalised(before) && BRANDS.has(before.lower) && !token.glued;
    const plural = after.glued && after.lower === 's' && !token.text.endsWith('0');
    const coded =
      after.text === '-' &&
      after.glued &&
      at(tokens, i + 2).kind === 'digits' &&
      at(tokens, i + 2).glued &&
      at(tokens, i + 3).glued &&
      isWord(at(tokens, i + 3));
    if (branded || plural || coded) names.add(token.text);
  });
  return names;
}

/** Whether a number is no quantity: the name of the first reason that holds, or null. */
export function excluded(tokens: readonly Token[], atom: Atom, names: ReadonlySet<string>): string | null {
  const sight: Sight = {
    names,
    tokens,
    atom,
    before: (k) => at(tokens, atom.from - k),
    after: (k) => at(tokens, atom.to + k - 1),
    bare:
      atom.numeral.form === 'digits' &&
      !atom.unit &&
      atom.numeral.scale === 1 &&
      /^\p{Nd}+$/u.test(at(tokens, atom.numeral.from).text) &&
      atom.numeral.to === atom.numeral.from + 1,
  };
  return EXCLUDES.find((row) => row.when(sight))?.name ?? null;
}
