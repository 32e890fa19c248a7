import { remember } from '../words/memory.ts';

/** How a report introduces somebody who speaks for a body: "Quill's chief safety officer, Ada Roe", "Ada Roe, its chief of staff". */
export interface Introduction {
  readonly name: string;
  readonly title: string;
  /** The body's name as the report has it; null where it says "its" or "whose". */
  readonly body: string | null;
  /** Whether it is the body that sends the text out: "our hydrologist, Ada Roe". */
  readonly own: boolean;
  /** Whether they are told to lead or run it, which may be a race as well as a body. */
  readonly leads: boolean;
  /** Where the introduction begins in the text: what "its" stands for is before it. */
  readonly at: number;
}

/** Words are bounded, and every form begins at a word's beginning, so that no text takes more than its length. */
const UPPER = String.raw`(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]{0,30})`;
const LOWER = String.raw`\p{Ll}[\p{Ll}-]{0,30}`;
/** A word of a noun phrase: "the mountain rescue", without the "in" behind it. */
const NOUN = String.raw`(?!(?:in|of|at|on|for|and|to|by|from|with|who|which|that|as)\b)${LOWER}`;
const START = String.raw`(?<![\p{L}\p{N}’'-])`;
const NAME = String.raw`(?<name>(?:(?:Dr|Mr|Ms|Mrs|Prof|Professor|Col|Colonel|Lt|Lieutenant|Gen|General|Maj|Major|Capt|Captain|Brig|Brigadier|Sgt|Sergeant|Commander|Commodore|Admiral|Supt|Superintendent|Inspector|Chief|Assistant|Deputy|Detective|Corporal)\.?\s){0,3}${UPPER}(?:\s(?:(?:de|da|del|van|von|al|bin|ould|ag)[\s-])?${UPPER}){0,2}\s\p{Lu}[\p{L}’'-]{1,30})`;
/** Offices that speak for their body by what they are. */
const TITLE = String.raw`(?<title>(?:(?!(?:the|an?|said|says)\s)${LOWER}\s){0,3}(?:spokes(?:man|woman|person)|chief executive|chief ${LOWER} officer|chief of ${LOWER}|head(?: of ${LOWER}(?: ${LOWER})?)?|director(?: of ${LOWER}| (?:in|for) \p{Lu}\p{Ll}{1,20})?|president|chair(?:man|woman|person)?|manager|managing partner|general counsel|press officer|general secretary|secretary[- ]general|coordinator|leader|commissioner|commander|boss))`;
/** Any office right beside whose it is: "its registrar", "the union's organiser", "our hydrologist". */
const OFFICE = String.raw`(?<title>(?:${LOWER}\s){0,3}${LOWER}(?:\s(?:of|in|at|for)\s(?:the\s)?(?:${LOWER}(?:\s${LOWER})?|\p{Lu}\p{Ll}{1,20}))?)`;
/** A full stop within a word ("U.N.") or after "St": the one that ends a sentence ends the name. "Workers’ Union": the members' mark stands within. */
const WORD = String.raw`(?:St\.|\p{Lu}(?:[\p{L}\p{N}&-]|\.(?=\p{L})){0,30}(?:(?<=s)[’'](?=\s\p{Lu}))?)`;
/** "On Monday Quill’s secretary": when that was is no part of the body's name. */
const NO_NAME = String.raw`(?!(?:On|In|At|By|Since|For|Last|From|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s)`;
const PROPER = String.raw`(?:[Tt]he\s)?${NO_NAME}${WORD}(?:\s(?:(?:of|for|and)\s(?:the\s)?)?(?:${WORD}|\d{1,6})){0,6}`;
const BODY = String.raw`(?<body>[Tt]he\s${WORD}\s(?:${LOWER}\s)?${LOWER}(?=[,.;’'])|${PROPER}|[Tt]he\s${LOWER}[’']s\s(?:${NOUN}\s)?${NOUN}(?=[,.;])|[Tt]he\s(?:${NOUN}\s){0,2}${NOUN})`;
const ITS = '(?:[Ii]ts|[Tt]heir|whose)';
/** What a body sends out: "the head of the mission", "the head of their mission". */
const SENT = '(?:mission|delegation|team|panel|party|crew)';

const FORMS: readonly RegExp[] = [
  // Quill's chief safety officer, Ada Roe; the mill's manager, Tom Ash
  `${START}${BODY}[’']s\\s${TITLE},?\\s${NAME}`,
  `${START}${BODY}[’']s\\s${OFFICE},\\s${NAME}`,
  // Ada Roe, Quill's managing partner
  `${START}${NAME},\\s(?:who\\sis\\s)?${BODY}[’']s\\s${TITLE}\\b`,
  `${START}${NAME},\\s(?:who\\sis\\s)?${BODY}[’']s\\s${OFFICE}(?=[,.;]|\\s(?:said|says|told))`,
  // Ada Roe, its chief of staff
  `${START}${NAME},\\s${ITS}\\s${TITLE}\\b`,
  `${START}${NAME},\\s${ITS}\\s${OFFICE}(?=[,.;]|\\s(?:said|says|told))`,
  // its spokeswoman, Lt. Col. Ada Roe
  `\\b${ITS}\\s${TITLE},?\\s${NAME}`,
  `\\b${ITS}\\s${OFFICE},\\s${NAME}`,
  // Tom Ash, the president of Local 7
  `${START}${NAME},\\s(?:the\\s|an?\\s)?${TITLE}\\s(?:of|for|at)\\s${BODY}`,
  // Ada Roe, an inspector with the Oar Union
  `${START}${NAME},\\s(?:an?|the)\\s(?<title>(?:${LOWER}\\s){0,2}${LOWER})\\s(?:with|from)\\s(?<body>(?:[Tt]he\\s)?${WORD}(?:\\s(?:(?:of|for)\\s(?:the\\s)?)?${WORD}){1,4})`,
  // Tom Ash, general manager and son of the founder: of what the paragraph is about
  `${START}${NAME},\\s(?:the\\s)?(?<title>general manager|managing director|chief executive|chief operating officer|head of communications)(?=[,.;]|\\sand\\s)`,
  // the head of their mission, Ada Roe
  `${START}${TITLE}\\s(?:of|for|at)\\s(?:its|their)\\s${SENT},\\s${NAME}`,
  // The spokesman of Quill's government, Tom Ash; the head of the mission, Ada Roe
  `${START}${TITLE}\\s(?:of|for|at)\\s${BODY},\\s${NAME}`,
].map((form) => new RegExp(form, 'gu'));

/** Tom Ash, who speaks for the General Staff; Ada Roe, who coordinates the work of Quill Clinics; who heads its tanker desk; who chairs it */
const WHO_LEADS = new RegExp(
  `${START}${NAME},\\s(?:(?:the|an?)\\s(?:[\\p{L}-]{1,30}\\s){1,4})?who\\s(?:since\\s\\S{1,12}\\s)?(?<verb>speaks for|(?:has\\s)?chair(?:s|ed)|(?:has\\s)?head(?:s|ed)|runs|directs|commands|coordinates|manages|(?:has\\s)?le(?:ads|d)|represents|briefs\\s(?:the press|reporters)\\son|(?:negotiates|mediates)\\s[^,.;]{0,40}?for)\\s(?:(?:(?:the|an?)\\s)?(?:work|teams?|office|operations|mission|delegation|unit|department)\\s(?:of|for)\\s)?(?:(?<its>it\\b|(?:its|their)\\s(?:${LOWER}\\s?){1,4}|the\\s(?:${LOWER}\\s){1,3}there\\b)|${BODY})`,
  'gu',
);

/** Ada Roe of the Oar Movement, Commander Ash of the Oar Movement */
const OF = new RegExp(`${START}${NAME}\\sof\\s(?:the\\s)?(?<body>${WORD}(?:\\s(?:(?:of|for)\\s(?:the\\s)?)?${WORD}){1,4})`, 'gu');

/** Our hydrologist, Ada Roe; Ada Roe, the weapons specialist in our team: a body's own people, in what it sends out itself. */
const OWN: readonly RegExp[] = [
  `\\b[Oo]ur\\s${OFFICE},?\\s${NAME}`,
  `${START}${NAME},\\sour\\s${OFFICE}`,
  `${START}${NAME},\\s(?:the|an?)\\s${OFFICE}\\sour\\s(?:team|staff|crew)`,
].map((form) => new RegExp(form, 'gu'));

/** Longer texts are looked at to here: people are introduced where they first come on. */
const LONGEST = 200_000;
/** What every form has in it; the forms are tried only around it. */
const ROLE =
  /\b(?:spokes(?:man|woman|person)|chief|heads?|director|president|chair(?:man|woman|person)?|manager|managing|general|press officer|executive|communications|coordinator|leader|commissioner|who\s\p{Ll}+|[Ii]ts|[Tt]heir|whose|[Oo]ur)\b|[’']s\s\p{Ll}|\p{L}\s(?:of|with|from)\s(?:the\s)?\p{Lu}/gu;
const AROUND = 160;

/** The stretches of a text around roles, each beginning and ending at a blank. */
function stretches(text: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const { index } of text.matchAll(ROLE)) {
    const last = found.at(-1);
    const from = index < AROUND ? 0 : text.indexOf(' ', index - AROUND) + 1;
    const to = Math.max(index, text.lastIndexOf(' ', index + AROUND));
    const end = index + AROUND >= text.length ? text.length : to;
    if (last && from <= last[1]) last[1] = Math.max(last[1], end);
    else if (from <= index) found.push([from, end]);
  }
  return found;
}

const kept = remember<readonly Introduction[]>(512);

/** Everybody whom a text introduces as speaking for a body, in the text's order. */
export const introductionsIn = (text: string): readonly Introduction[] => kept(text, () => findIntroductions(text.slice(0, LONGEST)));

function findIntroductions(text: string): Introduction[] {
  const found = stretches(text)
    .flatMap(([from, to]) => introductionsOf(text.slice(from, to)).map((one) => ({ ...one, at: one.at + from })))
    .sort((a, b) => a.at - b.at);
  // Two forms may find one introduction.
  return [...new Map(found.map((one) => [`${one.at}|${one.name}|${one.body}`, one] as const).reverse()).values()].reverse();
}

function introductionsOf(text: string): Introduction[] {
  const found: Introduction[] = [];
  for (const form of FORMS)
    for (const match of text.matchAll(form)) {
      const { name = '', title = '', body = null } = match.groups ?? {};
      found.push({ name, title, body, own: false, leads: false, at: match.index });
    }
  for (const form of OWN)
    for (const match of text.matchAll(form)) {
      const { name = '', title = '' } = match.groups ?? {};
      found.push({ name, title, body: null, own: true, leads: false, at: match.index });
    }
  for (const match of text.matchAll(OF)) {
    const { name = '', body = null } = match.groups ?? {};
    found.push({ name, title: 'one of its people', body, own: false, leads: false, at: match.index });
  }
  for (const match of text.matchAll(WHO_LEADS)) {
    const { name = '', verb = '', body = null } = match.groups ?? {};
    const title = /^(?:speaks|briefs)/.test(verb) ? 'spokesperson' : /chair/.test(verb) ? 'chair' : 'head';
    found.push({ name, title, body, own: false, leads: /^(?:leads|runs)/.test(verb), at: match.index });
  }
  return found;
}
