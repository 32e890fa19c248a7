/** How far into a text a dateline reaches. */
const LONGEST = 90;

/** A place in capitals, a date or an agency in brackets, and a dash: "LINDHOLT, March 14 (Reuters) – ". */
const DATELINE =
  /^\s*(?<place>\p{Lu}[\p{L}’'.-]*(?:[ ,/]+(?:\p{Lu}[\p{L}’'.-]*|\d{1,4}|of|de|del|la))*)(?<wire>\s\([^()\n]{2,30}\))?\s?(?:—|–|--?(?=\s))\s*(?=[\p{Lu}\d"“‘'])/u;
const SHOUTED = /^\p{Lu}{3,}/u;
const DATED =
  /\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{Ll}*\.?\s\d{1,2}\b|\b\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)/u;

/** Where a text begins after its dateline; 0 where it has none. A name and a dash alone are none: "Reek – the mayor – said". */
export function afterDateline(text: string): number {
  const found = DATELINE.exec(text.slice(0, LONGEST));
  const { place = '', wire } = found?.groups ?? {};
  return found && (wire !== undefined || SHOUTED.test(place) || DATED.test(place)) ? found[0].length : 0;
}
