import type { Statement } from '../../model/index.ts';

/** How a statement stands to what it holds: whoever takes back, gives up or disputes a figure denies it, whatever the words assert. */
export const stanceOf = (statement: Statement): NonNullable<Statement['stance']> => {
  if (TAKES_BACK.test(statement.cue?.text ?? '')) return 'denies';
  if (statement.voice === 'outlet' && GIVES_UP.test(statement.content.text)) return 'denies';
  if (DISPUTES.test(statement.content.text)) return 'denies';
  return statement.stance ?? (statement.certainty.level === 'denied' ? 'denies' : 'asserts');
};

/** Cues by which somebody no longer says what was said before. */
const TAKES_BACK = /^(?:took|takes|taken|taking) back\b|^(?:withdr[ae]w|withdrawn|withdraws|withdrawing|retract|recant)/i;

/** "Chief prosecutor Orr abandoned her figure of $2.4 million." */
const GIVES_UP =
  /^[^,;]{3,60}\s(?:abandoned|withdrew|retracted|took back)\s(?:her|his|its|their)\s(?:\p{L}+\s)?(?:figure|claim|statement|report|estimate|count|accusation|charge)/u;

/** "The bank's figure of 240,000 is too low", "the assurance that they had been told was untrue": what is named to be disputed. */
const DISPUTES =
  /^(?:that\s)?(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|\p{Lu}\S+[’']s)\s(?:\S+\s){0,3}?(?:figures?|numbers?|count|toll|claims?|reports?|assurances?|accounts?|statements?|accusations?|allegations?)\b[^.;]{0,160}?\b(?:is|was|are|were)\s(?:much |far |simply |plainly )?["“‘]?(?:too (?:low|high)|untrue|false|wrong|nonsense|baseless|invented|exaggerated|not (?:true|correct|a mistake but))/u;
