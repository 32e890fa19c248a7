import { remember } from '../words/memory.ts';

/** How a report introduces somebody who speaks for a body: "Quill's chief safety officer, Ada Roe", "Ada Roe, its chief of staff". */
export interface Introduction {
  readonly name: string;
  readonly title: string;
  /** The body's name as the report has it; null where it says "its" or "whose". */
  readonly body: string | null;
  /** Whether they are told to lead or run it, which may be a race as well as a body. */
  readonly leads: boolean;
  /** Where the introduction begins in the text: what "its" stands for is before it. */
  readonly at: number;
}

/** Words are bounded, and every form begins at a word's beginning, so that no text takes more than its length. */
const UPPER = String.raw`(?:\p{Lu}\.|\p{Lu}[\p{L}’'-]{0,30})`;
const LOWER = String.raw`\p{Ll}[\p{Ll}-]{0,30}`;
const START = String.raw`(?<![\p{L}\p{N}’'-])`;
const NAME = String.raw`(?<name>(?:(?:Dr|Mr|Ms|Mrs|Prof|Professor|Col|Colonel|Lt|Gen|General|Maj|Major|Capt|Captain)\.?\s){0,3}${UPPER}(?:\s(?:(?:de|da|del|van|von|al|bin|ould|ag)[\s-])?${UPPER}){0,2}\s\p{Lu}[\p{L}’'-]{1,30})`;
const TITLE = String.raw`(?<title>(?:(?!(?:the|an?|said|says)\s)${LOWER}\s){0,3}(?:spokes(?:man|woman|person)|chief executive|chief ${LOWER} officer|chief of ${LOWER}|head(?: of ${LOWER}(?: ${LOWER})?)?|director|president|chair(?:man|woman|person)?|manager|managing partner|general counsel|press officer|general secretary|secretary[- ]general|coordinator|leader|commissioner))`;
const WORD = String.raw`\p{Lu}[\p{L}\p{N}&.-]{0,30}`;
const PROPER = String.raw`(?:[Tt]he\s)?${WORD}(?:\s(?:(?:of|for|and)\s(?:the\s)?)?(?:${WORD}|\d{1,6})){0,6}`;
const BODY = String.raw`(?<body>${PROPER}|[Tt]he\s(?:${LOWER}\s)?${LOWER})`;
const ITS = '(?:its|their|whose)';
/** What a body sends out: "the head of the mission", "the head of their mission". */
const SENT = '(?:mission|delegation|team|panel|party|crew)';

const FORMS: readonly RegExp[] = [
  // Quill's chief safety officer, Ada Roe; the mill's manager, Tom Ash
  `${START}${BODY}[’']s\\s${TITLE},?\\s${NAME}`,
  // Ada Roe, Quill's managing partner
  `${START}${NAME},\\s(?:who\\sis\\s)?${BODY}[’']s\\s${TITLE}\\b`,
  // Ada Roe, its chief of staff
  `${START}${NAME},\\s${ITS}\\s${TITLE}\\b`,
  // its spokeswoman, Lt. Col. Ada Roe
  `\\b${ITS}\\s${TITLE},?\\s${NAME}`,
  // Tom Ash, the president of Local 7
  `${START}${NAME},\\s(?:the\\s|an?\\s)?${TITLE}\\s(?:of|for|at)\\s${BODY}`,
  // the head of their mission, Ada Roe
  `${START}${TITLE}\\s(?:of|for|at)\\s(?:its|their)\\s${SENT},\\s${NAME}`,
  // The spokesman of Quill's government, Tom Ash; the head of the mission, Ada Roe
  `${START}${TITLE}\\s(?:of|for|at)\\s${BODY},\\s${NAME}`,
].map((form) => new RegExp(form, 'gu'));

/** Tom Ash, who speaks for the General Staff */
const WHO_LEADS = new RegExp(
  `${START}${NAME},\\s(?:(?:the|an?)\\s(?:[\\p{L}-]{1,30}\\s){1,4})?who\\s(?<verb>speaks for|chairs|heads|runs|leads|represents|(?:negotiates|mediates)\\s[^,.;]{0,40}?for)\\s${BODY}`,
  'gu',
);

/** Longer texts are looked at to here: people are introduced where they first come on. */
const LONGEST = 200_000;
/** What every form has in it; the forms are tried only around it. */
const ROLE =
  /\b(?:spokes(?:man|woman|person)|chief|head|heads|director|president|chair(?:man|woman|person)?|chairs|manager|managing|general|press officer|coordinator|leader|commissioner|speaks for|runs|leads|represents|negotiates|mediates)\b/gu;
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
  return stretches(text)
    .flatMap(([from, to]) => introductionsOf(text.slice(from, to)).map((one) => ({ ...one, at: one.at + from })))
    .sort((a, b) => a.at - b.at);
}

function introductionsOf(text: string): Introduction[] {
  const found: Introduction[] = [];
  for (const form of FORMS)
    for (const match of text.matchAll(form)) {
      const { name = '', title = '', body = null } = match.groups ?? {};
      found.push({ name, title, body, leads: false, at: match.index });
    }
  for (const match of text.matchAll(WHO_LEADS)) {
    const { name = '', verb = '', body = null } = match.groups ?? {};
    found.push({ name, title: /^speaks/.test(verb) ? 'spokesperson' : 'head', body, leads: /^(?:leads|runs)/.test(verb), at: match.index });
  }
  return found;
}
