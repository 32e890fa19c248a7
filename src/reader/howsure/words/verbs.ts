/** Verbs that help another verb: what a clause says happened stands after them. */
export const AUXILIARIES: ReadonlySet<string> = new Set([
  'is',
  'are',
  'was',
  'were',
  'am',
  'be',
  'been',
  'being',
  'has',
  'have',
  'had',
  'do',
  'does',
  'did',
  'will',
  'would',
  'shall',
  'should',
  'may',
  'might',
  'must',
  'can',
  'could',
  'cannot',
]);

/** Words that stand between an auxiliary and its verb. */
export const BETWEEN: ReadonlySet<string> = new Set([
  'not',
  "'",
  't',
  'n',
  'also',
  'never',
  'still',
  'now',
  'already',
  'soon',
  'always',
  'just',
  'all',
  'both',
  'to',
  'going',
  'about',
]);

/** Common past forms that do not end in "ed". */
export const PAST_FORMS: ReadonlySet<string> = new Set([
  'said',
  'told',
  'made',
  'took',
  'came',
  'went',
  'held',
  'met',
  'began',
  'fell',
  'rose',
  'found',
  'gave',
  'got',
  'left',
  'led',
  'shot',
  'won',
  'lost',
  'sent',
  'saw',
  'struck',
  'broke',
  'spoke',
  'wrote',
  'became',
  'brought',
  'bought',
  'sold',
  'kept',
  'paid',
  'hit',
  'flew',
  'fought',
  'drew',
  'grew',
  'threw',
  'built',
  'sought',
  'fled',
  'stood',
  'ran',
]);

/** Marks and little words that may stand before the first word of a clause. */
export const MAY_STAND_ALONE: ReadonlySet<string> = new Set(['"', '“', "'", ',', 'and', 'but', 'so']);

/** Forms of "be", and words between one of them and its participle: "is now widely believed to". */
export const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'am']);

/** Words before an adjective or participle that make it part of a name for a thing: "the suspected leader". */
export const BEFORE_A_NOUN: ReadonlySet<string> = new Set(
  'the a an this that these those his her its their our my your of for with from by to in on at about as no any some two three four several many'.split(
    ' ',
  ),
);
