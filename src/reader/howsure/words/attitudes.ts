/**
 * Words that say of what follows them ("to …", "that …", "-ing") whether it came about, after Nairn, Condoravdi and Karttunen's
 * implication signatures and Saurí and Pustejovsky's factuality classes. One word stem a row; forms are listed as they stand in text.
 */
export type Attitude =
  | 'fact'
  | 'antifact'
  | 'did'
  | 'didnt'
  | 'belief'
  | 'doubt'
  | 'wish'
  | 'plan'
  | 'ask'
  | 'say'
  | 'deny'
  | 'try'
  | 'seem'
  | 'cause'
  | 'prevent'
  | 'chance'
  | 'perceive';

const forms = (attitude: Attitude, words: string): readonly (readonly [string, Attitude])[] =>
  words.split(' ').map((word) => [word, attitude] as const);

export const ATTITUDES: ReadonlyMap<string, Attitude> = new Map([
  ...forms(
    'fact',
    'know knows knew known knowing realize realizes realized realise realised regret regrets regretted glad sorry happy proud surprised aware discover discovers discovered reveal reveals revealed remember remembers remembered notice noticed forget forgot acknowledge acknowledged confirm confirmed confirms prove proved proves show shows showed shown fact evidence',
  ),
  ...forms('antifact', 'pretend pretends pretended'),
  ...forms(
    'did',
    'manage managed manages begin begins began begun start starts started continue continues continued stop stops stopped finish finished keep keeps kept happen happened happens proceed proceeded get gets got cease ceased resume resumed able',
  ),
  ...forms(
    'didnt',
    'fail fails failed failing refuse refuses refused refusing decline declines declined unable avoid avoids avoided neglect neglected forgot lack lacked lacks unwilling without instead',
  ),
  ...forms(
    'belief',
    'think thinks thought thinking believe believes believed believing expect expects expected expecting assume assumes assumed suppose supposed guess guessed feel feels felt suspect suspects suspected imagine imagined consider considered conclude concluded predict predicts predicted predicting forecast forecasts estimate estimated estimates hope hopes hoped hoping fear fears feared sure certain convinced confident anticipate anticipated likely',
  ),
  ...forms(
    'doubt',
    'doubt doubts doubted doubtful unlikely skeptical sceptical question questioned questions wonder wonders wondered unclear uncertain unsure',
  ),
  ...forms(
    'wish',
    'want wants wanted wanting wish wishes wished like love prefer prefers preferred need needs needed eager willing ready desire desires',
  ),
  ...forms(
    'plan',
    'plan plans planned planning intend intends intended decide decides decided deciding agree agrees agreed agreeing promise promises promised pledge pledged pledges vow vowed vows threaten threatens threatened offer offers offered propose proposes proposed prepare prepares prepared preparing aim aims aimed seek seeks sought seeking going set scheduled due bid effort efforts ability right way order chance opportunity goal decision',
  ),
  ...forms(
    'ask',
    'ask asks asked asking urge urges urged urging call calls called demand demands demanded demanding tell told require requires required recommend recommends recommended suggest suggests suggested order ordered orders request requested invite invited encourage encouraged allow allows allowed allowing permit permitted permits enable enables enabled let lets help helps helped authorize authorized persuade',
  ),
  ...forms(
    'say',
    'say says said saying announce announces announced report reports reported reporting claim claims claimed claiming state states stated add added adds argue argues argued insist insists insisted explain explained note noted notes warn warns warned allege alleged allegedly according',
  ),
  ...forms('deny', 'deny denies denied denying reject rejects rejected rejecting dispute disputed disputes dismiss dismissed false untrue'),
  ...forms('try', 'try tries tried trying attempt attempts attempted attempting struggle struggled'),
  ...forms('seem', 'seem seems seemed appear appears appeared tend tends look looks looked'),
  ...forms('cause', 'cause causes caused force forces forced forcing make makes made making lead leads led'),
  ...forms(
    'prevent',
    'prevent prevents prevented preventing block blocks blocked blocking ban bans banned keep stop bar barred delay delayed cancel cancelled canceled prohibit prohibited',
  ),
  ...forms(
    'chance',
    'possibility possible potential potentially risk risks prospect prospects threat threats danger perhaps maybe probably possibly could may might would should must can will shall',
  ),
  ...forms('perceive', 'see sees saw seen hear heard watch watched'),
]);

export const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  "n't",
  'no',
  'never',
  'nothing',
  'none',
  'nobody',
  'neither',
  'nor',
  'without',
  'hardly',
  'barely',
  'cannot',
  'nt',
  'rarely',
  'seldom',
]);
export const MODALS: ReadonlySet<string> = new Set([
  'may',
  'might',
  'could',
  'can',
  'would',
  'should',
  'must',
  'will',
  'shall',
  'ought',
  "'ll",
  "'d",
  'wo',
  'ca',
]);
export const CONDITIONALS: ReadonlySet<string> = new Set([
  'if',
  'unless',
  'whether',
  'in case',
  'until',
  'before',
  'when',
  'once',
  'or',
  'lest',
  'even',
  'though',
]);
/** Words that end a clause to the left. */
export const CLAUSE_WALLS: ReadonlySet<string> = new Set([',', ';', ':', '"', "''", '``', '(', ')', '-', '--', '.', '?', '!']);
/** Little words that are no governor of what follows. */
export const SMALL: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'of',
  'in',
  'on',
  'at',
  'by',
  'for',
  'with',
  'from',
  'as',
  'and',
  'or',
  'but',
  'his',
  'her',
  'its',
  'their',
  'our',
  'my',
  'your',
  'this',
  'these',
  'those',
  'he',
  'she',
  'it',
  'they',
  'we',
  'i',
  'you',
  'who',
  'which',
  'there',
  'also',
  'any',
  'all',
  'some',
  'such',
  'more',
  'most',
  'be',
  'been',
  'being',
  'is',
  'are',
  'was',
  'were',
  'am',
  'has',
  'have',
  'had',
  'having',
  'do',
  'does',
  'did',
  'to',
  'that',
]);
