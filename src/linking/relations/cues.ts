/** Words by which one claim is set against another, each row with a sentence that it is there for (`cues.test.ts`). */
export interface Cue {
  readonly pattern: RegExp;
  readonly example: string;
}

const row = (pattern: RegExp, example: string): Cue => ({ pattern, example });
const any = (rows: readonly Cue[]): RegExp => new RegExp(rows.map(({ pattern }) => `(?:${pattern.source})`).join('|'), 'iu');

/** What was said before is taken back or put right. */
export const CORRECTION_ROWS: readonly Cue[] = [
  row(/\band not\b|, not\b/, 'Ten paintings are missing, and not nine.'),
  row(/\b(?:rather than|instead of)\b/, 'Four were launched rather than three.'),
  row(/\b(?:was|were|is|been) (?:wrong|mistaken|incorrect|false|untrue|an error)\b/, 'The figure given on Monday was wrong.'),
  row(/\bin error\b|\bmistak(?:e|es|en|enly)\b|\bwrongly\b/, 'The names had been entered in error.'),
  row(/\bcontrary to\b|\bin fact\b/, 'The road was in fact open.'),
  row(/\bcorrect(?:s|ed|ion)\b/, 'The agency corrected its count.'),
  row(/\bwithdr(?:aw|aws|ew|awn)\b|\bretract\w*|\bwe regret\b/, 'The paper retracted the story.'),
  row(/\bmisread\b|\bmiscounted\b|\bcounted twice\b/, 'Some of them had been counted twice.'),
  row(/\blowered\b/, 'It lowered the count of the hurt to 31.'),
  row(/\bas [\p{L} ]{2,30} reported earlier\b|\bearlier versions?\b/u, 'An earlier version of this report gave another age.'),
];

/** Somebody owns up to what was denied or left out before. */
export const ADMISSION_ROWS: readonly Cue[] = [
  row(
    /(?<!\b(?:was|were|been|being|be|are|is|children|patients|people)\s)\badmit(?:s|ted|ting)?\b(?!\s+to\b|\s*$|[.,;])/,
    'The minister admitted that there had been a complaint.',
  ),
  row(/\backnowledg\w+|\bconced(?:e|es|ed)\b/, 'The operator conceded that no town was told.'),
  row(/\bconfess\w*|\bapologi[sz]\w+/, 'The laboratory apologised.'),
];

/** Something is other than it was: a count went on, a date was moved. */
export const CHANGE_ROWS: readonly Cue[] = [
  row(/\b(?:now|no longer|so far|has since|after all|instead|final)\b/, 'It now gives 13.'),
  row(/\b(?:risen|rose|climbed|grown|grew|increased|reached|raised)\b/, 'The toll has risen to 29.'),
  row(/\b(?:lowered|revised|fallen|fell|dropped|cut to)\b/, 'The estimate was revised on Friday.'),
  row(/\b(?:up|down) from\b/, 'It offers 2.3 billion, up from 2.1 billion.'),
  row(/\bpostponed\b|\bput off\b/, 'The opening was postponed to May.'),
];

/** A denial without reserve, as of one who is accused. */
export const FLAT_DENIAL_ROWS: readonly Cue[] = [
  row(/\bnever\b/, 'He never took a penny.'),
  row(/\bnot (?:one|a single)\b/, 'There was not a single soldier in the school.'),
  row(/\bthere (?:was|were|had been|is|are) (?:no|not)\b/, 'There was no coup.'),
  row(/\bno such\b|\bof (?:that|the|this) kind\b/, 'No such request was made.'),
  row(/^(?:that )?(?:no|nor) (?!(?:more|fewer|less|later|earlier)\b)\S/, 'No agreement existed with the fund.'),
  row(/\bha(?:s|ve|d) not\b/, 'The firm has not paid a krone.'),
];

/** What was looked into rather than denied. */
export const FINDING_ROWS: readonly Cue[] = [
  row(/\b(?:found|finds|show(?:s|ed)?|examined|measured)\b/, 'Inspectors found no crack.'),
  row(/\baccording to\b|\breport\b/, 'The army never ran out of fuel, the mission wrote in a report.'),
];

/** What another said is called untrue. */
export const DENIAL_ROWS: readonly Cue[] = [
  row(/\bden(?:y|ies|ied|ying|ial)\b|\breject\w*|\bdismiss\w*/, 'The minister denied that she had known.'),
  row(/\brefut\w*|\brebut\w*|\bdisput\w*/, 'The company disputed the account.'),
  row(/\bnonsense\b|\babsurd\b|\bfairy tales?\b|\bfantas\w+/, 'He called the story nonsense.'),
  row(/\b(?:untrue|false\w*|baseless|unfounded)\b|\bno truth\b/, 'There is no truth in it.'),
  row(/\b(?:lie|lies|lied|slander|myth|hoax|rumou?rs?)\b/, 'That is a lie.'),
  row(/\binvent\w*|\bfabricat\w*|\bforger\w*/, 'The letter is a forgery.'),
  row(/\bnothing of the (?:sort|kind)\b/, 'Nothing of the sort was agreed.'),
];

/** Why something came about: two claims that both say so explain it otherwise. */
export const CAUSE_ROWS: readonly Cue[] = [
  row(/\bbecause\b|\b(?:due|owing) to\b|\bin order to\b/, 'The bridge fell because of rust.'),
  row(/\bcause[ds]?\b|\bresult(?:ed)? (?:of|from|in)\b|\bled to\b|\btriggered\b/, 'A spark caused the fire.'),
  row(/\bblam\w+|\bfault\b|\bresponsible\b|\bwork of\b/, 'A cream was to blame.'),
  row(/\bgrew out of\b|\bstarted by\b|\breason\b|\bfail(?:ed|ure)\b/, 'The fighting grew out of a quarrel.'),
];

/** What another has said is called right. */
export const RIGHT_ROWS: readonly Cue[] = [
  row(
    /\b(?:was|is|were|are|had been|has been) (?:quite |entirely |wholly |absolutely )?["“‘]?(?:right|correct|credible|accurate|true|reliable|sound|solid)\b/,
    'The union had been right about the drivers.',
  ),
  row(/\b(?:was|is) (?:the (?:right|correct|true) one|the only (?:\p{L}+ )?one that)\b/u, 'Its count was the right one.'),
  row(/\bdeserv(?:e|es|ed) to be (?:believed|relied on|trusted)\b/, 'Their list deserved to be relied on.'),
  row(/\b(?:had|has|have|got) it (?:all )?right\b|\bsounds? (?:about |quite )?(?:right|true)\b/, 'The professor had it right.'),
  row(/\b(?:tells?|told|telling|spoke|speaks) (?:\S+ )?the truth\b/, 'The men who work there told us the truth.'),
];

/** Somebody sides with what another has said, otherwise. */
export const SIDING_ROWS: readonly Cue[] = [
  row(/\bback(?:s|ed|ing)\b/, 'The prime minister backed the account of the police.'),
  row(/\bagree[sd]? with\b/, 'She agreed with the minister.'),
  row(/\bconfirm(?:s|ed|ing)? (?!that\b)/, 'The hospital confirmed the figure of the union.'),
  row(/\bendors\w+|\bcorroborat\w+|\bborne out\b/, 'Two witnesses corroborated her story.'),
  row(/\bshar(?:e|es|ed) the (?:\S+ ){0,2}view\b/, 'He shared the Varnian view of the matter.'),
  row(/\bsid(?:e|es|ed|ing) with\b/, 'The draft sides with the harbour master.'),
  row(
    /\bcall(?:s|ed)? (?:the|its|his|her|their) [^.]{0,60}(?:credible|correct|accurate|right|sound)\b/,
    'She called the report of the dinner credible.',
  ),
  row(/\bbeliev(?:e|es|ed) (?:what|every|all that)\b/, 'She believed what it said about its deliveries.'),
  row(/\bthe (?:honest|right|true) (?:number|figure|count)\b/, 'My guess is that 61 is the honest number.'),
  row(/\b(?:highly|very|most) likely (?:that [^.]{0,80})?(?:true|right|correct)\b/, 'It was highly likely that the report was true.'),
];

export const CORRECTS = any(CORRECTION_ROWS);
export const ADMITS = any(ADMISSION_ROWS);
export const CHANGES = any(CHANGE_ROWS);
export const FLAT_DENIAL = any(FLAT_DENIAL_ROWS);
export const FINDS = any(FINDING_ROWS);
export const DENIAL = any(DENIAL_ROWS);
export const CAUSE = any(CAUSE_ROWS);
export const CALLS_RIGHT = any(RIGHT_ROWS);
export const SIDES = any([...RIGHT_ROWS, ...SIDING_ROWS]);

/** What begins with "it" or "nobody" is about what was said before it. */
export const PRONOUN_FIRST = /^["“'‘]?(?:that\s)?(?:it|he|she|they|this|that|there|nobody|no|none|nothing)\b/i;

/** Words that go before a figure which is put aside ("not nine", "rather than three"), and before one that was true until then. */
const ASIDE = /\b(?:not|not the|and not|rather than|instead of|figure of)\s+((?:[\w.,$£€-]+\s?){1,3})/gi;
const FORMER = /\b(?:up|down|to [\w.,$£€%-]{1,20}) from\s+((?:[\w.,$£€-]+\s?){1,3})/gi;
const APPROXIMATE = /^(?:about|some|around|nearly|at least|more than|up to)\s/;

/** Whether a sentence names one of these figures to put it aside, or as the one that held before; null where it names none of them so. */
export function namesFigure(sentence: string, figures: readonly string[]): 'aside' | 'former' | null {
  const numbers = figures.flatMap((text) => text.toLowerCase().replace(APPROXIMATE, '').split(/\s/)[0] || []);
  const after = (cue: RegExp): boolean =>
    [...sentence.matchAll(cue)].some(([, words = '']) =>
      words
        .toLowerCase()
        .split(/\s/)
        .some((word) => numbers.includes(word.replace(/[.,;]$/, ''))),
    );
  return after(ASIDE) ? 'aside' : after(FORMER) ? 'former' : null;
}
