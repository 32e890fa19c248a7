import { stem } from '../words/normalise.ts';

/** What a figure counts, as a class of its own: figures of different scopes never stand in one tally. */
export interface Scope {
  readonly id: string;
  /** Words of the content or of the counted phrase that show it. */
  readonly shown: readonly string[];
  /** `grows`: only a correction brings it down. `stands`: as of a moment. `amounts`: a sum or a plan. */
  readonly nature: 'grows' | 'stands' | 'amounts';
  readonly question: string;
}

const words = (text: string): readonly string[] => text.split(/\s+/).map(stem);

/** In order: the first scope whose words stand in the figure's clause is the figure's. */
export const SCOPES: readonly Scope[] = [
  { id: 'injured', shown: words('injured injuries injury wounded hurt casualties'), nature: 'grows', question: 'How many were injured?' },
  { id: 'missing', shown: words('missing unaccounted unfound'), nature: 'grows', question: 'How many are missing?' },
  {
    id: 'homeless',
    shown: words('homeless displaced evacuated homes fled refugees'),
    nature: 'grows',
    question: 'How many lost their homes?',
  },
  {
    id: 'dead',
    shown: words('killed kill dead died die deaths death toll fatalities bodies perished lives slain'),
    nature: 'grows',
    question: 'How many died?',
  },
  { id: 'arrested', shown: words('arrested detained arrests detentions jailed'), nature: 'grows', question: 'How many were arrested?' },
  {
    id: 'infected',
    shown: words('infected cases infections sick ill sickened illnesses'),
    nature: 'grows',
    question: 'How many fell ill?',
  },
  {
    id: 'jobs',
    shown: words('jobs job posts positions redundant redundancies layoffs laid workforce living work'),
    nature: 'amounts',
    question: 'How many jobs?',
  },
  {
    id: 'sites',
    shown: words('mills mill plants plant sites site factories factory branches stores'),
    nature: 'amounts',
    question: 'How many sites?',
  },
  { id: 'votes', shown: words('votes vote ballots turnout polled'), nature: 'grows', question: 'How many votes?' },
  {
    id: 'vehicles',
    shown: words('trucks truck lorries lorry vehicles vehicle cars tanks hulls convoy column buses'),
    nature: 'stands',
    question: 'How many vehicles?',
  },
  { id: 'vessels', shown: words('ships ship vessels boats tankers'), nature: 'stands', question: 'How many vessels?' },
  {
    id: 'forces',
    shown: words('troops soldiers instructors fighters servicemen personnel police militants'),
    nature: 'stands',
    question: 'How many troops?',
  },
  { id: 'protesters', shown: words('protesters demonstrators marchers strikers'), nature: 'stands', question: 'How many took part?' },
  { id: 'units', shown: words('units devices recalled products packs bottles'), nature: 'grows', question: 'How many units?' },
];

/** Scopes of people are about whole persons: "38 dead" needs no noun, and "people" alone shows none of them. */
export const PERSON_SCOPES: ReadonlySet<string> = new Set(['dead', 'injured', 'missing', 'homeless', 'arrested', 'infected']);

const CLASS_OF = new Map(
  SCOPES.flatMap((scope) => (PERSON_SCOPES.has(scope.id) ? [] : scope.shown.map((word) => [word, scope.id] as const))),
);

/** Stems of what is counted with the class they belong to: "jobs", "posts" and "positions" meet. */
export const countedClass = (counted: readonly string[]): readonly string[] => [
  ...new Set(counted.flatMap((word) => (CLASS_OF.has(word) ? [word, `class:${CLASS_OF.get(word)}`] : [word]))),
];
