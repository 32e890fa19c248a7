import type { Candidate } from './format.ts';

/** Agencies by the names under which their reports stand. */
const WIRES =
  'Reuters|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|dpa|DPA|EFE|ANSA|Xinhua|TASS|Interfax|Kyodo|Yonhap|PA|UPI|Bloomberg|PTI|ANI|IANS|Anadolu|AA|CP|AAP|APA|TT|NTB|Ritzau|STT|ANP|Belga|Lusa|PAP|CTK|MTI';
const PLACE = "\\p{Lu}[\\p{Lu}\\p{M}.’'-]+(?:[ -]\\p{Lu}[\\p{Lu}\\p{M}.’'-]*){0,4}(?:, [\\p{L}. ]{2,30}?)?";
const DAY = '(?:,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\\.? \\d{1,2})?';

/** "SEOUL, Oct 18 (Reuters) -" and "VELLMAR, Sant (AP) —"; a dash alone is enough only after a place in capitals. */
const LINE = new RegExp(`^(${PLACE})${DAY} ?(?:\\((${WIRES})\\))? ?[-–—] ?(?=\\S)`, 'u');
/** Without a place: "(Reuters) -". */
const CREDIT = new RegExp(`^\\((${WIRES})\\) ?[-–—] ?`, 'u');
const LOOK = 160;

/** The place and the agency that a report's first words give, as wire reports do. The words themselves stay where they are. */
export function datelineCandidates(text: string): readonly Candidate[] {
  const start = text.slice(0, LOOK);
  const line = LINE.exec(start);
  const wire = line?.[2] ?? CREDIT.exec(start)?.[1];
  const from = 'the first words';
  return [
    ...(line?.[1] ? [{ field: 'place' as const, value: line[1], from }] : []),
    ...(wire ? [{ field: 'credit' as const, value: wire, from }] : []),
  ];
}
