import type { Statement } from '../../model/index.ts';

/** Auxiliaries and adverbs that stand before a verb. */
const LEADS = String.raw`(?:(?:has|have|had|is|are|was|were|be|been|being|never|not|still|also|now|only|already|once)\s){0,5}`;
/** Verbs by which a source within a source is told to intend, ask for, agree to, notice or read something: it has not said so. */
const ACTS = new RegExp(
  `^${LEADS}(?:plan|intend|want|hope|aim|seek|sought|prepar|wish|need|mean|tr[iy]|ask|order|request|demand|agree|refus|notic|read\\b|know|knew|thank|approv|sign)`,
  'i',
);
/** "Managers were told", "the transfer was agreed by": to whom or by whom something was done. "Was quoted as saying" says. */
const DONE_TO =
  /\b(?:is|are|was|were|been|being)\s(?:\p{L}{2,20}ly\s)?(?!quoted|cited|reported)(?:\p{L}{2,20}ed|told|written|sent|given|shown)\b/iu;
const UNREAL = /\b(?:would|will|may|might|could|should|must|can|shall|to)\s(?:\p{L}+\s)?$/iu;
/** "It works less well than the company had said": what somebody said is compared with, and is not said here. */
const COMPARED = /\bthan\s(?:[\p{L}’'-]{1,30}\s){1,4}$/iu;
/** "The mission said that its experts had found": a body's own people are the body. */
const OWN_PEOPLE =
  /^(?:its|their)\s(?:own\s)?(?:experts|inspectors|investigators|engineers|scientists|doctors|observers|officers|officials|staff|people|teams?)$/i;

/** Characters before a cue that are looked at. */
const BEFORE = 60;

/** Whether somebody within a statement is told to have said what it holds: "the regulator would insist" is the speaker's guess. */
export function vouchesWithin({ name, cue }: Statement['chain'][number], text: string): boolean {
  if (OWN_PEOPLE.test(name)) return false;
  if (!cue) return true;
  const start = cue.spans[0]?.[0] ?? 0;
  const before = text.slice(Math.max(0, start - BEFORE), start);
  return (
    !ACTS.test(cue.text) &&
    !DONE_TO.test(cue.text) &&
    !UNREAL.test(before.slice(-30)) &&
    !COMPARED.test(before) &&
    !/^(?:would|will|may|might)\b/i.test(cue.text)
  );
}
