import { stem } from '../words/normalise.ts';

/** What a figure counts, as a class of its own: figures of different scopes never stand in one tally. */
export interface Scope {
  readonly id: string;
  /** Stems of the noun that is counted: "trucks" in "40 trucks". */
  readonly counted: readonly string[];
  /** What the words around the figure say of it: "were killed". Null where only the noun tells. */
  readonly clause: RegExp | null;
  /** `grows`: only a correction brings it down. `stands`: as of a moment. `amounts`: a sum or a plan. */
  readonly nature: 'grows' | 'stands' | 'amounts';
  readonly question: string;
  /** A clause that shows the scope. The test suite runs it. */
  readonly example: string;
}

const nouns = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean).map(stem);

/** In order: the first scope that fits is the figure's. */
export const SCOPES: readonly Scope[] = [
  {
    id: 'injured',
    counted: nouns('injured injuries wounded casualties'),
    clause: /\b(?:injur\w+|wound(?:ed|s)|hurt|scalded|burn(?:ed|t)|bandaged|hospitali[sz]ed|taken to (?:a |the )?hospitals?)\b/i,
    nature: 'grows',
    question: 'How many people were injured?',
    example: '210 were injured',
  },
  {
    id: 'missing',
    counted: nouns('missing'),
    clause: /\b(?:missing|unaccounted for|have not been found|not yet found)\b/i,
    nature: 'stands',
    question: 'How many people are missing?',
    example: 'another 12 have not been found',
  },
  {
    id: 'homeless',
    counted: nouns('homeless displaced refugees evacuees'),
    clause:
      /\b(?:homeless|displaced|evacuated|(?:los(?:t|e|ing)|left|leave) their homes|fled|moved|(?:brought|taken|led|flown) (?:out|away|to safety|to higher ground))\b/i,
    nature: 'grows',
    question: 'How many people had to leave their homes?',
    example: 'some 300 families have lost their homes',
  },
  {
    id: 'dead',
    counted: nouns('dead deaths fatalities bodies corpses killed fallen drowned'),
    clause: /\b(?:kill(?:s|ed|ing)?|die[ds]?|dead|deaths?|toll|fatalit\w+|bodies|perished|drown(?:ed|s)|los(?:t|e) their lives)\b/i,
    nature: 'grows',
    question: 'How many people died?',
    example: 'put the death toll at 12',
  },
  {
    id: 'trapped',
    counted: [],
    clause: /\b(?:trapp(?:ed|ing)|stranded|cut off)\b/i,
    nature: 'stands',
    question: 'How many people were trapped?',
    example: '23 miners are trapped',
  },
  {
    id: 'recaptured',
    counted: [],
    clause: /\b(?:recaptured|re-?arrested|caught|captured again)\b/i,
    nature: 'grows',
    question: 'How many people were recaptured?',
    example: '40 people had been recaptured',
  },
  {
    id: 'escaped',
    counted: nouns('fugitives escapees'),
    clause: /\b(?:escap(?:ed|es)|broke out|broken out)\b/i,
    nature: 'grows',
    question: 'How many people escaped?',
    example: '120 inmates had escaped',
  },
  {
    id: 'rescued',
    counted: nouns('survivors'),
    clause: /\b(?:rescued|saved|survived|alive|pulled (?:alive )?from)\b/i,
    nature: 'grows',
    question: 'How many people were rescued?',
    example: '96 people had been rescued',
  },
  {
    id: 'aboard',
    counted: nouns('passengers'),
    clause: /\b(?:on board|aboard|on the (?:ship|ferry|boat|plane|train|bus))\b/i,
    nature: 'amounts',
    question: 'How many people were on board?',
    example: '148 people on board',
  },
  {
    id: 'arrested',
    counted: nouns('arrests detentions detainees'),
    clause: /\b(?:arrest(?:s|ed)|detain(?:ed|s)|jailed|taken into custody)\b/i,
    nature: 'grows',
    question: 'How many people were arrested?',
    example: '18 people had been arrested',
  },
  {
    id: 'ill',
    counted: nouns('cases infections illnesses patients'),
    clause: /\b(?:infected|f[ae]ll(?:en)? ill|made ill|sickened|poisoned|contaminated|tested positive|treated for)\b/i,
    nature: 'grows',
    question: 'How many people fell ill?',
    example: '31 people fell ill',
  },
  {
    id: 'jobs',
    counted: nouns('jobs posts positions redundancies layoffs'),
    clause: /\b(?:(?:los|shed|cut)\w* their (?:jobs?|work|livings?|livelihoods?)|out of work|redundant|laid off)\b/i,
    nature: 'amounts',
    question: 'How many jobs will be lost?',
    example: '90 clerks would be made redundant',
  },
  {
    id: 'sites',
    counted: nouns('mills plants sites factories branches stores'),
    clause: null,
    nature: 'amounts',
    question: 'How many sites?',
    example: 'seven plants',
  },
  { id: 'votes', counted: nouns('votes ballots'), clause: null, nature: 'grows', question: 'How many votes?', example: '12,000 votes' },
  {
    id: 'vehicles',
    counted: nouns('trucks lorries vehicles cars tanks hulls buses'),
    clause: null,
    nature: 'stands',
    question: 'How many vehicles?',
    example: '26 civilian lorries',
  },
  {
    id: 'vessels',
    counted: nouns('ships vessels boats tankers freighters carriers ferries trawlers barges'),
    clause: null,
    nature: 'stands',
    question: 'How many vessels?',
    example: 'four ships',
  },
  {
    id: 'forces',
    counted: nouns('troops soldiers instructors fighters servicemen militants'),
    clause: null,
    nature: 'stands',
    question: 'How many troops?',
    example: '120 instructors',
  },
  {
    id: 'crowd',
    counted: nouns('protesters demonstrators marchers strikers'),
    clause: /\b(?:took part|took to the streets|marched|demonstrated)\b/i,
    nature: 'stands',
    question: 'How many took part?',
    example: '5,000 people took part',
  },
];

/** What befell people goes before what they are: soldiers who were killed are counted among the dead. */
const BEFELL: ReadonlySet<string> = new Set(['dead', 'injured', 'missing']);
const ARE: ReadonlySet<string> = new Set(['forces', 'crowd', 'aboard']);
const befell = (clause: string): Scope | undefined => SCOPES.find((scope) => BEFELL.has(scope.id) && scope.clause?.test(clause));
const byNoun = (clause: string, counted: readonly string[]): Scope | undefined => {
  const named = SCOPES.find((scope) => scope.counted.some((word) => counted.includes(word)));
  return named && ARE.has(named.id) ? (befell(clause) ?? named) : named;
};

/** Scopes that the words around a figure tell: people who were killed, injured, made redundant. */
export const scopeOf = (clause: string, counted: readonly string[]): Scope | null =>
  byNoun(clause, counted) ?? (mayBePeople(counted) ? SCOPES.find((scope) => scope.clause?.test(clause)) : undefined) ?? null;

/** Words for people of every kind: what they are said to have done, not the noun, tells them apart. */
const ANYBODY = new Set(
  nouns('people person persons men women civilians adults victims families others residents inhabitants citizens names humans lives souls'),
);
const PEOPLE = new Set([
  ...ANYBODY,
  ...nouns(
    'children girls boys crew staff inmates fugitives students pupils guards monks nuns recruits cadets captives hostages relatives police arrivals signatures',
  ),
]);
const PERSON = /(?:men|women|er|or|ist|ian|ant|ee|child|one)$/;
/** Words that end as persons do and are none. */
const NO_PERSON = new Set(
  nouns(
    `papers computers containers trailers letters orders tankers numbers metres meters centres centers towers chambers helicopters freighters
    carriers sensors reactors dollars quarters generators motors tractors shelters boulders howitzers launchers mortars cruisers destroyers
    bombers bunkers banners barriers borders rivers sewers boilers servers routers printers counters registers doors floors sectors factors
    corridors errors mirrors harbors elevators detectors incubators ventilators radiators transformers transmitters boosters cylinders
    ladders posters plants restaurants grants warrants elephants lists trees fees degrees committees liters litres`,
  ),
);

/** Whether what is counted may be people: "ten paintings are missing" counts no people. */
export const mayBePeople = (counted: readonly string[]): boolean =>
  counted.length === 0 || counted.some((word) => PEOPLE.has(word) || (PERSON.test(word) && !NO_PERSON.has(word)));

/** "Drones" and "tanks", "prisoners" and "observers", but not "prisoners" and "people": two nouns that name two kinds. */
export const differInKind = (a: readonly string[], b: readonly string[]): boolean => {
  const [first, second] = [countedClass(a), countedClass(b)];
  if (first.length === 0 || second.length === 0 || first.some((word) => second.includes(word))) return false;
  return !a.some((word) => ANYBODY.has(word)) && !b.some((word) => ANYBODY.has(word));
};

/** Whether a scope is of people: of things that are counted none died and none was arrested. */
export const ofPeople = (scope: Scope): boolean => scope.clause !== null;

const CLASS_OF = new Map(SCOPES.flatMap((scope) => scope.counted.map((word) => [word, scope.id] as const)));

/** Stems of what is counted with the class they belong to: "jobs", "posts" and "positions" meet. */
export const countedClass = (counted: readonly string[]): readonly string[] => [
  ...new Set(counted.flatMap((word) => (CLASS_OF.has(word) ? [word, `class:${CLASS_OF.get(word)}`] : [word]))),
];
