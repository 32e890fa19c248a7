/** Closed classes of English words that the rules look at. */
const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const SUBJECT_PRONOUNS = set('he she they it we i you who which');
export const DETERMINERS = set(
  "the a an this that these those his her its their our my your some any no every each another both all most many several few one two three four five six seven eight nine ten other such neither either 's",
);
/** Words that can open a noun phrase besides names and figures. */
export const OPENS_A_NOUN_PHRASE = set(
  'the a an this that these those his her its their our my your he she it they we i you who some any no every each another both all most many several few one two three four five six seven eight nine ten other such neither either there what more less nearly about almost hundreds thousands dozens him them us me himself herself themselves itself',
);
export const PREPOSITIONS = set(
  'of in on at by for with from to into over under against between among during after before since until about near through across behind beyond within without toward towards upon per via despite amid like as off outside inside along around following',
);
export const SUBORDINATORS = set(
  'because while when if although though whereas unless until since after before once as that whether where why how so',
);
/** What may stand between a subject and its verb without being either. */
export const AUXILIARIES = set(
  "has have had is are was were be been being do does did will would can could may might must shall should 's 've 'd 'll 're 'm not n't never doesn't don't didn't won't wouldn't hasn't haven't hadn't isn't aren't wasn't weren't can't couldn't cannot to",
);
export const ADVERBS = set(
  'also later earlier then now already again still even just only once often always initially originally previously recently repeatedly publicly privately openly flatly falsely clearly strongly formally officially immediately quickly reportedly allegedly apparently simply further furthermore additionally specifically directly explicitly largely widely consistently famously notably angrily bluntly merely promptly similarly likewise long first all both each too instead separately subsequently meanwhile rightly wrongly correctly vehemently forcefully sharply harshly roundly briefly finally eventually reluctantly cautiously tearfully jokingly sarcastically proudly firmly categorically unequivocally independently rather nonetheless nevertheless therefore thus really actually certainly probably definitely confidently anonymously',
);
/** Words that stand before a clause without belonging to its subject. */
export const OPENERS = set(
  'but and so then yet or nor meanwhile still also earlier later however now instead additionally furthermore moreover today yesterday tonight tomorrow overnight afterwards afterward separately similarly likewise nevertheless nonetheless indeed recently finally eventually previously often sometimes perhaps once again first second third here there while when as if because although though since after before until that whether where why how what than even only just not until plus monday tuesday wednesday thursday friday saturday sunday',
);
/** Words by which a verb in a clause can be told without a parser. */
export const FINITE = set(
  "is are was were has have had will would can could may might must should does did do doesn't don't didn't won't wouldn't hasn't haven't hadn't isn't aren't wasn't weren't can't couldn't cannot became began came got gave went took made left held kept led lost met paid put ran saw sent set stood won fell grew rose broke brought built drew drove fought found hit spent struck caught",
);
/** Nouns that end like adverbs. */
const NO_ADVERB = set('family ally july reply supply assembly anomaly monopoly fly rally bully belly jelly butterfly');
/** Whether a lower-cased word stands before a verb without being its subject. */
export const isAdverb = (lower: string): boolean =>
  ADVERBS.has(lower) || (lower.length > 4 && lower.endsWith('ly') && !NO_ADVERB.has(lower));
/** Participles that are no past tense: without "has" they make no cue ("known as", "written by"). */
export const BARE_PARTICIPLES = set('known shown seen written spoken sworn gone foreseen');
/** Forms of verbs of speech that are as often nouns. */
export const OFTEN_NOUNS = set(
  'report reports question questions estimate estimates forecast forecasts fear fears hope hopes claim claims state states plan plans demand demands tweet tweets post posts order orders doubt doubts view views support supports call calls request requests label labels object objects comment comments note notes remark remarks wish wishes answer answers reply voice voices back brand brands show shows repeat welcome charge charges quote quotes protest protests signal signals read find finds mention mentions wonder wonders praise blame suspect suspects',
);
export const DAY_WORDS = set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow january february march april may june july august september october november december morning afternoon evening night earlier later recently last this week month year',
);
/** After a verb of telling: who was told. */
export const OBJECT_PRONOUNS = set('him her them us me you it himself herself themselves itself');
/** A clause that goes on from a comma with one of these is no longer what the source said. */
export const BREAKS_OFF = set('who which whose where while although though whereas but and after when as because before since');
/** Participles and adverbs of time after a postposed cue. */
export const isParticiple = (lower: string): boolean => lower.length > 4 && lower.endsWith('ing');
/** A lower-case word that looks like a past tense. */
export const looksPast = (lower: string): boolean => lower.length > 4 && lower.endsWith('ed');
