import type { Candidate } from './format.ts';

/** Agencies by the names under which their reports stand. */
const WIRES =
  'Reuters|Thomson Reuters Foundation|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|dpa(?:/[a-z]{2,4})?|dpa-AFX|DPA|EFE|EUROPA PRESS|Europa Press|ANSA|AGI|ADNKRONOS|Xinhua|TASS|ITAR-TASS|Interfax|INTERFAX|RIA Novosti|Kyodo|Jiji|Yonhap|PA|PA Media|UPI|Bloomberg|PTI|ANI|IANS|UNI|Anadolu|AA|CP|The Canadian Press|AAP|APA|TT|NTB|Ritzau|STT|ANP|Belga|Lusa|PAP|CTK|ČTK|MTI|Ukrinform|Antara|Bernama|KUNA|WAM|SPA|MENA|NAN|PRNewswire|PRNewswire-USNewswire|BUSINESS WIRE|Business Wire|GLOBE NEWSWIRE';
const CAPITALS = "\\p{Lu}[\\p{Lu}\\p{M}.’'-]+(?:[ -]\\p{Lu}[\\p{Lu}\\p{M}.’'-]*){0,4}";
/** Every word of a place's name has a capital, but for the small ones inside. */
const NAME =
  "(?!The (?!Hague))\\p{Lu}[\\p{L}\\p{M}.’'-]+(?:[ /-](?:(?:de|la|le|del|da|do|am|an|der|of|the|and|upon|sur|y) ){0,2}\\p{Lu}[\\p{L}\\p{M}.’'-]*){0,4}";
const REGION = '(?:, \\p{L}[\\p{L}. ]{1,30}?)?';
const MONTH = '\\p{L}{3,10}\\.?';
const DAY = `(?:,? (?:${MONTH} \\d{1,2}|\\d{1,2}\\.? (?:de )?${MONTH})(?:,? (?:de )?\\d{4})?)`;
const DASH = ' ?(?:--|[-–—]) ?(?=\\S)';

/** Ways in which first words tell a place, an agency, or both; each with an example, which is its test. */
const LINES: readonly { readonly pattern: RegExp; readonly example: string }[] = [
  {
    example: 'SEOUL, Oct 18 (Reuters) - ',
    pattern: new RegExp(`^(?<place>${NAME}${REGION})${DAY}?,? ?\\((?<wire>${WIRES})\\) ?[-–—:.]`, 'u'),
  },
  {
    example: 'MOSCOW, October 18. /TASS/. ',
    pattern: new RegExp(`^(?<place>${NAME}${REGION})${DAY}\\.? ?(?:--)? ?[/(](?<wire>${WIRES})[/)]`, 'u'),
  },
  {
    example: 'Moscow. October 18. INTERFAX - ',
    pattern: new RegExp(`^(?<place>${NAME})\\.? ${MONTH} \\d{1,2}\\. (?<wire>${WIRES})${DASH}`, 'u'),
  },
  {
    example: '(ANSA) - ROMA, 18 OTT - ',
    pattern: new RegExp(`^\\((?<wire>${WIRES})\\)${DASH}(?<place>${CAPITALS})(?:${DAY})${DASH}`, 'u'),
  },
  { example: 'Oct 18 (Reuters) - ', pattern: new RegExp(`^(?:${MONTH} \\d{1,2} )?\\((?<wire>${WIRES})\\)${DASH}`, 'u') },
  { example: 'VELLMAR, Oct 18 - ', pattern: new RegExp(`^(?<place>${CAPITALS}${REGION})${DAY}${DASH}`, 'u') },
  { example: 'VELLMAR, Sant — ', pattern: new RegExp(`^(?<place>${CAPITALS}${REGION})${DASH}`, 'u') },
];

/** Capitals before a dash that are no place: bodies, and labels of newsrooms. */
const NO_PLACE =
  /^(?:[^,]{1,3}$|NATO|OPEC|ASEAN|UNICEF|UNESCO|UNHCR|NASA|OSCE|OECD|FIFA|UEFA|COVID|BREAKING|EXCLUSIVE|UPDATE|WATCH|LIVE|VIDEO|OPINION|ANALYSIS|EXPLAINER|FACTBOX|INTERVIEW|COLUMN|CORRECTED|REFILE|PREVIEW|REVIEW|PHOTOS|NEWS|FEATURE)/;
const LOOK = 160;
/** Paragraphs that are looked at, and how long those before the line may be: a byline may stand there. */
const PARAGRAPHS = 3;
const BYLINE = 80;

/** "JAKARTA, KOMPAS.com": an outlet's address is no region; "Moscow.": a full stop that ends no abbreviation. */
const tidyPlace = (place: string): string => place.replace(/, \S*\.(?:com|net|org|id|co)$/i, '').replace(/(?<=\p{Ll})\.$/u, '');

/** The place and the agency that a report's first words give, as wire reports do. The words themselves stay where they are. */
export function datelineCandidates(text: string): readonly Candidate[] {
  const from = 'the first words';
  for (const start of text
    .slice(0, 4 * LOOK)
    .split('\n\n')
    .slice(0, PARAGRAPHS)) {
    for (const { pattern } of LINES) {
      const { place, wire } = pattern.exec(start.slice(0, LOOK))?.groups ?? {};
      if (!place && !wire) continue;
      const named = place && !NO_PLACE.test(place) ? tidyPlace(place) : null;
      if (!named && !wire) break;
      return [
        ...(named ? [{ field: 'place' as const, value: named, from }] : []),
        ...(wire ? [{ field: 'credit' as const, value: wire, from }] : []),
      ];
    }
    if (start.length > BYLINE) break;
  }
  return [];
}

/** Each way by its example. */
export const DATELINES: readonly string[] = LINES.map(({ example }) => example);
