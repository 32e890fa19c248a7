/** "The others", "Nobody in Alcor", "Some of you", "These": words that stand for no one whom a report could name again. */
const NOBODY =
  /^(?:the\s)?(?:others?|rest|latter|former|same|nobody|no\s?one|none|neither|nothing|some(?:one|body|thing)?|any(?:one|body)?|every(?:one|body)?|everything|these|those|this|that|who|whom|whose|whoever|which|what|one|two|three|four|five|both|all|many|few|most|each|here|there|it|such|so)(?:\s(?:of\s(?:you|us|them|these|those|it)|in|at|on|aboard|who|here|there|else|from)\b.*)?$/i;
/** "No ministry", "No one aboard"; "whose fishermen", of whom only the sentence tells. */
const NONE_OF = /^(?:no|whose)\s\p{Ll}/iu;
/** "Reached through a relative in Ostby": how somebody was reached, and no name. */
const PARTICIPLE = /^(?:Asked|Reached|Contacted|Told|Shown|Pressed|Speaking|Writing|According|Given|Called|Questioned)\s\p{Ll}/u;
/** "Outside the hospital relatives": a sentence's beginning, and no name. */
const PLACED =
  /^(?:Outside|Inside|Beside|Behind|Under|Across|During|Since|Among|Between|Within|Beyond|Along|Opposite)\s(?:the|an?|his|her|its|their)\s/u;
/** "All week long the company": what stands before a body's noun and is no part of a name. */
const LED_IN = /^(?:all|every|the whole)\s.*\s(?=the\s\p{Ll}+$)/iu;
/** Abbreviations that end in a stop within a name. */
const ABBREVIATED =
  /(?:^|\s)(?:\p{Lu}|St|Mt|Dr|Mr|Ms|Mrs|Prof|Col|Lt|Gen|Maj|Capt|Brig|Sgt|Cpl|Adm|Supt|Sen|Rep|Gov|Rev|Hon|Jr|Sr|No|Inc|Ltd|Co|Corp|Bros|Ft|U\.S|U\.N|U\.K|\S*\p{Lu}\.\p{Lu})$/u;

/** What stands before the end of a sentence within a name: "Quill Imaging. Quill" is Quill Imaging, "Dr. Ada Roe" stays whole. */
function firstSentence(name: string): string {
  for (const { index } of name.matchAll(/[.:;!?]\s+/gu))
    if (name[index] !== '.' || !ABBREVIATED.test(name.slice(0, index))) return name.slice(0, index);
  return name;
}

/** Adverbs that a reader took for the end of a name: "the mission at last"; "the ministry's own" (estimate). */
const TAIL =
  /\s(?:at last|at first|now|also|later|again|still|itself|himself|herself|themselves|meanwhile|however|has|have|had)$|[’']s own$/i;

/** "A log of": a preposition that a reader left at a name's end. */
const PREPOSITION = /\s(?:of|in|to|from|by|on|for|at|with|and)$/;
/** "Inspectorate in Ostby": a noun and where it is. */
const IN_PLACE = /^(?:the\s)?(?:\p{Ll}+\s){0,2}\p{Ll}+(?=\sin\s\p{Lu}\p{L}+$)/iu;

/** A name without what is none of it, or null where no name is left: an honest blank is better than a source called "the others". */
export function saneName(name: string): string | null {
  const bare = firstSentence(name.trim()).replace(TAIL, '').replace(LED_IN, '').replace(PREPOSITION, '').trim();
  const words = bare.replace(/^(?:the|an?)(?:\s|$)/i, '');
  if (words.replace(/[^\p{L}\p{N}]/gu, '').length < 2) return null;
  return NOBODY.test(bare) || NONE_OF.test(bare) || PARTICIPLE.test(bare) || PLACED.test(bare) ? null : (IN_PLACE.exec(bare)?.[0] ?? bare);
}

/** What a body sends out: "the council's report", "Quill's helpline". Its own word is the body's. */
const SENT_OUT =
  /^(?<body>.{2,60}?)[’']s\s(?:(?:own|official|latest|first|final|interim|annual|short|written)\s){0,2}(?:report|statement|communiqu[ée]|filing|helpline|hotline|website|press release|announcement|bulletin|circular|notice|twitter account|channel)$/iu;
/** "The count of the union": whose count it is; but not "the count of the dead". */
const COUNT_OF =
  /^(?:the|an?)\s(?:\p{Ll}+\s)?(?:count|reckoning|tally|estimate|calculations?|arithmetic)\s(?:of|by|from)\s(?!(?:the\s)?(?:dead|injured|wounded|missing|votes?|ballots?|victims|bodies|events?)\b)(?:the\s)?(?<body>\p{L}.{2,60})$/iu;
const TIME = /(?:day|week|month|year|today|yesterday|morning|evening)$/i;

/** The body that sends out what a name is of, or whose count it is, or null: "the council's report" is the council's word, "Monday's report" nobody's. */
export function senderIn(name: string): string | null {
  const body = (SENT_OUT.exec(name) ?? COUNT_OF.exec(name))?.groups?.body;
  return body && !TIME.test(body) ? body.replace(/^the\s/i, '') : null;
}
