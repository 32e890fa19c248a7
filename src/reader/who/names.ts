import type { SourceKind, Span } from '../../model/index.ts';
import { IRREGULAR_PASTS } from '../../model/pasts.ts';
import { VERB_FORMS } from '../said/rules/lexicon.ts';
import { AFTER_A_NAME } from '../text/abbreviations.ts';
import { type Token, tokensOf } from '../text/index.ts';
import { BODIES } from './data/bodies.data.ts';
import { ADJECTIVES, countryOf } from './data/countries.data.ts';
import { GIVEN } from './data/given.data.ts';
import { ROLES } from './data/roles.data.ts';
import { TITLE_PARTS, TITLES } from './data/titles.data.ts';
import type { Gender } from './entity.ts';

/** A proper name in the text. */
export interface Name {
  readonly span: Span;
  /** The name without titles: "Tomas Reek". */
  readonly text: string;
  readonly words: readonly string[];
  /** "Col.", "Prime Minister"; null where none stands before it. */
  readonly title: string | null;
  readonly gender: Gender;
  /** What the name itself shows; `unknown` where it shows nothing. */
  readonly kind: SourceKind;
  /** The noun that shows it is a body: "ministry". */
  readonly head: string | null;
  /** "(NIS)" behind it. */
  readonly acronym: string | null;
  /** "in Varn": it was spoken of as a place. */
  readonly asPlace: boolean;
  /** Indices [from, to) into the tokens. */
  readonly tokens: readonly [number, number];
}

const CONNECTORS = new Set('of for the de del della di da do dos van von der den bin ibn al el la le du und y e and'.split(' '));
const INNER = new Set('de del della di da do dos van von der den bin ibn al el la le du'.split(' '));
const NEVER = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  i i'm i'd i've i'll the a an this that these those he she it they we you his her its their our my your and but or so if when while as at in on by for from to of with
  not no yes there here what who how why where which all some any both many most more few several one two three four five six seven eight nine ten
  asked after before since because although though until unless about over under between among during despite without within according yet still now then today yesterday tomorrow
  earlier later meanwhile however only even also just never nobody nothing none everyone everything somebody someone men women people nearly almost hundreds thousands dozens officials
  did does is are was were has have had could would should
  speaking citing taking satellite shares other another each every such neither either nor once last next first second third`.split(/\s+/),
);

/** "Forty-six", "Thirteen": figures in words. */
const FIGURE =
  /^(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{L}+)?|hundred|thousand|million|half)$/u;

const isName = ({ kind, capital, lower }: Token): boolean => kind === 'word' && capital && !NEVER.has(lower) && !FIGURE.test(lower);

/** "Sept. 30", "5 Oct": a month before or after its day is nobody. */
const MONTH = /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;
const isDayNumber = (token: Token | undefined): boolean => token?.kind === 'number' && /^\d{1,2}(?:st|nd|rd|th)?$/.test(token.text);
const isMonth = (tokens: readonly Token[], at: number): boolean =>
  MONTH.test(tokens[at]?.lower ?? '') && (isDayNumber(tokens[at - 1]) || isDayNumber(tokens[at + (tokens[at + 1]?.text === '.' ? 2 : 1)]));

/** "Q." and "A." at a line's beginning: a question and its answer, nobody's initials. */
const ASKERS = new Set(['Q', 'A']);
const startsLine = (text: string, at: number): boolean => at === 0 || text[at - 1] === '\n';

/** The tokens with the full stop of an initial or a title ("J.", "Col.") made part of its word. */
export function nameTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const token of tokensOf(text)) {
    const last = tokens.at(-1);
    if (last && ASKERS.has(last.text) && /^[.:]$/.test(token.text) && startsLine(text, last.start)) {
      tokens[tokens.length - 1] = { ...last, kind: 'sign' };
      tokens.push(token);
      continue;
    }
    const abbreviated =
      last &&
      last.end === token.start &&
      token.text === '.' &&
      last.capital &&
      (last.text.length === 1 ||
        TITLES.has(last.lower) ||
        AFTER_A_NAME.has(last.lower) ||
        (last.lower === 'st' && !tokens.at(-2)?.capital) ||
        /^[A-Z](?:\.[A-Z])+$/.test(last.text));
    // "the coast guard" is the coastguard, and nobody's guard.
    if (last && token.lower === 'guard' && last.lower === 'coast' && token.start === last.end + 1)
      tokens[tokens.length - 1] = { ...last, end: token.end, text: text.slice(last.start, token.end), lower: 'coastguard' };
    else if (abbreviated) tokens[tokens.length - 1] = { ...last, end: token.end, text: `${last.text}.` };
    else tokens.push(token);
  }
  return tokens;
}

/** Where the name that starts at `from` ends. */
function endOfName(tokens: readonly Token[], from: number): number {
  let end = from + 1;
  // "The group Friends of the Valley": the noun before it tells as much.
  const noun = tokens[from - 1];
  let body = BODIES.has(tokens[from]?.lower ?? '') || (noun?.capital === false && GROUP_NOUN.test(noun.lower));
  for (let i = from + 1; i < tokens.length && i - from < MOST_WORDS; i += 1) {
    const token = tokens[i] as Token;
    const before = tokens[i - 1] as Token;
    // "the Drivers' Union", "the Women's League": the members' mark stands within the name of the body.
    if (ofMembers(tokens, i)) {
      body = true;
      continue;
    }
    if (token.kind === 'sign' && token.text !== '&') break;
    if (isName(token) || (CLOSES_NAME.has(token.lower) && token.capital && before.capital && before.kind === 'word')) {
      body ||= BODIES.has(token.lower);
      end = i + 1;
      continue;
    }
    if (token.kind === 'number' && /^\d{1,3}(?:st|nd|rd|th)?$/.test(token.text) && tokens[i + 1]?.capital) {
      end = i + 1;
      // "Channel 4 News", "Training Area 9 North"? A cardinal closes a name ("Keshia 24 | Ferdi said") unless a body's noun follows.
      if (/^\d+$/.test(token.text) && !BODIES.has(tokens[i + 1]?.lower ?? '')) break;
      continue;
    }
    const next = tokens[i + 1];
    const beyond = tokens[i + 2];
    const goesOn =
      next !== undefined && (isName(next) || (next.lower === 'the' && beyond !== undefined && isName(beyond) && token.lower !== 'and'));
    if (!(CONNECTORS.has(token.lower) || token.text === '&') || !goesOn || before.kind === 'sign') break;
    if (!INNER.has(token.lower) && token.text !== '&') {
      // "Ministry of Foreign Affairs", "Union of Dock and Quay Workers"; not "Orr and Lowe", not "Orr of Ostby".
      const opened = tokens.slice(from, i).some(({ lower }) => lower === 'of' || lower === 'for');
      if (token.lower === 'and' ? !((body && opened && oneName(tokens, i)) || ofTwoTrades(tokens, from, i)) : !body) break;
    }
  }
  return end;
}

const GROUP_NOUN = /^(?:group|charity|organi[sz]ation|association|campaign|party|movement|foundation|network)$/;

/** "Aldan Today", "Channel Six": what a capital makes part of the name before it. */
const CLOSES_NAME = new Set('today now one two three four five six seven eight nine ten first'.split(' '));

/**
 * "the Metal and Furnace Workers' Union", "the Federal Weather and Avalanche Service": two trades of one body, where what stands before "and" is
 * no body and no country of its own ("the United States and European Union").
 */
function ofTwoTrades(tokens: readonly Token[], from: number, and: number): boolean {
  const front = tokens.slice(from, and);
  if (tokens[from - 1]?.lower !== 'the' || front.some(({ lower }) => BODIES.has(lower) || lower === 'house')) return false;
  if (countryOf(front.map(({ lower }) => lower).join(' ')) !== undefined) return false;
  for (let at = and + 1; at < and + 4; at += 1) {
    if (ofMembers(tokens, at)) return true;
    if (!tokens[at]?.capital || tokens[at]?.kind !== 'word') return false;
    if (at > and + 1 && BODIES.has(tokens[at]?.lower ?? '')) return true;
  }
  return false;
}

const MEMBERS = /^(?:people|women|men|children|workers|st\..*|saint)$/;

/** Whether the token at `at` is the possessive mark between members and the capitalised noun of their body. */
function ofMembers(tokens: readonly Token[], at: number): boolean {
  const [before, mark, next] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  // "the Seafarers' Union", "the Seafarers' Common Union"
  const noun = next?.capital && !BODIES.has(next.lower) ? tokens[at + 2] : next;
  if (!before || !mark || !noun?.capital || !BODIES.has(noun.lower)) return false;
  if (/^['’]$/.test(mark.text)) return /s$/.test(before.lower);
  return /^['’]s$/.test(mark.lower) && (MEMBERS.test(before.lower) || /^(?:st\.?|saint)$/.test(tokens[at - 2]?.lower ?? ''));
}

/** No name is longer: what is (a text in capitals) is cut. */
const MOST_WORDS = 12;

/** "of Paper and Board Workers": what follows "and" closes the name; not "of Trade and Varn said". */
const oneName = (tokens: readonly Token[], and: number): boolean => tokens[and + 2]?.capital === true || tokens[and - 2]?.lower === 'of';

/** How many words at the start of a name are titles ("FBI Director", "Prime Minister"); 0 where the rest would not be a name. */
function titleLength(tokens: readonly Token[], from: number, to: number): number {
  const bare = (i: number): string => (tokens[i] as Token).lower.replace(/\.$/, '');
  let found = 0;
  for (let at = from; at < to - 1; at += 1) {
    if (bare(at) === 'of' || bare(at) === 'and') break;
    if (TITLES.has(bare(at)) || (bare(at) === 'executive' && at > from && bare(at - 1) === 'chief')) found = at + 1 - from;
  }
  const rest = tokens.slice(from + found, to);
  return rest.some(({ lower }) => BODIES.has(lower)) || TITLE_PARTS.has(bare(from + found)) || bare(from + found) === 'of' ? 0 : found;
}

function kindOf(words: readonly Token[], title: string | null): { kind: SourceKind; head: string | null } {
  if (title) return { kind: 'person', head: null };
  const whole = words.map(({ lower }) => lower).join(' ');
  if (countryOf(whole) !== undefined) return { kind: 'government', head: null };
  const of = words.findIndex(({ lower }) => lower === 'of' || lower === 'for');
  const front = of > 0 ? words.slice(0, of) : words;
  const last = front.at(-1)?.lower.replace(/\.$/, '') ?? '';
  if (last === 'administration' && isOffice(front)) return { kind: 'agency', head: 'agency' };
  if (/^(?:(?:central|national|reserve) bank|bank of)\b/.test(whole) && (front.length > 1 || isCountry(words.slice(of + 1))))
    return { kind: 'agency', head: 'bank' };
  const kind = BODIES.get(last) ?? BODIES.get(last.replace(/s$/, ''));
  if (kind) return { kind, head: last };
  const inner = front.findLast(({ lower }) => BODIES.has(lower));
  if (inner && words.length > 1) return { kind: BODIES.get(inner.lower) as SourceKind, head: inner.lower };
  return { kind: 'unknown', head: null };
}

/** "Federal Aviation Administration", "Meteorological Administration": an office; "Orr Administration": a government. */
const isOffice = (words: readonly Token[]): boolean =>
  words.length > 2 || /(?:al|ic|ion|ity|ine|ment)$|^(?:food|drug|health|space|port|road|tax|customs)$/.test(words[0]?.lower ?? '');

const isCountry = (words: readonly Token[]): boolean =>
  countryOf(
    words
      .filter(({ lower }) => lower !== 'the')
      .map(({ lower }) => lower)
      .join(' '),
  ) !== undefined;

const PLACE_WORDS = new Set(['in', 'near', 'around', 'across']);
/** "shares in Brandt Foods" makes nobody a place. */
const HELD = new Set(
  'share shares stake stakes interest interests holding holdings investor investors invested investment confidence trust stock belief faith majority shareholder shareholders'.split(
    ' ',
  ),
);
/** How far into a text a dateline reaches. */
const DATELINE = 60;

/** What the rest of the text tells of a word: seen in small letters, seen as a capital within a sentence. */
interface Seen {
  readonly small: ReadonlySet<string>;
  readonly capital: ReadonlySet<string>;
}

/** Whether the capital at a sentence's start is only that. A word that stands alone there must show elsewhere that it is a name, or act like one. */
function isOpening(tokens: readonly Token[], at: number, { small, capital }: Seen, speaks: boolean): boolean {
  const { lower } = tokens[at] as Token;
  const next = tokens[at + 1];
  if (BODIES.has(lower) || TITLES.has(lower.replace(/\.$/, '')) || countryOf(lower) !== undefined) return false;
  if (small.has(lower)) return true;
  if (capital.has(lower) || (next && isName(next))) return false;
  if (next?.lower === "'s" || tellsWho(tokens, at + 1)) return false;
  if (speaks && !lower.endsWith('s') && !ROLES.has(lower)) return false;
  return lower.endsWith('s') || !next || !ACTS.test(next.lower);
}

/** "Reek, the mayor of Ostby, said": whether a comma opens who somebody is, and a verb follows the comma that closes it. */
function tellsWho(tokens: readonly Token[], comma: number): boolean {
  const own = tokens[comma + 1]?.capital === true && tokens[comma + 2]?.lower === "'s";
  if (tokens[comma]?.text !== ',' || !(own || /^(?:the|a|an|its)$/.test(tokens[comma + 1]?.lower ?? ''))) return false;
  for (let i = comma + 2; i < Math.min(tokens.length, comma + LONGEST_TELLING); i += 1) {
    const { kind, text } = tokens[i] as Token;
    if (text === ',') return opensPredicate(tokens[i + 1]?.lower ?? '');
    if (kind === 'sign' && !/^[-’']/.test(text)) return false;
  }
  return false;
}

const LONGEST_TELLING = 12;
const BE = /^(?:is|was|has|had|will|would)$/;
const PASTS: ReadonlySet<string> = new Set(IRREGULAR_PASTS);
const opensPredicate = (verb: string): boolean => VERB_FORMS.has(verb) || BE.test(verb) || PASTS.has(verb) || /..ed$/.test(verb);

/** Verbs by which a lone word that opens a sentence shows that it is a name: "Revenue was on plan" shows nothing. */
const ACTS =
  /^(?:said|says|told|tells|asked|added|announced|denied|denies|confirmed|warned|accused|rejected|maintains|claims|insists|called|welcomed|promised|vowed|wants|plans|disputed|reported|expects|intends|hopes|knows|refuses|agrees|does|did|also|still|never|and)$/;

/** Days and feasts have capitals and are nobody: "before the New Year. It expects …". */
const DAYS: ReadonlySet<string> = new Set([
  ...[
    'christmas',
    'christmas eve',
    'christmas day',
    'boxing day',
    'new year',
    "new year's",
    "new year's eve",
    "new year's day",
    'easter',
    'easter monday',
  ],
  ...[
    'easter sunday',
    'good friday',
    'ramadan',
    'eid',
    'eid al-fitr',
    'eid al-adha',
    'diwali',
    'passover',
    'hanukkah',
    'thanksgiving',
    'halloween',
  ],
  ...[
    'lent',
    'whitsun',
    'pentecost',
    'lunar new year',
    'independence day',
    'labour day',
    'labor day',
    'election day',
    'memorial day',
    'nowruz',
  ],
]);
const isDay = (words: readonly Token[]): boolean =>
  DAYS.has(
    words
      .map(({ lower }) => lower)
      .join(' ')
      .replaceAll('’', "'")
      .replaceAll(" 's", "'s"),
  );

/** Every proper name of a text, in order. `starts` are the offsets where sentences begin, `speaking` those where one word alone is a source. */
export function namesOf(
  text: string,
  tokens: readonly Token[],
  starts: ReadonlySet<number>,
  speaking: ReadonlySet<number> = new Set(),
): Name[] {
  const opening = tokens.map(({ start }, i) => starts.has(start) || /^["“‘'—–:-]$/u.test(tokens[i - 1]?.text ?? ''));
  const seen: Seen = {
    small: new Set(tokens.filter(({ capital }) => !capital).map(({ lower }) => lower)),
    capital: new Set(tokens.filter(({ capital }, i) => capital && !opening[i]).map(({ lower }) => lower)),
  };
  const dash = text.slice(0, DATELINE).search(/[—–]| - /u);
  const dateline = dash > 0 && !/[.!?]\s/u.test(text.slice(0, dash)) ? dash : 0;
  const names: Name[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (!isName(token) || isMonth(tokens, i)) continue;
    // "Earlier Reek": the name begins with the next word; "Trucks" by itself is none.
    if (opening[i] && token.start >= dateline && isOpening(tokens, i, seen, speaking.has(token.start)) && endOfName(tokens, i) === i + 1)
      continue;
    // "New York-based Orr": where it is at home is no part of the name.
    const home = [i, i + 1, i + 2].find((at) => /-(?:based|owned|led|born|backed|run)$/.test(tokens[at]?.lower ?? ''));
    if (home !== undefined && tokens.slice(i, home).every(isName)) {
      i = home;
      continue;
    }
    // "Secretary of State Joss Orr": the office is no part of the name.
    if (tokens[i - 1]?.lower === 'of' && TITLES.has(tokens[i - 2]?.lower ?? '') && TITLE_PARTS.has(token.lower) && tokens[i + 1]?.capital)
      continue;
    const to = endOfName(tokens, i);
    const titled = titleLength(tokens, i, to);
    const from = i + titled;
    const words = tokens.slice(from, to);
    const office = words.length === 1 && titled === 0 && TITLES.has((words[0] as Token).lower);
    const nationality = words.length === 1 && ADJECTIVES.has((words[0] as Token).lower);
    i = to - 1;
    if (isDay(words) || office || (nationality && titled === 0)) continue;
    names.push(nameAt(text, tokens, i + 1 - (to - from), to, titled, dateline));
  }
  return names;
}

function nameAt(text: string, tokens: readonly Token[], from: number, to: number, titled: number, dateline: number): Name {
  const words = tokens.slice(from, to);
  const first = tokens[from - titled] as Token;
  const start = (tokens[from] as Token).start;
  const end = (tokens[to - 1] as Token).end;
  const title = titled > 0 ? text.slice(first.start, (tokens[from - 1] as Token).end) : null;
  const gender = tokens.slice(from - titled, from).reduce<Gender>((known, { lower }) => {
    const shown = TITLES.get(lower.replace(/\.$/, '')) ?? 'unknown';
    return known === 'unknown' ? shown : known;
  }, 'unknown');
  const bracketed = tokens[to]?.text === '(' && tokens[to + 2]?.text === ')' && /^\p{Lu}[\p{Lu}\p{N}.]+$/u.test(tokens[to + 1]?.text ?? '');
  const before = tokens[from - titled - 1]?.lower ?? '';
  const shown = kindOf(words, title);
  return {
    span: [first.start, end],
    text: text.slice(start, end).replace(/\s+/gu, ' '),
    words: words.map(({ lower }) => lower),
    title,
    gender: gender === 'unknown' && shown.kind === 'unknown' ? (GIVEN.get((words[0] as Token).lower) ?? gender) : gender,
    ...shown,
    acronym: bracketed ? (tokens[to + 1] as Token).text : null,
    asPlace: end <= dateline || (PLACE_WORDS.has(before) && !HELD.has(tokens[from - titled - 2]?.lower ?? '')),
    tokens: [from - titled, to],
  };
}
