import { DOCUMENT_NOUN } from './documents.ts';
import type { Named } from './named.ts';
import { isProperName } from './names.ts';
import { saneName } from './sane.ts';

/** "A member of the club's staff, who waited at their table, told the Herald so.", "Selma Roe said so herself." */
const SO = /^(?<who>\p{Lu}[^.!?\n]{2,120}?)\s(?:said|says|confirmed|admitted|told\s[^.!?\n]{2,40}?)\s(?:so|as\smuch)\b/u;
/** "That is what satellite pictures show that Meridia took." */
const WHAT = /^(?:That|This)\sis\s(?:also\s)?what\s(?<who>[^.!?,\n]{3,60}?)\s(?:say|says|said|show|shows|showed|found|told)\b/u;
/** "This emerges from the control log, which …" */
const EMERGES = /^(?:This|That|It)\s(?:emerges|emerged|follows|is\sclear)\sfrom\s(?<who>[^.!?,\n]{3,60})/u;
/** "So said Selma Roe, the spokeswoman, …" */
const SO_SAID = /^So\s(?:said|says|say)\s(?<who>[^.!?\n]{3,80})/u;
/** "The police announced the figure at dusk." */
const ANNOUNCED =
  /^(?<who>\p{Lu}[^.!?,\n]{2,50}?)\s(?:announced|gave|published|released)\s(?:the|this)\s(?:figure|number|count|total|news)\b/u;
/** "That is the conclusion of the surveyors Orvel Marine, who …", "This is what Quill Watch has found" */
const CONCLUSION =
  /^(?:That|This)\sis\s(?:the\s(?:conclusion|finding|view|verdict|advice|opinion|estimate)\sof|what)\s(?<who>[^.!?,\n]{3,60}?)(?=,|\.|\s(?:has|have|had)\s(?:found|learned|established|concluded)\b)/u;
const FORMS: readonly RegExp[] = [SO, WHAT, EMERGES, SO_SAID, ANNOUNCED, CONCLUSION];

const PRONOUN = /^(?:There|He|She|It|They|We|I|You|Who|Nobody|No\sone|Neither|Not)\b/;
const UNNAMED = /^(?:an?|one|two|three|four|several|some)\s/i;
const DOCUMENT = new RegExp(`\\b${DOCUMENT_NOUN}$`, 'iu');

/** Characters of the next sentence that are looked at. */
const LOOKED_AT = 260;

/** Who is told in the next sentence to have said what an outlet's own sentence states, which ends at an offset; null where nobody is. */
export function saidSoAfter(text: string, end: number): Named | null {
  const next = /^[.!?]?["”’]?\s(?!\s*\n)(?<sentence>\S[^\n]*)/u.exec(text.slice(end, end + LOOKED_AT))?.groups?.sentence ?? '';
  const who = FORMS.map((form) => form.exec(next)?.groups?.who).find((found) => found !== undefined);
  const bare = who?.split(/,\s/)[0]?.trim();
  if (!bare || PRONOUN.test(bare)) return null;
  // "The surveyors Orvel Marine": what they are, then their name.
  const name = saneName(bare.replace(/^(?:The|Its|Their)\s/i, '').replace(/^\p{Ll}+\s(?=\p{Lu}\S+\s\p{Lu})/u, ''));
  if (!name) return null;
  if (DOCUMENT.test(bare)) return { name, text: bare, kind: 'document' };
  if (UNNAMED.test(bare)) return { name: bare, text: bare, kind: 'anonymous' };
  if (/^police$/.test(name)) return { name, text: bare, kind: 'anonymous' };
  return isProperName(name) ? { name, text: bare, kind: 'unknown' } : null;
}
